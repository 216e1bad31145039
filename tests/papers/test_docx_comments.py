from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from papers import docx_file
from papers.checking.findings import SEVERITIES
from papers.content import Document, Section, paragraph
from papers.docx_comments import annotate
from papers.form_check import Finding
from rules.trouble import Refused
from tests.papers import foreign, form_faults
from tests.papers.office_xml import W, disorder, tag
from tests.papers.word_file import MAIN, WordFile, words
from tests.programs import run

MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
DATA = os.environ.get("THUKY_TEST_DATA", "")


def finding(
    paragraph: int, found: str = "“Số: 81-KH/ĐUK”", rule: str = "HD-3", severity: str = "E"
) -> Finding:
    return Finding(
        rule,
        severity,
        "trang 1",
        found,
        "“Số 81-KH/ĐUK”",
        "36-HD/VPTW, II.1.3",
        paragraph=paragraph,
        words="",
    )


@cache
def plan(hand: str = "own") -> bytes:
    return form_faults.sound("plan 2018", hand)


def annotated(data: bytes, findings: Sequence[Finding], folder: Path) -> WordFile:
    source, target = folder / "nguồn.docx", folder / "có ghi chú.docx"
    source.write_bytes(data)
    assert annotate(source, findings, target) == len(findings)
    assert source.read_bytes() == data
    return WordFile(target.read_bytes())


def place_of(file: WordFile, phrase: str) -> int:
    return next(number for number, p in enumerate(file.paragraphs()) if phrase in words(p))


def commented(file: WordFile, name: str = "word/comments.xml") -> dict[str, str]:
    """Number and words of every comment."""
    rows = file.tree(name).iter("{*}comment")
    return {
        row.attrib[next(k for k in row.attrib if k.endswith("}id"))]: "".join(row.itertext()) for row in rows
    }  # type: ignore[index]


def spans(file: WordFile) -> dict[str, str]:
    """Number of every comment and the words of the paragraph it spans."""
    return {
        mark.get(f"{W}id", ""): words(mark.getparent())  # type: ignore[arg-type]
        for mark in file.tree().iter(f"{W}commentRangeStart")
    }


def without_marks(data: bytes) -> bytes:
    """The main part as it was before comments came, in canonical form."""
    root = etree.fromstring(data)
    for reference in list(root.iter("{*}commentReference")):
        run_of = reference.getparent()
        assert run_of is not None
        run_of.getparent().remove(run_of)  # type: ignore[union-attr]
    for mark in list(root.iter("{*}commentRangeStart", "{*}commentRangeEnd")):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    return etree.tostring(root, method="c14n")


def assert_sound(file: WordFile, count: int) -> None:
    """As many comments as marks of each kind, every number once, everything where the schema wants it."""
    numbers = list(commented(file))
    assert len(numbers) == len(set(numbers)) == count
    tree = file.tree()
    for name in MARKS:
        assert sorted(mark.get(f"{W}id", "") for mark in tree.iter(f"{W}{name}")) == sorted(numbers)
    for p in tree.iter(f"{W}p"):
        names = [tag(child) for child in p]
        assert "pPr" not in names[1:]
        opened = [name for name in names if name in ("commentRangeStart", "commentRangeEnd")]
        assert opened == sorted(opened, reverse=True), "every range of a paragraph opens before one ends"
    assert not list(tree.iterfind(f".//{W}txbxContent//{W}commentReference"))
    assert disorder(file.tree("word/comments.xml")) == []


def test_a_comment_says_what_is_wrong_at_its_words(tmp_path: Path) -> None:
    at = place_of(WordFile(plan()), "Số 81-KH/ĐUK")
    file = annotated(plan(), [finding(at)], tmp_path)
    assert spans(file) == {"0": "Số 81-KH/ĐUK"}
    [comment] = docx.Document(io.BytesIO(file.data())).comments
    assert (comment.author, comment.initials) == ("Thư Ký", "TK")
    assert comment.text.split("\n") == [
        "Lỗi HD-3",
        "Đang có: “Số: 81-KH/ĐUK”",
        "Cần: “Số 81-KH/ĐUK”",
        "Căn cứ: 36-HD/VPTW, II.1.3",
    ]
    assert comment.timestamp is not None


def test_nothing_else_in_the_file_changes(tmp_path: Path) -> None:
    data = plan("boxes")
    file = annotated(data, [finding(5), finding(-1)], tmp_path)
    before = WordFile(data)
    changed = {name for name in before.parts if before.parts[name] != file.parts[name]}
    assert changed == {MAIN, "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert set(file.parts) - set(before.parts) == {"word/comments.xml"}
    assert list(file.parts)[: len(before.parts)] == list(before.parts)
    assert without_marks(file.parts[MAIN]) == without_marks(before.parts[MAIN])


def test_without_findings_the_copy_is_the_same(tmp_path: Path) -> None:
    assert annotated(plan(), [], tmp_path).parts == WordFile(plan()).parts


@pytest.mark.parametrize("index", [-1, 10_000])
def test_what_concerns_the_whole_file_stands_at_the_first_paragraph(index: int, tmp_path: Path) -> None:
    file = annotated(plan(), [finding(index, rule="PG-1")], tmp_path)
    [start] = file.tree().iter(f"{W}commentRangeStart")
    assert start.getparent() is file.paragraphs()[0]


def test_several_comments_share_a_paragraph(tmp_path: Path) -> None:
    file = annotated(plan(), [finding(0), finding(0, severity="W"), finding(0, severity="I")], tmp_path)
    assert_sound(file, 3)
    assert [text.split()[0] for text in commented(file).values()] == ["Lỗi", "Cảnh", "Lưu"]


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    document = docx.Document(io.BytesIO(plan()))
    body = next(p for p in document.paragraphs if p.runs)
    document.add_comment(body.runs[0], "Đã xem.", "Chánh Văn phòng", "CVP")
    held = io.BytesIO()
    document.save(held)
    once = annotated(held.getvalue(), [finding(3)], tmp_path)
    twice = annotated(once.data(), [finding(4)], tmp_path)
    assert_sound(twice, 3)
    comments = docx.Document(io.BytesIO(twice.data())).comments
    assert [comment.author for comment in comments] == ["Chánh Văn phòng", "Thư Ký", "Thư Ký"]
    assert next(iter(comments)).text == "Đã xem."
    assert twice.parts["[Content_Types].xml"].count(b"comments+xml") == 1


def test_in_a_text_box_the_comment_stands_where_the_box_hangs(tmp_path: Path) -> None:
    before = WordFile(plan("boxes"))
    inside = [n for n, p in enumerate(before.paragraphs()) if "Số 81-KH/ĐUK" in words(p)]
    assert len(inside) == 2, "as it is, and for older programs"
    file = annotated(plan("boxes"), [finding(n) for n in inside], tmp_path)
    assert_sound(file, 2)
    holder = file.paragraphs()[0]
    assert [tag(child) for child in holder].count("commentRangeStart") == 2


def test_a_strict_file_gets_strict_comments(tmp_path: Path) -> None:
    file = annotated(form_faults.strict(plan()), [finding(0)], tmp_path)
    root = file.tree("word/comments.xml")
    assert root.tag == f"{{{form_faults.STRICT_NAMES}wordprocessingml/main}}comments"
    assert list(commented(file)) == ["0"]
    [start] = file.tree().iter(f"{{{form_faults.STRICT_NAMES}wordprocessingml/main}}commentRangeStart")
    assert start.get(f"{{{form_faults.STRICT_NAMES}wordprocessingml/main}}id") == "0"
    assert (form_faults.STRICT_NAMES + "officeDocument/relationships/comments").encode() in file.parts[
        "word/_rels/document.xml.rels"
    ]


def test_a_file_without_a_paragraph_gets_one(tmp_path: Path) -> None:
    bare = WordFile(docx_file.to_bytes(Document("", "PARTY-2018", (Section(()),))))
    assert bare.paragraphs() == []
    assert_sound(annotated(bare.data(), [finding(-1)], tmp_path), 1)


def test_a_file_without_relations_gets_them(tmp_path: Path) -> None:
    file = WordFile(plan("direct"))
    del file.parts["word/_rels/document.xml.rels"]
    for reference in list(file.tree().iter(f"{W}headerReference")):
        reference.getparent().remove(reference)  # type: ignore[union-attr]
    made = annotated(file.data(), [finding(1)], tmp_path)
    assert_sound(made, 1)
    assert b"relationships/comments" in made.parts["word/_rels/document.xml.rels"]


def test_numbers_left_over_in_the_text_are_not_taken_again(tmp_path: Path) -> None:
    file = WordFile(plan())
    for number in (0, 2**31 - 1):
        loose = etree.SubElement(file.paragraphs()[0], f"{W}commentRangeStart")
        loose.set(f"{W}id", str(number))
    made = annotated(file.data(), [finding(1), finding(2)], tmp_path)
    assert list(commented(made)) == ["1", "2"]


def test_a_kind_left_over_is_not_told_twice(tmp_path: Path) -> None:
    """The comments went, the list of kinds still names them."""
    file = annotated(plan(), [finding(0)], tmp_path)
    del file.parts["word/comments.xml"]
    for mark in list(file.tree().iter(*(f"{W}{name}" for name in MARKS))):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    made = annotated(file.data(), [finding(0)], tmp_path)
    assert_sound(made, 1)
    assert made.parts["[Content_Types].xml"].count(b"/word/comments.xml") == 1
    assert made.parts["word/_rels/document.xml.rels"].count(b"relationships/comments") == 1


def test_parts_stay_packed_as_they_were(tmp_path: Path) -> None:
    source, target = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(plan())
    with zipfile.ZipFile(source, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("word/media/image1.png", b"\x89PNG" * 100)
    annotate(source, [finding(0)], target)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target) as after:
        packing = {entry.filename: (entry.compress_type, entry.date_time) for entry in after.infolist()}
        for entry in before.infolist():
            assert packing[entry.filename] == (entry.compress_type, entry.date_time)


def test_a_copy_never_takes_the_place_of_its_source(tmp_path: Path) -> None:
    source = tmp_path / "kế hoạch.docx"
    source.write_bytes(plan())
    with pytest.raises(Refused, match="tệp khác"):
        annotate(source, [finding(0)], source)
    assert source.read_bytes() == plan()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 h\xe1\xbb\x8fng", b"\xd0\xcf\x11\xe0 c\xc5\xa9"])
def test_what_is_no_word_file_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(data)
    with pytest.raises(Refused):
        annotate(tmp_path / "a.docx", [finding(0)], tmp_path / "b.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_broken_comments_are_refused_and_nothing_is_written(tmp_path: Path) -> None:
    file = annotated(plan(), [finding(0)], tmp_path)
    file.trees.clear()
    file.parts["word/comments.xml"] = b"<w:comments"
    (tmp_path / "a.docx").write_bytes(file.data())
    with pytest.raises(Refused, match="hỏng"):
        annotate(tmp_path / "a.docx", [finding(0)], tmp_path / "b.docx")
    assert not (tmp_path / "b.docx").exists()


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(plan())
    with pytest.raises(Refused, match="thư mục"):
        annotate(tmp_path / "a.docx", [finding(0)], tmp_path / "không có" / "b.docx")


WORDS = st.text(st.characters(codec="utf-8"), max_size=40)
LINES = st.lists(WORDS, max_size=6)
FOUND = st.lists(st.tuples(st.integers(-2, 8), WORDS), max_size=6)


@given(LINES, FOUND, FOUND)
def test_any_paper_takes_any_comments(
    lines: list[str], first: list[tuple[int, str]], then: list[tuple[int, str]]
) -> None:
    blocks = tuple(paragraph("body", line) for line in lines)
    data = docx_file.to_bytes(Document("", "PARTY-2018", (Section(blocks),)))
    with tempfile.TemporaryDirectory() as folder:
        once = annotated(data, [finding(*row) for row in first], Path(folder))
        twice = annotated(once.data(), [finding(*row) for row in then], Path(folder))
    if first or then:
        assert_sound(twice, len(first) + len(then))
    if lines:
        assert without_marks(twice.parts[MAIN]) == without_marks(data_of(data))


def data_of(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(MAIN)


@pytest.mark.slow
def test_libreoffice_shows_every_comment(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    made = {}
    for hand in ("own", *foreign.HANDS):
        source.write_bytes(plan(hand))
        count = len(WordFile(plan(hand)).paragraphs())
        made[hand] = annotate(source, [finding(n) for n in range(-1, count)], tmp_path / f"{hand}.docx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{hand}.docx") for hand in made]
    run("soffice", "--headless", profile, "--convert-to", "fodt", "--outdir", tmp_path, *files)
    for hand, count in made.items():
        text = (tmp_path / f"{hand}.fodt").read_text(encoding="utf-8")
        assert text.count("<office:annotation ") == count
        assert text.count("<dc:creator>Thư Ký</dc:creator>") >= count


@pytest.mark.skipif(not DATA, reason="needs THUKY_TEST_DATA")
@pytest.mark.parametrize(
    "name", ["n01-strict-format", "n03-footnotes", "n05-footnote-hyperlink", "n07-text-box", "n11-empty"]
)
def test_files_of_others_take_comments(name: str, tmp_path: Path) -> None:
    source, target = Path(DATA) / "word" / f"{name}.docx", tmp_path / "copy.docx"
    count = sum(1 for _ in etree.fromstring(data_of(source.read_bytes())).iter("{*}p"))
    assert annotate(source, [finding(n) for n in range(-1, count)], target) == count + 1
    file = WordFile(target.read_bytes())
    assert len(commented(file)) == count + 1
    assert without_marks(file.parts[MAIN]) == without_marks(data_of(source.read_bytes())) or count == 0


def test_every_gravity_has_a_word() -> None:
    assert set(SEVERITIES) == set(form_faults.GRAVITY.values())
