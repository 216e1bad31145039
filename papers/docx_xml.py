"""The body of a paper as Word's own XML."""

from __future__ import annotations

from html import escape
from itertools import count, pairwise
from math import ceil

from papers import styles
from papers.content import (
    FRAME_MARGIN,
    ROW_STYLES,
    Block,
    Document,
    Grid,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    display,
    printable,
)
from papers.docx_base import GAP, GRID, MARKED, NAMESPACES, NUMBERED, RED, RULED, UNMARKED, twips
from papers.forms import Page
from papers.measures import bold_width
from papers.placing import FOOT, FOOT_FROM_EDGE, STAYING, Marked, first_mark, fitted, marked, staying, summed

KEEP = "<w:keepNext/>"
EDGE = f'w:val="single" w:sz="12" w:space="0" w:color="{RED}"'
ASIDE = f'w:w="{twips(FRAME_MARGIN)}" w:type="dxa"'
FRAME = (
    f"<w:tcBorders><w:top {EDGE}/><w:left {EDGE}/><w:bottom {EDGE}/><w:right {EDGE}/></w:tcBorders>"
    f"<w:tcMar><w:left {ASIDE}/><w:right {ASIDE}/></w:tcMar>"
)
MARK = "mark_"  # document variables of that beginning hold what the paper carries beside its words
BLANK = "blank_"  # bookmarks of that beginning stand around dots; a document variable names the unknown fact


def body(document: Document, names: list[str]) -> str:
    """The w:body of the document; the names of its blanks are added to `names` in order."""
    writer = _Writer(document, names)
    sections = [
        writer.section(section, marks, first=not number)
        for number, (section, marks) in enumerate(zip(document.sections, marked(document), strict=True))
    ]
    *turns, last = sections or [([], writer.page(Section(()), Marked(), first=True))]
    before = "".join(
        f'{"".join(blocks)}<w:p><w:pPr><w:pStyle w:val="{GAP}"/>{page}</w:pPr></w:p>'
        for blocks, page in turns
    )
    return f"<w:body {NAMESPACES}>{before}{''.join(last[0])}{last[1]}</w:body>"


def text(words: str) -> str:
    """Words as the content of a run: line ends and tabs as elements, other control characters dropped.

    Hyphens stay plain ones, at which Word may break a line: a symbol must be found and copied as it is typed.
    """
    xml: list[str] = []
    for number, line in enumerate(printable(words).split("\n")):
        if number:
            xml.append("<w:br/>")
        for position, piece in enumerate(line.split("\t")):
            if position:
                xml.append("<w:tab/>")
            if piece:
                xml.append(f'<w:t xml:space="preserve">{escape(piece, quote=False)}</w:t>')
    return "".join(xml)


def switch(tag: str, value: bool | None, on: str = "1", off: str = "0") -> str:
    return "" if value is None else f'<w:{tag} w:val="{on if value else off}"/>'


class _Writer:
    def __init__(self, document: Document, names: list[str]) -> None:
        self.profile = document.profile
        self.sheet = document.marks.sheet
        self.marked = bool(first_mark(document))
        self.names = names
        self.marks = count(1)
        self.width = 0.0  # mm of the text of the section that is written

    def section(self, section: Section, marks: Marked, first: bool) -> tuple[list[str], str]:
        """Blocks with a thin paragraph between neighbouring tables and after a last one, which Word needs."""
        sheet = styles.page(self.profile, section.landscape, self.sheet)
        self.width = sheet.text_width
        blocks = fitted(section, self.width).blocks
        stay = staying(blocks)
        xml: list[str] = []
        for place, (block, following) in enumerate(pairwise((*blocks, None))):
            if block is None:
                continue
            ends = following is None and isinstance(
                block, Grid
            )  # never a page with nothing but the mark of its end
            xml.append(self.block(block, place in stay or ends))
            if not isinstance(block, Paragraph) and not isinstance(following, Paragraph):
                xml.append(self.gap(place in stay))
        if marks.last:
            xml += [self.frame(marks.last, sheet), self.gap()]
        return xml, self.page(section, marks, first)

    def gap(self, tied: bool = False) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/>{KEEP if tied else ""}</w:pPr></w:p>'

    def frame(self, words: str, sheet: Page) -> str:
        """Words centred above the bottom edge of the page on which the following paragraph stands."""
        look = styles.style(self.profile, FOOT)
        lines = ceil(bold_width(words, look.size) / sheet.text_width)
        height = lines * round((look.line or look.size * 1.2) * 20)
        top = twips(sheet.height - FOOT_FROM_EDGE) - height
        place = (
            f'<w:framePr w:w="{twips(sheet.text_width)}" w:h="{height}" w:hRule="exact" w:wrap="around" '
            f'w:vAnchor="page" w:hAnchor="margin" w:xAlign="center" w:y="{top}"/>'
        )
        return self.paragraph(Paragraph(FOOT, (Run(words),)), place)

    def page(self, section: Section, marks: Marked, first: bool) -> str:
        form, sheet = styles.form(self.profile), styles.page(self.profile, section.landscape, self.sheet)
        turned = ' w:orient="landscape"' if section.landscape else ""
        where = "header" if form.number_at == "top" else "footer"
        headers = ""
        if self.marked:
            headers = f'<w:headerReference w:type="first" r:id="{MARKED if marks.first else UNMARKED}"/>'
        if first:
            headers += f'<w:{where}Reference w:type="default" r:id="{NUMBERED}"/>'
        restart = '<w:pgNumType w:start="1"/>' if section.restart_numbering else ""
        edge = twips(sheet.number_from_edge)
        return (
            f'<w:sectPr>{headers}<w:type w:val="{"oddPage" if marks.leaf else "nextPage"}"/>'
            f'<w:pgSz w:w="{twips(sheet.width)}" w:h="{twips(sheet.height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(sheet.top)}" w:right="{twips(sheet.right)}" '
            f'w:bottom="{twips(sheet.bottom)}" w:left="{twips(sheet.left)}" '
            f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>{restart}<w:titlePg/></w:sectPr>'
        )

    def block(self, block: Block, tied: bool = False) -> str:
        """`tied`: stays on one page with what follows."""
        if isinstance(block, Paragraph):
            return self.paragraph(block, KEEP if tied else "")
        return self.grid(block, tied) if isinstance(block, Grid) else self.table(block, tied)

    def paragraph(self, paragraph: Paragraph, direct: str = "", width: float = 0.0) -> str:
        """`direct`: further paragraph properties, in schema order after the style; `width`: of its cell."""
        runs = "".join(self.run(run) for run in paragraph.runs)
        rule = paragraph.rule or styles.style(self.profile, paragraph.style).rule
        if rule:
            side = twips(max((width or self.width) - rule, 0.0) / 2)
            direct += f'<w:ind w:left="{side}" w:right="{side}"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="{escape(paragraph.style)}"/>{direct}</w:pPr>{runs}</w:p>'

    def run(self, run: Run) -> str:
        look = switch("b", run.bold) + switch("i", run.italic) + switch("u", run.underline, "single", "none")
        xml = f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{text(run.text)}</w:r>"
        if not run.blank:
            return xml
        mark = next(self.marks)
        self.names.append(run.blank)
        start = f'<w:bookmarkStart w:id="{mark}" w:name="{BLANK}{mark}"/>'
        return f'{start}{xml}<w:bookmarkEnd w:id="{mark}"/>'

    def grid(self, grid: Grid, tied: bool = False) -> str:
        height = f'<w:trHeight w:val="{twips(grid.frame)}" w:hRule="atLeast"/>' if grid.frame else ""
        keep = "<w:cantSplit/>" if grid.keep_together else ""
        keep = f"<w:trPr>{keep}{height}</w:trPr>" if keep or height else ""
        xml = []
        for number, row in enumerate(grid.rows, 1):
            keep_next = KEEP if tied or (grid.keep_together and number < len(grid.rows)) else ""
            cells = (
                cell_xml(
                    "".join(self.paragraph(p, keep_next, width) for p in cell or (Paragraph("body"),)),
                    width,
                    frame=bool(grid.frame) and not place,
                )
                for place, (cell, width) in enumerate(zip(row, grid.widths, strict=True))
            )
            xml.append(f"<w:tr>{keep}{''.join(cells)}</w:tr>")
        return table_xml(GRID, grid.widths, "".join(xml))

    def table(self, table: Table, tied: bool = False) -> str:
        titles = "".join(
            cell_xml(plain("cell_heading", column.title, "center"), column.width, place="center")
            for column in table.columns
        )
        heading = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{titles}</w:tr>"
        last = len(table.rows) - STAYING if tied else len(table.rows)
        held = summed(table)
        rows = "".join(
            self.row(table, row, place >= last or place in held) for place, row in enumerate(table.rows)
        )
        return table_xml(RULED, [column.width for column in table.columns], heading + rows)

    def row(self, table: Table, row: Row, tied: bool = False) -> str:
        keep = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        if row.kind == "group":
            words = display(row.cells[0] if row.cells else None)
            width = sum(column.width for column in table.columns)
            return (
                f"{keep}{cell_xml(plain('cell_group', words, tied=tied), width, len(table.columns))}</w:tr>"
            )
        style = ROW_STYLES[row.kind]
        cells = (
            cell_xml(plain(style, display(value), column.align, tied), column.width)
            for column, value in zip(table.columns, row.cells, strict=True)
        )
        return f"{keep}{''.join(cells)}</w:tr>"


def plain(style: str, words: str, align: str = "left", tied: bool = False) -> str:
    """A paragraph of a cell, the short way: long tables have many."""
    run = f"<w:r>{text(words)}</w:r>" if words else ""
    keep = KEEP if tied else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}<w:jc w:val="{align}"/></w:pPr>{run}</w:p>'


def cell_xml(content: str, width: float, span: int = 1, place: str = "", frame: bool = False) -> str:
    """`place`: "center" sets the words half way down the cell; `frame`: of a stamp, around it."""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = f'<w:vAlign w:val="{place}"/>' if place else ""
    look = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>{over}{FRAME if frame else ""}{down}'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{content}</w:tc>"


def table_xml(style: str, widths: list[float] | tuple[float, ...], rows: str) -> str:
    """Fixed columns: Word keeps the widths whatever the cells hold."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        '<w:jc w:val="left"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
