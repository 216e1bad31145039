"""Papers on their way into files: what they say, and how a file changed by hand is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from papers import snapshot, template
from papers.content import Document
from rules.facts import Copy, Listing, Meeting, Plan
from rules.trouble import Refused


class Made(NamedTuple):
    """A paper with what is remembered of it once it is in a file."""

    document: Document
    facts: dict[str, str]  # label → words
    template: str = ""  # digest of the office's own Word file, where one made it


class Written(NamedTuple):
    """A file just written; `beside`: at the place asked for lay a file that had to stay as it was."""

    path: Path
    digest: str  # sha256 of its bytes, as hexadecimal digits
    beside: bool = False


def compose(paper: str, facts: Meeting | Plan | Copy | Listing, folder: Path) -> Made:
    """The paper, made of the office's own Word file where `folder` has one; may be Refused."""
    own = template.of(folder, paper)
    document = template.compose(paper, facts, folder)
    return Made(document, snapshot.of(facts, paper), digest(own) if own else "")


def write(path: Path, render: Callable[[Path], object], known: str = "", over: bool = False) -> Written:
    """Let `render` write a file at its `place`. Raises Refused as papers.target does."""
    chosen = place(path, known, over)
    render(chosen)
    return written(chosen, path)


def place(path: Path, known: str = "", over: bool = False) -> Path:
    """Where a file asked for at `path` goes: there, or beside it where nobody's work may be lost.

    `known`: the digest registered when the file there was written; one changed since always stays. Without
    it the file there is somebody's own and stays too, unless `over`: the person asked agreed that it goes.
    """
    stays = is_changed(path, known) if known else path.is_file() and not over
    return free(path) if stays else path


def written(chosen: Path, asked: Path) -> Written:
    """What is remembered of a file just written at `chosen`; Refused where it cannot be read back."""
    try:
        return Written(chosen, digest(chosen), chosen != asked)
    except OSError as error:
        what = f"Đã ghi “{chosen.name}” nhưng không đọc lại được để ghi nhớ."
        raise Refused(what, "Mở thử tệp đó; nếu hỏng thì ghi lại ở nơi khác.") from error


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
