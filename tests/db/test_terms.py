from __future__ import annotations

from datetime import date

import pytest

from db import history, settings, terms
from rules.trouble import Refused
from tests.db import entries

pytestmark = pytest.mark.usefixtures("office")


def own() -> int:
    return settings.own_unit() or 0


def test_terms_come_back_the_oldest_first() -> None:
    new = terms.save({"name": "2020 - 2025", "ordinal": "V", "since": "4/7/2020"}, own())
    old = terms.save({"name": "2015 - 2020"}, own())
    assert [(row.id, row.name, row.ordinal, row.since) for row in terms.rows(own())] == [
        (old, "2015 - 2020", "", None),
        (new, "2020 - 2025", "V", date(2020, 7, 4)),
    ]
    terms.save({"until": date(2025, 1, 31)}, own(), new)
    assert terms.get(new) == {
        "name": "2020 - 2025", "ordinal": "V", "since": date(2020, 7, 4), "until": date(2025, 1, 31),
    }  # fmt: skip
    assert history.undo_label() == "Sửa nhiệm kỳ 2020 - 2025"


def test_the_office_is_named_with_the_term_of_the_day() -> None:
    assert settings.office(date(2019, 8, 21)).term == "2015 - 2020"  # as typed at the first start
    terms.save({"name": "khóa I", "since": date(2015, 6, 16)}, own())
    terms.save({"name": "khóa II", "since": date(2020, 7, 4), "until": date(2025, 1, 31)}, own())
    days = (date(2019, 8, 21), date(2020, 7, 3), date(2020, 7, 4))
    assert [settings.office(day).term for day in days] == ["khóa I", "khóa I", "khóa II"]
    assert terms.name_on(own(), date(2025, 2, 1)) == ""


def test_two_terms_of_one_unit_do_not_share_a_day() -> None:
    old = terms.save({"name": "2015 - 2020", "since": date(2015, 6, 16), "until": date(2020, 7, 3)}, own())
    with pytest.raises(Refused, match="Trùng ngày với nhiệm kỳ 2015 - 2020"):
        terms.save({"name": "2020 - 2025", "since": date(2020, 7, 3)}, own())
    with pytest.raises(Refused, match="trước ngày bắt đầu"):
        terms.save({"until": date(2015, 1, 1)}, own(), old)
    above = settings.parent_of(own()) or 0
    assert terms.save({"name": "2015 - 2020", "since": date(2015, 6, 16)}, above)


def test_a_term_goes() -> None:
    term = terms.save({"name": "2015 - 2020"}, own())
    terms.delete([term])
    assert terms.rows(own()) == []
    assert history.undo_label() == "Xóa nhiệm kỳ 2015 - 2020"


def test_a_new_term_begins_with_the_congress_that_is_kept() -> None:
    assert terms.proposed(own()) == {}
    entries.meeting(day=date(2020, 6, 1))
    assert terms.proposed(own()) == {}, "no congress"
    kind = entries.key("meeting_type", "Đại hội đại biểu")
    entries.meeting("Đại hội", type=kind, organiser=own(), day=date(2020, 7, 3), ordinal="V")
    entries.meeting("Đại hội khác", type=kind, organiser=settings.parent_of(own()), day=date(2025, 9, 1))
    assert terms.proposed(own()) == {"since": date(2020, 7, 4), "ordinal": "V"}
    terms.save({"name": "2020 - 2025", "since": date(2020, 7, 4)}, own())
    assert terms.proposed(own()) == {}, "the term of that congress is there"
    entries.meeting("Đại hội", type=kind, organiser=own(), day=date(2026, 6, 30), ordinal="VI")
    assert terms.proposed(own()) == {"since": date(2026, 6, 30), "ordinal": "VI"}
