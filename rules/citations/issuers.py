"""Who issued a cited document: the words after "của", and the codes that end a symbol."""

from __future__ import annotations

import re
from functools import lru_cache

from rules.citations import kinds
from rules.citations.levelled import Levelled
from rules.text import fold

MOST_WORDS = 18
# The codes as typed without accents and capitals (36-HD/VPTW, 05-HD/VPTW; state bodies as they are).
CODES: dict[str, str] = {
    fold(code): code
    for code in (
        "TW", "TU", "HU", "QU", "ThU", "ĐUK", "ĐU", "ĐUQS", "ĐUCA", "ĐUBP", "QUTW", "CB", "ĐH", "BCĐ", "TB",
        "HĐ", "ĐĐ", "BCSĐ", "UBKT", "CQUBKT", "BXDĐ", "TTg", "CP", "UBND", "HĐND", "VPĐU", "VPĐUK", "TUCL",
        "BTCĐUK", "BTGĐUK", "UBKTĐUK", "TWĐTN", "UBMTTQ", "HĐBT", "HĐBC", "CTN", "VPCP", "ĐUVCL",
    )
}  # fmt: skip
ORGAN_CODE = re.compile(
    r"(?:vp|ubkt|cqubkt|b[a-z]{1,5})(?:tw|tu|hu|qu|thu|duk|du)|cb\d{1,3}|du[a-z]{1,8}|(?:qh|ubtvqh)\d{1,2}"
)
STATE_CODE = re.compile(r"(?:ttg|cp|ubnd|hdnd|hdbt|hdbc|ctn|vpcp|qh|ubtvqh)")
LAST_PARTS = ("nb",)  # "3294-CV/VPTW/nb"

PLENUM = re.compile(
    r"hoi\s{1,6}nghi\s{1,6}(?:(?:lan\s{1,6}thu|toan\s{1,6}the)\s{1,6})?"
    r"(?:[\w]{1,8}\s{1,6}){0,4}?,?\s{0,3}(?=ban\s{1,6}chap\s{1,6}hanh\b)"
)
BOTH = re.compile(r"bo\s{1,6}chinh\s{1,6}tri,\s{1,6}ban\s{1,6}bi\s{1,6}thu\b")
TOKEN = re.compile(r"(?P<gap>\s{1,6}(?:[-–]\s{1,3})?|[-–])?(?P<word>[^\W_]{1,30})")
# How an issuer begins where no capital tells it.
START = re.compile(
    r"(?:(?:tinh|thanh|huyen|quan|thi|dang|chi)\s{1,6}(?:uy|bo)|ban|bo|van\s{1,6}phong|uy\s{1,6}ban|hoi\s{1,6}dong"
    r"|so|trung\s{1,6}uong|thuong\s{1,6}truc|chinh\s{1,6}phu|thu\s{1,6}tuong|quoc\s{1,6}hoi|cong\s{1,6}an|hoi"
    r"|lien\s{1,6}doan|tinh|huyen|thanh\s{1,6}pho|doan|mat\s{1,6}tran|ubnd|hdnd|btv|bch|bct|bbt)\b"
)
NOT_ORGANS = re.compile(r"(?:dong\s{1,6}chi|d/c|ong|ba|minh|ta|cap|nguoi|dai\s{1,6}bieu|cac\s{1,6}dong)\b")
# What goes on in a name without capitals: "Đảng ủy khối các cơ quan tỉnh".
WITHIN = re.compile(
    r"(?:khoi|cac\s{1,6}co\s{1,6}quan(?:\s{1,6}va\s{1,6}doanh\s{1,6}nghiep)?|co\s{1,6}quan|doanh\s{1,6}nghiep|(?:tinh|thanh|huyen|thi|quan|dang)\s{1,6}uy"
    r"|thanh\s{1,6}pho|thi\s{1,6}xa|tinh|huyen|xa|phuong|dac\s{1,6}khu|trung\s{1,6}uong|dang\s{1,6}bo|chi\s{1,6}bo"
    r"|chinh\s{1,6}tri|bi\s{1,6}thu|thuong\s{1,6}(?:vu|truc)|chap\s{1,6}hanh|nhan\s{1,6}dan|chinh\s{1,6}quyen"
    r"|kiem\s{1,6}tra\s{1,6}(?=tinh|huyen|thanh|quan|thi|dang|trung)|dang(?!\s{1,6}vien)|uy|phu|truc\s{1,6}thuoc"
    r"|chi\s{1,6}dao(?=\s{1,6}\d{2,3}\b))\b"
)


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Second syllables that stand small behind a first one with its capital: "Trung ương", "Kiểm tra".
SECONDS = words_of(
    "uong tra chuc bo tich van nghe dong tao uy vu hanh tri thu giao chinh phong doan truc hoi "
    "tranh binh nu dan nghiep truong su an quan te hoach tu thao lich thong phap san ly duc hoc phu "
    "dao cong vien khu mat ve khoa xa tin thuong ke khang chien lap loai dang sat cuong"
)
HEADS = ("ban", "so", "bo", "hoi", "phong", "truong")  # after these two small words are part of the name
STOPS = words_of(
    "về đã được để tại trong đến tới cho với là theo nhằm có nêu ký năm ngày khóa do từ hoặc số "
    "bằng khi trên sẽ phải này đó của cùng gồm như thì mà nhiệm nên sau trước vào ra lần gửi yêu "
    "nay v"
)
BARE_STOPS = frozenset(fold(word) for word in STOPS) - {"so", "ra"}
KIND = re.compile(
    rf"(?:{'|'.join(sorted(kinds.NAMES, key=len, reverse=True)).replace(' ', chr(92) + 's{1,6}')})\b"
)


@lru_cache(4096)
def code(typed: str) -> str | None:
    """The issuer's code as it is registered, or as typed if it looks like one; None for what is none."""
    low = fold(typed)
    if low in CODES and not any(letter.isupper() for letter in typed):
        return CODES[low] if typed == low else typed.upper()
    capitals = sum(letter.isupper() for letter in typed)
    if capitals >= 2 or low in CODES:
        return typed
    return typed.upper() if not capitals and ORGAN_CODE.fullmatch(low) else None


@lru_cache(4096)
def is_known(typed: str) -> bool:
    """Whether the code is one that offices use, not only letters like one."""
    low = fold(typed)
    return low in CODES or bool(ORGAN_CODE.fullmatch(low))


@lru_cache(4096)
def is_of_party(typed: str) -> bool:
    """Whether the code is one of a Party body, which tells a thông tri from a thông tư."""
    return is_known(typed) and not STATE_CODE.match(fold(typed))


def _stops(word: str, bare: str, before: str) -> bool:
    """Whether a word ends the name; without accents "nam" may be of "viet nam"."""
    if before == "viet":
        return False
    if word.istitle() and word not in ("Về", "Ngày", "Số", "V"):
        return False  # "Cao Bằng"
    return word.lower() in STOPS or (word == bare and bare in BARE_STOPS)


def read(text: Levelled, start: int) -> tuple[str, int] | None:
    """The issuer that begins at `start` and the place of its end; None if none begins there."""
    plain, words = text.plain, text.words
    if plain.startswith("ho", start) and (plenum := PLENUM.match(plain, start)):
        start = plenum.end()
    begun = START.match(plain, start)
    if NOT_ORGANS.match(plain, start) or not (begun or words[start : start + 1].isupper()):
        return None
    if plain.startswith("bo", start) and (both := BOTH.match(plain, start)):
        return " ".join(words[start : both.end()].split()), both.end()
    end, before, free, capital = start, "", 0, False
    for _ in range(MOST_WORDS):
        token = TOKEN.match(plain, end)
        if not token or (end > start and not token["gap"]):
            break
        at, bare = token.start("word"), token["word"]
        word = words[at : token.end()]
        if "\n" in (token["gap"] or "") and word[0].isupper() and not START.match(plain, at):
            break  # a new paragraph
        if end == start:
            taken = max(token.end(), begun.end() if begun else 0)
        else:
            taken = _taken(text, at, word, before, free, capital)
        if taken <= end:
            break
        free = 2 if bare in HEADS else free - 1
        capital = word.istitle() and taken == token.end()
        before, end = bare, taken
    if not end > start:
        return None
    return " ".join(words[start:end].split()), end


def _taken(text: Levelled, at: int, word: str, before: str, free: int, capital: bool) -> int:
    """Where the name ends after taking the word at `at`; 0 where the word is not of the name.

    `before` is the word before it without accents, `capital` whether it has one; `free` small words may come.
    """
    plain, words = text.plain, text.words
    bare = plain[at : at + len(word)]
    if bare == "va":
        follows = TOKEN.match(plain, at + len(word))
        if not follows or not words[follows.start("word")].isupper():
            return 0
        there = follows.start("word")
        known = START.match(plain, there) or KIND.match(plain, there)
        return 0 if known else at + len(word)
    if _stops(word, bare, before) or KIND.match(plain, at):
        return 0
    if word[0].isupper() or (free > 0 and not word[0].isdigit()):
        return at + len(word)
    if word[0].isdigit():
        return at + len(word) if before == "dao" else 0
    if capital and bare in SECONDS:
        return at + len(word)
    within = WITHIN.match(plain, at)
    return within.end() if within else 0
