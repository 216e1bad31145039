"""One search over everything: kinds, former names, what is opened again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import finding, meetings, people, units
from tests.db import entries

pytestmark = pytest.mark.usefixtures("sampled")


def titles(words: str, kind: str) -> list[str]:
    return [hit.title for hit in finding.find(words, kind)]


def unit(short: str) -> int:
    return next(row.id for row in units.rows() if row.short == short)


@pytest.mark.parametrize("words", ["", "   ", "\u200b"])
def test_nothing_is_found_without_words(words: str) -> None:
    assert finding.everything(words) == []


@pytest.mark.parametrize(
    "words", ["%", "_", "*", "[", "]", "\\", "'", '"', "?", "(zq", "x" * 5000, "đzq[*?]"]
)
def test_signs_are_nothing_but_signs(words: str) -> None:
    assert all(hit.title for hit in finding.everything(words))
    assert finding.find(words, "person") == []


def test_no_kind_shows_more_than_a_few() -> None:
    shown = finding.everything("dang")
    counts = {kind: sum(hit.kind == kind for hit in shown) for kind in finding.KINDS}
    assert max(counts.values()) == finding.MOST


def test_a_kind_stands_together_and_the_best_kind_first() -> None:
    kinds = [hit.kind for hit in finding.everything("35-ct/tw")]
    assert kinds[:2] == ["directive", "meeting"]
    assert kinds == sorted(kinds, key=kinds.index)


def test_a_unit_is_found_by_a_name_it_had() -> None:
    record = unit("Sở Nội vụ")
    new = {"organization": "Đảng bộ Sở Tổ chức", "committee": "Đảng ủy Sở Tổ chức", "short": "Sở Tổ chức"}
    units.rename(record, {**new, "symbol": "", "since": date(2020, 1, 1)})
    (hit, *_) = finding.find("so noi vu", "unit")
    assert (hit.id, hit.title, hit.about) == (record, "Đảng bộ Sở Tổ chức", "Tên cũ: Đảng bộ Sở Nội vụ")


def test_a_closed_unit_says_when_it_ended() -> None:
    units.close(unit("Sở Nội vụ"), date(2020, 3, 1))
    assert "đã kết thúc 01/03/2020" in finding.find("so noi vu", "unit")[0].about


def test_namesakes_are_told_apart_by_post_and_birth() -> None:
    for year in (1970, 1980):
        people.save({"full_name": "Ông Trùng Tên", "birth": str(year)})
    assert [hit.about for hit in finding.find("trung ten", "person")] == ["sinh 1970", "sinh 1980"]


def test_a_person_is_found_by_phone_and_card() -> None:
    people.save({"full_name": "Ông Có Máy", "phone": "0912.345 678", "card_number": "77001234"})
    assert titles("0912345", "person") == titles("345678", "person") == ["Ông Có Máy"]
    assert titles("7700", "person") == ["Ông Có Máy"]


def test_the_post_that_says_it_all_comes_first() -> None:
    assert titles("bi thu so cong thuong", "person")[:2] == ["Tô Thị Kim Thảo", "Tạ Tiến Ổn"]


def test_papers_are_found_by_name_and_meeting_by_number_and_not_twice() -> None:
    assert titles("thong bao ket luan", "paper")[0].startswith("Thông báo kết luận")
    assert titles("42-tb", "paper") == ["Thông báo kết luận 42-TB/ĐUK"]
    assert titles("40-tb", "paper") == []  # annulled
    shown = [(hit.id, hit.part) for hit in finding.find("bien ban hoi nghi", "paper")]
    assert len(shown) == len(set(shown)) == 3


def test_accents_narrow_every_kind() -> None:
    assert titles("quán triệt", "meeting")
    assert titles("quàn triệt", "meeting") == []
    assert titles("kế hoạch đại hội của cấp mình", "task")
    assert titles("kể hoạch", "task") == []


def test_what_was_opened_is_found_again_under_its_name_of_today() -> None:
    shown = finding.everything("35-ct/tw")
    kept = [(hit.kind, hit.id, hit.part) for hit in shown if hit.kind != "item"]
    assert [hit[:3] for hit in finding.again(kept)] == [hit[:3] for hit in shown if hit.kind != "item"]
    meeting = next(hit.id for hit in shown if hit.kind == "meeting")
    meetings.save({"title": "Hội nghị đổi tên"}, meeting)
    again = finding.again([("meeting", meeting, ""), ("paper", meeting, "minutes"), ("plan", 10**6, "")])
    assert [hit.title for hit in again] == ["Hội nghị đổi tên", "Biên bản hội nghị"]
    assert finding.again([("", 0, ""), ("paper", meeting, "nonsense"), ("unit", 10**6, "")]) == []


def test_ids_and_rows_of_people_stand_in_one_order() -> None:
    for words in ("", "h", "van", "bi thu", "nguyễn thị", "sct"):
        found = people.find(words)
        assert found == [row.id for row in people.rows(words)]
        assert people.find(words, limit=3) == found[:3]
        by_name = people.find(words, by_name=True)
        assert by_name == found[: len(by_name)]


def test_a_new_person_is_found_at_once() -> None:
    record = entries.person("Âu Thị Mới")
    assert [hit.id for hit in finding.find("au thi moi", "person")] == [record]


@given(st.text(max_size=12))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_answered(words: str) -> None:
    found = people.find(words)
    assert found == [row.id for row in people.rows(words)]
    assert all(len(finding.find(words, kind)) <= finding.MOST for kind in finding.KINDS)
