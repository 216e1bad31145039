"""A list that goes out carries the office's letterhead and exactly what was seen."""

from __future__ import annotations

from datetime import date

import pytest

from db import settings
from gui import listing
from gui.table import Column
from rules.facts import Office
from tests.gui.fakes import sample

COLUMNS = (
    Column("organization", "Tên", 300),
    Column("members", "Đảng viên", 90, "right"),
    Column("founded", "Thành lập", 110),
)
OFFICE = Office(1, "Đảng bộ Khối", "Đảng ủy Khối", "Đảng bộ tỉnh Mẫu", "ĐUK", "Mẫu")


def test_rows_keep_their_kinds_and_get_an_ordinal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "office", lambda: OFFICE)
    facts = listing.seen("Danh sách đơn vị", "", COLUMNS, sample(2), "2 đơn vị")
    assert facts.rows == (
        (1, "Đảng bộ Sở Công Thương", 3, date(1998, 1, 3)),
        (2, "Đảng bộ Sở Tài chính", 40, date(1999, 2, 3)),
    )
    assert (facts.head.superior, facts.head.issuer) == ("Đảng bộ tỉnh Mẫu", "Đảng ủy Khối")
    assert facts.footer == "2 đơn vị"


def test_the_list_becomes_a_paper_with_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "office", lambda: OFFICE)
    document = listing.document(listing.seen("Danh sách đơn vị", "", COLUMNS, sample(3)))
    assert document.blanks() == ()
    assert [column.title for column in document.sheets[0].table.columns] == [
        "TT",
        "Tên",
        "Đảng viên",
        "Thành lập",
    ]
    assert len(document.sheets[0].table.rows) == 3
