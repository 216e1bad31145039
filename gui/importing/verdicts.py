"""The rows of an import with the verdict on each: searched, narrowed to one verdict, told in full below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from gui.sifted import SiftedList
from gui.table import Column
from rules.imports import DUPLICATE, ERROR, NEW, SAME, STATES, UPDATE, Verdict
from rules.imports.said import LeftOut

PASSED = "passed"  # the reader of the workbook left the row out
WORDS = {**STATES, PASSED: "bỏ qua"}
TONES = {NEW: "good", UPDATE: "good", SAME: "quiet", DUPLICATE: "warn", ERROR: "bad", PASSED: "quiet"}
# What the clerk has to look at stands first.
ORDER = (ERROR, DUPLICATE, UPDATE, NEW, SAME, PASSED)
NONE_FITS = "Không dòng nào khớp với ô tìm và kết quả đang chọn."


class Line(NamedTuple):
    """One row of the sheet as the list shows it."""

    id: int  # the row's number in Excel
    state: str
    title: str
    why: str
    verdict: Verdict | None = None


COLUMNS = (
    Column("id", "Dòng", 64, "right"),
    Column("state", "Kết quả", 110, text=lambda key: WORDS[key], tone=lambda row: TONES[row.state],
           sort=lambda row: ORDER.index(row.state)),
    Column("title", "Nội dung dòng", 160, stretch=True),
    Column("why", "Vì sao, đổi gì", 200, stretch=True),
)  # fmt: skip


class VerdictList(SiftedList):
    """`show_verdicts` gives it verdicts and the rows left out, what needs a look first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        kinds = {key: WORDS[key].capitalize() for key in ORDER}
        super().__init__(
            "import_rows", "Từng dòng trong tệp", COLUMNS, kinds, lambda line: line.state, told,
            label="Kết quả", every="Mọi dòng", none=NONE_FITS, parent=parent,
        )  # fmt: skip

    def show_verdicts(self, verdicts: Sequence[Verdict], left_out: Sequence[LeftOut]) -> None:
        judged = [Line(one.row, one.state, one.title, one.why, one) for one in verdicts]
        passed = [Line(one.row, PASSED, one.words, one.why) for one in left_out]
        self.put(sorted((*judged, *passed), key=lambda line: (ORDER.index(line.state), line.id)))

    def is_same(self, one: Any, before: Any) -> bool:
        """The same row of the sheet, whatever is thought of it now."""
        return bool(one.id == before.id)


def told(line: Line) -> str:
    """All that is known of one row, a line for each thing."""
    said = [f"Dòng {line.id}, {WORDS[line.state]}: {line.title}".rstrip(" :")]
    said += [line.why] if line.why else []
    if line.verdict is not None:
        named = "; ".join(one.words for one in line.verdict.candidates)
        said += [f"Có thể là: {named}"] if named else []
        said += line.verdict.notes
    return "\n".join(said)
