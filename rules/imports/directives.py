"""Verdicts on rows of directives: which document a row is about, and what it changes in the register."""

from __future__ import annotations

import re
from datetime import date

from rules import directives as rules
from rules.columns import Mapping
from rules.dates import VagueDate
from rules.fields import blank
from rules.imports import cells
from rules.imports.facts import (
    DUPLICATE,
    NEW,
    SAME,
    UPDATE,
    Candidate,
    Known,
    KnownDirective,
    KnownType,
    Line,
    Values,
    Verdict,
)
from rules.imports.places import Places, key
from rules.imports.rows import Reading
from rules.numbering import LARGEST
from rules.symbols import Reading as Symbol
from rules.symbols import read_symbol, split_issuer
from rules.text import clean, fold

FIELDS = {field.name: field for field in rules.FIELDS}
READ = ("type", "number", "issuer", "organ", "issuer_code", "issued", "subject", "direction")
PLAIN = tuple(field for field in rules.FIELDS if field.name not in READ)
ABOUT = re.compile(r"^(?:v/v|về việc|về)\b\s*", re.IGNORECASE)
LONGEST_SYMBOL = 400
COMMON_CODES = frozenset({"du", "cb", "db"})


class Directives:
    """The documents known so far, those of earlier rows included, and the verdict on each row."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.places = Places(known)
        self.types: dict[str, list[KnownType]] = {}
        for kind in known.types:
            self.types.setdefault(fold(kind.name), []).append(kind)
        self.codes: dict[str, list[KnownType]] = {}
        for kind in known.types:
            if kind.code:
                self.codes.setdefault(kind.code, []).append(kind)
        self.symbols: dict[str, list[int]] = {}
        for unit in known.units:
            self.symbols.setdefault(fold(str(unit.values["symbol"])), []).append(unit.id)
        self.names = {kind.id: kind.name for kind in known.types}
        self.by_id = {each.id: each for each in known.directives}
        self.near: dict[tuple[str, int | None], list[KnownDirective]] = {}
        self.issuers: dict[str, int] = {}  # by code, as the register used it last
        for each in known.directives:
            self._enter(each)
            if each.values["issuer"] and each.values["issuer_code"]:
                self.issuers.setdefault(fold(each.values["issuer_code"]), each.values["issuer"])
        self.told: dict[int, int] = {}

    def _enter(self, each: KnownDirective) -> None:
        name = fold(self.names.get(each.values["type"], ""))
        self.near.setdefault((name, each.values["number"]), []).append(each)

    def verdict(self, line: Line, mapping: Mapping) -> Verdict:
        row = Reading(line, mapping)
        values = self._values(row)
        title = self._title(row, values)
        if row.faults:
            return row.error(title)
        row.faults += rules.problems({**_whole(), **values}).values()
        chosen = row.record()
        if isinstance(chosen, int) and chosen not in self.by_id:
            row.faults.append(f"Số trong sổ: không có văn bản số {chosen}.")
        if row.faults:
            return row.error(title)
        if isinstance(chosen, int):
            return self._update(row, values, self.by_id[chosen])
        if chosen:
            return self._new(row, values, title)
        return self._judged(row, values, title)

    def _judged(self, row: Reading, values: Values, title: str) -> Verdict:
        found = self.near.get((fold(self.names[values["type"]]), values.get("number")), [])
        same = [each for each in found if self._same(values, each)]
        perhaps = [each for each in found if self._perhaps(values, each)]
        if len(same) == 1:
            return self._update(row, values, same[0])
        if same or perhaps:
            candidates = tuple(
                Candidate(each.id if each.id > 0 else None, self._words(each)) for each in same or perhaps
            )
            why = "Có thể là văn bản đã có: " + "; ".join(each.words for each in candidates) + "."
            return Verdict(row.number, DUPLICATE, why, {}, None, title, candidates, tuple(row.notes))
        return self._new(row, values, title)

    # -- what a row says

    def _values(self, row: Reading) -> Values:
        symbol = read_symbol(row.text("symbol")[:LONGEST_SYMBOL]) if row.text("symbol") else Symbol()
        issued = row.value(FIELDS["issued"]) or symbol.issued
        subject, type_words = self._subject(row, symbol)
        number = self._number(row, symbol)
        values: Values = {**row.values(PLAIN), "number": number, "issued": issued, "subject": subject}
        values["type"] = self._type(row, type_words, symbol, issued)
        values |= self._issuer(row, symbol)
        if row.text("direction"):
            values["direction"] = row.value(FIELDS["direction"])
        elif values.get("issuer"):
            values["direction"] = "out" if values["issuer"] == self.known.own else "in"
        return {name: value for name, value in values.items() if value not in (None, "")}

    def _number(self, row: Reading, symbol: Symbol) -> int | None:
        if row.text("number"):
            typed = read_symbol(row.text("number"))
            number = typed.number or row.value(FIELDS["number"])
        else:
            number = symbol.number
            bare = row.text("symbol")
            if number is None and bare.isdigit():
                number = int(bare[:9])
        if number is not None and not 0 < int(number) <= LARGEST:
            row.faults.append(f"Số: {number} không thể là số văn bản.")
            return None
        if number is None and re.match(r"(?:số\s*)?\d", row.text("symbol"), re.IGNORECASE):
            row.faults.append(f"Số, ký hiệu: chưa đọc được “{row.text('symbol')[:60]}”.")
        return int(number) if number is not None else None

    def _subject(self, row: Reading, symbol: Symbol) -> tuple[str, str]:
        """The subject, and the words that name the type."""
        whole = row.text("type_subject")
        words = row.text("type")
        name = self._begins(whole) or self._begins(row.text("symbol"))
        subject = row.text("subject")
        if whole and not subject:
            subject = clean(whole[len(self._begins(whole)) :]).lstrip(" .,:;-–")
        return subject or symbol.subject, words or name

    def _begins(self, words: str) -> str:
        """The name of a type that begins the words, as typed."""
        plain = fold(words)
        names = sorted(self.types, key=len, reverse=True)
        found = next((name for name in names if re.match(rf"{re.escape(name)}(?!\w)", plain)), "")
        return words[: len(found)]

    def _type(self, row: Reading, words: str, symbol: Symbol, issued: VagueDate | None) -> int | None:
        """By its name, by its code, by the code in the symbol; of several the one of the day of issue."""
        code = symbol.type_code
        found = self.types.get(fold(words)) or self.codes.get(words) or self.codes.get(words.upper())
        if words and not found:
            row.faults.append(f"Loại văn bản: “{words}” không có trong danh mục.")
            return None
        found = found or self.types.get(fold(symbol.type_name)) or self.codes.get(code)
        if not found:
            row.faults.append("Chưa rõ loại văn bản; ghi thêm cột “Loại văn bản”, ví dụ: Kế hoạch.")
            return None
        return _of_day(found, code, issued)

    def _issuer(self, row: Reading, symbol: Symbol) -> Values:
        """Issuing unit, its organ, its code: by the words of the row, else by the code in the symbol."""
        words = row.text("issuer") or symbol.issuer
        code = row.text("issuer_code") or symbol.issuer_code
        if "/" in code or "-" in code and not row.text("symbol"):  # "KH/TU" in a column of its own
            code = code.rpartition("/")[2]
        organ, committee = split_issuer(words)
        unit = self._unit(row, organ, committee or words, code)
        kept = self.places.unit(unit) if unit else None
        if kept and fold(code) == fold(str(kept.values["symbol"])):
            code = str(kept.values["symbol"])  # "92-KH/DUK" typed without marks
        return {"issuer": unit, "organ": organ, "issuer_code": code}

    def _unit(self, row: Reading, organ: str, words: str, code: str) -> int | None:
        by_code = self._by_code(code)
        if organ in rules.CENTRAL_ORGANS:
            return next((unit.id for unit in self.known.units if unit.level == 0), None)
        if not words:
            if code and by_code is None:
                row.notes.append(f"Chưa rõ cơ quan ban hành của ký hiệu “{code}”.")
            return by_code
        hits = [hit for hit in self.places.find(words) if isinstance(hit, int)]
        if len(hits) == 1:
            return hits[0]
        if by_code is not None and (
            by_code in hits or self.places.is_generic(words) or self._tells(hits, code)
        ):
            return by_code
        row.notes.append(f"Chưa có cơ quan ban hành “{words}” trong sổ đơn vị.")
        return None

    def _tells(self, hits: list[int], code: str) -> bool:
        """Whether the code alone may name a body that the words do not: "ĐU" is that of every committee."""
        return not hits and fold(code) not in COMMON_CODES

    def _by_code(self, code: str) -> int | None:
        """The unit of the code: as the register used it, the one unit of that symbol, "TU" right above."""
        plain = fold(code)
        if not plain:
            return None
        if plain in self.issuers:
            return self.issuers[plain]
        named = self.symbols.get(plain, ())
        if len(named) == 1:
            return named[0]
        own = self.places.unit(self.known.own) if self.known.own else None
        above: int | None = own.values["parent"] if own and plain == "tu" else None
        return above

    # -- which document it is

    def _same(self, values: Values, each: KnownDirective) -> bool:
        """Issuer, type, number and date agree; without a number the subject too."""
        if not self._same_issuer(values, each, strict=True):
            return False
        if not _same_day(values.get("issued"), each.values["issued"]):
            return False
        return values.get("number") is not None or key(values.get("subject", "")) == key(
            each.values["subject"]
        )

    def _perhaps(self, values: Values, each: KnownDirective) -> bool:
        """The issuer may be the same, and only one of the two tells its day."""
        if not self._same_issuer(values, each, strict=False):
            return False
        one, other = values.get("issued"), each.values["issued"]
        days_agree = one is None or other is None or _same_day(one, other) or _overlap(one, other)
        if values.get("number") is None:
            return days_agree and key(values.get("subject", "")) == key(each.values["subject"])
        return days_agree

    def _same_issuer(self, values: Values, each: KnownDirective, *, strict: bool) -> bool:
        unit, kept = values.get("issuer"), each.values["issuer"]
        code, kept_code = fold(values.get("issuer_code", "")), fold(each.values["issuer_code"])
        organ, kept_organ = fold(values.get("organ", "")), fold(each.values["organ"])
        if organ and kept_organ and organ != kept_organ:
            return False
        if unit and kept:
            return bool(unit == kept)
        if code and kept_code:
            return bool(code == kept_code)
        return not (unit or kept or code or kept_code) if strict else True

    def _words(self, each: KnownDirective) -> str:
        issued = f"ngày {each.values['issued']}" if each.values["issued"] else "không ghi ngày"
        subject = each.values["subject"][:60]
        place = f"số {each.id} trong sổ" if each.id > 0 else f"dòng {-each.id} của bảng"
        return ", ".join(part for part in (each.symbol, issued, subject, place) if part)

    def _title(self, row: Reading, values: Values) -> str:
        kind = next((kind for kind in self.known.types if kind.id == values.get("type")), None)
        code = kind.code if kind else ""
        symbol = rules.symbol(values.get("number"), code, values.get("issuer_code", ""))
        words = " ".join(part for part in (kind.name if kind else "", symbol) if part)
        return words if symbol else f"{words} {values.get('subject', '') or row.text('symbol')}".strip()[:120]

    # -- verdicts

    def _new(self, row: Reading, values: Values, title: str) -> Verdict:
        whole = {**_whole(), **values}
        self._enter(KnownDirective(-row.number, title, whole))
        row.notes += [why for name, why in rules.doubts(whole).items() if name not in ("number", "issued")]
        return Verdict(row.number, NEW, values=values, title=title, notes=tuple(row.notes))

    def _update(self, row: Reading, values: Values, each: KnownDirective) -> Verdict:
        notes = tuple(row.notes)
        earlier = self.told.setdefault(each.id, row.number) if each.id > 0 else -each.id
        if earlier != row.number:
            words = (Candidate(each.id if each.id > 0 else None, self._words(each)),)
            why = f"Dòng {earlier} của bảng cũng về văn bản này."
            return Verdict(row.number, DUPLICATE, why, {}, None, each.symbol, words, notes)
        given = {name: value for name, value in values.items() if name != "type"}
        if key(str(given.get("subject", ""))) == key(each.values["subject"]) or _short(given, each):
            given.pop("subject", None)
        fields = tuple(field for field in rules.FIELDS if field.name in given)
        changed = cells.changed(fields, each.values, given)
        row.faults += rules.problems({**each.values, **changed}).values()
        if row.faults:
            return row.error(each.symbol)
        if not changed:
            return Verdict(row.number, SAME, values={}, target_id=each.id, title=each.symbol, notes=notes)
        told = cells.differences(fields, self._spoken(each.values), self._spoken(given))
        why = "; ".join(map(str, told)) + "."
        return Verdict(row.number, UPDATE, why, changed, each.id, each.symbol, (), notes)

    def _spoken(self, values: Values) -> Values:
        """The issuing unit by its name."""
        unit = values.get("issuer")
        return {**values, "issuer": self.places.name(unit)} if unit else dict(values)


def _whole() -> Values:
    return blank(rules.FIELDS)


def _short(given: Values, each: KnownDirective) -> bool:
    """The subject kept, without its "về" or "V/v" in front."""
    one = ABOUT.sub("", str(given.get("subject", "")))
    return key(one) == key(ABOUT.sub("", each.values["subject"]))


def _of_day(found: list[KnownType], code: str, issued: VagueDate | None) -> int:
    """Of types of one name the one of that code, then the one valid on the day of issue (today without)."""
    day = issued.earliest if issued and issued.earliest else date.today()
    exact = [kind for kind in found if kind.code == code] if code else []
    several = exact or found
    valid = [
        kind
        for kind in several
        if (kind.since is None or kind.since <= day) and (kind.until is None or day <= kind.until)
    ]
    return (valid or several)[-1].id


def _same_day(one: VagueDate | None, other: VagueDate | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.earliest is None or other.earliest is None:
        return fold(one.words) == fold(other.words)
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _overlap(one: VagueDate, other: VagueDate) -> bool:
    """A month and a day of it."""
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return False
    return bool(one.earliest <= other.latest and other.earliest <= one.latest)  # type: ignore[operator]
