"""What every table is made of: the database, its record, its kinds of columns."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from peewee import AutoField, DateField, ForeignKeyField, IntegerField, Model, TextField
from playhouse.sqlcipher_ext import SqlCipherDatabase

from db import disk


class Database(SqlCipherDatabase):  # type: ignore[misc]
    """Opens its connections through db.disk; a failed transaction never hides its cause."""

    def _connect(self) -> Any:
        connection = disk.connect(self.database, self.connect_params.get("passphrase"))
        try:
            self._add_conn_hooks(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def rollback(self) -> None:
        """SQLite itself may have rolled back (full disk); a second ROLLBACK would be an error."""
        if self.connection().in_transaction:
            super().rollback()


database = Database(None)


class DayField(DateField):
    """A day kept as text, "2019-08-21"."""

    field_type = "TEXT"

    def db_value(self, value: date | str | None) -> str | None:
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: str | None) -> date | None:
        return date.fromisoformat(value) if value else None


class Record(Model):
    """`name` of a link is its field, `name_id` its column, so records have both."""

    id = AutoField()

    class Meta:
        database = database
        legacy_table_names = False

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


def words() -> TextField[str]:
    return TextField(default="")


def place_in_order() -> IntegerField[int]:
    return IntegerField(default=0)


def link(target: type[Model] | str, gone: str | None = None, null: bool = False) -> Any:
    """`gone`: what happens when the target goes: CASCADE, SET NULL, or refusal."""
    return ForeignKeyField(target, null=null, on_delete=gone, backref="+")  # type: ignore[call-overload]


def part_of(target: type[Model] | str) -> Any:
    """The record is a part of its target and goes with it."""
    return link(target, "CASCADE")


def may_link(target: type[Model] | str) -> Any:
    """The record stays when its target goes."""
    return link(target, "SET NULL", null=True)
