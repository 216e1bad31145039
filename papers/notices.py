"""What the form of the day says against the facts of a paper before it is printed; nothing is changed."""

from __future__ import annotations

from papers import styles
from papers.forms import Form
from rules import paper_fields, papers
from rules.dates import paper_date
from rules.facts import Head

OFFICE = "Sửa ở mục Cơ quan nếu đã đổi"


def of(head: Head, profile: str, paper: str = "") -> tuple[str, ...]:
    """One sentence for each fact that this form has otherwise: code, place name, mark of the drafter, sheet.

    `paper` is a key of rules.papers.
    """
    form = styles.form(profile)
    found = [_code(head, form), _place(head, form), _drafter(head, form), _sheet(head, paper)]
    return tuple(words for words in found if words)


def _code(head: Head, form: Form) -> str:
    """A code that an earlier form of the family had, as ĐUK had become ĐU (05-HD/VPTW I.3.1.2b)."""
    if not head.type_code or not head.symbol or not styles.had_body(form, head.symbol):
        return ""
    now = form.code_instead(head.symbol)
    instead = f"; nay là {now}" if now else ""
    return f"Ký hiệu {head.symbol} không còn từ ngày {paper_date(form.since)}{instead}. {OFFICE}."


def _place(head: Head, form: Form) -> str:
    """An abbreviation that only another form has (36-HD/VPTW II.1.4; 05-HD/VPTW I.4.2.3)."""
    short = styles.foreign_place(form, head.place_name)
    if not short:
        return ""
    return f"Địa danh viết tắt {short} không có trong {form.source}; chỉ viết tắt {', '.join(form.places)}."


def _sheet(head: Head, paper: str) -> str:
    """A small sheet kept for a paper that is no administrative one (05-HD/VPTW IV.3)."""
    if not paper or papers.sheet_of(paper, head.marks.sheet) == head.marks.sheet:
        return ""
    return f"Khổ {head.marks.sheet} chỉ dùng cho giấy mời, giấy triệu tập; văn bản này lập trên khổ A4."


def _drafter(head: Head, form: Form) -> str:
    caps = form.styles["drafter"].caps
    return paper_fields.drafter_doubts({"drafter": head.marks.drafter}, caps).get("drafter", "")
