"""What stands in the form of a paper, and what of it is handed over to be kept."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from db import facts, papers
from db.papers import Signed
from gui.desk import fields
from rules import wordings
from rules.facts import Meeting
from rules.papers import MEETING, Paper, paper, papers_of
from tests.gui.workspace.samples import Conference

KEPT: dict[str, Any] = {
    "number": None, "signed": None, "sections": {},
    "signatures": (Signed("T/M BAN THƯỜNG VỤ", "BÍ THƯ", None, "Lê An"), Signed("B"), Signed("C", "", 7)),
    "recipients": ("Như trên",),
}  # fmt: skip


def meeting(made: Conference, key: str) -> Meeting:
    known = facts.gather(key, made.meeting)
    assert isinstance(known, Meeting)
    return known


def changed(**values: Any) -> dict[str, Any]:
    """What is handed over when exactly these fields were changed."""
    before = {
        "signed": None, "recipients": "Như trên", "subject": "", "own_reasons": "",
        "authority_1": "T/M BAN THƯỜNG VỤ", "post_1": "BÍ THƯ", "person_1": None, "authority_2": "B",
        "post_2": "", "person_2": None,
    }  # fmt: skip
    return fields.given(before, {**before, **values}, KEPT, set(before))


def test_only_what_was_changed_is_handed_over() -> None:
    assert changed() == {}
    assert changed(signed=date(2019, 8, 22)) == {"signed": date(2019, 8, 22)}
    assert changed(subject="về hội nghị") == {"sections": {"subject": "về hội nghị"}}
    assert changed(own_reasons="Theo kế hoạch") == {"sections": {"reasons": "Theo kế hoạch"}}
    assert changed(recipients="A\n\n B \n") == {"recipients": ("A", " B ")}


def test_signatures_go_whole_with_what_they_hold_beside() -> None:
    assert changed(post_1="PHÓ BÍ THƯ") == {
        "signatures": (
            Signed("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", None, "Lê An"), Signed("B"), Signed("C", "", 7)
        )
    }  # fmt: skip


def test_a_post_alone_is_kept_as_typed() -> None:
    """Who signs may be settled later; what was typed is not dropped."""
    assert changed(authority_1="", post_1="CHÁNH VĂN PHÒNG")["signatures"][0] == Signed(
        "", "CHÁNH VĂN PHÒNG", None, "Lê An"
    )


def test_an_emptied_block_goes_and_those_behind_stay() -> None:
    assert [one.authority for one in changed(authority_2="")["signatures"]] == ["T/M BAN THƯỜNG VỤ", "C"]


@pytest.mark.parametrize("one", papers_of(MEETING), ids=lambda one: one.key)
def test_every_field_of_a_paper_stands_in_its_layout_once(made: Conference, one: Paper) -> None:
    known = meeting(made, one.key)
    parts = fields.layout(one, known, "PARTY-2018")
    for declared, columns in ((parts.main, parts.columns), (parts.marks, parts.mark_columns)):
        placed = [name for column in columns for section in column for name in section.names]
        assert sorted(placed) == sorted(field.name for field in declared)
    names = {field.name for field in (*parts.main, *parts.prose)}
    assert ("number" in names) == bool(one.type_code)
    found = wordings.worded(one.key)
    own = {line.key for line in found.lines if line.own} if found and one.key != "minutes" else set()
    assert {name.removeprefix("own_") for name in names if name.startswith("own_")} == own


def test_what_would_be_printed_is_told_in_the_words_of_this_meeting(made: Conference) -> None:
    usual = fields.layout(paper("invitation"), meeting(made, "invitation"), "PARTY-2018").usual
    assert "{{" not in "".join(usual.values())
    assert "Chỉ thị số 35-CT/TW" in usual["subject"]
    assert usual["place_name"] == "Mẫu"


def test_recipients_are_shown_as_they_print(made: Conference) -> None:
    kept = papers.get("invitation", made.meeting)
    assert any("{{" in line for line in kept["recipients"])
    assert "{{" not in fields.shown(kept, meeting(made, "invitation"))["recipients"]


@pytest.mark.parametrize("key", ["delegates", "minutes", "notice"])
def test_the_size_of_the_sheet_is_asked_for_letters_only(made: Conference, key: str) -> None:
    assert "sheet" not in {
        one.name for one in fields.layout(paper(key), meeting(made, key), "PARTY-2018").marks
    }
    letter = fields.layout(paper("invitation_people"), meeting(made, "invitation_people"), "PARTY-2026")
    assert "sheet" in {one.name for one in letter.marks}


def test_forms_offered_are_those_of_the_family(made: Conference) -> None:
    marks = fields.layout(paper("notice"), meeting(made, "notice"), "PARTY-2018").marks
    offered = next(one for one in marks if one.name == "form").choices
    assert [choice.key for choice in offered][0] == ""
    assert all(not choice.key or choice.key.startswith("PARTY") for choice in offered)
