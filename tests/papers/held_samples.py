"""A meeting that was held, with tasks at several stages, and the words of papers made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from papers import catalogue
from papers.content import Document, Grid, Paragraph, Table
from rules.dates import exact, parse_vague
from rules.facts import Conclusion, Filed, Meeting, Office, PlanItem, Task
from tests.papers import samples

SIGNED = date(2019, 10, 22)
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
TASKS = (
    Task(
        "xây dựng kế hoạch đại hội",
        "các chi bộ, đảng bộ cơ sở",
        ("Văn phòng", "Ban Tổ chức"),
        parse_vague("trước 30/9/2019"),
        "Kế hoạch",
        "done",
    ),
    Task("hướng dẫn công tác nhân sự", "Ban Tổ chức", (), exact(date(2019, 10, 1)), "Hướng dẫn", "doing"),
    Task(
        "tuyên truyền về đại hội (trên mọi kênh)",
        "Ban Tuyên giáo",
        (),
        parse_vague("quý IV/2019"),
        "",
        "open",
    ),
    Task("nắm tình hình tư tưởng đảng viên."),
)
NOTICE = Filed("Thông báo kết luận", "05-TB/ĐUK", date(2019, 8, 22), kind="notice")
WINDOWS = (
    PlanItem("Quán triệt các văn bản", "before", time=parse_vague("21/8/2019")),
    PlanItem("Đại hội chi bộ trực thuộc", "during", time=parse_vague(samples.WINDOWS[0])),
    PlanItem("Đại hội điểm: Chi bộ Mẫu", "during"),
)


def held(count: int = 40, **changes: object) -> Meeting:
    """The sample meeting with four tasks, signed on 22/10/2019 by nobody yet."""
    meeting = samples.minutes(count)
    told = Conclusion("Các cấp ủy bám sát chỉ đạo của cấp trên.", samples.CHAIR, (), TASKS)
    whole = replace(
        meeting,
        office=OFFICE,
        conclusions=(told,),
        recipients=(),
        head=replace(meeting.head, signed=SIGNED),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def tasked(*tasks: Task, words: str = "Các cấp ủy bám sát chỉ đạo.") -> Meeting:
    return held(conclusions=(Conclusion(words, samples.CHAIR, (), tasks),))


def said(paper: str, facts: Meeting | None = None) -> list[str]:
    """Every line of the paper that holds words, tables aside."""
    return lines(catalogue.compose(paper, facts or held()))


def lines(document: Document) -> list[str]:
    return [line.text for line in document.paragraphs() if line.text]


def body(paper: str, facts: Meeting | None = None) -> list[str]:
    """The lines between the subject's mark and the foot."""
    document = catalogue.compose(paper, facts or held())
    blocks = document.sections[0].blocks
    told = [block for block in blocks if isinstance(block, Paragraph)]
    first = next((n for n, one in enumerate(told) if one.style == "separator"), -1)
    return [one.text for one in told[first + 1 :] if one.text]


def bold(document: Document, start: str) -> str:
    """The bold words of the first line that begins so."""
    line = next(one for one in document.paragraphs() if one.text.startswith(start))
    return "".join(run.text for run in line.runs if run.bold)


def foot(document: Document) -> tuple[list[str], list[str]]:
    """Recipients, signature."""
    grid = next(block for block in document.sections[0].blocks[::-1] if isinstance(block, Grid))
    left, right = grid.rows[-1]
    return [one.text for one in left], [one.text for one in right]


def table(document: Document) -> Table:
    return next(block for block in document.sections[0].blocks if isinstance(block, Table))
