"""The peewee models of the registers that all else points to: settings, units, people, audiences."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from db.record import DayField, Record, link, may_link, part_of, place_in_order, words


class Setting(Record):
    name = TextField(unique=True)
    value = TextField()


class UnitKind(Record):
    name = TextField(unique=True)
    level = IntegerField()


class Unit(Record):
    kind = link(UnitKind)
    parent = link("self", "CASCADE", null=True)
    place_name = words()
    members = IntegerField(null=True)
    founded = DayField(null=True)
    closed = DayField(null=True)
    successor = may_link("self")
    position = place_in_order()
    phone = words()
    note = words()
    outside = BooleanField(default=False)


class UnitName(Record):
    unit = part_of(Unit)
    since = DayField(null=True)
    organization = TextField()
    committee = words()
    short = words()
    symbol = words()
    search_key = TextField()


class Term(Record):
    """A term of a unit's committee (nhiệm kỳ), from the day its series of numbers begin."""

    unit = part_of(Unit)
    ordinal = words()
    name = TextField()
    since = DayField(null=True)
    until = DayField(null=True)


class Person(Record):
    full_name = TextField()
    sort_key = TextField()
    search_key = TextField()
    sex = words()
    birth_words = TextField(null=True)
    birth_earliest = DayField(null=True)
    birth_latest = DayField(null=True)
    ethnic_group = words()
    admitted_words = TextField(null=True)
    admitted_earliest = DayField(null=True)
    admitted_latest = DayField(null=True)
    official_words = TextField(null=True)
    official_earliest = DayField(null=True)
    official_latest = DayField(null=True)
    education = words()
    theory_level = words()
    phone = words()
    card_number = words()
    note = words()


class Post(Record):
    name = TextField(unique=True)
    short = words()
    rank = IntegerField()
    search_key = words()


class PostInclude(Record):
    post = part_of(Post)
    included = part_of(Post)


class Holding(Record):
    person = part_of(Person)
    post = link(Post)
    unit = part_of(Unit)
    since = DayField(null=True)
    until = DayField(null=True)
    note = words()


class Audience(Record):
    name = TextField(unique=True)
    position = place_in_order()
    note = words()


class AudienceRule(Record):
    audience = part_of(Audience)
    post = link(Post)
    unit_kind = link(UnitKind, null=True)
    unit = link(Unit, "CASCADE", null=True)


class AudienceMember(Record):
    audience = part_of(Audience)
    person = part_of(Person)
