"""Posts as rows name them: "Bí thư Đảng ủy, Giám đốc Sở Công Thương" as posts, each in its unit."""

from __future__ import annotations

import re
from typing import NamedTuple

from rules.imports.facts import Held, Known, KnownPost
from rules.imports.places import GENERIC, Places, key, spelled_out
from rules.text import clean, fold

CUT = re.compile(r"\s*[;\n]\s*|\s*,\s*|\s+kiêm(?:\s+nhiệm)?\s+|\s+[-–—]\s+|\s*/\s*", re.IGNORECASE)
PARTY_MEMBER, STAFF = "Đảng viên", "Cán bộ, công chức"
PARTY_PLACE = re.compile(r"(?:dang bo|chi bo|dang uy|chi uy|to dang)\b")
OTHER_SPELLINGS = {
    "uy vien thuong vu": "uy vien ban thuong vu", "uy vien bch": "uy vien ban chap hanh",
    "uy vien btv": "uy vien ban thuong vu", "truong ban": "truong ban", "pho ban": "pho truong ban",
    "pho chanh vp": "pho chanh van phong", "pho bi thu tt": "pho bi thu thuong truc",
}  # fmt: skip
LONGEST = 500  # letters of a cell that are read as posts


class Part(NamedTuple):
    """A post read from a piece of a cell, and the words of the unit behind it, "" for none."""

    post: KnownPost | None
    name: str
    unit_words: str


class Posts:
    """The catalogue of posts, found by their names and short names."""

    def __init__(self, known: Known, places: Places) -> None:
        self.places = places
        self.by_id = {post.id: post for post in known.posts}
        self.names: dict[str, KnownPost] = {}
        for post in known.posts:
            if post.short:
                self.names.setdefault(key(post.short), post)
        for post in known.posts:
            self.names[key(post.name)] = post
        for other, usual in OTHER_SPELLINGS.items():
            if usual in self.names:
                self.names.setdefault(other, self.names[usual])
        self.new: dict[str, int] = {}
        self.longest = max((len(name.split()) for name in self.names), default=0)
        self.read: dict[tuple[str, str], tuple[tuple[Held, ...], tuple[str, ...]]] = {}

    def held(self, words: str, unit_words: str) -> tuple[tuple[Held, ...], tuple[str, ...]]:
        """The posts of a row, each in its unit, and what is to be said of it; ValueError with a sentence.

        `unit_words`: the cell of the unit; it serves the posts that name none.
        """
        asked = (words, unit_words)
        if asked not in self.read:
            self.read[asked] = self._held(clean(words[:LONGEST]), clean(unit_words))
        return self.read[asked]

    def _held(self, words: str, unit_words: str) -> tuple[tuple[Held, ...], tuple[str, ...]]:
        home = self._unit(unit_words) if unit_words else 0
        if not words:
            return self._without_post(unit_words, home) if home else ((), ())
        if key(spelled_out(words)) not in self.names and len(self.places.find(words)) == 1:
            return self._without_post(words, self._unit(words))  # a unit and nothing else
        parts = [self._part(piece, bool(home)) for piece in self._pieces(words)]
        units = [self._unit(part.unit_words) if part.unit_words else 0 for part in parts]
        found, notes = [], []
        for place, part in enumerate(parts):
            behind = next((unit for unit in units[place + 1 :] if unit), 0)
            before = next((unit for unit in reversed(units[:place]) if unit), 0)
            unit = units[place] or home or behind or before
            if not unit:
                raise ValueError(f"Chưa rõ đơn vị của chức vụ “{part.name}”; hãy ghi thêm tên đơn vị.")
            if part.post is None:
                notes.append(f"Chức danh mới: {part.name}.")
            found.append(Held(part.post.id if part.post else None, part.name, unit))
        return tuple(dict.fromkeys(found)), tuple(notes)

    def _unit(self, words: str) -> int:
        place = self.places.choose(words)
        return place if isinstance(place, int) else 0

    def _without_post(self, words: str, unit: int) -> tuple[tuple[Held, ...], tuple[str, ...]]:
        """A unit without a post: a member of the Party there, or one of the staff."""
        name = PARTY_MEMBER if PARTY_PLACE.match(key(spelled_out(words))) else STAFF
        post = self.names.get(key(name))
        return (Held(post.id if post else None, name, unit, implied=True),), (
            f"Không ghi chức vụ: ghi là “{name}”.",
        )

    def _pieces(self, words: str) -> list[str]:
        """The cell cut at commas and the like, but not inside the name of a post or a unit."""
        if key(spelled_out(words)) in self.names:
            return [words]
        pieces = re.split(f"({CUT.pattern})", words, flags=re.IGNORECASE)
        whole = [pieces[0]]
        for sign, piece in zip(pieces[1::2], pieces[2::2], strict=True):
            if self._begins(piece) or sign.strip().lower().startswith(("kiêm", ";")):
                whole.append(piece)
            else:
                whole[-1] += sign + piece  # "Sở Văn hóa, Thể thao và Du lịch", "Cán bộ, công chức"
        return [piece for piece in (part.strip(" ,.;-–—/") for part in whole) if key(piece)]

    def _begins(self, piece: str) -> bool:
        """Whether a post begins here."""
        words = key(spelled_out(piece)).split()
        return any(" ".join(words[:size]) in self.names for size in range(1, self.longest + 1))

    def _part(self, piece: str, has_home: bool) -> Part:
        """The longest known post that begins the piece and leaves a known unit, or nothing, behind."""
        typed = spelled_out(piece)
        words = re.findall(r"[^\W_]+", typed)
        plain = [fold(word) for word in words]
        best: Part | None = None
        for size in range(min(self.longest, len(words)), 0, -1):
            post = self.names.get(" ".join(plain[:size]))
            if post is None:
                continue
            behind = self._behind(words, size)
            if behind is not None:
                return Part(post, post.name, behind)
            best = best or Part(post, post.name, " ".join(words[size:]))
        return best if best and not has_home else self._own_words(piece, typed)

    def _behind(self, words: list[str], size: int) -> str | None:
        """The unit named behind the post, whose last words may be the first of the unit's name."""
        rest = " ".join(words[size:])
        if not rest or fold(rest) in GENERIC:
            return ""
        for shared in (1, 2):
            if shared < size and self.places.find(" ".join(words[size - shared :])):
                return " ".join(words[size - shared :])
        return rest if self.places.find(rest) else None

    def _own_words(self, piece: str, typed: str) -> Part:
        """A post that is in no catalogue, before the longest name of a unit that ends the piece."""
        words = typed.split()
        for size in range(1, len(words)):
            rest = " ".join(words[size:])
            if key(rest) not in GENERIC and self.places.find(rest):
                return Part(None, " ".join(words[:size]), rest)
        return Part(None, piece[:1].upper() + piece[1:], "")

    def ident(self, held: Held) -> int:
        """The id of the post; for one that is in no catalogue yet a number below 0, always the same."""
        return held.post or self.new.setdefault(key(held.name), -1 - len(self.new))

    def name(self, held: Held) -> str:
        return self.by_id[held.post].name if held.post else held.name
