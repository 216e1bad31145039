"""Lines typed or pasted as tasks: one line one task, list marks dropped, columns of a table kept apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from rules.text import clean

MARK = re.compile(r"^\s*(?:[-–—+*•●▪]|(?:\d{1,2}|[a-zđ])[.)])\s+", re.IGNORECASE)
END = " ;,"


class TaskLine(NamedTuple):
    """Words as written; empty where the line does not say."""

    content: str
    lead: str = ""
    due: str = ""
    product: str = ""


def read(text: str) -> list[TaskLine]:
    """One task per line that says something.

    Columns of a pasted table (tabs between them) are content, lead, due, product. A single long line whose
    parts are divided by ";" is as many tasks.
    """
    lines = [line for line in text.splitlines() if clean(line)]
    if len(lines) == 1 and "\t" not in lines[0] and lines[0].count(";") > 1:
        lines = lines[0].split(";")
    return [task for line in lines if (task := _one(line)).content]


def _one(line: str) -> TaskLine:
    cells = [clean(cell) for cell in line.split("\t")]
    if len(cells) > 1 and re.fullmatch(r"\d{1,3}\.?", cells[0]):
        cells = cells[1:]  # the ordinal of a table
    content = MARK.sub("", cells[0]).strip(END)
    return TaskLine(content[:1].upper() + content[1:], *cells[1:4])
