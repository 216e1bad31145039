"""Verdicts on rows of people: who they are, the posts they hold, what a row would change."""

from __future__ import annotations

from typing import Any

from rules import people as rules
from rules.columns import Mapping
from rules.dates import VagueDate, show_date
from rules.imports import cells
from rules.imports.facts import (
    DUPLICATE,
    NEW,
    SAME,
    UPDATE,
    Candidate,
    Difference,
    Held,
    Known,
    KnownHolding,
    KnownPerson,
    KnownPost,
    Line,
    Values,
    Verdict,
)
from rules.imports.identity import Asked, find, has_accents, same_spelling
from rules.imports.places import Places
from rules.imports.posts import Posts
from rules.imports.rows import Reading
from rules.names import mend_capitals, split_title
from rules.text import clean, fold

FIELDS = {field.name: field for field in rules.FIELDS}
PLAIN = tuple(
    field for field in rules.FIELDS if field.name not in ("full_name", "sex", "birth", "phone", "card_number")
)
SINCE = next(field for field in rules.HOLDING_FIELDS if field.name == "since")
MOBILE = 9  # figures of a number from which Excel took the nought in front


def name_of(row: Reading) -> str:
    """The name in the row, put together where it stands in two columns, without forms of address."""
    whole = row.text("full_name")
    if row.text("given") or row.text("family"):
        whole = whole or clean(f"{row.text('family')} {row.text('given')}")
    title, name = split_title(whole)
    if title:
        row.notes.append(f"Bỏ “{title}” trước họ tên.")
    if name and name == name.upper() and name != name.lower() and len(name) > 2:
        mended = mend_capitals(name)
        if mended != name:
            row.notes.append(f"Họ tên viết hoa toàn bộ: ghi là “{mended}”.")
        return mended
    return name


def birth_of(row: Reading) -> tuple[VagueDate | None, str]:
    """Day or year of birth, and the sex told by the column it stands in."""
    field = FIELDS["birth"]
    for key, sex in (("birth", ""), ("birth_male", "nam"), ("birth_female", "nữ")):
        if row.text(key):
            if key != "birth" and cells.is_tick(row.cell(key)):
                return None, sex
            found = row.value(field, key)
            return (found if isinstance(found, VagueDate) else None), sex
    return None, ""


def _sex(row: Reading, by_birth: str) -> str:
    if row.text("sex"):
        if "female" not in row.cells and "male" not in row.cells and cells.is_tick(row.cell("sex")):
            row.faults.append("Giới tính: ghi “Nam” hoặc “Nữ”, không đánh dấu.")
            return ""
        return str(row.value(FIELDS["sex"]))
    if cells.is_marked(row.cell("female")):
        return "nữ"
    return "nam" if cells.is_marked(row.cell("male")) else by_birth


def _phone(row: Reading) -> str:
    words = row.text("phone")
    if not isinstance(row.cell("phone"), str) and words.isdigit() and len(words) == MOBILE:
        return f"0{words}"
    return words


def _card(row: Reading) -> str:
    return row.text("card_number").replace(".", "").replace(" ", "")


def read_values(row: Reading) -> Values:
    """The facts of the person that the row gives."""
    birth, by_birth = birth_of(row)
    given = {
        "full_name": name_of(row),
        "sex": _sex(row, by_birth),
        "birth": birth,
        "phone": _phone(row),
        "card_number": _card(row),
        **row.values(PLAIN),
    }
    return {name: value for name, value in given.items() if value not in (None, "")}


def read_posts(row: Reading, posts: Posts) -> tuple[Held, ...]:
    """The posts that the row gives, each once; faults and notes go to the row."""
    unit = row.text("unit") or _group_unit(row, posts)
    found: list[Held] = []
    try:
        columns = [words for key in ("post", "state_post", "post_unit") if (words := row.text(key))]
        for words in columns or [""]:
            held, notes = posts.held(words, unit)
            found += held
            row.notes += notes
    except ValueError as error:
        row.faults.append(str(error))
    since = row.value(SINCE)
    return tuple(dict.fromkeys(held._replace(since=since) for held in found))


def _group_unit(row: Reading, posts: Posts) -> str:
    """The unit that heads a group of rows, where the rows themselves have no place for one."""
    own_place = "unit" in row.cells or row.text("post_unit") or not row.group
    return "" if own_place or len(posts.places.find(row.group)) != 1 else row.group


class People:
    """The people known so far, those of earlier rows included, and the verdict on each row."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.places = Places(known)
        self.posts = Posts(known, self.places)
        self.by_id = {person.id: person for person in known.people}
        self.by_name: dict[str, list[KnownPerson]] = {}
        self.cards: dict[str, int] = {}
        self.said: dict[int, dict[str, tuple[int, Any]]] = {}  # of a person: field → row, value
        for person in known.people:
            self._enter(person)

    def _enter(self, person: KnownPerson) -> None:
        self.by_name.setdefault(fold(str(person.values["full_name"])), []).append(person)
        if person.values["card_number"]:
            self.cards.setdefault(str(person.values["card_number"]), person.id)

    def verdict(self, line: Line, mapping: Mapping) -> Verdict:
        row = Reading(line, mapping)
        values = read_values(row)
        name = str(values.get("full_name", ""))
        if not name:
            row.faults.insert(0, "Chưa có họ và tên.")
        held = read_posts(row, self.posts)
        row.faults += [why for key, why in rules.problems(values).items() if key != "full_name" or name]
        chosen = row.record()
        if row.faults:
            return row.error(name)
        if isinstance(chosen, int):
            return self._chosen(row, values, held, chosen)
        if chosen:
            return self._new(row, values, held)
        return self._judged(row, values, held)

    def _chosen(self, row: Reading, values: Values, held: tuple[Held, ...], chosen: int) -> Verdict:
        person = self.by_id.get(chosen)
        if person is None:
            row.faults.append(f"Số trong sổ: không có đại biểu số {chosen}.")
            return row.error(str(values["full_name"]))
        return self._update(row, values, held, person)

    def _judged(self, row: Reading, values: Values, held: tuple[Held, ...]) -> Verdict:
        name = str(values["full_name"])
        asked = Asked(
            name, values.get("birth"), frozenset(each.unit for each in held), values.get("card_number", "")
        )
        near = self.by_name.get(fold(name), [])
        same, perhaps = find(asked, near)
        if len(same) == 1:
            return self._update(row, values, held, same[0])
        if same or perhaps:
            return self._duplicate(row, values, same or perhaps)
        owner = self.cards.get(asked.card) if asked.card else None
        if owner is not None:
            return self._duplicate(
                row, values, [self._person(owner)], "Số thẻ đảng viên đã có của người khác"
            )
        if near:
            words = "; ".join(self._words(person) for person in near[:2])
            row.notes.append(f"Trong sổ có người cùng tên: {words}.")
        return self._new(row, values, held)

    def _person(self, key: int) -> KnownPerson:
        return self.by_id[key]

    def _new(self, row: Reading, values: Values, held: tuple[Held, ...]) -> Verdict:
        row.notes += rules.doubts(values).values()
        kept = dict.fromkeys(FIELDS) | {"card_number": ""} | values
        person = KnownPerson(-row.number, kept, self._holdings(held))
        self.by_id[person.id] = person
        self.said[person.id] = {name: (row.number, value) for name, value in values.items()}
        self._enter(person)
        whole = {**values, "holdings": held}
        return Verdict(row.number, NEW, values=whole, title=self._title(values, held), notes=tuple(row.notes))

    def _title(self, values: Values, held: tuple[Held, ...]) -> str:
        posts = ", ".join(f"{self.posts.name(each)} – {self.places.name(each.unit)}" for each in held)
        return f"{values['full_name']} ({posts})" if posts else str(values["full_name"])

    def _duplicate(
        self, row: Reading, values: Values, people: list[KnownPerson], why: str = "Có thể là người đã có"
    ) -> Verdict:
        candidates = tuple(
            Candidate(person.id if person.id > 0 else None, self._words(person)) for person in people
        )
        words = "; ".join(candidate.words for candidate in candidates)
        title = str(values["full_name"])
        notes = tuple(row.notes)
        return Verdict(row.number, DUPLICATE, f"{why}: {words}.", {}, None, title, candidates, notes)

    def _words(self, person: KnownPerson) -> str:
        """A kept person so that the clerk can tell one from another."""
        birth = f"sinh {person.birth}" if person.birth else ""
        units = ", ".join(dict.fromkeys(self.places.name(held.unit) for held in person.held))
        number = f"số {person.id}" if person.id > 0 else f"dòng {-person.id} của bảng"
        return ", ".join(part for part in (str(person.values["full_name"]), birth, units, number) if part)

    # -- someone known already

    def _update(self, row: Reading, values: Values, held: tuple[Held, ...], person: KnownPerson) -> Verdict:
        given = self._kept_name(values, person)
        changed = cells.changed(rules.FIELDS, person.values, given)
        clash = self._clash(row, given, person)
        if clash:
            return clash
        told = cells.differences(rules.FIELDS, person.values, given)
        posts, post_changes = self._posts_changed(row, held, person)
        return self._told(row, person, {**changed, "holdings": posts}, (*told, *post_changes))

    def _kept_name(self, given: Values, person: KnownPerson) -> Values:
        """The kept spelling of the same name stays, but one kept without accents takes those of the row."""
        name, typed = str(person.values["full_name"]), str(given["full_name"])
        gains = has_accents(typed) and not has_accents(name)
        return given if gains or not same_spelling(typed, name) else {**given, "full_name": name}

    def _clash(self, row: Reading, given: Values, person: KnownPerson) -> Verdict | None:
        """An earlier row told another thing of the same person: the clerk decides which one is right."""
        told = self.said.setdefault(person.id, {})
        said = {name: value for name, (_, value) in told.items()}
        others = cells.differences([FIELDS[name] for name in said], said, given)
        if not others:
            for name, value in given.items():
                told.setdefault(name, (row.number, value))
            return None
        labels = {each.label for each in others}
        number = next(told[name][0] for name in told if FIELDS[name].label in labels)
        words = "; ".join(f"{each.label} “{each.before}”, dòng này “{each.after}”" for each in others)
        why = f"Dòng {number} cũng về người này mà ghi khác: {words}."
        candidate = Candidate(person.id if person.id > 0 else None, self._words(person))
        notes = tuple(row.notes)
        return Verdict(row.number, DUPLICATE, why, {}, None, str(given["full_name"]), (candidate,), notes)

    def _posts_changed(
        self, row: Reading, held: tuple[Held, ...], person: KnownPerson
    ) -> tuple[tuple[Held, ...], tuple[Difference, ...]]:
        """The posts that are new to the person, or begin on another day than is kept."""
        now = [each for each in person.held if each.until is None or each.until >= self.known.day]
        posts, changes = [], []
        for each in held:
            ident = self.posts.ident(each)
            same = next((one for one in now if (one.post, one.unit) == (ident, each.unit)), None)
            title = f"{self.posts.name(each)} – {self.places.name(each.unit)}"
            if same is None and not self._is_brought(each, now):
                posts.append(each)
                changes.append(Difference("Chức vụ", "", title))
                others = [post.name for post in self._posts_in(each.unit, now)]
                if others:
                    row.notes.append(f"Vẫn giữ chức vụ đã có ở đơn vị này: {', '.join(others)}.")
            elif same and same.id and each.since and same.since != each.since:
                posts.append(each._replace(holding=same.id))
                before = show_date(same.since) if same.since else ""
                changes.append(Difference(f"Ngày giữ chức vụ {title}", before, show_date(each.since)))
        return tuple(posts), tuple(changes)

    def _is_brought(self, held: Held, now: list[KnownHolding]) -> bool:
        """Brought with it by a post held in the same unit; a mere place there, where any post is held."""
        mine = self._posts_in(held.unit, now)
        return held.implied and bool(mine) or any(held.post in post.includes for post in mine)

    def _posts_in(self, unit: int, now: list[KnownHolding]) -> list[KnownPost]:
        return [
            self.posts.by_id[one.post] for one in now if one.unit == unit and one.post in self.posts.by_id
        ]

    def _told(
        self, row: Reading, person: KnownPerson, values: Values, changes: tuple[Difference, ...]
    ) -> Verdict:
        title, of_row = str(person.values["full_name"]), person.id < 0
        target = None if of_row else person.id
        with_row = -person.id if of_row else None
        notes = tuple(row.notes)
        if not changes:
            if of_row:
                words = (Candidate(None, self._words(person)),)
                why = f"Lặp lại dòng {with_row} của bảng."
                return Verdict(row.number, DUPLICATE, why, {}, None, title, words, notes)
            return Verdict(row.number, SAME, values={}, target_id=target, title=title, notes=notes)
        self._remember(person, values)
        why = "; ".join(map(str, changes)) + "."
        return Verdict(row.number, UPDATE, why, values, target, title, (), notes, with_row)

    def _remember(self, person: KnownPerson, values: Values) -> None:
        """Later rows meet the person as this row leaves them."""
        facts = {**person.values, **{name: values[name] for name in values if name in FIELDS}}
        after = KnownPerson(person.id, facts, (*person.held, *self._holdings(values["holdings"])))
        self.by_id[person.id] = after
        near = self.by_name[fold(str(person.values["full_name"]))]
        near[near.index(person)] = after

    def _holdings(self, held: tuple[Held, ...]) -> tuple[KnownHolding, ...]:
        return tuple(KnownHolding(0, self.posts.ident(each), each.unit, each.since, None) for each in held)
