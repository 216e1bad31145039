"""The kinds of documents that texts cite, Party and state, by their names and by their codes."""

from __future__ import annotations

from functools import cache

from rules.directives import DIRECTIVE_TYPES
from rules.text import fold

UNNUMBERED = ("Bài viết", "Tài liệu")
# Codes that state bodies use beside those of the Party (Nghị định 30/2020/NĐ-CP, phụ lục III).
STATE_TYPES: tuple[tuple[str, str], ...] = (
    ("Bộ luật", ""),
    ("Luật", ""),
    ("Pháp lệnh", ""),
    ("Sắc lệnh", "SL"),
    ("Lệnh", "L"),
    ("Nghị định", "NĐ"),
    ("Nghị quyết liên tịch", "NQLT"),
    ("Thông tư", "TT"),
    ("Thông tư liên tịch", "TTLT"),
    ("Công điện", "CĐ"),
    ("Quy định", "QyĐ"),
    ("Bản ghi nhớ", "BGN"),
    ("Phiếu chuyển", "PC"),
    ("Phiếu gửi", "PG"),
    ("Phiếu báo", "PB"),
)
ANY = "Văn bản"  # "văn bản số 1523": a document of a kind that is not told
PARTY_TYPES = tuple((kind.name, kind.code) for kind in DIRECTIVE_TYPES if kind.name not in UNNUMBERED)
NAMES: dict[str, str] = {fold(name): name for name, _ in (*PARTY_TYPES, *STATE_TYPES)} | {fold(ANY): ANY}
CODES: tuple[str, ...] = tuple(sorted({code for _, code in (*PARTY_TYPES, *STATE_TYPES) if code}, key=len))
# These words are verbs as well, so that a bare figure after them cites only where they begin with a capital.
ALSO_VERBS = frozenset(
    fold(name)
    for name in (
        "Quyết định", "Quy định", "Thông báo", "Báo cáo", "Hướng dẫn", "Kết luận", "Chương trình", "Dự án",
        "Lệnh", "Luật", "Đề án", "Phương án", "Quy hoạch", ANY,
    )
)  # fmt: skip


@cache
def _by_code(state: bool) -> dict[str, tuple[str, ...]]:
    """Code → names: "QĐ" of the Party is Quyết định or Quy định, "TT" Thông tri there and Thông tư here."""
    rows = (*STATE_TYPES, *PARTY_TYPES) if state else (*PARTY_TYPES, *STATE_TYPES)
    found: dict[str, tuple[str, ...]] = {}
    for name, code in rows:
        if code and name not in found.get(code, ()):
            found[code] = (*found.get(code, ()), name)
    if state:
        found["QĐ"] = ("Quyết định",)
    return found


def code_of(typed: str) -> str | None:
    """The code as it is registered: "QĐi" as it is, "qđ" and "qd" as "QĐ"; None for a code not known.

    Marks may be left out, never put in: "HĐ" is a contract or a bill, no "HD".
    """
    if typed in CODES:
        return typed
    low = typed.lower()
    alike = (code for code in CODES if fold(code) == fold(typed) and ("đ" not in low or "đ" in code.lower()))
    return next((code for code in CODES if code.lower() == low), next(alike, None))


def name_of(code: str, state: bool) -> str | None:
    """The kind a code stands for; None where it may be two ("QĐ" of the Party)."""
    names = _by_code(state).get(code, ())
    return names[0] if names and (code != "QĐ" or state) else None


def has_code(name: str, code: str) -> bool:
    """Whether documents of that name may carry that code."""
    return any(name in _by_code(state).get(code, ()) for state in (False, True))
