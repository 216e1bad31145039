"""A meeting on the way to its day: what the papers that propose and call it are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from papers import catalogue
from papers.content import Block, Document, Grid, Paragraph
from rules.facts import Attendee, Filed, Marks, Meeting, Office, Person
from tests.papers import samples

OFFICE = Office(
    1,
    "Đảng bộ Khối các cơ quan tỉnh",
    "Đảng ủy Khối các cơ quan tỉnh",
    "Đảng bộ tỉnh Mẫu",
    "ĐUK",
    "Mẫu",
    "2015 - 2020",
    superior_committee="Tỉnh ủy",
)
SIGNED = {"PARTY-2018": date(2019, 8, 12), "PARTY-2026": date(2026, 8, 12)}
HELD = {"PARTY-2018": date(2019, 8, 21), "PARTY-2026": date(2026, 8, 21)}
TYPED = {
    "reason": "Để các cấp ủy nắm vững nội dung chỉ đạo trước khi lập kế hoạch",
    "prepare": "ý kiến về dự thảo kế hoạch của đơn vị.",
    "deadline": "15/8/2019",
}
CALLS = (
    "submission", "invitation", "summons_notice", "summons_circular", "letter", "agenda",
)  # fmt: skip
SHARED = (*CALLS, "invitation_units", "invitation_people", "summons")
BOARD = "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"
CONGRESS = "Đại hội đại biểu Đảng bộ Khối các cơ quan tỉnh lần thứ III, nhiệm kỳ 2020 - 2025"


def meeting(profile: str = "PARTY-2018", people: int = 3, sheet: str = "A4") -> Meeting:
    """All is known but who signs."""
    facts = samples.minutes(people, marked=False)
    return replace(
        facts,
        head=replace(facts.head, number=12, signed=SIGNED[profile], marks=Marks(sheet=sheet)),
        office=OFFICE,
        day=HELD[profile],
        starts="08:00",
        sections=dict(TYPED),
        recipients=(),
    )


def congress(profile: str = "PARTY-2018", people: int = 3) -> Meeting:
    facts = meeting(profile, people)
    return replace(facts, title=CONGRESS, type_name="Đại hội đại biểu", part_of_day="day")


def invited(facts: Meeting) -> Meeting:
    """Its invitation has taken a number."""
    return replace(facts, filed=(Filed("Giấy mời", "12-GM/ĐUK", date(2019, 8, 15), kind="invitation"),))


def called(*people: tuple[str, str, str]) -> tuple[Attendee, ...]:
    """Attendees by name, title, unit."""
    return tuple(Attendee(Person(*one)) for one in people)


def words(document: Document, section: int = 0) -> list[str]:
    """The body of one section below the letterhead and above the foot: its paragraphs outside grids."""
    return [one.text for one in document.sections[section].blocks if isinstance(one, Paragraph)]


def grid(document: Document, place: int, section: int = 0) -> list[list[str]]:
    """The letterhead (0) or the foot (-1): the lines of every cell, row after row."""
    found = [one for one in document.sections[section].blocks if isinstance(one, Grid)][place]
    return [[line.text for line in cell if line.text] for row in found.rows for cell in row]


def styles_of(blocks: Iterable[Block]) -> list[str]:
    return [one.style if isinstance(one, Paragraph) else type(one).__name__ for one in blocks]


def of(paper: str, facts: Meeting | None = None) -> list[str]:
    """The words of the body of that paper of a meeting."""
    return words(catalogue.compose(paper, facts or meeting()))
