from __future__ import annotations

from datetime import date

import pytest

from db import units
from db.choices import choices
from tests.db import entries
from tests.db.asked import counted

pytestmark = pytest.mark.usefixtures("office")
TARGETS = (
    "unit", "person", "directive", "directive_type", "meeting", "post", "unit_kind", "meeting_type",
    "audience",
)  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_of_a_form_is_one_question(target: str) -> None:
    entries.person("Lê A")
    entries.directive()
    entries.meeting()
    with counted() as asked:
        found = choices(target)
    assert len(asked) == 1
    assert found
    assert all(isinstance(key, int) and words for key, words in found)


def test_the_words_tell_people_and_documents_apart() -> None:
    person, other = entries.person("Lê A", "Bí thư"), entries.person("Lê A")
    assert choices("person") == [
        (person, "Lê A – Bí thư Đảng ủy Khối các cơ quan tỉnh"),
        (other, "Lê A"),
    ]
    document = entries.directive(subject="về đại hội")
    assert choices("directive") == [(document, "92-KH/ĐUK – về đại hội")]
    meeting = entries.meeting("Hội nghị", day=date(2019, 8, 21))
    assert choices("meeting") == [(meeting, "21/08/2019 – Hội nghị")]


def test_a_closed_unit_and_an_old_code_are_offered_for_their_days_only() -> None:
    kept = entries.unit("Đảng bộ Cũ")
    units.close(kept, date(2025, 1, 1))
    assert kept in dict(choices("unit", date(2019, 1, 1)))
    assert kept not in dict(choices("unit", date(2025, 1, 1)))
    codes = [
        words for _, words in choices("directive_type", date(2018, 6, 1)) if words.startswith("Quy định")
    ]
    assert codes == ["Quy định (QĐi)"]
    assert "Quy định (QĐ)" in dict(choices("directive_type", date(2019, 8, 1))).values()


def test_an_unknown_target_is_our_fault() -> None:
    with pytest.raises(KeyError):
        choices("colour")
