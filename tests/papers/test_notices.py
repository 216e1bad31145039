"""What is said before a paper is printed in a form that has a fact otherwise; the fact itself stays."""

from __future__ import annotations

from dataclasses import replace

import pytest

from papers import letterhead, notices
from rules.facts import Head, Marks
from tests.papers.profile_papers import PROFILES, head

OLD, NEW, TT01, ND30 = PROFILES


def party(symbol: str, place: str = "Mẫu", drafter: str = "") -> Head:
    return head(OLD, "TTr", symbol=symbol, place_name=place, marks=Marks(drafter=drafter))


@pytest.mark.parametrize(
    ("symbol", "now"),
    [("ĐUK", "nay là ĐU"), ("VPĐUK", "nay là VPĐU"), ("BTGTU", "nay là BTGDVTU"), ("HU", "")],
)
def test_a_code_that_is_gone_is_told_from_its_day_on_and_kept(symbol: str, now: str) -> None:
    one = party(symbol)
    assert notices.of(one, OLD) == ()
    (said,) = notices.of(one, NEW)
    assert said.startswith(f"Ký hiệu {symbol} không còn từ ngày 27/5/2026")
    assert now in said
    assert ("nay là" in said) == bool(now)
    assert letterhead.number(one, NEW).text == f"Số 05-TTr/{symbol}", "never changed silently"


@pytest.mark.parametrize("symbol", ["ĐU", "TU", "VPTU", "ĐH", "Bất Kỳ", ""])
def test_a_code_that_holds_or_that_nobody_knows_is_not_told(symbol: str) -> None:
    assert notices.of(party(symbol), NEW) == ()


def test_a_paper_without_a_number_has_no_code_to_tell_of() -> None:
    assert notices.of(replace(party("ĐUK"), type_code=""), NEW) == ()


@pytest.mark.parametrize(
    ("place", "foreign"),
    [
        ("TX Mẫu", (NEW,)), ("TT Mẫu", (NEW,)), ("Q. 1", (NEW,)), ("ĐK Mẫu", (OLD,)), ("TP Mẫu", ()),
        ("TP. Mẫu", ()), ("Quảng Mẫu", ()), ("Thành phố Huế", ()), ("", ()),
    ],
)  # fmt: skip
def test_an_abbreviated_place_is_one_of_the_form(place: str, foreign: tuple[str, ...]) -> None:
    told = [profile for profile in PROFILES if notices.of(party("ĐU", place), profile)]
    assert told == list(foreign)


@pytest.mark.parametrize(
    ("profile", "sample"), [(OLD, "ABC-268"), (NEW, "NguyenVanAn-26"), (ND30, "ABC-268")]
)
def test_an_odd_mark_of_the_drafter_is_told_with_a_sample_of_the_form(profile: str, sample: str) -> None:
    (said,) = notices.of(party("ĐU", drafter="NVA.05"), profile)
    assert sample in said
    assert notices.of(party("ĐU", drafter="NguyenVanAn-26"), profile) == ()
