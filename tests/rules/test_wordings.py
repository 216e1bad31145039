from __future__ import annotations

import re
import tomllib

import pytest

from rules import stages, wordings
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


# Words that only the Party's papers have; what stands between braces is filled in.
OF_PARTY = re.compile(
    r"đồng chí|đảng|chi bộ|cấp ủy|bí thư|ban chấp hành|ban thường vụ|thường trực|đoàn thể|[TK]/[MLT]", re.I
)


@pytest.mark.parametrize("key", [one for one in WORDED if not stages.not_issued(one, "state")])
def test_a_state_body_says_nothing_that_only_the_party_says(key: str) -> None:
    for one in wordings.sentences(key, "state"):
        assert OF_PARTY.search(re.sub(r"\{\{[^{}]*\}\}", "", one.text)) is None, one
        assert problems(one.text, names_of(paper(key).record)) == [], one
        assert respell(one.text, "ủy") == one.text
        assert not re.search(r"(?:^|\n)[IVX]+- ", one.text), one


def test_the_state_words_only_sentences_that_there_are() -> None:
    raw = tomllib.loads(wordings.WORDINGS.read_text(encoding="utf-8"))["state"]
    for key, said in raw.items():
        known, shipped = wordings.worded(key), wordings.sentences(key)
        assert known is not None
        assert not stages.not_issued(key, "state")
        names = {one.key for one in shipped}
        assert set(said) - {"lines"} <= names
        assert set(said.get("lines", {})) <= {line.key for line in known.lines}
        changed = wordings.sentences(key, "state")
        assert [one.key for one in changed] == [one.key for one in shipped]
        assert changed != shipped


@pytest.mark.parametrize(
    ("issuer", "rows"),
    [
        ("Ủy ban nhân dân tỉnh Mẫu", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        ("Sở Nội vụ", ["GIÁM ĐỐC"]),
        ("", ["THỦ TRƯỞNG"]),
    ],
)
def test_who_signs_for_a_state_body_follows_its_name(issuer: str, rows: list[str]) -> None:
    assert wordings.signed(wordings.signer("report", "state"), issuer) == rows
    called = wordings.signed(wordings.signer("invitation", "state"), issuer)
    assert called == [f"TL. {rows[-1]}", "CHÁNH VĂN PHÒNG"]
    party = wordings.signer("report")
    assert wordings.signed(party, issuer) == list(party)
