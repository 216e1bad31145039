"""An office's Word file filled: once for everybody, or once for every receiver in one file."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from papers import docx_xml
from papers.docx_elements import R, W, tag
from papers.filling import Values
from papers.template.blocks import Blocks
from papers.template.hazards import disarm
from papers.template.mending import Ids, Notes, drop_empty_sections, settle
from papers.template.package import Package
from papers.template.pieces import Part, Result, bare, part
from papers.template.text import fields
from papers.template.units import Fault, Known
from rules.trouble import Refused

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

GAP = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
LINKED = {"header": "headerReference", "footer": "footerReference"}
BEFORE_TYPE = {"headerReference", "footerReference", "footnotePr", "endnotePr"}  # the order of w:sectPr
AFTER_NUMBERS = {
    "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
    "printerSettings", "sectPrChange",
}  # fmt: skip
MARK = re.compile(rf'{docx_xml.BLANK}\d+|w:id="-\d+"')
NOTES = {"footnotes": "footnote", "endnotes": "endnote"}


def known(values: Values) -> Known:
    """The names that have a value."""
    return Known(values.single.keys(), values.lists.keys(), values.blocks.keys())


class Filling:
    """One file read for filling. Raises Refused for a file that cannot be filled rightly."""

    def __init__(self, source: Path, names: Known, profile: str = "", serial: bool = False) -> None:
        self.package = Package(source)
        disarm(self.package)
        self.kinds = dict(self.package.stories())
        self.has_contents = any(_has_contents(self.package.tree(name)) for name in self.kinds)
        self.blocks = Blocks(self.package, profile)
        self.ids = Ids()
        self.result = Result()
        self.last: _Element | None = self._letters() if serial else None
        self.parts = {name: part(self._plain(name), names) for name in self.kinds}
        for one in self.parts.values():
            if one.faults:
                raise _refused(self.package.file, one.faults[0])

    def _plain(self, name: str) -> _Element:
        """The tree of a part whose main namespace goes by its usual prefix."""
        from lxml import etree

        root = self.package.tree(name)
        if root.nsmap.get("w") == W[1:-1]:
            return root
        plain = etree.Element(root.tag, attrib=dict(root.attrib), nsmap={**root.nsmap, "w": W[1:-1]})
        plain.extend(list(root))
        self.package.put(name, plain)
        return plain

    # One paper

    def one(self, values: Values, subject: str) -> bytes:
        for name, made in self.parts.items():
            if not made.is_fixed:
                self.package.put(name, self._filled(made, values))
        body = self.package.tree(self.package.main)
        for name, kind in self.kinds.items():
            if kind in NOTES:
                root = self.package.tree(name)
                Notes(NOTES[kind], root).give([body], copy.deepcopy(root))
        return self._finished(subject)

    def _filled(self, made: Part, values: Values) -> _Element:
        from lxml import etree

        self.result.gone = False
        root = etree.fromstring(made.filled(values, self.result, self.blocks), _parser())
        if self.result.gone:
            settle(root)
            drop_empty_sections(root)
        return root

    def _finished(self, subject: str) -> bytes:
        for name, _ in self.package.stories():
            self.ids.renew(self.package.tree(name))
        names = {f"{docx_xml.BLANK}{n}": fact for n, fact in enumerate(self.result.blanks, 1)}
        self.package.note(names, docx_xml.BLANK)
        if self.has_contents:
            self.package.update_fields()
        self.package.entitle(subject)
        return self.package.data()

    # A series of letters

    def _letters(self) -> _Element:
        """Take the last section off the body, make every letter begin on page 1; what was taken off."""
        from lxml import etree

        root = self._plain(self.package.main)
        body = root.find(f"{W}body")
        assert body is not None
        last = body.find(f"{W}sectPr")
        if last is None:
            last = etree.SubElement(body, f"{W}sectPr")
        _begin_letter(next(body.iter(f"{W}sectPr")))
        body.remove(last)
        blocks = [child for child in body if tag(child) in ("p", "tbl", "sdt", "customXml")]
        end = etree.ProcessingInstruction("x")
        closing = blocks[-1] if blocks else None
        if closing is None or not _may_close(closing):
            closing = etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}"><w:pPr>{GAP}</w:pPr></w:p>')
            body.append(closing)
        shape = closing.find(f"{W}pPr")
        if shape is None:
            shape = closing.makeelement(f"{W}pPr")
            closing.insert(0, shape)
        change = shape.find(f"{W}pPrChange")
        if change is None:
            shape.append(end)
        else:
            change.addprevious(end)
        return last

    def many(self, letters: Sequence[Values], subject: str) -> bytes:
        assert self.last is not None
        main = self.package.tree(self.package.main)
        spaces = {prefix: uri for prefix, uri in main.nsmap.items() if prefix}
        ends = _Ends(self, bare(self.last, spaces))
        whole: _Element | None = None
        for number, values in enumerate(letters):
            closes = number < len(letters) - 1
            root = ends.letter(values, closes)
            if whole is None:
                whole = root
                continue
            body = whole.find(f"{W}body")
            more = root.find(f"{W}body")
            assert body is not None
            assert more is not None
            body.extend(list(more))
        if whole is not None:
            self.package.put(self.package.main, whole)
        return self._finished(subject)


class _Ends:
    """What every letter of a series has of its own: its body, its headers where they differ, its notes."""

    def __init__(self, filling: Filling, end: str) -> None:
        self.filling = filling
        self.end = end
        self.headers: dict[tuple[str, str], str] = {}  # part and its filled XML -> relationship
        self.notes: dict[str, Notes] = {}
        self.identities = {to: name for _, to, name in filling.package.links(filling.package.main)}

    def letter(self, values: Values, closes: bool) -> _Element:
        """The body with one letter; `closes`: another one follows."""
        from lxml import etree

        filling = self.filling
        filling.result.end = self.end if closes else ""
        root = filling._filled(filling.parts[filling.package.main], values)
        body = root.find(f"{W}body")
        assert body is not None
        if not closes:
            spaces = "".join(f' xmlns:{p}="{uri}"' for p, uri in root.nsmap.items() if p)
            body.append(etree.fromstring(f"<w:x{spaces}>{self.end}</w:x>")[0])
        for name, kind in filling.kinds.items():
            made = filling.parts[name]
            if kind in LINKED and not made.is_fixed:
                self._header(name, kind, made, values, root)
            elif kind in NOTES:
                self._notes(name, NOTES[kind], made, values, root)
        return root

    def _header(self, name: str, kind: str, made: Part, values: Values, root: _Element) -> None:
        filling = self.filling
        old = self.identities[name]
        blanks = len(filling.result.blanks)
        xml = made.filled(values, filling.result, filling.blocks)
        said = MARK.sub("", xml)
        if (name, said) in self.headers:
            del filling.result.blanks[blanks:]
        elif any(part == name for part, _ in self.headers):
            place = posixpath.join(posixpath.dirname(name), f"{kind}_thu_{len(self.headers) + 1}.xml")
            self.headers[name, said] = filling.package.copied(name, place, kind, _closed(xml))
        else:
            filling.package.put(name, _closed(xml))
            self.headers[name, said] = old
        for reference in root.iter(f"{W}{LINKED[kind]}"):
            if reference.get(f"{R}id") == old:
                reference.set(f"{R}id", self.headers[name, said])

    def _notes(self, name: str, kind: str, made: Part, values: Values, root: _Element) -> None:
        filling = self.filling
        said = filling.package.tree(name) if made.is_fixed else filling._filled(made, values)
        if name not in self.notes:
            filling.package.put(name, said)
            self.notes[name] = Notes(kind, said)
            said = copy.deepcopy(said)
        self.notes[name].give([root], said)


def _closed(xml: str) -> _Element:
    from lxml import etree

    root = etree.fromstring(xml, _parser())
    settle(root)
    return root


def _parser() -> XMLParser[_Element]:
    from lxml import etree

    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _has_contents(root: _Element) -> bool:
    simple = [(one.get(f"{W}instr") or "").split()[:1] for one in root.iter(f"{W}fldSimple")]
    return ["TOC"] in simple or any(one.name == "TOC" for one in fields(root))


def _may_close(block: _Element) -> bool:
    """An ordinary paragraph without markers can hold the end of a section."""
    if tag(block) != "p" or block.find(f"{W}pPr/{W}sectPr") is not None:
        return False
    words = "".join(text.text or "" for text in block.iter(f"{W}t"))
    return not set("{}«»") & set(words)


def _begin_letter(section: _Element) -> None:
    """A section that begins on a new page with page number 1."""
    kind = section.find(f"{W}type")
    if kind is None:
        kind = section.makeelement(f"{W}type")
        section.insert(sum(1 for child in section if tag(child) in BEFORE_TYPE), kind)
    kind.set(f"{W}val", "nextPage")
    numbers = section.find(f"{W}pgNumType")
    if numbers is None:
        numbers = section.makeelement(f"{W}pgNumType")
        following = next((child for child in section if tag(child) in AFTER_NUMBERS), None)
        if following is None:
            section.append(numbers)
        else:
            following.addprevious(numbers)
    numbers.set(f"{W}start", "1")


def _refused(file: str, fault: Fault) -> Refused:
    return Refused(f"Mẫu “{file}” chưa dùng được: {fault.reason} (“{fault.found}”)", fault.suggestion)
