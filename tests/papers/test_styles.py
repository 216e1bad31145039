from __future__ import annotations

from dataclasses import asdict
from datetime import date

import pytest

from papers import styles


@pytest.mark.parametrize(
    ("day", "profile"),
    [
        (date(2018, 4, 3), "PARTY-2018"),
        (date(2019, 8, 21), "PARTY-2018"),
        (date(2026, 5, 26), "PARTY-2018"),
        (date(2026, 5, 27), "PARTY-2026"),
        (None, "PARTY-2026"),
        (date(2016, 1, 1), "PARTY-2018"),
    ],
)
def test_the_day_of_signing_chooses_the_form(day: date | None, profile: str) -> None:
    assert styles.profile_for(day) == profile


# document-format.md §4: component, size, bold, italic, capitals.
COMPONENTS = [
    ("party", 15, True, False, True),
    ("superior", 14, False, False, True),
    ("issuer", 14, True, False, True),
    ("star", 14, False, False, False),
    ("number", 14, False, False, False),
    ("place_date", 14, False, True, False),
    ("type", 16, True, False, True),
    ("subject", 15, True, False, False),
    ("body", 14, False, False, False),
    ("authority", 14, True, False, True),
    ("post", 14, False, False, True),
    ("signer", 14, True, False, False),
    ("recipients", 14, False, False, False),
    ("recipient", 12, False, False, False),
    ("page_number", 14, False, False, False),
]


@pytest.mark.parametrize("profile", ["PARTY-2018", "PARTY-2026"])
@pytest.mark.parametrize(("name", "size", "bold", "italic", "caps"), COMPONENTS)
def test_every_component_has_the_size_and_look_of_the_form(
    profile: str, name: str, size: float, bold: bool, italic: bool, caps: bool
) -> None:
    look = styles.style(profile, name)
    assert (look.size, look.bold, look.italic, look.caps) == (size, bold, italic, caps)
    assert look.underline == (name == "recipients")


@pytest.mark.parametrize("profile", ["PARTY-2018", "PARTY-2026"])
def test_running_text_stands_justified_on_exact_lines(profile: str) -> None:
    for name in ("body", "closing", "item", "point", "dash", "plus", "part", "heading", "subheading"):
        look = styles.style(profile, name)
        assert (look.size, look.align, look.indent, look.line) == (14, "both", 10, 18), name
        assert look.after >= 6, name


def test_the_sheet_keeps_its_margins_when_it_is_turned() -> None:
    upright, turned = styles.page("PARTY-2018"), styles.page("PARTY-2018", landscape=True)
    assert (upright.width, upright.height, upright.text_width) == (210, 297, 165)
    assert (turned.width, turned.height) == (297, 210)
    for page in (upright, turned):
        assert (page.top, page.bottom, page.left, page.right, page.number_from_edge) == (20, 20, 30, 15, 10)


def test_the_newer_form_differs_only_where_it_says_so() -> None:
    older, newer = styles.form("PARTY-2018"), styles.form("PARTY-2026")
    assert older.marks["recipient"] == (",", ".")
    assert newer.marks["recipient"] == (";", ".")
    kept = {key for key, value in asdict(older).items() if asdict(newer)[key] == value}
    assert kept == {"font", "page", "letterhead", "styles"}


def test_word_can_tell_the_styles_apart_by_their_names() -> None:
    labels = [look.label for look in styles.form("PARTY-2018").styles.values()]
    assert len({label.lower() for label in labels}) == len(labels)
    assert not [label for label in labels if "," in label or ";" in label], "Word splits such names"
    assert styles.key_of("PARTY-2018", "Trích yếu") == "subject"
    assert styles.key_of("PARTY-2018", "Heading 1") is None


def test_an_unknown_component_looks_like_the_body() -> None:
    assert styles.style("PARTY-2018", "no such component") == styles.style("PARTY-2018", "body")
