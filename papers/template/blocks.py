"""Our own tables and paragraphs set into an office's Word file, with the styles they need."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from papers import docx_base, docx_xml, styles
from papers.content import Block, Document, Paragraph, Section
from papers.docx_base import NAMES
from papers.docx_elements import W, value
from papers.template.pieces import Loop, Result, bare, runs

if TYPE_CHECKING:
    from lxml.etree import _Element

    from papers.template.package import Package

NAMED = re.compile(r'(<w:(?:pStyle|tblStyle) w:val=")([^"]*)"')
MARK = re.compile(rf'w:name="{docx_xml.BLANK}(\d+)"')
OWN = ("body",)  # looks like the paragraph whose place it takes


class Blocks:
    """Writes blocks as XML of one file; styles that the file lacks are put into it."""

    def __init__(self, package: Package, profile: str) -> None:
        self.profile = profile if profile in styles.forms() else styles.profile_for(None)
        self.root = package.named_styles()
        self.known: dict[str, str] = {}
        self.written: dict[Block, str] = {}  # blocks without blanks: letters share most of theirs

    def __call__(self, blocks: Sequence[Block], loop: Loop, result: Result) -> str:
        return "".join(
            self.paragraph(block, loop, result)
            if isinstance(block, Paragraph) and (block.style in OWN or self.root is None)
            else self.ours(block, result)
            for block in blocks
        )

    def paragraph(self, block: Paragraph, loop: Loop, result: Result) -> str:
        return f"<w:p>{loop.look}{''.join(runs(loop.run_look, block.runs, result))}</w:p>"

    def ours(self, block: Block, result: Result) -> str:
        """A block as our own papers have it, blanks numbered on."""
        if block not in self.written:
            before = len(result.blanks)
            xml = self._ours(block, result)
            if len(result.blanks) > before:
                return xml
            self.written[block] = xml
        return self.written[block]

    def _ours(self, block: Block, result: Result) -> str:
        from lxml import etree

        names: list[str] = []
        body = etree.fromstring(docx_xml.body(Document("", self.profile, (Section((block,)),)), names))
        before = len(result.blanks)
        result.blanks += names
        parts = [bare(child, {"w": W[1:-1]}) for child in body if child.tag != f"{W}sectPr"]
        xml = re.sub(r' xmlns:\w+="[^"]*"', "", "".join(parts))
        xml = NAMED.sub(lambda found: f'{found[1]}{self.style(found[2])}"', xml)
        return MARK.sub(lambda found: f'w:name="{docx_xml.BLANK}{before + int(found[1])}"', xml)

    def style(self, key: str) -> str:
        """The id of that style in the file, put there where it is missing."""
        if key not in self.known:
            self.known[key] = self._style(key)
        return self.known[key]

    def _style(self, key: str) -> str:
        if self.root is None:
            return key
        label = NAMES.get(key) or styles.style(self.profile, key).label
        here = {value(one.find(f"{W}name")): value(one, "styleId") for one in self.root.iter(f"{W}style")}
        if label in here:
            return here[label]
        shipped = next((one for one in _shipped(self.profile) if value(one, "styleId") == key), None)
        if shipped is None:
            return key
        new = copy.deepcopy(shipped)
        based = new.find(f"{W}basedOn")
        if based is not None:
            based.set(f"{W}val", self._default())
        taken = set(here.values())
        identity = next(name for name in (key, *(f"{key}{n}" for n in range(2, 100))) if name not in taken)
        new.set(f"{W}styleId", identity)
        self.root.append(new)
        return identity

    def _default(self) -> str:
        assert self.root is not None
        for one in self.root.iter(f"{W}style"):
            if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true"):
                return value(one, "styleId")
        return "Normal"


@cache
def _shipped(profile: str) -> tuple[_Element, ...]:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(docx_base.package(profile))) as archive:
        return tuple(etree.fromstring(archive.read("word/styles.xml")).iter(f"{W}style"))
