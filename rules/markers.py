"""Markers of a sentence, “{{Tên hội nghị}}”: how they are read and what may be wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from rules.marker_names import FORMATS, Name
from rules.text import clean, fold

OPEN, CLOSE = "{{", "}}"
ONLY_IF, UNLESS = "Chỉ khi", "Trừ khi"
WHOLE = re.compile(r"\{\{([^{}\n]*)\}\}")
STRAY = re.compile(r"\{+|\}+")
BRACES = re.compile(r"(?<=\{)(?=\{)|(?<=\})(?=\})")
LINE = re.compile(r"[^\n]+")
SOFT_HYPHEN = "\xad"
NEAR = 0.6  # how alike a misspelled name must be to be guessed, of 1


@dataclass(frozen=True)
class Marker:
    """One field of a sentence. Names are compared by `key`: accents, capitals and spaces do not count."""

    name: str  # "Tên hội nghị"; of a list's member the list: "Đại biểu"
    member: str = ""  # "Họ và tên" of {{Đại biểu.Họ và tên}}
    format: str = ""  # "IN HOA" of {{Tên hội nghị|IN HOA}}; several are parted by "|"
    only_if: bool = (
        False  # a condition, {{Chỉ khi: Chủ trì}}: prints nothing, the line stands only where known
    )
    unless: bool = False  # a condition of the other kind, {{Trừ khi: Chủ trì}}; `only_if` is true too
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        """The marker as it is written."""
        condition = f"{UNLESS if self.unless else ONLY_IF}: " if self.only_if else ""
        name = f"{self.name}.{self.member}" if self.member else self.name
        return f"{OPEN}{condition}{name}{'|' if self.format else ''}{self.format}{CLOSE}"


class Problem(NamedTuple):
    """What is wrong at [start, end) of the text, said for the clerk; `suggestion` is text to put there."""

    start: int
    end: int
    found: str
    reason: str
    suggestion: str = ""


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What names are compared by: "Họ và tên", "họ_và_tên" and "HO VA TEN" are one."""
    return re.sub(r"[\s_]+", " ", fold(clean(name.replace(SOFT_HYPHEN, "")))).strip()


@lru_cache(maxsize=1024)
def parse(text: str) -> tuple[str | Marker, ...]:
    """The text as plain words and markers, in order; a brace that opens or closes nothing stays plain."""
    parts: list[str | Marker] = []
    last = 0
    for found in WHOLE.finditer(text):
        if found.start() > last:
            parts.append(text[last : found.start()])
        parts.append(_marker(found))
        last = found.end()
    if last < len(text):
        parts.append(text[last:])
    return tuple(parts)


def harmless(words: str) -> str:
    """A stored value that goes into a text which is read for markers: no two braces stand together."""
    return BRACES.sub(" ", words)


def _marker(found: re.Match[str]) -> Marker:
    name, _, form = (part.strip() for part in found[1].partition("|"))
    label, colon, rest = name.partition(":")
    only_if = bool(colon) and key(label) in (key(ONLY_IF), key(UNLESS))
    unless = only_if and key(label) == key(UNLESS)
    whole, _, member = (rest if only_if else name).partition(".")
    return Marker(whole.strip(), member.strip(), form, only_if, unless, found.start(), found.end())


def markers(text: str) -> Iterator[Marker]:
    return (part for part in parse(text) if isinstance(part, Marker))


def formats(marker: Marker) -> list[str]:
    """The keys of the ways in which the value is to be written, in their order."""
    return [key(one) for one in marker.format.split("|") if key(one)]


def repeated(found: Iterable[Marker]) -> str:
    """The key of the list that a line with these markers repeats for; "" where it stands once."""
    return next((key(one.name) for one in found if one.member), "")


def problems(text: str, known: Iterable[Name]) -> list[Problem]:
    """Everything wrong with the markers of one text, in the order of the text."""
    names = {key(name.label): name for name in known}
    found = [_problem(marker, *said) for marker in markers(text) if (said := _wrong(marker, names))]
    for line in LINE.finditer(text):
        found += _of_line(
            text, [one for one in markers(text) if line.start() <= one.start < line.end()], names
        )
    plain = WHOLE.sub(lambda whole: " " * len(whole[0]), text)
    for stray in STRAY.finditer(plain):
        reason = "Dấu ngoặc nhọn không đủ cặp; tên trường phải nằm giữa {{ và }} trên cùng một dòng."
        found.append(Problem(stray.start(), stray.end(), stray[0], reason))
    return sorted(one._replace(found=text[one.start : one.end]) for one in found)


def _problem(marker: Marker, reason: str, suggestion: str = "") -> Problem:
    return Problem(marker.start, marker.end, "", reason, suggestion)


def _wrong(marker: Marker, names: Mapping[str, Name]) -> tuple[str, str] | None:
    """Reason and suggestion for what is wrong with one marker by itself."""
    name = names.get(key(marker.name))
    if name is None:
        return _no_name(marker, names)
    if name.members or marker.member:
        said = _wrong_member(marker, name, names)
        if said:
            return said
    return _wrong_format(marker, name)


def _no_name(marker: Marker, names: Mapping[str, Name]) -> tuple[str, str]:
    for condition in (ONLY_IF, UNLESS):
        if not marker.only_if and (key(marker.name) + " ").startswith(key(condition) + " "):
            rest = " ".join(marker.name.split()[len(condition.split()) :])
            meant = replace(marker, name=rest, only_if=True, unless=condition == UNLESS)
            return f"Sau “{condition}” phải có dấu hai chấm và tên trường.", str(meant) if rest else ""
    if not marker.name and not marker.member:
        label = UNLESS if marker.unless else ONLY_IF
        where = f"sau “{label}:”" if marker.only_if else "giữa {{ và }}"
        return f"Chưa ghi tên trường {where}.", ""
    said = f"{marker.name}.{marker.member}" if marker.member else marker.name
    pool = _pool(marker, names)
    near = _nearest(said, pool)
    suggestion = str(replace(marker, name=pool[near][0], member=pool[near][1])) if near else ""
    if near and not marker.member and key(near) == key(said):
        return f"“{near}” là mục con của danh sách “{pool[near][0]}”.", suggestion
    return f"Không có trường “{said}”.", suggestion


def _pool(marker: Marker, names: Mapping[str, Name]) -> dict[str, tuple[str, str]]:
    """What a wrong name may have meant: words → name and member."""
    lists = [one for one in names.values() if one.members]
    if marker.member:
        return {f"{one.label}.{member}": (one.label, member) for one in lists for member in one.members}
    pool = {one.label: (one.label, "" if marker.only_if else _usual_member(one)) for one in names.values()}
    for one in lists:
        for member in one.members:
            pool.setdefault(member, (one.label, member))
    return pool


def _wrong_member(marker: Marker, name: Name, names: Mapping[str, Name]) -> tuple[str, str] | None:
    if not name.members:
        return f"“{name.label}” không có mục con.", str(replace(marker, name=name.label, member=""))
    if not marker.member:
        if marker.only_if:
            return None
        meant = replace(marker, name=name.label, member=_usual_member(name))
        return f"“{name.label}” là danh sách; hãy ghi rõ mục con.", str(meant)
    if _has(name, marker.member):
        return None
    near = _nearest(marker.member, name.members)
    owner = next((one for one in names.values() if _has(one, marker.member)), None)
    if owner and not near:
        meant = replace(marker, name=owner.label)
        return f"“{marker.member}” là mục con của danh sách “{owner.label}”.", str(meant)
    suggestion = str(replace(marker, name=name.label, member=near)) if near else ""
    return f"Danh sách “{name.label}” không có mục con “{marker.member}”.", suggestion


def _wrong_format(marker: Marker, name: Name) -> tuple[str, str] | None:
    if marker.format and (marker.only_if or name.block):
        what = "Điều kiện" if marker.only_if else "Bảng"
        return f"{what} không có cách ghi.", str(replace(marker, format=""))
    asked = [one.strip() for one in marker.format.split("|")] if marker.format else []
    wrong = next((one for one in asked if key(one) not in {key(form) for form in FORMATS}), None)
    if wrong is None:
        return None
    meant = [_nearest(one, FORMATS) for one in asked]
    suggestion = str(replace(marker, format="|".join(meant))) if all(meant) else ""
    return f"Không có cách ghi “{wrong}”.", suggestion


def _of_line(text: str, found: Sequence[Marker], names: Mapping[str, Name]) -> Iterator[Problem]:
    """What is wrong between the markers of one line: two lists, a table among words."""
    owner = repeated(found)
    for marker in found:
        name = names.get(key(marker.name))
        if marker.member and name and name.members and key(marker.name) != owner and owner in names:
            reason = f"Dòng này lặp theo “{names[owner].label}”; một dòng không thể lặp theo hai danh sách."
            yield _problem(marker, f"{reason} Hãy tách “{name.label}” ra dòng riêng.")
        if name and name.block and not marker.only_if and not _alone(text, marker, found):
            yield _problem(marker, f"“{name.label}” là một bảng; hãy đặt một mình trên một dòng.")


def _alone(text: str, marker: Marker, found: Sequence[Marker]) -> bool:
    """Nothing but conditions stands beside the marker in its line."""
    start, end = text.rfind("\n", 0, marker.start) + 1, text.find("\n", marker.end)
    words = WHOLE.sub("", text[start : end if end >= 0 else len(text)])
    return not words.strip() and all(one is marker or one.only_if for one in found)


def _has(name: Name, member: str) -> bool:
    return bool(member) and key(member) in {key(one) for one in name.members}


def _usual_member(name: Name) -> str:
    """The first member that says more than the place in the list; "" where there are none."""
    return next((one for one in name.members if one not in ("TT", "Chữ cái")), "")


def _nearest(said: str, known: Iterable[str]) -> str:
    by_key = {key(one): one for one in known}
    near = get_close_matches(key(said), list(by_key), n=1, cutoff=NEAR)
    return by_key[near[0]] if near else ""
