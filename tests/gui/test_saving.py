"""Titles become file names that Windows takes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.saving import file_name, with_ending


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Biên bản 21/8/2019", "Biên bản 21-8-2019"),
        ('a<b>:"c"|d?*e\\f', "a-b-c-d-e-f"),
        ("  Kế hoạch.  ", "Kế hoạch"),
        ("con", "con -"),
        ("nul.txt", "nul -.txt"),
        ("", "Tài liệu"),
        ("???", "Tài liệu"),
        (unicodedata.normalize("NFD", "Đảng ủy"), "Đảng ủy"),
        ("dòng một\ndòng hai", "dòng một-dòng hai"),
    ],
)
def test_names(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text(max_size=300))
def test_no_title_makes_a_forbidden_name(title: str) -> None:
    name = file_name(title)
    assert name
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.strip(" .")
    assert len(name) <= 122


def test_the_ending_is_added_only_where_it_is_missing() -> None:
    names = [with_ending(Path(name), "pdf").name for name in ("a", "a.pdf", "a.PDF", "21.8.2019")]
    assert names == ["a.pdf", "a.pdf", "a.PDF", "21.8.2019.pdf"]
