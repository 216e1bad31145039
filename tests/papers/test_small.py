"""What stands on a small sheet, and what may not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from papers import catalogue, notices, styles
from papers.content import Document, Grid
from rules.facts import Head, Marks
from rules.papers import ON_SMALL_SHEETS, papers_of
from tests.papers import calling, samples

PROFILES = ("PARTY-2018", "PARTY-2026", "STATE-2011", "STATE-2020")
SET_SMALL = {"type", "subject", "closing", "signature_space"}
ELSEWHERE = [one.key for one in papers_of("meeting") if one.key not in ON_SMALL_SHEETS]


def letter(key: str, sheet: str = "A5", **changes: object) -> Document:
    facts = calling.meeting(sheet=sheet)
    return catalogue.compose(key, replace(facts, head=replace(facts.head, **changes)))  # type: ignore[arg-type]


def looks(document: Document) -> set[str]:
    return {line.style for line in document.paragraphs()}


@pytest.mark.parametrize("key", ON_SMALL_SHEETS)
def test_administrative_papers_stand_on_it_with_less_air(key: str) -> None:
    small, large = looks(letter(key)), looks(letter(key, "A4"))
    assert {f"{one}_a5" for one in SET_SMALL} <= small
    assert not SET_SMALL & small
    assert large >= SET_SMALL
    assert not [one for one in large if one.endswith("_a5")]


@pytest.mark.parametrize("profile", PROFILES)
def test_its_looks_are_those_of_the_form_at_their_least(profile: str) -> None:
    form = styles.form(profile)
    small = {key.removesuffix("_a5"): look for key, look in form.styles.items() if key.endswith("_a5")}
    assert small.keys() >= SET_SMALL
    for key, look in small.items():
        usual = form.styles[key]
        assert (look.bold, look.italic, look.align, look.caps) == (
            usual.bold,
            usual.italic,
            usual.align,
            usual.caps,
        )
        assert (look.before, look.after, look.line) <= (usual.before, usual.after, usual.line or look.line)
        if key in form.legal.sizes:
            assert look.size == form.legal.sizes[key].least
    assert form.styles["closing_a5"].after >= form.legal.between


@pytest.mark.parametrize("key", ELSEWHERE)
def test_any_other_paper_stands_on_a4_and_says_so(key: str) -> None:
    facts = replace(samples.minutes(2), head=replace(samples.HEAD, marks=Marks(sheet="A5", duplex=True)))
    made = catalogue.compose(key, facts)
    assert (made.marks.sheet, made.marks.duplex) == ("A4", True)
    (said,) = [words for words in notices.of(facts.head, made.profile, key) if "A5" in words]
    assert said.startswith("Khổ A5 chỉ dùng cho giấy mời, giấy triệu tập;")


@pytest.mark.parametrize("key", ON_SMALL_SHEETS)
def test_where_it_belongs_nothing_is_said(key: str) -> None:
    head: Head = calling.meeting(sheet="A5").head
    assert not [words for words in notices.of(head, "PARTY-2018", key) if "A5" in words]


def test_the_groups_of_the_common_letter_are_one_sentence() -> None:
    small = calling.words(letter("invitation"))
    large = calling.words(letter("invitation", "A4"))
    assert [line for line in large if line.startswith("- ")]
    assert not [line for line in small if line.startswith("- ")]
    assert [line for line in small if line.startswith(f"{calling.BOARD} trân trọng kính mời: ủy viên")]


@pytest.mark.parametrize(("place", "tied"), [("Mẫu", False), ("Thành phố Rất Dài Tên", True)])
def test_a_day_that_needs_a_second_line_stands_whole_on_it(place: str, tied: bool) -> None:
    (head, *_) = [
        one for one in letter("invitation", place_name=place).sections[0].blocks if isinstance(one, Grid)
    ]
    said = head.rows[1][-1][0].text
    assert said.replace("\u00a0", " ") == f"{place}, ngày 12 tháng 8 năm 2019"
    assert said.startswith(f"{place}, ")
    assert ("\u00a0" in said) == tied
    assert (" " in said.partition(", ")[2]) != tied
