from __future__ import annotations

import time
from pathlib import Path

import docx
import pytest

from papers import template
from tests.papers.office_xml import W, disorder
from tests.papers.test_template import ROW, TITLE, USUAL, filled, kept
from tests.papers.word_files import (
    Maker,
    bookmark,
    box,
    comment,
    control,
    field,
    lines,
    p,
    r,
    row,
    rows,
    section,
    simple,
    table,
    tree,
    values,
)  # fmt: skip

# The rest of the file


def test_headers_footers_and_notes_are_filled(tmp_path: Path) -> None:
    def more(maker: Maker) -> None:
        for where in ("default", "first", "even"):
            maker.header(p(f"{where}: {{{{Tên hội nghị}}}}"), where=where)
            maker.header(p("{{Tên hội nghị}}"), where=where, foot=True)
        maker.notes("xem {{Tên hội nghị}}").comments("không điền {{Tên hội nghị}}")

    body = p(r("A"), '<w:r><w:footnoteReference w:id="1"/></w:r>', comment(r("B")))
    data = filled(tmp_path, body, made=more)
    title = TITLE["Tên hội nghị"]
    for where in ("default", "first", "even"):
        assert lines(data, f"header_{where}") == [f"{where}: {title}"]
        assert lines(data, f"footer_{where}") == [title]
    assert lines(data, "footnotes") == [f"xem {title}"]
    assert lines(data, "comments") == ["không điền {{Tên hội nghị}}"]


def test_page_numbers_and_dates_are_kept_and_a_table_of_contents_is_renewed(tmp_path: Path) -> None:
    data = filled(
        tmp_path, p(field("TOC \\o", "Mục lục")), p(field("DATE", "hôm nay"), r(" {{Tên hội nghị}}")),
        made=lambda one: one.header(p(simple("PAGE", "2"))).settings('<w:compat/>'),
    )  # fmt: skip
    assert simple("PAGE", "2").split('"')[1] in {
        one.get(f"{W}instr") for one in tree(data, "header_default").iter()
    }
    assert len(list(tree(data).iter(f"{W}fldChar"))) == 6
    assert [one.tag.rpartition("}")[2] for one in tree(data, "settings")] == ["updateFields", "compat"]


def test_a_bound_content_control_shows_what_was_filled_in(tmp_path: Path) -> None:
    bound = control(
        r("{{Tên hội nghị}}"), kind='<w:showingPlcHdr/><w:dataBinding w:xpath="/a" w:storeItemID="x"/>'
    )
    root = tree(filled(tmp_path, p(bound), control(p("{{Tên hội nghị}}"))))
    assert not list(root.iter(f"{W}dataBinding", f"{W}showingPlcHdr"))
    assert len(list(root.iter(f"{W}sdt"))) == 2


def test_the_language_of_the_words_stays(tmp_path: Path) -> None:
    """Or Word would underline every Vietnamese word of a filled field."""
    look = '<w:lang w:val="vi-VN"/>'
    maker = Maker(p(r("{{Tên hội nghị}}", look), r(" này", look)))
    data = template.fill(maker.write(tmp_path), USUAL)
    said = [run.find(f"{W}rPr/{W}lang") for run in tree(data).iter(f"{W}r")]
    assert len(said) == 2
    assert {None if one is None else one.get(f"{W}val") for one in said} == {"vi-VN"}


def test_the_title_of_the_file_is_the_subject(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    document = docx.Document()
    document.add_paragraph("{{Tên hội nghị}}")
    document.save(str(path))
    made = kept(tmp_path, template.fill(path, USUAL, "Giấy mời: Hội nghị & bạn"))
    assert docx.Document(str(made)).core_properties.title == "Giấy mời: Hội nghị & bạn"


def test_a_file_with_another_prefix_for_words_is_filled(tmp_path: Path) -> None:
    maker = Maker(p(r("{{Tên ", "<w:b/>"), r("hội nghị}}")), table(ROW))
    for old, new in (("<w:", "<ns0:"), ("</w:", "</ns0:"), (" w:", " ns0:"), ("xmlns:w=", "xmlns:ns0=")):
        maker.raw = (maker.raw or maker.document().encode()).replace(old.encode(), new.encode())
    data = template.fill(maker.write(tmp_path), USUAL)
    assert lines(data)[0] == "Hội nghị quán triệt"
    assert len(rows(data)) == 2


# Letters

LETTERS = [values({**TITLE, "Người nhận": f"đồng chí {n}"}) for n in range(3)]


def test_a_series_repeats_the_whole_body_on_pages_of_its_own(tmp_path: Path) -> None:
    path = Maker(p("Kính mời {{Người nhận}}"), p("dự {{Tên hội nghị}}"), p("Trân trọng.")).write(tmp_path)
    root = tree(template.fill_serial(path, LETTERS))
    assert lines(template.fill_serial(path, LETTERS))[::3] == [f"Kính mời đồng chí {n}" for n in range(3)]
    sections = list(root.iter(f"{W}sectPr"))
    assert [one.find(f"{W}pgNumType").get(f"{W}start") for one in sections] == ["1"] * 3  # type: ignore[union-attr]
    assert [one.find(f"{W}type").get(f"{W}val") for one in sections] == ["nextPage"] * 3  # type: ignore[union-attr]
    assert not disorder(root)


def test_a_series_keeps_headers_and_gives_each_letter_its_own_where_they_differ(tmp_path: Path) -> None:
    maker = Maker(p("Kính mời {{Người nhận}}")).header(p("{{Người nhận}}"), where="first").header(p("chung"))
    data = template.fill_serial(maker.write(tmp_path), LETTERS)
    root = tree(data)
    kind = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    per = [[one.get(kind) for one in s.iter(f"{W}headerReference")] for s in root.iter(f"{W}sectPr")]
    assert len({one[0] for one in per}) == 3
    assert len({one[1] for one in per}) == 1
    document = docx.Document(str(kept(tmp_path, data)))
    said = [s.first_page_header.paragraphs[0].text for s in document.sections]
    assert said == [f"đồng chí {n}" for n in range(3)]


def test_a_series_numbers_notes_bookmarks_and_pictures_anew(tmp_path: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    maker = Maker(p(r("{{Người nhận}}"), note, bookmark("cho", r("x")), box(p("y")))).notes(
        "gửi {{Người nhận}}"
    )
    data = template.fill_serial(maker.write(tmp_path), LETTERS)
    assert [one.get(f"{W}id") for one in tree(data).iter(f"{W}footnoteReference")] == ["1", "2", "3"]
    assert lines(data, "footnotes") == [f"gửi đồng chí {n}" for n in range(3)]
    names = [one.get(f"{W}name") for one in tree(data).iter(f"{W}bookmarkStart")]
    assert names == ["cho", "cho_2", "cho_3"]


def test_a_series_whose_body_ends_with_a_table_or_has_sections_of_its_own(tmp_path: Path) -> None:
    turned = p("ngang", look='<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>')
    path = Maker(p("{{Người nhận}}"), turned, table(row("a", "b")), end=section()).write(tmp_path)
    root = tree(template.fill_serial(path, LETTERS))
    sections = list(root.iter(f"{W}sectPr"))
    assert len(sections) == 6
    assert [one.find(f"{W}pgNumType") is not None for one in sections] == [True, False] * 3
    assert not disorder(root)
    with pytest.raises(ValueError, match="no letters"):
        template.fill_serial(path, [])


@pytest.mark.slow
def test_three_hundred_letters_take_less_than_five_seconds(tmp_path: Path) -> None:
    path = Maker(*(p("Kính mời {{Người nhận}} dự {{Tên hội nghị}}.") for _ in range(30))).write(tmp_path)
    start = time.perf_counter()
    data = template.fill_serial(path, [values({**TITLE, "Người nhận": f"số {n}"}) for n in range(300)])
    assert time.perf_counter() - start < 5.0  # 0.4 s on a small office machine
    assert len(list(tree(data).iter(f"{W}sectPr"))) == 300
