"""Text in the encodings before Unicode (TCVN3, VNI Windows, VIQR), told apart and read into Unicode."""

from __future__ import annotations

from rules.legacy.fonts import encoding_of_font
from rules.legacy.guessing import guess
from rules.legacy.letters import from_unicode, to_unicode
from rules.legacy.losses import Repair
from rules.legacy.mending import Mended, mend
from rules.legacy.tables import ENCODINGS, Encoding

__all__ = [
    "ENCODINGS", "Encoding", "Mended", "Repair", "encoding_of_font", "from_unicode", "guess", "mend",
    "to_unicode",
]  # fmt: skip
