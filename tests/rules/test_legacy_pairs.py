"""Old texts that nobody here made come out as their printed pages say; skipped where there are none."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from rules.legacy import encoding_of_font, guess, mend, to_unicode

FOLDER = Path(os.environ.get("THUKY_TEST_DATA", "")) / "legacy"
pytestmark = pytest.mark.skipif(
    "THUKY_TEST_DATA" not in os.environ or not FOLDER.is_dir(), reason="THUKY_TEST_DATA is not set"
)
# No mark tells these from Unicode: "rót" is a word as it stands, "The?" may be a question.
BY_FONT_ONLY = {"tcvn3-009"}
UNMARKED = {"viqr-011"}


@cache
def pairs(name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def test_every_pair_of_tcvn3_is_right_by_the_fonts_of_its_runs() -> None:
    wrong = [
        (pair["id"], read)
        for pair in pairs("tcvn3_pairs")
        if (read := "".join(_run(pair, run) for run in pair["runs"])) != pair["unicode"]
    ]
    assert len(pairs("tcvn3_pairs")) == 94
    assert not wrong


def _run(pair: dict[str, Any], run: dict[str, str]) -> str:
    """Capitals typed with Shift are told by the words, not by a font."""
    known = encoding_of_font(run["font"])
    return mend(run["text"], run["font"]).text if known or guess(run["text"]) else run["text"]


def test_every_pair_of_tcvn3_is_right_without_fonts_but_for_the_case_of_letters() -> None:
    wrong = {
        pair["id"]
        for pair in pairs("tcvn3_pairs")
        if mend(pair["raw"]).text.casefold() != pair["unicode"].casefold()
    }
    assert wrong == BY_FONT_ONLY


def test_letters_of_lost_fonts_keep_their_codes_case() -> None:
    told = [pair for pair in pairs("tcvn3_pairs") if "unicode_if_fonts_unknown" in pair]
    assert len(told) > 30
    assert not [
        pair["id"] for pair in told if to_unicode(pair["raw"], "tcvn3") != pair["unicode_if_fonts_unknown"]
    ]


@pytest.mark.parametrize(
    ("name", "encoding", "number"), [("vni_windows_pairs", "vni", 37), ("viqr_pairs", "viqr", 38)]
)
def test_every_pair_of_vni_and_viqr_is_right(name: str, encoding: str, number: int) -> None:
    rows = pairs(name)
    assert len(rows) == number
    assert not [row["id"] for row in rows if to_unicode(row["raw"], encoding) != row["unicode"]]
    unguessed = {row["id"] for row in rows if mend(row["raw"]).text != row["unicode"]}
    assert unguessed == UNMARKED & {row["id"] for row in rows}


def test_names_left_half_in_vni_are_right() -> None:
    rows = pairs("vni_half_converted_names")
    wrong = [
        (row["raw"], read)
        for row in rows
        if (read := mend(row["raw"]).text) not in (row["unicode"], row.get("also_accept"))
    ]
    assert len(rows) == 50
    assert not wrong


def test_what_is_unicode_already_is_never_taken_for_old() -> None:
    names = ("tcvn3_pairs", "vni_windows_pairs", "viqr_pairs", "vni_half_converted_names")
    texts = [row["unicode"] for name in names for row in pairs(name)]
    assert not [text for text in texts if guess(text)]
