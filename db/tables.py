"""The peewee models of every table of the data file."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from db.record import DayField as DayField
from db.record import Record as Record
from db.record import database as database
from db.record import link, may_link, part_of, place_in_order, words
from db.register_tables import Audience as Audience
from db.register_tables import AudienceMember as AudienceMember
from db.register_tables import AudienceRule as AudienceRule
from db.register_tables import Holding as Holding
from db.register_tables import Person as Person
from db.register_tables import Post as Post
from db.register_tables import PostInclude as PostInclude
from db.register_tables import Setting as Setting
from db.register_tables import Term as Term
from db.register_tables import Unit as Unit
from db.register_tables import UnitKind as UnitKind
from db.register_tables import UnitName as UnitName


class DirectiveType(Record):
    name = TextField()
    code = words()
    since = DayField(null=True)
    until = DayField(null=True)
    position = place_in_order()


class Directive(Record):
    type = link(DirectiveType)
    number = IntegerField(null=True)
    issuer = may_link(Unit)
    organ = words()
    issuer_code = words()
    issued_words = TextField(null=True)
    issued_earliest = DayField(null=True)
    issued_latest = DayField(null=True)
    subject = words()
    signer = words()
    urgency = words()
    secrecy = words()
    direction = TextField(default="in")
    arrival_number = IntegerField(null=True)
    arrival_date = DayField(null=True)
    sent_to = words()
    copies = IntegerField(null=True)
    forwarded = DayField(null=True)
    file_number = words()
    due = DayField(null=True)
    state = words()
    note = words()
    search_key = TextField()


class DirectiveLink(Record):
    directive = part_of(Directive)
    target = part_of(Directive)
    relation = TextField()
    position = place_in_order()


class MeetingType(Record):
    name = TextField(unique=True)
    position = place_in_order()


class Meeting(Record):
    type = link(MeetingType)
    ordinal = words()
    title = TextField()
    organiser = may_link(Unit)
    place = words()
    day = DayField(null=True)
    part_of_day = words()
    starts = words()
    ends = words()
    state = TextField(default="draft")
    series = words()
    note = words()
    search_key = TextField()


class MeetingRole(Record):
    meeting = part_of(Meeting)
    person = part_of(Person)
    role = TextField()
    position = place_in_order()


class MeetingAudience(Record):
    meeting = part_of(Meeting)
    audience = part_of(Audience)
    position = place_in_order()


class AgendaItem(Record):
    meeting = part_of(Meeting)
    position = place_in_order()
    starts = words()
    minutes = IntegerField(null=True)
    title = TextField()
    presenter = may_link(Person)


class AgendaDirective(Record):
    agenda_item = part_of(AgendaItem)
    directive = part_of(Directive)
    position = place_in_order()


class Invitation(Record):
    meeting = part_of(Meeting)
    person = part_of(Person)
    guest = BooleanField(default=False)
    reply = words()
    reason = words()
    substitute = may_link(Person)
    consent = BooleanField(default=False)


class InvitationGroup(Record):
    invitation = part_of(Invitation)
    audience = part_of(Audience)


class Attendance(Record):
    meeting = part_of(Meeting)
    person = part_of(Person)
    state = TextField()
    came = words()
    leaving = words()
    reason = words()


class Speech(Record):
    meeting = part_of(Meeting)
    person = may_link(Person)
    position = place_in_order()
    content = TextField()


class Conclusion(Record):
    meeting = part_of(Meeting)
    speaker = may_link(Person)
    position = place_in_order()
    content = TextField()


class ConclusionDirective(Record):
    conclusion = part_of(Conclusion)
    directive = part_of(Directive)
    position = place_in_order()


class PlanItem(Record):
    directive = part_of(Directive)
    position = place_in_order()
    phase = words()
    content = TextField()
    lead = may_link(Unit)
    lead_words = words()
    time_words = TextField(null=True)
    time_earliest = DayField(null=True)
    time_latest = DayField(null=True)
    product = words()
    state = words()
    note = words()


class PlanItemUnit(Record):
    plan_item = part_of(PlanItem)
    unit = part_of(Unit)
    position = place_in_order()


class Task(Record):
    conclusion = link(Conclusion, "CASCADE", null=True)
    directive = link(Directive, "CASCADE", null=True)
    position = place_in_order()
    content = TextField()
    lead = may_link(Unit)
    lead_words = words()
    due_words = TextField(null=True)
    due_earliest = DayField(null=True)
    due_latest = DayField(null=True)
    product = words()
    state = TextField(default="open")


class TaskUnit(Record):
    task = part_of(Task)
    unit = part_of(Unit)
    position = place_in_order()


class TaskDirective(Record):
    task = part_of(Task)
    directive = part_of(Directive)
    position = place_in_order()


class Paper(Record):
    kind = TextField()
    meeting = link(Meeting, "CASCADE", null=True)
    directive = link(Directive, "CASCADE", null=True)
    signed = DayField(null=True)
    place_name = words()
    urgency = words()
    circulation = words()
    draft = IntegerField(null=True)
    drafter = words()
    contact = words()
    sheet = TextField(default="A4")
    duplex = BooleanField(default=False)
    form = words()


class PaperSection(Record):
    paper = part_of(Paper)
    section = TextField()
    content = TextField()


class Signature(Record):
    paper = part_of(Paper)
    position = place_in_order()
    authority = TextField()
    post = words()
    person = may_link(Person)
    name = words()


class Recipient(Record):
    paper = part_of(Paper)
    position = place_in_order()
    content = TextField()


class TakenNumber(Record):
    """A number given to a paper, kept free, or annulled; its words serve when no paper is left.

    `day`: by which its period is found; `meeting`, `congress`: the congress in whose common series it stands.
    """

    state = TextField()
    number = IntegerField()
    unit = may_link(Unit)
    symbol = words()
    meeting = may_link(Meeting)
    congress = words()
    type_name = words()
    type_code = words()
    day = DayField()
    signed = DayField(null=True)
    subject = words()
    signer = words()
    sent_to = words()
    reason = words()
    paper = may_link(Paper)
    directive = may_link(Directive)


class Wording(Record):
    """One sentence of a paper in the office's own words."""

    kind = TextField()
    key = TextField()
    content = TextField()


class Change(Record):
    """One named change; `of` is the change that an undo or a redo is about."""

    label = TextField()
    kind = TextField(default="do")
    of = link("self", null=True)
    made_at = TextField()
    account = TextField()
    person = words()
    state = TextField(default="done")


class Journal(Record):
    """One row's images of one change, as JSON of all its columns."""

    change = link(Change)
    tab = TextField()
    row_id = IntegerField()
    before = TextField(null=True)
    after = TextField(null=True)


class OpenChange(Record):
    """At most one row, inside the transaction of the change that is being made."""

    change_id = IntegerField()
    writes_journal = IntegerField()


class Produced(Record):
    """A file that was written: what it held and of what facts, so that a hand edit is never lost."""

    kind = TextField()
    record = IntegerField(null=True)
    path = TextField()
    digest = TextField()
    form = words()
    template = words()
    facts = TextField()
    made_at = TextField()


CONTENT: tuple[type[Record], ...] = (
    Setting, UnitKind, Unit, UnitName, Term, Person, Post, PostInclude, Holding,
    Audience, AudienceRule, AudienceMember, DirectiveType, Directive, DirectiveLink,
    MeetingType, Meeting, MeetingRole, MeetingAudience, AgendaItem, AgendaDirective,
    Invitation, InvitationGroup, Attendance, Speech, Conclusion, ConclusionDirective,
    PlanItem, PlanItemUnit, Task, TaskUnit, TaskDirective, Paper, PaperSection, Signature, Recipient,
    TakenNumber, Wording,
)  # fmt: skip
HISTORY: tuple[type[Record], ...] = (Change, Journal, OpenChange, Produced)
TABLES: tuple[type[Record], ...] = CONTENT + HISTORY


def columns(table: type[Record]) -> tuple[str, ...]:
    """The column names as the file has them, id first."""
    return tuple(field.column_name for field in table._meta.sorted_fields)


def table_name(table: type[Record]) -> str:
    return str(table._meta.table_name)
