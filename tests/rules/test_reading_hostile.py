from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.reading import propose
from rules.reading.found import Proposals
from tests.rules.reading_places import check_places


def steps(text: str) -> int:
    """Calls of the reader's own functions: a measure of its work that no busy machine changes."""
    count = 0

    def note(frame: Any, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        propose(text)
    finally:
        sys.setprofile(before)
    return count


HOSTILE = (
    "đồng chí ",
    "đồng chí A, ",
    "yêu cầu ",
    "yêu cầu;",
    "Đảng bộ A đại hội điểm ",
    "35-CT/TW ",
    "21/8/2019 ",
    "dự có ",
    "- Đại hội chi bộ: trước 30/6/2020\n",
    "1. Nguyễn Văn A\n",
    "quán triệt Kế hoạch số 1-KH/TU; ",
    "bài viết “",
    ". ",
    "Nói. Rồi.\n\nđồng chí A phát biểu\n\n",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_work_grows_no_faster_than_the_text(piece: str) -> None:
    small, large = (steps(piece * (size // len(piece))) for size in (2_000, 8_000))
    assert large < 5 * small + 2_000


PIECES = [
    "đồng chí ",
    "Nguyễn Văn A, ",
    "Bí thư Đảng ủy ",
    "yêu cầu ",
    "phải xây dựng ",
    "; ",
    ". ",
    "\n",
    "1. ",
    "- ",
    "35-CT/TW",
    " ngày 21/8/2019",
    "31/2/2019 ",
    "Sáng ",
    "tổ chức Hội nghị ",
    "dự có ",
    "đại hội điểm ",
    "trước ",
    ": ",
    "Đảng bộ Sở A và Chi bộ B ",
    "Thời gian: ",
    "25h99 ",
    "\t",
    "“",
    "e\u0301\u0323",
    "\u200b",
    "\ud800",
    "🙂",
    "Thứ Bảy, ",
    "Giao ",
    "phối hợp với ",
    "tháng 13/2020",
    "III- TỔ CHỨC THỰC HIỆN\n",
    "Trước đại hội\n",
    "từ ",
    " đến ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_mixture_of_words_breaks_the_reader(text: str) -> None:
    assert isinstance(check_places(text), Proposals)


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(check_places(text), Proposals)
