"""Weekdays, times of day and the numbers of workbook cells, as they are written and as they are meant."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import dates

THE_DAY = date(2019, 8, 21)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Thứ Hai", 0), ("thứ hai", 0), ("THỨ HAI", 0), ("Thứ 2", 0), ("T2", 0), ("T.2", 0), ("thu hai", 0),
        ("Thứ Ba", 1), ("thứ 3", 1), ("Thứ Tư", 2), ("thứ tư,", 2), ("T4", 2), ("(thứ Tư)", 2),
        ("Thứ Năm", 3),
        ("T5", 3), ("Thứ Sáu", 4), ("t6", 4), ("Thứ Bảy", 5), ("Thứ Bẩy", 5), ("thứ 7", 5), ("Chủ nhật", 6),
        ("Chủ Nhật", 6), ("chúa nhật", 6), ("CN", 6), ("C.N", 6), ("cn", 6), ("chu nhat", 6),
    ],
)  # fmt: skip
def test_weekdays_in_all_writings(words: str, number: int) -> None:
    assert dates.parse_weekday(words) == number


@pytest.mark.parametrize(
    "words", ["", "Thứ", "thứ 8", "thứ 1", "T8", "T22", "hai", "lần thứ hai", "T5/2020", "CNTT"]
)
def test_what_is_no_weekday_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"không phải là thứ trong tuần"):
        dates.parse_weekday(words)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_knows_its_own_name(day: date) -> None:
    assert dates.parse_weekday(dates.weekday(day)) == day.weekday()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Thứ Ba, 21/8/2019", "21/08/2019 là Thứ Tư, không phải Thứ Ba."),
        ("sáng thứ Năm, ngày 21 tháng 8 năm 2019", "21/08/2019 là Thứ Tư, không phải Thứ Năm."),
        ("T5 21/8/2019", "21/08/2019 là Thứ Tư, không phải Thứ Năm."),
        ("21/8/2019 (thứ Hai)", "21/08/2019 là Thứ Tư, không phải Thứ Hai."),
        ("ngày thứ Ba, 21/8/2019", "21/08/2019 là Thứ Tư, không phải Thứ Ba."),
        ("CN, 21/8", "21/08/2019 là Thứ Tư, không phải Chủ nhật."),
        ("7h30 thứ Sáu, ngày 21/8/2019", "21/08/2019 là Thứ Tư, không phải Thứ Sáu."),
        ("Thứ Ba", "21/08/2019 là Thứ Tư, không phải Thứ Ba."),
        ("sáng thứ 3", "21/08/2019 là Thứ Tư, không phải Thứ Ba."),
        ("từ thứ Hai 19/8 đến thứ Năm 21/8/2019", "21/08/2019 là Thứ Tư, không phải Thứ Năm."),
        ("từ thứ Ba ngày 19 đến thứ Tư 21/8/2019", "19/08/2019 là Thứ Hai, không phải Thứ Ba."),
        ("trước thứ Ba 21/8/2019", "21/08/2019 là Thứ Tư, không phải Thứ Ba."),
        ("đến hết thứ Ba, 21/8/2019", "21/08/2019 là Thứ Tư, không phải Thứ Ba."),
        ("Thứ Tư, 21/8/2018", "21/08/2018 là Thứ Ba, không phải Thứ Tư."),
    ],
)
def test_a_weekday_that_is_not_that_of_its_day_is_told(words: str, sentence: str) -> None:
    assert dates.weekday_disagrees(words, THE_DAY) == sentence


@pytest.mark.parametrize(
    "words",
    [
        "", "21/8/2019", "Thứ Tư, 21/8/2019", "thứ 4 ngày 21/8/2019", "T4, 21/8", "21/8/2019 (thứ Tư)",
        "sáng thứ tư",
        "từ thứ Hai 19/8 đến thứ Tư 21/8/2019", "từ thứ Hai ngày 19 đến thứ Tư ngày 21/8/2019",
        "Hội nghị lần thứ hai ngày 21/8/2019", "phiên họp thứ 3 ngày 21/8/2019", "ngày thứ hai của hội nghị",
        "T8/2019", "T5/2020", "Thứ Ba, 31/2/2019", "báo cáo thứ Ba tuần trước về việc ngày 21/8/2019",
        "từ thứ Bảy 28/12/2019 đến thứ Tư 21/8", "14h thứ Tư", "thứ Tư 14h", "thứ Tư, 14 giờ 30",
    ],
)  # fmt: skip
def test_no_false_alarm_is_raised(words: str) -> None:
    assert dates.weekday_disagrees(words, THE_DAY) == ""


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.integers(0, 6),
    st.sampled_from(["{n}, {d}", "{d} ({n})"]),
)
def test_exactly_the_right_name_is_accepted(day: date, named: int, form: str) -> None:
    words = form.format(n=dates.WEEKDAYS[named], d=dates.paper_date(day))
    assert bool(dates.weekday_disagrees(words, THE_DAY)) == (named != day.weekday())


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("7h30 sáng", "07:30"), ("8 giờ sáng", "08:00"), ("2 giờ chiều", "14:00"), ("2h30 chiều", "14:30"),
        ("14h chiều", "14:00"), ("7 giờ tối", "19:00"), ("12h trưa", "12:00"), ("10h trưa", "10:00"),
        ("11h30 sáng", "11:30"),
        ("1 giờ trưa", "13:00"),
        ("10h đêm", "22:00"), ("12 giờ đêm", "00:00"), ("4h đêm", "04:00"), ("2:30 PM", "14:30"),
        ("8:00 am", "08:00"),
        ("lúc 7h30", "07:30"), ("vào hồi 14 giờ 00 phút", "14:00"), ("đúng 8 giờ", "08:00"),
        ("8 giờ kém 15", "07:45"),
        ("7h30ph", "07:30"), ("07 giờ 30’", "07:30"), ("7h 30", "07:30"), ("07:30:00", "07:30"),
        ("17h00", "17:00"),
        ("7h30′", "07:30"), ("7H30", "07:30"), ("13 giờ rưỡi", "13:30"),
    ],
)  # fmt: skip
def test_clock_times_with_their_part_of_the_day(words: str, moment: str) -> None:
    assert dates.parse_time(words) == moment


@pytest.mark.parametrize(
    "words",
    [
        "14h sáng",
        "12h sáng",
        "14h trưa",
        "9 giờ trưa",
        "0 giờ kém 5",
        "8 giờ kém 75",
        "25h",
        "7h30 8h30",
        "sáng 7h",
    ],
)
def test_times_that_cannot_be_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="giờ"):
        dates.parse_time(words)


@given(st.text(max_size=20) | st.text("0123456789hg:giờ phút sáng", max_size=14))
def test_any_words_are_a_time_or_refused(text: str) -> None:
    try:
        moment = dates.parse_time(text)
    except ValueError as error:
        assert "giờ" in str(error)  # noqa: PT017 - either way is right
        return
    assert dates.parse_time(moment) == moment


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("sáng 21/8/2019", "morning"), ("Sáng", "morning"), ("buổi sáng", "morning"),
        ("Chiều ngày 21/8", "afternoon"),
        ("trưa 21/8", "afternoon"), ("tối 21/8/2019", "evening"), ("Cả ngày", "day"),
        ("01 ngày (21/8/2019)", "day"),
        ("sáng và chiều 21/8/2019", "day"), ("sáng 20 và chiều 21/8/2019", "day"), ("", ""),
        ("21/8/2019", ""),
        ("½ ngày, sáng 21/8", "morning"), ("từ 20/8 tới 21/8/2019", ""), ("sang tháng 9", ""),
        ("sang 21/8", "morning"),
        ("½ ngày", ""),
    ],
)  # fmt: skip
def test_the_part_of_the_day_is_heard(words: str, part: str) -> None:
    assert dates.part_of_day(words) == part


@pytest.mark.parametrize(
    ("serial", "early", "day"),
    [
        (1, False, date(1900, 1, 1)), (59, False, date(1900, 2, 28)), (61, False, date(1900, 3, 1)),
        (43698, False, THE_DAY), (43698.3125, False, THE_DAY), (43697.999999, False, THE_DAY),
        (43698.99, False, THE_DAY), (0, True, date(1904, 1, 1)), (42236, True, THE_DAY),
        (1, True, date(1904, 1, 2)),
        (73415, False, date(2100, 12, 31)),
    ],
)  # fmt: skip
def test_numbers_of_cells_become_days(serial: float, early: bool, day: date) -> None:
    assert dates.from_serial(serial, early) == day


@pytest.mark.parametrize("serial", [0, -1, 60, 60.5, 1e9, float("inf"), float("nan")])
def test_the_day_that_never_was_and_other_numbers_are_refused(serial: float) -> None:
    with pytest.raises(ValueError, match=r"không phải là ngày"):
        dates.from_serial(serial)


def test_the_false_leap_day_is_named() -> None:
    with pytest.raises(ValueError, match=r"60 \(Excel tính nhầm là 29/02/1900\)"):
        dates.from_serial(60)
    with pytest.raises(ValueError, match=r"^Số 0 không phải"):
        dates.from_serial(0)


def test_every_cell_number_of_two_centuries_gives_the_next_day() -> None:
    days = [dates.from_serial(serial) for serial in range(61, 73416)]
    assert days[0] == date(1900, 3, 1)
    assert all(after - before == timedelta(days=1) for before, after in zip(days, days[1:], strict=False))
