"""Papers on their way into files: what they say, and how a file changed by hand is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from papers import snapshot, template
from papers.content import Document
from rules.facts import Listing, Meeting, Plan


class Made(NamedTuple):
    """A paper with what is remembered of it once it is in a file."""

    document: Document
    facts: dict[str, str]  # label → words
    template: str = ""  # digest of the office's own Word file, where one made it


class Written(NamedTuple):
    """A file just written; `beside`: the one asked for was changed by hand, so it stays as it was."""

    path: Path
    digest: str  # sha256 of its bytes, as hexadecimal digits
    beside: bool = False


def compose(paper: str, facts: Meeting | Plan | Listing, folder: Path) -> Made:
    """The paper, made of the office's own Word file where `folder` has one; may be Refused."""
    own = template.of(folder, paper)
    document = template.compose(paper, facts, folder)
    return Made(document, snapshot.of(facts, paper), digest(own) if own else "")


def write(path: Path, render: Callable[[Path], object], known: str = "") -> Written:
    """Let `render` write a file at `path`, or beside it where somebody has changed the file there.

    `known`: the digest registered when that file was written; "" for one that was never registered, which
    is written over (whoever chose it was asked). Raises Refused as papers.target does.
    """
    place = free(path) if known and is_changed(path, known) else path
    render(place)
    return Written(place, digest(place), place != path)


def digest(path: Path) -> str:
    """sha256 of a file's bytes; OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_changed(path: Path, known: str) -> bool:
    """Whether a file is there that differs from the one written then; one that cannot be read counts so."""
    try:
        return digest(path) != known
    except FileNotFoundError:
        return False
    except OSError:
        return path.exists()


def free(path: Path) -> Path:
    """The first name beside it that nothing bears: "Biên bản (2).docx"."""
    return next(place for place in _beside(path) if not place.exists())


def _beside(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
