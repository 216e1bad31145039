"""The dialog that writes all chosen papers of a meeting at once."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db import facts, meetings
from db.produced import File, Row
from db.values import label
from gui import errors, jobs, look, saving, state
from gui.asking import ask
from gui.buttons import foot, side
from gui.desk import bundling
from gui.desk.bundling import Done, Packed, Piece
from gui.desk.states import State
from gui.workspace import papering
from gui.workspace.wrapping import wrap
from papers import produce
from rules.dates import show_date
from rules.facts import Meeting
from rules.papers import BUNDLE, Paper
from rules.trouble import Refused

KINDS = (("&Word", "docx"), ("&PDF", "pdf"), ("&Excel (văn bản có bảng)", "xlsx"))
LEFT_OUT, CHOSEN, AS_ZIP = "bundle/left_out", "bundle/kinds", "bundle/zip"  # habits of the clerk
LONGEST = 70  # letters of a title in the name of a folder
KEY = Qt.ItemDataRole.UserRole
NONE_CHOSEN = "Chưa chọn văn bản nào để ghi."
NO_KIND = "Chưa chọn loại tệp nào."


class BundleDialog(QDialog):
    """Papers with a tick each, kinds of files, folder or ZIP."""

    def __init__(
        self, meeting: int, papers: Sequence[Paper], states: Mapping[str, State], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._section = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("bundle")
        self.setWindowTitle("Ghi tất cả văn bản")
        self.meeting = meeting
        self.papers = {paper.key: paper for paper in papers}
        self._lacking = {key for key in self.papers if states[key].lack}
        self.list = QListWidget()
        self.list.setAccessibleName("Văn bản sẽ ghi")
        wrap(self.list, ticked=True)
        left_out = state.words(LEFT_OUT)
        for paper in papers:
            self._add(paper, states[paper.key], paper.key not in left_out)
        self.kinds = {kind: QCheckBox(words) for words, kind in KINDS}
        wanted = state.words(CHOSEN) or ["docx", "pdf", "xlsx"]
        for kind, box in self.kinds.items():
            box.setChecked(kind in wanted)
        self.as_zip = QCheckBox("Một tệp &ZIP, không phải thư mục mới")
        self.as_zip.setChecked(bool(state.number(AS_ZIP)))
        self.note = look.quiet("")
        look.set_role(self.note, "bad")
        self.note.hide()
        self._build()
        self._size()

    def _add(self, paper: Paper, known: State, ticked: bool) -> None:
        """A paper that has nothing to say yet stands there with the reason, unticked."""
        item = QListWidgetItem(f"{paper.label} – {known.lack}" if known.lack else paper.label)
        item.setData(KEY, paper.key)
        checked = ticked and not known.lack
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        if known.blanks:
            item.setToolTip(f"Còn {len(known.blanks)} chỗ trống, in dấu chấm")
        self.list.addItem(item)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(look.heading("Ghi tất cả văn bản"))
        column.addWidget(look.quiet("Tên tệp đánh số theo thứ tự công việc. Tệp đã có không bị ghi đè."))
        column.addWidget(self.list, 1)
        ticks = QHBoxLayout()
        self.all = side("Chọn &tất cả", partial(self.tick, True))
        self.none = side("&Bỏ chọn tất cả", partial(self.tick, False))
        for part in (self.all, self.none):
            ticks.addWidget(part)
        ticks.addStretch(1)
        column.addLayout(ticks)
        column.addLayout(self._row("Loại tệp", *self.kinds.values()))
        column.addLayout(self._row("Ghi vào", self.as_zip))
        column.addWidget(self.note)
        self.go = look.main_button("Chọn nơi lưu…", "export")
        self.go.setDefault(True)
        self.go.clicked.connect(self.choose_place)
        column.addLayout(foot(side("Đóng", self.reject), self.go))

    def _row(self, title: str, *parts: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        label = look.quiet(title)
        label.setWordWrap(False)
        label.setMinimumWidth(60)
        row.addWidget(label)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _size(self) -> None:
        room = (self.parentWidget() or self).screen().availableGeometry()
        self.resize(560, min(640, room.height() - 80))

    # -- what is chosen

    def tick(self, on: bool) -> None:
        for place in range(self.list.count()):
            self.list.item(place).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def chosen(self) -> list[Paper]:
        """The ticked papers in their order."""
        items = (self.list.item(place) for place in range(self.list.count()))
        ticked = [item.data(KEY) for item in items if item.checkState() == Qt.CheckState.Checked]
        return [self.papers[key] for key in ticked]

    def chosen_kinds(self) -> list[str]:
        return [kind for kind, box in self.kinds.items() if box.isChecked()]

    def _remember(self) -> None:
        """What this office leaves out, of the papers that had something to say."""
        ticked = {paper.key for paper in self.chosen()}
        before = [key for key in state.words(LEFT_OUT) if key in self._lacking]
        left_out = [key for key in self.papers if key not in ticked and key not in self._lacking]
        state.put(LEFT_OUT, before + left_out)
        state.put(CHOSEN, self.chosen_kinds())
        state.put(AS_ZIP, int(self.as_zip.isChecked()))

    # -- what is done

    def choose_place(self) -> None:
        """The system's own dialog, then the writing in the background."""
        lacking = NONE_CHOSEN if not self.chosen() else NO_KIND if not self.chosen_kinds() else ""
        self.note.setText(f"✗ {lacking}")
        self.note.setVisible(bool(lacking))
        if lacking:
            return
        self._remember()
        try:
            (self._to_zip if self.as_zip.isChecked() else self._to_folder)(self.name())
        except Refused as refused:
            errors.show(refused, self)

    def _to_zip(self, name: str) -> None:
        proposed = str(saving.folder() / f"{name}.zip")
        path, _ = QFileDialog.getSaveFileName(self, "Ghi vào tệp ZIP", proposed, "Tệp nén (*.zip)")
        if path:
            named = saving.with_ending(Path(path), "zip")
            self.write_zip(named, over=named == Path(path))

    def _to_folder(self, name: str) -> None:
        title = f"Chọn nơi đặt thư mục “{name}”"
        folder = QFileDialog.getExistingDirectory(self, title, str(saving.folder()))
        if folder:
            self.write_folder(Path(folder))

    def name(self) -> str:
        """ "Hội nghị quán triệt … 21-08-2019": of the new folder or the ZIP."""
        values = meetings.get(self.meeting)
        day = f" {show_date(values['day']).replace('/', '-')}" if values["day"] else ""
        return saving.file_name(textwrap.shorten(values["title"], LONGEST, placeholder="") + day)

    def pieces(self) -> list[Piece]:
        """Facts of every chosen paper, gathered here because the work may not touch the open file."""
        found = []
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            for paper in self.chosen():
                known = facts.gather(paper.key, self.meeting)
                assert isinstance(known, Meeting)
                found.append(Piece(paper, self.meeting, known, papering.templates()))
        finally:
            QApplication.restoreOverrideCursor()
        return found

    def write_folder(self, within: Path) -> None:
        """A new folder in this one; where the name is taken the next free one."""
        place = within / self.name()
        place = produce.free(place) if place.exists() else place
        state.put("saving/folder", str(within))
        work = partial(bundling.to_folder, place, self.pieces(), self.chosen_kinds())
        jobs.run(work, partial(self._filed, place), parent=self, words="Đang ghi các văn bản…")

    def write_zip(self, path: Path, over: bool = False) -> None:
        """`over`: the dialog asked whether a file of that name may go."""
        state.put("saving/folder", str(path.parent))
        before = saving.known(path)
        digest = before.digest if before else ""
        work = partial(bundling.to_zip, path, self.pieces(), self.chosen_kinds(), digest, over)
        jobs.run(work, partial(self._packed, path, before), parent=self, words="Đang ghi các văn bản…")

    def _filed(self, place: Path, made: list[Done]) -> None:
        files = [saving.kept_file(*one) for one in made]
        saving.remember(files, self._section, label("Ghi", f"{len(files)} tệp vào thư mục", place.name))
        self._end(f"Đã ghi {len(made)} tệp vào thư mục “{place.name}”.", "Mở thư mục", place)

    def _packed(self, asked: Path, before: Row | None, made: Packed) -> None:
        path, digest, beside = made.written
        saving.remember([File(BUNDLE, self.meeting, path, digest, "", made.facts)], self._section)
        if beside:
            origin = saving.Origin(BUNDLE, self.meeting, made.facts)
            saving.tell_beside(asked, path, before, origin, self._section)
            self.accept()
        else:
            self._end(f"Đã ghi các văn bản vào “{path.name}”.", "Mở thư mục", path.parent)

    def _end(self, what: str, yes: str, place: Path) -> None:
        then = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(place)))
        ask(self._section, what, yes, then, details=[str(place)], no="Đóng")
        self.accept()
