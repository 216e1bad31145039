from __future__ import annotations

import re
from datetime import date

import pytest

from db import refusals
from db.history import change
from db.migrations import SCHEMA_1
from db.tables import CONTENT, TABLES, Person, Unit, UnitKind, UnitName, columns, database, table_name
from rules.trouble import Refused

pytestmark = pytest.mark.usefixtures("store")


def test_every_table_of_the_file_has_a_model() -> None:
    rows = database.execute_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    assert {row[0] for row in rows} == {table_name(table) for table in TABLES}


@pytest.mark.parametrize("table", TABLES, ids=table_name)
def test_columns_and_not_null_are_those_of_the_file(table) -> None:
    kept = [
        (row[1], bool(row[3]) or bool(row[5]), row[2])
        for row in database.execute_sql(f'PRAGMA table_info("{table_name(table)}")')
    ]
    declared = [
        (field.column_name, not field.null, "TEXT" if field.field_type == "TEXT" else "INTEGER")
        for field in table._meta.sorted_fields
    ]
    assert sorted(kept) == sorted(declared)


@pytest.mark.parametrize("table", TABLES, ids=table_name)
def test_links_are_those_of_the_file(table) -> None:
    kept = {
        (row[3], row[2], row[6])
        for row in database.execute_sql(f'PRAGMA foreign_key_list("{table_name(table)}")')
    }
    declared = {
        (field.column_name, field.rel_model._meta.table_name, field.on_delete or "NO ACTION")
        for field in table._meta.refs
    }
    assert kept == declared


@pytest.mark.parametrize("table", CONTENT, ids=table_name)
def test_defaults_are_those_of_the_file(table) -> None:
    kept = {
        row[1]: row[4].strip("'")
        for row in database.execute_sql(f'PRAGMA table_info("{table_name(table)}")')
        if row[4] is not None
    }
    declared = {
        field.column_name: str(int(field.default) if field.default is False else field.default)
        for field in table._meta.sorted_fields
        if field.default is not None
    }
    assert kept == declared


def test_every_link_has_an_index() -> None:
    missing = []
    for table in CONTENT:
        tab = table_name(table)
        indexes = database.execute_sql(f'PRAGMA index_list("{tab}")').fetchall()
        led = {database.execute_sql(f'PRAGMA index_info("{row[1]}")').fetchone()[2] for row in indexes}
        missing += [
            (tab, f.column_name, table_name(f.rel_model))
            for f in table._meta.refs
            if f.column_name not in led
        ]
    # small catalogues, a dozen rows each: a look through the table is as quick
    catalogues = {"unit_kind", "post", "meeting_type"}
    assert [about for about in missing if about[2] not in catalogues] == []


def test_days_and_yes_or_no_come_back_as_they_went() -> None:
    with change("Thêm đơn vị"):
        kind = UnitKind.create(name="Chi bộ", level=3)
        made = Unit.create(kind=kind, founded=date(1986, 5, 9), outside=True)
        UnitName.create(unit=made, organization="Chi bộ Sở Mẫu", search_key="chi bo so mau")
    kept = Unit.get_by_id(made.id)
    assert (kept.founded, kept.closed, kept.outside, kept.kind_id) == (date(1986, 5, 9), None, True, kind.id)
    assert list(Unit.select(Unit.founded).where(Unit.founded < date(1990, 1, 1)).tuples()) == [
        (date(1986, 5, 9),)
    ]


def test_column_names_begin_with_the_id() -> None:
    assert {columns(table)[0] for table in TABLES} == {"id"}


def test_every_rule_of_the_schema_has_its_sentence() -> None:
    indexes = re.findall(r"CREATE UNIQUE INDEX (\w+)", SCHEMA_1)
    taken = [f"index '{name}'" for name in indexes]
    for table, body in re.findall(r"CREATE TABLE (\w+) \((.*?)\);", SCHEMA_1, re.S):
        taken += [f"{table}.{name}" for name in re.findall(r"(\w+) TEXT NOT NULL UNIQUE", body)]
        taken += [f"{table}.{name}" for name in re.findall(r"UNIQUE \((\w+)", body)]
    assert len(taken) > 20
    for about in taken:
        refused = refusals.of_database(Exception(f"UNIQUE constraint failed: {about}"))
        assert refused is not None, about
        assert refused.what.endswith(".")
        assert refused.do.endswith(".")
    assert set(refusals.NAMES) == {table_name(table) for table in CONTENT}


def test_a_missing_fact_names_its_record() -> None:
    with pytest.raises(Refused, match="đại biểu"), change("Thêm đại biểu"):
        database.execute_sql("INSERT INTO person (full_name, sort_key, search_key) VALUES (NULL, '', '')")
    assert Person.select().count() == 0


def test_an_impossible_number_is_said_in_words() -> None:
    with change("Thêm loại"):
        kind = UnitKind.create(name="Chi bộ", level=3)
    with pytest.raises(Refused, match="không thể âm"), change("Thêm đơn vị"):
        Unit.create(kind=kind, members=-1)
