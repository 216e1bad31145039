"""Findings written beside the words they speak of, as comments in a copy of a Word file."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from papers import target as writing
from papers.checking.findings import SEVERITIES
from papers.checking.package import Package
from papers.content import printable
from papers.docx_base import PACKAGE, RELATIONS, WORD, WORD_ML
from rules.trouble import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

    from papers.form_check import Finding

AUTHOR, INITIALS = "Thư Ký", "TK"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
LARGEST_ID = 2**31 - 1
TYPES = "[Content_Types].xml"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotate(source: Path, findings: Sequence[Finding], target: Path) -> int:
    """Copy `source` to `target` with one comment for each finding, and say how many there are.

    A comment spans the paragraph of its finding; where Word allows none (a text box), the paragraph that
    the box hangs on; a finding about the whole file stands at the first paragraph. Comments that are there
    already stay. Raises Refused for what is no Word file that can be read, and where the copy cannot be
    written; the source is never touched.
    """
    if target.exists() and target.samefile(source):
        raise Refused("Bản có ghi chú phải là một tệp khác tệp đang kiểm tra.", "Hãy lưu với tên khác.")
    copy = _Copy(source)
    if findings:
        copy.comment(findings)
    with writing.replacing(target) as beside:
        copy.write(beside)
    return len(findings)


class _Copy:
    """The parts of one file, of which few are changed."""

    def __init__(self, source: Path) -> None:
        package = Package(source)
        self.main, self.damaged = package.place, package.damaged
        try:
            with zipfile.ZipFile(source) as archive:
                self.entries = [archive.getinfo(name) for name in dict.fromkeys(archive.namelist())]
                self.parts = {entry.filename: archive.read(entry) for entry in self.entries}
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            NotImplementedError,
            EOFError,
            OSError,
        ) as error:
            raise self.damaged() from error

    def comment(self, findings: Sequence[Finding]) -> None:
        root = self.tree(self.main)
        strict = root.tag == f"{{{STRICT_WORD}}}document"
        word = STRICT_WORD if strict else WORD
        place = self.comments_part(STRICT_RELATIONS if strict else RELATIONS)
        if place in self.parts:
            comments = self.tree(place)
        else:
            comments = _element(word, "comments")
            self.declare(place)
        ids = _unused(_ids((root, comments), word))
        spots = _Spots(root, word)
        for finding in findings:
            number = str(next(ids))
            spots.mark(finding.paragraph, number)
            comments.append(_comment(finding, number, word))
        self.put(self.main, root)
        self.put(place, comments)

    def comments_part(self, relations: str) -> str:
        """The part of the comments; a new one is made known to the file."""
        folder, _, file = self.main.rpartition("/")
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        kind = f"{PACKAGE}/relationships"
        links = self.tree(name) if name in self.parts else _element(kind, "Relationships", "")
        rows = list(links.iter(f"{{{kind}}}Relationship"))
        for row in rows:
            if row.get("Type") == f"{relations}/comments" and row.get("TargetMode") != "External":
                to = row.get("Target", "")
                return to[1:] if to.startswith("/") else posixpath.normpath(posixpath.join(folder, to))
        names = ("comments.xml", *(f"comments{n}.xml" for n in range(1, len(self.parts) + 2)))
        new = next(one for one in names if posixpath.join(folder, one) not in self.parts)
        known = {row.get("Id") for row in rows}
        row = _add(links, kind, "Relationship")
        row.set("Id", next(one for one in (f"rIdGhiChu{n}" for n in count(1)) if one not in known))
        row.set("Type", f"{relations}/comments")
        row.set("Target", new)
        self.put(name, links)
        return posixpath.join(folder, new)

    def declare(self, part: str) -> None:
        """Say in the list of kinds what the new part is."""
        kind = f"{PACKAGE}/content-types"
        kinds = self.tree(TYPES)
        if any(row.get("PartName") == f"/{part}" for row in kinds):
            return
        row = _add(kinds, kind, "Override")
        row.set("PartName", f"/{part}")
        row.set("ContentType", f"{WORD_ML}.comments+xml")
        self.put(TYPES, kinds)

    def tree(self, name: str) -> _Element:
        from lxml import etree

        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self.parts[name], parser)
        except (KeyError, etree.XMLSyntaxError, ValueError) as error:
            raise self.damaged() from error

    def put(self, name: str, root: _Element) -> None:
        from lxml import etree

        tree = root.getroottree()
        self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def write(self, path: Path) -> None:
        """Parts keep their places and their packing; new ones follow."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for old in self.entries:
                entry = zipfile.ZipInfo(old.filename, old.date_time)
                entry.compress_type, entry.external_attr = old.compress_type, old.external_attr
                archive.writestr(entry, self.parts[old.filename])
            there = {entry.filename for entry in self.entries}
            for name in self.parts.keys() - there:
                archive.writestr(name, self.parts[name])


class _Spots:
    """Where in the main part a comment may stand."""

    def __init__(self, root: _Element, word: str) -> None:
        self.word = word
        self.paragraphs = list(root.iter(f"{{{word}}}p"))
        self.first = next((p for p in self.paragraphs if self.outer(p) is p), None)
        if self.first is None:
            body = root.find(f"{{{word}}}body")
            assert body is not None  # Package refuses a file without one
            self.first = _element(word, "p")
            body.insert(0, self.first)

    def outer(self, p: _Element) -> _Element:
        """The paragraph itself, or the outermost one whose text box holds it."""
        boxes = [a for a in p.iterancestors() if a.tag == f"{{{self.word}}}txbxContent"]
        holders = boxes[-1].iterancestors(f"{{{self.word}}}p") if boxes else iter((p,))
        return next(holders, p)

    def at(self, index: int) -> _Element:
        assert self.first is not None
        if not 0 <= index < len(self.paragraphs):
            return self.first
        return self.outer(self.paragraphs[index])

    def mark(self, index: int, number: str) -> None:
        """The range begins before the words of the paragraph and ends behind them, the mark after it."""
        w = f"{{{self.word}}}"
        p = self.at(index)
        start = _element(self.word, "commentRangeStart")
        before = takewhile(lambda child: child.tag in (f"{w}pPr", f"{w}commentRangeStart"), p)
        p.insert(len(list(before)), start)
        end = _add(p, self.word, "commentRangeEnd")
        reference = _add(_add(p, self.word, "r"), self.word, "commentReference")
        for one in (start, end, reference):
            one.set(f"{w}id", number)


def _comment(finding: Finding, number: str, word: str) -> _Element:
    """What was found, what is expected, and the clause, a line each."""
    w = f"{{{word}}}"
    comment = _element(word, "comment")
    known = {"id": number, "author": AUTHOR, "initials": INITIALS, "date": f"{_now()}Z"}
    for key, value in known.items():
        comment.set(f"{w}{key}", value)
    for position, words in enumerate(_lines(finding)):
        p = _add(comment, word, "p")
        measures = _add(p, word, "pPr")
        spacing = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
        _set(_add(measures, word, "spacing"), word, spacing)
        _set(_add(measures, word, "ind"), word, {"left": "0", "firstLine": "0"})
        _set(_add(measures, word, "jc"), word, {"val": "left"})
        if position == 0:
            _add(_add(p, word, "r"), word, "annotationRef")
        run = _add(p, word, "r")
        look = _add(run, word, "rPr")
        if position == 0:
            _add(look, word, "b")
        _set(_add(look, word, "sz"), word, {"val": "20"})
        text = _add(run, word, "t")
        text.set(SPACE, "preserve")
        text.text = words
    return comment


def _lines(finding: Finding) -> Iterator[str]:
    rows = (
        f"{SEVERITIES.get(finding.severity, finding.severity)} {finding.rule}",
        f"Đang có: {finding.found}" if finding.found else "",
        f"Cần: {finding.expected}" if finding.expected else "",
        f"Căn cứ: {finding.source}" if finding.source else "",
    )
    return (" ".join(printable(row).split()) for row in rows if row)


def _now() -> str:
    """Word shows the clock of a comment as it is written, so it is the time of this PC."""
    return datetime.now().replace(microsecond=0).isoformat()


def _ids(trees: Iterable[_Element], word: str) -> set[int]:
    """Every number that a comment or a mark of one has."""
    names = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
    found = (
        one.get(f"{{{word}}}id", "")
        for tree in trees
        for one in tree.iter(*(f"{{{word}}}{n}" for n in names))
    )
    return {int(number) for number in found if number.strip().lstrip("+-").isdecimal()}


def _unused(taken: set[int]) -> Iterator[int]:
    start = max(taken, default=-1) + 1
    return (
        number for number in count(max(0, start) if start < LARGEST_ID // 2 else 0) if number not in taken
    )


def _element(namespace: str, name: str, prefix: str = "w") -> _Element:
    from lxml import etree

    return etree.Element(f"{{{namespace}}}{name}", nsmap={prefix or None: namespace})


def _add(parent: _Element, namespace: str, name: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, f"{{{namespace}}}{name}")


def _set(element: _Element, namespace: str, marks: dict[str, str]) -> None:
    for key, value in marks.items():
        element.set(f"{{{namespace}}}{key}", value)
