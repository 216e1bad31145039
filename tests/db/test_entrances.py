"""Whatever text comes in, what is kept is NFC and clean: every table, every column of words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest

from db import (
    agenda,
    audiences,
    conclusions,
    holdings,
    invitations,
    numbering,
    papers,
    people,
    settings,
    speeches,
    tasks,
    terms,
    unit_names,
    units,
)
from db.tables import database
from rules import audiences as audience_rules
from rules import directives as directive_rules
from rules import meetings as meeting_rules
from rules import people as people_rules
from rules import terms as term_rules
from rules import units as unit_rules
from rules.fields import Field, Kind
from rules.text import clean
from tests.db import entries

DIRT = unicodedata.normalize("NFD", "Đường") + "\u00a0\u200b\ufeff \u00d0ảng\u0007  \uff21 n\u01cem"
TIDY = "Đường Đảng A năm"
OWN_TABLES = "type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('change', 'journal')"
ANY_WORDS = (Kind.TEXT, Kind.LONG)


def dirty(fields: tuple[Field, ...], **given: Any) -> dict[str, Any]:
    """The dirty words for every field of words that is not given."""
    return {
        field.name: DIRT for field in fields if field.kind in ANY_WORDS and field.name not in given
    } | given


def kept_texts() -> Iterator[tuple[str, str, str]]:
    """Every text of the file with its table and column."""
    ask = database.connection().execute
    for (table,) in list(ask(f"SELECT name FROM sqlite_master WHERE {OWN_TABLES}")):
        columns = [row[1] for row in ask(f"PRAGMA table_info({table})")]
        for row in ask(f"SELECT * FROM {table}"):
            for column, value in zip(columns, row, strict=True):
                if isinstance(value, str):
                    yield table, column, value


def fill() -> None:
    """The same dirty words into every form that takes words."""
    words = dict.fromkeys(("place_name", "term", "secretary", "chief", "clerk"), DIRT)
    settings.save_office(settings.values() | words)
    kind = entries.key("unit_kind", "Đảng bộ cơ sở")
    unit = units.save(dirty(unit_rules.FIELDS, kind=kind))
    unit_names.rename(unit, dirty(unit_rules.RENAME_FIELDS, since="1/1/2020"))
    terms.save(dirty(term_rules.FIELDS, since="1/1/2020", until="1/1/2025"), unit)
    person = people.save(dirty(people_rules.FIELDS, card_number=""))
    post = entries.key("post", "Bí thư")
    holdings.save(dirty(people_rules.HOLDING_FIELDS, post=post, unit=unit), person)
    audiences.save(dirty(audience_rules.FIELDS))
    directive = entries.directive(**dirty(directive_rules.FIELDS, issuer_code="ĐUK"))
    meeting = entries.meeting(**dirty(meeting_rules.FIELDS))
    agenda.save(dirty(meeting_rules.AGENDA_FIELDS), meeting)
    speeches.save(dirty(meeting_rules.SPEECH_FIELDS), meeting)
    conclusion = conclusions.save(dirty(meeting_rules.CONCLUSION_FIELDS), meeting)
    tasks.save(dirty(meeting_rules.TASK_FIELDS), conclusion=conclusion)
    invitations.save(dirty(meeting_rules.INVITATION_FIELDS, person=person), meeting)
    signed = papers.Signed(DIRT, DIRT, None, DIRT)
    prose = {
        "sections": {"opening": DIRT},
        "signatures": (signed,),
        "recipients": (DIRT,),
        "place_name": DIRT,
    }
    papers.save("minutes", meeting, prose)
    numbering.reserve(numbering.series_for("plan", directive), DIRT)


@pytest.mark.usefixtures("office")
def test_every_form_keeps_nothing_but_clean_words() -> None:
    fill()
    kept = [line for line in kept_texts() if not line[1].endswith("_key")]  # made of words, no words
    tables = {table for table, _, value in kept if "năm" in value}
    assert {"unit", "unit_name", "person", "holding", "directive", "meeting", "setting", "task"} <= tables
    assert {
        "agenda_item",
        "speech",
        "conclusion",
        "paper_section",
        "signature",
        "recipient",
        "term",
    } <= tables
    unclean = [line for line in kept if clean(line[2], lines=True) != line[2]]
    assert unclean == []
    assert sum(value == TIDY for _, _, value in kept) > 30
