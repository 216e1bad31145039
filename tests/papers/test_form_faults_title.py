"""The type, the subject and the five hyphens; the letter that has no type (TT-1, TT-2)."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.papers import form_faults
from tests.papers.form_faults import Case, legal, plant
from tests.papers.form_samples import Sample
from tests.papers.office_xml import W
from tests.papers.word_file import WordFile, properties, put, words

HYPHENS = "-----"


def line_for_hyphens(file: WordFile, sample: Sample) -> None:
    """A drawn line below the subject, as state bodies have it."""
    for p in file.found(sample.subject):
        put(properties(p, "pPr"), {"pBdr": {}})
        border = p.find(f"{W}pPr/{W}pBdr")
        assert border is not None
        border.append(
            etree.Element(
                f"{W}bottom", {f"{W}val": "single", f"{W}sz": "6", f"{W}space": "1", f"{W}color": "auto"}
            )
        )
    file.drop(HYPHENS)


def author(file: WordFile, sample: Sample) -> None:
    file.add(sample.type_name, "CỦA BAN THƯỜNG VỤ ĐẢNG ỦY")


def composed_by_word(file: WordFile, sample: Sample) -> None:
    file.say(sample.type_name, sample.type_name.capitalize())
    file.look(sample.type_name.capitalize(), caps="1")


def typed_letter(file: WordFile, sample: Sample) -> None:
    """The type a letter never carries."""
    for p in file.add("Kính gửi", "CÔNG VĂN", before=True):
        put(properties(p, "pPr"), {"jc": {"val": "center"}, "ind": {"firstLine": "0"}})
    file.look("CÔNG VĂN", b="1", i="0", sz="30")


def unaddressed(file: WordFile, sample: Sample) -> None:
    file.drop(words(file.found("Kính gửi")[0]).strip())


def unlike(file: WordFile, sample: Sample) -> None:
    """The recipients without “Như trên”."""
    first = sample.recipient_lines[0]
    file.say(first, first.replace("Như trên", "Ban Tổ chức"))


def hyphens(instead: str) -> form_faults.Edit:
    return lambda file, sample: file.say(HYPHENS, instead)


def subject(instead: str) -> form_faults.Edit:
    return lambda file, sample: file.say(sample.subject, instead)


NAMED = "Các đồng chí cấp ủy viên"
NAMES = [
    plant(
        "TT-2",
        "names of size 15",
        lambda f, s: f.look(NAMED, sz="30"),
        base="letter",
        years=("2018",),
        at=NAMED,
    ),
    plant("TT-2", "names of size 15.5", lambda f, s: f.look(NAMED, sz="31"), base="letter", years=("2026",)),
    legal(
        "names of size 15 by 05-HD/VPTW", lambda f, s: f.look(NAMED, sz="30"), base="letter", years=("2026",)
    ),
]
FAULTS = [
    *NAMES,
    plant("TT-1", "type of size 14", lambda f, s: f.look(s.type_name, sz="28"), at="KẾ HOẠCH"),
    plant("TT-1", "type of size 14.5", lambda f, s: f.look(s.type_name, sz="29")),
    plant("TT-1", "type of size 16.5", lambda f, s: f.look(s.type_name, sz="33")),
    plant("TT-1", "type not bold", lambda f, s: f.look(s.type_name, b="0")),
    plant("TT-1", "type in italics", lambda f, s: f.look(s.type_name, i="1")),
    plant("TT-1", "type in small letters", lambda f, s: f.say(s.type_name, "Kế hoạch")),
    plant("TT-1", "type at the left", lambda f, s: f.shape(s.type_name, jc="left")),
    plant("TT-1", "no type", lambda f, s: f.drop(s.type_name)),
    plant("TT-1", "subject of size 13.5", lambda f, s: f.look(s.subject, sz="27"), at="tổ chức hội nghị"),
    plant("TT-1", "subject of size 16", lambda f, s: f.look(s.subject, sz="32")),
    plant("TT-1", "subject of size 15.5", lambda f, s: f.look(s.subject, sz="31")),
    plant("TT-1", "subject not bold", lambda f, s: f.look(s.subject, b="0")),
    plant("TT-1", "subject in italics", lambda f, s: f.look(s.subject, i="1")),
    plant("TT-1", "subject in capitals", lambda f, s: f.say(s.subject, s.subject.upper())),
    plant("TT-1", "four hyphens", hyphens("----"), at="----"),
    plant("TT-1", "six hyphens", hyphens("------")),
    plant("TT-1", "en dashes", hyphens("–––––")),
    plant("TT-1", "em dashes", hyphens("———")),
    plant("TT-1", "underscores", hyphens("_____")),
    plant("TT-1", "hyphens with spaces", hyphens("- - - - -")),
    plant("TT-1", "stars", hyphens("*****")),
    plant("TT-1", "no hyphens", lambda f, s: f.drop(HYPHENS)),
    plant("TT-1", "a line for the hyphens", line_for_hyphens),
    legal("type of size 15", lambda f, s: f.look(s.type_name, sz="30")),
    legal("type of size 15.5", lambda f, s: f.look(s.type_name, sz="31")),
    legal("subject of size 14", lambda f, s: f.look(s.subject, sz="28")),
    legal("subject of size 14.5", lambda f, s: f.look(s.subject, sz="29")),
    legal("the author between type and subject", author),
    legal("a subject of one letter", lambda f, s: f.say(s.subject, "A")),
    legal("type in capitals by Word", composed_by_word),
    plant("TT-2", "a type line", typed_letter, base="letter", also=("TT-1",)),
    plant(
        "TT-2",
        "subject of size 13",
        lambda f, s: f.look(s.subject, sz="26"),
        base="letter",
        at="ý kiến tại hội nghị",
    ),
    plant("TT-2", "subject of size 14", lambda f, s: f.look(s.subject, sz="28"), base="letter"),
    plant("TT-2", "subject of size 11.5", lambda f, s: f.look(s.subject, sz="23"), base="letter"),
    plant("TT-2", "subject upright", lambda f, s: f.look(s.subject, i="0"), base="letter"),
    plant("TT-2", "subject bold", lambda f, s: f.look(s.subject, b="1"), base="letter"),
    plant("TT-2", "no subject", lambda f, s: f.drop(s.subject), base="letter"),
    plant("TT-2", "nobody addressed", unaddressed, base="letter"),
    plant("TT-2", "Như trên not there", unlike, base="letter"),
    plant("TT-2", "no “về việc”", subject("chuẩn bị ý kiến tại hội nghị"), base="letter", years=("2026",)),
    plant(
        "TT-2",
        "V/v of state bodies",
        subject("V/v chuẩn bị ý kiến tại hội nghị"),
        base="letter",
        years=("2026",),
    ),
    legal("about", subject("về việc chuẩn bị ý kiến tại hội nghị"), base="letter", years=("2018",)),
    legal("a small letter first", subject("chuẩn bị ý kiến tại hội nghị"), base="letter", years=("2018",)),
    legal(
        "a long subject",
        subject("về việc chuẩn bị ý kiến tại hội nghị, gửi tài liệu và cử người dự"),
        base="letter",
    ),
]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_the_title(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)
