"""What an import says in lines of plain text: the columns, every row that matters, the sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from rules.columns import Mapping, choose, label, letter, level, match, problems, wanted
from rules.imports.facts import DUPLICATE, ERROR, NEW, SAME, STATES, UPDATE, Verdict
from rules.trouble import Refused

NOUNS = {
    "units": "đơn vị",
    "people": "đại biểu",
    "directives": "văn bản",
    "attendance": "lượt điểm danh",
}


class LeftOut(Protocol):
    """A row that the reader of the workbook passed by."""

    @property
    def row(self) -> int: ...

    @property
    def words(self) -> str: ...

    @property
    def why(self) -> str: ...


class Sheet(Protocol):
    """What is told of a workbook as it was read."""

    @property
    def sheets(self) -> Sequence[str]: ...

    @property
    def sheet(self) -> str: ...

    @property
    def header_row(self) -> int: ...

    @property
    def columns(self) -> Sequence[str]: ...

    @property
    def left_out(self) -> Sequence[LeftOut]: ...

    @property
    def warnings(self) -> Sequence[str]: ...


def whole(
    kind: str, source: str, table: Sheet, mapping: Mapping, verdicts: Sequence[Verdict]
) -> Iterator[str]:
    """All that is said of one workbook before anything is written."""
    others = [name for name in table.sheets if name != table.sheet]
    beside = f" (tệp còn trang: {', '.join(others)})" if others else ""
    sheet = f", trang “{table.sheet}”" if table.sheet else ""
    yield f"{source}{sheet}: tên cột ở dòng {table.header_row}, {len(verdicts)} dòng dữ liệu{beside}."
    yield from table.warnings
    yield from columns(kind, table.columns, mapping)
    yield from left_out(table.left_out)
    yield from rows(verdicts)
    yield total(verdicts)


def columns(kind: str, headings: Sequence[str], mapping: Mapping) -> Iterator[str]:
    """Every column of the sheet with what it is taken for."""
    for place, heading in enumerate(headings):
        key = mapping.key_of(place)
        taken = f"“{label(kind, key)}”" if key else "không nhập"
        doubt = " (đoán theo tên cột, hãy xem lại)" if key in mapping.unsure else ""
        yield f"Cột {letter(place)} “{' '.join(heading.split())}” → {taken}{doubt}"


def left_out(rows: Iterable[LeftOut]) -> Iterator[str]:
    for each in rows:
        words = " ".join(each.words.split())
        yield f"Dòng {each.row}: bỏ qua – {each.why}{f': {words[:80]}' if words else ''}"


def row(verdict: Verdict) -> str:
    """One row with its verdict: "Dòng 12: cập nhật – Lê Văn An. Điện thoại: trống → 0912…"."""
    said = [f"Dòng {verdict.row}: {STATES[verdict.state]}{f' – {verdict.title}' if verdict.title else ''}."]
    said += [verdict.why] if verdict.why else []
    return " ".join([*said, *verdict.notes])


def rows(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """The rows that are new, changed or not taken."""
    return (row(each) for each in verdicts if each.state != SAME)


def total(verdicts: Iterable[Verdict]) -> str:
    """ "Mới 120, cập nhật 3, không đổi 10, trùng 2, lỗi 1"."""
    counts = Counter(each.state for each in verdicts)
    words = ", ".join(f"{STATES[state]} {counts[state]}" for state in (NEW, UPDATE, SAME, DUPLICATE, ERROR))
    return words[:1].upper() + words[1:] + "."


def name(kind: str, verdicts: Iterable[Verdict], source: str) -> str:
    """The name of the change: "Nhập 123 đại biểu từ danh sách.xlsx"."""
    count = sum(each.state in (NEW, UPDATE) for each in verdicts)
    return f"Nhập {count} {NOUNS[kind]} từ {source}"


def key_of(kind: str, words: str) -> str:
    """The key of the column that the clerk names by its label or its key; "" for none such."""
    plain = words.casefold().strip()
    return next((each.key for each in wanted(kind) if plain in (each.label.casefold(), each.key)), "")


# -- columns matched by hand


def corrected(kind: str, table: Sheet, kept: dict[str, int] | None, typed: Iterable[str] = ()) -> Mapping:
    """The columns as they were matched by hand the last time, else by their headings, then as typed now.

    Typed: "Chức vụ=D", a column by its letter or its heading, "Chức vụ=" for none. Raises Refused where
    the words name nothing, or no column holds what a row must have.
    """
    mapping = match(kind, table.columns)
    if kept is not None and all(place < len(table.columns) for place in kept.values()):
        mapping = Mapping(kept)
    for words in typed:
        what, sign, where = words.partition("=")
        key = key_of(kind, what)
        if not key or not sign:
            offered = ", ".join(each.label for each in wanted(kind))
            raise Refused(
                f"“{words}” không phải là một cách ghép cột.", f"Ghi NỘI_DUNG=CỘT; nội dung: {offered}."
            )
        place = _place(table.columns, where)
        mapping = choose(mapping, place, key) if place is not None else _without(mapping, key)
    lacking = problems(kind, mapping)
    if lacking:
        raise Refused(lacking[0], "Sửa tên cột trong bảng, chọn trang khác, hoặc ghép cột bằng tay.")
    return mapping


def _place(headings: Sequence[str], where: str) -> int | None:
    """The column of that letter or heading; None for nothing named."""
    words = where.strip()
    if not words:
        return None
    for place, heading in enumerate(headings):
        if letter(place) == words.upper() or level(heading) == level(words):
            return place
    raise Refused(f"Bảng không có cột “{words}”.", "Ghi chữ cái của cột như trong Excel, hoặc tên cột.")


def _without(mapping: Mapping, key: str) -> Mapping:
    return choose(mapping, mapping.columns[key], "") if key in mapping.columns else mapping
