"""Files that were written: their content, their form, their facts; no undo takes that back."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from db import history
from db.refusals import spoken
from db.tables import Produced, database, table_name
from db.values import label, lines
from rules.papers import label_of


class Row(NamedTuple):
    """One written file."""

    id: int
    kind: str  # as rules.papers.label_of knows it
    record: int | None
    path: str
    digest: str  # sha256 of the file's bytes as they were written
    form: str  # the form profile, "PARTY-2018"
    template: str  # sha256 of the office's own template; "" where ours was used
    facts: dict[str, str]  # label → words
    made_at: datetime


class File(NamedTuple):
    """A file that was just written, to be remembered; the fields are those of Row."""

    kind: str
    record: int | None
    path: Path
    digest: str
    form: str
    facts: Mapping[str, str]
    template: str = ""


def register(
    kind: str,
    record_id: int | None,
    path: Path,
    digest: str,
    form: str,
    facts: Mapping[str, str],
    template: str = "",
) -> int:
    """Remembers a file that was just written, with a line of history; the id of the entry."""
    one = File(kind, record_id, path, digest, form, facts, template)
    return register_all([one], label("Ghi tệp", label_of(kind).lower() + ":", path.name))


def register_all(files: Iterable[File], said: str) -> int:
    """Remembers files that were written together, with the one line of history `said`; the last one's id."""
    if history.is_changing():
        raise RuntimeError("a written file inside a change")
    made_at = datetime.now().astimezone().isoformat(timespec="seconds")
    kept = 0
    with spoken(), database.atomic():
        for one in files:
            row = one._asdict() | {
                "path": _place(one.path),
                "facts": json.dumps(dict(one.facts), ensure_ascii=False),
            }
            kept = int(Produced.insert(**row, made_at=made_at).execute())
        history.note(database.connection(), said, "do")
    history.tell(frozenset({table_name(Produced)}))
    return kept


def of(kind: str, record_id: int | None) -> list[Row]:
    """The files of one paper of one record, the newest first."""
    mine = Produced.record.is_null() if record_id is None else Produced.record == record_id
    return _rows((Produced.kind == kind) & mine)


def find(path: Path) -> Row | None:
    """What was last written at this place."""
    return next(iter(_rows(Produced.path == _place(path))), None)


def _place(path: Path) -> str:
    """One file has one name, whatever way it was asked for; Windows does not tell capitals apart."""
    return os.path.normcase(path.resolve())


def _rows(condition: Any) -> list[Row]:
    names = ("id", "kind", "record", "path", "digest", "form", "template", "facts", "made_at")
    chosen = Produced.select(*(getattr(Produced, name) for name in names))
    return [
        Row._make((*whole, json.loads(facts), datetime.fromisoformat(made_at)))
        for *whole, facts, made_at in lines(chosen.where(condition).order_by(Produced.id.desc()))
    ]
