from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rules.snapshots import Changed, changes, told


def test_what_is_the_same_is_not_told() -> None:
    facts = {"Số": "05", "Nơi nhận": "Tỉnh ủy\nLưu"}
    assert changes(facts, dict(facts)) == ()


def test_a_fact_changes_comes_and_goes() -> None:
    before, after = {"Số": "05", "Địa điểm": "A"}, {"Số": "06", "Ngày ký": "21/8/2019"}
    assert changes(before, after) == (
        Changed("Số", "05", "06"),
        Changed("Ngày ký", "", "21/8/2019"),
        Changed("Địa điểm", "A", ""),
    )


def test_of_a_list_the_lines_that_came_and_went_are_told() -> None:
    (changed,) = changes({"Thành phần": "An\nBình\nChi"}, {"Thành phần": "Bình\nChi\nDũng"})
    assert (changed.added, changed.removed) == (("Dũng",), ("An",))


def test_a_line_twice_counts_twice_and_another_order_is_a_change_without_lines() -> None:
    (changed,) = changes({"Thành phần": "An\nAn"}, {"Thành phần": "An"})
    assert (changed.added, changed.removed) == ((), ("An",))
    (moved,) = changes({"Thành phần": "An\nBình"}, {"Thành phần": "Bình\nAn"})
    assert (moved.added, moved.removed) == ((), ())


words = st.lists(st.sampled_from(["An", "Bình", "Chi"]), max_size=5).map("\n".join)
facts_drawn = st.dictionaries(st.sampled_from(["Số", "Thành phần", "Nơi nhận"]), words)


@given(facts_drawn, facts_drawn)
def test_going_back_tells_the_same_the_other_way_round(before: dict[str, str], after: dict[str, str]) -> None:
    there = {one.label: (one.before, one.after, one.added, one.removed) for one in changes(before, after)}
    back = {one.label: (one.after, one.before, one.removed, one.added) for one in changes(after, before)}
    assert there == back
    assert set(there) == {key for key in before | after if before.get(key, "") != after.get(key, "")}


def test_changes_are_told_in_words() -> None:
    before = {"Địa điểm": "", "Số có mặt": "230", "Đại biểu": "An\nBình"}
    after = {"Địa điểm": "Hội trường", "Đại biểu": "Bình\nChi\nDũng"}
    assert [line for one in changes(before, after) for line in told(one)] == [
        "Địa điểm: (chưa có) → Hội trường",
        "Đại biểu, thêm: Chi",
        "Đại biểu, thêm: Dũng",
        "Đại biểu, bớt: An",
        "Số có mặt: 230 → (không còn)",
    ]


def test_long_words_and_long_lists_are_told_short() -> None:
    (one,) = changes({"Nội dung": "a"}, {"Nội dung": "b " * 400})
    (line,) = told(one)
    assert len(line) < 220
    assert line.endswith("…")
    (many,) = changes({"Đại biểu": ""}, {"Đại biểu": "\n".join(f"Người {n}" for n in range(300))})
    lines = told(many)
    assert len(lines) == 13
    assert lines[-1] == "Đại biểu: còn 288 dòng khác đã đổi"
