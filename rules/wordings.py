"""The fixed sentences of every paper, which an office may word its own way."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from rules.office import PARTY, STATE
from rules.units import is_collective, leading_post

WORDINGS = Path(__file__).resolve().parent.parent / "resources" / "wordings.toml"
HEAD = "{{Người đứng đầu}}"  # in the lines of whoever signs
BEHALF = "TM."  # for a body that decides together (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7)


class Line(NamedTuple):
    """One paragraph of the body, or several where the text has line ends or a list's marker repeats.

    `own`: typed anew for every meeting, `text` being the words before it; while nothing is typed a blank
    stands there, or nothing at all where the line is `optional`.
    """

    key: str
    label: str
    text: str
    style: str = "body"
    own: bool = False
    optional: bool = False


class Worded(NamedTuple):
    """What one paper says beside its facts."""

    subject: str = ""
    addressees: tuple[str, ...] = ()  # Kính gửi
    lines: tuple[Line, ...] = ()
    recipients: tuple[str, ...] = ()  # Nơi nhận
    signer: tuple[str, ...] = ()  # authority, post
    author: str = ""  # "CỦA BAN THƯỜNG VỤ …", between type and subject


class Sentence(NamedTuple):
    """One editable text of a paper, as the program ships it."""

    key: str
    label: str
    text: str
    own: bool = False
    optional: bool = False


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads(WORDINGS.read_text(encoding="utf-8"))


@cache
def worded(paper: str, family: str = PARTY) -> Worded | None:
    """The shipped sentences of a paper (a key of rules.papers); None for a paper that has none.

    A state body's are those of the Party with what the state words otherwise in their place.
    """
    raw = _shipped().get(paper)
    if raw is None:
        return None
    other = _shipped()[STATE].get(paper, {}) if family == STATE else {}
    texts = other.get("lines", {})
    raw = raw | {key: rows for key, rows in other.items() if key != "lines"}
    lines = [Line(**line | {"text": texts.get(line["key"], line["text"])}) for line in raw.get("lines", ())]
    return Worded(
        subject=raw.get("subject", ""),
        addressees=tuple(raw.get("addressees", ())),
        lines=tuple(lines),
        recipients=tuple(raw.get("recipients", ())),
        signer=tuple(raw.get("signer", ())),
        author=raw.get("author", ""),
    )


def sentences(paper: str, family: str = PARTY) -> tuple[Sentence, ...]:
    """Every editable text of a paper in the order of the page."""
    found = worded(paper, family)
    if found is None:
        return ()
    parts = [Sentence("author", "Tác giả", found.author)] if found.author else []
    parts += [Sentence("subject", "Trích yếu", found.subject)] if found.subject else []
    if found.addressees:
        parts.append(Sentence("addressees", "Kính gửi", "\n".join(found.addressees)))
    parts += [Sentence(line.key, line.label, line.text, line.own, line.optional) for line in found.lines]
    if found.recipients:
        parts.append(Sentence("recipients", "Nơi nhận", "\n".join(found.recipients)))
    if found.signer:
        parts.append(Sentence("signer", "Người ký", "\n".join(found.signer)))
    return tuple(parts)


def recipients(paper: str, family: str = PARTY) -> tuple[str, ...]:
    """The shipped lines of Nơi nhận, with markers."""
    found = worded(paper, family)
    return found.recipients if found else ()


def signer(paper: str, family: str = PARTY) -> tuple[str, ...]:
    """Authority and post as shipped: ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG")."""
    found = worded(paper, family)
    return found.signer if found else ()


def signed(rows: Iterable[str], issuer: str) -> list[str]:
    """The lines of whoever signs with the post of who heads the issuer in the place of its field.

    Alone in the first line it stands for the whole authority: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".
    """
    post = leading_post(issuer).upper()
    made: list[str] = []
    for row in rows:
        if row.strip() == HEAD and not made and is_collective(issuer):
            made.append(f"{BEHALF} {' '.join(issuer.split()[:4]).upper()}")
        made.append(row.replace(HEAD, post))
    return made
