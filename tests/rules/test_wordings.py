from __future__ import annotations

import pytest

from rules import wordings
from rules.marker_names import names_of
from rules.markers import problems
from rules.papers import PAPERS, paper
from rules.text import respell

CALLS = (
    "submission", "invitation", "invitation_units", "invitation_people", "summons", "summons_notice",
    "summons_circular", "letter", "agenda",
)  # fmt: skip
WORDED = [entry.key for entry in PAPERS if wordings.worded(entry.key)]


@pytest.mark.parametrize("key", WORDED)
def test_every_shipped_sentence_names_fields_that_exist(key: str) -> None:
    names = names_of(paper(key).record)
    for one in wordings.sentences(key):
        assert problems(one.text, names) == [], one


@pytest.mark.parametrize("key", WORDED)
def test_every_sentence_of_a_paper_has_a_key_and_a_label_of_its_own(key: str) -> None:
    found = wordings.sentences(key)
    assert len({one.key for one in found}) == len(found)
    assert len({one.label for one in found}) == len(found)
    assert all(one.label[:1].isupper() for one in found)
    assert all(one.own or one.text for one in found)
    assert all(one.own for one in found if one.optional)


@pytest.mark.parametrize("key", WORDED)
def test_shipped_sentences_are_spelled_one_way_and_never_end_with_the_mark_of_the_state(key: str) -> None:
    for one in wordings.sentences(key):
        assert respell(one.text, "ủy") == one.text
        assert "./." not in one.text


@pytest.mark.parametrize("key", CALLS)
def test_the_papers_that_call_a_meeting_have_their_wording(key: str) -> None:
    found = wordings.worded(key)
    assert found is not None
    assert found.subject
    assert found.lines
    assert bool(found.addressees) == (paper(key).type_code in ("CV", "TTr"))  # nobody else is addressed
    if key != "agenda":  # an appendix: neither sent nor signed by itself
        assert found.recipients[-1].startswith("Lưu ")
        assert found.signer[0].startswith(("T/L ", "T/M "))
        assert [one.key for one in found.lines][-1] == "closing"
        assert found.lines[-1].text.endswith(".")


def test_recipients_and_signer_of_a_paper_and_of_one_without_wording() -> None:
    assert wordings.signer("invitation") == ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG")
    assert wordings.recipients("letter")[0] == "Như trên"
    assert wordings.signer("units") == wordings.recipients("units") == wordings.sentences("units") == ()
    assert wordings.worded("units") is None


def test_the_clerk_sees_every_text_of_a_paper_in_the_order_of_the_page() -> None:
    keys = [one.key for one in wordings.sentences("letter")]
    assert keys[:2] == ["subject", "addressees"]
    assert keys[-2:] == ["recipients", "signer"]
    (reason,) = [one for one in wordings.sentences("submission") if one.key == "reason"]
    assert (reason.label, reason.text, reason.own, reason.optional) == (
        "Sự cần thiết", "1. Sự cần thiết:", True, False,
    )  # fmt: skip
