"""A Word file laid open: words found across runs, one look or one measure of it changed by hand."""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tests.papers.office_xml import ORDER, W, tag

MAIN = "word/document.xml"
TWIPS_IN_MM = 1440 / 25.4
Element = etree._Element


def twips(mm: float) -> str:
    return str(round(mm * TWIPS_IN_MM))


class WordFile:
    """The parts of one file; trees are parsed when they are asked for and written back at the end."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees: dict[str, Element] = {}

    def tree(self, name: str = MAIN) -> Element:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    def data(self) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                if name in self.trees:
                    data = etree.tostring(
                        self.trees[name], xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                archive.writestr(name, data)
        return out.getvalue()

    def write(self, path: Path) -> Path:
        path.write_bytes(self.data())
        return path

    # What is said where

    def paragraphs(self) -> list[Element]:
        return list(self.tree().iter(f"{W}p"))

    def found(self, phrase: str) -> list[Element]:
        """Every paragraph that says it (in a text box twice: as it is, and for older programs)."""
        places = [p for p in self.paragraphs() if phrase in words(p)]
        assert places, phrase
        return places

    def runs(self, phrase: str) -> list[Element]:
        """The runs that say exactly the phrase, cut out of longer ones."""
        found = [run for p in self.found(phrase) for run in cut(p, phrase)]
        assert found, phrase
        return found

    # Changes

    def say(self, phrase: str, instead: str) -> None:
        """Other words in the same look."""
        for p in self.found(phrase):
            first, *rest = cut(p, phrase)
            for run in rest:
                run.getparent().remove(run)  # type: ignore[union-attr]
            for text in list(first.iter(f"{W}t"))[1:]:
                first.remove(text)
            text = first.find(f"{W}t")
            assert text is not None
            text.text = instead
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def look(self, phrase: str, **marks: str | dict[str, str]) -> None:
        """Direct formatting of those words: sz="27", b="0", color={"val": "404040"} …"""
        for run in self.runs(phrase):
            put(properties(run, "rPr"), marks)
            if {"ascii", "hAnsi"} & set(marks.get("rFonts", ())):
                untheme(run)

    def shape(self, phrase: str, **marks: str | dict[str, str]) -> None:
        """Direct formatting of the paragraphs that say it: jc="left", ind={"firstLine": "714"} …"""
        for p in self.found(phrase):
            put(properties(p, "pPr"), marks)

    def drop(self, phrase: str) -> None:
        """Take the paragraph out; its words only, where others share it or a cell needs it."""
        for p in self.found(phrase):
            parent = p.getparent()
            assert parent is not None
            alone = tag(parent) in ("tc", "txbxContent") and len(parent.findall(f"{W}p")) == 1
            held = alone or p.find(f"{W}pPr/{W}sectPr") is not None or p.find(f".//{W}br") is not None
            if words(p).strip() == phrase and not held:
                parent.remove(p)
            else:
                for run in cut(p, phrase):
                    run.getparent().remove(run)  # type: ignore[union-attr]

    def add(self, phrase: str, said: str, before: bool = False) -> list[Element]:
        """A paragraph of the same look below (or above) the one that says the phrase."""
        made = []
        for p in self.found(phrase):
            new = copy.deepcopy(p)
            for child in list(new):
                if tag(child) != "pPr":
                    new.remove(child)
            run = copy.deepcopy(next(iter(cut(p, phrase))))
            for child in list(run):
                if tag(child) != "rPr":
                    run.remove(child)
            if said:
                run.append(text_of(said))
                new.append(run)
            (p.addprevious if before else p.addnext)(new)
            made.append(new)
        return made

    def page(self, which: int | None = None, **marks: dict[str, str]) -> None:
        """Measures of every section, or of one: pgSz={"w": "12240"}, pgMar={"top": "1219"} …"""
        sections = list(self.tree().iter(f"{W}sectPr"))
        for section in sections if which is None else [sections[which]]:
            put(section, marks)

    def margin(self, which: int | None = None, **mm: float) -> None:
        self.page(which, pgMar={side: twips(value) for side, value in mm.items()})

    def header(self) -> str:
        """The part with the page number."""
        return next(
            name for name in self.parts if name.startswith("word/header") and b"PAGE" in self.parts[name]
        )


def own_runs(p: Element) -> Iterator[Element]:
    """The runs of this paragraph, not those of a text box that hangs on it, nor what was deleted."""
    for run in p.iter(f"{W}r"):
        holder = next(a for a in run.iterancestors() if tag(a) in ("p", "del", "moveFrom"))
        if holder is p:
            yield run


def said(run: Element) -> str:
    marks = {"tab": "\t", "br": "\n", "noBreakHyphen": "-"}
    return "".join(child.text or "" if tag(child) == "t" else marks.get(tag(child), "") for child in run)


def words(p: Element) -> str:
    return "".join(said(run) for run in own_runs(p))


def cut(p: Element, phrase: str) -> list[Element]:
    """Split the runs of the paragraph so that some of them say exactly the phrase."""
    start = words(p).index(phrase)
    end = start + len(phrase)
    for edge in (start, end):
        place = 0
        for run in list(own_runs(p)):
            length = len(said(run))
            if place < edge < place + length:
                _split(run, edge - place)
            place += length
    place, chosen = 0, []
    for run in own_runs(p):
        length = len(said(run))
        if length and start <= place and place + length <= end:
            chosen.append(run)
        place += length
    return chosen


def _split(run: Element, at: int) -> None:
    """Two runs of the same look in place of one that holds only words and tabs."""
    later = copy.deepcopy(run)
    place = 0
    for one, other in zip(list(run), list(later), strict=True):
        if tag(one) == "t":
            length = len(one.text or "")
            one.text, other.text = (
                (one.text or "")[: max(0, at - place)],
                (other.text or "")[max(0, at - place) :],
            )
            for text in (one, other):
                text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        elif tag(one) != "rPr":
            length = 1
            (later if place < at else run).remove(other if place < at else one)
        else:
            length = 0
        place += length
    run.addnext(later)


def untheme(run: Element) -> None:
    """A font set by name takes the place of the theme's, which would go before it."""
    for fonts in run.iterfind(f"{W}rPr/{W}rFonts"):
        for name in ("asciiTheme", "hAnsiTheme"):
            fonts.attrib.pop(f"{W}{name}", None)


def text_of(letters: str) -> Element:
    text = etree.Element(f"{W}t")
    text.text = letters
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return text


def properties(owner: Element, name: str) -> Element:
    found = owner.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        owner.insert(0, found)
    return found


def put(holder: Element, marks: dict[str, str | dict[str, str]] | dict[str, dict[str, str]]) -> None:
    """Set properties at their places in the schema; attributes that are not named stay."""
    order = ORDER[tag(holder)]
    for name, value in marks.items():
        child = holder.find(f"{W}{name}")
        if child is None:
            child = etree.Element(f"{W}{name}")
            later = [other for other in holder if order.index(tag(other)) > order.index(name)]
            if later:
                later[0].addprevious(child)
            else:
                holder.append(child)
        for key, what in (value if isinstance(value, dict) else {"val": value}).items():
            child.set(f"{W}{key}", what)
