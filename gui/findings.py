"""The list of what a check found: one line for each, the chosen one told in full below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from gui.sifted import SiftedList
from gui.table import Column
from papers.checking.findings import SEVERITIES

if TYPE_CHECKING:
    from papers.checking.findings import Finding

TONES = {"E": "bad", "W": "warn", "I": "quiet"}
NONE_FITS = "Không chỗ nào khớp với ô tìm và mức đang chọn."
COLUMNS = (
    Column("severity", "Mức", 116, text=lambda key: SEVERITIES[key],
           tone=lambda row: TONES[row.severity], sort=lambda row: list(SEVERITIES).index(row.severity)),
    Column("place", "Chỗ", 140),
    Column("found", "Thấy", 140, stretch=True),
    Column("expected", "Cần", 140, stretch=True),
    Column("source", "Theo", 130, shown=False),
)  # fmt: skip


class FindingList(SiftedList):
    """`put` gives it all findings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "form_check", "Những chỗ chưa đúng thể thức", COLUMNS, SEVERITIES,
            lambda one: one.severity, _told, label="Mức", every="Mọi mức", none=NONE_FITS, wrap=True,
            parent=parent,
        )  # fmt: skip

    def is_same(self, one: Any, before: Any) -> bool:
        """The same breach at the place where it was when the file was looked at last."""
        return bool((one.rule, one.paragraph) == (before.rule, before.paragraph))


def _told(one: Finding) -> str:
    return f"{one.place}. Thấy: {one.found}. Cần: {one.expected} ({one.source})."
