"""The bodies of papers that code composes, as sentences with fields and tables of one row that repeats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from papers import (
    assignments,
    delegates,
    file_index,
    letterhead,
    minutes,
    news,
    phrases,
    plan_tables,
    task_tables,
    worded,
)
from papers.content import Block, Column, Paragraph, Row, Section, Table, paragraph
from rules import markers, wordings
from rules.facts import Meeting, Plan
from rules.marker_names import Name
from rules.text import respell
from rules.wordings import Line

GROUP = "Nhóm"  # the member that a row over each group has; only the first row of a group knows it
NUMBERS = {"tt": "1", "chu cai": "a"}
AGENDA_TABLE = "{{Bảng chương trình}}"


def _list(label: str, hint: str, columns: Sequence[Column], grouped: bool = True) -> Name:
    return Name(label, hint, (*((GROUP,) if grouped else ()), *(column.title for column in columns)))


# Tables of these papers: what a row is, by the columns of the paper itself.
AGENDA = _list("Dòng chương trình", "Từng dòng của bảng chương trình", task_tables.AGENDA, grouped=False)
ASSIGNED = _list("Dòng phân công", "Từng dòng của bảng phân công", task_tables.ASSIGNED)
FILED = _list("Dòng mục lục", "Từng văn bản trong hồ sơ", file_index.COLUMNS, grouped=False)
ROLL = _list("Dòng điểm danh", "Từng người trong danh sách điểm danh", delegates.ROLL)
DUTIES = _list("Dòng phân công", "Từng việc của phụ lục phân công", plan_tables.ASSIGNED)
SCHEDULE = _list("Dòng tiến độ", "Từng việc của phụ lục tiến độ", plan_tables.SCHEDULE)
LISTED = {
    key: _list("Dòng danh sách", "Từng người trong danh sách", columns)
    for key, (columns, *_) in delegates.LISTS.items()
}
# What else they say.
NO_TASK = Name("Chưa có nhiệm vụ", "Chỗ trống khi chưa có nhiệm vụ nào")
PLACES = Name("Số văn bản trong hồ sơ", "Số văn bản của mục lục; chỗ trống khi chưa có")
TOTAL = Name("Dòng tổng số", "Tổng số: 245 đồng chí (nam: 180, nữ: 65).")
HEADLINE = Name("Tiêu đề tin", "Tên của bản tin")
WITH = Name("Dòng kèm theo của phụ lục", "(Kèm theo Biên bản số 05-BB/ĐUK, ngày 21/8/2019)")
LISTED_TOO = Name("Kèm danh sách", "Chữ “ (có danh sách kèm theo)” khi có danh sách")
CAME = Name("Dòng thành phần", "Từng thành phần và số có mặt", ("TT", "Tên và số có mặt"))
ABSENT = Name("Người vắng", "Từng người vắng mặt", ("TT", "Đồng chí", "Lý do"))
ABSENT_SUM = Name("Vắng mặt", "“3 đồng chí”; “không” khi không ai vắng")
INSTEAD = Name("Người dự thay", "Từng người dự thay", ("TT", "Ai thay ai"))
ROLL_SUM = Name("Câu tổng hợp điểm danh", "Tổng số được triệu tập, có mặt, vắng mặt")
OTHER = Name("Thông tin khác", "Thông tin khác đã soạn", block=True)
GUESTS = Name("Đại biểu mời dự", "Các dòng đại biểu mời dự", block=True)
PRESS = Name("Cơ quan báo chí", "Các dòng cơ quan báo chí", block=True)
PRESS_NUMBER = Name("Số mục báo chí", "Số của mục Cơ quan báo chí: 2 hoặc 3")
PROCEEDINGS = Name("Diễn biến hội nghị", "Nội dung trình bày, ý kiến phát biểu, diễn biến khác", block=True)
CONCLUDED = Name("Nội dung kết luận", "Các kết luận với nhiệm vụ thành từng điểm", block=True)
OPENING = Name("Mở đầu soạn riêng", "Câu mở đầu đã soạn riêng cho kế hoạch này", block=True)
PURPOSE = Name("Mục đích", "Mục đích đã soạn", block=True)
NEEDED = Name("Yêu cầu", "Yêu cầu đã soạn", block=True)
CONTENT = Name("Nội dung và các việc", "Nội dung đã soạn và từng việc theo giai đoạn", block=True)
CARRIED = Name("Tổ chức thực hiện", "Việc của từng cơ quan", block=True)
CLOSING = Name("Câu kết soạn riêng", "Câu kết đã soạn riêng cho kế hoạch này", block=True)
DUTIES_TITLE = Name("Số phụ lục phân công", "Phụ lục 1")
SCHEDULE_TITLE = Name("Số phụ lục tiến độ", "Phụ lục 2; Phụ lục khi chỉ có một")
NAMES: dict[str, tuple[Name, ...]] = {
    "agenda": (AGENDA,),
    "assignments": (ASSIGNED, NO_TASK),
    "file_index": (FILED, PLACES),
    "news": (HEADLINE,),
    "minutes": (
        LISTED_TOO, CAME, ABSENT_SUM, ABSENT, INSTEAD, ROLL_SUM, OTHER, GUESTS, PRESS_NUMBER, PRESS,
        PROCEEDINGS, CONCLUDED, ROLL, WITH,
    ),
    "plan": (
        OPENING, PURPOSE, NEEDED, CONTENT, CARRIED, CLOSING, DUTIES_TITLE, DUTIES, SCHEDULE_TITLE, SCHEDULE,
        WITH,
    ),
    **{key: (name, TOTAL) for key, name in LISTED.items()},
}  # fmt: skip


def above(key: str) -> list[Block]:
    """What stands between the letterhead and the sentences of the paper."""
    if key != news.KEY:
        return []
    return [paragraph("headline", _field(HEADLINE)), paragraph("dateline", "{{Ngày đăng tin}}")]


def body(key: str, facts: Meeting | Plan) -> list[Block] | None:
    """The body of a paper that code composes; None for one made wholly of its sentences."""
    if key in LISTED:
        kind = "tall" if key == "attendance" else "data"
        return [table(LISTED[key], delegates.LISTS[key][0], kind), paragraph("total", _field(TOTAL))]
    made = BODIES.get(key)
    return made(facts) if made else None


def appendices(key: str, facts: Meeting | Plan, profile: str) -> list[Section] | None:
    """The sections behind the body, each of which goes where its list is empty; None for other papers."""
    if key == minutes.KEY:
        return [_appendix(facts, profile, "Phụ lục", "Danh sách điểm danh", ROLL, delegates.ROLL)]
    if key != "plan":
        return None
    parts = (
        (_field(DUTIES_TITLE), "Phân công nhiệm vụ", DUTIES, plan_tables.ASSIGNED),
        (_field(SCHEDULE_TITLE), "Tiến độ thực hiện", SCHEDULE, plan_tables.SCHEDULE),
    )
    return [replace(_appendix(facts, profile, *part), landscape=True) for part in parts]


def _appendix(
    facts: Meeting | Plan, profile: str, number: str, title: str, name: Name, columns: Sequence[Column]
) -> Section:
    *lines, mark = letterhead.appendix(facts.head, None, title, profile)
    words = (number, lines[1].text, _field(WITH))
    said = [paragraph(one.style, only(name, text)) for one, text in zip(lines, words, strict=True)]
    mark = paragraph(mark.style, only(name, mark.text)) if mark.text else mark
    return Section((*said, mark, table(name, columns, falls=True)), restart_numbering=True)


# -- the pieces


def table(name: Name, columns: Sequence[Column], kind: str = "data", falls: bool = False) -> Table:
    """The table with one row that repeats, a row over every group where there are groups.

    `falls`: its heading goes where the list is empty.
    """
    condition = f"{{{{Chỉ khi: {name.label}}}}}" if falls else ""
    first, *rest = columns
    rows = [Row(tuple(_field(name, column.title) for column in columns), kind)]
    if GROUP in name.members:
        rows.insert(0, Row((f"{{{{Chỉ khi: {name.label}.{GROUP}}}}}{_field(name, GROUP)}",), "group"))
    return Table((replace(first, title=condition + first.title), *rest), tuple(rows))


def _field(name: Name, member: str = "") -> str:
    return f"{{{{{name.label}.{member}}}}}" if member else f"{{{{{name.label}}}}}"


def only(name: Name, words: str, unless: bool = False) -> str:
    """The words of a paragraph that stands only where that field says something, or nothing."""
    return f"{{{{{markers.UNLESS if unless else markers.ONLY_IF}: {name.label}}}}}{words}"


def alone(name: Name, style: str = "body") -> Paragraph:
    """The paragraph of a field that becomes several paragraphs."""
    return paragraph(style, _field(name))


def sentence(line: Line, facts: Meeting | Plan, before: str = "") -> list[Block]:
    """A fixed sentence of the paper in the office's wording, each row as it looks; `before`: a condition."""
    text = facts.wording.get(line.key, respell(line.text, facts.head.spelling))
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    return [
        paragraph((phrases.lead(_shown(row)) if line.style == "body" else "") or line.style, before + row)
        for row in rows
    ]


def _shown(row: str) -> str:
    """The line as it will begin, for the look of numbered and dashed lines."""
    words = ""
    for part in markers.parse(row):
        if isinstance(part, str):
            words += part
        elif not part.only_if:
            words += NUMBERS.get(markers.key(part.member), f"[{part.name}]")
    return words.strip()


def _sentences(key: str, facts: Meeting | Plan, *keys: str, before: str = "") -> list[Block]:
    """The fixed sentences of those keys, all of them where none is named."""
    known = wordings.worded(key, facts.head.family) or wordings.Worded()
    return [
        one
        for line in known.lines
        if (line.key in keys or not keys) and line.style != worded.TIE
        for one in sentence(line, facts, before)
    ]


# -- the papers


def _agenda(facts: Meeting | Plan) -> list[Block]:
    """The sentences, the table of the agenda with its row in the place of the whole table."""
    made: list[Block] = []
    for one in _sentences("agenda", facts):
        whole = isinstance(one, Paragraph) and one.text == AGENDA_TABLE
        made.append(table(AGENDA, task_tables.AGENDA, falls=True) if whole else one)
    return made


def _assignments(facts: Meeting | Plan) -> list[Block]:
    return [
        table(ASSIGNED, task_tables.ASSIGNED, falls=True),
        paragraph("body", only(ASSIGNED, _field(NO_TASK), unless=True)),
        *_sentences(assignments.KEY, facts),
    ]


def _file_index(_: Meeting | Plan) -> list[Block]:
    return [
        table(FILED, file_index.COLUMNS),
        paragraph("total", only(FILED, f"Hồ sơ gồm {_field(PLACES)} văn bản.")),
        paragraph("total", only(FILED, _field(PLACES), unless=True)),
    ]


def _minutes(facts: Meeting | Plan) -> list[Block]:
    documents = Name("Văn bản", "")
    groups = Name("Nhóm", "")
    label = "- Tài liệu sử dụng trong hội nghị:"
    came = f"- Có mặt: {{{{Số có mặt}}}} {phrases.heads(facts.head)}{_field(LISTED_TOO)}"
    return [
        *_sentences(minutes.KEY, facts, "time", "place", "business", "chair", "writer"),
        paragraph("dash", only(documents, f"{label} {{{{Tài liệu hội nghị}}}}.", unless=True)),
        paragraph("dash", only(documents, label)),
        paragraph("plus", "+ {{Văn bản.Trích dẫn}};"),
        alone(OTHER, "dash"),
        paragraph("heading", "1. Thành phần hội nghị"),
        paragraph("subheading", "1.1. Đại biểu chính thức"),
        paragraph("dash", only(groups, f"{came}, gồm:")),
        paragraph("dash", only(groups, f"{came}.", unless=True)),
        paragraph("plus", f"+ {_field(CAME, 'Tên và số có mặt')};"),
        paragraph("dash", only(ABSENT, f"- Vắng mặt: {_field(ABSENT_SUM)}, gồm:")),
        paragraph("dash", only(ABSENT, f"- Vắng mặt: {_field(ABSENT_SUM)}.", unless=True)),
        paragraph("plus", f"+ {_field(ABSENT, 'Đồng chí')} ({_field(ABSENT, 'Lý do')});"),
        paragraph("dash", only(INSTEAD, "- Dự thay:")),
        paragraph("plus", f"+ {_field(INSTEAD, 'Ai thay ai')};"),
        paragraph("dash", only(ROLL_SUM, f"- {_field(ROLL_SUM)}")),
        paragraph("subheading", only(GUESTS, "1.2. Đại biểu mời dự")),
        alone(GUESTS, "dash"),
        paragraph("subheading", only(PRESS, f"1.{_field(PRESS_NUMBER)}. Cơ quan báo chí")),
        alone(PRESS, "dash"),
        paragraph("heading", "2. Diễn biến hội nghị"),
        alone(PROCEEDINGS),
        paragraph("heading", "3. Kết luận hội nghị"),
        alone(CONCLUDED),
        *_sentences(minutes.KEY, facts, "closing"),
    ]


def _plan(facts: Meeting | Plan) -> list[Block]:
    return [
        *_sentences("plan", facts, "opening", before=only(OPENING, "", unless=True)),
        alone(OPENING),
        paragraph("part", "I- MỤC ĐÍCH, YÊU CẦU"),
        paragraph("heading", "1. Mục đích"),
        alone(PURPOSE),
        paragraph("heading", "2. Yêu cầu"),
        alone(NEEDED),
        paragraph("part", "II- NỘI DUNG"),
        alone(CONTENT),
        paragraph("part", "III- TỔ CHỨC THỰC HIỆN"),
        alone(CARRIED),
        *_sentences("plan", facts, "closing", before=only(CLOSING, "", unless=True)),
        alone(CLOSING, "closing"),
    ]


BODIES: dict[str, Callable[[Meeting | Plan], list[Block]]] = {
    "agenda": _agenda,
    assignments.KEY: _assignments,
    "file_index": _file_index,
    minutes.KEY: _minutes,
    "plan": _plan,
}
