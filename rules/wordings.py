"""The fixed sentences of every paper, which an office may word its own way."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

WORDINGS = Path(__file__).resolve().parent.parent / "resources" / "wordings.toml"


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
def worded(paper: str) -> Worded | None:
    """The shipped sentences of a paper (a key of rules.papers); None for a paper that has none."""
    raw = tomllib.loads(WORDINGS.read_text(encoding="utf-8")).get(paper)
    if raw is None:
        return None
    return Worded(
        subject=raw.get("subject", ""),
        addressees=tuple(raw.get("addressees", ())),
        lines=tuple(Line(**line) for line in raw.get("lines", ())),
        recipients=tuple(raw.get("recipients", ())),
        signer=tuple(raw.get("signer", ())),
        author=raw.get("author", ""),
    )


def sentences(paper: str) -> tuple[Sentence, ...]:
    """Every editable text of a paper in the order of the page."""
    found = worded(paper)
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


def recipients(paper: str) -> tuple[str, ...]:
    """The shipped lines of Nơi nhận, with markers."""
    found = worded(paper)
    return found.recipients if found else ()


def signer(paper: str) -> tuple[str, ...]:
    """Authority and post as shipped: ("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG")."""
    found = worded(paper)
    return found.signer if found else ()
