from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from papers import phrases
from papers.content import Run, paragraph
from rules.dates import exact, parse_vague
from rules.facts import Directive, Person
from tests.papers.samples import ARTICLE, INSTRUCTION, PROVINCE_PLAN


def text(parts: tuple[str | Run, ...]) -> str:
    return paragraph("body", *parts).text


def test_a_document_is_cited_whole_once_and_briefly_later() -> None:
    cited = phrases.Citations()
    assert text(cited.one(INSTRUCTION)) == (
        "Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp, "
        "tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
    )
    assert text(cited.one(INSTRUCTION)) == "Chỉ thị 35-CT/TW"


def test_two_documents_of_one_number_are_not_taken_for_each_other() -> None:
    cited = phrases.Citations()
    cited.one(INSTRUCTION)
    other = replace(INSTRUCTION, issued=exact(date(2024, 6, 14)), subject="về việc khác")
    assert "ngày 14/6/2024" in text(cited.one(other))


def test_a_numbered_document_without_a_day_leaves_it_open() -> None:
    parts = phrases.whole(PROVINCE_PLAN)
    assert text(parts) == "Kế hoạch số 129-KH/TU, ngày …………… của Ban Thường vụ Tỉnh ủy về đại hội các cấp"
    assert [part.blank for part in parts if isinstance(part, Run)] == ["ngày ban hành Kế hoạch số 129-KH/TU"]


def test_a_vague_day_prints_its_words() -> None:
    vague = replace(INSTRUCTION, issued=parse_vague("tháng 5/2019"), subject="")
    assert text(phrases.whole(vague)) == "Chỉ thị số 35-CT/TW, tháng 5/2019 của Bộ Chính trị"


def test_a_document_without_number_needs_no_day() -> None:
    assert text(phrases.whole(ARTICLE)) == "Bài viết của Tổng Bí thư “Chuẩn bị tốt đại hội đảng bộ các cấp”"
    assert phrases.short(ARTICLE) == "Bài viết “Chuẩn bị tốt đại hội đảng bộ các cấp”"
    assert text(phrases.whole(Directive("Tài liệu"))) == "Tài liệu"


def test_people_are_named_with_their_posts() -> None:
    assert phrases.comrade(Person("Lê Văn Mẫu", "Bí thư")) == "đồng chí Lê Văn Mẫu, Bí thư"
    assert phrases.comrade(Person("Lê Văn Mẫu", unit="Sở Mẫu")) == "đồng chí Lê Văn Mẫu, Sở Mẫu"
    assert phrases.comrade(Person("Lê Văn Mẫu")) == "đồng chí Lê Văn Mẫu"
    unknown = phrases.comrades((), "người chủ trì")
    assert isinstance(unknown, Run)
    assert unknown.blank == "người chủ trì"


def test_clock_times_are_written_out() -> None:
    assert phrases.clock("07:30", "") == ("07 giờ 30",)
    assert text(phrases.clock("", "giờ bắt đầu")) == "…… giờ ……"


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("- gạch", "dash"),
        ("+ cộng", "plus"),
        ("a) điểm", "point"),
        ("đ) điểm", "point"),
        ("1. Mục đích", "heading"),
        ("1.1. Việc", "item"),
        ("1. Một câu dài có dấu chấm. Và câu nữa.", "body"),
        ("II- NỘI DUNG", "part"),
        ("Thường thôi", "body"),
    ],
)
def test_typed_lines_get_the_look_they_begin_with(line: str, style: str) -> None:
    assert [one.style for one in phrases.prose(f"\n{line}\n\n")] == [style]


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Chương II\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi", ["chapter", "chapter_title", "article"]),
        (
            "Phần thứ nhất\nKẾT QUẢ\nMục 1\nGIẢI THÍCH TỪ NGỮ\nNội dung.",
            ["chapter", "chapter_title", "division", "division_title", "body"],
        ),
        ("Mục 2\nNội dung thường.", ["division", "body"]),
        ("Điều 1. Phê duyệt kế hoạch; giao Văn phòng.", ["body"]),
        ("Chương trình công tác\nQUÝ I", ["body", "body"]),
        ("Mục 1\n12.", ["division", "body"]),
    ],
)
def test_the_levels_of_a_regulation_get_their_looks(text: str, looks: list[str]) -> None:
    """Phần, chương, mục and their titles, điều (document-format.md §5.6)."""
    assert [one.style for one in phrases.prose(text)] == looks


def test_points_follow_the_vietnamese_alphabet() -> None:
    letters = [phrases.letter(place) for place in range(25)]
    assert letters[:6] == ["a", "b", "c", "d", "đ", "e"]
    assert letters[22:] == ["y", "aa", "ab"]


@pytest.mark.parametrize(("said", "ended"), [("a", "a."), ("a.", "a."), ("a?", "a?"), ("a;", "a;"), ("", "")])
def test_sentences_end_once(said: str, ended: str) -> None:
    assert phrases.sentence(said) == ended
