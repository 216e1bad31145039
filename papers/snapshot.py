"""What the facts of a paper say, as words by label, to tell later what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from papers import field_values, filling
from papers.content import Run, display
from papers.filling import Fields, Parts, Values
from papers.phrases import Part
from rules import markers, wordings
from rules.copies import KINDS
from rules.directives import symbol
from rules.facts import Copy, Head, Listing, Meeting, Plan, Signature
from rules.fields import label_of
from rules.marker_names import Name, names_of
from rules.meetings import SECTIONS
from rules.paper_fields import FORM, MARK_FIELDS
from rules.papers import DIRECTIVE, MEETING
from rules.plans import SECTIONS as PLAN_SECTIONS

# Fields of rules.marker_names that are facts of their own; the others say the same in other words.
OF_HEAD = ("Cơ quan ban hành", "Đảng bộ cấp trên", "Địa danh", "Nhiệm kỳ", "Số ký hiệu", "Ngày ký")
OF_MEETING = (
    *OF_HEAD, "Tên hội nghị", "Loại hội nghị", "Lần thứ", "Cơ quan tổ chức", "Ngày họp", "Buổi",
    "Giờ bắt đầu", "Giờ kết thúc", "Địa điểm", "Chủ trì", "Thư ký", "Báo cáo viên", "Số triệu tập",
    "Số có mặt", "Số vắng có lý do", "Số vắng không lý do", "Số dự thay", "Số khách mời", "Giấy mời",
    "Văn bản kết luận", "Nội dung kế hoạch", "Văn bản", "Nhóm", "Đại biểu", "Chương trình", "Ý kiến",
    "Kết luận", "Nhiệm vụ",
)  # fmt: skip
OF_PLAN = (*OF_HEAD, "Trích yếu", "Cơ quan xây dựng", "Văn bản thực hiện")
SAME = ("TT", "Chữ cái", "Đồng chí", "Tên ngắn")  # members that only place or repeat a row
FILE_INDEX = "file_index"
IN_BUNDLE = "Tệp bên trong"
ORDINAL = "TT"  # heads the first column of a list: a row that moves up has not changed
MOST = 500  # rows of a listing kept line by line; of a longer one only their count


def of(facts: Meeting | Plan | Copy | Listing, paper: str = "") -> dict[str, str]:
    """Label → words; a list has one line for each of its rows; what is unknown or empty is not there.

    `paper` (a key of rules.papers) names the prose that is typed for that paper alone.
    """
    if isinstance(facts, Listing):
        return _known(_of_listing(facts))
    if isinstance(facts, Copy):
        return _known(_of_copy(facts))
    if isinstance(facts, Plan):
        values, names = field_values.of_plan(facts), _chosen(DIRECTIVE, OF_PLAN)
        labels = {choice.key: choice.label for choice in PLAN_SECTIONS}
    else:
        values, names = field_values.of_meeting(facts), _chosen(MEETING, OF_MEETING)
        labels = {choice.key: choice.label for choice in SECTIONS}
    labels |= {one.key: one.label for one in wordings.sentences(paper)}
    return _known(
        {
            **{name.label: _words(name, values) for name in names},
            **(_of_items(facts) if isinstance(facts, Plan) else _of_file(facts, paper)),
            **{labels.get(key, key): text for key, text in facts.sections.items()},
            **{f"Câu chữ: {labels.get(key, key)}": text for key, text in facts.wording.items()},
            "Người ký": _lines(_signer(one) for one in facts.signatures),
            "Nơi nhận": _lines(_sent(facts.recipients, values)),
            **_of_marks(facts.head),
        }
    )


def of_bundle(papers: Iterable[tuple[str, Mapping[str, str]]], files: Iterable[str]) -> dict[str, str]:
    """The facts of all papers of one meeting in one file: the meeting's once, a paper's own after its label.

    `papers`: label and facts of each; `files`: the names of what the file holds.
    """
    shared = {*OF_MEETING} - {*OF_HEAD}
    said = {IN_BUNDLE: _lines(files)}
    for paper, facts in papers:
        for label, words in facts.items():
            said.setdefault(label if label in shared else f"{paper}: {label}", words)
    return said


def _chosen(record: str, labels: Sequence[str]) -> list[Name]:
    known = {name.label: name for name in names_of(record)}
    return [known[label] for label in labels]


def _known(said: Mapping[str, str]) -> dict[str, str]:
    return {label: words.strip() for label, words in said.items() if words.strip()}


def _words(name: Name, values: Values) -> str:
    key = markers.key(name.label)
    if name.members:
        return _lines(_row(name, row) for row in values.lists.get(key, ()))
    return _plain(values.single.get(key, ()))


def _row(name: Name, row: Fields) -> str:
    """One row of a list without its number: a row that moves up has not changed."""
    members = (member for member in name.members if member not in SAME)
    return _joined(_plain(row.get(markers.key(member), ())) for member in members)


def _plain(parts: Parts) -> str:
    """The words, "…" for what is not known; nothing where no word is known."""
    known = [part.text if isinstance(part, Run) else part for part in parts if not _is_blank(part)]
    if not any(letter.isalnum() for word in known for letter in word):
        return ""
    return "".join("…" if _is_blank(part) else part.text if isinstance(part, Run) else part for part in parts)


def _is_blank(part: Part) -> bool:
    return isinstance(part, Run) and bool(part.blank)


def _joined(words: Iterable[str]) -> str:
    return " · ".join(word for word in words if word)


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(" ".join(row.split()) for row in rows)


def _sent(rows: Iterable[str], values: Values) -> Iterator[str]:
    """The recipients as they print: a line with a list's field as often as the list is long."""
    return (_plain(parts) for row in rows for parts in filling.filled(row.strip(), values))


def _signer(one: Signature) -> str:
    return _joined((one.authority, one.post, one.name or ""))


def _of_file(facts: Meeting, paper: str) -> dict[str, str]:
    """What lies in the file of the meeting; no fact of any paper but of its index."""
    if paper != FILE_INDEX:
        return {}
    rows = (_joined((one.title, one.symbol, display(one.signed), one.note)) for one in facts.filed)
    return {"Hồ sơ": _lines(rows)}


def _of_copy(facts: Copy) -> dict[str, str]:
    head, original = facts.head, facts.original
    return {
        "Cơ quan ban hành": head.issuer,
        "Đảng bộ cấp trên": head.superior,
        "Địa danh": head.place_name,
        "Số ký hiệu": symbol(head.number, head.type_code, head.symbol) if head.number else "",
        "Ngày ký": display(head.signed),
        "Văn bản": _joined((original.type_name, original.symbol, original.subject)),
        "Hình thức sao": label_of(KINDS, facts.kind),
        "Người ký": _lines(_signer(one) for one in facts.signatures),
        "Nơi nhận": _lines(facts.recipients),
    }


def _of_items(facts: Plan) -> dict[str, str]:
    rows = (
        _joined((one.content, one.lead, ", ".join(one.coordinating), one.time.words if one.time else "",
                 one.product, one.note))
        for one in facts.items
    )  # fmt: skip
    return {"Công việc": _lines(rows)}


def _of_marks(head: Head) -> dict[str, str]:
    """What the paper carries beside its facts; the usual sheet is no news."""
    return {
        field.label: _mark(getattr(head.marks, field.name)) for field in MARK_FIELDS if field.name != FORM
    }


def _mark(value: object) -> str:
    if value is None or value is False or value == "A4":
        return ""
    return "có" if value is True else str(value)


def _of_listing(facts: Listing) -> dict[str, str]:
    rows: Sequence[tuple[object, ...]] = facts.rows if len(facts.rows) <= MOST else ()
    is_counted = bool(facts.columns) and facts.columns[0].title == ORDINAL
    return {
        "Tên danh sách": facts.title,
        "Dòng dưới tên": facts.subtitle,
        "Số dòng": str(len(facts.rows)),
        "Các dòng": _lines(_joined(_shown(row[int(is_counted and len(row) > 1) :])) for row in rows),
        "Dòng cuối": facts.footer,
    }


def _shown(cells: Sequence[object]) -> Iterator[str]:
    return (display(cell) for cell in cells)  # type: ignore[arg-type]
