from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from papers import catalogue, docx_file, docx_reading, template, xlsx_file
from papers.template import fields, preflight
from rules import wordings
from rules.facts import Marks, Meeting, Plan, Signature
from rules.papers import COPY, MEETING, PAPERS, ROWS, paper
from rules.trouble import Refused
from tests.papers import samples
from tests.papers.office_xml import W, disorder
from tests.papers.test_lists import LISTING
from tests.papers.word_files import (
    KIND,
    Maker,
    box,
    cell,
    field,
    lines,
    p,
    picture,
    r,
    row,
    table,
    tree,
    values,
)

USUAL = values({"Tên hội nghị": "Hội nghị A"})
ASKED = [entry.key for entry in PAPERS if entry.record != ROWS and entry.key != COPY]
DAY = date(2026, 11, 22)


# Files that are taken or refused


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for one in source.namelist():
            content = source.read(one)
            target.writestr(one, content.replace(old, new) if one == name else content)
    return out.getvalue()


def plain() -> bytes:
    return Maker(p("dự {{Tên hội nghị}}")).data()


MAIN = f"{KIND}.document.main+xml".encode()
TYPES = "[Content_Types].xml"
ENTITY = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document'
STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
USUAL_LINK = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def with_macro() -> bytes:
    maker = Maker(p("x"))
    maker.parts["word/vbaProject.bin"] = b"\0"
    return maker.data()


def cut_short() -> bytes:
    return plain()[:400]


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "a .docm": (
        lambda: changed(plain(), TYPES, MAIN, b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        "macro",
    ),
    "a .dotm": (
        lambda: changed(
            plain(), TYPES, MAIN, b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
        ),
        "macro",
    ),
    "macros in a .docx": (with_macro, "macro"),
    "entities": (lambda: changed(plain(), "word/document.xml", b"<w:document", ENTITY), "thực thể"),
    "strict": (lambda: changed(plain(), "_rels/.rels", USUAL_LINK, STRICT), "Strict"),
    "an old .doc": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "Word cũ"),
    "no zip": (lambda: b"%PDF-1.7", "không phải tệp Word"),
    "cut short": (cut_short, "không phải tệp Word"),
    "broken XML": (lambda: changed(plain(), "word/document.xml", b"</w:p>", b"</w:x>"), "hỏng"),
    "no body": (lambda: changed(plain(), "word/document.xml", b"w:body", b"w:bodz"), "hỏng"),
    "a workbook": (lambda: changed(plain(), TYPES, MAIN, b"application/vnd.ms-excel.sheet.main+xml"), "hỏng"),
    "no content types": (lambda: changed(plain(), TYPES, b"Override", b"Overridf"), "hỏng"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_file_that_is_no_template_is_refused_in_plain_words(tmp_path: Path, kind: str) -> None:
    make, said = REFUSED[kind]
    path = tmp_path / "mau.docx"
    path.write_bytes(make())
    with pytest.raises(Refused, match=said) as refused:
        template.fill(path, USUAL)
    assert refused.value.do
    (found,) = preflight.check(path, template.names("invitation"))
    assert (found.blocks, found.place) == (True, "cả tệp")
    assert said in found.reason
    with pytest.raises(Refused, match=said):
        template.install(path, tmp_path / "templates", "invitation")
    assert not (tmp_path / "templates" / "invitation.docx").exists()


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_reading, "LONGEST", 2000)
    path = Maker(p("x" * 3000)).write(tmp_path)
    with pytest.raises(Refused, match="bất thường nên không mở"):
        template.fill(path, USUAL)


def test_a_file_open_in_word_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Maker(p("x")).write(tmp_path)

    def locked(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "locked", str(path))

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(Refused, match="Không đọc được|đang mở"):
        template.fill(path, USUAL)


def test_a_dotx_becomes_a_docx(tmp_path: Path) -> None:
    path = tmp_path / "mau.dotx"
    path.write_bytes(changed(plain(), TYPES, MAIN, f"{KIND}.template.main+xml".encode()))
    for data in (
        template.fill(path, USUAL),
        template.install(path, tmp_path / "t", "invitation").read_bytes(),
    ):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert MAIN in archive.read(TYPES)
            assert b"template.main" not in archive.read(TYPES)


def test_a_hostile_file_reaches_nowhere_once_filled(tmp_path: Path) -> None:
    maker = Maker(
        p(
            r("{{Tên hội nghị}}"),
            field("DDEAUTO cmd /c calc", "x"),
            field('INCLUDEPICTURE "http://x.invalid"', "y"),
        ),
        p(picture(link="rIdPictureOut"), '<w:r><w:object><o:OLEObject r:id="rIdOle"/></w:object></w:r>'),
        '<w:altChunk r:id="rIdChunk"/>',
        '<w:subDoc r:id="rIdSub"/>',
    )
    maker.link("rIdPictureOut", "image", "http://example.invalid/a.png", outside=True)
    maker.link("rIdOle", "oleObject", "file:///C:/a.bin", outside=True)
    maker.link("rIdChunk", "aFChunk", "a.htm").link("rIdSub", "subDocument", "b.docx", outside=True)
    maker.link("rIdLink", "hyperlink", "http://example.invalid", outside=True)
    maker.settings('<w:mailMerge/><w:attachedTemplate r:id="rIdOut"/><w:linkStyles/>')
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    maker.parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rIdOut" Type="{rel}/attachedTemplate" Target="a.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    data = template.fill(maker.write(tmp_path), USUAL)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        outside = [
            found
            for name in archive.namelist()
            if name.endswith(".rels")
            for found in re.findall(
                r'Type="[^"]*/(\w+)"[^>]*TargetMode="External"', archive.read(name).decode()
            )
        ]
    assert outside == ["hyperlink"]
    assert [one.tag for one in tree(data, "settings")] == []
    words = b" ".join(part.encode() for part in lines(data)).decode()
    assert "Hội nghị A" in words
    tags = {str(one.tag).rpartition("}")[2] for one in tree(data).iter()}
    assert not tags & {"fldChar", "instrText", "OLEObject", "altChunk", "subDoc"}


# Beginning from our own papers


def words(data: bytes) -> str:
    return " ".join(" ".join(lines(data)).split())


def facts_of(key: str, full: bool) -> Meeting | Plan:
    if paper(key).record != MEETING:
        return samples.plan() if full else samples.bare_plan()
    facts = samples.minutes(4) if full else samples.bare_minutes()
    found = wordings.worded(key)
    own = {line.key: f"Phần soạn {line.key}" for line in found.lines if line.own} if found and full else {}
    return replace(facts, sections={**facts.sections, **own})


def filled(path: Path, key: str, facts: Meeting | Plan) -> bytes:
    each = fields.values(key, facts)
    return template.fill_serial(path, each) if template.is_serial(key) else template.fill(path, each[0])


@pytest.mark.parametrize("key", ASKED)
def test_a_file_begun_from_our_paper_says_what_our_paper_says(tmp_path: Path, key: str) -> None:
    """Begun with full facts and filled with none, and the other way round."""
    for begun in (True, False):
        path = tmp_path / f"{key}.docx"
        path.write_bytes(template.start(key, facts_of(key, begun)))
        assert not [one for one in template.check(path, key, samples=begun) if one.blocks]
        pages = len(list(tree(path.read_bytes()).iter(f"{W}sectPr")))
        for full in (True, False):
            facts = facts_of(key, full)
            ours = catalogue.compose(key, facts)
            if pages < len(ours.sections) and not template.is_serial(key):
                continue  # begun where there was no appendix
            data = filled(path, key, facts)
            assert len(list(tree(data).iter(f"{W}sectPr"))) == len(ours.sections)
            assert words(data) == words(docx_file.to_bytes(catalogue.compose(key, facts))), (begun, full)
            assert not disorder(tree(data))
            assert "{{" not in words(data)


@pytest.mark.parametrize("key", ["notice", "letter", "invitation_people", "minutes"])
@pytest.mark.parametrize("signed", [date(2019, 8, 22), date(2026, 6, 1)])
def test_the_same_words_with_marks_signers_and_nasty_values(tmp_path: Path, key: str, signed: date) -> None:
    facts = facts_of(key, True)
    assert isinstance(facts, Meeting)
    path = tmp_path / f"{key}.docx"
    path.write_bytes(template.start(key, facts))
    head = replace(
        facts.head, number=5, signed=signed, issuer="Đảng ủy A & B <C>", marks=Marks("khẩn", draft=2)
    )
    two = (Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Đặng Văn Thử"),)
    facts = replace(facts, head=head, signatures=two, place="Hội trường “A” & <B> " + "x" * 80)
    ours = words(docx_file.to_bytes(catalogue.compose(key, facts)))
    assert "KHẨN" in ours
    assert words(filled(path, key, facts)) == ours


def test_a_begun_file_holds_the_office_s_own_sentences(tmp_path: Path) -> None:
    facts = replace(samples.minutes(2), wording={"event": "Mời dự: {{Tên hội nghị}} nhé."})
    path = tmp_path / "invitation.docx"
    path.write_bytes(template.start("invitation", facts))
    assert "Mời dự: {{Tên hội nghị}} nhé." in lines(path.read_bytes())
    with pytest.raises(KeyError):
        template.start("ballot", facts)


@pytest.mark.parametrize("key", ASKED)
def test_every_field_of_a_paper_has_its_value_and_no_other(key: str) -> None:
    known = fields.markers.key
    for full in (True, False):
        each = fields.values(key, facts_of(key, full))
        names = template.names(key)
        for one in each:
            singles = {known(name.label) for name in names if not name.members and not name.block}
            assert singles <= set(one.single)
            assert {known(name.label) for name in names if name.members} <= set(one.lists)
            assert {known(name.label) for name in names if name.block} <= set(one.blocks)
    assert len({known(name.label) for name in names}) == len(names)


# The office's files in their folder


def test_without_a_file_of_its_own_the_office_gets_our_paper(tmp_path: Path) -> None:
    facts = samples.minutes(2)
    assert template.of(tmp_path, "invitation") is None
    assert template.compose("invitation", facts, tmp_path) == catalogue.compose("invitation", facts)
    assert template.compose("units", LISTING, tmp_path).title == LISTING.title


def test_the_office_s_file_is_what_word_writes_and_what_is_shown(tmp_path: Path) -> None:
    source = Maker(p("Văn phòng kính mời dự {{Tên hội nghị}}"), p("Tại {{Địa điểm}}")).write(tmp_path)
    folder = tmp_path / "templates"
    assert template.install(source, folder, "invitation") == folder / "invitation.docx"
    facts = replace(samples.minutes(2), place="")
    made = template.compose("invitation", facts, folder)
    ours = catalogue.compose("invitation", facts)
    assert (made.title, made.profile, made.marks) == (ours.title, ours.profile, ours.marks)
    shown = [one.text for one in made.paragraphs() if one.text]
    assert shown == [f"Văn phòng kính mời dự {facts.title}", "Tại ……………"]
    assert made.blanks() == ("địa điểm hội nghị",)
    docx_file.write(made, tmp_path / "ra.docx")
    assert (tmp_path / "ra.docx").read_bytes() == made.word
    assert docx.Document(str(tmp_path / "ra.docx")).paragraphs[1].text == "Tại ……………"


def test_letters_of_the_office_s_file(tmp_path: Path) -> None:
    source = Maker(p("Kính mời {{Người nhận}}")).write(tmp_path)
    template.install(source, tmp_path / "t", "invitation_people")
    made = template.compose("invitation_people", samples.minutes(3), tmp_path / "t")
    assert len(made.sections) == 3
    assert made.sheets == catalogue.compose("invitation_people", samples.minutes(3)).sheets
    xlsx_file.write(made, tmp_path / "ra.xlsx")
    bare = template.compose("invitation_people", samples.bare_minutes(), tmp_path / "t")
    assert len(bare.sections) == 1


def test_a_file_that_would_print_a_wrong_paper_is_refused_when_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "invitation.docx").write_bytes(Maker(p("A"), p("{{Tên hộ nghị}}"), p("{{Gì}}")).data())
    with pytest.raises(Refused, match="2 lỗi; đoạn 2") as refused:
        template.compose("invitation", samples.minutes(1), tmp_path)
    assert "{{Tên hội nghị}}" in refused.value.do


def test_every_version_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    for number in range(3):
        source = Maker(p(f"bản {number} {{{{Tên hội nghị}}}}")).write(tmp_path)
        template.install(source, folder, "invitation", DAY)
    kept = template.reset(folder, "invitation", DAY)
    assert kept == folder / "invitation-2026-11-22-3.docx"
    assert template.of(folder, "invitation") is None
    assert template.reset(folder, "invitation", DAY) is None
    template.put(template.start("invitation_units", samples.minutes(1)), folder, "invitation_units", DAY)
    versions = template.versions(folder, "invitation")
    assert [lines(one.read_bytes())[0] for one in versions] == [
        f"bản {n} {{{{Tên hội nghị}}}}" for n in (2, 1, 0)
    ]
    with pytest.raises(KeyError):
        template.install(source, folder, "ballot")


def test_a_file_of_another_hand_with_tables_boxes_and_parts_of_the_paper(tmp_path: Path) -> None:
    foot = table(row(cell("{{Nơi nhận}}", "<w:p/>"), cell("{{Chữ ký}}", "<w:p/>")))
    maker = Maker(
        table(
            row(cell("{{Tiêu đề cấp trên}}", "{{Tiêu đề cơ quan}}", "*"), "ĐẢNG CỘNG SẢN VIỆT NAM"),
            row("{{Dòng số ký hiệu}}", "{{Dòng ngày tháng}}"),
        ),
        p("{{Tên loại}}"), p("{{Trích yếu}}"), p("{{Nội dung văn bản}}"), p(box(p("{{Địa danh}}"))), foot,
    )  # fmt: skip
    path = maker.styles().write(tmp_path)
    assert [one.reason for one in template.check(path, "notice")] == []
    facts = samples.minutes(3)
    data = template.fill(path, fields.values("notice", facts)[0])
    ours = catalogue.compose("notice", facts)
    for one in ours.paragraphs():
        assert " ".join(one.text.split()).replace("-----", "") in words(data)
    known = {one.get(f"{W}styleId") for one in tree(data, "styles").iter(f"{W}style")}
    assert {one.get(f"{W}val") for one in tree(data).iter(f"{W}pStyle")} <= known


def test_letters_of_the_office_s_file_are_one_document(tmp_path: Path) -> None:
    """How long five hundred take is measured by tests/bench."""
    facts = samples.minutes(40)
    template.put(template.start("invitation_people", facts), tmp_path, "invitation_people")
    made = template.compose("invitation_people", facts, tmp_path)
    assert len(made.sections) == 40
    said = "\n".join(line.text for line in made.paragraphs())
    assert not [one.person.name for one in facts.attendees if one.person.name not in said]


@pytest.mark.parametrize(
    "name", ["n01-strict-format", "n03-footnotes", "n07-text-box", "n09-external-picture"]
)
def test_files_of_the_world_are_checked_without_a_crash(name: str) -> None:
    folder = os.environ.get("THUKY_TEST_DATA")
    if not folder:
        pytest.skip("no folder of test data")
    found = template.check(Path(folder) / "word" / f"{name}.docx", "invitation")
    assert found
    assert any(one.blocks for one in found) == (name == "n01-strict-format")
