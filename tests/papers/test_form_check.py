"""The check as a whole: which form, how it tells, what it refuses, what it cannot judge, how fast it is."""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

import main
from papers import catalogue, docx_file, styles
from papers.content import Document
from papers.form_check import Finding, check, counted
from rules.trouble import Refused
from tests.papers import form_faults, samples
from tests.papers.form_documents import p, write
from tests.papers.form_samples import NEW, OLD, SAMPLES
from tests.papers.word_file import WordFile

SHEET = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" '
    'w:right="850" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
BODY = (
    '<w:ind w:firstLine="567"/><w:spacing w:line="360" w:lineRule="exact" w:after="120"/><w:jc w:val="both"/>'
)
MIDDLE = '<w:jc w:val="center"/>'
LARGE, SMALL = '<w:sz w:val="30"/>', '<w:sz w:val="24"/>'
NORMAL = '<w:sz w:val="28"/>'


def planted(key: str, hand: str = "own", **say: str) -> WordFile:
    file = WordFile(form_faults.sound(key, hand))
    for old, new in say.items():
        file.say(getattr(SAMPLES[key], old), new)
    return file


def grave(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(one.rule, one.severity, one.found) for one in findings if one.severity != "I"]


def saved(document: Document, folder: Path) -> Path:
    path = folder / "paper.docx"
    path.write_bytes(docx_file.to_bytes(document))
    return path


# -- how a finding reads


def test_a_finding_names_place_words_and_clause(tmp_path: Path) -> None:
    file = planted("plan 2018", symbol_line="Số: 81-KH/ĐUK")
    [found] = check(file.write(tmp_path / "a.docx"))
    assert found == Finding(
        "HD-3",
        "E",
        f"trang 1, đoạn {found.paragraph + 1}: “Số: 81-KH/ĐUK”",
        "ghi Số: 81-KH/ĐUK",
        found.expected,
        "36-HD/VPTW, II.1.3",
        found.paragraph,
        "Số: 81-KH/ĐUK",
    )
    assert "ví dụ Số 05-KH/ĐUK" in found.expected
    assert "Số: 81" in "".join(file.paragraphs()[found.paragraph].itertext())


def test_the_same_fault_in_many_places_is_told_once_with_its_first(tmp_path: Path) -> None:
    file = planted("plan 2018")
    for words in ("Giúp cán bộ", "Từ đó mỗi", "Hội nghị học tập"):
        file.look(words, sz="26")
    [found] = check(file.write(tmp_path / "a.docx"))
    assert (found.rule, found.severity) == ("BD-1", "W")
    assert found.place.endswith("(và 2 chỗ khác)")
    assert found.words.startswith("Giúp cán bộ")


def test_the_gravest_come_first(tmp_path: Path) -> None:
    file = planted("plan 2018", symbol_line="Số: 81-KH/ĐUK")
    file.look("Giúp cán bộ", sz="26")
    file.say("Giúp cán bộ", "Giúp cán bộ, uỷ viên và ủy viên")
    kinds = [one.severity for one in check(file.write(tmp_path / "a.docx"))]
    assert kinds == ["E", "W", "I"]


def test_findings_are_counted_in_words() -> None:
    one = Finding("PG-1", "E", "", "", "", "")
    assert counted([one, one, replace(one, severity="I")]) == "2 lỗi, 0 cảnh báo, 1 lưu ý"


# -- which form


@pytest.mark.parametrize(("key", "own"), [("plan 2018", "36-HD/VPTW"), ("plan 2026", "05-HD/VPTW")])
def test_the_day_of_the_paper_chooses_the_form(key: str, own: str, tmp_path: Path) -> None:
    file = planted(key, symbol_line="Số: 81-KH/ĐU")
    assert {one.source.partition(",")[0] for one in check(file.write(tmp_path / "a.docx"))} == {own}


def test_a_day_given_goes_before_that_of_the_paper(tmp_path: Path) -> None:
    path = planted("plan 2018", "direct").write(tmp_path / "a.docx")
    assert grave(check(path)) == []
    assert [(rule, grade) for rule, grade, _ in grave(check(path, NEW))] == [("HD-3", "E"), ("NN-1", "W")]


def test_a_paper_without_a_day_keeps_the_form_it_was_made_in(tmp_path: Path) -> None:
    for profile in ("PARTY-2018", "PARTY-2026"):
        plan = samples.plan()
        head = replace(plan.head, signed=None, number=None, form=profile)
        found = check(saved(catalogue.compose("plan", replace(plan, head=head)), tmp_path))
        assert grave(found) == []
        [told] = [one for one in found if one.rule == "DT-2"]
        assert styles.form(profile).source == told.source


def test_a_day_before_every_form_is_told(tmp_path: Path) -> None:
    file = planted("plan 2018", "direct", date_line="Mẫu, ngày 21 tháng 8 năm 2015")
    [told] = [one for one in check(file.write(tmp_path / "a.docx")) if one.rule == "DT-2"]
    assert "ra trước" in told.found


def test_state_papers_have_the_state_form(tmp_path: Path) -> None:
    file = WordFile(form_faults.sound("plan state", "direct"))
    file.margin(left=20)
    [found] = [one for one in check(file.write(tmp_path / "a.docx")) if one.severity != "I"]
    assert found.source == "Nghị định 30/2020/NĐ-CP, Phụ lục I, I.3"


# -- layouts of other hands


def letterhead(rows: list[str]) -> str:
    ended = p("-----", lines=MIDDLE, look=NORMAL)
    named = p("KẾ HOẠCH", lines=MIDDLE, look=f"<w:b/>{LARGE}") + p(
        "học tập", lines=MIDDLE, look=f"<w:b/>{LARGE}"
    )
    text = p("Nội dung của kế hoạch.", lines=BODY, look=NORMAL)
    foot = p("T/M BAN THƯỜNG VỤ", lines='<w:jc w:val="right"/>', look=f"<w:b/>{NORMAL}")
    foot += p("BÍ THƯ", lines='<w:jc w:val="right"/>', look=NORMAL)
    foot += p("Lê Văn Mẫu", lines='<w:jc w:val="right"/>', look=f"<w:b/>{NORMAL}")
    return "".join(rows) + named + ended + text + foot + SHEET


def test_a_letterhead_of_spaces_on_one_line(tmp_path: Path) -> None:
    wide = " " * 12
    rows = [
        p("ĐẢNG BỘ TỈNH MẪU", look=NORMAL),
        '<w:p><w:r><w:rPr><w:b/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">ĐẢNG ỦY SỞ MẪU'
        f'{wide}</w:t></w:r><w:r><w:rPr><w:b/><w:sz w:val="30"/><w:u w:val="single"/></w:rPr>'
        "<w:t>ĐẢNG CỘNG SẢN VIỆT NAM</w:t></w:r></w:p>",
        p("*", look=NORMAL),
        '<w:p><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">Số 12-KH/ĐU'
        f'{wide}</w:t></w:r><w:r><w:rPr><w:i/><w:sz w:val="28"/></w:rPr>'
        "<w:t>Mẫu, ngày 21 tháng 8 năm 2019</w:t></w:r></w:p>",
    ]
    assert grave(check(write(tmp_path / "a.docx", letterhead(rows)))) == []


def test_lines_of_one_paragraph_are_components_of_their_own(tmp_path: Path) -> None:
    file = planted("plan 2018", "direct")
    paragraphs = [file.found(words)[0] for words in (SAMPLES["plan 2018"].superior, "ĐẢNG ỦY KHỐI")]
    one, other = paragraphs
    for run in list(other.iter("{*}r")):
        run.insert(1, run.makeelement(f"{run.tag[:-1]}br"))
        one.append(run)
    other.getparent().remove(other)  # type: ignore[union-attr]
    path = file.write(tmp_path / "a.docx")
    assert check(path) == []
    file.look("ĐẢNG ỦY KHỐI", b="0")
    [found] = check(file.write(path))
    assert (found.rule, found.words) == ("HD-2", "ĐẢNG ỦY KHỐI")


def test_several_papers_of_one_file_are_judged_each(tmp_path: Path) -> None:
    meeting = samples.minutes(3)
    head = replace(meeting.head, type_name="Giấy mời", type_code="GM", number=5, signed=OLD)
    path = saved(catalogue.compose("invitation_people", replace(meeting, head=head)), tmp_path)
    assert grave(check(path)) == []
    file = WordFile(path.read_bytes())
    third = file.found("Số 05-GM/ĐUK")[2]
    next(third.iter("{*}t")).text = "Số: 05-GM/ĐUK"
    [found] = [one for one in check(file.write(path)) if one.severity == "E"]
    assert (found.rule, found.place.partition(",")[0]) == ("HD-3", "văn bản 3")


# -- what cannot be judged


def test_a_file_without_a_letterhead_says_so(tmp_path: Path) -> None:
    rows = p("Tin hội nghị", look=NORMAL) + p("Sáng 21-8, hội nghị đã họp.", look=NORMAL)
    [told] = check(write(tmp_path / "a.docx", rows + SHEET))
    assert (told.rule, told.severity) == ("HD-1", "I")
    assert "không nhận ra phần đầu văn bản" in told.found


def test_a_font_nobody_names_is_not_guessed(tmp_path: Path) -> None:
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    told = check(write(tmp_path / "a.docx", p("chữ", look=themed) + SHEET, font=""))
    assert [(one.rule, one.severity) for one in told] == [("PG-3", "I"), ("HD-1", "I")]


def test_a_box_whose_place_is_unknown_is_not_judged_for_its_place(tmp_path: Path) -> None:
    file = planted("plan 2018", "boxes")
    for place in file.tree().iter("{*}positionH"):
        place.clear()
    told = [one for one in check(file.write(tmp_path / "a.docx")) if "vị trí" in one.found]
    assert {(one.rule, one.severity) for one in told} == {
        ("HD-1", "I"),
        ("HD-2", "I"),
        ("HD-3", "I"),
        ("HD-4", "I"),
    }


@pytest.mark.skipif(not os.environ.get("THUKY_TEST_DATA"), reason="needs real files")
def test_real_files_of_others_are_told_about(request: pytest.FixtureRequest) -> None:
    files = sorted((Path(os.environ["THUKY_TEST_DATA"]) / "word").glob("*.docx"))
    assert files
    for path in files:
        assert ("HD-1", "I") in {(one.rule, one.severity) for one in check(path)}


# -- what is refused


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        check(path)
    assert refused.value.do
    return refused.value.what


def test_what_is_no_word_file_is_refused(tmp_path: Path) -> None:
    for name, data in (
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600),
        ("b.docx", b"PK\x03\x04rest"),
        ("c.docx", b""),
    ):
        (tmp_path / name).write_bytes(data)
        assert name in refusal(tmp_path / name)
    assert "Không có tệp" in refusal(tmp_path / "none.docx")


@pytest.mark.parametrize(
    "part",
    [
        b"<w:document",
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
        b"<x/>",
        b"",
        b"\xff\xfe<\x00x\x00",
    ],
)
def test_broken_parts_are_refused_and_entities_never_opened(part: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", part)
    assert "đã hỏng" in refusal(path)


# -- our own papers


@pytest.mark.parametrize("day", [OLD, NEW])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_our_own_minutes_delegates_and_plan_are_sound(count: int, day: date, tmp_path: Path) -> None:
    symbol = "ĐUK" if day == OLD else "ĐU"
    meeting, plan = samples.minutes(count), samples.plan()
    for key, facts in (("minutes", meeting), ("delegates", meeting), ("plan", plan)):
        head = replace(facts.head, signed=day, number=5, symbol=symbol)
        document = catalogue.compose(key, replace(facts, head=head))  # type: ignore[type-var]
        assert grave(check(saved(document, tmp_path))) == []


# -- the command


def test_the_command_tells_all_and_its_status_whether_there_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = planted("plan 2018", symbol_line="Số: 81-KH/ĐUK").write(tmp_path / "a.docx")
    assert main.main(["check", str(path)]) == 1
    said = capsys.readouterr().out
    assert all(words in said for words in ("Lỗi", "HD-3", "36-HD/VPTW, II.1.3", "1 lỗi, 0 cảnh báo, 0 lưu ý"))
    sound = planted("plan 2018").write(tmp_path / "b.docx")
    assert main.main(["check", str(sound)]) == 0
    assert "0 lỗi, 0 cảnh báo, 0 lưu ý" in capsys.readouterr().out


def test_the_command_writes_json_for_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = planted("plan 2018", "direct").write(tmp_path / "a.docx")
    assert main.main(["check", str(path), "--json", "--date", "15/9/2026"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [row["rule"] for row in rows] == ["HD-3", "NN-1", "DT-2"]
    assert all(set(row) == {field.name for field in fields(Finding)} for row in rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [(["none.docx"], "Không có tệp"), (["none.docx", "--date", "31/2/2019"], "Không có ngày 31/2/2019")],
)
def test_the_command_refuses_in_plain_words(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["check", str(tmp_path / words[0]), *words[1:]]) == 1
    assert said in capsys.readouterr().err


def test_the_command_uses_the_forms_of_the_office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "data" / "templates"
    own.mkdir(parents=True)
    shipped = styles.FORMS.read_text(encoding="utf-8")
    (own / "forms.toml").write_text(shipped.replace('lead = "Số "', 'lead = "Số: "'), encoding="utf-8")
    path = planted("plan 2018").write(tmp_path / "a.docx")
    try:
        assert main.main(["--data", str(tmp_path / "data"), "check", str(path)]) == 1
    finally:
        styles.use(None)
    assert "HD-3" in capsys.readouterr().out
