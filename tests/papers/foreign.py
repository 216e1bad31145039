"""Sound papers as other hands make them: heads in tables, tabs, boxes and columns; styles or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count, zip_longest

from tests.papers import foreign_parts as parts
from tests.papers.form_samples import Sample
from tests.papers.word_file import twips

Piece = tuple[str, str]  # role, words
TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
STATE_TITLE, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
TITLE_WIDTH, MOTTO_WIDTH = 72.9, 60.4  # mm at the sizes below, Times New Roman Bold
NAME_LINE = 13  # mm, a third to a half of the name above it
SUBJECT_LINE = 0.9  # mm for each letter of the subject, so much too


@dataclass(frozen=True)
class Look:
    """The figures of one component, written down from the guidelines anew; pt and mm."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    align: str = "center"
    indent: float = 0
    before: float = 0
    after: float = 0
    line: float = 0


BODY = Look(align="both", indent=10, after=6, line=18)
LOOKS = {
    "party": Look(15, bold=True),
    "superior": Look(),
    "issuer": Look(bold=True),
    "star": Look(),
    "number": Look(),
    "place_date": Look(italic=True),
    "type": Look(16, bold=True, before=18),
    "subject": Look(15, bold=True),
    "separator": Look(after=12),
    "letter_subject": Look(12, italic=True),
    "addressed": Look(italic=True, before=6, after=6),
    "addressee": Look(),
    "body": BODY,
    "dash": BODY,
    "point": BODY,
    "basis": BODY,
    "article": replace(BODY, bold=True),
    "part": replace(BODY, bold=True),
    "heading": replace(BODY, bold=True),
    "decides": Look(bold=True, before=6, after=6, line=18),
    "authority": Look(bold=True),
    "post": Look(),
    "signer": Look(bold=True),
    "recipients": Look(underline=True, align="left"),
    "recipient": Look(12, align="left"),
    "page_number": Look(),
    "blank": Look(),
}
STATE_LOOKS = {
    **LOOKS,
    "party": Look(13, bold=True),
    "motto": Look(14, bold=True),
    "superior": Look(13),
    "issuer": Look(13, bold=True),
    "number": Look(13),
    "place_date": Look(14, italic=True),
    "type": Look(14, bold=True, before=18),
    "subject": Look(14, bold=True),
    "letter_subject": Look(13, before=6),
    "basis": replace(BODY, italic=True),
    "addressed": Look(before=6, after=6),
    "post": Look(bold=True),
    "recipients": Look(12, bold=True, italic=True, align="left"),
    "recipient": Look(11, align="left"),
}


class Dress:
    """How a paper gets its look; here by direct formatting alone, over Word's own Calibri 11."""

    looks: dict[str, Look]

    def __init__(self, looks: dict[str, Look]) -> None:
        self.looks = looks

    def paragraph(self, role: str, *pieces: Piece, extra: str = "") -> str:
        """A paragraph measured as `role`; pieces of other roles may share its line, parted by tabs."""
        return f"<w:p><w:pPr>{self.measures(role, extra)}</w:pPr>{''.join(map(self.run, pieces))}</w:p>"

    def measures(self, role: str, extra: str = "") -> str:
        return extra + measures(self.looks[role])

    def run(self, piece: Piece) -> str:
        role, words = piece
        return f"<w:r><w:rPr>{FONT}{letters(self.looks[role])}</w:rPr>{parts.text(words)}</w:r>"

    def styles(self) -> str:
        return parts.styles(
            fonts='w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"',
            size=22,
            spacing='w:after="160" w:line="259" w:lineRule="auto"',
        )

    theme_font = "Calibri"


FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'


def measures(look: Look) -> str:
    line = (
        f'w:line="{round(look.line * 20)}" w:lineRule="exact"'
        if look.line
        else 'w:line="240" w:lineRule="auto"'
    )
    indent = f'<w:ind w:firstLine="{twips(look.indent)}"/>' if look.indent else ""
    spacing = f'w:before="{round(look.before * 20)}" w:after="{round(look.after * 20)}"'
    return f'<w:spacing {spacing} {line}/>{indent}<w:jc w:val="{look.align}"/>'


def letters(look: Look) -> str:
    bold = "<w:b/>" if look.bold else ""
    italic = "<w:i/>" if look.italic else ""
    underline = '<w:u w:val="single"/>' if look.underline else ""
    return f'{bold}{italic}<w:sz w:val="{round(look.size * 2)}"/>{underline}'


def switched(look: Look) -> str:
    bold, italic = (f'<w:{mark} w:val="{int(on)}"/>' for mark, on in (("b", look.bold), ("i", look.italic)))
    underline = f'<w:u w:val="{"single" if look.underline else "none"}"/>'
    return f'{bold}{italic}<w:sz w:val="{round(look.size * 2)}"/>{underline}'


class Themed(Dress):
    """Fonts of the theme, which is Times New Roman here; sizes on every run, measures direct."""

    theme_font = "Times New Roman"

    def run(self, piece: Piece) -> str:
        role, words = piece
        font = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
        return f"<w:r><w:rPr>{font}{letters(self.looks[role])}</w:rPr>{parts.text(words)}</w:r>"


class Named(Dress):
    """One style to each component, as a careful office's template has them."""

    def measures(self, role: str, extra: str = "") -> str:
        return f'<w:pStyle w:val="{STYLE[role]}"/>{extra}'

    def paragraph(self, role: str, *pieces: Piece, extra: str = "") -> str:
        """Where a line holds other components too, those get their look directly."""
        runs = "".join(
            f"<w:r>{parts.text(words)}</w:r>" if own == role else self.run((own, words))
            for own, words in pieces
        )
        return f"<w:p><w:pPr>{self.measures(role, extra)}</w:pPr>{runs}</w:p>"

    def run(self, piece: Piece) -> str:
        """Every mark said: what the style of the line says otherwise must not show."""
        role, words = piece
        return f"<w:r><w:rPr>{FONT}{switched(self.looks[role])}</w:rPr>{parts.text(words)}</w:r>"

    def styles(self) -> str:
        own = "".join(
            parts.style(STYLE[role], f"VB {role}", "Normal", measures(look), letters(look))
            for role, look in self.looks.items()
        )
        return parts.styles(
            'w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"', 28, "", own
        )


class Chained(Named):
    """Word-like styles based on one another: toggles that cancel, measures that come bit by bit."""

    def paragraph(self, role: str, *pieces: Piece, extra: str = "") -> str:
        """A regular component comes from a bold paragraph style and a bold character style: they cancel."""
        twice = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'
        runs = "".join(
            f"<w:r>{twice}{parts.text(words)}</w:r>" if own == role else self.run((own, words))
            for own, words in pieces
        )
        return f"<w:p><w:pPr>{self.measures(role, extra)}</w:pPr>{runs}</w:p>"

    def styles(self) -> str:
        font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:color w:val="auto"/>'
        ground = parts.style("Khung", "Khung văn bản", "Normal", '<w:jc w:val="both"/>', font)
        ground += parts.style(
            "Doan",
            "Đoạn",
            "Khung",
            '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
            '<w:sz w:val="28"/>',
        )
        strong = '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        strong += "<w:rPr><w:b/></w:rPr></w:style>"
        own = "".join(self.own(role, look) for role, look in self.looks.items())
        return parts.styles('w:ascii="Calibri" w:hAnsi="Calibri"', 22, 'w:after="160"', ground + strong + own)

    def own(self, role: str, look: Look) -> str:
        """Every style says bold where its words must not be: the character style on them turns it round."""
        look = replace(look, bold=not look.bold)
        spacing = f'w:before="{round(look.before * 20)}"' if look.before else ""
        spacing += f' w:after="{round(look.after * 20)}"' if look.after else ""
        spacing += f' w:line="{round(look.line * 20)}" w:lineRule="exact"' if look.line else ""
        measured = f"<w:spacing {spacing}/>" if spacing else ""
        measured += f'<w:ind w:firstLine="{twips(look.indent)}"/>' if look.indent else ""
        measured += f'<w:jc w:val="{look.align}"/>' if look.align != "both" else ""
        return parts.style(STYLE[role], f"VB {role}", "Doan", measured, letters(look))


STYLE = {role: f"VB{number}" for number, role in enumerate({**LOOKS, **STATE_LOOKS}, 1)}


class Foreign:
    """One paper laid out by one hand."""

    def __init__(self, sample: Sample, dress: type[Dress], number: str = "complex") -> None:
        self.sample = sample
        self.state = sample.family == "state"
        self.widths = (65, 100) if self.state else (74, 91)  # mm of the two columns
        self.dress = dress(STATE_LOOKS if self.state else LOOKS)
        self.number = number
        self.ids = count(1)

    # The two columns of the letterhead, line by line

    def left(self) -> list[Piece]:
        rows = [("superior", self.sample.superior)] if self.sample.superior else []
        rows += [("issuer", line) for line in self.sample.issuer]
        return rows if self.state else [*rows, ("star", "*")]

    def right(self) -> list[Piece]:
        return [("party", STATE_TITLE), ("motto", MOTTO)] if self.state else [("party", TITLE)]

    def below(self) -> list[Piece]:
        rows = [("number", self.sample.symbol_line)]
        if not self.sample.type_name:
            rows.append(("letter_subject", ("V/v " if self.state else "") + self.sample.subject))
        return rows

    def rule(self) -> str:
        """A line as long as the words above it: the upper edge of an empty paragraph."""
        width = MOTTO_WIDTH if self.state else TITLE_WIDTH
        return parts.ruled((self.widths[1] - width) / 2)

    def short_rule(self) -> str:
        """Under a state body's name: a third to a half of it."""
        return parts.ruled((self.widths[0] - NAME_LINE) / 2) if self.state else ""

    def lines(self, rows: Sequence[Piece]) -> str:
        return "".join(self.dress.paragraph(role, (role, words)) for role, words in rows)

    def table(self) -> str:
        return parts.table(
            self.widths,
            (self.lines(self.left()) + self.short_rule(), self.lines(self.right()) + self.rule()),
            (self.lines(self.below()), self.lines([("place_date", self.sample.date_line)])),
        )

    def tabs(self) -> str:
        """Lines with a centring tab in the middle of each column; the title underlined."""
        stops = parts.tabs((self.widths[0] / 2, self.widths[0] + self.widths[1] / 2))
        xml = []
        left, right = [*self.left(), *self.below()], self.right()
        right += [("blank", "")] * (len(self.left()) - len(right)) + [("place_date", self.sample.date_line)]
        last = right[0] if not self.state else right[1]
        for one, other in zip_longest(left, right, fillvalue=("blank", "")):
            run = self.dress.run(other)
            if other == last:
                run = run.replace("</w:rPr>", '<w:u w:val="single"/></w:rPr>', 1)
            line = self.dress.paragraph("blank", ("blank", "\t"), one, ("blank", "\t"))
            xml.append(parts.with_tabs(line, stops).replace("</w:p>", f"{run}</w:p>"))
        return "".join(xml)

    def boxes(self) -> str:
        """Two text boxes and a drawn line that hang on the first paragraph."""
        left = self.lines([*self.left(), *self.below()])
        gap = self.dress.paragraph("blank") * (len(self.left()) - len(self.right()))
        right = self.lines(self.right()) + gap + self.lines([("place_date", self.sample.date_line)])
        width = MOTTO_WIDTH if self.state else TITLE_WIDTH
        drawn = parts.box(next(self.ids), 0, 0, self.widths[0], 36, left)
        drawn += parts.box(next(self.ids), self.widths[0], 0, self.widths[1], 36, right)
        top = 13 if self.state else 7.2
        drawn += parts.stroke(next(self.ids), self.widths[0] + (self.widths[1] - width) / 2, top, width)
        if self.state:
            drawn += parts.stroke(next(self.ids), (self.widths[0] - NAME_LINE) / 2, 18, NAME_LINE)
        return (
            self.dress.paragraph("blank").replace("</w:p>", f"{drawn}</w:p>")
            + self.dress.paragraph("blank") * 6
        )

    def columns(self) -> str:
        """A section of two columns on the same page."""
        middle = '<w:r><w:br w:type="column"/></w:r>'
        right = self.lines([("place_date", self.sample.date_line)])
        xml = self.lines(self.left()) + self.short_rule() + self.lines(self.below())
        first = self.lines(self.right()).replace("</w:pPr>", f"</w:pPr>{middle}", 1)
        end = f"<w:p><w:pPr>{parts.section(PAGE, columns=self.widths, kind='continuous')}</w:pPr></w:p>"
        return xml + first + self.rule() + right + end

    # Below the letterhead

    def title(self) -> str:
        if not self.sample.type_name:
            return ""
        rows = [("type", self.sample.type_name), ("subject", self.sample.subject)]
        line = (
            parts.ruled((165 - SUBJECT_LINE * len(self.sample.subject)) / 2)
            if self.state
            else self.lines([("separator", "-----")])
        )
        return self.lines(rows) + line

    def addressed(self) -> str:
        if not self.sample.addressed:
            return ""
        pieces = (("addressed", f"{self.sample.word}: "), ("addressee", f"{self.sample.addressed}."))
        return self.dress.paragraph("addressed", *pieces)

    def foot_table(self) -> str:
        left = self.lines([("recipients", "Nơi nhận:")])
        left += self.lines([("recipient", line) for line in self.sample.recipient_lines])
        gap = [("blank", "")] * 4
        right = [
            ("authority", self.sample.authority),
            ("post", self.sample.post),
            *gap,
            ("signer", self.sample.name),
        ]
        return parts.table((82.5, 82.5), (left, self.lines([row for row in right if row[1] or row in gap])))

    def foot_tabs(self) -> str:
        left = [("recipients", "Nơi nhận:"), *(("recipient", line) for line in self.sample.recipient_lines)]
        right = [("authority", self.sample.authority), ("post", self.sample.post), *[("blank", "")] * 4]
        stops = parts.tabs((123,))
        xml = []
        for one, other in zip_longest(left, [*right, ("signer", self.sample.name)], fillvalue=("blank", "")):
            line = self.dress.paragraph("recipient", one, ("blank", "\t"))
            xml.append(parts.with_tabs(line, stops).replace("</w:p>", f"{self.dress.run(other)}</w:p>"))
        return "".join(xml)

    def data(self, letterhead: Callable[[], str], foot: Callable[[], str]) -> bytes:
        body = letterhead() + self.title() + self.addressed() + self.lines(self.sample.body) + foot()
        kind = "continuous" if letterhead == self.columns else ""
        body += self.dress.paragraph("blank") + parts.section(PAGE, kind=kind)
        header = self.dress.paragraph("page_number").replace(
            "</w:p>", f"{parts.page_field(self.number, self.dress.run(('page_number', '2')))}</w:p>"
        )
        return parts.package(body, self.dress.styles(), header, self.dress.theme_font, self.number)


PAGE = {"w": "11907", "h": "16840", "top": "1134", "right": "851", "bottom": "1134", "left": "1701"}

HANDS: dict[str, Callable[[Sample], bytes]] = {}


def _hand(name: str, dress: type[Dress], number: str, letterhead: str, foot: str) -> None:
    def make(sample: Sample) -> bytes:
        paper = Foreign(sample, dress, number)
        return paper.data(getattr(paper, letterhead), getattr(paper, foot))

    HANDS[name] = make


_hand("direct", Dress, "simple", "table", "foot_table")
_hand("tabs", Dress, "complex", "tabs", "foot_tabs")
_hand("boxes", Themed, "gallery", "boxes", "foot_table")
_hand("columns", Named, "complex", "columns", "foot_tabs")
_hand("chained", Chained, "gallery", "table", "foot_table")
_hand("themed", Themed, "simple", "table", "foot_tabs")
