"""Numbers as Vietnamese papers write them: figures of both locales, words both ways, shares."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, NamedTuple

from rules.text import clean, fold

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
BILLION = 1_000_000_000

Locale = Literal["vi", "en"]
LONGEST = 60  # characters of a number, words of a number written out
HALVES = {"½": "5", "¼": "25", "¾": "75"}
SIGNED = re.compile(r"(?P<sign>[-+−]?)\s*(?P<body>[0-9.,'’ ]*)(?P<half>[½¼¾]?)(?:\s*%)?")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:(?P<sep>[.,'’ ])[0-9]{3})(?:(?P=sep)[0-9]{3})*")
PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")

SPOKEN = {word: value for value, word in enumerate(DIGITS)}
AFTER_TENS = SPOKEN | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
MARKS = {"linh": "linh", "lẻ": "linh", "mười": "mười", "mươi": "mười", "trăm": "trăm", "rưỡi": "rưỡi"}
SCALE_WORDS = {"nghìn": "nghìn", "ngàn": "nghìn", "triệu": "triệu", "tỷ": "tỷ", "tỉ": "tỷ"}
SCALES = (("triệu", 1_000_000), ("nghìn", 1000))


class Speech(NamedTuple):
    """The choices a speaker has: linh or lẻ, nghìn or ngàn, "hai mươi tư" or "hai mươi bốn"."""

    zero: str = "linh"
    thousand: str = "nghìn"
    four: str = "tư"


USUAL = Speech()


def _below_hundred(tens: int, units: int, speech: Speech) -> list[str]:
    """Two figures after a hundred or alone: linh, mười, mươi, mốt, tư, lăm."""
    if tens == 0:
        return [speech.zero, DIGITS[units]] if units else []
    words = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if units == 0:
        return words
    special = {1: "mốt", 4: speech.four} if tens > 1 else {}
    return [*words, "lăm" if units == 5 else special.get(units, DIGITS[units])]


def _group(number: int, leading: bool, speech: Speech) -> list[str]:
    """Three figures; the leading group says no empty hundreds."""
    hundreds, rest = divmod(number, 100)
    if leading and not hundreds:
        return [DIGITS[rest]] if rest < 10 else _below_hundred(*divmod(rest, 10), speech)
    return [DIGITS[hundreds], "trăm", *_below_hundred(*divmod(rest, 10), speech)]


def _below_billion(number: int, leading: bool, speech: Speech) -> list[str]:
    words: list[str] = []
    for place, scale in ((2, "triệu"), (1, speech.thousand), (0, "")):
        group = number // 1000**place % 1000
        if group:
            words += [*_group(group, leading and not words, speech), scale]
    return [word for word in words if word]


def in_words(n: int, speech: Speech = USUAL) -> str:
    """The number in words: "hai mươi tư", "một trăm linh năm", "hai nghìn không trăm mười chín"."""
    if n == 0:
        return DIGITS[0]
    if n < 0:
        return f"âm {in_words(-n, speech)}"
    billions, rest = divmod(n, BILLION)
    head = [in_words(billions, speech), "tỷ"] if billions else []
    return " ".join([*head, *_below_billion(rest, not billions, speech)])


def from_words(text: str) -> int:
    """The whole number that words say, "hai mươi tư" or "hai muoi bon" as 24, "hai triệu rưỡi" as 2,500,000.

    ValueError with a sentence for what is no number, and for short speech with two meanings ("nghìn hai").
    """
    words = clean(text)
    spoken = words.lower().strip(" ().,;").split()
    negative = spoken[:1] in (["âm"], ["am"])
    try:
        if len(spoken) > LONGEST:
            raise ValueError
        tokens = [_token(word) for word in spoken[negative:]]
        value = _billions(tokens)
    except ValueError:
        shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
        raise ValueError(f"“{shown}” không phải là số viết bằng chữ, ví dụ hai mươi tư.") from None
    return -value if negative else value


def _bare(words: dict[str, str]) -> dict[str, str]:
    return {fold(word): kind for word, kind in words.items()} | words


KINDS = _bare({word: word for word in AFTER_TENS} | MARKS | SCALE_WORDS) | {"bẩy": "bảy", "bay": "bảy"}


def _token(word: str) -> str:
    """A word of a number in its usual spelling; with accents they must be right, without they may lack."""
    if word not in KINDS:
        raise ValueError
    return KINDS[word]


def _billions(tokens: list[str]) -> int:
    """Parts between "tỷ": each below a thousand million."""
    if not tokens or tokens[0] == "tỷ":
        raise ValueError
    value, part = 0, list[str]()
    for number, token in enumerate(tokens):
        if token == "tỷ":
            value = (value + (_scaled(part, value > 0) if part else 0)) * BILLION
            part = []
        elif token == "rưỡi" and not part and number == len(tokens) - 1:
            return value + BILLION // 2
        else:
            part.append(token)
    return value + (_scaled(part, value > 0) if part else 0)


def _scaled(tokens: list[str], led: bool) -> int:
    """Millions, thousands and the last three figures; `led` where something larger was said before."""
    value = 0
    for word, scale in SCALES:
        if word not in tokens:
            continue
        place = tokens.index(word)
        value += _hundreds(tokens[:place], led) * scale
        tokens, led = tokens[place + 1 :], True
        if tokens == ["rưỡi"]:
            return value + scale // 2
    return value + (_hundreds(tokens, led) if tokens or not led else 0)


def _hundreds(tokens: list[str], led: bool) -> int:
    """Three figures: "hai trăm linh năm", "không trăm mười chín", "hai mươi tư"."""
    if "trăm" in tokens:
        place = tokens.index("trăm")
        value = 100 * _unit(tokens[:place], SPOKEN)
        rest = tokens[place + 1 :]
        return value + (50 if rest == ["rưỡi"] else _tens(rest, True) if rest else 0)
    return _tens(tokens, led)


def _tens(tokens: list[str], led: bool) -> int:
    """Two figures; after something larger one figure needs its "linh": "nghìn hai" has two meanings."""
    if tokens[:1] == ["linh"] and led:
        return _unit(tokens[1:], AFTER_TENS)
    if "mười" in tokens:
        place = tokens.index("mười")
        ten = _unit(tokens[:place], SPOKEN) if place else 1
        rest = tokens[place + 1 :]
        return 10 * ten + (_unit(rest, AFTER_TENS) if rest else 0)
    if led:
        raise ValueError
    return _unit(tokens, SPOKEN | {"tư": 4})  # "tháng tư", "thứ tư"


def _unit(tokens: list[str], known: dict[str, int]) -> int:
    if len(tokens) != 1 or tokens[0] not in known:
        raise ValueError
    return known[tokens[0]]


def parse_number(text: str, locale: Locale = "vi") -> Decimal:
    """The number that figures say: "35.599", "99,16 %" (as 99.16), "35 599", "1½".

    locale  decides only what reads both ways, one mark and three figures: "35,599" is 35.599 in "vi"
            and 35599 in "en", "35.599" the other way round; "99.16" and "1,234.5" are read in both.
    ValueError with a sentence.
    """
    words = clean(text)
    found = SIGNED.fullmatch(words) if len(words) <= LONGEST else None
    typed, half = (found["body"].strip(), HALVES.get(found["half"], "")) if found else ("", "")
    body = _decimal(typed or "0", locale) if typed or half else None
    if found is None or body is None or (half and "." in body):
        shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
        raise ValueError(f"“{shown}” không phải là số; hãy viết như 35.599 hoặc 99,16.")
    value = Decimal(f"{body}.{half}" if half else body)
    return -value if found["sign"] in ("-", "−") else value


def _decimal(body: str, locale: Locale) -> str | None:
    """Figures with a point for decimals alone; None for what is no number."""
    grouped = GROUPED.fullmatch(body)
    mark = "." if locale == "vi" else ","
    if grouped and (grouped["sep"] not in ".," or grouped["sep"] == mark or body.count(grouped["sep"]) > 1):
        return re.sub(r"[.,'’ ]", "", body)
    if PLAIN.fullmatch(body):
        return body.replace(",", ".")
    last = max(body.rfind("."), body.rfind(","))
    whole, rest = body[:last], body[last + 1 :]
    group = GROUPED.fullmatch(whole)
    if last > 0 and group and group["sep"] != body[last] and rest.isdigit():
        return f"{re.sub(r'[^0-9]', '', whole)}.{rest}"
    return None


def percent(part: int, whole: int) -> str:
    """The share of `whole`, two decimals rounded half up, empty decimals left out: "94,29%", "100%"."""
    if whole == 0:
        return ""
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{share:f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def two_digits(n: int) -> str:
    """A zero before one figure: "05", "12", "129"."""
    return f"{n:02d}"
