"""What a pasted text tells, as frozen values: each with its words, their place and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date

from rules.citations import Citation
from rules.dates import VagueDate

# What a person does in the text.
CHAIR, SECRETARY, PRESENTER, CONCLUDER = "chair", "secretary", "presenter", "concluder"
PRESENT, LISTED = "present", "listed"
MODEL, DIRECT = "model", "direct"  # a congress held first as an example; one that elects its secretary itself


@dataclass(frozen=True, kw_only=True)
class Found:
    """`text` stands from `start` to `end` (code points of the text given); `sure`: may be ticked at once."""

    text: str
    start: int
    end: int
    sure: bool = True


@dataclass(frozen=True, kw_only=True)
class Person(Found):
    """Somebody named, the posts as printed, highest first as the text has them."""

    name: str
    posts: tuple[str, ...] = ()
    birth: str = ""  # "1975" or "12/5/1975" of a list
    parts: tuple[str, ...] = ()  # CHAIR, PRESENTER, …; () for somebody only mentioned


@dataclass(frozen=True, kw_only=True)
class Fact(Found):
    """Where one value of the meeting was read; `key` is the name of its field in Meeting."""

    key: str


@dataclass(frozen=True, kw_only=True)
class Meeting(Found):
    """The meeting the text speaks of; "" and None where it is silent."""

    title: str = ""
    date: Date | None = None
    until: Date | None = None  # the last day where there are several
    part_of_day: str = ""  # key of rules.meetings.PARTS_OF_DAY
    starts: str = ""  # "HH:MM"
    place: str = ""
    organiser: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group(Found):
    """One printed item of the called people: "ủy viên Ban Chấp hành Đảng bộ"."""

    name: str


@dataclass(frozen=True)
class Directive(Citation):
    """One document, however often it is cited; what one mention leaves open another may fill."""

    text: str = ""
    sure: bool = True
    mentions: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Link(Found):
    """`child` carries out or is based on `parent`: places in Proposals.directives."""

    child: int
    parent: int
    relation: str = "carries_out"  # key of rules.directives.RELATIONS


@dataclass(frozen=True, kw_only=True)
class Window(Found):
    """When a kind of units holds its congress."""

    whom: str
    when: VagueDate


@dataclass(frozen=True, kw_only=True)
class Congress(Found):
    """A unit chosen for a congress of its own kind, MODEL or DIRECT."""

    unit: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class Task(Found):
    """Something to be done; `lead` and `coordinating` as words, "" and () where nobody is named."""

    content: str
    lead: str = ""
    coordinating: tuple[str, ...] = ()
    due: VagueDate | None = None
    phase: str = ""  # key of rules.plans.PHASES
    directives: tuple[int, ...] = ()  # places in Proposals.directives


@dataclass(frozen=True, kw_only=True)
class Phase(Found):
    """A stage of a plan: a key of rules.plans.PHASES, its words and its time where it says one."""

    key: str
    when: VagueDate | None = None


@dataclass(frozen=True, kw_only=True)
class Moment(Found):
    """A day or a vague day that the text names."""

    when: VagueDate


@dataclass(frozen=True, kw_only=True)
class Unit(Found):
    """A body named in the text."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Doubt(Found):
    """What the clerk should look at, in one sentence."""

    words: str


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """All that a text tells; empty where it is silent."""

    meeting: Meeting | None = None
    chairs: tuple[Person, ...] = ()
    presenters: tuple[Person, ...] = ()
    concluder: Person | None = None
    people: tuple[Person, ...] = ()
    groups: tuple[Group, ...] = ()
    directives: tuple[Directive, ...] = ()
    links: tuple[Link, ...] = ()
    articles: tuple[Found, ...] = ()  # documents without number: the title of an article
    windows: tuple[Window, ...] = ()
    congresses: tuple[Congress, ...] = ()
    phases: tuple[Phase, ...] = ()
    tasks: tuple[Task, ...] = ()
    units: tuple[Unit, ...] = ()
    dates: tuple[Moment, ...] = ()
    published: Moment | None = None  # the day of the page or of the letterhead
    author: Unit | None = None  # who signs the text
    captions: tuple[Found, ...] = ()  # lines under pictures, which are no part of the story
    doubts: tuple[Doubt, ...] = ()

    @property
    def chair(self) -> Person | None:
        return self.chairs[0] if self.chairs else None
