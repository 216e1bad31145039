"""The office's own Word files in place of our papers: filled, begun from ours, kept with their versions."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from papers import catalogue, docx_reading
from papers.content import Document
from papers.filling import Values
from papers.template import fields, preflight
from papers.template.fields import is_serial, names
from papers.template.filling import Filling, known
from papers.template.preflight import Problem
from papers.template.start import start
from papers.template.store import FOLDER, install, kept_on, of, put, reset, versions
from rules.facts import Copy, Listing, Meeting, Plan
from rules.trouble import Refused

__all__ = [
    "FOLDER", "check", "compose", "fill", "fill_serial", "install", "is_serial", "kept_on", "names", "of",
    "put", "reset", "start", "versions",
]  # fmt: skip


def fill(source: Path, values: Values, subject: str = "", profile: str = "") -> bytes:
    """The .docx with every marker replaced; `subject` becomes the title of the file.

    `profile`: the form of tables that are put in, the newest where it is empty. Raises Refused for a
    file that is damaged, carries macros, or has markers that cannot be filled rightly.
    """
    return Filling(source, known(values), profile).one(values, subject)


def fill_serial(source: Path, letters: Sequence[Values], subject: str = "", profile: str = "") -> bytes:
    """One file with the whole template once for every receiver, each on pages of its own from number 1."""
    if not letters:
        raise ValueError("a series of no letters")
    return Filling(source, known(letters[0]), profile, serial=True).many(letters, subject)


def check(source: Path, key: str, samples: bool = True) -> list[Problem]:
    """Every problem of a file meant for that paper; `samples`: also fill it with samples and look."""
    headed = fields.is_headed(key)
    unasked = fields.unasked(key)
    return preflight.check(source, names(key), is_serial(key), headed, samples, unasked)


def compose(key: str, facts: Meeting | Plan | Copy | Listing, folder: Path) -> Document:
    """The paper made of the office's own file where there is one, else our own.

    `folder` holds the templates. `Document.word` are the bytes of the file, which are written as they
    are; preview and print show the words read back from them. Raises Refused where the file would print
    a wrong paper.
    """
    ours = catalogue.compose(key, facts)
    source = of(folder, key)
    if source is None or isinstance(facts, (Listing, Copy)):
        return ours
    _refuse_faults(source, key)
    each = fields.values(key, facts, ours)
    filling = Filling(source, known(each[0]), ours.profile, serial=is_serial(key))
    data = filling.many(each, ours.title) if is_serial(key) else filling.one(each[0], ours.title)
    read = _read(data, source.name)
    profile = read.profile if filling.package.variable("profile") else ours.profile
    return replace(read, title=ours.title, profile=profile, sheets=ours.sheets, marks=ours.marks, word=data)


def _refuse_faults(source: Path, key: str) -> None:
    wrong = [one for one in check(source, key, samples=False) if one.blocks]
    if wrong:
        first = wrong[0]
        what = f"Mẫu riêng “{source.name}” có {len(wrong)} lỗi; {first.place}: {first.reason}"
        raise Refused(what, first.suggestion or "Hãy bấm “Kiểm tra mẫu” để xem từng lỗi.")


def _read(data: bytes, name: str) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return docx_reading.read(path)
