"""Sound papers of every hand, several papers in one file, files that are no papers at all."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from papers import docx_file, letterhead, styles
from papers.content import Block, Document, Section, paragraph
from papers.docx_comments import annotate
from papers.form_check import check
from rules.facts import Signature
from tests.papers import foreign_parts, form_faults
from tests.papers.form_faults import ALL, OWN, STRICT, reported
from tests.papers.form_samples import NEW, PLAN_NEW, SAMPLES, head
from tests.papers.word_file import WordFile, words

DATA = os.environ.get("THUKY_TEST_DATA", "")
FAULTY = "Số: 81-KH/ĐUK"


@pytest.mark.parametrize("key", SAMPLES)
@pytest.mark.parametrize("hand", ALL)
def test_a_sound_paper_is_found_sound(hand: str, key: str, tmp_path: Path) -> None:
    file = form_faults.dealt(WordFile(form_faults.sound(key, hand)), hand)
    assert form_faults.grave(reported(file, tmp_path)) == []


def serial(count: int) -> WordFile:
    """One invitation each, every one on its own pages."""
    profile = styles.profile_for(NEW)
    facts = replace(head(PLAN_NEW), type_name="Giấy mời", type_code="GM", subject="dự hội nghị quán triệt")
    sections = []
    for number in range(count):
        signer = letterhead.signature(
            Signature("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Đặng Văn Thử"), "người ký"
        )
        blocks: list[Block] = [
            *letterhead.head(facts, profile),
            paragraph(
                "body", f"Ban Thường vụ trân trọng kính mời đồng chí Nguyễn Văn Khách {number} tới dự."
            ),
            paragraph("body", f"Đề nghị đồng chí mang theo giấy mời số {number} này."),
            letterhead.foot(letterhead.recipients(("Như trên", "Lưu Văn phòng"), profile), signer, profile),
        ]
        sections.append(Section(tuple(blocks), restart_numbering=True))
    return WordFile(docx_file.to_bytes(Document("Giấy mời", profile, tuple(sections))))


def test_several_sound_papers_in_one_file(tmp_path: Path) -> None:
    assert form_faults.grave(reported(serial(5), tmp_path)) == []


def test_of_several_papers_only_the_faulty_one_is_named(tmp_path: Path) -> None:
    file = serial(5)
    third = [p for p in file.paragraphs() if "Số 09-GM/ĐU" in words(p)][2]
    text = next(t for t in third.iter("{*}t") if "Số" in (t.text or ""))
    text.text = (text.text or "").replace("Số ", "Số: ")
    [one] = form_faults.grave(reported(file, tmp_path))
    assert one.rule == "HD-3"
    assert file.paragraphs()[one.paragraph] is third


def test_a_file_that_is_no_paper_is_said_to_be_none(tmp_path: Path) -> None:
    """What it cannot judge it says, as a thing to know."""
    page = {"w": "11906", "h": "16838", "top": "1134", "right": "851", "bottom": "1134", "left": "1701"}
    body = f"<w:p><w:r><w:t>Ouch.</w:t></w:r></w:p>{foreign_parts.section(page)}"
    named = foreign_parts.styles('w:ascii="Times New Roman" w:hAnsi="Times New Roman"', 28, "")
    data = foreign_parts.package(body, named, "<w:p/>", "Times New Roman", "simple")
    found = reported(WordFile(data), tmp_path)
    assert form_faults.grave(found) == []
    assert [one.severity for one in found if "không" in one.found], found


@pytest.mark.parametrize("hand", [OWN, "boxes", "tabs"])
def test_comments_change_nothing_for_the_check(hand: str, tmp_path: Path) -> None:
    file = WordFile(form_faults.sound("plan 2018", hand))
    file.say(SAMPLES["plan 2018"].symbol_line, FAULTY)
    source, target = file.write(tmp_path / "a.docx"), tmp_path / "b.docx"
    found = check(source)
    assert annotate(source, found, target) == len(found) > 0
    assert check(target) == found


@pytest.mark.parametrize("hand", [hand for hand in ALL if hand != STRICT])
def test_a_comment_stands_at_every_finding(hand: str, tmp_path: Path) -> None:
    sample = SAMPLES["plan 2018"]
    file = WordFile(form_faults.sound("plan 2018", hand))
    file.say(sample.symbol_line, FAULTY)
    source = form_faults.dealt(file, hand).write(tmp_path / "a.docx")
    [one] = form_faults.grave(check(source))
    annotate(source, [one], tmp_path / "b.docx")
    made = WordFile((tmp_path / "b.docx").read_bytes())
    [start] = made.tree().iter("{*}commentRangeStart")
    holder = start.getparent()
    assert holder is not None
    assert FAULTY[:5] in "".join(holder.itertext())


@pytest.mark.skipif(not DATA, reason="needs THUKY_TEST_DATA")
@pytest.mark.parametrize(
    "name", [path.name for path in sorted((Path(DATA) / "word").glob("*.docx"))] if DATA else []
)
def test_files_of_others_are_judged_only_where_they_can_be(name: str) -> None:
    found = check(Path(DATA) / "word" / name)
    assert {one.rule for one in form_faults.grave(found)} <= {"PG-1", "PG-2", "PG-3", "PG-4"}
    assert any(one.severity == "I" and one.rule.startswith("HD") for one in found)
