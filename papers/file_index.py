"""The index of a meeting's file: every paper that belongs in it, in its order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from papers import letterhead, styles
from papers.content import Block, Column, Document, Row, Section, Sheet, Table, blank, paragraph
from rules import dates
from rules.facts import Filed, Meeting

COLUMNS = (
    Column("TT", 10, "center"),
    Column("Số, ký hiệu", 27),
    Column("Ngày, tháng, năm", 24, "center"),
    Column("Tên loại và trích yếu nội dung", 51),
    Column("Tác giả", 25),
    Column("Tờ số", 11, "center"),
    Column("Ghi chú", 17),
)


def compose(facts: Meeting) -> Document:
    """The index by the day of each paper; those without a day come last, as they were filed."""
    subject = facts.title.strip().rstrip(".")
    head = replace(facts.head, type_name="Mục lục hồ sơ", type_code="", number=None, subject=subject)
    profile = styles.profile_of(facts.head, facts.day)
    table = Table(COLUMNS, tuple(_row(place, one) for place, one in enumerate(by_day(facts.filed), start=1)))
    said = f"Hồ sơ gồm {len(facts.filed)} văn bản."
    end = paragraph("total", said if facts.filed else blank("văn bản trong hồ sơ"))
    blocks: tuple[Block, ...] = (*letterhead.head(head, profile), table, end)
    title = f"Mục lục hồ sơ {subject}"
    sheet = Sheet("Mục lục", title, table, (end.text,))
    return Document(title, profile, (Section(blocks),), (sheet,), head.marks)


def by_day(filed: Iterable[Filed]) -> list[Filed]:
    """Papers of one day keep the order in which they were filed."""
    return sorted(filed, key=lambda one: one.signed or date.max)


def _row(place: int, one: Filed) -> Row:
    signed = dates.paper_date(one.signed) if one.signed else ""
    return Row((place, one.symbol, signed, one.title, one.author, one.pages, one.note))
