"""The number of a paper: the next one of its series taken with one press, one given up with its reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db import numbering, series
from db.series import Entry
from gui import errors, look
from gui.form import Form
from gui.workspace.actions import button
from rules.fields import Field, Kind
from rules.numbering import RESERVED
from rules.numbers import two_digits
from rules.trouble import Refused

REASON = Field("reason", "Lý do hủy", Kind.LONG, required=True, limit=300, hint="Ghi vào sổ đăng ký văn bản")
KEPT_WORDS = "Số đã hủy vẫn nằm trong sổ đăng ký kèm lý do và không cấp lại cho văn bản nào."


class NumberTools(QWidget):
    """The buttons beside the number; each writes at once, after what is typed was saved."""

    taken = Signal(str)  # a line for the status bar
    passed = Signal()  # the button that had the keyboard is gone: there is a number now

    def __init__(self, paper: str, meeting: int, settle: Callable[[], bool]) -> None:
        super().__init__()
        self.paper, self.meeting = paper, meeting
        self._settle = settle
        self._form: Form | None = None
        self._kept: Entry | None = None
        self.next = button("Lấy số tiếp theo", "", self.take_next)
        self.use = button("Dùng số đã giữ", "", self.take_kept)  # seldom there: on a line of its own
        self.annul = button("Hủy số…", "", self.ask_reason, "Bỏ số này, có ghi lý do vào sổ")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.next, self.annul):
            row.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """What can be done now: take a number where there is none, give up the one there is."""
        number = numbering.number_of(self.paper, self.meeting)
        place = numbering.series_for(self.paper, self.meeting) if number is None else None
        self.annul.setVisible(number is not None)
        self.next.setVisible(place is not None)
        self._kept = None
        if place is not None:
            free = two_digits(numbering.proposed(self.paper, self.meeting))
            self.next.setText(f"Lấy số tiếp theo: {free}")
            self.next.setToolTip(f"Sổ: {place.title} (Ctrl+L)")
            held = series.entries(series.desk(), place.types)
            mine = [one for one in held if one.state == RESERVED and one.series == place]
            self._kept = min(mine, key=lambda one: one.number, default=None)
        self.use.setVisible(self._kept is not None)
        if self._kept is not None:
            self.use.setText(f"Dùng số đã giữ: {two_digits(self._kept.number)}")
            self.use.setToolTip(f"Giữ cho: {self._kept.reason}")

    def take_next(self) -> None:
        self._do(lambda: f"Đã lấy số {two_digits(numbering.take(self.paper, self.meeting))}.")

    def take_kept(self) -> None:
        kept = self._kept
        if kept is not None and kept.id is not None:
            key = kept.id
            self._do(lambda: f"Đã dùng số {two_digits(numbering.use(key, self.paper, self.meeting))}.")

    def _do(self, work: Callable[[], str]) -> None:
        if not self._settle():
            return
        here = self.next.hasFocus() or self.use.hasFocus()
        try:
            said = work()
        except Refused as refused:
            errors.show(refused, self)
            return
        self.taken.emit(said)
        if here:
            self.passed.emit()

    def ask_reason(self) -> None:
        """The reason before the number goes; without one nothing is given up."""
        if not self._settle():
            return
        entry = self._mine()
        if entry is None or entry.id is None:
            return
        key = entry.id
        title = f"Hủy số {entry.shown}"

        def annul(values: dict[str, object]) -> None:
            numbering.annul(key, str(values["reason"]))
            self.taken.emit(f"Đã hủy số {entry.shown}.")

        self._form = Form(title, (REASON,), {}, save_text="Hủy số này", parent=self.window(), on_save=annul)
        self._form.layout().insertWidget(1, _note())  # type: ignore[union-attr]
        self._form.open()

    def _mine(self) -> Entry | None:
        """The number this paper holds, as the register has it."""
        held = series.entries(series.desk())
        mine = (one for one in held if (one.kind, one.record) == (self.paper, self.meeting))
        return next(mine, None)


def _note() -> QWidget:
    note = look.quiet(KEPT_WORDS)
    note.setContentsMargins(24, 0, 24, 0)
    return note
