from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rules.task_lines import TaskLine, read
from rules.text import clean


def test_marks_of_a_list_are_dropped() -> None:
    assert [task.content for task in read("1. một;\n- hai\n  b) ba,\n\n• Bốn")] == ["Một", "Hai", "Ba", "Bốn"]


def test_columns_of_a_pasted_table_are_kept_apart() -> None:
    assert read("1\tLập tiểu ban\tVăn phòng\ttháng 9/2019\tQuyết định") == [
        TaskLine("Lập tiểu ban", "Văn phòng", "tháng 9/2019", "Quyết định")
    ]


def test_a_sentence_of_several_parts_is_several_tasks() -> None:
    assert len(read("xây dựng kế hoạch; lập tiểu ban; chuẩn bị nhân sự;")) == 3
    assert len(read("Chuẩn bị nhân sự; văn kiện")) == 1


def test_a_number_that_is_no_mark_stays() -> None:
    assert read("35 chi bộ tổ chức đại hội điểm")[0].content == "35 chi bộ tổ chức đại hội điểm"


@given(st.text())
def test_every_task_says_something(text: str) -> None:
    assert all(clean(task.content) for task in read(text))
