"""Every fact a reader proposes stands where it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from rules.reading import propose
from rules.reading.found import Proposals


def found_in(value: Any) -> Iterator[Any]:
    """Everything with a place, however deep."""
    if isinstance(value, tuple):
        for part in value:
            yield from found_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        if hasattr(value, "start") and hasattr(value, "text"):
            yield value
        for field in fields(value):
            yield from found_in(getattr(value, field.name))


def check_places(text: str) -> Proposals:
    told = propose(text)
    for one in found_in(told):
        assert text[one.start : one.end] == one.text
        assert one.text.strip()
    return told
