"""Whatever is typed about a time is read, kept or refused, quickly; both columns of a period are whole."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import dates, periods

NEAR = date(2019, 8, 1)
THE_DAY = date(2019, 8, 21)  # a Wednesday

PIECES = [
    "từ", "đến", "tới", "trước", "sau", "và", "ngày", "tháng", "năm", "quý", "tuần", "thứ", "hai", "T4", "CN",
    "sáng", "chiều", "đầu", "giữa", "cuối", "21/8", "/2019", "2019", "20", "-", ",", "(", ")", "7h30",
    "30/6/2020", "III", "trong", "02", "½", "dự kiến", "hoàn thành", "mùng", "mười", "một", "nửa", ".",
    "31/2",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=60), st.booleans())
def test_any_words_are_read_kept_or_refused(text: str, beside: bool) -> None:
    near = NEAR if beside else None
    try:
        vague = dates.parse_vague(text, near)
    except ValueError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either way is right
        return
    assert vague is None or not (vague.earliest and vague.latest) or vague.earliest <= vague.latest
    assert isinstance(dates.weekday_disagrees(text, THE_DAY), str)
    assert all(isinstance(part, str) for part in dates.split_period(text))


@pytest.mark.parametrize(
    "text",
    [
        "- " * 50_000,
        "20, " * 30_000,
        "1" * 100_000,
        "từ " * 30_000,
        "thứ " * 20_000,
        "ngày 21 tháng " * 7_000,
    ],
)
def test_a_page_pasted_by_mistake_is_no_burden(text: str) -> None:
    began = time.perf_counter()
    for work in (
        dates.parse_vague,
        dates.parse_date,
        dates.parse_time,
        dates.parse_weekday,
        dates.part_of_day,
    ):
        try:
            work(text)
        except ValueError as error:
            assert len(str(error)) < 200  # noqa: PT017 - either way is right
    dates.weekday_disagrees(text, THE_DAY)
    assert time.perf_counter() - began < 1


def test_the_hardest_words_of_full_length_take_no_time() -> None:
    began = time.perf_counter()
    for piece in (*PIECES, "20, ", "- 1", "tháng 8, ", "1 và ", "quý I, ", "sáng ", "7h ", "hai "):
        for gap in ("", " "):
            words = (piece + gap) * (periods.LONGEST // len(piece + gap))
            try:
                dates.parse_vague(words, NEAR)
            except ValueError:
                continue
    assert time.perf_counter() - began < 3


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("tuần 1 đến tuần 3 tháng 8/2019", ("tuần 1 tháng 8/2019", "tuần 3 tháng 8/2019")),
        ("từ 20/8/2019 đến 22/8", ("20/8/2019", "22/8/2019")),
        ("từ tháng 4/2020, hoàn thành trước 30/6", ("tháng 4/2020", "trước 30/6/2020")),
        ("từ 28/12 đến 05/01/2020", ("28/12/2019", "05/01/2020")),
        ("nửa đầu đến nửa cuối tháng 8/2019", ("", "nửa đầu đến nửa cuối tháng 8/2019")),
        ("từ nửa đầu tháng 8 đến cuối tháng 9/2019", ("nửa đầu tháng 8/2019", "cuối tháng 9/2019")),
        ("02 ngày (20 và 21/8/2019)", ("20/8/2019", "21/8/2019")),
        ("quý III, IV/2019", ("quý III/2019", "quý IV/2019")),
        ("6 tháng cuối năm 2019 và quý I/2020", ("6 tháng cuối năm 2019", "quý I/2020")),
        ("từ đầu năm đến quý III/2019", ("đầu năm 2019", "quý III/2019")),
        ("từ quý I/2019 đến cuối năm", ("quý I/2019", "cuối năm 2019")),
        ("dự kiến từ 01/7 đến 01/01/2020", ("01/7/2019", "01/01/2020")),
        ("từ giữa đến cuối tháng 8/2019", ("giữa tháng 8/2019", "cuối tháng 8/2019")),
        ("từ tuần đầu đến tuần cuối tháng 8/2019", ("tuần 1 tháng 8/2019", "tuần cuối tháng 8/2019")),
        ("trước 30/6/2020", ("", "trước 30/6/2020")),
    ],
)
def test_both_columns_are_whole_where_one_side_leaned(words: str, columns: tuple[str, str]) -> None:
    assert dates.split_period(words) == columns
