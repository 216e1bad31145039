"""Word files of papers, out and in."""

from __future__ import annotations

import io
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from papers import docx_base, docx_xml, target
from papers.content import Document, printable
from papers.docx_reading import read
from papers.placing import first_mark
from rules.facts import Marks

__all__ = ["read", "write"]

LONGEST_TITLE = 255  # characters of a Word file's title property


def write(document: Document, path: Path) -> None:
    """Write the paper as .docx, whole or not at all; Refused when the place cannot take it."""
    data = to_bytes(document)
    with target.replacing(path) as beside:
        beside.write_bytes(data)


def to_bytes(document: Document) -> bytes:
    """The whole .docx in memory: the file of an office's own template, else the paper set by its form."""
    import docx
    from docx.oxml.parser import parse_xml

    if document.word:
        return document.word
    mark = printable(first_mark(document))
    package = docx_base.package(document.profile, mark, document.marks.duplex)
    file = docx.Document(io.BytesIO(package))
    names: list[str] = []
    body = parse_xml(docx_xml.body(document, names))
    root = file.element
    root.replace(root.body, body)
    _note(file.settings.element, document, names)
    properties = file.core_properties
    properties.title = printable(document.title)[:LONGEST_TITLE]
    properties.created = properties.modified = datetime.now(UTC)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _note(settings: object, document: Document, names: list[str]) -> None:
    """Keep in the file what Word itself has no place for: the form, the marks, what each blank stands for."""
    from lxml import etree

    assert isinstance(settings, etree._Element)
    usual = Marks()
    marks = {
        f"{docx_xml.MARK}{one.name}": str(value)
        for one in fields(Marks)
        if (value := getattr(document.marks, one.name)) != getattr(usual, one.name)
    }
    known = {
        "profile": document.profile,
        **marks,
        **{f"{docx_xml.BLANK}{n}": name for n, name in enumerate(names, 1)},
    }
    box = etree.Element(f"{{{docx_base.WORD}}}docVars")
    for name, value in known.items():
        variable = etree.SubElement(box, f"{{{docx_base.WORD}}}docVar")
        variable.set(f"{{{docx_base.WORD}}}name", name)
        variable.set(f"{{{docx_base.WORD}}}val", printable(value))
    compat = settings.find(f"{{{docx_base.WORD}}}compat")
    assert compat is not None
    compat.addnext(box)  # the schema sets docVars behind compat
