"""Numbers as Vietnamese papers write them: in words, as shares, with two figures."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = ("", "nghìn", "triệu")
BILLION = 1_000_000_000


def _below_hundred(tens: int, units: int) -> list[str]:
    """Two figures after a hundred or alone: linh, mười, mươi, mốt, tư, lăm."""
    if tens == 0:
        return ["linh", DIGITS[units]] if units else []
    words = ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if units == 0:
        return words
    special = {1: "mốt", 4: "tư"} if tens > 1 else {}
    return [*words, "lăm" if units == 5 else special.get(units, DIGITS[units])]


def _group(number: int, leading: bool) -> list[str]:
    """Three figures; the leading group says no empty hundreds."""
    hundreds, rest = divmod(number, 100)
    if leading and not hundreds:
        return [DIGITS[rest]] if rest < 10 else _below_hundred(*divmod(rest, 10))
    return [DIGITS[hundreds], "trăm", *_below_hundred(*divmod(rest, 10))]


def _below_billion(number: int, leading: bool) -> list[str]:
    words: list[str] = []
    for place in (2, 1, 0):
        group = number // 1000**place % 1000
        if group:
            words += [*_group(group, leading and not words), SCALES[place]]
    return [word for word in words if word]


def in_words(n: int) -> str:
    """The number in words: "hai mươi tư", "một trăm linh năm", "hai nghìn không trăm mười chín"."""
    if n == 0:
        return DIGITS[0]
    if n < 0:
        return f"âm {in_words(-n)}"
    billions, rest = divmod(n, BILLION)
    head = [in_words(billions), "tỷ"] if billions else []
    return " ".join([*head, *_below_billion(rest, leading=not billions)])


def percent(part: int, whole: int) -> str:
    """The share of `whole`, two decimals rounded half up, empty decimals left out: "94,29%", "100%"."""
    if whole == 0:
        return ""
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{share:f}".rstrip("0").rstrip(".").replace(".", ",") + "%"


def two_digits(n: int) -> str:
    """A zero before one figure: "05", "12", "129"."""
    return f"{n:02d}"
