"""The heads of a meeting in large figures, in all and by group."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui import look
from gui.workspace.inline import scrolled
from rules.meetings import Counts


class CountsPanel(QFrame):
    """Came out of called, then where everyone else is; the lines always add up to the called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.big = QLabel()
        self.big.setTextFormat(Qt.TextFormat.RichText)
        self.big.setAccessibleName("Số có mặt")
        self.lines = QLabel()
        self.lines.setTextFormat(Qt.TextFormat.RichText)
        self.lines.setWordWrap(True)
        self.lines.setAccessibleName("Số lượng theo từng trạng thái và thành phần")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 4, 8)
        column.setSpacing(4)
        column.addWidget(self.big)
        column.addWidget(scrolled(self.lines), 1)
        self.total: Counts | None = None

    def show_counts(self, total: Counts, groups: list[tuple[str, Counts]]) -> None:
        self.total = total
        muted = look.colour("muted").name()
        share = f"&nbsp;&nbsp;<span style='font-size:12pt; color:{muted}'>{total.share}</span>"
        self.big.setText(
            f"<span style='font-size:24pt; font-weight:600'>{total.came}/{total.called}</span>"
            f"{share if total.called else ''}<br><span style='color:{muted}'>có mặt trên số triệu tập</span>"
        )
        on_time = total.came - total.late - total.left_early - total.substitutes
        lines = (
            ("good", "Có mặt đúng giờ", on_time),
            ("warn", "Đến muộn", total.late),
            ("warn", "Về sớm", total.left_early),
            ("good", "Dự thay", total.substitutes),
            ("bad", "Vắng có lý do", total.excused),
            ("bad", "Vắng không lý do", total.absent),
            ("warn", "Chưa điểm danh", total.unmarked),
        )
        rows = "".join(_line(name, str(count), tone) for tone, name, count in lines)
        rows += _line("Cộng", str(total.called), "text", bold=True)
        by_group = "".join(_line(name, f"{heads.came}/{heads.called}", "") for name, heads in groups)
        if by_group:
            by_group = f"<p style='color:{muted}; margin:10px 0 2px 0'>Theo thành phần</p>{_table(by_group)}"
        self.lines.setText(_table(rows) + by_group)


def _table(rows: str) -> str:
    return f"<table width='100%' cellspacing='0' cellpadding='2'>{rows}</table>"


def _line(name: str, value: str, tone: str, bold: bool = False) -> str:
    colour = look.colour(tone if tone and value != "0" else "muted" if tone else "text").name()
    weight = "font-weight:600;" if bold else ""
    return (
        f"<tr><td style='{weight}'>{escape(name)}</td>"
        f"<td align='right' style='{weight} color:{colour}'>{value}</td></tr>"
    )
