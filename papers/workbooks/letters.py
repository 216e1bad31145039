"""The words of cells: from the letters of an old font to Unicode, clean, each once."""

from __future__ import annotations

from rules import legacy, text

LONGEST = 32_767  # characters of a cell
SOFT_HYPHEN = "\u00ad"  # the letter ư of the TCVN3 fonts
ENOUGH = 20  # letters from which a guess is to be trusted
SAMPLE = 20_000  # characters of a sheet that are guessed at
CAPITALS = "tcvn3-h"  # its small letters are seen as capitals, plain ones too
NAMES = {
    "tcvn3": "TCVN3 (ABC)",
    "tcvn3-h": "TCVN3 (ABC)",
    "vni": "VNI",
    "viqr": "VIQR",
    "mixed": "cũ pha trộn",
}


class Letters:
    """Turns the words of one workbook, remembering each pair of words and font it has met."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], str] = {}
        self._fonts: dict[str, str | None] = {"": None}
        self.encodings: set[str] = set()
        self.doubtful = 0  # words with letters that were lost

    def encoding(self, font: str) -> str | None:
        if font not in self._fonts:
            self._fonts[font] = legacy.encoding_of_font(font)
        return self._fonts[font]

    def _says_itself(self, words: str, font: str) -> bool:
        """Plain letters are the same in every font but those that draw capitals."""
        return words.isascii() and self.encoding(font) != CAPITALS

    def said(self, words: str, font: str = "") -> str:
        """The words in Unicode, by the font of the cell or of the run, without odd characters."""
        if self._says_itself(words, font) and words.isprintable() and "  " not in words:
            return words.strip()[:LONGEST]
        key = (words, font if self.encoding(font) else "")
        if key not in self._known:
            self._known[key] = self._turned(words[:LONGEST], key[1])
        return self._known[key]

    def runs(self, parts: list[tuple[str, str]]) -> str:
        """Words whose runs stand in fonts of their own."""
        if len({self.encoding(font) for _, font in parts}) < 2:
            return self.said("".join(words for words, _ in parts), parts[0][1] if parts else "")
        whole = "".join(self._mended(words, font) for words, font in parts)
        return text.clean(whole[:LONGEST], lines=True)

    def _turned(self, words: str, font: str) -> str:
        return text.clean(self._mended(words, font), lines=True)

    def _mended(self, words: str, font: str) -> str:
        if self._says_itself(words, font) or not self.encoding(font):
            return words
        mended = legacy.mend(words, font)
        if mended.encoding:
            self.encodings.add(mended.encoding)
        self.doubtful += bool(mended.doubtful)
        return mended.text


def guessed(words: list[str]) -> str | None:
    """The old encoding of all these words together where no font tells it; None for Unicode."""
    sample = "\n".join(one for one in words if not one.isascii())[:SAMPLE]
    if sum(letter.isalpha() for letter in sample) < ENOUGH:
        return None
    found = legacy.guess(sample)
    return found if found in ("tcvn3", "tcvn3-h", "vni") else None


def unfonted(words: str, around: str) -> str:
    """Words of a sheet in old letters whose font does not say so."""
    return words if words.isascii() else text.clean(legacy.mend(words, around=around).text, lines=True)
