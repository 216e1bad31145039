"""Tells which mentions of a text are of one document, and which of two that share a number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rules.citations.finding import Citation


def distinct(citations: Iterable[Citation]) -> list[Citation]:
    """One citation per document, in the order they are first named, with all that any mention tells of it.

    Two documents of one number are told apart by their dates; a mention that tells less joins the only
    document it can mean, and stands alone where it may mean two.
    """
    mentions = list(citations)
    fullness = sorted(range(len(mentions)), key=lambda at: (-_told(mentions[at]), at))
    kept: dict[str, list[tuple[int, Citation]]] = {}
    for at in fullness:
        mention = mentions[at]
        same = kept.setdefault(mention.number.lstrip("0"), [])
        fits = [place for place, (_, other) in enumerate(same) if _may_be(mention, other)]
        if mention.number and len(fits) == 1:
            first, other = same[fits[0]]
            same[fits[0]] = (min(first, at), _joined(mention, other))
        else:
            same.append((at, mention))
    rows = sorted((row for same in kept.values() for row in same), key=lambda row: row[0])
    return [citation for _, citation in rows]


def _told(citation: Citation) -> int:
    """How much a mention tells."""
    parts = (citation.type_name, citation.type_code, citation.issuer_code, citation.date, citation.issuer)
    return sum(part is not None for part in parts)


def _may_be(mention: Citation, other: Citation) -> bool:
    """Whether two mentions of one number contradict each other nowhere."""
    pairs = (
        (mention.type_name, other.type_name),
        (mention.type_code, other.type_code),
        (mention.issuer_code, other.issuer_code),
        (mention.year, other.year),
        (mention.date, other.date),
    )
    return all(one is None or two is None or one == two for one, two in pairs)


def _joined(mention: Citation, other: Citation) -> Citation:
    """The fuller mention, at the place of the first, with what only the other tells."""
    first = min(mention, other, key=lambda citation: citation.start)
    return replace(
        other,
        type_name=other.type_name or mention.type_name,
        type_code=other.type_code or mention.type_code,
        issuer_code=other.issuer_code or mention.issuer_code,
        year=other.year or mention.year,
        date=other.date or mention.date,
        issuer=other.issuer or mention.issuer,
        start=first.start,
        end=first.end,
    )
