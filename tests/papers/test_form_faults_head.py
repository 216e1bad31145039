"""The Party title, the issuer, the number, the place and date (HD-1 … HD-4)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.papers import form_faults
from tests.papers.foreign import TITLE, TITLE_WIDTH
from tests.papers.foreign_parts import EMU_IN_MM, POINTS_IN_MM, SPACES
from tests.papers.form_faults import APART, OWN, TABLES, Case, legal, plant
from tests.papers.form_samples import Sample
from tests.papers.office_xml import W
from tests.papers.word_file import TWIPS_IN_MM, Element, WordFile, put, twips, words

RULED = (OWN, "direct", "columns", "chained", "themed")  # hands that draw the line as a paragraph's edge


def rules(file: WordFile) -> list[Element]:
    return [p for p in file.paragraphs() if p.find(f"{W}pPr/{W}pBdr/{W}top") is not None or edged(file, p)]


def edged(file: WordFile, p: Element) -> bool:
    """Our own line is the edge of its style."""
    key = p.find(f"{W}pPr/{W}pStyle")
    return key is not None and key.get(f"{W}val") == "party_line" and not words(p)


def line_of(file: WordFile, share: float) -> None:
    """Draw the line to that share of the words' width."""
    width = TITLE_WIDTH * share
    for p in rules(file):
        side = measured_side(file, p)
        new = side + (TITLE_WIDTH - width) / 2
        put(p.find(f"{W}pPr"), {"ind": {"left": twips(new), "right": twips(new)}})  # type: ignore[arg-type]
    for shape in file.tree().iter(f"{{{SPACES['wps']}}}wsp"):
        if shape.find(f"{{{SPACES['wps']}}}cNvCnPr") is not None:
            anchor = next(a for a in shape.iterancestors() if a.tag.endswith("}anchor"))
            for tag in (f"{{{SPACES['wp']}}}extent", f"{{{SPACES['a']}}}ext"):
                for size in anchor.iter(tag):
                    size.set("cx", str(round(width * EMU_IN_MM)))
    for line in file.tree().iter(f"{{{SPACES['v']}}}line"):
        x, y = (float(number) for number in re.findall(r"[\d.]+", line.get("from", "")))
        line.set("to", f"{x + width * POINTS_IN_MM:.2f}pt,{y}pt")


def measured_side(file: WordFile, p: Element) -> float:
    """mm that the line is drawn in on either side."""
    indent = p.find(f"{W}pPr/{W}ind")
    if indent is None:
        style = next(
            one
            for one in file.tree("word/styles.xml").iter(f"{W}style")
            if one.get(f"{W}styleId") == "party_line"
        )
        indent = style.find(f"{W}pPr/{W}ind")
    assert indent is not None
    return int(indent.get(f"{W}left", "0")) / TWIPS_IN_MM


def unruled(file: WordFile) -> None:
    for p in rules(file):
        holder = p.find(f"{W}pPr")
        assert holder is not None
        put(holder, {"pBdr": {}})
        border = holder.find(f"{W}pBdr")
        assert border is not None
        border[:] = [etree.Element(f"{W}top", {f"{W}val": "nil"})]
    for kind in (f"{{{SPACES['mc']}}}AlternateContent",):
        for drawn in list(file.tree().iter(kind)):
            if drawn.find(f".//{{{SPACES['v']}}}line") is not None:
                drawn.getparent().remove(drawn)  # type: ignore[union-attr]


def ununderlined(file: WordFile) -> None:
    for run in file.runs(TITLE):
        put(run.find(f"{W}rPr"), {"u": {"val": "none"}})  # type: ignore[arg-type]


def underlined(file: WordFile, sample: Sample) -> None:
    unruled(file)
    file.look(TITLE, u="single")


def edge(file: WordFile, kind: str) -> None:
    """The line in another manner of line."""
    for p in rules(file):
        holder = p.find(f"{W}pPr")
        assert holder is not None
        put(holder, {"pBdr": {}})
        border = holder.find(f"{W}pBdr")
        assert border is not None
        border[:] = [
            etree.Element(f"{W}top", {f"{W}val": kind, f"{W}sz": "6", f"{W}space": "1", f"{W}color": "auto"})
        ]


def exchange(file: WordFile, sample: Sample) -> None:
    """The two columns change places."""
    row = next(file.tree().iter(f"{W}tr"))
    cells = row.findall(f"{W}tc")
    cells[0].addprevious(cells[-1])


def hyphen(file: WordFile, sample: Sample) -> None:
    """Word's own no-break hyphen in the number."""
    for run in file.runs(f"-{sample.code}"):
        for text in run.findall(f"{W}t"):
            letters = text.text or ""
            if letters.startswith("-"):
                text.text = letters[1:]
                text.addprevious(etree.Element(f"{W}noBreakHyphen"))


def number(instead: str) -> form_faults.Edit:
    """Another number line; {n} {c} {s} stand for number, code and symbol."""
    return lambda file, sample: file.say(
        sample.symbol_line, instead.format(n=f"{sample.number:02}", c=sample.code, s=sample.symbol)
    )


def dated(instead: str) -> form_faults.Edit:
    return lambda file, sample: file.say(
        sample.date_line,
        instead.format(p=sample.place, d=sample.signed.day, m=sample.signed.month, y=sample.signed.year),
    )


TITLES = [
    plant("HD-1", "a letter wrong", lambda f, s: f.say(TITLE, "ĐẢNG CỘNG SẢN VIÊT NAM")),
    plant("HD-1", "small letters", lambda f, s: f.say(TITLE, "Đảng Cộng sản Việt Nam")),
    plant("HD-1", "size 14", lambda f, s: f.look(TITLE, sz="28"), at=TITLE),
    plant("HD-1", "size 15.5", lambda f, s: f.look(TITLE, sz="31")),
    plant("HD-1", "size 14.5", lambda f, s: f.look(TITLE, sz="29")),
    plant("HD-1", "one word not bold", lambda f, s: f.look("VIỆT NAM", b="0")),
    plant("HD-1", "not bold", lambda f, s: f.look(TITLE, b="0"), at=TITLE),
    plant("HD-1", "italic", lambda f, s: f.look(TITLE, i="1")),
    plant("HD-1", "not there", lambda f, s: (f.drop(TITLE), unruled(f)), hands=APART),
    plant("HD-1", "at the left", exchange, hands=(OWN, "direct", "themed"), also=("HD-2", "HD-3", "HD-4")),
    plant("HD-1", "a motto below it", lambda f, s: f.add(TITLE, "Độc lập - Tự do - Hạnh phúc"), hands=APART),
    plant("HD-1", "no line", lambda f, s: unruled(f), hands=APART, gravity="W"),
    plant("HD-1", "no line under tabs", lambda f, s: ununderlined(f), hands=("tabs",), gravity="W"),
    plant("HD-1", "line of 0.90", lambda f, s: line_of(f, 0.90), hands=APART, gravity="W"),
    plant("HD-1", "line of 0.93", lambda f, s: line_of(f, 0.93), hands=APART, gravity="W"),
    plant("HD-1", "line of 1.07", lambda f, s: line_of(f, 1.07), hands=APART, gravity="W"),
    plant("HD-1", "line of 0.4", lambda f, s: line_of(f, 0.4), hands=APART, gravity="W"),
    plant("HD-1", "dotted line", lambda f, s: edge(f, "dotted"), hands=RULED, gravity="W"),
    legal("line of 0.96", lambda f, s: line_of(f, 0.96), hands=APART),
    legal("line of 1.04", lambda f, s: line_of(f, 1.04), hands=APART),
    legal("underlined in place of a line", underlined, hands=APART),
    legal(
        "capitals by Word",
        lambda f, s: (f.say(TITLE, "Đảng Cộng sản Việt Nam"), f.look("Đảng Cộng sản Việt Nam", caps="1")),
    ),
]
ISSUERS = [
    plant("HD-2", "issuer not bold", lambda f, s: f.look(s.issuer[0], b="0"), at="ĐẢNG ỦY"),
    plant("HD-2", "issuer of size 13", lambda f, s: f.look(s.issuer[0], sz="26")),
    plant("HD-2", "issuer of size 15", lambda f, s: f.look(s.issuer[0], sz="30")),
    plant("HD-2", "second line of the issuer not bold", lambda f, s: f.look(s.issuer[1], b="0")),
    plant("HD-2", "issuer in small letters", lambda f, s: f.say(s.issuer[0], s.issuer[0].capitalize())),
    plant("HD-2", "superior bold", lambda f, s: f.look(s.superior, b="1"), at="ĐẢNG BỘ"),
    plant("HD-2", "superior of size 12", lambda f, s: f.look(s.superior, sz="24")),
    plant("HD-2", "superior of size 13.5", lambda f, s: f.look(s.superior, sz="27")),
    plant("HD-2", "superior in italics", lambda f, s: f.look(s.superior, i="1")),
    plant("HD-2", "no star", lambda f, s: f.drop("*")),
    plant("HD-2", "three stars", lambda f, s: f.say("*", "***")),
    plant("HD-2", "hyphens for the star", lambda f, s: f.say("*", "-----")),
    legal("no superior", lambda f, s: f.drop(s.superior), hands=TABLES),
]
NUMBERS = [
    plant("HD-3", "colon", number("Số: {n}-{c}/{s}"), at="Số: "),
    plant("HD-3", "one figure", number("Số 5-{c}/{s}"), at="Số 5-"),
    plant("HD-3", "three figures for a small one", number("Số 081-{c}/{s}")),
    plant("HD-3", "number nought", number("Số 00-{c}/{s}")),
    plant("HD-3", "spaces round the hyphen", number("Số {n} - {c}/{s}")),
    plant("HD-3", "spaces round the stroke", number("Số {n}-{c} / {s}")),
    plant("HD-3", "en dash", number("Số {n}–{c}/{s}")),
    plant("HD-3", "order of state papers", number("Số {n}/{c}-{s}")),
    plant("HD-3", "no body", number("Số {n}-{c}")),
    plant("HD-3", "capital word", number("SỐ {n}-{c}/{s}")),
    plant("HD-3", "small code", number("Số {n}-kh/{s}")),
    plant("HD-3", "type nobody knows", number("Số {n}-XY/{s}")),
    plant("HD-3", "year in the number", number("Số {n}/2019-{c}/{s}")),
    plant("HD-3", "code of another type", number("Số {n}-BC/{s}")),
    plant("HD-3", "size 13", lambda f, s: f.look(s.symbol_line, sz="26")),
    plant("HD-3", "bold", lambda f, s: f.look(s.symbol_line, b="1")),
    plant("HD-3", "italic", lambda f, s: f.look(s.symbol_line, i="1")),
    plant("HD-3", "ĐUK after 27/5/2026", number("Số {n}-{c}/ĐUK"), years=("2026",)),
    plant(
        "HD-3", "district code after the districts", number("Số {n}-{c}/HU"), years=("2026",), also=("DT-1",)
    ),
    plant("HD-3", "office of the bloc after 27/5/2026", number("Số {n}-{c}/VPĐUK"), years=("2026",)),
    plant("HD-3", "Ban Tuyên giáo after 27/5/2026", number("Số {n}-{c}/BTGTU"), years=("2026",)),
    legal("district code", number("Số {n}-{c}/ThU"), years=("2018",)),
    legal("number not yet taken", number("Số      -{c}/{s}")),
    legal("nine", number("Số 09-{c}/{s}")),
    legal("a hundred", number("Số 100-{c}/{s}")),
    legal("four figures", number("Số 1205-{c}/{s}")),
    legal("no-break space", number("Số\u00a0{n}-{c}/{s}")),
    legal("no-break hyphen", hyphen, hands=(OWN, "direct", "boxes", "themed", "chained")),
]
DATES = [
    plant("HD-4", "month 08", dated("{p}, ngày {d} tháng 08 năm {y}"), at="tháng 08"),
    plant("HD-4", "month 03", dated("{p}, ngày {d} tháng 03 năm {y}"), years=("2018",)),
    plant("HD-4", "month 2 without a nought", dated("{p}, ngày {d} tháng 2 năm {y}"), years=("2018",)),
    plant("HD-4", "day 5 without a nought", dated("{p}, ngày 5 tháng {m} năm {y}")),
    plant("HD-4", "three figures for the day", dated("{p}, ngày 021 tháng {m} năm {y}")),
    plant("HD-4", "no comma", dated("{p} ngày {d} tháng {m} năm {y}")),
    plant("HD-4", "strokes", dated("{p}, ngày {d}/{m}/{y}")),
    plant("HD-4", "month in words", dated("{p}, ngày {d} tháng tám năm {y}")),
    plant("HD-4", "no place", dated("ngày {d} tháng {m} năm {y}")),
    plant("HD-4", "capital", dated("{p}, Ngày {d} tháng {m} năm {y}")),
    plant("HD-4", "a day that no month has", dated("{p}, ngày 31 tháng 6 năm {y}")),
    plant("HD-4", "not italic", lambda f, s: f.look(s.date_line, i="0"), at="tháng"),
    plant("HD-4", "bold", lambda f, s: f.look(s.date_line, b="1")),
    plant("HD-4", "size 13", lambda f, s: f.look(s.date_line, sz="26")),
    plant("HD-4", "not there", lambda f, s: f.drop(s.date_line), years=("2026",), hands=APART),
    plant(
        "HD-4",
        "TX after the towns",
        dated("TX Mẫu, ngày {d} tháng {m} năm {y}"),
        years=("2026",),
        gravity="W",
    ),
    plant(
        "HD-4",
        "ĐK before there were any",
        dated("ĐK Mẫu, ngày {d} tháng {m} năm {y}"),
        years=("2018",),
        gravity="W",
    ),
    legal("town abbreviated", dated("TX Mẫu, ngày {d} tháng {m} năm {y}"), years=("2018",)),
    legal("quarter abbreviated", dated("Q. 1, ngày {d} tháng {m} năm {y}"), years=("2018",)),
    legal("đặc khu abbreviated", dated("ĐK Mẫu, ngày {d} tháng {m} năm {y}"), years=("2026",)),
    legal("city abbreviated", dated("TP Mẫu, ngày {d} tháng {m} năm {y}")),
    legal("February", dated("{p}, ngày {d} tháng 02 năm {y}"), years=("2018",)),
    legal("October", dated("{p}, ngày {d} tháng 10 năm {y}")),
    legal("the fifth", dated("{p}, ngày 05 tháng {m} năm {y}")),
    legal("not yet signed", dated("{p}, ngày      tháng      năm {y}")),
    legal("dots to write on", dated("{p}, ngày …… tháng …… năm {y}")),
]
FAULTS = [*TITLES, *ISSUERS, *NUMBERS, *DATES]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_the_head(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)
