"""The minutes of a meeting: number and day, prose, speeches, signatures, and what is still unknown."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from db import papers, speeches
from db.papers import Signed
from gui import look
from gui.table import Column
from gui.workspace import papering
from gui.workspace.actions import action, button
from gui.workspace.bench import Bench, Look, Verbs
from gui.workspace.inline import InlineForm, Values, scrolled
from gui.workspace.minutes_fields import FEET, FEET_COLUMNS, PLACES, PROSE, PROSE_COLUMNS, RECIPIENTS
from gui.workspace.part import Choices, Part
from gui.workspace.wrapping import wrap
from rules.meetings import PAPER_FIELDS, SECTIONS, SPEECH_FIELDS
from rules.trouble import Refused

SPEECH_COLUMNS = (
    Column("person", "Người phát biểu", 170, text=lambda name: name or "⚠ chưa ghi tên"),
    Column("content", "Nội dung", 260, stretch=True),
)
SPEECH_EMPTY = "Chưa ghi ý kiến nào.\nChọn người, gõ nội dung ở khung bên phải rồi nhấn Ctrl+Enter."
# where a blank of the paper is filled in: words of its name → section
WHERE_FILLED = (
    ("ngày ban hành", "records"),
    ("tài liệu", "agenda"),
    ("có mặt", "presence"),
    ("vắng", "presence"),
    ("kết luận", "conclusions"),
    ("diễn biến", "minutes"),
    ("số", "minutes"),
    ("ký", "minutes"),
    ("ý kiến", "minutes"),
    ("", "info"),
)
WAIT = 150  # ms between news and composing again


class MinutesPart(Part):
    """Three pages of typing left, the blanks and the ways out right."""

    key, title = "minutes", "Biên bản"
    depends = frozenset(
        {
            "paper",
            "paper_section",
            "signature",
            "recipient",
            "speech",
            "person",
            "meeting",
            "meeting_role",
            "attendance",
            "invitation",
            "agenda_item",
            "agenda_directive",
            "conclusion",
            "task",
            "setting",
            "unit_name",
        }
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = Choices(self.day)
        self.prose = InlineForm((*PAPER_FIELDS, *PROSE), PROSE_COLUMNS)
        self.feet = InlineForm((*FEET, RECIPIENTS), FEET_COLUMNS, None, None, self.choices)
        verbs = Verbs(
            self._speeches,
            speeches.get,
            lambda values, row: speeches.save(values, self.meeting, row),
            speeches.delete,
            speeches.move,
        )
        seen = Look("speeches", "ý kiến", SPEECH_COLUMNS, SPEECH_FIELDS, (), SPEECH_EMPTY, tall=True)
        self.bench = Bench(seen, verbs, self.choices)
        self.bench.said.connect(self.said)
        for part in (self.prose, self.feet, self.bench):
            part.changed.connect(self._typed)
        self._pause = QTimer(self, singleShot=True, interval=WAIT)
        self._pause.timeout.connect(self.show_blanks)
        self._build()
        self.shortcut("Ctrl+P", self.preview)

    # -- what it looks like

    def _build(self) -> None:
        area = self.prose.boxes["proceedings"].editor.control
        area.setFixedHeight(area.fontMetrics().lineSpacing() * 11)
        speech = self.bench.form.boxes["content"].editor.control
        speech.setFixedHeight(speech.fontMetrics().lineSpacing() * 9)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._page(self.prose))
        self.pages.addWidget(self.bench)
        self.pages.addWidget(self._page(self.feet))
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Các phần của biên bản")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in ("Số, ngày, lời văn", "Ý kiến phát biểu", "Chữ ký, nơi nhận"):
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._turn)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.tabs)
        left.addWidget(self.pages, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(left, 1)
        whole.addWidget(self._side())

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.begin()

    def _page(self, form: InlineForm) -> QWidget:
        page = QWidget()
        save = look.main_button("Lưu biên bản" if form is self.prose else "Lưu chữ ký, nơi nhận")
        save.setToolTip("Ctrl+S")
        save.clicked.connect(self.save)
        action(page, save.text(), "", "Ctrl+S", self.save)  # the bench between has a Ctrl+S of its own
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(scrolled(form, (0, 0, 12, 8)), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(save)
        column.addLayout(foot)
        return page

    def _side(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setFixedWidth(236)
        self.blanks_title = look.subheading("")
        self.blanks_title.setWordWrap(True)
        self.blanks = QListWidget()
        self.blanks.setAccessibleName("Những điều chưa biết của biên bản")
        wrap(self.blanks)
        self.blanks.setStyleSheet("QListWidget { border: none; }")
        self.blanks.itemActivated.connect(lambda item: self._fill_in(item.text()))
        self.blanks.setToolTip("Nhấn đúp để đến chỗ bổ sung")
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(6)
        column.addWidget(self.blanks_title)
        column.addWidget(self.blanks, 1)
        view = button("Xem trước, in", "print", self.preview, "Ctrl+P")
        column.addWidget(view)
        row = QHBoxLayout()
        row.setSpacing(4)
        for words, kind in (("Word", "docx"), ("Excel", "xlsx"), ("PDF", "pdf")):
            tip = f"Lưu biên bản thành tệp {words}"
            row.addWidget(button(words, "", partial(self._to_file, kind), tip))
        column.addLayout(row)
        return panel

    def preview(self) -> None:
        if self.settle():
            papering.preview("minutes", self.meeting, self)

    def _to_file(self, kind: str) -> None:
        if self.settle():
            papering.save("minutes", self.meeting, kind, self)

    # -- rows

    def _speeches(self) -> list[speeches.Row]:
        return speeches.rows(self.meeting) if self.meeting else []

    def _kept(self) -> tuple[Values, Values]:
        paper = papers.get("minutes", self.meeting)
        prose: dict[str, Any] = {"number": paper["number"], "signed": paper["signed"], **paper["sections"]}
        feet: dict[str, Any] = {"recipients": "\n".join(paper["recipients"])}
        for place, block in enumerate(paper["signatures"][: len(PLACES)], start=1):
            feet |= {
                f"authority_{place}": block.authority,
                f"post_{place}": block.post,
                f"person_{place}": block.person,
            }
        return prose, feet

    def reload(self) -> None:
        self.choices.forget()
        for form in (self.prose, self.feet, self.bench.form):
            form.forget_choices()
        for form, values in zip((self.prose, self.feet), self._kept(), strict=True):
            if not form.is_changed():
                form.load(values)
        self.bench.reload()
        spoken = len(self.bench.model.rows)
        self.tabs.setTabText(1, f"Ý kiến phát biểu {spoken}" if spoken else "Ý kiến phát biểu")
        self._pause.start()

    def show_blanks(self) -> None:
        """What the paper would print as dots if it went out now."""
        if not self.meeting:
            return
        try:
            unknown = papering.compose("minutes", self.meeting).blanks()
        except Refused as refused:
            unknown = (str(refused),)
        self.blanks.clear()
        self.blanks.addItems([name[:1].upper() + name[1:] for name in unknown])
        words = f"⚠ Chưa biết ({len(unknown)}) — sẽ in dấu chấm" if unknown else "✓ Không còn chỗ trống"
        self.blanks_title.setText(words)
        self.blanks_title.setMinimumHeight(self.blanks_title.heightForWidth(self.blanks_title.width()))
        look.set_role(self.blanks_title, "warn" if unknown else "good")
        self.blanks_title.setStyleSheet("font-weight: 600")

    def _fill_in(self, name: str) -> None:
        section = next(section for words, section in WHERE_FILLED if words in name.lower())
        if section != self.key:
            self.go.emit(section)
            return
        page = (
            1
            if "ý kiến" in name.lower()
            else 2
            if "họ tên" in name.lower() or "quyền hạn" in name.lower()
            else 0
        )
        self.tabs.setCurrentIndex(page)
        (self.bench.form, self.prose, self.feet)[(1, 0, 2)[page]].focus_first()

    # -- as a section

    def _typed(self) -> None:
        self.unsaved.emit()

    def forget(self) -> None:
        for form in (self.prose, self.feet):
            form.load({})
        self.bench.clear()

    def is_changed(self) -> bool:
        return any(form.is_changed() for form in (self.prose, self.feet, self.bench.form))

    def save(self) -> bool:
        """Number, prose, feet as one change; a speech that is being typed goes with them."""
        for page, form in ((0, self.prose), (2, self.feet)):
            if not form.ready():
                self.tabs.setCurrentIndex(page)
                return False
        given = self._given()
        if given:
            try:
                papers.save("minutes", self.meeting, given)
            except Refused as refused:
                self.prose.refuse(str(refused))
                return False
            self.prose.settled()
            self.feet.settled()
            self.said.emit("Đã lưu biên bản.")
            self.reload()
        return self.bench.leave()

    def _given(self) -> Values:
        """Only what was typed: feet that were proposed and not touched keep following the roles."""
        given: Values = {}
        if self.prose.is_changed():
            values = self.prose.values()
            given |= {field.name: values[field.name] for field in PAPER_FIELDS}
            given["sections"] = {choice.key: values[choice.key] for choice in SECTIONS}
        if self.feet.is_changed():
            values = self.feet.values()
            blocks = [
                Signed(values[f"authority_{n}"], values[f"post_{n}"], values[f"person_{n}"])
                for n in (1, 2, 3)
            ]
            given["signatures"] = tuple(block for block in blocks if block.authority or block.person)
            given["recipients"] = tuple(line for line in values["recipients"].splitlines() if line.strip())
        return given

    def begin(self) -> None:
        if self.pages.currentWidget() is self.bench:
            self.bench.form.focus_first()
        else:
            (self.prose if self.tabs.currentIndex() == 0 else self.feet).focus_first()
