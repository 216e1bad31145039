"""What is stored is printed as it is: a name that looks like a field is never read as one."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from papers import catalogue, docx_file, template
from papers.template import fields
from rules import markers
from rules.dates import VagueDate
from rules.facts import Marks, Meeting, Plan
from rules.papers import COPY, MEETING, PAPERS, ROWS, paper
from tests.papers import held_samples, samples
from tests.papers.word_files import lines

ASKED = [entry.key for entry in PAPERS if entry.record != ROWS and entry.key != COPY]
HOSTILE = "{{Địa_điểm}}«Chủ_trì»{{Chỉ_khi:Đại_biểu}}{%x%}{{"
PLAIN = "qq"
# Chosen from a list, or read as fields by design: what a clerk types for one paper, the office's wording.
KEPT = {
    "sections", "recipients", "wording", "state", "phase", "kind", "part_of_day", "starts", "ends", "came",
    "family", "form", "spelling", "type_code", "sex", "symbol", "type_name",
}  # fmt: skip


def marked(value: Any, sign: str, name: str = "") -> Any:
    """The facts with `sign` behind every word that somebody typed."""
    if name in KEPT or isinstance(value, (date, VagueDate, Marks)):
        return value
    if isinstance(value, str):
        return f"{value.rstrip('.')} {sign}".strip() if value else value
    if isinstance(value, tuple):
        return tuple(marked(one, sign, name) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        found = {
            one.name: marked(getattr(value, one.name), sign, one.name) for one in dataclasses.fields(value)
        }
        return dataclasses.replace(value, **found)
    return value


def facts_of(key: str, sign: str) -> Meeting | Plan:
    facts: Meeting | Plan = samples.plan()
    if paper(key).record == MEETING:
        facts = dataclasses.replace(
            held_samples.held(12), planned=held_samples.WINDOWS, filed=(held_samples.NOTICE,)
        )
    made = marked(facts, sign)
    assert isinstance(made, (Meeting, Plan))
    return made


def bare(data: bytes) -> str:
    return re.sub(r"\s", "", "".join(lines(data))).casefold()


def replaced(words: str) -> str:
    return words.replace(re.sub(r"\s", "", HOSTILE).casefold(), PLAIN)


@pytest.mark.parametrize("key", ASKED)
def test_our_papers_print_every_stored_value_as_it_is(key: str) -> None:
    said = bare(docx_file.to_bytes(catalogue.compose(key, facts_of(key, HOSTILE))))
    plain = bare(docx_file.to_bytes(catalogue.compose(key, facts_of(key, PLAIN))))
    assert replaced(said) == plain
    assert PLAIN in plain


@pytest.mark.parametrize(
    "key", ["minutes", "notice", "invitation_people", "plan", "news", "call_list", "file_index"]
)
def test_the_office_s_file_prints_every_stored_value_as_it_is(key: str, tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(template.start(key, facts_of(key, PLAIN)))
    facts = facts_of(key, HOSTILE)
    each = fields.values(key, facts)
    data = template.fill_serial(path, each) if template.is_serial(key) else template.fill(path, each[0])
    assert bare(data) == bare(docx_file.to_bytes(catalogue.compose(key, facts)))


@pytest.mark.parametrize("name", [HOSTILE, "{{{Tên}}}", "{{}}", "}}{{", "Đảng ủy A"])
def test_a_harmless_value_holds_no_marker(name: str) -> None:
    made = markers.harmless(name)
    assert "{{" not in made
    assert "}}" not in made
    assert re.sub(r"\s", "", made) == re.sub(r"\s", "", name)
    assert list(markers.markers(f"Lưu {{{{Cấp ủy}}}} {made}")) == list(markers.markers("Lưu {{Cấp ủy}}"))
