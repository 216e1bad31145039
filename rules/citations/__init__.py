"""Finds the documents that a running text cites, Party and state, with their dates and issuers."""

from __future__ import annotations

from rules.citations.finding import Citation, find
from rules.citations.mentions import distinct

__all__ = ["Citation", "distinct", "find"]
