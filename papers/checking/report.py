"""What the check of a paper found, as plain lines and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from papers.checking.findings import SEVERITIES, Finding, counted

HEADINGS = ("Mức", "Quy tắc", "Chỗ", "Thấy", "Cần", "Theo")
SOUND = "Không thấy chỗ nào sai thể thức."
WIDEST = 46  # letters of one column


def as_lines(findings: Sequence[Finding]) -> list[str]:
    """A table, the gravest first, and the sum below it."""
    if not findings:
        return [SOUND, counted(findings)]
    rows = [HEADINGS, *(_row(one) for one in findings)]
    widths = [min(max(len(row[n]) for row in rows), WIDEST) for n in range(len(HEADINGS))]
    lines = [line for row in rows for line in _wrapped(row, widths)]
    return [*lines, "", counted(findings)]


def as_json(findings: Sequence[Finding]) -> str:
    """A list with the fields of each finding."""
    return json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=1)


def _row(one: Finding) -> tuple[str, ...]:
    return (SEVERITIES[one.severity], one.rule, one.place, one.found, one.expected, one.source)


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The row on as many lines as its longest cell needs."""
    cells = [_broken(words, width) for words, width in zip(row, widths, strict=True)]
    lines = []
    for number in range(max(map(len, cells))):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        joined = "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True))
        lines.append(joined.rstrip())
    return lines


def _broken(words: str, width: int) -> list[str]:
    lines = [""]
    for word in words.split():
        fits = len(lines[-1]) + len(word) + 1 <= width
        if lines[-1] and not fits:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
