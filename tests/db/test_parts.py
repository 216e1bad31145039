from __future__ import annotations

from typing import Any

import pytest

from db import agenda, conclusions, history, plans, speeches, tasks
from rules.trouble import Refused
from tests.db import entries

pytestmark = pytest.mark.usefixtures("office")


@pytest.mark.parametrize("subject", [agenda, speeches, conclusions, plans])
def test_parts_stand_in_order_and_move(subject: Any) -> None:
    owner = entries.directive() if subject is plans else entries.meeting()
    text = "title" if subject is agenda else "content"
    ids = [subject.save({text: f"Mục {number}"}, owner) for number in (1, 2, 3)]
    rows = subject.items if subject is plans else subject.rows
    subject.move(ids[2], -1)
    assert [row.id for row in rows(owner)] == [ids[0], ids[2], ids[1]]
    subject.move(ids[0], -1)
    assert [row.id for row in rows(owner)] == [ids[0], ids[2], ids[1]]
    subject.save({text: "Mục mới"}, owner, ids[2])
    assert subject.get(ids[2])[text] == "Mục mới"
    before = history.digest()
    subject.delete(ids[:2])
    assert [row.id for row in rows(owner)] == [ids[2]]
    history.undo()
    assert history.digest() == before


def test_an_agenda_item_has_several_documents_in_their_order() -> None:
    meeting = entries.meeting()
    first, second = entries.directive(92), entries.directive(93)
    item = agenda.save({"title": "Quán triệt", "starts": "8h", "directives": (second, first)}, meeting)
    assert agenda.get(item)["directives"] == (second, first)
    assert agenda.rows(meeting)[0].directives == ("93-KH/ĐUK", "92-KH/ĐUK")
    agenda.save({"directives": (first, second)}, meeting, item)
    assert agenda.rows(meeting)[0].directive_ids == (first, second)
    agenda.save({"directives": ()}, meeting, item)
    assert agenda.rows(meeting)[0].directives == ()


def test_an_empty_part_is_refused() -> None:
    with pytest.raises(Refused, match="Nội dung"):
        agenda.save({"title": "  "}, entries.meeting())


def test_a_speech_outlives_its_speaker() -> None:
    meeting, person = entries.meeting(), entries.person("Lê A")
    kept = speeches.save({"person": person, "content": "Ý kiến\nhai dòng"}, meeting)
    row = speeches.rows(meeting)[0]
    assert (row.id, row.person, row.content) == (kept, "Lê A", "Ý kiến\nhai dòng")


def test_a_conclusion_says_its_documents_and_counts_its_tasks() -> None:
    meeting, article = entries.meeting(), entries.key("directive_type", "Bài viết")
    document = entries.directive(None, type=article)
    kept = conclusions.save({"content": "Kết luận", "directives": (document,)}, meeting)
    tasks.save({"content": "Việc"}, conclusion=kept)
    (row,) = conclusions.rows(meeting)
    assert (row.directives, row.tasks) == (("Bài viết",), 1)
    assert conclusions.hanging([kept]) == ["1 nhiệm vụ sẽ bị xóa theo."]
