"""What begins a citation and what joins the numbers of a list: kinds, "số", "và", "đến"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.citations import issuers, kinds
from rules.citations.levelled import Levelled
from rules.citations.shapes import DASH, FIGURES, TYPES
from rules.text import fold

NAMES = "|".join(sorted(kinds.NAMES, key=len, reverse=True)).replace(" ", r"\s{1,6}")
SO = r"so(?:\s{1,6}(?:va\s{1,3})?(?:k[yi]\s{1,3})?hieu)?(?![\w])(?>\s{0,6}[:.]?\s{0,6})|so(?=[0-9])"
# Words that may stand between the kind and its number: "Công văn hỏa tốc số", "Chương trình hành động số".
BETWEEN = (
    r"\s{1,6}(?:hoa\s{1,3}toc|(?:thuong\s{1,3})?khan|(?:toi\s{1,3}|tuyet\s{1,3})?mat|lien\s{1,3}tich|ket\s{1,3}luan"
    r"|chung|hanh\s{1,3}dong|phoi\s{1,3}hop|cong\s{1,3}tac|toan\s{1,3}khoa|chuyen\s{1,3}de|kiem\s{1,3}tra"
    r"|giam\s{1,3}sat|lam\s{1,3}viec)\b"
)
GAP = r"(?>\s{0,6}[,(:]?\s{0,6})"
YEAR = r"(?:/(?:19|20)[0-9]{2})?"
SYMBOL_AHEAD = (
    rf"(?={FIGURES}(?:{YEAR}(?:\s{{0,3}}{DASH}\s{{0,3}}|\s{{0,2}}/\s{{0,2}}|\s?)(?:{TYPES})\s?(?:{DASH}|/)\s{{0,2}}[a-z][a-z]"
    r"|/(?:19|20)[0-9]{2}/(?:qh|ubtvqh)[0-9]))"
)
NUMBER_AHEAD = r"(?=[0-9]{1,6}(?![0-9]))"
BLANK_AHEAD = rf"(?=[\s._…]{{0,60}}(?:{DASH}|/)\s{{0,3}}[a-z])"
# Behind "số" alone a symbol must come, at once or at the end of a list.
LIST_AHEAD = rf"(?={FIGURES}\s{{0,6}}(?:[,;&+/]|{DASH}|va\b|hoac\b|den\b|toi\b|{TYPES}))"
AFTER_SHORT = r"\s{0,6}(?:,\s{0,3})?(?:(?:cua|ve|ngay\s{1,3}[0-9])\b)"
LEAD = re.compile(
    rf"(?<![\w])(?:(?P<kind>{NAMES})(?P<between>{BETWEEN})?"
    rf"(?:{GAP}(?P<so>{SO})(?:{NUMBER_AHEAD}|(?P<blank>{BLANK_AHEAD}))|\s{{0,6}}{NUMBER_AHEAD}|\s{{0,6}}:\s{{0,6}}{SYMBOL_AHEAD}"
    r"|(?P<of>\s{1,6}cua\s{1,6}))"
    rf"|(?P<short>{TYPES})(?:\s{{0,6}}[:(]?\s{{0,6}}(?P<short_so>{SO}){NUMBER_AHEAD}"
    rf"|\s{{1,6}}(?={FIGURES}{AFTER_SHORT}|{FIGURES}{YEAR}\s{{0,3}}(?:{DASH}|/)\s{{0,3}}[a-z]))"
    rf"|(?P<alone>{SO})(?:{LIST_AHEAD}|(?P<empty>{BLANK_AHEAD}))"
    rf"|(?<![\w/][-/.–@])(?<![/@]){SYMBOL_AHEAD})"
)
AFTER_ISSUER = re.compile(rf"{GAP}(?:{SO}){NUMBER_AHEAD}")
JOIN = re.compile(
    rf"\s{{0,6}}(?P<join>[,;&+](?:\s{{0,6}}va\b)?|(?:va|hoac|cung|voi)\b"
    rf"|(?P<to>(?:cho\s{{1,3}})?(?:den|toi)\b|(?<![\n\r])(?<![\n\r][^\S\n])(?<![\n\r]\s\s){DASH}))"
    rf"\s{{0,6}}(?P<so>{SO})?{NUMBER_AHEAD}"
)
PLURAL = re.compile(r"(?<![\w])(?:cac|nhung|tu|hai|ba|bon|nhieu)\s{1,6}$")
# What may follow a bare figure that cites: "Chỉ thị 35 của", but not "Kế hoạch 5 năm".
AFTER_FIGURE = re.compile(
    r"\s{0,6}(?:$|[.;:,)\]”\"'’?!…\n]|-\s|–|/(?![0-9a-z])"
    r"|(?:cua|ve|va|da|duoc|co|la|de|tai|trong|den|toi|cho|voi|theo|nham|neu|do|thi|gom|khi|tren|se|phai"
    r"|nay|con|dang|cung|ban\s{1,3}hanh|ngay\s{1,3}[0-9]|quy\s{1,3}dinh|yeu\s{1,3}cau|khoa|tu)\b)"
)
LOOKBACK = 14  # letters in front of a lead that may tell it is of many
LONGEST_LAW = 120  # letters of a law's name
LAW_BEFORE = re.compile(r"\b(?P<kind>Luật|Bộ luật|Pháp lệnh)\s[^.;:\n\d]{0,120}$")
NEVER_BARE = ("Văn bản", "Phương án", "Dự án", "Luật", "Bộ luật")  # "Phương án 2" cites nothing


@dataclass(slots=True)
class Lead:
    """What stands before the first number of a group; `at` is where that number begins."""

    start: int
    at: int
    name: str | None = None  # of the kind; "Văn bản" where it is not told
    code: str | None = None  # where the kind is written by its code: "KH số 92"
    so: bool = False
    blank: bool = False
    capital: bool = False
    between: bool = False
    issuer: str | None = None

    @property
    def alone(self) -> bool:
        """A number without anything that says it is one."""
        return self.name is None and not self.so

    def is_many(self, plain: str) -> bool:
        """Whether the words in front speak of several: "các", "từ"."""
        return bool(PLURAL.search(plain[max(0, self.start - LOOKBACK) : self.start]))


def make(text: Levelled, found: re.Match[str]) -> Lead | None:
    """The lead that the pattern has found; None where the words only look like one."""
    start, at = found.start(), found.end()
    lead = Lead(start, at)
    if found["alone"]:
        lead.so, lead.blank = True, found["empty"] is not None
        return lead
    if not found["kind"] and not found["short"]:
        return lead
    lead.so, lead.between = bool(found["so"] or found["short_so"]), bool(found["between"])
    lead.blank = found["blank"] is not None
    lead.capital = text.words[start].isupper()
    if found["kind"]:
        lead.name = kinds.NAMES[" ".join(found["kind"].split())]
    else:
        code = text.words[start : found.end("short")]
        if code not in kinds.CODES:
            return Lead(found.end("short"), at, so=lead.so, blank=lead.blank) if lead.so else None
        lead.name, lead.code = kinds.name_of(code, state=False) or kinds.ANY, code
    return _issued(text, lead) if found["of"] else lead


def _issued(text: Levelled, lead: Lead) -> Lead | None:
    """ "Kế hoạch của Ban Thường vụ Tỉnh ủy số 129-KH/TU": the issuer stands in front of the number."""
    named = issuers.read(text, lead.at)
    follows = AFTER_ISSUER.match(text.plain, named[1]) if named else None
    if not named or not follows:
        return None
    lead.issuer, lead.at, lead.so = named[0], follows.end(), True
    return lead


def of_law(text: Levelled, lead: Lead) -> None:
    """ "Luật Tổ chức Chính phủ số 63/2025/QH15": the name of a law stands between its kind and its number."""
    begin = max(0, lead.start - LONGEST_LAW)
    if found := LAW_BEFORE.search(text.words[begin : lead.start]):
        lead.start, lead.name = begin + found.start(), found["kind"]


def stands_alone(plain: str, lead: Lead, end: int, told: bool) -> bool:
    """Whether a bare figure that ends at `end` is a document's number; `told`: a date or issuer follows."""
    if lead.code:
        return True
    if lead.so:
        return lead.name is not None and (told or lead.name not in NEVER_BARE[1:])
    if lead.name is None or lead.between or lead.name in NEVER_BARE:
        return False
    if not lead.capital and fold(lead.name) in kinds.ALSO_VERBS:
        return False
    return told or bool(AFTER_FIGURE.match(plain, end))
