"""The command line: what it prints, what it refuses, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from db import file, history, units
from papers import docx_file, letters
from rules.papers import PAPERS
from rules.trouble import Refused
from tests.main.commands import run

TOP = Path(main.__file__).parent
ENGLISH = (
    "usage",
    "options",
    "positional",
    "optional",
    "show this",
    "error",
    "argument",
    "required",
    "Traceback",
)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Thư Ký {main.VERSION}\n"


@pytest.mark.parametrize("words", [[], ["demo"], ["list"], ["export"], ["check"], ["backup"], ["restore"]])
def test_help_is_vietnamese(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main([*words, "--help"])
    said = capsys.readouterr().out
    assert ended.value.code == 0
    assert said.startswith("Cách dùng: ")
    assert not [word for word in ENGLISH if word in said]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["demo"], "Còn thiếu --out."),
        (["list", "tables"], "LOẠI không nhận 'tables'; chọn trong"),
        (["list"], "Còn thiếu LOẠI."),
        (["export", "minutes", "một", "--to", "a.docx"], "SỐ phải là số của một mục, không nhận “một”."),
        (
            ["export", "minutes", "9" * 30, "--to", "a.docx"],
            f"SỐ phải là số của một mục, không nhận “{'9' * 20}…”",
        ),
        (["export", "minutes", "1_0", "--to", "a.docx"], "SỐ phải là số của một mục, không nhận “1_0”."),
        (["export", "units", "5", "--to", "a.docx"], "Danh sách thì không kèm SỐ."),
        (["export", "units", "--to", ""], "--to không được để trống."),
        (["demo", "--out", " "], "--out không được để trống."),
        (["--data", "", "check"], "--data không được để trống."),
        (["check", ""], "TỆP không được để trống."),
        (["check", "--json"], "--json và --date chỉ dùng khi kiểm tra một TỆP."),
        (["check", "--date", "1/1/2020"], "--json và --date chỉ dùng khi kiểm tra một TỆP."),
        (["export", "minutes", "1", "--to"], "--to cần một giá trị đi sau."),
        (["export", "minutes", "--to", "a.docx"], "Còn thiếu SỐ."),
        (["check", "--now"], "Không hiểu --now."),
        (["erase"], "không nhận 'erase'"),
    ],
)
def test_wrong_use_ends_with_2(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(words)
    heard = capsys.readouterr()
    assert ended.value.code == 2
    assert said in heard.err
    assert heard.out == ""
    assert not [word for word in ENGLISH if word in heard.err.replace("--help", "")]


def test_export_help_lists_every_paper(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.main(["export", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "minutes: Biên bản hội nghị; " in said
    assert "units: Danh sách đơn vị" in said


def test_folder_is_the_one_asked_for_then_the_portable_then_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main, "HOME", tmp_path)
    monkeypatch.setattr(main.platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "user"))
    assert main.data_folder(None) == tmp_path / "user"
    (tmp_path / "data").mkdir()
    assert main.data_folder(None) == tmp_path / "data"
    assert main.data_folder(str(tmp_path / "asked")) == tmp_path / "asked"


@pytest.mark.parametrize(
    "words", [["list", "units"], ["check"], ["backup"], ["export", "units", "--to", "a.docx"]]
)
def test_a_folder_without_data_is_refused_not_filled(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path / "none", *words) == 1
    heard = capsys.readouterr()
    assert "chưa có dữ liệu" in heard.err
    assert len(heard.err.splitlines()) == 1
    assert heard.out == ""
    assert not (tmp_path / "none").exists()


def test_list_prints_ids_with_titles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.open_file(folder)
    with history.change("Thêm đơn vị"):
        number = units.save({"organization": "Chi bộ Tỉnh Đoàn", "kind": 1})
    assert run(folder, "list", "units") == 0
    assert f"{number}\tChi bộ Tỉnh Đoàn" in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("kind", list(main.TITLES))
def test_every_kind_lists_in_an_empty_office(kind: str, folder: Path) -> None:
    assert run(folder, "list", kind) == 0


@pytest.mark.parametrize("taken", ["papers", "screens"])
def test_demo_leaves_papers_that_it_did_not_write(
    taken: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / taken).mkdir()
    (tmp_path / taken / "bien-ban.docx").write_bytes(b"theirs")
    assert main.main(["demo", "--out", str(tmp_path)]) == 1
    assert "đã có tệp" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == [taken]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "units", "--to", "a.odt"], "Đuôi tệp phải là .docx, .xlsx, .pdf."),
        (["export", "units", "--to", "nowhere/a.docx"], "Không có thư mục"),
        (["export", "minutes", "99", "--to", "a.docx"], "không còn trong sổ"),
        (["export", "plan", "99", "--to", "a.docx"], "không còn trong sổ"),
        (["backup", "--to", "nowhere"], "Không tìm thấy thư mục"),
        (["restore", "nothing.db"], "Không tìm thấy bản sao lưu"),
        (["restore", __file__], "không phải là tệp của Thư Ký"),
    ],
)
def test_refused_with_one_sentence(
    words: list[str],
    said: str,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(folder, *words) == 1
    heard = capsys.readouterr()
    assert said in heard.err
    assert len(heard.err.splitlines()) == 1
    assert not (tmp_path / "a.docx").exists()


def test_check_of_sound_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "check") == 0
    assert capsys.readouterr().out == "Dữ liệu lành lặn.\n"


def test_check_of_damaged_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / file.NAME).write_bytes(b"x" * 5000)
    assert run(folder, "check") == 1
    assert "không phải là tệp của Thư Ký" in capsys.readouterr().err


def test_restore_brings_back_what_a_backup_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "backup") == 0
    kept = Path(capsys.readouterr().out.strip())
    assert kept.parent == folder / "backups"
    file.open_file(folder)
    before = len(units.rows())
    with history.change("Thêm đơn vị"):
        units.save({"organization": "Chi bộ Tỉnh Đoàn", "kind": 1})
    assert run(folder, "restore", str(kept)) == 0
    file.open_file(folder)
    assert len(units.rows()) == before


def test_restore_over_a_damaged_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, "backup")
    kept = capsys.readouterr().out.strip()
    (folder / file.NAME).write_bytes(b"x" * 5000)
    assert run(folder, "restore", kept) == 0
    assert run(folder, "check") == 0


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run(folder) == 1
    assert "không có màn hình" in capsys.readouterr().err


@pytest.mark.slow
def test_demo_writes_every_paper_of_the_conference(
    tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from gui import demo, screens

    all_records, all_letters = demo.records, letters.by_person  # the long run is for the demo
    monkeypatch.setattr(demo, "records", lambda paper: all_records(paper)[:1])
    monkeypatch.setattr(letters, "by_person", lambda facts, guests: all_letters(facts, guests)[:9])
    monkeypatch.setattr(screens, "take", lambda folder: [folder / "01.png"])
    assert main.main(["demo", "--out", str(tmp_path)]) == 0
    told = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert told[0] == tmp_path / "data" / file.NAME
    assert told[-1] == tmp_path / "screens" / "01.png"
    assert {path for path in (tmp_path / "papers").iterdir() if path.stat().st_size > 1000} == set(told[1:-1])
    names = {path.name for path in told}
    assert {f"{paper.file_name}{ending}" for paper in PAPERS for ending in (".docx", ".pdf")} <= names
    books = {path.stem for path in told if path.suffix == ".xlsx"}
    assert {"bien-ban", "danh-sach-dai-bieu", "so-van-ban-di", "bang-phan-cong"} <= books
    minutes = docx_file.read(tmp_path / "papers" / "bien-ban.docx")
    assert "35-CT/TW" in minutes.title or any("35-CT/TW" in each.text for each in minutes.paragraphs())
    assert (tmp_path / "data" / main.SAMPLE_NOTE).exists()


def test_demo_leaves_a_folder_that_it_did_not_make(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.rename(tmp_path / "data")
    before = (tmp_path / "data" / file.NAME).read_bytes()
    assert main.main(["demo", "--out", str(tmp_path)]) == 1
    assert "đã có dữ liệu" in capsys.readouterr().err
    assert (tmp_path / "data" / file.NAME).read_bytes() == before


def test_demo_makes_room_where_a_sample_was(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("")
    (tmp_path / main.SAMPLE_NOTE).write_text("")
    main._clear_sample(tmp_path)
    assert not tmp_path.exists()


def test_trouble_with_the_disk_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> list[str]:
        raise PermissionError(13, "Permission denied", "x.db")

    monkeypatch.setattr(file, "check", fail)
    assert run(folder, "check") == 1
    assert capsys.readouterr().err.startswith("Không đọc hoặc ghi được “x.db”.")


def test_trouble_without_a_file_names_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> list[str]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(file, "check", fail)
    assert run(folder, "check") == 1
    said = "Không in ra được kết quả. Kiểm tra quyền ghi và chỗ trống của ổ đĩa.\n"
    assert capsys.readouterr().err == said


def test_our_own_fault_goes_to_the_log(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(folder, "check")
    error = KeyError("speech")
    main._our_fault(KeyError, error, None)
    said = capsys.readouterr().err
    assert "lỗi ngoài dự kiến" in said
    assert "KeyError" not in said
    assert "KeyError: 'speech'" in (folder / "logs" / "thuky.log").read_text(encoding="utf-8")


def test_refused_is_printed_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> int:
        raise Refused("Hỏng.", "Sửa đi.")

    monkeypatch.setattr(main, "open_window", refuse)
    assert main.main([]) == 1
    assert capsys.readouterr().err == "Hỏng. Sửa đi.\n"


def test_words_reach_a_pipe_that_knows_no_vietnamese(folder: Path) -> None:
    plain = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, str(TOP / "main.py"), "--data", str(folder), "list", "units"]
    done = subprocess.run(command, capture_output=True, env=plain, check=True)
    assert "Đảng bộ Khối" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_a_reader_that_left_is_no_trouble(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, str(TOP / "main.py"), "--data", str(folder), "list", "units"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 1
