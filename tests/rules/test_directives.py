from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from rules import directives
from rules.dates import VagueDate, exact
from rules.fields import blank

PLAN: dict[str, Any] = {
    **blank(directives.FIELDS),
    "type": 1,
    "number": 92,
    "issuer_code": "ĐUK",
    "issued": exact(date(2019, 8, 19)),
}


@pytest.mark.parametrize(
    ("number", "code", "issuer", "symbol"),
    [
        (92, "KH", "ĐUK", "92-KH/ĐUK"),
        (3, "KH", "ĐU", "03-KH/ĐU"),
        (35, "CT", "TW", "35-CT/TW"),
        (7, "KH", "", "07-KH"),
        (7, "", "", "07"),
        (None, "KH", "ĐUK", ""),
    ],
)
def test_symbols_are_written_as_on_papers(number: int | None, code: str, issuer: str, symbol: str) -> None:
    assert directives.symbol(number, code, issuer) == symbol


@pytest.mark.parametrize(
    ("organ", "committee", "level", "name"),
    [
        ("Bộ Chính trị", "", None, "Bộ Chính trị"),
        ("Bộ chính trị", "Ban Chấp hành Trung ương", 0, "Bộ chính trị"),
        ("Ban Bí thư", "Tỉnh ủy", 1, "Ban Bí thư"),
        ("Ban Thường vụ", "Tỉnh ủy", 1, "Ban Thường vụ Tỉnh ủy"),
        ("Ban Thường vụ", "Đảng ủy khối các cơ quan tỉnh", 2, "Ban Thường vụ Đảng ủy khối các cơ quan tỉnh"),
        ("Văn phòng", "Văn phòng Tỉnh ủy", 1, "Văn phòng Tỉnh ủy"),
        ("Ban Chấp hành", "Đảng ủy Khối", 2, "Đảng ủy Khối"),
        ("Ban Chấp hành", "Đảng bộ tỉnh", 1, "Ban Chấp hành Đảng bộ tỉnh"),
        ("", "Tỉnh ủy", 1, "Tỉnh ủy"),
        ("Ban Thường vụ", "", None, "Ban Thường vụ"),
    ],
)
def test_issuers_are_named_as_they_are_cited(
    organ: str, committee: str, level: int | None, name: str
) -> None:
    assert directives.issuer_name(organ, committee, level) == name


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2017, 1, 1), "QĐ"),
        (date(2018, 4, 2), "QĐ"),
        (date(2018, 4, 3), "QĐi"),
        (date(2019, 3, 10), "QĐi"),
        (date(2019, 3, 11), "QĐ"),
    ],
)
def test_the_code_of_a_rule_depends_on_the_day(day: date, code: str) -> None:
    ways = [kind for kind in directives.DIRECTIVE_TYPES if kind.name == "Quy định"]
    held = [way.code for way in ways if (way.since or day) <= day <= (way.until or day)]
    assert held == [code]


def test_a_document_needs_its_kind_only() -> None:
    assert directives.problems(PLAN) == {}
    assert directives.doubts(PLAN) == {}
    assert directives.problems({**blank(directives.FIELDS)}).keys() == {"type"}


def test_a_missing_number_or_day_is_doubted_and_saved() -> None:
    values = {**PLAN, "number": None, "issued": None}
    assert directives.problems(values) == {}
    assert directives.doubts(values).keys() == {"number", "issued"}
    unread = {**PLAN, "issued": VagueDate("đợt hè", None, None)}
    assert directives.doubts(unread).keys() == {"issued"}


@pytest.mark.parametrize("mark", ["secret", "top_secret", "absolute"])
def test_marked_documents_keep_no_content(mark: str) -> None:
    assert directives.is_marked(mark)
    found = directives.problems({**PLAN, "secrecy": mark, "note": "nội dung"})
    assert list(found) == ["note"]
    assert directives.ONLY_REGISTERED in found["note"]
    assert directives.problems({**PLAN, "secrecy": mark, "subject": "trích yếu"}) == {}
    assert directives.doubts({**PLAN, "secrecy": mark, "subject": "trích yếu"}).keys() == {"subject"}


def test_unmarked_documents_keep_all() -> None:
    assert not directives.is_marked("")
    assert directives.problems({**PLAN, "note": "nội dung"}) == {}


def test_the_register_runs_forward() -> None:
    values = {**PLAN, "arrival_date": date(2019, 8, 20), "forwarded": date(2019, 8, 19)}
    assert directives.problems(values).keys() == {"forwarded"}
    assert directives.doubts({**PLAN, "arrival_date": date(2019, 8, 1)}).keys() == {"arrival_date"}


def test_codes_of_one_name_follow_each_other_day_by_day() -> None:
    names = {kind.name for kind in directives.DIRECTIVE_TYPES}
    for name in names:
        first, *later = [kind for kind in directives.DIRECTIVE_TYPES if kind.name == name]
        assert first.since is None
        for kind in later:
            assert first.until is not None
            assert kind.since == first.until + timedelta(days=1)
            first = kind
        assert first.until is None
