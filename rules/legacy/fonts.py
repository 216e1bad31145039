"""Families of fonts that show old Vietnamese encodings, as data."""

from __future__ import annotations

import re

from rules.legacy.tables import Encoding

# Name as Windows shows it, any case; the first rule that fits decides. None: known, but in an encoding
# that is not read here (VietWare_X and _F, VPS, VISCII), or Unicode under a like name (VNU, VNF).
FAMILIES: tuple[tuple[str, Encoding | None], ...] = (
    (r"\.vn\s*\S.*h", "tcvn3-h"),  # ABC: .VnTimeH, .VnArial NarrowH
    (r"\.vn\s*\S.*", "tcvn3"),  # ABC: .VnTime, .VnArial, .VnAvant, .VnBook-Antiqua, .Vn3DH …
    (r"vn(?:time|arial|avant|aristote|courier|helvetins)h", "tcvn3-h"),  # the same, the dot lost on the way
    (r"vn(?:time|arial|avant|aristote|courier|helvetins)", "tcvn3"),
    (r"vni[-_ ].*", "vni"),  # VNI-Times, VNI-Helve-Condense, "VNI Times"
    (r"vni(?:times|helvetica|helve|aptima|univer|centur|book|couri|cooper|avo)\b.*", "vni"),
    (r"s?vn[a-z].*|vps\b.*|vi (?:times|arial)\b.*", None),
)
_RULES = tuple((re.compile(pattern), encoding) for pattern, encoding in FAMILIES)
_STYLE = re.compile(r"[\s,-]+(?:bold|italic|regular|đậm|nghiêng)$")


def encoding_of_font(name: str | None) -> Encoding | None:
    """The encoding text in this font is written in; None for Unicode and unknown fonts."""
    plain = (name or "").strip().strip("'\"").removeprefix("@").casefold()
    while plain != (shorter := _STYLE.sub("", plain)):
        plain = shorter
    return next((encoding for rule, encoding in _RULES if rule.fullmatch(plain)), None)
