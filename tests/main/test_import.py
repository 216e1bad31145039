"""The import from the command line: looked at, taken, mended, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

import main
from db import attendance, file, invitations, meetings, people, units
from db.choices import choices
from rules import commands
from tests.main.commands import run

HEADINGS = ("TT", "Họ và tên", "Năm sinh", "Chức vụ, đơn vị công tác", "Điện thoại")
ROWS = (
    (1, "Lê Văn An", 1970, "Bí thư Đảng ủy Sở Công Thương", "0900"),
    (2, "Bùi Văn Ba", "31/2/1970", "Phó Bí thư Đảng ủy Sở Công Thương", None),
    (3, "Đỗ Văn Tư", 1975, "Giám đốc Sở Công Thương", None),
)


def workbook(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A list with a title above its heading and a sum below."""
    title = ("DANH SÁCH ĐẠI BIỂU",)
    return workbook(tmp_path / "danh sách.xlsx", title, (), HEADINGS, *ROWS, (None, "Tổng cộng: 3 đồng chí"))


@pytest.fixture
def office_with_unit(folder: Path, tmp_path: Path) -> Path:
    party = workbook(tmp_path / "đv.xlsx", ("Tên đơn vị", "Số đảng viên"), ("Đảng bộ Sở Công Thương", 40))
    assert run(folder, "import", "units", str(party)) == 0
    return folder


def named(folder: Path) -> list[str]:
    file.open_file(folder)
    found = [f"{row.full_name}: {row.title}" for row in people.rows()]
    file.close_file()
    return found


Said = pytest.CaptureFixture[str]


def test_a_dry_run_tells_all_and_writes_nothing(office_with_unit: Path, sheet: Path, capsys: Said) -> None:
    capsys.readouterr()
    assert run(office_with_unit, "import", "people", str(sheet), "--dry-run") == 0
    said = capsys.readouterr().out
    assert "tên cột ở dòng 3, 3 dòng dữ liệu" in said
    assert "Cột D “Chức vụ, đơn vị công tác” → “Chức vụ, đơn vị công tác”" in said
    assert "Dòng 7: bỏ qua" in said
    assert "Dòng 4: mới – Lê Văn An (Bí thư – Đảng bộ Sở Công Thương)." in said
    assert "Dòng 5: lỗi – Bùi Văn Ba. Ngày sinh: Không có ngày 31/2/1970" in said
    assert "Mới 2, cập nhật 0, không đổi 0, trùng 0, lỗi 1." in said
    assert said.endswith("Xem thử: chưa ghi gì vào dữ liệu.\n")
    assert named(office_with_unit) == []
    assert not list(sheet.parent.glob("*chưa nhập*"))


def test_from_the_import_to_the_mended_rest_and_back(
    office_with_unit: Path, sheet: Path, capsys: Said
) -> None:
    assert run(office_with_unit, "import", "people", str(sheet)) == 0
    assert "Đã thêm 2, cập nhật 0, để nguyên 1." in capsys.readouterr().out
    assert named(office_with_unit) == [
        "Lê Văn An: Bí thư Đảng ủy Sở Công Thương",
        "Đỗ Văn Tư: Giám đốc Sở Công Thương",
    ]
    rest = sheet.with_name("danh sách - chưa nhập.xlsx")
    book = load_workbook(rest)
    page = book.active
    assert page is not None
    (cell,) = (cell for row in page.iter_rows() for cell in row if cell.value == "31/2/1970")
    cell.value = "28/2/1970"
    book.save(rest)
    assert run(office_with_unit, "import", "people", str(rest)) == 0
    assert len(named(office_with_unit)) == 3
    assert run(office_with_unit, "import", "people", str(sheet)) == 0
    assert "Mới 0, cập nhật 0, không đổi 2, trùng 0, lỗi 1." in capsys.readouterr().out
    assert run(office_with_unit, "undo") == 0
    assert run(office_with_unit, "undo") == 0
    assert "Đã hoàn tác: Nhập 2 đại biểu từ danh sách.xlsx" in capsys.readouterr().out
    assert named(office_with_unit) == []


def test_a_column_matched_by_hand_is_remembered(folder: Path, tmp_path: Path, capsys: Said) -> None:
    path = workbook(tmp_path / "a.xlsx", ("Người", "Liên lạc"), ("Lê Văn An", "0900"))
    assert run(folder, "import", "people", str(path)) == 1
    assert "Không thấy cột “Họ và tên”" in capsys.readouterr().err
    by_hand = ("--column", "Họ và tên=A", "--column", "Điện thoại=liên lạc")
    assert run(folder, "import", "people", str(path), *by_hand, "--dry-run") == 0
    assert run(folder, "import", "people", str(path)) == 1
    assert run(folder, "import", "people", str(path), *by_hand) == 0
    second = workbook(tmp_path / "b.xlsx", ("Người", "Liên lạc"), ("Bùi Văn Ba", "0911"))
    assert run(folder, "import", "people", str(second)) == 0
    file.open_file(folder)
    assert [people.get(row.id)["phone"] for row in people.rows()] == ["0900", "0911"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--column", "Chức vụ"), "không phải là một cách ghép cột"),
        (("--column", "Màu=A"), "không phải là một cách ghép cột"),
        (("--column", "Chức vụ=ZZ"), "Bảng không có cột “ZZ”"),
        (("--column", "Họ và tên="), "Không thấy cột"),
    ],
)
def test_a_wrong_match_is_refused_in_one_sentence(
    words: tuple[str, ...], said: str, folder: Path, sheet: Path, capsys: Said
) -> None:
    assert run(folder, "import", "people", str(sheet), *words) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [("attendance", "a.xlsx"), ("people", "a.xlsx", "--meeting", "1"), ("meetings", "a.xlsx"), ("people",)],
)
def test_wrong_use_ends_with_two(words: tuple[str, ...], folder: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run(folder, "import", *words)
    assert ended.value.code == 2


def test_what_is_no_workbook_is_refused_and_nothing_changes(
    folder: Path, tmp_path: Path, capsys: Said
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 broken")
    assert run(folder, "import", "people", str(tmp_path / "a.xlsx")) == 1
    assert capsys.readouterr().err.strip()
    assert run(folder, "import", "people", str(tmp_path / "không có.xlsx")) == 1
    assert named(folder) == []


def test_no_place_for_the_rest_means_no_import(office_with_unit: Path, sheet: Path, capsys: Said) -> None:
    nowhere = str(sheet.parent / "không có" / "rest.xlsx")
    assert run(office_with_unit, "import", "people", str(sheet), "--rejects", nowhere) == 1
    assert "Không có thư mục" in capsys.readouterr().err
    assert named(office_with_unit) == []


def test_a_roll_call_comes_for_its_meeting(folder: Path, tmp_path: Path) -> None:
    file.open_file(folder)
    person = people.save({"full_name": "Lê Văn An"})
    meeting = meetings.save({"type": choices("meeting_type")[0][0], "title": "Hội nghị"})
    invitations.add(meeting, [person])
    file.close_file()
    path = workbook(tmp_path / "dd.xlsx", ("Họ và tên", "Điểm danh"), ("Lê Văn An", "Có mặt"))
    assert run(folder, "import", "attendance", str(path), "--meeting", str(meeting)) == 0
    file.open_file(folder)
    assert [row.state for row in attendance.rows(meeting)] == ["present"]


def test_undo_with_nothing_to_undo_is_refused(folder: Path, capsys: Said) -> None:
    while run(folder, "undo") == 0:
        capsys.readouterr()
    assert capsys.readouterr().err == "Không có thay đổi nào để hoàn tác.\n"
    file.open_file(folder)
    assert units.rows() == []


def test_every_listed_kind_has_its_title() -> None:
    assert tuple(main.TITLES) == commands.KINDS
