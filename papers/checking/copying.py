"""The sheet that makes a photocopied document an official copy: no letterhead, a block or a stamp instead."""

from __future__ import annotations

from dataclasses import replace

from papers import styles
from papers.checking import rules_page
from papers.checking.findings import Desk
from papers.checking.kinds import Paper
from papers.checking.lines import Line, lines
from papers.checking.reading import Para
from rules.text import fold

WINDOW = 15  # lines in which the kind of copy stands
CLAUSES = {
    "36-HD/VPTW": "II.3",
    "05-HD/VPTW": "III.2",
    "Nghị định 30/2020/NĐ-CP": "Phụ lục I, Phần II",
}


def mark(paper: Paper) -> Line | None:
    """The line that names the kind of copy, or the title of the stamp; None where it is no copy sheet.

    A copied document with its own title above the block is judged as that document.
    """
    if paper.parts.title is not None:
        return None
    known = _names()
    first = (line for line in lines(paper.paras)[:WINDOW] if line.upper)
    return next((line for line in first if line.plain.strip(" .:") in known), None)


def _names() -> set[str]:
    """What every form calls its copies, folded."""
    all_of = [form.copies for form in styles.forms().values()]
    said = {fold(name) for copies in all_of for name in (*copies.names.values(), copies.stamp)}
    return said - {""}


def check(desk: Desk, named: Line) -> None:
    """Sheet, margins, letters; what a stamp holds is of its own colour and size."""
    source = f"{desk.form.source}, {CLAUSES.get(desk.form.source, '')}".rstrip(", ")
    found = "tờ ghi phần bản sao, không có tiêu đề và trích yếu của riêng nó"
    expected = "chỉ xét khổ giấy, lề, phông chữ và số trang"
    desk.report("HD-1", named, found, expected, "I", source)
    rest = [para for para in desk.paper.paras if not _is_beside(para, named.para)]
    bare = replace(desk, paper=replace(desk.paper, paras=rest))
    rules_page.check(bare)  # the findings go to the same list


def _is_beside(para: Para, title: Para) -> bool:
    """In the cell of the stamp's title, whose ink is red."""
    spot, own = para.spot, title.spot
    inked = any(piece.look.colour != "000000" for piece in title.pieces)
    return inked and own.table > 0 and (spot.table, spot.cell) == (own.table, own.cell)
