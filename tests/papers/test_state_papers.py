"""Every paper of a meeting of a state body: its own words and signers, nothing of the Party's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from papers import catalogue
from papers.content import Block, Document, Grid, Paragraph, Table
from rules import stages
from rules.facts import Attendee, Conclusion, Group, Head, Meeting, Person, Signature, Task
from rules.papers import DIRECTIVE, MEETING, is_document, papers_of
from tests.papers import samples

DAY = date(2026, 9, 15)
OF_PARTY = re.compile(r"đồng chí|đảng ủy|chi bộ|cấp ủy|bí thư|ban thường vụ|thường trực|\b[TK]/[MLT]", re.I)
PEOPLE = (
    Person("Lê Văn Mẫu", "Giám đốc Sở Nội vụ", "Sở Nội vụ", "nam", address="ông"),
    Person("Trần Thị Ví Dụ", "Trưởng phòng", "Sở Mẫu", "nữ", address="bà"),
)
HEAD = Head("Ủy ban nhân dân tỉnh Mẫu", "Sở Nội vụ", "Mẫu", "", "", "SNV", 7, DAY, "", family="state")
MINE = [one for one in papers_of(MEETING) if not stages.not_issued(one.key, "state")]


def meeting(**changes: object) -> Meeting:
    """Two people called, one of them came; a conclusion with a task."""
    called = tuple(
        Attendee(one, ("Trưởng các phòng",), state=state)
        for one, state in zip(PEOPLE, ("present", "excused"), strict=True)
    )
    facts = replace(
        samples.bare_minutes(), head=HEAD, title="Hội nghị triển khai nhiệm vụ quý IV",
        type_name="Hội nghị", organiser="Sở Nội vụ", day=DAY, part_of_day="morning", starts="08:00",
        ends="11:00", place="Hội trường", chairs=PEOPLE[:1], secretaries=PEOPLE[1:],
        groups=(Group("Trưởng các phòng", 2, 1),), attendees=called,
        conclusions=(
            Conclusion("Các phòng lập kế hoạch.", PEOPLE[0], (), (Task("Lập kế hoạch", "Văn phòng"),)),
        ),
    )  # fmt: skip
    return replace(facts, **changes)  # type: ignore[arg-type]


def words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Grid):
            yield from (one.text for row in block.rows for cell in row for one in cell)
        elif isinstance(block, Table):
            yield from (str(cell) for row in block.rows for cell in row.cells)


def said(document: Document) -> list[str]:
    return [line for section in document.sections for line in words(section.blocks) if line]


@pytest.mark.parametrize("key", [one.key for one in MINE])
def test_a_paper_of_the_state_says_nothing_of_the_party(key: str) -> None:
    document = catalogue.compose(key, meeting())
    assert document.profile == "STATE-2020"
    assert [line for line in said(document) if OF_PARTY.search(line)] == []


@pytest.mark.parametrize(
    "key", ["invitation", "letter", "summons_notice", "notice", "reminder", "assignments"]
)
def test_the_chief_of_the_office_signs_by_order_of_the_head(key: str) -> None:
    lines = said(catalogue.compose(key, meeting()))
    place = lines.index("TL. GIÁM ĐỐC")
    assert lines[place + 1] == "CHÁNH VĂN PHÒNG"
    assert "- Lưu: VT, Văn phòng." in lines


@pytest.mark.parametrize("key", ["submission", "resolution", "report", "progress"])
def test_the_head_signs_alone_or_for_the_body_that_decides_together(key: str) -> None:
    assert "GIÁM ĐỐC" in said(catalogue.compose(key, meeting()))
    whole = replace(HEAD, superior="", issuer="Ủy ban nhân dân tỉnh Mẫu", symbol="UBND")
    lines = said(catalogue.compose(key, meeting(head=whole)))
    place = lines.index("TM. ỦY BAN NHÂN DÂN")
    assert lines[place + 1] == "CHỦ TỊCH"


def test_people_are_ladies_and_gentlemen_and_counted_as_delegates() -> None:
    lines = said(catalogue.compose("minutes", meeting()))
    assert "- Người chủ trì: ông Lê Văn Mẫu, Giám đốc Sở Nội vụ." in lines
    assert "+ Bà Trần Thị Ví Dụ, Trưởng phòng (có lý do)." in lines
    assert "- Có mặt: 1 đại biểu (có danh sách kèm theo), gồm:" in lines
    unit = said(catalogue.compose("invitation_units", meeting()))
    assert any("Thành phần: ông Lê Văn Mẫu" in line for line in unit)
    assert "kết luận của Giám đốc Sở Nội vụ tại Hội nghị triển khai nhiệm vụ quý IV" in said(
        catalogue.compose("notice", meeting())
    )


def test_several_people_of_one_unit_are_named_together() -> None:
    pair = tuple(Attendee(replace(one, unit="Sở Nội vụ")) for one in PEOPLE)
    lines = said(catalogue.compose("invitation_units", meeting(attendees=pair)))
    assert any("Thành phần: các ông (bà) Lê Văn Mẫu" in line for line in lines)
    men = tuple(replace(one, person=replace(one.person, address="ông")) for one in pair)
    lines = said(catalogue.compose("invitation_units", meeting(attendees=men)))
    assert any("Thành phần: các ông Lê Văn Mẫu" in line for line in lines)


def test_a_paper_sent_upward_names_the_body_above() -> None:
    lines = said(catalogue.compose("submission", meeting()))
    assert "Kính gửi: Ủy ban nhân dân tỉnh Mẫu" in lines
    assert "Sở Nội vụ kính trình Ủy ban nhân dân tỉnh Mẫu xem xét, quyết định." in lines


def test_a_plan_of_the_state() -> None:
    (key,) = [one.key for one in papers_of(DIRECTIVE) if is_document(one.key)]
    facts = replace(
        samples.bare_plan(),
        head=replace(HEAD, type_name="Kế hoạch", type_code="KH", subject="tổ chức hội nghị"),
        issuer="Sở Nội vụ",
        signatures=(Signature("GIÁM ĐỐC"),),
    )
    lines = said(catalogue.compose(key, facts))
    assert [line for line in lines if OF_PARTY.search(line)] == []
    assert (
        "Sở Nội vụ yêu cầu các cơ quan, đơn vị liên quan nghiêm túc triển khai thực hiện Kế hoạch này."
        in lines
    )
    assert [line for line in lines if re.match(r"I+[.-] ", line)] == [
        "I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG", "III. TỔ CHỨC THỰC HIỆN",
    ]  # fmt: skip
