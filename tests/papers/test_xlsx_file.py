from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from papers import catalogue, xlsx_file
from papers.content import Column, Document, Row, Sheet, Table, Value, display, printable
from rules.trouble import Refused
from tests.papers import samples

COLUMNS = (Column("TT", 12, "center"), Column("Tên", 60), Column("Ngày", 30, "right"))


def paper(*rows: Row, columns: tuple[Column, ...] = COLUMNS, name: str = "Bảng") -> Document:
    return Document("Thử", "PARTY-2018", (), (Sheet(name, "Tên bảng", Table(columns, rows), ("ghi chú",)),))


def written(document: Document, folder: Path) -> Any:
    path = folder / "book.xlsx"
    xlsx_file.write(document, path)
    return load_workbook(path)


def values(document: Document, folder: Path) -> list[list[Any]]:
    rows = written(document, folder).worksheets[0].iter_rows(min_row=5)
    return [[cell.value for cell in row] for row in rows]


def test_title_notes_heading_and_rows_stand_in_their_places(tmp_path: Path) -> None:
    page = written(paper(Row((1, "Chi bộ A", date(2019, 8, 21)))), tmp_path)["Bảng"]
    rows = [[cell.value for cell in row if cell.value is not None] for row in page.iter_rows()]
    assert rows[:4] == [["Tên bảng"], ["ghi chú"], [], ["TT", "Tên", "Ngày"]]
    assert rows[4][:2] == [1, "Chi bộ A"]
    assert page["C5"].value.date() == date(2019, 8, 21)
    assert page["C5"].number_format == "dd/m/yyyy"


def test_days_read_as_in_papers(tmp_path: Path) -> None:
    """A zero before days 1-9 and months 1, 2 (document-format.md §5.4)."""
    days = (date(2020, 2, 3), date(2020, 3, 3), date(2020, 12, 3))
    page = written(paper(*(Row((1, "", day)) for day in days)), tmp_path)["Bảng"]
    assert [page[f"C{row}"].number_format for row in (5, 6, 7)] == ["dd/mm/yyyy", "dd/m/yyyy", "dd/m/yyyy"]
    assert [display(day) for day in days] == ["03/02/2020", "03/3/2020", "03/12/2020"]


def test_numbers_and_days_are_real(tmp_path: Path) -> None:
    page = written(paper(Row((7, 1.25, date(1900, 3, 1))), Row((None, "7", date(1890, 5, 4)))), tmp_path)[
        "Bảng"
    ]
    assert [page[f"{letter}5"].data_type for letter in "ABC"] == ["n", "n", "d"]
    assert page["B5"].value == 1.25
    assert page["C5"].value.date() == date(1900, 3, 1)
    assert page["A6"].value is None
    assert (page["B6"].data_type, page["B6"].value) == ("s", "7")
    assert (page["C6"].data_type, page["C6"].value) == ("s", "04/5/1890")


@pytest.mark.parametrize("words", ["=1+1", "+84", "-2", "@SUM(A1)", "=CMD|'/C calc'!A0", "=", "\t=1"])
def test_text_stays_text_whatever_it_begins_with(words: str, tmp_path: Path) -> None:
    page = written(paper(Row((1, words, "")), columns=(COLUMNS[0], Column(words, 30), COLUMNS[2])), tmp_path)[
        "Bảng"
    ]
    for place in ("B4", "B5"):
        assert page[place].data_type == "s"
        assert page[place].value == words
        assert page[place].quotePrefix
    with zipfile.ZipFile(tmp_path / "book.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_error_words_stay_words(tmp_path: Path) -> None:
    page = written(paper(Row((1, "#N/A", "#REF!")), columns=(*COLUMNS[:2], Column("#N/A", 30))), tmp_path)[
        "Bảng"
    ]
    assert [page[place].data_type for place in ("B5", "C5", "C4")] == ["s", "s", "s"]
    assert not page["B5"].quotePrefix


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=80), min_size=3, max_size=3))
@example(["&<>\"'", "a\x00\x08\x1fb", "_x0041_ \ufffe"])
@example(["Nguye\u0302\u0303n", "x" * 40_000, " đầu cuối "])
def test_any_words_are_read_back(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    document = paper(Row(tuple(words)))
    [cells] = values(document, tmp_path_factory.mktemp("any"))
    unescaped = [(cell or "").replace("_x005F_", "_") for cell in cells]
    assert unescaped == [printable(one)[:32767] for one in words]


def test_an_escape_of_excel_in_the_words_is_made_harmless(tmp_path: Path) -> None:
    assert values(paper(Row(("_x0041_", "", ""))), tmp_path)[0][0] == "_x005F_x0041_"


def test_groups_and_totals_are_bold(tmp_path: Path) -> None:
    page = written(
        paper(Row(("Nhóm",), "group"), Row((1, "a", "")), Row(("", "Cộng", 3), "total")), tmp_path
    )["Bảng"]
    assert page["A5"].value == "Nhóm"
    assert [page[place].font.bold for place in ("A5", "B6", "B7", "C7")] == [True, False, True, True]
    assert not page["A5"].alignment.wrap_text


def test_the_sheet_is_ready_to_read_and_to_print(tmp_path: Path) -> None:
    page = written(paper(Row((1, "Chi bộ " * 20, None))), tmp_path)["Bảng"]
    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$4:$4"
    assert page.page_setup.paperSize == 9
    assert page.page_setup.orientation == "portrait"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0
    assert page.column_dimensions["B"].width == pytest.approx(60 / 1.95, abs=0.1)
    assert (page["A4"].font.name, page["A4"].font.bold, page["B5"].font.name) == (
        "Times New Roman", True, "Times New Roman",
    )  # fmt: skip
    assert [page[f"{letter}5"].alignment.horizontal for letter in "ABC"] == ["center", "left", "right"]
    assert page["B5"].alignment.wrap_text
    assert page["B5"].border.left.style == "thin"
    assert page.row_dimensions[5].height > 60


def test_wide_tables_print_on_turned_sheets(tmp_path: Path) -> None:
    wide = written(paper(columns=tuple(Column(f"C{n}", 40) for n in range(6))), tmp_path)["Bảng"]
    assert wide.page_setup.orientation == "landscape"


@pytest.mark.parametrize(
    ("given_names", "taken"),
    [
        (["Thông tin", "Kết luận"], ["Thông tin", "Kết luận"]),
        (["a/b:c*d?[e]\\f"], ["a b c d  e  f"]),
        (["x" * 40], ["x" * 31]),
        (["A", "a", ""], ["A", "a 2", "Bảng 3"]),
        (["x" * 40, "x" * 41], ["x" * 31, "x" * 29 + " 2"]),
        (["'quoted'", "History", "\x00"], ["quoted", "History 2", "Bảng 3"]),
    ],
)
def test_sheets_get_names_that_excel_takes(given_names: list[str], taken: list[str]) -> None:
    assert xlsx_file.sheet_names(given_names) == taken


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
def test_any_names_of_sheets_are_legal_and_different(names: list[str]) -> None:
    taken = xlsx_file.sheet_names(names)
    assert len({name.lower() for name in taken}) == len(names)
    for name in taken:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


@pytest.mark.parametrize("paper_key", ["minutes", "plan", "delegates"])
@pytest.mark.parametrize("count", [0, 1, 30])
def test_every_paper_becomes_a_workbook(paper_key: str, count: int, tmp_path: Path) -> None:
    facts = samples.plan() if paper_key == "plan" else samples.minutes(count)
    document = catalogue.compose(paper_key, facts)
    book = written(document, tmp_path)
    assert book.sheetnames == [sheet.name for sheet in document.sheets]
    for page, sheet in zip(book.worksheets, document.sheets, strict=True):
        heading = len(sheet.notes) + 3
        assert [cell.value for cell in page[heading]] == [column.title for column in sheet.table.columns]
        assert page.max_row == heading + len(sheet.table.rows)


def test_the_roll_keeps_times_and_numbers(tmp_path: Path) -> None:
    page = written(catalogue.compose("minutes", samples.minutes(3)), tmp_path)["Điểm danh"]
    row: list[Value] = [cell.value for cell in page[4]]
    assert row[:3] == [1, "Nguyễn Văn 0", "Bí thư Chi bộ 0"]
    assert row[6:8] == ["Có mặt", "08:00"]


def test_a_paper_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="không có bảng"):
        xlsx_file.write(Document("", "PARTY-2018", ()), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_more_rows_than_excel_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 1)
    with pytest.raises(Refused, match="số dòng"):
        xlsx_file.write(paper(Row((1,)), Row((2,))), tmp_path / "a.xlsx")


def test_a_long_list_is_written_whole(tmp_path: Path) -> None:
    rows = [Row((number, f"Người {number}", None)) for number in range(5000)]
    path = tmp_path / "long.xlsx"
    xlsx_file.write(paper(*rows), path)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert (
            archive.read("xl/worksheets/sheet1.xml").count(b"<row ") == 5004
        )  # title, note, empty line, heading
