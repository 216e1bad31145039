from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rules.reading import propose
from rules.reading.found import Proposals
from tests.rules import reading_texts as texts
from tests.rules.reading_facts import (
    FACTS,
    HOME,
    Ask,
    congresses,
    groups,
    links,
    meeting,
    people,
    symbols,
    tasks,
    windows,
)
from tests.rules.reading_places import check_places, found_in


def _home() -> Path:
    """The home case as it was printed, outside the project."""
    if named := os.environ.get("THUKY_REFERENCE"):
        return Path(named) / "conference-2019-08-21.txt"
    return Path(os.environ.get("THUKY_TEST_DATA", "")).parent / "reference" / "conference-2019-08-21.txt"


@cache
def read(name: str) -> Proposals:
    if name != "HOME":
        return propose(getattr(texts, name))
    if not _home().is_file():
        pytest.skip("the home case is not at hand: THUKY_REFERENCE or THUKY_TEST_DATA")
    return propose(_home().read_text(encoding="utf-8"))


@pytest.mark.parametrize(("_fact", "ask", "expected"), HOME, ids=[row[0] for row in HOME])
def test_the_home_case_gives_each_of_its_facts(_fact: str, ask: Ask, expected: Any) -> None:
    assert ask(read("HOME")) == expected


@pytest.mark.parametrize(
    ("name", "_what", "ask", "expected"), FACTS, ids=[f"{row[0].lower()}: {row[1]}" for row in FACTS]
)
def test_texts_of_every_kind_give_their_facts(name: str, _what: str, ask: Ask, expected: Any) -> None:
    assert ask(read(name)) == expected


WRITTEN = ("NEWS", "INVITATION", "PLAN", "CONCLUSION", "NOTICE", "SHORT_NEWS", "NAMES", "COLUMNS")


@pytest.mark.parametrize("name", WRITTEN)
def test_every_fact_says_where_it_stands(name: str) -> None:
    told = check_places(getattr(texts, name))
    assert len(list(found_in(told))) > 3


@pytest.mark.parametrize("text", texts.SILENT)
def test_a_silent_text_proposes_nothing_sure(text: str) -> None:
    told = propose(text)
    moments = {id(moment) for moment in told.dates}
    assert [one for one in found_in(told) if one.sure and id(one) not in moments] == []
    assert (told.meeting, told.chair, told.tasks, told.groups) == (None, None, (), ())


def said(told: Proposals) -> list[Any]:
    """All values without their places."""
    wanted = [meeting(told), people(told.people), symbols(told), windows(told), tasks(told), groups(told)]
    return [*wanted, links(told), congresses(told), len(told.captions), len(told.doubts)]


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize(
    "worn",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("Đ", "Ð").replace(" v", " \u200bv"),
        lambda text: re.sub(r"ủy\b", "uỷ", text),
    ],
    ids=["decomposed", "hard spaces", "line ends of Windows", "look-alikes", "new spelling"],
)
def test_worn_letters_tell_the_same(name: str, worn: Callable[[str], str]) -> None:
    text = worn(getattr(texts, name))
    new = [str(value).replace("uỷ", "ủy") for value in said(check_places(text))]
    old = [str(value).replace("uỷ", "ủy") for value in said(read(name))]
    assert new == old


def test_a_paragraph_printed_twice_tells_its_facts_once() -> None:
    twice = propose("\n\n".join([texts.NEWS, *texts.NEWS.split("\n\n")[1:]]))
    assert (len(twice.tasks), len(twice.groups), len(twice.windows)) == (10, 6, 3)
