"""The body of a paper as Word's own XML."""

from __future__ import annotations

from html import escape
from itertools import count, pairwise

from papers import styles
from papers.content import Block, Document, Grid, Paragraph, Row, Run, Section, Table, display, printable
from papers.docx_base import GAP, GRID, HEADER, NAMESPACES, RULED, twips

BLANK = "blank_"  # bookmarks of that beginning stand around dots; a document variable names the unknown fact


def body(document: Document, names: list[str]) -> str:
    """The w:body of the document; the names of its blanks are added to `names` in order."""
    writer = _Writer(document.profile, names)
    parts = [writer.section(section, first=not i) for i, section in enumerate(document.sections)]
    *turns, last = parts or [([], writer.page(Section(()), first=True))]
    before = "".join(
        f'{"".join(blocks)}<w:p><w:pPr><w:pStyle w:val="{GAP}"/>{page}</w:pPr></w:p>'
        for blocks, page in turns
    )
    return f"<w:body {NAMESPACES}>{before}{''.join(last[0])}{last[1]}</w:body>"


def text(words: str) -> str:
    """Words as the content of a run: line ends and tabs as elements, other control characters dropped."""
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
    def __init__(self, profile: str, names: list[str]) -> None:
        self.profile = profile
        self.names = names
        self.marks = count(1)

    def section(self, section: Section, first: bool) -> tuple[list[str], str]:
        """Blocks with a thin paragraph between neighbouring tables and after a last one, which Word needs."""
        gap = f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/></w:pPr></w:p>'
        xml: list[str] = []
        for block, following in pairwise((*section.blocks, None)):
            if block is None:
                continue
            xml.append(self.block(block))
            if not isinstance(block, Paragraph) and not isinstance(following, Paragraph):
                xml.append(gap)
        return xml, self.page(section, first)

    def page(self, section: Section, first: bool) -> str:
        sheet = styles.page(self.profile, section.landscape)
        turned = ' w:orient="landscape"' if section.landscape else ""
        header = f'<w:headerReference w:type="default" r:id="{HEADER}"/>' if first else ""
        restart = '<w:pgNumType w:start="1"/>' if section.restart_numbering else ""
        edge = twips(sheet.number_from_edge)
        return (
            f'<w:sectPr>{header}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{twips(sheet.width)}" w:h="{twips(sheet.height)}"{turned}/>'
            f'<w:pgMar w:top="{twips(sheet.top)}" w:right="{twips(sheet.right)}" '
            f'w:bottom="{twips(sheet.bottom)}" w:left="{twips(sheet.left)}" '
            f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>{restart}<w:titlePg/></w:sectPr>'
        )

    def block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self.paragraph(block)
        return self.grid(block) if isinstance(block, Grid) else self.table(block)

    def paragraph(self, paragraph: Paragraph, direct: str = "") -> str:
        """`direct`: further paragraph properties, in schema order after the style."""
        runs = "".join(self.run(run) for run in paragraph.runs)
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

    def grid(self, grid: Grid) -> str:
        keep = "<w:trPr><w:cantSplit/></w:trPr>" if grid.keep_together else ""
        xml = []
        for number, row in enumerate(grid.rows, 1):
            tied = "<w:keepNext/>" if grid.keep_together and number < len(grid.rows) else ""
            cells = (
                cell_xml("".join(self.paragraph(p, tied) for p in cell or (Paragraph("body"),)), width)
                for cell, width in zip(row, grid.widths, strict=True)
            )
            xml.append(f"<w:tr>{keep}{''.join(cells)}</w:tr>")
        return table_xml(GRID, grid.widths, "".join(xml))

    def table(self, table: Table) -> str:
        titles = "".join(
            cell_xml(plain("cell_heading", column.title, "center"), column.width, place="center")
            for column in table.columns
        )
        heading = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{titles}</w:tr>"
        rows = "".join(self.row(table, row) for row in table.rows)
        return table_xml(RULED, [column.width for column in table.columns], heading + rows)

    def row(self, table: Table, row: Row) -> str:
        keep = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        if row.kind == "group":
            words = display(row.cells[0] if row.cells else None)
            width = sum(column.width for column in table.columns)
            return f"{keep}{cell_xml(plain('cell_group', words), width, len(table.columns))}</w:tr>"
        style = "cell_total" if row.kind == "total" else "cell"
        cells = (
            cell_xml(plain(style, display(value), column.align), column.width)
            for column, value in zip(table.columns, row.cells, strict=True)
        )
        return f"{keep}{''.join(cells)}</w:tr>"


def plain(style: str, words: str, align: str = "left") -> str:
    """A paragraph of a cell, the short way: long tables have many."""
    run = f"<w:r>{text(words)}</w:r>" if words else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="{align}"/></w:pPr>{run}</w:p>'


def cell_xml(content: str, width: float, span: int = 1, place: str = "") -> str:
    """`place`: "center" sets the words half way down the cell."""
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = f'<w:vAlign w:val="{place}"/>' if place else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{over}{down}</w:tcPr>{content}</w:tc>'


def table_xml(style: str, widths: list[float] | tuple[float, ...], rows: str) -> str:
    """Fixed columns: Word keeps the widths whatever the cells hold."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        '<w:jc w:val="left"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
