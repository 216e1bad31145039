from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest

from papers import styles
from rules.directives import DIRECTIVE_TYPES
from tests.papers.samples import HEAD

PROFILES = ("PARTY-2018", "PARTY-2026", "STATE-2011", "STATE-2020")


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


PARTY_CHANGED = {
    "name", "since", "until", "title", "source", "circulations", "letter_subject", "address", "types",
    "bodies", "places", "replaced", "secrecies", "marks", "copies", "legal", "styles",
}  # fmt: skip
STATE_CHANGED = {"name", "since", "until", "title", "source", "number_at", "marks", "copies", "styles"}


@pytest.mark.parametrize(
    ("older", "newer", "changed"),
    [("PARTY-2018", "PARTY-2026", PARTY_CHANGED), ("STATE-2011", "STATE-2020", STATE_CHANGED)],
)
def test_the_newer_form_differs_only_where_it_says_so(older: str, newer: str, changed: set[str]) -> None:
    old, new = asdict(styles.form(older)), asdict(styles.form(newer))
    assert {key for key, value in old.items() if new[key] != value} == changed


def test_of_the_components_only_what_the_newer_form_names_changed() -> None:
    old, new = styles.form("PARTY-2018").styles, styles.form("PARTY-2026").styles
    assert [key for key in old if old[key] != new[key]] == ["drafter"]
    old, new = styles.form("STATE-2011").styles, styles.form("STATE-2020").styles
    assert [key for key in old if old[key] != new[key]] == ["basis", "page_number"]


@pytest.mark.parametrize("profile", PROFILES)
def test_every_component_lies_within_the_legal_sizes(profile: str) -> None:
    form = styles.form(profile)
    for key, sizes in form.legal.sizes.items():
        assert sizes.holds(form.styles[key].size), key
    for side, range_ in form.legal.margins.items():
        assert range_.holds(getattr(form.page, side)), side
    body = form.styles["body"]
    assert form.legal.indent.holds(body.indent)
    assert body.before + body.after >= form.legal.between
    assert form.legal.line is None or not body.line or form.legal.line.holds(body.line)


@pytest.mark.parametrize(
    ("family", "day", "profile"),
    [
        ("state", date(2005, 1, 1), "STATE-2011"),
        ("state", date(2020, 3, 4), "STATE-2011"),
        ("state", date(2020, 3, 5), "STATE-2020"),
        ("state", date(2026, 11, 22), "STATE-2020"),
        ("state", None, "STATE-2020"),
    ],
)
def test_each_family_has_its_own_days(family: str, day: date | None, profile: str) -> None:
    assert styles.profile_for(day, family) == profile


def test_a_paper_keeps_the_form_it_was_begun_in() -> None:
    begun = replace(HEAD, form="PARTY-2018", signed=date(2026, 6, 1))
    assert styles.profile_of(begun) == "PARTY-2018"
    assert styles.profile_of(replace(begun, form="")) == "PARTY-2026"
    assert styles.profile_of(replace(begun, form="", signed=None), date(2019, 8, 21)) == "PARTY-2018"
    assert styles.profile_of(replace(begun, form="lost")) == "PARTY-2026", "a form no longer known"
    assert styles.profile_of(replace(begun, form="", family="state")) == "STATE-2020"


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("landscape", [False, True])
def test_a_small_sheet_holds_the_letterhead(profile: str, landscape: bool) -> None:
    page = styles.page(profile, landscape, "A5")
    assert sorted((page.width, page.height)) == [148, 210]
    assert sum(page.columns) <= page.text_width
    assert landscape == (page.columns == styles.form(profile).page.columns)


# document-format.md §6.1, §1: the one code that changed within a period.
@pytest.mark.parametrize(
    ("profile", "name", "day", "code"),
    [
        ("PARTY-2018", "Quy định", date(2018, 4, 2), "QĐ"),
        ("PARTY-2018", "Quy định", date(2018, 4, 3), "QĐi"),
        ("PARTY-2018", "Quy định", date(2019, 3, 10), "QĐi"),
        ("PARTY-2018", "Quy định", date(2019, 3, 11), "QĐ"),
        ("PARTY-2018", "Quy định", None, "QĐ"),
        ("PARTY-2026", "Quy định", date(2026, 5, 27), "QĐ"),
        ("PARTY-2026", "Chương trình", None, "CTr"),
        ("STATE-2020", "Quy định", None, "QyĐ"),
        ("STATE-2020", "Kết luận", None, None),
    ],
)
def test_codes_of_types_hold_for_their_days(profile: str, name: str, day: date | None, code: str) -> None:
    assert styles.form(profile).code_of(name, day) == code


def test_the_forms_and_the_types_of_the_register_agree() -> None:
    form = styles.form("PARTY-2018")
    for kind in DIRECTIVE_TYPES:
        if kind.code and not kind.until:
            assert form.code_of(kind.name) == kind.code, kind.name
    periods = {(one.code, one.since, one.until) for one in DIRECTIVE_TYPES if one.name == "Quy định"}
    assert {(one.code, one.since, one.until) for one in form.types if one.name == "Quy định"} == periods


@pytest.mark.parametrize(
    ("profile", "code", "known"),
    [
        ("PARTY-2018", "ĐUK", True),
        ("PARTY-2018", "VPĐUK", True),
        ("PARTY-2018", "BTCTU-BDVTU", True),
        ("PARTY-2018", "HU", True),
        ("PARTY-2018", "XYZ", False),
        ("PARTY-2018", "VP", True),
        ("PARTY-2026", "HU", False),
        ("PARTY-2026", "ĐUK", False),
        ("PARTY-2026", "ĐU", True),
        ("PARTY-2026", "BTGDVTU", True),
        ("PARTY-2026", "VPĐU", True),
        ("PARTY-2026", "CQUBKT", True),
        ("PARTY-2026", "ĐU-", False),
        ("STATE-2020", "UBND", True),
    ],
)
def test_codes_of_bodies_are_those_of_the_form(profile: str, code: str, known: bool) -> None:
    assert styles.form(profile).knows_body(code) == known


def test_who_may_issue_what_is_dated() -> None:
    then = {one.level: one for one in styles.authority(date(2019, 8, 21))}
    now = {one.level: one for one in styles.authority(date(2026, 6, 1))}
    assert "Chỉ thị" in then["province_standing"].types
    assert "Chỉ thị" not in then["province"].types
    assert not then["upper"].sure
    assert "cell" not in then, "nothing is known of the rule then"
    assert "Quy định" not in now["cell"].types
    assert "Hướng dẫn" in now["grassroots_standing"].types
    assert "Quy chế" not in now["grassroots_standing"].types


def test_word_can_tell_the_styles_apart_by_their_names() -> None:
    labels = [look.label for look in styles.form("PARTY-2018").styles.values()]
    assert len({label.lower() for label in labels}) == len(labels)
    assert not [label for label in labels if "," in label or ";" in label], "Word splits such names"
    assert styles.key_of("PARTY-2018", "Trích yếu") == "subject"
    assert styles.key_of("PARTY-2018", "Heading 1") is None


def test_an_unknown_component_looks_like_the_body() -> None:
    assert styles.style("PARTY-2018", "no such component") == styles.style("PARTY-2018", "body")
