"""Units as rows name them: by any of their dated names, by abbreviations, by the beginning of a name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property

from rules.imports.facts import Known, KnownUnit, OfRow
from rules.names import initials
from rules.text import clean, fold

# Abbreviations of offices (domain words), capital letters only; longer ones are met first word by word.
ABBREVIATIONS = {
    "UVBTV": "Ủy viên Ban Thường vụ", "UVBCH": "Ủy viên Ban Chấp hành", "UVUBKT": "Ủy viên Ủy ban Kiểm tra",
    "UVTV": "Ủy viên Thường vụ", "UVTVTU": "Ủy viên Ban Thường vụ Tỉnh ủy",
    "TVTU": "Ủy viên Ban Thường vụ Tỉnh ủy", "UV": "Ủy viên", "ĐUV": "Đảng ủy viên", "CUV": "Chi ủy viên",
    "TUV": "Tỉnh ủy viên", "BTV": "Ban Thường vụ", "BCH": "Ban Chấp hành", "UBKT": "Ủy ban Kiểm tra",
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc", "VKSND": "Viện Kiểm sát nhân dân", "TAND": "Tòa án nhân dân",
    "CCB": "Cựu chiến binh", "ĐTN": "Đoàn Thanh niên", "LHPN": "Liên hiệp Phụ nữ",
    "LĐLĐ": "Liên đoàn Lao động",
    "PBT": "Phó Bí thư", "PBTTT": "Phó Bí thư Thường trực", "BT": "Bí thư", "PCVP": "Phó Chánh Văn phòng",
    "CVP": "Chánh Văn phòng", "VP": "Văn phòng", "PGĐ": "Phó Giám đốc", "GĐ": "Giám đốc",
    "PCT": "Phó Chủ tịch",
    "CT": "Chủ tịch", "PTB": "Phó Trưởng ban", "CN": "Chủ nhiệm", "PCN": "Phó Chủ nhiệm",
    "BTC": "Ban Tổ chức",
    "BTG": "Ban Tuyên giáo", "BDV": "Ban Dân vận", "BNC": "Ban Nội chính", "ĐU": "Đảng ủy", "ĐB": "Đảng bộ",
    "CB": "Chi bộ", "TU": "Tỉnh ủy", "TW": "Trung ương", "ĐUK": "Đảng ủy Khối", "TT": "Thường trực",
    "CCQ": "các cơ quan", "PTP": "Phó Trưởng phòng", "CBCC": "Cán bộ, công chức",
    "NHNN": "Ngân hàng Nhà nước",
    "BHXH": "Bảo hiểm xã hội", "KBNN": "Kho bạc Nhà nước", "THPT": "Trung học phổ thông",
}  # fmt: skip
SHORT_WORD = re.compile(r"(?<![\w&])[A-ZĐƯÔÂÊĂƠ]{2,7}(?![\w&])")
HEADS = ("dang uy", "dang bo", "chi bo", "chi uy", "co quan", "ban chap hanh", "ban thuong vu")
GENERIC = {
    "dang uy", "dang bo", "chi bo", "chi uy", "co quan", "don vi", "so", "ban", "dang uy co so",
    "chi bo co so",
    "dang bo co so", "phong", "van phong", "ban chap hanh", "ban thuong vu", "cap uy",
}  # fmt: skip
LITTLE = {"va", "cua", "cac"}
SHORTEST = 6  # letters of the beginning of a name that may stand for the whole


def spelled_out(words: str) -> str:
    """Abbreviations in capitals as words: "PBT ĐU Sở Y tế" is "Phó Bí thư Đảng ủy Sở Y tế"."""
    return SHORT_WORD.sub(lambda found: ABBREVIATIONS.get(found.group(), found.group()), words)


def key(words: str) -> str:
    """Folded words and nothing between them: "Sở Lao động – TB&XH" is "so lao dong tb xh"."""
    return " ".join(re.findall(r"[^\W_]+", fold(words)))


def _letters(words: str) -> str:
    """First letters, with what is written in capitals taken as letters already: "Sở KH&CN" is "skhcn"."""
    pieces = []
    for word in re.findall(r"[^\W_]+", clean(words)):
        plain = fold(word)
        if plain not in LITTLE:
            pieces.append(plain if word.isupper() and len(word) > 1 else plain[0])
    return "".join(pieces)


Place = int | OfRow


class Places:
    """The units that may be named, each found by its words once."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.by_id = {unit.id: unit for unit in known.units}
        self.added: dict[str, list[Place]] = {}
        self.found: dict[str, tuple[Place, ...]] = {}

    def add(self, names: Iterable[str], row: int) -> None:
        """A unit that a row of the workbook makes."""
        for words in {key(name) for name in names if name}:
            self.added.setdefault(words, []).append(OfRow(row))
        self.found.clear()

    def name(self, place: Place) -> str:
        return str(self.by_id[place].values["organization"]) if isinstance(place, int) else ""

    def find(self, words: str) -> tuple[Place, ...]:
        """The units that the words may mean: none, one, or several where they do not tell which."""
        words = clean(words)
        if words not in self.found:
            self.found[words] = self._seek(words) if key(words) else ()
        return self.found[words]

    def bearing(self, words: str) -> tuple[int, ...]:
        """The kept units of this very name, of today or of an earlier day: organisation, committee, short."""
        for table in self._names[:3]:
            hits = tuple(hit for hit in self._open(table.get(key(words), ())) if isinstance(hit, int))
            if hits:
                return hits
        return ()

    def _seek(self, words: str) -> tuple[Place, ...]:
        for typed in dict.fromkeys((words, spelled_out(words))):
            hits = self._named(key(typed))
            if hits:
                return hits
        for seek in (self._by_letters, self._begun):
            hits = seek(spelled_out(words) if seek is self._begun else words)
            if hits:
                return hits
        return ()

    def _named(self, plain: str) -> tuple[Place, ...]:
        """By organisation, committee, short name, symbol; then by the name behind "Đảng ủy", "Chi bộ"."""
        for table in (self.added, *self._names):
            hits = self._open(table.get(plain, ()))
            if hits:
                return hits
        head = next((head for head in HEADS if plain.startswith(f"{head} ")), "")
        rest = plain[len(head) :].strip()
        if not head or rest in GENERIC:
            return ()
        others = [f"{other} {rest}" for other in ("dang bo", "chi bo", "dang uy") if other != head]
        for name in (*others, rest):
            for table in (self.added, *self._names[:3]):
                hits = self._open(table.get(name, ()))
                if hits:
                    return hits
        return ()

    def _open(self, hits: Iterable[Place]) -> tuple[Place, ...]:
        """Units that are closed stand back where another bears the same name."""
        several = tuple(dict.fromkeys(hits))
        working = tuple(hit for hit in several if isinstance(hit, OfRow) or not self.by_id[hit].closed)
        return working or several

    @cached_property
    def _names(self) -> tuple[dict[str, list[Place]], ...]:
        tables: tuple[dict[str, list[Place]], ...] = ({}, {}, {}, {})
        for unit in self.known.units:
            for texts in unit.names:
                for table, name in zip(tables, texts, strict=True):
                    if name:
                        table.setdefault(key(name), []).append(unit.id)
        return tables

    @cached_property
    def _initials(self) -> dict[str, list[Place]]:
        table: dict[str, list[Place]] = {}
        for unit in self.known.units:
            for name in (unit.names[0][0], unit.names[0][2]):
                letters = initials(re.sub(r"[^\w\s]|_", " ", name))
                if len(letters) > 2:
                    table.setdefault(letters, []).append(unit.id)
        return table

    def _by_letters(self, words: str) -> tuple[Place, ...]:
        """ "SKHCN", "Sở KH&CN": only where something is written in capitals."""
        if not re.search(r"[A-ZĐ]{2}", words):
            return ()
        return self._open(self._initials.get(_letters(words), ()))

    def _begun(self, words: str) -> tuple[Place, ...]:
        """ "Đảng ủy Khối" for "Đảng ủy Khối các cơ quan tỉnh", where only one unit begins like that."""
        plain = key(words)
        if len(plain) < SHORTEST or plain in GENERIC:
            return ()
        hits: set[int] = set()
        for name, unit in self._sorted[bisect_left(self._sorted, (f"{plain} ", 0)) :]:
            if not name.startswith(f"{plain} ") or len(hits) > 1:
                break
            hits.add(unit)
        return tuple(hits) if len(hits) == 1 else ()

    @cached_property
    def _sorted(self) -> list[tuple[str, int]]:
        """Names of units in order, so that those of one beginning stand together."""
        return sorted(
            (key(name), unit.id)
            for unit in self.known.units
            for texts in unit.names
            for name in texts[:3]
            if name
        )

    def choose(self, words: str) -> Place:
        """The one unit meant; ValueError with a sentence where there is none or more than one."""
        hits = self.find(words)
        if len(hits) == 1:
            return hits[0]
        if not hits:
            raise ValueError(
                f"Chưa có đơn vị “{clean(words)}” trong sổ; thêm đơn vị trước, hoặc sửa lại tên."
            )
        names = "; ".join(self.name(hit) or "một dòng khác của bảng" for hit in hits[:4])
        raise ValueError(f"“{clean(words)}” là tên của {len(hits)} đơn vị ({names}); hãy ghi rõ tên đầy đủ.")

    def is_generic(self, words: str) -> bool:
        """ "Đảng ủy" alone: the committee of the unit that is named elsewhere in the row."""
        return key(spelled_out(words)) in GENERIC

    def unit(self, place: Place) -> KnownUnit | None:
        return self.by_id.get(place) if isinstance(place, int) else None
