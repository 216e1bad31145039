"""Precision and recall of the citations found in the gold sentences, by the way of citing.

`python -m tests.rules.citation_table` prints the table and every sentence that is not read as it should be.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass

from rules.citations import Citation, find
from tests.rules.citation_gold import Row
from tests.rules.citation_gold_more import GROUPS

FIELDS = 7
MEGABYTE = 1_000_000
HOSTILE = (
    "số ", "số 1, ", "1-KH/TU,", "1-KH/TU ", "Kế hoạch của ", "Kế hoạch số 1, ", "Kế hoạch số 1 ",
    "chỉ thị 1, ",
    "số" + " " * 60, "số.......", "1-", "1/", "1,", "1 kh/a ", "từ số 1 đến 51-TB/TU ",
    "1-KH/TU của " + "A " * 18,
    "1-KH/TU của A ", "1-KH/TU-", "của hội nghị lần thứ ", "KH 1 ", "Luật ", "số\u0301 1", "1\u200b-KH/TU ",
    "1-KH/TU (sau đây gọi ", "ngày 1/1/2019 của ", "Ban ", "a", " ", "-", "\u0301",
)  # fmt: skip


@dataclass(frozen=True)
class Score:
    """How many citations are wanted, found, and found with every part right."""

    sentences: int
    wanted: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.sentences + other.sentences,
            self.wanted + other.wanted,
            self.found + other.found,
            self.right + other.right,
        )


def told(citation: Citation) -> tuple[str, ...]:
    """A citation as the gold writes it."""
    parts = (
        citation.type_name,
        citation.type_code,
        citation.number,
        citation.year,
        citation.issuer_code,
        citation.date,
        citation.issuer,
    )
    return tuple("" if part is None else str(part) for part in parts)


def wanted(row: Row) -> list[tuple[str, ...]]:
    """The citations of a gold row."""
    cells = [cited.split("|") for cited in row[1].split(";") if cited]
    return [tuple(cell + [""] * (FIELDS - len(cell))) for cell in cells]


def score(rows: tuple[Row, ...]) -> Score:
    """Every part of a citation must be right for it to count."""
    total = Score(0, 0, 0, 0)
    for row in rows:
        want, got = Counter(wanted(row)), Counter(told(citation) for citation in find(row[0]))
        total += Score(1, want.total(), got.total(), (want & got).total())
    return total


def pace(piece: str) -> float:
    """Seconds of this processor for a megabyte of the piece said again and again."""
    text = piece * (MEGABYTE // len(piece.encode()))
    before = time.process_time()
    find(text)
    return time.process_time() - before


def main() -> None:
    total = Score(0, 0, 0, 0)
    heads = ("sentences", "cited", "found", "right", "prec.", "recall")
    print(f"{'way of citing':<30}" + "".join(f"{head:>10}" for head in heads))
    for name, rows in GROUPS.items():
        one = score(rows)
        total += one
        _line(name, one)
    _line("all", total)
    slowest = max((pace(piece), piece) for piece in HOSTILE)
    print(
        f"slowest of {len(HOSTILE)} hostile texts: {slowest[0]:.2f} s per MB, {slowest[1]!r} again and again"
    )
    for name, rows in GROUPS.items():
        for row in rows:
            got = [told(citation) for citation in find(row[0])]
            if Counter(got) != Counter(wanted(row)):
                print(f"\n{name}: {row[0]!r}\n  wanted {wanted(row)}\n  found  {got}")


def _line(name: str, one: Score) -> None:
    print(
        f"{name:<30}{one.sentences:>10}{one.wanted:>10}{one.found:>10}{one.right:>10}"
        f"{one.precision:>10.3f}{one.recall:>10.3f}"
    )


if __name__ == "__main__":
    main()
