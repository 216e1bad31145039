"""The door: opens the window, or does one command for scripts, tests or the office's IT staff."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import platformdirs

import db.file
import db.history
import rules.dates
import rules.fields
import rules.papers
from rules import commands
from rules.command_line import Parser
from rules.commands import ENDINGS as ENDINGS
from rules.trouble import Refused

if TYPE_CHECKING:
    from db.produced import Row
    from papers.content import Document

VERSION = "0.1.0"
HOME = Path(sys.executable if getattr(sys, "frozen", False) else __file__).resolve().parent
SAMPLE_NOTE = "DU-LIEU-MAU.txt"
SAMPLE_WORDS = "Dữ liệu mẫu, số liệu giả định để xem thử. Lệnh demo xóa cả thư mục này rồi dựng lại.\n"
SCREEN = Path(__file__).resolve().parent / "resources" / "program" / "screen.json"  # 1366×768, for pictures

TITLES: dict[str, Callable[[Any], str]] = {
    "units": lambda row: row.organization,
    "people": lambda row: row.full_name,
    "directives": lambda row: _directive(row),
    "meetings": lambda row: row.title,
    "plans": lambda row: _directive(row.directive),
}

# -- the command line


def parser() -> Parser:
    """The command line of the design's §6, with what each command does."""
    doing = {
        "": open_window, "demo": show_all, "list": list_records, "export": export, "import": import_rows,
        "undo": undo, "check": check, "backup": backup, "restore": restore,
    }  # fmt: skip
    return commands.build(Path(sys.argv[0]).name, VERSION, doing)


# -- the window


def open_window(options: argparse.Namespace) -> int:
    if not _has_display():
        what = "Máy này không có màn hình để mở cửa sổ."
        raise Refused(what, "Dùng lệnh demo --out THƯ_MỤC để xem văn bản và ảnh chụp.")
    folder = data_folder(options.data)
    if options.sample and not _holds_data(folder):
        build_sample(folder)
        db.file.close_file()
    from gui import opening

    return opening.run(folder)


def data_folder(chosen: str | None) -> Path:
    """The folder asked for, else `data` beside the program (portable), else the user's own."""
    if chosen:
        return Path(chosen).resolve()
    portable = HOME / "data"
    return portable if portable.is_dir() else Path(platformdirs.user_data_dir("ThuKy", appauthor=False))


def build_sample(folder: Path) -> None:
    """Makes the folder with the sample office in it, and leaves it open."""
    from db import sample  # long, and no part of an ordinary start

    folder.mkdir(parents=True, exist_ok=True)
    (folder / SAMPLE_NOTE).write_text(SAMPLE_WORDS, encoding="utf-8")
    db.file.open_file(folder)
    sample.build()


def _has_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def _holds_data(folder: Path) -> bool:
    return (folder / db.file.NAME).exists()


# -- the commands; each returns the exit status


def show_all(options: argparse.Namespace) -> int:
    out = Path(options.out).resolve()
    _refuse_foreign(out)
    _clear_sample(out / "data")
    build_sample(out / "data")
    print(out / "data" / db.file.NAME)
    _without_display()
    from gui import demo, screens

    for written in demo.write(out / "papers", compose, write):
        print(written)
    for picture in screens.take(out / "screens"):
        print(picture)
    db.file.close_file()
    return 0


def _rows(kind: str) -> Sequence[Any]:
    """The records of that kind; what is not needed to open a window is read in here."""
    from db import directives, meetings, people, plans, units

    subjects = {
        "units": units, "people": people, "directives": directives, "meetings": meetings, "plans": plans,
    }  # fmt: skip
    rows: Sequence[Any] = subjects[kind].rows()
    return rows


def _directive(row: Any) -> str:
    return " ".join(part for part in (row.type, row.symbol, row.subject) if part)


def list_records(options: argparse.Namespace) -> int:
    _open_data(options)
    for row in _rows(options.kind):
        print(f"{row.id}\t{TITLES[options.kind](row)}")
    return 0


def export(options: argparse.Namespace) -> int:
    listed = rules.papers.paper(options.paper).record == rules.papers.ROWS
    if (options.id is None) != listed:
        options.parser.complain("Danh sách thì không kèm SỐ." if listed else "Còn thiếu SỐ.")
    path = Path(options.to)
    if path.suffix.lower() not in ENDINGS:
        raise Refused(f"Không biết ghi tệp “{path.name}”.", f"Đuôi tệp phải là {', '.join(ENDINGS)}.")
    _open_data(options)
    _use_own_forms(db.file.folder())
    return _produce(options.paper, options.id, path, options.overwrite)


def _produce(paper: str, record: int | None, path: Path, over: bool) -> int:
    """Writes and registers the file; what lies there and is not ours, or no longer, stays as it is."""
    from db import facts, produced
    from papers import produce, template

    made = produce.compose(paper, facts.gather(paper, record), db.file.folder() / template.FOLDER)
    known = produced.find(path)
    render = partial(write, made.document)
    written = produce.write(path, render, known.digest if known else "", over)
    print(written.path)
    profile = made.document.profile
    produced.register(paper, record, written.path, written.digest, profile, made.facts, made.template)
    if written.beside:
        now = made.facts if known and (known.kind, known.record) == (paper, record) else None
        print(*_kept(path, known, now), sep="\n", file=sys.stderr)
    return 0


def _kept(path: Path, known: Row | None, now: Mapping[str, str] | None) -> list[str]:
    """Why the file at `path` stayed; `now`: what the same paper says today, None where it is another one."""
    from rules import snapshots

    if known is None:
        return [f"“{path.name}” có từ trước nên giữ nguyên; bản mới ghi cạnh đó (--overwrite để ghi đè)."]
    said = [f"“{path.name}” đã sửa tay nên giữ nguyên; bản mới ghi cạnh đó."]
    if now is None:
        return [*said, snapshots.other_paper(rules.papers.label_of(known.kind))]
    return said + [line for one in snapshots.changes(known.facts, now) for line in snapshots.told(one)]


def import_rows(options: argparse.Namespace) -> int:
    """Rows of a workbook into the data, as one change that can be undone; bad rows go to a workbook."""
    from db import imports as registers
    from papers import rejects, xlsx_file
    from rules import columns, imports
    from rules.imports import said

    if (options.kind == "attendance") != (options.meeting is not None):
        options.parser.complain("attendance cần --meeting SỐ; loại khác thì không kèm --meeting.")
    _open_data(options)
    path = Path(options.file)
    table = xlsx_file.read_table(path, options.sheet)
    layout = columns.layout_key(table.columns)
    mapping = said.corrected(options.kind, table, registers.mapping(options.kind, layout), options.column)
    known = registers.known(options.kind, options.meeting)
    found = imports.verdicts(options.kind, table, mapping, known)
    print(*said.whole(options.kind, path.name, table, mapping, found), sep="\n")
    bad = rejects.rejected(found)
    if bad and (options.rejects or not options.dry_run):
        place = Path(options.rejects) if options.rejects else rejects.free_name(path)
        rejects.write(place, options.kind, table, mapping, bad)
        print(f"{len(bad)} dòng chưa nhập được ghi ở {place}: sửa rồi nhập lại tệp đó.")
    if options.dry_run:
        print("Xem thử: chưa ghi gì vào dữ liệu.")
        return 0
    by_hand = (layout, mapping.columns) if options.column else None
    name = said.name(options.kind, found, path.name)
    done = registers.take(options.kind, found, name, options.meeting, by_hand)
    print(f"Đã thêm {done.created}, cập nhật {done.updated}, để nguyên {done.skipped}.")
    return 0


def undo(options: argparse.Namespace) -> int:
    """Takes back the last change, an import as a whole."""
    _open_data(options)
    taken_back = db.history.undo()
    if taken_back is None:
        raise Refused("Không có thay đổi nào để hoàn tác.")
    print(f"Đã hoàn tác: {taken_back}")
    return 0


def check(options: argparse.Namespace) -> int:
    """The health of the data; with a file its official form, 1 where it holds an error."""
    if options.file is not None:
        return check_form(options)
    if options.json or options.date is not None:
        options.parser.complain("--json và --date chỉ dùng khi kiểm tra một TỆP.")
    _open_data(options)
    complaints = db.file.check()
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    if not complaints:
        print("Dữ liệu lành lặn.")
    return 1 if complaints else 0


def check_form(options: argparse.Namespace) -> int:
    from papers import form_check
    from papers.checking import report

    _use_own_forms(data_folder(options.data))
    try:
        day = rules.dates.parse_date(options.date) if options.date else None
    except ValueError as error:
        raise Refused(str(error)) from error
    findings = form_check.check(Path(options.file), day)
    if options.json:
        print(report.as_json(findings))
    else:
        print(*report.as_lines(findings), sep="\n")
    return 1 if any(one.severity == "E" for one in findings) else 0


def backup(options: argparse.Namespace) -> int:
    _open_data(options)
    print(db.file.backup(Path(options.to).resolve() if options.to else None))
    return 0


def restore(options: argparse.Namespace) -> int:
    folder = data_folder(options.data)
    with suppress(Refused):  # a damaged file is what a backup is for
        db.file.open_file(folder)
    db.file.restore(Path(options.file).resolve())
    print(f"Đã lấy lại dữ liệu vào {folder}. Dữ liệu trước đó nằm trong {folder / 'backups'}.")
    return 0


def compose(paper: str, record: int | None) -> Document:
    """The program's own paper of one record (None for a list), from the open file."""
    from db import facts  # not needed to open the window, which shall open fast
    from papers import catalogue

    return catalogue.compose(paper, facts.gather(paper, record))


def write(document: Document, path: Path) -> None:
    """Writes the kind of file that the ending names."""
    if path.suffix.lower() == ".docx":
        from papers import docx_file

        docx_file.write(document, path)
    elif path.suffix.lower() == ".xlsx":
        from papers import xlsx_file

        xlsx_file.write(document, path)
    else:
        _without_display()
        from gui import opening, paper

        opening.application()
        paper.write_pdf(document, path)


# -- how it is done


def _open_data(options: argparse.Namespace) -> None:
    """Opens data that is there; no command but the demo begins an office."""
    folder = data_folder(options.data)
    if not _holds_data(folder):
        raise Refused(f"Thư mục {folder} chưa có dữ liệu.", "Ghi đúng thư mục sau --data.")
    db.file.open_file(folder)


def _use_own_forms(folder: Path) -> None:
    """The office's own forms, where the data folder has any; a damaged file is told and passed by."""
    from papers.forms import kept

    damaged = kept.load(folder / kept.FOLDER)
    if damaged:
        print(damaged, file=sys.stderr)


def _refuse_foreign(out: Path) -> None:
    """Papers and pictures go over those of an earlier demo alone, never over somebody's own files."""
    if (out / "data" / SAMPLE_NOTE).exists():
        return
    for folder in (out / "papers", out / "screens"):
        if folder.exists() and any(folder.iterdir()):
            raise Refused(f"Thư mục {folder} đã có tệp.", "Chọn thư mục khác sau --out.")


def _clear_sample(folder: Path) -> None:
    """Makes room for a new sample; a folder that no sample was built in stays as it is."""
    if folder.exists() and any(folder.iterdir()):
        if not (folder / SAMPLE_NOTE).exists():
            raise Refused(f"Thư mục {folder} đã có dữ liệu.", "Chọn thư mục khác sau --out.")
        shutil.rmtree(folder)


def _without_display() -> None:
    """On Linux Qt draws into memory, on a screen of an office's size; elsewhere there is always a display."""
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
        os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # what this platform cannot do is no news


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the command line says; the exit status is 0, or 1 after one plain sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # absent in the window program on Windows
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        status = int(options.run(options))
        print(end="", flush=True)
        return status
    except BrokenPipeError:  # the reader has left: nobody to tell, nothing to do at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Refused as refused:
        said = str(refused)
    except KeyboardInterrupt:
        said = "Đã dừng giữa chừng."
    except OSError as error:
        what = f"Không đọc hoặc ghi được “{error.filename}”" if error.filename else "Không in ra được kết quả"
        said = f"{what}. Kiểm tra quyền ghi và chỗ trống của ổ đĩa."
    finally:
        db.file.close_file()
    print(said, file=sys.stderr)
    return 1


def _our_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Uncaught errors end with status 1; what happened goes to the log, not to the screen."""
    said = "Chương trình gặp lỗi ngoài dự kiến; dữ liệu đã lưu vẫn còn nguyên."
    with suppress(OSError, RuntimeError):
        log = db.file.folder() / "logs" / "thuky.log"
        with log.open("a", encoding="utf-8") as lines:
            lines.writelines(traceback.format_exception(kind, error, trace))
        said += f" Chi tiết ở {log}."
    print(said, file=sys.stderr)


if __name__ == "__main__":
    sys.excepthook = _our_fault
    sys.exit(main())
