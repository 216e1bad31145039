"""A paper on a small sheet: the smallest letters and the least air that its form allows there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from papers import styles
from papers.content import Block, Grid, Paragraph
from rules import papers
from rules.facts import Head

NARROWER = "_a5"  # behind the name of a component: its look on a small sheet, where the form has one


def seated(paper: str, head: Head) -> Head:
    """The head on a sheet that this paper may take: A5 kept for any but an administrative one is A4."""
    sheet = papers.sheet_of(paper, head.marks.sheet)
    return head if sheet == head.marks.sheet else replace(head, marks=replace(head.marks, sheet=sheet))


def set_small(blocks: Iterable[Block], profile: str) -> list[Block]:
    """The blocks with every component in its look for small sheets."""
    return [_set(block, profile) for block in blocks]


def _set(block: Block, profile: str) -> Block:
    if isinstance(block, Paragraph):
        return _narrowed(block, profile)
    if isinstance(block, Grid):
        rows = tuple(
            tuple(tuple(_narrowed(line, profile) for line in cell) for cell in row) for row in block.rows
        )
        return replace(block, rows=rows)
    return block


def _narrowed(line: Paragraph, profile: str) -> Paragraph:
    style = f"{line.style}{NARROWER}"
    return replace(line, style=style) if style in styles.form(profile).styles else line
