"""The body: letters, measures, grounds, end, citations (BD-1 … BD-5)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.papers import form_faults
from tests.papers.form_faults import BODY, OWN, Case, legal, plant
from tests.papers.form_samples import Sample
from tests.papers.office_xml import W
from tests.papers.word_file import WordFile, properties, put, twips

PART = "tự đặt ra việc"
END = "nghiêm túc thực hiện Kế hoạch này."
FIRST_BASIS = "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"
LAST_BASIS = "- Xét đề nghị của Ban Tổ chức"
CITED = "Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị"


def indent(mm: float) -> form_faults.Edit:
    return lambda file, sample: file.shape(BODY, ind={"firstLine": twips(mm)})


def line(points: float, rule: str = "exact") -> form_faults.Edit:
    return lambda file, sample: file.shape(BODY, spacing={"line": str(round(points * 20)), "lineRule": rule})


def spacing(before: float, after: float) -> form_faults.Edit:
    return lambda file, sample: file.shape(
        BODY, spacing={"before": str(round(before * 20)), "after": str(round(after * 20))}
    )


def six_before(file: WordFile, sample: Sample) -> None:
    spacing(6, 0)(file, sample)
    file.shape("2. Yêu cầu", spacing={"before": "120"})


def end(instead: str) -> form_faults.Edit:
    return lambda file, sample: file.say(END, instead)


def spacer(file: WordFile, sample: Sample) -> None:
    """An empty paragraph of another size between two others: nobody reads it."""
    for p in file.add(BODY, ""):
        mark = {"sz": {"val": "16"}}
        holder = properties(p, "pPr")
        put(properties(holder, "rPr"), mark)
        last = holder.find(f"{W}rPr")
        assert last is not None
        holder.remove(last)
        holder.append(last)
        put(holder, {"spacing": {"line": "240", "lineRule": "auto"}, "jc": {"val": "left"}})


def close_up(file: WordFile, sample: Sample) -> None:
    """No space between paragraphs of one style, as Word's own list style has it."""
    file.shape("Giúp cán bộ, đảng viên", contextualSpacing="1")
    file.shape(BODY, contextualSpacing="1")


def last_basis(mark: str) -> form_faults.Edit:
    def change(file: WordFile, sample: Sample) -> None:
        now = "," if sample.signed.year < 2026 else "."
        file.say(f"{LAST_BASIS}{now}", f"{LAST_BASIS}{mark}")

    return change


LOOKS = [
    plant("BD-1", "size 13", lambda f, s: f.look(BODY, sz="26"), at=PART),
    plant("BD-1", "size 13.5", lambda f, s: f.look(BODY, sz="27"), at=PART),
    plant("BD-1", "size 15.5", lambda f, s: f.look(BODY, sz="31")),
    plant("BD-1", "a few words of size 16", lambda f, s: f.look(PART, sz="32"), at=PART),
    plant("BD-1", "set from the left", lambda f, s: f.shape(BODY, jc="left"), at=PART),
    plant("BD-1", "centred", lambda f, s: f.shape(BODY, jc="center")),
    plant("BD-1", "set from the right", lambda f, s: f.shape(BODY, jc="right")),
    plant("BD-1", "indent 13.0", indent(13), at=PART),
    plant("BD-1", "indent 7.0", indent(7)),
    plant("BD-1", "no indent", indent(0)),
    plant("BD-1", "indent 20", indent(20)),
    legal("size 14.5", lambda f, s: f.look(BODY, sz="29")),
    legal("size 15", lambda f, s: f.look(BODY, sz="30")),
    legal("indent 12.6", indent(12.6)),
    legal("indent 12.7, half an inch", lambda f, s: f.shape(BODY, ind={"firstLine": "720"})),
    legal("indent 7.4", indent(7.4)),
    legal("words in bold and italics", lambda f, s: f.look(PART, b="1", i="1")),
    legal("an empty paragraph of size 8", spacer),
]
LINES = [
    plant("BD-2", "exactly 17.5", line(17.5), at=PART),
    plant("BD-2", "exactly 17.9", line(17.9)),
    plant("BD-2", "exactly 22.5", line(22.5), years=("2026",)),
    plant("BD-2", "single", lambda f, s: f.shape(BODY, spacing={"line": "240", "lineRule": "auto"})),
    plant("BD-2", "one and a half", lambda f, s: f.shape(BODY, spacing={"line": "360", "lineRule": "auto"})),
    plant("BD-2", "at least 18", line(18, "atLeast")),
    plant("BD-2", "no space between paragraphs", spacing(0, 0), at=PART),
    plant("BD-2", "space of 5.5", spacing(0, 5.5)),
    plant("BD-2", "space of 3", spacing(3, 0)),
    plant("BD-2", "space that closes up", close_up, hands=(OWN, "direct", "themed", "chained")),
    legal("exactly 18", line(18)),
    legal("exactly 22", line(22)),
    legal("exactly 22.5", line(22.5), years=("2018",)),
    legal("exactly 30", line(30), years=("2018",)),
    legal("space of 6 before", six_before),
    legal("space of 12", spacing(0, 12)),
    legal(
        "space that Word measures",
        lambda f, s: f.shape(BODY, spacing={"after": "0", "afterAutospacing": "1"}),
    ),
]
BASES = [
    plant("BD-3", "italic", lambda f, s: f.look(FIRST_BASIS, i="1"), base="decision", at="Căn cứ"),
    plant("BD-3", "comma between", lambda f, s: f.say(FIRST_BASIS, FIRST_BASIS[:-1] + ","), base="decision"),
    plant(
        "BD-3", "full stop between", lambda f, s: f.say(FIRST_BASIS, FIRST_BASIS[:-1] + "."), base="decision"
    ),
    plant("BD-3", "no hyphen", lambda f, s: f.say(FIRST_BASIS, FIRST_BASIS[2:]), base="decision"),
    plant(
        "BD-3",
        "a plus for the hyphen",
        lambda f, s: f.say(FIRST_BASIS, "+" + FIRST_BASIS[1:]),
        base="decision",
    ),
    plant("BD-3", "last one with a full stop", last_basis("."), base="decision", years=("2018",)),
    plant("BD-3", "last one with a comma", last_basis(","), base="decision", years=("2026",)),
    plant("BD-3", "last one with a semicolon", last_basis(";"), base="decision"),
    plant("BD-3", "last one with a colon", last_basis(":"), base="decision"),
]
ENDS = [
    plant("BD-4", "./.", end("nghiêm túc thực hiện Kế hoạch này./."), at="./."),
    plant("BD-4", "./. with a space", end("nghiêm túc thực hiện Kế hoạch này. /.")),
    plant("BD-4", "no mark", end("nghiêm túc thực hiện Kế hoạch này"), at="Kế hoạch này"),
    plant("BD-4", "semicolon", end("nghiêm túc thực hiện Kế hoạch này;")),
    plant("BD-4", "/.", end("nghiêm túc thực hiện Kế hoạch này/.")),
    legal("a space behind the full stop", end("nghiêm túc thực hiện Kế hoạch này. ")),
    plant(
        "BD-5", "no date", lambda f, s: f.say(CITED, "Chỉ thị số 35-CT/TW của Bộ Chính trị"), at="35-CT/TW"
    ),
    plant("BD-5", "no number", lambda f, s: f.say(CITED, "Chỉ thị 35-CT/TW")),
    legal("later mention in short", lambda f, s: f.say("vận dụng vào", "vận dụng Chỉ thị 35-CT/TW vào")),
]
FAULTS = [*LOOKS, *LINES, *BASES, *ENDS]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_the_body(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)


@pytest.mark.parametrize("hand", form_faults.ALL)
def test_a_sound_paper_has_no_loose_citation(hand: str, tmp_path: Path) -> None:
    found = form_faults.reported(WordFile(form_faults.sound("plan 2018", hand)), tmp_path)
    assert [one for one in found if one.rule in ("BD-5", "SP-1", "DT-2")] == []
