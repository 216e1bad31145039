"""Preview, print and PDF of a paper made of the office's own Word file, as that file lays it out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from gui import preview
from gui.facsimile import Shown
from gui.lines import TWIPS
from gui.paper import pages_of, write_pdf
from gui.traced import Drawn
from gui.word_pages import WordPages
from papers import docx_file, template
from papers.content import Document
from tests.papers import samples
from tests.papers.word_files import Maker, cell, lines, p, r, row, table
from tests.programs import run

RED = QColor("#C00000")
LOGO = (
    '<w:r><w:pict><v:shape style="width:72pt;height:36pt">'
    '<v:imagedata r:id="rIdLogo"/></v:shape></w:pict></w:r>'
)
KEPT = "<w:pPr><w:keepNext/></w:pPr>"


def png(colour: QColor = RED) -> bytes:
    image = QImage(8, 4, QImage.Format.Format_RGB32)
    image.fill(colour)
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(held, "PNG")
    return bytes(held.data().data())


def logo(place: str = "") -> str:
    """A picture 40 × 20 mm in the line, or where `place` anchors it."""
    size = '<wp:extent cx="1440000" cy="720000"/><wp:docPr id="5" name="Logo"/>'
    inner = f'{size}<a:graphic><a:graphicData uri="x"><a:blip r:embed="rIdLogo"/></a:graphicData></a:graphic>'
    holder = f"<wp:anchor>{place}{inner}</wp:anchor>" if place else f"<wp:inline>{inner}</wp:inline>"
    return f"<w:r><w:drawing>{holder}</w:drawing></w:r>"


def document(folder: Path, *blocks: str, name: str = "word/media/logo.png", data: bytes = b"") -> Document:
    maker = Maker(*blocks).link("rIdLogo", "image", name.removeprefix("word/"))
    maker.parts[name] = data or png()
    path = maker.write(folder)
    return Document("Giấy mời", "PARTY-2018", (), word=path.read_bytes())


def colours(pages: WordPages, place: int = 0) -> dict[tuple[int, int], QColor]:
    """The colour at every millimetre of a page."""
    width = round(pages.size(place).width())
    picture = pages.picture(place, width)
    return {(x, y): picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())}


def red(pages: WordPages) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is red, in mm."""
    found = [spot for spot, colour in colours(pages).items() if colour == RED]
    assert found
    across, down = sorted(x for x, _ in found), sorted(y for _, y in found)
    return across[0], down[0], across[-1], down[-1]


@pytest.mark.parametrize("place", ["", "page", "margin", "column"])
def test_a_logo_stands_where_the_file_puts_it(tmp_path: Path, place: str) -> None:
    where = (
        f'<wp:positionH relativeFrom="{place}"><wp:posOffset>360000</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="{"page" if place == "page" else "paragraph"}">'
        "<wp:posOffset>720000</wp:posOffset></wp:positionV>"
        if place
        else ""
    )
    pages = WordPages(document(tmp_path, p(logo(where)), p("Chữ")))
    left, top, right, bottom = red(pages)
    sheet = pages.leaves[0].sheet
    wanted = {"": sheet.left, "page": 10, "margin": sheet.left + 10, "column": sheet.left + 10}[place]
    assert left == pytest.approx(wanted, abs=1)
    assert top == pytest.approx(20 if place == "page" else sheet.top + (20 if place else 0), abs=1)
    assert (right - left + 1, bottom - top + 1) == (pytest.approx(40, abs=1), pytest.approx(20, abs=1))
    assert not pages.lacks()


def test_an_old_drawing_shows_its_picture_too(tmp_path: Path) -> None:
    left, _, right, _ = red(WordPages(document(tmp_path, p(LOGO))))
    assert right - left + 1 == pytest.approx(25.4, abs=2)


@pytest.mark.parametrize("data", [b"no picture", b"\x89PNG\r\n\x1a\n broken"])
def test_a_picture_that_cannot_be_drawn_is_said(tmp_path: Path, data: bytes) -> None:
    pages = WordPages(document(tmp_path, p(logo()), p("Chữ"), data=data))
    assert pages.lacks()
    assert pages.words()[0].strip() == "Chữ"
    vector = WordPages(document(tmp_path, p(logo()), name="word/media/logo.emf"))
    assert vector.lacks()


def framed(lined: bool) -> str:
    """A text box 50 × 20 mm, 100 mm right and 10 mm below its paragraph."""
    edge = "" if lined else "<a:ln><a:noFill/></a:ln>"
    style = '<wps:style><a:lnRef idx="2"/></wps:style>' if lined else ""
    return (
        '<w:r><w:drawing><wp:anchor><wp:extent cx="1800000" cy="720000"/><wp:docPr id="6" name="Hộp"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>3600000</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>360000</wp:posOffset></wp:positionV>'
        f'<a:graphic><a:graphicData uri="x"><wps:wsp xmlns:wps="urn:wps"><wps:spPr>{edge}</wps:spPr>{style}'
        f"<wps:txbx><w:txbxContent>{p('Trong hộp')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></w:r>"
    )


@pytest.mark.parametrize("lined", [True, False])
def test_a_box_stands_in_its_place_with_its_edge(tmp_path: Path, lined: bool) -> None:
    pages = WordPages(document(tmp_path, p(r("Chữ"), framed(lined))))
    assert sorted(pages.words()[0].split("\n")) == ["Chữ", "Trong hộp"]
    things = pages.leaves[0].things
    edges = [(top, one.box) for top, one in things if isinstance(one, Drawn)]
    assert len(edges) == lined
    sheet = pages.leaves[0].sheet
    for top, edge in edges:
        assert top / TWIPS == pytest.approx(sheet.top + 10, abs=0.1)
        assert edge.left() / TWIPS == pytest.approx(sheet.left + 100, abs=0.1)
        assert (edge.width() / TWIPS, edge.height() / TWIPS) == pytest.approx((50, 20), abs=0.1)


def test_a_ruled_table_has_its_lines(tmp_path: Path) -> None:
    lines_of = '<w:tblBorders><w:left w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
    grid = table(row(cell(p("A")), cell(p("B")))).replace("<w:tblPr/>", f"<w:tblPr>{lines_of}</w:tblPr>")
    things = WordPages(document(tmp_path, grid, p("Chữ"))).leaves[0].things
    assert sum(isinstance(one, Drawn) for _, one in things) == 2 * (lines_of in grid)
    assert not any(isinstance(one, Shown) for _, one in things)


def test_a_heading_goes_over_with_what_it_heads(tmp_path: Path) -> None:
    many = [p(f"Dòng {number}") for number in range(200)]
    free = WordPages(document(tmp_path, *many)).words()
    last = free[0].split("\n")[-1]
    at = int(last.split()[1])
    kept = p("Tiêu đề", look="").replace("<w:p>", f"<w:p>{KEPT}", 1)
    pages = WordPages(document(tmp_path, *many[:at], kept, *many[at:])).words()
    assert pages[0].split("\n")[-1] == f"Dòng {at - 1}"
    assert pages[1].split("\n")[:2] == ["Tiêu đề", f"Dòng {at}"]


def test_headers_stand_one_line_under_the_other_and_push_the_words_down(tmp_path: Path) -> None:
    maker = Maker(p("Thân"))
    maker.header(*[p(f"Đầu trang {number}") for number in range(9)])
    pages = WordPages(Document("x", "PARTY-2018", (), word=maker.write(tmp_path).read_bytes()))
    tops = [top for top, _ in pages.leaves[0].things]
    assert len(set(tops)) == len(tops) == 10
    assert tops[0] == max(tops), "the body below the last line of the header"


@pytest.mark.parametrize("key", ["minutes", "invitation_people", "assignments", "notice"])
def test_pdf_and_preview_say_what_the_word_file_says(tmp_path: Path, key: str) -> None:
    facts = samples.minutes(4)
    folder = tmp_path / "templates"
    template.put(template.start(key, facts), folder, key)
    made = template.compose(key, facts, folder)
    pages = pages_of(made)
    assert isinstance(pages, WordPages)
    said = re.sub(r"[\s\f-]", "", "".join(pages.words()))
    docx_file.write(made, tmp_path / "a.docx")
    assert sorted(said.casefold()) == sorted(squeezed("".join(lines(made.word))).casefold() + numbers(pages))
    write_pdf(made, tmp_path / "a.pdf")
    drawn = squeezed(run("pdftotext", "-raw", tmp_path / "a.pdf", "-"))
    assert sorted(drawn) == sorted(said)
    assert len(pages) >= 1


def squeezed(words: str) -> str:
    return re.sub(r"[\s\f-]", "", words)


def numbers(pages: WordPages) -> str:
    """The numbers that headers print on their pages."""
    said = [page.split("\n")[-1] for page in pages.words()]
    return "".join(one for one in said if one.isdigit())


def test_the_preview_of_an_office_s_file_says_so(tmp_path: Path) -> None:
    dialog = preview.PreviewDialog(document(tmp_path, p(logo()), p(r("Kính mời"))))
    assert dialog.note.text() == preview.OFFICE_FILE
    assert dialog.pages.words() == ["Kính mời"]
    dialog.deleteLater()
    lacking = preview.PreviewDialog(document(tmp_path, p(logo()), name="word/media/a.wmf"))
    assert lacking.note.text() == preview.LACKING
    lacking.deleteLater()


def test_our_own_paper_is_set_by_our_own_setter() -> None:
    from papers import catalogue

    dialog = preview.PreviewDialog(catalogue.compose("notice", samples.minutes(2)))
    assert not isinstance(dialog.pages, WordPages)
    assert not hasattr(dialog, "note")
    dialog.deleteLater()
