"""How many questions go to the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from db.tables import database


@contextmanager
def counted() -> Iterator[list[str]]:
    """The SQL that was run, in its order."""
    asked: list[str] = []
    run = database.execute_sql

    def noted(sql: str, *values: Any, **options: Any) -> Any:
        asked.append(sql)
        return run(sql, *values, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "execute_sql", noted)
        yield asked
