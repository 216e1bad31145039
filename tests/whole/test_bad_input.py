"""Bad values and texts through every form into every paper: one plain sentence, nothing lost."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from lxml import etree

import main
import rules
import rules.papers
from db import (
    audiences,
    choices,
    disk,
    file,
    history,
    invitations,
    meetings,
    papers,
    people,
    plans,
    settings,
    tasks,
    units,
)
from db.history import digest
from db.tables import CONTENT, columns, database
from gui import demo
from papers import docx_file, xlsx_file
from rules.dates import parse_vague
from rules.fields import Field, Kind, tidy
from rules.text import clean
from tests.db import entries
from tests.whole.demo import forget, words_of_docx
from tests.whole.forms import Form, forms
from tests.whole.office import Ids, fill
from tests.whole.said import is_plain, refused, untouched

TYPED = {
    "NFD": unicodedata.normalize("NFD", "Đảng bộ Sở Y tế Thuỷ Nguyễn"),
    "control": "Chi\x00 bộ\x07 \x1bsố\x7f 1\u200b\ufeff",
    "emoji": "Chi bộ 🏛️👩🏽‍💼 số 1",
    "mixed": unicodedata.normalize("NFD", "Bộ\x00 Thuỷ\x1b 🏛️\u200b Ổn\x07"),
    "markup": "<b>A & B</b> \"C\" 'D' ]]> &amp;",
    "command": "=CMD|' /C calc'!A0",
    "plus": "+1",
    "minus": "-1",
    "at": "@x",
    "sum": "=SUM(A1:A9)",
    "link": '=HYPERLINK("x";"y")',
    "tab": "\t=1+1",
    "quotes": "“’‘”",
    "sql": "'; DROP TABLE unit; --",
}
STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff]")
TEXTS = (Kind.TEXT, Kind.LONG)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Ids]:
    """The small office in memory, to copy from."""
    file.open_memory()
    ids = fill()
    kept = disk.connect(":memory:")
    database.connection().backup(kept)
    forget()
    return kept, ids


@pytest.fixture
def office(small: tuple[Any, Ids]) -> Iterator[Ids]:
    file.open_memory()
    small[0].backup(database.connection())
    yield small[1]
    forget()


# -- values of every field of every form

FORMS_OF = (
    "units",
    "people",
    "directives",
    "meetings",
    "plans",
    "office",
    "audiences",
    "terms",
    "paper_fields",
)
EVERY = {
    f"{name}.{constant}": value
    for name in FORMS_OF
    for constant, value in vars(__import__(f"rules.{name}", fromlist=["*"])).items()
    if constant.endswith("FIELDS")
}
SAME = {"plans.FIELDS": "plans.ITEM_FIELDS"}
ONLY_LINKS = {"audiences.RULE_FIELDS"}  # chosen, never typed; kept as Rule by audiences.save
NAMES = [name for name in EVERY if name not in SAME and name not in ONLY_LINKS]


FORMS = pytest.mark.parametrize("name", NAMES)


def test_every_form_is_tried(office: Ids) -> None:
    assert set(forms(office)) == set(NAMES)
    assert all(form.fields is EVERY[name] for name, form in forms(office).items())
    assert all(field.kind in (Kind.LINK, Kind.LINKS) for name in ONLY_LINKS for field in EVERY[name])


def changed(form: Form, field: Field, value: Any) -> dict[str, Any]:
    """The form as it stands with one value of it changed."""
    kept = form.get()
    return {one.name: kept[one.name] for one in form.fields} | {field.name: value}


def fields_of(form: Form, *kinds: Kind) -> list[Field]:
    return [field for field in form.fields if field.kind in kinds]


@FORMS
def test_an_impossible_day_is_refused_in_every_field(name: str, office: Ids) -> None:
    form = forms(office)[name]
    with untouched():
        for field in fields_of(form, Kind.DATE, Kind.VAGUE):
            for typed in ("31/02/2020", "00/13/2019", "30-2-2020"):
                values = changed(form, field, typed)
                assert "Không có" in form.wrong(values)[field.name]
                assert "Không có" in refused(lambda values=values: form.save(values))  # type: ignore[misc]


@FORMS
def test_what_is_no_clock_number_or_choice_is_refused_in_every_field(name: str, office: Ids) -> None:
    form = forms(office)[name]
    with untouched():
        for field in fields_of(form, Kind.TIME, Kind.INT, Kind.CHOICE):
            for typed in ("25:61", "-7", "=1+1", "🏛️"):
                values = changed(form, field, typed)
                assert is_plain(form.wrong(values)[field.name])
                refused(lambda values=values: form.save(values))  # type: ignore[misc]


@FORMS
def test_ten_thousand_characters_are_kept_whole_or_refused(name: str, office: Ids) -> None:
    form = forms(office)[name]
    for field in fields_of(form, *TEXTS):
        for size in (10_000, field.most, field.most + 1):
            values = changed(form, field, "7" * size)
            if size > field.most:
                assert str(size) in refused(lambda values=values: form.save(values))  # type: ignore[misc]
            else:
                form.save(values)
                assert form.get()[field.name] == "7" * size
    assert file.check() == []


@FORMS
@pytest.mark.parametrize("kind", ["mixed", "markup", "command"])
def test_awkward_text_is_kept_clean_and_whole(name: str, kind: str, office: Ids) -> None:
    form, typed = forms(office)[name], TYPED[kind]
    filled = {field.name: field for field in fields_of(form, *TEXTS) if len(clean(typed)) <= field.most}
    filled.pop("card_number", None)  # takes figures only
    there = {field.name: form.get()[field.name] for field in form.fields}
    form.save(there | dict.fromkeys(filled, typed))
    kept = form.get()
    for key, field in filled.items():
        assert kept[key] == clean(typed, lines=field.kind is Kind.LONG)
    all_is_clean()


def all_is_clean() -> None:
    """Every text in the file is NFC and without control characters but line ends."""
    for table in CONTENT:
        texts = [name for name in columns(table) if name != "sort_key"]  # its parts stand between signs
        rows = table.select(*(getattr(table, name.removesuffix("_id")) for name in texts)).tuples()
        said = "\n".join(value for row in rows for value in row if isinstance(value, str))
        assert unicodedata.is_normalized("NFC", said)
        assert not STRANGE.search(said)


def test_words_beside_the_fields_are_kept_clean_too(office: Ids) -> None:
    """Feet and prose of papers, settings."""
    typed = TYPED["NFD"] + "\x07"
    values = {"sections": {"press": typed}, "recipients": [typed], "signatures": [(typed, typed, None)]}
    papers.save("minutes", office.meeting, {**values, "place_name": typed})
    settings.put("term", typed)
    all_is_clean()


def value_of(field: Field, ids: dict[str, list[int]]) -> st.SearchStrategy[Any]:
    """Anything a form may hand over for the field: typed words or read values."""
    text = st.text(st.characters(codec="utf-8"), max_size=40)
    kinds: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.TEXT: text,
        Kind.LONG: text,
        Kind.INT: st.none() | st.integers(max(field.least, 1), min(field.most or 9, 99_999)),
        Kind.BOOL: st.booleans(),
        Kind.DATE: st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        Kind.VAGUE: st.sampled_from(
            [None, "1965", "8/2019", "trước 30/6/2020", "quý II/2020", "khi có chỉ đạo", "21/8/2019"]
        ).map(lambda words: words and parse_vague(words)),
        Kind.TIME: st.sampled_from(["", "7h30", "14:05", "8 giờ"]),
        Kind.CHOICE: st.sampled_from([choice.key for choice in field.choices] or [""]),
        Kind.LINK: st.sampled_from([None, *ids.get(field.target, [])]),
        Kind.LINKS: st.lists(st.sampled_from(ids.get(field.target, [0])), unique=True, max_size=3).map(tuple),
    }
    return kinds[field.kind]


@pytest.mark.parametrize("name", NAMES)
@trying(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_was_tidied_is_kept_and_saving_again_changes_nothing(
    name: str, office: Ids, data: st.DataObject
) -> None:
    form = forms(office)[name]
    ids = {field.target: known(field.target, office) for field in form.fields if field.target}
    drawn = {field.name: data.draw(value_of(field, ids), field.name) for field in form.fields}
    there = changed(form, form.fields[0], form.get()[form.fields[0].name])
    values = there | {key: value for key, value in drawn.items() if key not in form.fixed}
    for key in form.wrong(tidy(form.fields, values)):
        values[key] = there[key]
    if form.wrong(tidy(form.fields, values)):  # what stood there does not go with the rest
        values = there
    form.save(values)
    tidied = tidy(form.fields, values)
    kept = form.get()
    assert {key: unordered(key, kept[key]) for key in tidied} == {
        key: unordered(key, value) for key, value in tidied.items()
    }
    before, lines = digest(), history.recent(1)
    form.save({key: kept[key] for key in tidied})
    form.save(values)
    assert (digest(), history.recent(1)) == (before, lines)


def known(target: str, ids: Ids) -> list[int]:
    """What a link may hold: no unit under itself, nobody twice in a list of called people."""
    if target == "person":
        return list(ids.people[4:])
    found = [key for key, _ in choices.choices(target)]
    return [key for key in found if target != "unit" or key != ids.below][:6]


def unordered(key: str, value: Any) -> Any:
    """People of a group are a set."""
    return set(value) if key == "people" else value


# -- from the form into lists and papers


# Papers that name everyone who is called, every unit or every document.
OF_PEOPLE = (
    "minutes", "plan", "delegates", "delegates_units", "delegates_rank", "call_list", "attendance",
    "invitation_people", "summons", "units", "people", "directives",
)  # fmt: skip


def test_awkward_names_reach_every_paper_as_words(office: Ids, tmp_path: Path) -> None:
    called = [name_everything(office, typed) for typed in TYPED.values()]
    wanted = [clean(typed) for typed in TYPED.values()]
    audiences.save({"name": TYPED["command"], "people": called}, office.groups[0])
    meetings.save({"title": TYPED["sum"], "place": TYPED["plus"]}, office.meeting)
    for paper in rules.papers.PAPERS:
        for record in demo.records(paper):
            document = main.compose(paper.key, record)
            word, sheet = tmp_path / "a.docx", tmp_path / "a.xlsx"
            docx_file.write(document, word)
            said = cells = "\n".join(words_of_docx(word))
            if document.sheets:
                xlsx_file.write(document, sheet)
                cells = "\n".join(cells_of(sheet))
            if paper.key in OF_PEOPLE:
                assert not [words for words in wanted if words not in said or words not in cells]
            assert docx_file.read(word).sections


def name_everything(ids: Ids, typed: str) -> int:
    """A unit, its secretary, a directive, a task, a line of the plan with this name; the person's id."""
    unit = entries.unit(typed, committee=typed, short=typed, symbol=typed[:20])
    person = people.save({"full_name": typed, "phone": typed, "ethnic_group": typed})
    entries.hold(person, "Bí thư", unit)
    entries.directive(None, subject=typed, issuer=unit, organ=typed, issuer_code=typed[:20])
    invitations.add(ids.meeting, [person])
    tasks.save({"content": typed, "lead_words": typed}, conclusion=ids.conclusions[0])
    plans.save({"content": typed, "lead": unit, "product": typed}, ids.papers[1])
    assert unit in [row.id for row in units.rows(clean(typed))]
    assert person in [row.id for row in people.rows(clean(typed))]
    return person


def cells_of(path: Path) -> list[str]:
    """The words of every cell, after a look at how each is kept: as words or a number, never a formula."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    found = []
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name]
        assert "xl/sharedStrings.xml" not in archive.namelist()
        for name in archive.namelist():
            if not name.startswith("xl/worksheets/"):
                continue
            root = etree.fromstring(archive.read(name))
            assert not list(root.iter(f"{space}f"))
            for cell in root.iter(f"{space}c"):
                kind = cell.get("t", "n")
                assert kind in ("inlineStr", "n"), kind
                value = cell.findtext(f"{space}v")
                if kind == "n":
                    assert value is None or re.fullmatch(r"-?\d+(\.\d+)?", value)
                else:
                    found.append("".join(part.text or "" for part in cell.iter(f"{space}t")))
    return found
