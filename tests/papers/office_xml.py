"""Looking into Word files: parts, styles, paragraphs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from tests.papers.word_schema import ORDER, W, disorder, tag

__all__ = ["ORDER", "W", "disorder", "paragraphs", "part", "styles", "tag", "value", "words_of"]


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def value(element: etree._Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}", "")


def styles(data: bytes) -> dict[str, etree._Element]:
    return {value(style, "styleId"): style for style in part(data, "styles").iter(f"{W}style")}


def words_of(paragraph: etree._Element) -> str:
    """What is read there; a hyphen at which no line breaks is a hyphen."""
    read = paragraph.iter(f"{W}t", f"{W}noBreakHyphen")
    return "".join("-" if tag(one) == "noBreakHyphen" else one.text or "" for one in read)


def paragraphs(data: bytes) -> Iterator[tuple[str, str]]:
    """Style and words of every paragraph with words."""
    for paragraph in part(data, "document").iter(f"{W}p"):
        words = words_of(paragraph)
        if words:
            yield value(paragraph.find(f"{W}pPr/{W}pStyle")), words
