"""People: the list with their titles of a day, their forms, what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from peewee import JOIN, fn

from db import name_order, search
from db.history import change
from db.holdings import Line, brought, columns, home, joined, titled, valid_on
from db.tables import (
    AgendaItem,
    Attendance,
    AudienceMember,
    Conclusion,
    Holding,
    Invitation,
    MeetingRole,
    Person,
    Post,
    Signature,
    Speech,
    Unit,
)
from db.unit_names import names_on
from db.values import Values, form_of, found, keep, label, plain, ready, removal, row_of, vague
from rules import facts
from rules import people as rules
from rules.dates import VagueDate
from rules.names import initials, mend_capitals, search_key, split_title

OWN = (
    Person.id, Person.full_name, Person.sort_key, Person.sex, Person.birth_words, Person.birth_earliest,
    Person.birth_latest, Person.ethnic_group, Person.education, Person.theory_level, Person.phone,
    Person.card_number, Person.note,
)  # fmt: skip
FIGURES = 3  # so many in a word make it a phone or card number as well
Named = tuple[int, str, str]  # a post or unit: its id, its names as shown, its key


class _Line(NamedTuple):
    """A person as `OWN` selects them, days as text, then the posts held."""

    id: int
    full_name: str
    sort_key: str  # sorts by given, middle, family name
    sex: str
    birth_words: str | None
    birth_earliest: str | None
    birth_latest: str | None
    ethnic_group: str
    education: str
    theory_level: str
    phone: str
    card_number: str
    note: str
    held: tuple[Line, ...]  # posts of the day, higher organisation first; see title, posts, units


class Row(_Line):
    """One person; what takes time is worked out when it is asked for, since lists are long."""

    @cached_property
    def birth(self) -> VagueDate | None:
        return vague(self.birth_words, _day(self.birth_earliest), _day(self.birth_latest))

    @cached_property
    def title(self) -> str:
        """As papers print it: "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy Khối các cơ quan tỉnh"."""
        return titled(self.held)

    @cached_property
    def unit(self) -> str:
        """The unit nearest to the person."""
        return home(self.held)

    @property
    def posts(self) -> tuple[str, ...]:
        return tuple(line[0] for line in self.held)

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(line[4] or "" for line in self.held)

    def named(self) -> facts.Person:
        top = self.held[0] if self.held else None
        level, rank, since = (top[3], top[1], _day(top[9])) if top else (None, None, None)
        known = self.full_name, self.title, self.unit, self.sex, self.birth
        return facts.Person(*known, level=level, rank=rank, since=since, order=self.sort_key)


def rows(
    words: str = "",
    *,
    unit: int | None = None,
    post: int | None = None,
    ids: Iterable[int] | None = None,
    on: date | None = None,
) -> list[Row]:
    """People by given name; with words the best found first, sought as `find` does.

    `unit` with `post` asks for those who hold that post in that very unit.
    """
    day = on or date.today()
    conditions, order = _asked(words, day, unit, post)
    if ids is not None:
        conditions.append(Person.id.in_(list(ids)))
    return [Row._make((*own, held)) for own, held in _people(OWN, day, conditions, order)]


def find(
    words: str = "",
    *,
    unit: int | None = None,
    post: int | None = None,
    on: date | None = None,
    limit: int | None = None,
    by_name: bool = False,
) -> list[int]:
    """The ids of the same people in the same order, at most `limit`: at once, however many there are.

    Words are sought in names, initials, posts and units of the day; figures in phone and card numbers too.
    `by_name`: only those whose own name has every word; in the order they come before all others.
    """
    conditions, order = _asked(words, on or date.today(), unit, post, by_name)
    chosen = Person.select(Person.id).order_by(*order, Person.sort_key, Person.id).limit(limit)
    if conditions:
        chosen = chosen.where(search.every(conditions))
    return [row_id for (row_id,) in plain(chosen)]


def _asked(
    words: str, day: date, unit: int | None, post: int | None, by_name: bool = False
) -> tuple[list[Any], list[Any]]:
    """The conditions, and what comes before the given name in the order."""
    asked = search.split(words)
    conditions = list(map(_is_named, asked)) if by_name else _meet(asked, day) if asked else []
    if unit is not None or post is not None:
        conditions.append(Person.id.in_(_holders(day, unit, post)))
    return conditions, [search.ranked(Person.search_key, words)] if asked else []


def titles(on: date | None = None) -> list[tuple[int, str, str]]:
    """Everyone by given name: id, full name, title of the day; quicker than rows where no more is asked."""
    found_lines = _people((Person.id, Person.full_name), on or date.today(), [])
    return [(row_id, name, titled(held) if held else "") for (row_id, name), held in found_lines]


def _people(
    own: tuple[Any, ...], day: date, conditions: list[Any], order: Sequence[Any] = ()
) -> Iterator[tuple[tuple[Any, ...], tuple[Line, ...]]]:
    """People who meet the conditions, by `order`, then by given name: their own columns, id first, the
    posts of the day.
    """
    name, includes = names_on(day).alias("unit_now"), brought().alias("brought")
    holding = (Holding.person == Person.id) & valid_on(day)
    chosen = Person.select(*own, *columns(name, includes)).join(Holding, JOIN.LEFT_OUTER, on=holding)
    if conditions:
        chosen = chosen.where(search.every(conditions))
    size = len(own)
    found_lines = plain(joined(chosen, name, includes).order_by(*order, Person.sort_key, Person.id))
    for _, group in groupby(found_lines, key=itemgetter(0)):
        lines = list(group)
        held = tuple(line[size:] for line in lines) if lines[0][size] is not None else ()
        yield lines[0][:size], tuple(sorted(held, key=_height)) if len(held) > 1 else held


def _height(line: Line) -> tuple[int, int]:
    """Level of the unit, then rank of the post: what sorts first is the higher."""
    return line[3], line[1]


def _holders(day: date, unit: int | None, post: int | None) -> Any:
    """Who holds, on the day and in one and the same holding, what is asked for."""
    held = Holding.select(Holding.person).where(valid_on(day))
    held = held if unit is None else held.where(Holding.unit == unit)
    return held if post is None else held.where(Holding.post == post)


def _meet(asked: Sequence[str], day: date) -> list[Any]:
    """One condition per word: it stands in the person's key, or in that of a post or unit held on the day.

    Posts and units are few, so the words are sought among them first.
    """
    posts = plain(Post.select(Post.id, Post.name, Post.search_key))
    post_texts = [(key, shown, f"{text} {initials(shown)}") for key, shown, text in posts]
    name = names_on(day).alias("unit_sought")
    parts = (name.c.organization, name.c.committee, name.c.short, name.c.symbol)
    units = plain(Unit.select(Unit.id, name.c.search_key, *parts).join(name, on=(name.c.unit_id == Unit.id)))
    unit_texts = [(key, " ".join(shown), text) for key, text, *shown in units]
    return [_meets(word, day, post_texts, unit_texts) for word in asked]


def _is_named(word: str) -> Any:
    """The word stands in the person's name or is its initials."""
    own = search.stands(Person.search_key, word)
    return own & search.accents_in(Person.full_name, word) if search.is_accented(word) else own


def _meets(word: str, day: date, posts: list[Named], units: list[Named]) -> Any:
    own = _is_named(word)
    if sum(letter.isdigit() for letter in word) >= FIGURES:
        phone = fn.REPLACE(fn.REPLACE(Person.phone, ".", ""), " ", "")
        own = own | phone.contains(search.compact(word)) | Person.card_number.contains(word)
    found_posts, found_units = (
        [key for key, shown, text in those if search.found(text, shown, word)] for those in (posts, units)
    )
    if not found_posts and not found_units:
        return own
    held = Holding.post.in_(found_posts) | Holding.unit.in_(found_units)
    return own | Person.id.in_(Holding.select(Holding.person).where(valid_on(day) & held))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def named(ids: Iterable[int], on: date | None = None) -> dict[int, facts.Person]:
    """People as a paper of the day names them."""
    return {row.id: row.named() for row in rows(ids=set(ids), on=on)}


def get(person_id: int) -> Values:
    """The form values."""
    return form_of(found(Person, person_id), rules.FIELDS)


def save(values: Values, person_id: int | None = None) -> int:
    whole = ready(rules.FIELDS, values, rules.problems, get(person_id) if person_id else None)
    name = whole["full_name"]
    keys = {"sort_key": name_order.key(name), "search_key": search_key(name)}
    with change(label("Sửa" if person_id else "Thêm", "đại biểu", name)):
        return keep(Person, row_of(whole, rules.FIELDS) | keys, person_id)


def mend_names(ids: Iterable[int]) -> int:
    """Gives these people the capitals of a name and takes titles off, as one change; how many it changed."""
    chosen = Person.select(Person.id, Person.full_name).where(Person.id.in_(list(ids)))
    mended = ((row_id, name, mend_capitals(split_title(name)[1])) for row_id, name in plain(chosen))
    moved = [(row_id, new) for row_id, name, new in mended if new != name]
    with change(f"Sửa cách viết họ tên: {len(moved)} đại biểu"):
        for row_id, name in moved:
            save({"full_name": name}, row_id)
    return len(moved)


def hanging(ids: Iterable[int]) -> list[str]:
    """What goes with these people, one sentence for each kind."""
    chosen = list(ids)
    lost = (
        (Holding.person, "chức vụ sẽ bị xóa theo"),
        (AudienceMember.person, "chỗ trong các thành phần triệu tập sẽ bị xóa theo"),
        (MeetingRole.person, "vai trò chủ trì, thư ký, báo cáo viên sẽ bị xóa theo"),
        (Invitation.person, "lượt mời họp sẽ bị xóa theo"),
        (Attendance.person, "lượt điểm danh sẽ bị xóa theo"),
        (Invitation.substitute, "lượt dự thay sẽ không còn tên người dự thay"),
        (AgendaItem.presenter, "mục chương trình sẽ không còn người trình bày"),
        (Speech.person, "ý kiến phát biểu sẽ không còn tên người"),
        (Conclusion.speaker, "kết luận sẽ không còn tên người"),
        (Signature.person, "chỗ ký sẽ không còn tên người"),
    )
    counts = ((field.model.select().where(field.in_(chosen)).count(), sentence) for field, sentence in lost)
    return [f"{count} {sentence}." for count, sentence in counts if count]


def delete(ids: Iterable[int]) -> None:
    chosen = list(dict.fromkeys(ids))
    names = [found(Person, row_id).full_name for row_id in chosen]
    with change(removal("đại biểu", names)):
        Person.delete().where(Person.id.in_(chosen)).execute()
