from __future__ import annotations

from datetime import date

import pytest

from db import conclusions, history, tasks
from rules.trouble import Refused
from tests.db import entries
from tests.db.asked import counted

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def conclusion() -> int:
    return conclusions.save({"content": "Kết luận"}, entries.meeting())


def test_a_task_says_who_with_whom_by_when(conclusion: int) -> None:
    lead = entries.unit("Đảng bộ Sở Công Thương", committee="Đảng ủy Sở Công Thương")
    others = tuple(entries.unit(name, "Chi bộ cơ sở") for name in ("Chi bộ B", "Chi bộ A"))
    kept = tasks.save(
        {"content": "Lập kế hoạch", "lead": lead, "coordinating": others, "due": "trước 30/6/2020"},
        conclusion=conclusion,
    )
    (row,) = tasks.rows()
    assert (row.lead, row.coordinating) == ("Đảng ủy Sở Công Thương", ("Chi bộ B", "Chi bộ A"))
    assert row.due is not None
    assert (row.due.words, row.due.latest) == ("trước 30/6/2020", date(2020, 6, 29))
    assert (row.meeting, row.day, row.state) == ("Hội nghị quán triệt", date(2019, 8, 21), "open")
    assert tasks.get(kept)["coordinating"] == others


def test_a_task_may_have_words_for_its_lead_and_no_deadline(conclusion: int) -> None:
    tasks.save({"content": "Nắm tình hình", "lead_words": "Cấp ủy các chi bộ"}, conclusion=conclusion)
    (row,) = tasks.rows("cap uy")
    assert (row.lead, row.due) == ("Cấp ủy các chi bộ", None)


def test_a_task_has_one_source(conclusion: int) -> None:
    document = entries.directive()
    with pytest.raises(ValueError, match="one conclusion or to one directive"):
        tasks.save({"content": "Việc"})
    with pytest.raises(ValueError, match="one conclusion or to one directive"):
        tasks.save({"content": "Việc"}, conclusion=conclusion, directive=document)
    kept = tasks.save({"content": "Việc"}, directive=document)
    assert [row.id for row in tasks.rows(directive=document)] == [kept]
    assert tasks.rows(conclusion=conclusion) == []


def test_tasks_move_are_ticked_and_filtered(conclusion: int) -> None:
    ids = [tasks.save({"content": f"Việc {n}"}, conclusion=conclusion) for n in (1, 2, 3)]
    tasks.move(ids[0], 2)
    assert [row.id for row in tasks.rows(conclusion=conclusion)] == [ids[1], ids[2], ids[0]]
    tasks.set_state(ids[1:], "done")
    assert [row.id for row in tasks.rows(state="open")] == [ids[0]]
    with pytest.raises(ValueError, match="lost"):
        tasks.set_state(ids, "lost")
    before = history.digest()
    tasks.delete(ids[:2])
    history.undo()
    assert history.digest() == before


def test_an_impossible_deadline_is_refused(conclusion: int) -> None:
    with pytest.raises(Refused, match="Không có ngày"):
        tasks.save({"content": "Việc", "due": "31/02/2020"}, conclusion=conclusion)


def test_the_list_is_one_question(conclusion: int) -> None:
    with counted() as asked:
        tasks.rows("viec", conclusion=conclusion, state="open")
    assert len(asked) == 1
