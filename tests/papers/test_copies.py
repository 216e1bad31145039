"""The sheet of an official copy: what it says, what fits the stamp, what the checker makes of it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from papers import catalogue, copies, docx_file, form_check, produce, snapshot
from papers.content import Document, Grid
from tests.papers.copy_samples import DAYS, KINDS, ORIGINAL, SIGNED, bare_copy, copy
from tests.papers.profile_papers import document
from tests.papers.test_forms import changed, refused

NAMES = {
    "PARTY-2018": ["BẢN SAO Y BẢN CHÍNH", "BẢN SAO LỤC", "BẢN TRÍCH SAO"],
    "PARTY-2026": ["Hình thức sao: Sao y", "Hình thức sao: Sao lục", "Hình thức sao: Trích sao"],
    "STATE-2011": ["SAO Y BẢN CHÍNH", "SAO LỤC", "TRÍCH SAO"],
    "STATE-2020": ["SAO Y", "SAO LỤC", "TRÍCH SAO"],
}
NUMBERS = {
    "PARTY-2018": ["Số 24-BS/ĐUK"] * 3,
    "PARTY-2026": ["Số, ký hiệu bản sao: 24-BS/ĐUK"] * 3,
    "STATE-2011": ["Số: 24/SY-SNV", "Số: 24/SL-SNV", "Số: 24/TS-SNV"],
    "STATE-2020": ["Số: 24/SY-SNV", "Số: 24/SL-SNV", "Số: 24/TrS-SNV"],
}


def words(document: Document) -> list[str]:
    return [line.text for line in document.paragraphs() if line.text]


@pytest.mark.parametrize("profile", DAYS)
@pytest.mark.parametrize("place", range(3), ids=KINDS)
def test_each_kind_has_its_name_and_its_number(profile: str, place: int) -> None:
    made = copies.compose(copy(profile, kind=KINDS[place]))
    assert made.profile == profile
    assert {NAMES[profile][place], NUMBERS[profile][place]} <= set(words(made))
    assert made.blanks() == ()


def test_the_day_of_copying_chooses_the_form_whatever_the_document_says() -> None:
    assert copies.compose(copy("PARTY-2018", signed=DAYS["PARTY-2026"])).profile == "PARTY-2026"
    assert copies.compose(copy("PARTY-2026", form="PARTY-2018")).profile == "PARTY-2018"


@pytest.mark.parametrize("profile", DAYS)
def test_nothing_of_a_letterhead_or_of_the_copied_text_stands_on_the_sheet(profile: str) -> None:
    said = " ".join(words(copies.compose(copy(profile))))
    assert "ĐẢNG CỘNG SẢN" not in said
    assert "CỘNG HÒA" not in said
    assert ORIGINAL.subject not in said


def test_the_stamp_says_its_five_fields() -> None:
    assert words(copies.compose(copy("PARTY-2026")))[:6] == [
        "BẢN SAO VĂN BẢN",
        "Cơ quan, tổ chức sao: Đảng ủy Khối các cơ quan tỉnh",
        "Số, ký hiệu bản sao: 24-BS/ĐUK",
        "Hình thức sao: Sao y",
        "Địa danh và ngày tháng năm sao: Mẫu, ngày 05 tháng 6 năm 2026",
        "Nơi nhận bản sao: Các chi bộ, đảng bộ cơ sở; Lưu Văn phòng Đảng ủy",
    ]


def test_longer_words_stand_smaller_so_that_the_stamp_keeps_its_size() -> None:
    usual = copies.compose(copy("PARTY-2026"))
    full = copies.compose(copy("PARTY-2026", recipients=("Các chi bộ, đảng bộ cơ sở trực thuộc",) * 4))
    styles = [{line.style for line in made.paragraphs()} for made in (usual, full)]
    assert "stamp_field" in styles[0] - styles[1]
    assert "stamp_small" in styles[1] - styles[0]


@pytest.mark.parametrize("profile", DAYS)
def test_what_is_not_known_is_a_blank_with_its_name(profile: str) -> None:
    facts = bare_copy()
    made = copies.compose(replace(facts, head=replace(facts.head, form=profile)))
    assert {"số của bản sao", "ngày ký bản sao", "địa danh", "họ tên người ký sao"} <= set(made.blanks())


@pytest.mark.parametrize("profile", DAYS)
def test_word_gives_back_the_sheet_as_it_was_composed(profile: str, tmp_path: Path) -> None:
    made = copies.compose(copy(profile))
    docx_file.write(made, tmp_path / "copy.docx")
    again = docx_file.read(tmp_path / "copy.docx")
    assert again.sections == made.sections
    frames = [block.frame for block in again.sections[0].blocks if isinstance(block, Grid)]
    assert (50 in [round(frame) for frame in frames]) == (profile == "PARTY-2026")


def test_the_ink_of_the_stamp_is_red_and_nothing_else_is(tmp_path: Path) -> None:
    for profile in ("PARTY-2018", "PARTY-2026"):
        docx_file.write(copies.compose(copy(profile)), tmp_path / f"{profile}.docx")
        with zipfile.ZipFile(tmp_path / f"{profile}.docx") as archive:
            body = archive.read("word/document.xml").decode()
        assert ("FF0000" in body) == (profile == "PARTY-2026")


# -- beside the sheet


def test_an_own_word_file_never_takes_its_place(tmp_path: Path) -> None:
    (tmp_path / "copy.docx").write_bytes(docx_file.to_bytes(copies.compose(copy("STATE-2020"))))
    made = produce.compose("copy", copy("PARTY-2018"), tmp_path)
    assert made.document == catalogue.compose("copy", copy("PARTY-2018"))
    assert not made.document.word


def test_the_facts_tell_what_changed_since_it_was_written() -> None:
    before = snapshot.of(copy())
    after = snapshot.of(copy(kind="extract", number=25, signatures=(replace(SIGNED, name="Trần Thị Ví Dụ"),)))
    assert {label for label in before if before[label] != after[label]} == {
        "Số ký hiệu", "Hình thức sao", "Người ký"
    }  # fmt: skip
    assert after["Hình thức sao"] == "Trích sao"


@pytest.mark.parametrize("profile", DAYS)
def test_the_checker_knows_the_sheet_and_says_what_it_judges(profile: str, tmp_path: Path) -> None:
    docx_file.write(copies.compose(copy(profile)), tmp_path / "copy.docx")
    (only,) = form_check.check(tmp_path / "copy.docx")
    assert (only.severity, only.rule) == ("I", "HD-1")
    assert only.found.startswith("tờ ghi phần bản sao")


def widened(xml: str) -> str:
    return xml.replace('w:left="1701"', 'w:left="1134"')


def blue(xml: str) -> str:
    return xml.replace("<w:r><w:t", '<w:r><w:rPr><w:color w:val="0000FF"/></w:rPr><w:t')


@pytest.mark.parametrize("profile", DAYS)
@pytest.mark.parametrize(("change", "rule"), [(widened, "PG-2"), (blue, "PG-3")], ids=["margin", "ink"])
def test_it_still_judges_the_sheet_itself(
    profile: str, change: Callable[[str], str], rule: str, tmp_path: Path
) -> None:
    path = tmp_path / "copy.docx"
    docx_file.write(copies.compose(copy(profile)), path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = change(parts["word/document.xml"].decode())
    assert changed != parts["word/document.xml"].decode()
    parts["word/document.xml"] = changed.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert {one.rule for one in form_check.check(path) if one.severity == "E"} == {rule}


def test_a_whole_document_with_a_copy_block_below_is_judged_as_that_document(tmp_path: Path) -> None:
    own, sheet = document("PARTY-2026"), copies.compose(copy("PARTY-2026"))
    under = replace(own.sections[0], blocks=(*own.sections[0].blocks[:1], *sheet.sections[0].blocks))
    docx_file.write(replace(own, sections=(under,)), tmp_path / "copied.docx")
    found = form_check.check(tmp_path / "copied.docx")
    assert not [one for one in found if one.found.startswith("tờ ghi phần bản sao")]


# -- the form's own data


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (', extract = "Bản trích sao"', "", "phải có đúng"),
        ('codes = { whole = "SY", relayed = "SL"', 'codes = { whole = "SY", relay = "SL"', "phải có đúng"),
        ("frame = [80, 50]", "frame = [200, 50]", "nằm trong phần chữ"),
        ("frame = [80, 50]", "frame = [80, 0]", "lớn hơn 0"),
        ('"Số, ký hiệu bản sao", ', "", "đúng 5 dòng"),
        ("rule = 165, keep_next = true }\ncopy_kind", "keep_next = true }\ncopy_kind", "dài hơn 0"),
    ],
    ids=["name", "code", "wide", "flat", "field", "line"],
)
def test_wrong_data_of_copies_is_refused_with_its_reason(
    old: str, new: str, reason: str, tmp_path: Path
) -> None:
    text, _ = changed(old, new)
    assert reason in refused(tmp_path, text)[1]
