"""Tables of the ways clerks write days, weeks, months, quarters and periods, each with what it means."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import dates
from rules.dates import VagueDate

NEAR = date(2019, 8, 1)
THE_DAY = date(2019, 8, 21)  # a Wednesday

ONE_DAY = """
21/8/2019 | 21/08/2019 | 21-8-2019 | 21-08-2019 | 21.8.2019 | 21.08.2019 | 21 / 8 / 2019
21 - 8 - 2019 | 21. 8. 2019 | 2019-08-21 | 2019/08/21 | 2019-08-21 00:00:00 | 2019-08-21T07:30:00
21/08/2019 07:30 | 21/08/2019 12:00:00 AM | 21/8/2019 8:00
ngày 21/8/2019 | Ngày 21-8-2019 | NGÀY 21.8.2019 | ngày 21 tháng 8 năm 2019 | ngày 21 tháng 08 năm 2019
Ngày 21 tháng 8, năm 2019 | 21 tháng 8 năm 2019 | 21 tháng 8, 2019 | ngày 21 tháng 8/2019 | 21/8 năm 2019
ngày 21/8, năm 2019 | Ngày 21, tháng 8, năm 2019 | ngay 21 thang 8 nam 2019
ngày hai mươi mốt tháng tám năm 2019
ngày hai mươi mốt tháng Tám năm hai nghìn không trăm mười chín
ngày 21 tháng tám năm hai ngàn không trăm mười chín
sáng 21/8/2019 | Sáng ngày 21/8/2019 | buổi sáng 21/8/2019 | Buổi chiều ngày 21/8/2019 | tối 21-8-2019
cả ngày 21/8/2019 | Cả ngày, 21/8/2019 | sáng và chiều 21/8/2019 | sáng, chiều ngày 21/8/2019
½ ngày, sáng 21/8/2019 | ½ ngày 21/8/2019 | 1/2 ngày, sáng 21/8/2019 | 01 buổi, sáng ngày 21/8/2019
01 ngày (21/8/2019) | một ngày, ngày 21/8/2019
Thứ Tư 21/8/2019 | Thứ Tư, 21/8/2019 | Thứ Tư, ngày 21/8/2019 | thứ tư ngày 21/8/2019 | thứ 4 ngày 21/8/2019
Thứ 4, 21/8/2019 | Thứ 4 - 21/8/2019 | T4 21/8/2019 | T4, 21/8/2019 | T.4 21/8/2019 | T4: 21/8/2019
thứ Tư (21/8/2019) | Thứ tư (ngày 21/8/2019) | 21/8/2019 (thứ Tư) | 21/8/2019 (T4) | 21/8/2019, thứ 4
ngày 21/8/2019 (Thứ Tư) | ngày thứ Tư, 21/8/2019 | sáng thứ Tư, 21/8/2019
Sáng thứ tư, ngày 21 tháng 8 năm 2019
chiều T4, 21/8/2019 | thu tu ngay 21/8/2019
7h30 ngày 21/8/2019 | 7h30, ngày 21/8/2019 | 7h30’ ngày 21/8/2019 | 07 giờ 30, ngày 21/8/2019
vào hồi 7 giờ 30 phút, ngày 21/8/2019 | lúc 7 giờ 30 phút sáng ngày 21/8/2019
8 giờ sáng thứ Tư ngày 21/8/2019
14 giờ 00, thứ Tư, ngày 21/8/2019 | 7h30 - 11h30 ngày 21/8/2019 | từ 7h30 đến 11h30, ngày 21/8/2019
21/8/2019, 14 giờ | 21/8/2019 lúc 7h30 | ngày 21/8/2019 vào hồi 7 giờ 30 | 21/8/2019 - 7h30 | 21/8/2019 (sáng)
21/8/2019 buổi sáng | ngày 21/8/2019, cả ngày
"""
MANY_FORMS = [written.strip() for line in ONE_DAY.strip().splitlines() for written in line.split("|")]


@pytest.mark.parametrize("words", MANY_FORMS)
def test_one_day_in_all_its_writings(words: str) -> None:
    assert dates.parse_date(words) == THE_DAY
    assert dates.parse_vague(words) == VagueDate(words, THE_DAY, THE_DAY)


@pytest.mark.parametrize(
    "words",
    [
        "21/8", "21-8", "21.8", "ngày 21/8", "21 tháng 8", "ngày 21 tháng 8", "sáng 21/8", "Sáng ngày 21/8",
        "sáng thứ Tư, 21/8", "T4 21/8", "7h30 ngày 21/8", "21/8 (thứ Tư)", "thứ 4, 21/8, sáng",
        "cả ngày 21/8",
    ],
)  # fmt: skip
def test_a_day_without_a_year_takes_that_of_a_day_beside_it(words: str) -> None:
    assert dates.parse_date(words, near=NEAR) == THE_DAY
    vague = dates.parse_vague(words, near=NEAR)
    assert vague
    assert (vague.earliest, vague.latest) == (THE_DAY, THE_DAY)
    with pytest.raises(dates.Unsure, match=r"còn thiếu năm"):
        dates.parse_date(words)


def span(first: str, last: str) -> tuple[date | None, date | None]:
    return (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


TABLE = """
8/2019 | 2019-08-01 | 2019-08-31
08-2019 | 2019-08-01 | 2019-08-31
T8/2019 | 2019-08-01 | 2019-08-31
T.8/2019 | 2019-08-01 | 2019-08-31
tháng 8/2019 | 2019-08-01 | 2019-08-31
tháng 8-2019 | 2019-08-01 | 2019-08-31
tháng 8 năm 2019 | 2019-08-01 | 2019-08-31
tháng 8, 2019 | 2019-08-01 | 2019-08-31
tháng Tám năm 2019 | 2019-08-01 | 2019-08-31
tháng tư năm 2019 | 2019-04-01 | 2019-04-30
tháng năm năm 2019 | 2019-05-01 | 2019-05-31
tháng mười hai năm 2019 | 2019-12-01 | 2019-12-31
đầu tháng 8/2019 | 2019-08-01 | 2019-08-10
giữa tháng 8/2019 | 2019-08-11 | 2019-08-20
cuối tháng 8 năm 2019 | 2019-08-21 | 2019-08-31
nửa đầu tháng 8/2019 | 2019-08-01 | 2019-08-15
nửa cuối tháng 02/2019 | 2019-02-16 | 2019-02-28
thượng tuần tháng 8/2019 | 2019-08-01 | 2019-08-10
trung tuần tháng 8/2019 | 2019-08-11 | 2019-08-20
hạ tuần tháng 8/2019 | 2019-08-21 | 2019-08-31
tuần 1 tháng 8/2019 | 2019-08-01 | 2019-08-07
tuần 2 tháng 8/2019 | 2019-08-08 | 2019-08-14
tuần thứ 2 tháng 8/2019 | 2019-08-08 | 2019-08-14
tuần thứ hai của tháng 8/2019 | 2019-08-08 | 2019-08-14
tuần thứ tư tháng 8 năm 2019 | 2019-08-22 | 2019-08-28
tuần 5 tháng 8/2019 | 2019-08-29 | 2019-08-31
tuần đầu tháng 8/2019 | 2019-08-01 | 2019-08-07
tuần đầu tiên của tháng 8/2019 | 2019-08-01 | 2019-08-07
tuần cuối tháng 8/2019 | 2019-08-25 | 2019-08-31
tuần cuối cùng của tháng 8/2019 | 2019-08-25 | 2019-08-31
tuần lễ thứ 3 tháng 8/2019 | 2019-08-15 | 2019-08-21
tuần 34/2019 | 2019-08-19 | 2019-08-25
tuần 34 năm 2019 | 2019-08-19 | 2019-08-25
quý III/2019 | 2019-07-01 | 2019-09-30
quý 3/2019 | 2019-07-01 | 2019-09-30
quý III năm 2019 | 2019-07-01 | 2019-09-30
quý bốn năm 2019 | 2019-10-01 | 2019-12-31
quý ba năm 2019 | 2019-07-01 | 2019-09-30
Quý IV-2019 | 2019-10-01 | 2019-12-31
Q3/2019 | 2019-07-01 | 2019-09-30
cuối quý III/2019 | 2019-07-01 | 2019-09-30
6 tháng đầu năm 2019 | 2019-01-01 | 2019-06-30
06 tháng cuối năm 2019 | 2019-07-01 | 2019-12-31
sáu tháng đầu năm 2019 | 2019-01-01 | 2019-06-30
9 tháng đầu năm 2019 | 2019-01-01 | 2019-09-30
3 tháng cuối năm 2019 | 2019-10-01 | 2019-12-31
nửa đầu năm 2019 | 2019-01-01 | 2019-06-30
nửa cuối năm 2019 | 2019-07-01 | 2019-12-31
năm 2019 | 2019-01-01 | 2019-12-31
đầu năm 2020 | 2020-01-01 | 2020-12-31
trước 30/6/2020 | | 2020-06-29
trước ngày 30/6/2020 | | 2020-06-29
xong trước ngày 30/6/2020 | | 2020-06-29
hoàn thành trước ngày 30-6-2020 | | 2020-06-29
trước 17 giờ ngày 30/6/2020 | | 2020-06-30
trước 17h00, ngày 30/6/2020 | | 2020-06-30
chậm nhất 17h00 ngày 30/6/2020 | | 2020-06-30
sau 17h ngày 30/6/2020 | 2020-06-30 |
trước sáng ngày 30/6/2020 | | 2020-06-29
trước tháng 6/2020 | | 2020-05-31
trước quý II/2020 | | 2020-03-31
chậm nhất là ngày 30/6/2020 | | 2020-06-30
chậm nhất trước ngày 30/6/2020 | | 2020-06-29
muộn nhất vào ngày 30/6/2020 | | 2020-06-30
không quá ngày 30/6/2020 | | 2020-06-30
không muộn hơn 30/6/2020 | | 2020-06-30
hạn cuối: 30/6/2020 | | 2020-06-30
hạn chót 30/6/2020 | | 2020-06-30
đến 30/6/2020 | | 2020-06-30
tới ngày 30/6/2020 | | 2020-06-30
đến hết ngày 30/6/2020 | | 2020-06-30
đến cuối tháng 6/2020 | | 2020-06-30
tính đến ngày 30/6/2020 | | 2020-06-30
hết quý I/2020 | | 2020-03-31
từ nay đến 30/6/2020 | | 2020-06-30
từ nay đến hết năm 2019 | | 2019-12-31
sau 30/6/2020 | 2020-07-01 |
sau ngày 30/6/2020 | 2020-07-01 |
từ sau ngày 30/6/2020 | 2020-07-01 |
sau tháng 6/2020 | 2020-07-01 |
từ tháng 4/2020 | 2020-04-01 |
từ ngày 01/4/2020 | 2020-04-01 |
kể từ ngày 01/4/2020 | 2020-04-01 |
từ tháng 4/2020 trở đi | 2020-04-01 |
bắt đầu từ quý II/2020 | 2020-04-01 |
dự kiến đầu tháng 7/2020 | 2020-07-01 | 2020-07-10
khoảng giữa tháng 7/2020 | 2020-07-11 | 2020-07-20
trong tháng 02/2020 | 2020-02-01 | 2020-02-29
vào tháng 8/2019 | 2019-08-01 | 2019-08-31
Thời gian: tháng 8/2019 | 2019-08-01 | 2019-08-31
20-22/8/2019 | 2019-08-20 | 2019-08-22
20 - 22/8/2019 | 2019-08-20 | 2019-08-22
20–22/8/2019 | 2019-08-20 | 2019-08-22
20 đến 22/8/2019 | 2019-08-20 | 2019-08-22
từ 20 đến 22/8/2019 | 2019-08-20 | 2019-08-22
từ 20-22/8/2019 | 2019-08-20 | 2019-08-22
từ ngày 20 đến ngày 22/8/2019 | 2019-08-20 | 2019-08-22
từ ngày 20 tới ngày 22 tháng 8 năm 2019 | 2019-08-20 | 2019-08-22
từ ngày 20/8 đến hết ngày 22/8/2019 | 2019-08-20 | 2019-08-22
20/8-22/8/2019 | 2019-08-20 | 2019-08-22
20/8/2019 - 22/8/2019 | 2019-08-20 | 2019-08-22
20/8/2019-22/8/2019 | 2019-08-20 | 2019-08-22
từ 20/8/2019 đến 22/8 | 2019-08-20 | 2019-08-22
từ ngày 20/8/2019 đến ngày 22 | 2019-08-20 | 2019-08-22
20 và 21/8/2019 | 2019-08-20 | 2019-08-21
ngày 20 và 21/8/2019 | 2019-08-20 | 2019-08-21
ngày 20 và ngày 21 tháng 8 năm 2019 | 2019-08-20 | 2019-08-21
ngày 20, 21/8/2019 | 2019-08-20 | 2019-08-21
20, 21 và 22/8/2019 | 2019-08-20 | 2019-08-22
20, 21, 22/8/2019 | 2019-08-20 | 2019-08-22
các ngày 20, 21, 22/8/2019 | 2019-08-20 | 2019-08-22
trong các ngày 20, 21 và 22/8/2019 | 2019-08-20 | 2019-08-22
02 ngày, 20 và 21/8/2019 | 2019-08-20 | 2019-08-21
trong 02 ngày 20 và 21/8/2019 | 2019-08-20 | 2019-08-21
02 ngày (20 và 21/8/2019) | 2019-08-20 | 2019-08-21
trong hai ngày 20, 21/8/2019 | 2019-08-20 | 2019-08-21
sáng 20 và chiều 21/8/2019 | 2019-08-20 | 2019-08-21
từ thứ Ba ngày 20 đến thứ Tư 21/8/2019 | 2019-08-20 | 2019-08-21
từ 7h30 ngày 20/8/2019 đến 17h00 ngày 21/8/2019 | 2019-08-20 | 2019-08-21
từ 28/12 đến 05/01/2020 | 2019-12-28 | 2020-01-05
từ 28/12/2019 đến 05/01 | 2019-12-28 | 2020-01-05
từ tháng 12 đến tháng 02/2020 | 2019-12-01 | 2020-02-29
7-12/2019 | 2019-07-01 | 2019-12-31
tháng 7-12/2019 | 2019-07-01 | 2019-12-31
tháng 8, 9/2019 | 2019-08-01 | 2019-09-30
tháng 8 và tháng 9 năm 2019 | 2019-08-01 | 2019-09-30
các tháng 8, 9, 10/2019 | 2019-08-01 | 2019-10-31
T8-T10/2019 | 2019-08-01 | 2019-10-31
từ tháng 8/2019 đến tháng 10 | 2019-08-01 | 2019-10-31
cuối tháng 8, đầu tháng 9/2019 | 2019-08-21 | 2019-09-10
từ đầu đến giữa tháng 8/2019 | 2019-08-01 | 2019-08-20
quý III, IV/2019 | 2019-07-01 | 2019-12-31
quý III và quý IV năm 2019 | 2019-07-01 | 2019-12-31
quý III - IV/2019 | 2019-07-01 | 2019-12-31
tuần 1 đến tuần 3 tháng 8/2019 | 2019-08-01 | 2019-08-21
2019 - 2020 | 2019-01-01 | 2020-12-31
giai đoạn 2015-2020 | 2015-01-01 | 2020-12-31
từ năm 2019 đến hết quý I/2020 | 2019-01-01 | 2020-03-31
bắt đầu từ tháng 01/2020 và hoàn thành trong tháng 02/2020 | 2020-01-01 | 2020-02-29
từ tháng 4/2020, hoàn thành trước 30/6/2020 | 2020-04-01 | 2020-06-29
từ tháng 4/2020, hoàn thành trước 30/6 | 2020-04-01 | 2020-06-29
"""
MEANINGS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize(("words", "first", "last"), MEANINGS)
def test_every_writing_has_its_first_and_last_day(words: str, first: str, last: str) -> None:
    assert dates.parse_vague(words) == VagueDate(words, *span(first, last))


YEARLESS = """
tháng 8 | 2019-08-01 | 2019-08-31
T8 | 2019-08-01 | 2019-08-31
cuối tháng 8 | 2019-08-21 | 2019-08-31
trước tháng 9 | | 2019-08-31
quý III | 2019-07-01 | 2019-09-30
hết quý III | | 2019-09-30
tuần 2 tháng 8 | 2019-08-08 | 2019-08-14
6 tháng cuối năm | 2019-07-01 | 2019-12-31
nửa đầu năm | 2019-01-01 | 2019-06-30
cuối năm | 2019-01-01 | 2019-12-31
trước 30/9 | | 2019-09-29
từ 20/8 đến 22/8 | 2019-08-20 | 2019-08-22
20-22/8 | 2019-08-20 | 2019-08-22
20 và 21/8 | 2019-08-20 | 2019-08-21
từ tháng 8 đến tháng 10 | 2019-08-01 | 2019-10-31
từ tháng 8, hoàn thành trước 30/9 | 2019-08-01 | 2019-09-29
"""


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [tuple(cell.strip() for cell in line.split("|")) for line in YEARLESS.strip().splitlines()],
)
def test_words_without_a_year_are_kept_unread_unless_a_day_is_near(words: str, first: str, last: str) -> None:
    assert dates.parse_vague(words, near=NEAR) == VagueDate(words, *span(first, last))
    try:
        unread = dates.parse_vague(words)
    except dates.Unsure:
        return
    assert unread == VagueDate(words, None, None)


@pytest.mark.parametrize(
    "words",
    [
        "sau đại hội", "hằng tháng", "hàng quý", "khi có hướng dẫn", "đợt 2", "lần thứ hai",
        "trước đại hội 15 ngày",
        "10/3 âm lịch", "mùng 10 tháng 3 âm lịch", "tháng Giêng", "trong nhiệm kỳ", "theo kế hoạch",
        "ngay sau hội nghị",
        "thường xuyên", "21/8 - 2019 (dự kiến)", "tháng 8 hằng năm", "ngày ... tháng ... năm 2019",
        "trong 5 ngày",
        "trong thời gian 3 tháng",
    ],
)  # fmt: skip
def test_words_that_name_no_day_of_the_calendar_stay_words(words: str) -> None:
    assert dates.parse_vague(words, near=NEAR) == VagueDate(words, None, None)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("30/2/2019", "Không có ngày 30/2/2019"), ("ngày 31 tháng 4 năm 2019", "tháng 4/2019 có 30 ngày"),
        ("tuần 5 tháng 02/2019", "không có tuần 5"), ("tuần 60/2019", "không có tuần 60"),
        ("sáng 31/6/2019", "Không có ngày"), ("từ 22/8/2019 đến 20/8/2019", "trước thời gian bắt đầu"),
        ("từ 30/6 đến 01/01/2020", "trước thời gian bắt đầu"), ("tuần 1/1899", "Năm 1899"),
        ("tuần 5 tháng 13/2019", "Không có tháng 13"),
        ("từ 25/8 đến 20/8/2019", "trước thời gian bắt đầu"), ("sáng 21/8/19", "4 chữ số"),
        ("21-8-19", "4 chữ số"), ("12.08.20", "4 chữ số"), ("21/8/1019", "Năm 1019"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(words: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        dates.parse_vague(words)


@pytest.mark.parametrize(
    ("words", "near", "offer"),
    [
        ("21/8/19", date(2019, 1, 1), THE_DAY), ("21/8/19", None, None),
        ("sáng 21-8-19", date(2020, 1, 1), THE_DAY),
        ("03/02/30", date(1929, 5, 1), date(1930, 2, 3)), ("01/5/98", date(2003, 5, 1), date(1998, 5, 1)),
        ("31/2/19", date(2019, 1, 1), None),
    ],
)  # fmt: skip
def test_a_year_of_two_figures_is_a_question(words: str, near: date | None, offer: date | None) -> None:
    for read in (dates.parse_date, dates.parse_vague):
        with pytest.raises(dates.Unsure, match="4 chữ số") as refused:
            read(words, near)
        assert refused.value.offer == offer


def test_every_day_of_three_centuries_reads_back_in_its_usual_forms() -> None:
    day = date(1900, 1, 1)
    while day <= date(2100, 12, 31):
        assert dates.parse_date(dates.paper_date(day)) == day
        day += timedelta(days=1)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_form_of_a_day_reads_back(day: date) -> None:
    name = dates.weekday(day)
    for words in (
        f"{name}, {dates.long_date(day)}", f"sáng {name.lower()} {dates.paper_date(day)}",
        f"{dates.show_date(day)} ({name})", f"7h30, {dates.long_date(day)}", f"{day:%d.%m.%Y}",
        f"{day.day}-{day.month}-{day.year}",
    ):  # fmt: skip
        assert dates.parse_date(words) == day
        assert not dates.weekday_disagrees(words, day)
    assert dates.parse_date(f"{day.day}/{day.month}", near=day) == day


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["đầu", "giữa", "cuối"]))
def test_the_three_parts_make_the_month(day: date, part: str) -> None:
    vague = dates.parse_vague(f"{part} tháng {day.month}/{day.year}")
    assert vague
    assert vague.earliest
    assert vague.latest
    ends = {"đầu": (1, 10), "giữa": (11, 20), "cuối": (21, calendar.monthrange(day.year, day.month)[1])}
    assert (vague.earliest.day, vague.latest.day) == ends[part]
