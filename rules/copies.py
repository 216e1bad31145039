"""Official copies of documents: what kinds there are and what is asked about one."""

from __future__ import annotations

from rules.fields import Choice

# Each form names and codes them in its own way (36-HD/VPTW II.3, 05-HD/VPTW III).
WHOLE, RELAYED, EXTRACT = "whole", "relayed", "extract"
KINDS = (
    Choice(WHOLE, "Sao y bản chính"),
    Choice(RELAYED, "Sao lục"),
    Choice(EXTRACT, "Trích sao"),
)
KIND = "copy_kind"  # the part of the paper in which the kind is kept
MARKED = (
    "Văn bản có độ mật không sao ở đây.",
    "Sao văn bản mật theo quy định về bảo vệ bí mật nhà nước, trên máy riêng.",
)


def kind_of(word: str) -> str:
    """The kind kept with a copy; one never chosen is a whole copy of the original."""
    return word if word in {choice.key for choice in KINDS} else WHOLE
