from __future__ import annotations

from datetime import date

import pytest

from db import history, name_order, people, settings
from db.tables import Person
from db.values import lines
from rules import precedence
from rules.facts import Attendee
from rules.names import DICTIONARY, SOFTWARE, sort_key
from rules.office import TONES
from rules.trouble import Refused
from tests.db import entries

pytestmark = pytest.mark.usefixtures("office")

DICTIONARY_ORDER = ["Lê Lan", "Lê Làn", "Lê Lản", "Lê Lán"]
SOFTWARE_ORDER = ["Lê Lan", "Lê Làn", "Lê Lán", "Lê Lản"]


@pytest.fixture(autouse=True)
def _people(office: None) -> None:
    for name in DICTIONARY_ORDER:
        entries.person(name)


def shown() -> list[str]:
    return [row.full_name for row in people.rows()]


def choose(tones: str) -> None:
    settings.save_office({**settings.values(), TONES: tones})


def test_a_new_file_lists_names_as_dictionaries_do() -> None:
    assert settings.values()[TONES] == name_order.tones() == DICTIONARY
    assert shown() == DICTIONARY_ORDER


def test_the_other_order_rewrites_every_list_in_one_change() -> None:
    choose(SOFTWARE)
    assert shown() == SOFTWARE_ORDER
    assert history.undo_label() == "Sửa thông tin cơ quan"
    history.undo()
    assert shown() == DICTIONARY_ORDER
    assert name_order.tones() == DICTIONARY
    history.redo()
    assert shown() == SOFTWARE_ORDER


def test_names_added_and_mended_later_follow_the_order() -> None:
    choose(SOFTWARE)
    entries.person("Lê Lãn")
    people.save({"full_name": "Lê Lạn"}, people.rows("Lê Lan")[0].id)
    assert shown() == ["Lê Làn", "Lê Lán", "Lê Lản", "Lê Lãn", "Lê Lạn"]
    assert all(
        key == sort_key(name, SOFTWARE)
        for name, key in lines(Person.select(Person.full_name, Person.sort_key))
    )
    choose(DICTIONARY)
    assert shown() == ["Lê Làn", "Lê Lản", "Lê Lãn", "Lê Lán", "Lê Lạn"]


def test_papers_list_equals_in_the_order_of_the_office() -> None:
    choose(SOFTWARE)
    everyone = people.named((row.id for row in people.rows()), date(2019, 8, 21)).values()
    listed = sorted((Attendee(person) for person in everyone), key=precedence.order)
    assert [attendee.person.name for attendee in listed] == SOFTWARE_ORDER


def test_saving_the_office_as_it_is_touches_nobody() -> None:
    before = history.undo_label()
    choose(DICTIONARY)
    assert history.undo_label() in (before, "Sửa thông tin cơ quan")
    assert shown() == DICTIONARY_ORDER


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(Refused, match="Hãy chọn một trong"):
        choose("abc")
    assert name_order.tones() == DICTIONARY


def test_names_are_mended_on_request_as_one_change() -> None:
    ids = [entries.person(name) for name in ("đ/c NGUYỄN văn hoà", "H'HEN NIÊ", "Bùi An")]
    assert people.mend_names(ids) == 2
    assert [people.get(each)["full_name"] for each in ids] == ["Nguyễn Văn Hoà", "H'Hen Niê", "Bùi An"]
    assert people.rows("niê")[0].full_name == "H'Hen Niê"
    assert history.undo_label() == "Sửa cách viết họ tên: 2 đại biểu"
    history.undo()
    assert [people.get(each)["full_name"] for each in ids] == ["đ/c NGUYỄN văn hoà", "H'HEN NIÊ", "Bùi An"]
    assert people.mend_names([ids[2]]) == 0
