"""What a paper said when it was written against what it would say now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

LONGEST = 160  # letters of a fact told; the paper itself has the rest
MOST = 12  # lines told of a list; the rest is counted


class Changed(NamedTuple):
    """One fact that is no longer as it was; of a list the lines that came and those that went."""

    label: str
    before: str  # empty: it was not there
    after: str  # empty: it is gone
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Changed, ...]:
    """Every fact that differs, in the order of `after`, then those that are gone.

    Both lead from a label to words; a fact of several lines is compared line by line.
    """
    labels = [*after, *(label for label in before if label not in after)]
    return tuple(
        _changed(label, before.get(label, ""), after.get(label, ""))
        for label in labels
        if before.get(label, "") != after.get(label, "")
    )


def other_paper(label: str) -> str:
    """Instead of changed facts, where the file changed by hand is another paper."""
    return f"Tệp đã sửa tay là một văn bản khác: {label}."


def _changed(label: str, before: str, after: str) -> Changed:
    if "\n" not in before and "\n" not in after:
        return Changed(label, before, after)
    old, new = before.splitlines() if before else [], after.splitlines() if after else []
    return Changed(label, before, after, _more(new, old), _more(old, new))


def _more(lines: list[str], than: list[str]) -> tuple[str, ...]:
    """The lines of the one that the other lacks, in their order; a line twice counts twice."""
    left = Counter(than)
    found = []
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            found.append(line)
    return tuple(found)


def told(one: Changed) -> list[str]:
    """A fact as it was and is: one line, or for a list a line for each row that came or went."""
    if not one.added and not one.removed:
        before, after = _short(one.before) or "(chưa có)", _short(one.after) or "(không còn)"
        return [f"{one.label}: {before} → {after}"]
    rows = [f"{one.label}, thêm: {_short(line)}" for line in one.added]
    rows += [f"{one.label}, bớt: {_short(line)}" for line in one.removed]
    left = len(rows) - MOST
    return rows if left <= 0 else [*rows[:MOST], f"{one.label}: còn {left} dòng khác đã đổi"]


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"
