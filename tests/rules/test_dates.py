from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import dates
from rules.dates import VagueDate

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
HOME_CASE = [
    (
        "bắt đầu từ tháng 01/2020 và hoàn thành trong tháng 02/2020",
        date(2020, 1, 1),
        date(2020, 2, 29),
        ("tháng 01/2020", "trong tháng 02/2020"),
    ),
    (
        "từ tháng 4/2020, hoàn thành trước 30/6/2020",
        date(2020, 4, 1),
        date(2020, 6, 29),
        ("tháng 4/2020", "trước 30/6/2020"),
    ),
    (
        "dự kiến đầu tháng 7/2020",
        date(2020, 7, 1),
        date(2020, 7, 10),
        ("", "dự kiến đầu tháng 7/2020"),
    ),
]


@pytest.mark.parametrize(("words", "first", "last", "columns"), HOME_CASE)
def test_the_windows_of_2020_survive_word_for_word(
    words: str, first: date, last: date, columns: tuple[str, str]
) -> None:
    assert dates.parse_vague(words) == VagueDate(words, first, last)
    assert dates.split_period(words) == columns


@pytest.mark.parametrize(
    "words",
    [
        "21/8/2019", "21-8-2019", "21.8.2019", "21 / 8 / 2019", "2019-08-21", "ngày 21 tháng 8 năm 2019",
        "ngày 21/8/2019", "21 tháng 8, 2019", "sáng ngày 21/8/2019", "Thứ Tư, ngày 21/8/2019",
        "ngày 21/08/2019",
    ],
)  # fmt: skip
def test_one_day_is_read_in_every_usual_form(words: str) -> None:
    assert dates.parse_date(words) == date(2019, 8, 21)
    assert dates.parse_vague(words) == VagueDate(words, date(2019, 8, 21), date(2019, 8, 21))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("8/2019", date(2019, 8, 1), date(2019, 8, 31)),
        ("tháng 8/2019", date(2019, 8, 1), date(2019, 8, 31)),
        ("trong tháng 8 năm 2019", date(2019, 8, 1), date(2019, 8, 31)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("năm 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("cuối năm 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("quý II/2020", date(2020, 4, 1), date(2020, 6, 30)),
        ("quý 4 năm 2020", date(2020, 10, 1), date(2020, 12, 31)),
        ("6 tháng cuối năm 2020", date(2020, 7, 1), date(2020, 12, 31)),
        ("giữa tháng 7/2020", date(2020, 7, 11), date(2020, 7, 20)),
        ("cuối tháng 02/2020", date(2020, 2, 21), date(2020, 2, 29)),
        ("trước tháng 6/2020", None, date(2020, 5, 31)),
        ("chậm nhất ngày 30/6/2020", None, date(2020, 6, 30)),
        ("đến hết tháng 6/2020", None, date(2020, 6, 30)),
        ("từ tháng 4/2020", date(2020, 4, 1), None),
        ("sau ngày 30/6/2020", date(2020, 7, 1), None),
        ("15-20/3/2020", date(2020, 3, 15), date(2020, 3, 20)),
        ("26 và 27/6/2020", date(2020, 6, 26), date(2020, 6, 27)),
        ("7-12/2019", date(2019, 7, 1), date(2019, 12, 31)),
        ("01-2020 - 02-2020", date(2020, 1, 1), date(2020, 2, 29)),
        ("từ 15/3 đến 20/3/2020", date(2020, 3, 15), date(2020, 3, 20)),
        ("quý I đến quý III/2020", date(2020, 1, 1), date(2020, 9, 30)),
        ("từ giữa tháng 3 đến cuối tháng 5/2020", date(2020, 3, 11), date(2020, 5, 31)),
        ("Dự kiến đầu tháng 7/2020…", date(2020, 7, 1), date(2020, 7, 10)),
    ],
)
def test_vague_days_have_a_first_and_a_last_day(words: str, first: date | None, last: date | None) -> None:
    assert dates.parse_vague(words) == VagueDate(words, first, last)


@pytest.mark.parametrize("words", ["sau đại hội", "hằng tháng", "khi có hướng dẫn của cấp trên", "đợt 2"])
def test_words_that_name_no_day_are_kept(words: str) -> None:
    assert dates.parse_vague(words) == VagueDate(words, None, None)


def test_nothing_typed_is_nothing() -> None:
    assert dates.parse_vague(" \u200b\n ") is None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("31/02/2020", "Không có ngày 31/2/2020"),
        ("ngày 30 tháng 2 năm 2019", "tháng 2/2019 có 28 ngày"),
        ("tháng 13/2020", "Không có tháng 13"),
        ("21/8", "thiếu năm"),
        ("21/8/19", "4 chữ số"),
        ("21/8/0219", "Năm 219"),
        ("99/99/99/99", "không phải là ngày"),
        ("từ 5/2020, hoàn thành trước 1/2020", "trước thời gian bắt đầu"),
        ("từ 31/02/2020 đến 15/3/2020", "Không có ngày"),
    ],
)
def test_the_impossible_is_refused_in_a_sentence(words: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        dates.parse_vague(words)


@pytest.mark.parametrize("words", ["", "8/2019", "hôm nay", "21/8", "32/1/2020"])
def test_a_day_must_be_one_whole_day(words: str) -> None:
    with pytest.raises(ValueError, match=r"[.]$"):
        dates.parse_date(words)


@pytest.mark.parametrize(
    ("words", "columns"),
    [
        ("từ tháng 4/2020", ("tháng 4/2020", "")),
        ("dự kiến từ 3/2020 đến 4/2020", ("dự kiến 3/2020", "4/2020")),
        ("từ ngày 05 đến ngày 20/3/2020", ("05/3/2020", "ngày 20/3/2020")),
        ("7-12/2019", ("tháng 7/2019", "12/2019")),
        ("từ đầu tháng 3 đến cuối tháng 5/2020", ("đầu tháng 3/2020", "cuối tháng 5/2020")),
        ("quý III - quý IV/2020", ("quý III/2020", "quý IV/2020")),
        ("trước 30/6/2020", ("", "trước 30/6/2020")),
        ("sau đại hội", ("", "sau đại hội")),
        ("31/02/2020", ("", "31/02/2020")),
    ],
)
def test_periods_fill_two_columns(words: str, columns: tuple[str, str]) -> None:
    assert dates.split_period(words) == columns


@given(DAYS)
def test_every_written_form_reads_back(day: date) -> None:
    for written in (dates.show_date(day), dates.paper_date(day), dates.long_date(day), day.isoformat()):
        assert dates.parse_date(written) == day
        assert dates.parse_vague(written) == VagueDate(written, day, day)
    assert dates.parse_vague(dates.exact(day).words) == dates.exact(day)


@given(DAYS.filter(lambda day: day > date(1900, 1, 1)))
def test_before_a_day_ends_the_day_before(day: date) -> None:
    vague = dates.parse_vague(f"trước ngày {dates.paper_date(day)}")
    assert vague is not None
    assert vague.latest == day - timedelta(days=1)


@given(DAYS, DAYS)
def test_a_period_keeps_its_ends_in_order(one: date, other: date) -> None:
    first, last = sorted((one, other))
    words = f"từ {dates.paper_date(first)} đến {dates.paper_date(last)}"
    assert dates.parse_vague(words) == VagueDate(words, first, last)
    assert dates.split_period(words) == (dates.paper_date(first), dates.paper_date(last))


@given(st.text(max_size=40) | st.text("0123456789/-. tháng trước từ đến và quý", max_size=40))
def test_any_text_is_read_kept_or_refused(text: str) -> None:
    try:
        vague = dates.parse_vague(text)
    except ValueError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either way is right
        return
    start, finish = dates.split_period(vague.words) if vague else ("", "")
    assert vague is None or (vague.words and (start or finish))
    assert vague is None or not (vague.earliest and vague.latest) or vague.earliest <= vague.latest


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("8h", "08:00"), ("7h30", "07:30"), ("7h30’", "07:30"), ("7h30'", "07:30"), ("7 giờ 30", "07:30"),
        ("7 giờ 30 phút", "07:30"), ("14 giờ", "14:00"), ("14:05", "14:05"), ("7g15", "07:15"),
        ("7 giờ rưỡi", "07:30"),
        ("0h", "00:00"), ("14.30", "14:30"),
    ],
)  # fmt: skip
def test_clock_times_are_read_as_clerks_write_them(words: str, time: str) -> None:
    assert dates.parse_time(words) == time


@pytest.mark.parametrize("words", ["", "8", "sáng", "24h", "7h60", "7h30 và 8h"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="giờ"):
        dates.parse_time(words)


@given(st.times())
def test_shown_times_read_back(moment: object) -> None:
    shown = f"{moment:%H:%M}"
    assert dates.parse_time(shown) == shown


@pytest.mark.parametrize(
    ("day", "screen", "paper", "long"),
    [
        (date(2019, 8, 21), "21/08/2019", "21/8/2019", "ngày 21 tháng 8 năm 2019"),
        (date(2026, 1, 9), "09/01/2026", "09/01/2026", "ngày 09 tháng 01 năm 2026"),
        (date(2018, 4, 3), "03/04/2018", "03/4/2018", "ngày 03 tháng 4 năm 2018"),
        (date(2020, 2, 28), "28/02/2020", "28/02/2020", "ngày 28 tháng 02 năm 2020"),
    ],
)
def test_days_are_padded_as_the_guide_says(day: date, screen: str, paper: str, long: str) -> None:
    assert (dates.show_date(day), dates.paper_date(day), dates.long_date(day)) == (screen, paper, long)


def test_weekdays_are_named_as_in_texts() -> None:
    assert dates.weekday(date(2019, 8, 22)) == "Thứ Năm"
    assert dates.weekday(date(2019, 8, 25)) == "Chủ nhật"
