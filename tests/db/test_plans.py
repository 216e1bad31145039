from __future__ import annotations

from datetime import date

import pytest

from db import plans, units
from tests.db import entries
from tests.db.asked import counted

pytestmark = pytest.mark.usefixtures("office")


def test_a_line_says_phase_who_when() -> None:
    plan, lead = entries.directive(), entries.unit("Đảng bộ A", committee="Đảng ủy A")
    other = entries.unit("Chi bộ B", "Chi bộ cơ sở")
    kept = plans.save(
        {
            "phase": "during",
            "content": "Đại hội",
            "lead": lead,
            "coordinating": (other,),
            "time": "dự kiến đầu tháng 7/2020",
        },
        plan,
    )
    (item,) = plans.items(plan)
    assert (item.lead, item.coordinating, item.coordinating_ids) == ("Đảng ủy A", ("Chi bộ B",), (other,))
    assert item.time is not None
    assert (item.time.words, item.time.latest) == ("dự kiến đầu tháng 7/2020", date(2020, 7, 10))
    assert plans.get(kept)["phase"] == "during"


def test_lines_go_by_phase_then_by_place() -> None:
    plan = entries.directive()
    for phase in ("after", "", "before", "during", "before"):
        plans.save({"phase": phase, "content": f"Việc {phase}"}, plan)
    assert [item.phase for item in plans.items(plan)] == ["before", "before", "during", "after", ""]
    assert [item.content for item in plans.items(plan, words="during")] == ["Việc during"]


def test_names_are_those_of_the_day() -> None:
    plan, lead = entries.directive(), entries.unit("Chi bộ Cũ", "Chi bộ cơ sở")
    units.rename(lead, {"since": date(2020, 1, 1), "organization": "Chi bộ Mới"})
    plans.save({"content": "Việc", "lead": lead}, plan)
    assert [item.lead for item in plans.items(plan, on=date(2019, 8, 19))] == ["Chi bộ Cũ"]
    assert [item.lead for item in plans.items(plan)] == ["Chi bộ Mới"]


def test_plans_are_the_directives_of_that_type_or_with_lines() -> None:
    plan = entries.directive(92)
    letter = entries.directive(5, type=entries.key("directive_type", "Công văn"))
    entries.directive(6, type=entries.key("directive_type", "Công văn"))
    plans.save({"content": "Việc", "state": "done"}, letter)
    plans.save({"content": "Việc hai"}, letter)
    with counted() as asked:
        rows = plans.rows()
    assert len(asked) == 1
    assert {row.id: (row.items, row.done) for row in rows} == {plan: (0, 0), letter: (2, 1)}
    assert [row.directive.symbol for row in plans.rows("92 kh")] == ["92-KH/ĐUK"]
    assert plans.rows(year=2001) == []
