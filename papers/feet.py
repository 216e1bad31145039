"""What every official paper carries below its body: recipients, signature, how to reach the office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers import styles
from papers.content import Grid, Paragraph, blank, paragraph
from papers.forms import Form
from rules.facts import Marks, Signature

Cell = tuple[Paragraph, ...]

SMALL_FOOT = 55.0  # mm of the signature on a small sheet; the recipients have the rest
AUTHORITIES = {"tm": "behalf", "kt": "deputy", "tl": "order", "tuq": "proxy", "q": "acting"}
AUTHORITY = re.compile(r"(T/?M|K/?T|T/?L|TUQ|Q)(?:\s*\.\s*|\s+)(\S.*)", re.IGNORECASE)
ALSO = re.compile(r"\s+(kiêm)\s+", re.IGNORECASE)
KEPT = re.compile(r"lưu\b(?!\s+trữ)\s*:?\s*(?:vt\b\s*[,;]?\s*)?", re.IGNORECASE)


def signature(facts: Signature, whose: str, profile: str = "") -> tuple[Paragraph, ...]:
    """Authority, post, room to sign, name; `whose` names the signer in the list of blanks.

    The post is set only where the form writes one (05-HD/VPTW I.7.1.2), “Bí thư kiêm Trưởng ban Chỉ đạo” on
    three lines. With a profile the marks of signing are those of its family: “T/M” becomes “TM.”.
    """
    posts = _lines(facts.post, "post", profile)
    lines = _lines(facts.authority, "authority", profile)
    if not lines and not posts:
        lines = [paragraph("authority", blank(f"quyền hạn ký {whose}"))]
    signer = paragraph("signer", facts.name or blank(f"họ tên {whose}"))
    return (*lines, *posts, Paragraph("signature_space"), signer)


def _lines(words: str, style: str, profile: str) -> list[Paragraph]:
    rows = [row.strip() for row in ALSO.sub(r"\n\1\n", words).split("\n") if row.strip()]
    made = []
    for row in rows:
        marked = AUTHORITY.fullmatch(row)
        acting = bool(marked) and row[:1] in "Qq"
        said = row.lower() if row.lower() == "kiêm" else _authority(row, profile).upper()
        made.append(paragraph("authority" if marked and not acting else style, said))
    return made


def _authority(row: str, profile: str) -> str:
    """The row with its mark of signing as the form writes it."""
    found = AUTHORITY.fullmatch(row)
    if not found or not profile:
        return row
    mark = styles.form(profile).authorities[AUTHORITIES[found[1].replace("/", "").lower()]]
    return f"{mark} {found[2]}"


def recipients(rows: Sequence[str], profile: str, drafter: str = "") -> tuple[Paragraph, ...]:
    """“Nơi nhận:” and its lines, each closed by the mark of the form; nothing without recipients.

    `drafter`: the mark of who drafted the paper, at the end (36-HD/VPTW II.2; 05-HD/VPTW II.5).
    """
    form = styles.form(profile)
    lines: list[Paragraph] = []
    if rows:
        names = [bare(row) for row in rows]
        names[-1] = _kept(names[-1], form)
        lines.append(paragraph("recipients", "Nơi nhận:"))
        ended = closed([f"- {name}" for name in names], form.marks["recipient"])
        lines += [paragraph("recipient", line) for line in ended]
    if drafter:
        caps = styles.style(profile, "drafter").caps
        lines.append(paragraph("drafter", drafter.upper() if caps else drafter))
    return tuple(lines)


def _kept(name: str, form: Form) -> str:
    """“Lưu Văn phòng”, “Lưu: VT, Văn phòng” as the form begins the last line."""
    found = KEPT.match(name)
    if not found:
        return name
    rest = name[found.end() :]
    if rest:
        return form.kept + rest
    return form.kept.rstrip(" ,") if form.kept.strip() != "Lưu" else name


def foot(left: Cell, right: Cell, profile: str, sheet: str = "A4", landscape: bool = False) -> Grid:
    """Two blocks side by side that stay on one page."""
    width = styles.page(profile, landscape, sheet).text_width
    signed = width / 2 if sheet == "A4" else SMALL_FOOT
    empty = (Paragraph("recipient"),)
    return Grid((width - signed, signed), ((left or empty, right or empty),))


def contact(marks: Marks, profile: str, landscape: bool = False) -> tuple[Paragraph, ...]:
    """Address and telephone under a line as wide as the text; nothing where the paper carries none."""
    if not marks.contact.strip():
        return ()
    width = styles.page(profile, landscape, marks.sheet).text_width
    line = ruled("contact_line", width, styles.form(profile))
    return (line, paragraph("contact", marks.contact.strip()))


# -- rows and lines


def bare(row: str) -> str:
    """The words of a row without the marks a clerk may have typed around them."""
    return row.strip().lstrip("-").strip().rstrip(".,;").rstrip()


def closed(rows: Sequence[str], marks: tuple[str, str]) -> list[str]:
    between, last = marks
    return [f"{row}{last if place == len(rows) else between}" for place, row in enumerate(rows, 1)]


def ruled(style: str, length: float, form: Form) -> Paragraph:
    """A line of so many mm; of the style's own length where that is the same."""
    length = max(round(length, 1), 1.0)
    own = form.styles[style].rule
    return Paragraph(style, rule=0 if length == own else length)
