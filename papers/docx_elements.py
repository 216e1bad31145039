"""The elements of a Word file: their names, children and values, whoever wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papers.docx_base import RELATIONS, WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

W = f"{{{WORD}}}"
R = f"{{{RELATIONS}}}"
# What holds runs or blocks of the same text; what was deleted or moved away stays outside.
HOLDERS = {"hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml"}
HOLDERS |= {"dir", "bdo", "ruby", "rubyBase"}
CHANGES = {"ins", "del", "moveFrom", "moveTo"}  # tracked, neither accepted nor refused yet
OFF = {"0", "false", "off", "none"}


def tag(element: _Element) -> str:
    """The name without its namespace; "" for comments and entities."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def find(element: _Element | None, *way: str) -> _Element | None:
    """Down one child per step, in Word's namespace."""
    for step in way:
        element = None if element is None else element.find(f"{W}{step}")
    return element


def value(element: _Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{W}{name}") or ""


def is_on(element: _Element) -> bool:
    """A switch that stands there is on unless it says otherwise."""
    return value(element).lower() not in OFF
