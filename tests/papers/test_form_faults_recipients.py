"""“Nơi nhận” and whom a paper speaks to (NN-1, NN-2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.papers import form_faults
from tests.papers.form_faults import APART, OWN, Case, legal, plant
from tests.papers.form_samples import Sample
from tests.papers.word_file import WordFile, properties, put

LABEL = "Nơi nhận:"


def line(number: int, change: str, new: str) -> form_faults.Edit:
    """One of the lines with something in it exchanged."""

    def edit(file: WordFile, sample: Sample) -> None:
        row = sample.recipient_lines[number]
        assert change in row
        file.say(row, row.replace(change, new))

    return edit


def other_mark(file: WordFile, sample: Sample) -> None:
    """The mark of the other guideline behind every line but the last."""
    for row in sample.recipient_lines[:-1]:
        file.say(row, row[:-1] + (";" if row.endswith(",") else ","))


def one_other_mark(file: WordFile, sample: Sample) -> None:
    row = sample.recipient_lines[0]
    file.say(row, row[:-1] + (";" if row.endswith(",") else ","))


def no_hyphens(file: WordFile, sample: Sample) -> None:
    for row in sample.recipient_lines:
        file.say(row, row[2:])


def small(points: float) -> form_faults.Edit:
    def edit(file: WordFile, sample: Sample) -> None:
        for row in sample.recipient_lines:
            file.look(row, sz=str(round(points * 2)))

    return edit


def copy_not_last(file: WordFile, sample: Sample) -> None:
    """“Lưu” goes before another line."""
    *_, before, last = sample.recipient_lines
    mark = before[-1]
    file.say(last, "- @")
    file.say(before, last[:-1] + mark)
    file.say("- @", before[:-1] + ".")


def state_look(file: WordFile, sample: Sample) -> None:
    """As state bodies have it: bold italic 12."""
    file.look(LABEL, b="1", i="1", u="none", sz="24")


def other_word(file: WordFile, sample: Sample) -> None:
    file.say(sample.word, "Kính trình" if sample.word == "Kính gửi" else "Kính gửi")


def addressed_plan(file: WordFile, sample: Sample) -> None:
    """Only letters and proposals speak to somebody (05-HD/VPTW I.9.2.3, I.9.2.4)."""
    for p in file.add("-----", "Kính gửi: Các tổ chức đảng trực thuộc."):
        put(properties(p, "pPr"), {"jc": {"val": "center"}})
    file.look("Kính gửi:", i="1")


def alone(file: WordFile, sample: Sample) -> None:
    for row in sample.recipient_lines[:-1]:
        file.drop(row)


def drafted(mark: str, size: float) -> form_faults.Edit:
    """The mark of the drafter below the last recipient."""

    def edit(file: WordFile, sample: Sample) -> None:
        file.add(sample.recipient_lines[-1], mark)
        file.look(mark, sz=str(round(size * 2)))

    return edit


OLD, NEW, DRAFTED = ("2018",), ("2026",), (OWN, "direct", "boxes")
DRAFTERS = [
    plant("NN-1", "drafter of size 11", drafted("ABC-268", 11), years=OLD, hands=DRAFTED, at="ABC-268"),
    plant("NN-1", "drafter of size 8", drafted("NguyenVanAn-26", 8), years=NEW, hands=DRAFTED),
    plant("NN-1", "drafter in small letters", drafted("NguyenVanAn-26", 8), years=OLD, hands=DRAFTED),
    plant("NN-1", "drafter in capitals", drafted("ABC-268", 11), years=NEW, hands=DRAFTED, gravity="I"),
    legal("drafter of the old form", drafted("ABC-268", 8), years=OLD, hands=DRAFTED),
    legal("drafter of the new form", drafted("NguyenVanAn-26", 11), years=NEW, hands=DRAFTED),
    legal("drafter of the state", drafted("ABC-268", 11), years=("state",), hands=DRAFTED),
]
LIST = [
    plant("NN-1", "label not underlined", lambda f, s: f.look(LABEL, u="none"), at=LABEL),
    plant("NN-1", "label of size 12", lambda f, s: f.look(LABEL, sz="24")),
    plant("NN-1", "label of size 13.5", lambda f, s: f.look(LABEL, sz="27")),
    plant("NN-1", "label bold", lambda f, s: f.look(LABEL, b="1")),
    plant("NN-1", "label as in state papers", state_look),
    plant("NN-1", "no colon", lambda f, s: f.say(LABEL, "Nơi nhận")),
    plant("NN-1", "lines of size 14", small(14)),
    plant("NN-1", "lines of size 11", small(11)),
    plant("NN-1", "lines of size 12.5", small(12.5)),
    plant("NN-1", "one line of size 13", lambda f, s: f.look(s.recipient_lines[0], sz="26"), at="- "),
    plant("NN-1", "one line in italics", lambda f, s: f.look(s.recipient_lines[0], i="1")),
    plant("NN-1", "no hyphens", no_hyphens),
    plant("NN-1", "marks of the other guideline", other_mark),
    plant("NN-1", "one mark of the other guideline", one_other_mark),
    plant(
        "NN-1",
        "full stops between",
        lambda f, s: f.say(s.recipient_lines[0], s.recipient_lines[0][:-1] + "."),
    ),
    plant("NN-1", "no mark between", lambda f, s: f.say(s.recipient_lines[0], s.recipient_lines[0][:-1])),
    plant("NN-1", "no full stop at the end", line(-1, "Đảng ủy.", "Đảng ủy"), at="Lưu"),
    plant("NN-1", "semicolon at the end", line(-1, "Đảng ủy.", "Đảng ủy;")),
    plant("NN-1", "Lưu: VT of state bodies", line(-1, "Lưu Văn phòng Đảng ủy", "Lưu: VT"), at="Lưu: VT"),
    plant("NN-1", "colon behind Lưu", line(-1, "Lưu Văn", "Lưu: Văn")),
    plant("NN-1", "Lưu not last", copy_not_last),
    plant("NN-1", "nothing kept", line(-1, "Lưu Văn phòng Đảng ủy", "Ban Tổ chức")),
    legal("only the copy kept", alone, hands=APART),
    legal("another keeper", line(-1, "Lưu Văn phòng Đảng ủy", "Lưu Ban Tổ chức, Văn phòng")),
    legal("a line with commas inside", line(0, "(để báo cáo)", "(để báo cáo, xin ý kiến)")),
]
WORDS = [
    plant("NN-2", "word of the other guideline", other_word, base="proposal", at="Kính"),
    plant("NN-2", "a plan that speaks to somebody", addressed_plan, hands=APART),
]
FAULTS = [*LIST, *WORDS, *DRAFTERS]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_the_recipients(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)
