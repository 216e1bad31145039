"""How the words of somebody's Word file really look, all layers of formatting taken together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from papers.checking.layouts import Props, line_props
from papers.checking.package import points
from papers.docx_elements import W, find, is_on, tag, value

if TYPE_CHECKING:
    from lxml.etree import _Element

# Set in several layers of styles, these switch each other off (ECMA-376 part 1, 17.7.3).
TOGGLES = ("b", "i", "caps", "smallCaps", "strike", "dstrike", "vanish")
THEMES = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme"}
DEEPEST = 40  # styles in one chain


@dataclass(frozen=True)
class Look:
    """How words look; `size` in pt, `colour` as "000000", fonts "" where the file does not tell."""

    font: str = "Times New Roman"  # of plain Latin letters, digits, marks
    font_beyond: str = "Times New Roman"  # of letters with Vietnamese marks
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    underline: str = "none"
    caps: bool = False
    small_caps: bool = False
    colour: str = "000000"
    struck: bool = False
    hidden: bool = False
    raised: bool = False  # superscript or subscript


@dataclass
class Style:
    """One style of the file with its own properties."""

    kind: str
    based_on: str
    name: str
    words: Props
    lines: Props
    element: _Element = field(repr=False)


class Looks:
    """Answers for every run and paragraph what the layers of formatting come to."""

    def __init__(self, styles: _Element | None, theme: _Element | None) -> None:
        self._theme = _theme_fonts(theme)
        self.styles: dict[str, Style] = {}
        self.usual = {"paragraph": "", "character": "", "table": ""}
        self.default_words: Props = {}
        self.default_lines: Props = {}
        self._looks: dict[tuple[Any, ...], Look] = {}
        self._chains: dict[str, list[Style]] = {}
        if styles is not None:
            self._read(styles)

    def _read(self, root: _Element) -> None:
        self.default_words = self.word_props(find(root, "docDefaults", "rPrDefault", "rPr"))
        self.default_lines = line_props(find(root, "docDefaults", "pPrDefault", "pPr"))
        for one in root.iter(f"{W}style"):
            kind, identity = value(one, "type") or "paragraph", value(one, "styleId")
            self.styles[identity] = Style(
                kind,
                value(find(one, "basedOn")),
                value(find(one, "name")),
                self.word_props(find(one, "rPr")),
                line_props(find(one, "pPr")),
                one,
            )
            if value(one, "default").lower() in ("1", "true", "on"):
                self.usual[kind] = identity

    def chain(self, identity: str, kind: str = "paragraph") -> list[Style]:
        """The style and what it is based on, the most general first; where none is named the usual one."""
        if identity not in self.styles or self.styles[identity].kind != kind:
            identity = self.usual[kind] if kind != "character" else ""
        if identity not in self._chains:
            found: list[Style] = []
            at = identity
            while at in self.styles and self.styles[at] not in found and len(found) < DEEPEST:
                found.append(self.styles[at])
                at = found[-1].based_on
            self._chains[identity] = found[::-1]
        return self._chains[identity]

    def word_props(self, element: _Element | None) -> Props:
        """What one w:rPr says, fonts of the theme by their names."""
        found: Props = {}
        for child in () if element is None else element:
            name = tag(child)
            if name in TOGGLES:
                found[name] = is_on(child)
            elif name == "rFonts":
                found.update(self._fonts(child))
            elif name == "sz":
                found["sz"] = points(value(child), 0.5)
            elif name == "u":
                found["u"] = value(child) or "single"
            elif name == "color":
                found["color"] = _colour(child)
            elif name == "vertAlign":
                found["raised"] = value(child) in ("superscript", "subscript")
        return found

    def _fonts(self, element: _Element) -> Props:
        found: Props = {}
        for script, themed in THEMES.items():
            if value(element, themed):
                found[script] = self._theme.get(value(element, themed)[:5], "")
            elif value(element, script):
                found[script] = value(element, script)
        return found

    def look(self, layers: Iterable[Props], direct: Props) -> Look:
        """`layers`: of the table style, the paragraph style and the character style; `direct` on the run."""
        merged = dict(self.default_words)
        switched = dict.fromkeys(TOGGLES, False)
        for layer in layers:
            for name, one in layer.items():
                if name in TOGGLES:
                    switched[name] ^= one
                else:
                    merged[name] = one
        for name in TOGGLES:
            merged[name] = bool(self.default_words.get(name)) or switched[name]
        merged.update(direct)
        key = tuple(sorted(merged.items(), key=lambda item: item[0]))
        if key not in self._looks:
            self._looks[key] = _look(merged)
        return self._looks[key]

    def words_of(self, identity: str, kind: str = "paragraph") -> Props:
        """What the words of a style inherit and say, within its own chain."""
        found: Props = {}
        for one in self.chain(identity, kind):
            found.update(one.words)
        return found

    @cached_property
    def character(self) -> float:
        """pt of one character where indents are counted by characters."""
        size = {**self.default_words, **self.words_of("")}.get("sz")
        return float(size or 10.0)


def _look(props: Props) -> Look:
    size = props.get("sz")
    return Look(
        font=props.get("ascii", "Times New Roman"),
        font_beyond=props.get("hAnsi", "Times New Roman"),
        size=10.0 if size is None else size,
        bold=bool(props.get("b")),
        italic=bool(props.get("i")),
        underline=props.get("u", "none"),
        caps=bool(props.get("caps")),
        small_caps=bool(props.get("smallCaps")),
        colour=props.get("color", "000000"),
        struck=bool(props.get("strike") or props.get("dstrike")),
        hidden=bool(props.get("vanish")),
        raised=bool(props.get("raised")),
    )


def _colour(element: _Element) -> str:
    """Automatic is black; a colour of the theme is what Word wrote beside its name."""
    written = value(element).upper()
    themed = value(element, "themeColor")
    if written in ("", "AUTO"):
        return "000000" if themed in ("", "text1", "dark1") else themed
    return written


def _theme_fonts(root: _Element | None) -> dict[str, str]:
    """Latin fonts of headings and of the body under "major" and "minor"."""
    found: dict[str, str] = {}
    for element in () if root is None else root.iter():
        if tag(element) in ("majorFont", "minorFont"):
            latin = next((child for child in element if tag(child) == "latin"), None)
            found[tag(element)[:5]] = "" if latin is None else latin.get("typeface", "")
    return found
