"""Frozen values that carry what is known from the kept records to the papers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rules.dates import VagueDate


@dataclass(frozen=True)
class Office:
    """The office itself, as its papers name it on a given day."""

    unit_id: int
    organization: str  # "Đảng bộ Khối các cơ quan tỉnh"
    committee: str  # "Đảng ủy Khối các cơ quan tỉnh"
    superior: str  # "Đảng bộ tỉnh Mẫu"; empty where there is no line above the issuer
    symbol: str  # "ĐUK"
    place_name: str  # địa danh; empty when not known
    term: str = ""  # "2015 - 2020"
    spelling: str = "ủy"  # how our own formulae write it: "ủy" or "uỷ"
    sample: bool = False
    superior_committee: str = ""  # "Tỉnh ủy"
    family: str = "party"  # whose form its papers follow: "party" or "state"


@dataclass(frozen=True)
class Person:
    """One person as a paper names them on its day."""

    name: str
    title: str = ""  # highest post of each organisation, higher organisation first
    unit: str = ""
    sex: str = ""
    birth: VagueDate | None = None
    level: int | None = None  # of the highest organisation they hold a post in: 0 is the centre
    rank: int | None = None  # of the highest post there: 1 is the highest
    since: date | None = None  # when they took that post
    address: str = "đồng chí"  # before the name in a paper; "ông", "bà" in those of the state
    order: str = ""  # what the name sorts by in this office; "": in the order of dictionaries


@dataclass(frozen=True)
class Directive:
    """A document that a paper cites."""

    type_name: str
    symbol: str = ""  # "35-CT/TW"; empty where the document has no number
    issuer: str = ""  # "Bộ Chính trị", "Ban Thường vụ Tỉnh ủy"
    issued: VagueDate | None = None
    subject: str = ""


@dataclass(frozen=True)
class Marks:
    """What a paper may carry beside what it must; empty: not there (36-HD/VPTW II.2, 05-HD/VPTW II)."""

    urgency: str = ""  # "KHẨN"
    circulation: str = ""  # "TÀI LIỆU HỘI NGHỊ"
    draft: int | None = None  # 2 is "Dự thảo lần 2"; 0 a draft without a count
    drafter: str = ""  # who drafted it, as the form writes it: "NguyenVanAn-26"
    contact: str = ""  # address and telephone under the last page
    sheet: str = "A4"  # or "A5"
    duplex: bool = False  # printed on both sides: margins change places


@dataclass(frozen=True)
class Head:
    """What stands above the body of a paper."""

    superior: str
    issuer: str
    place_name: str
    type_name: str  # "Biên bản", "Kế hoạch"
    type_code: str  # "BB", "KH"
    symbol: str  # "ĐUK"
    number: int | None
    signed: date | None
    subject: str
    spelling: str = "ủy"
    family: str = "party"  # whose form: "party" or "state"
    form: str = ""  # a form profile kept with the paper; empty: the one in force on the day of signing
    author: str = ""  # "CỦA BAN THƯỜNG VỤ …", a line between type and subject
    marks: Marks = Marks()


@dataclass(frozen=True)
class Signature:
    """One signature block; an unknown name stays None and prints as a blank."""

    authority: str  # "T/M BAN THƯỜNG VỤ"; for minutes the caption, "CHỦ TRÌ HỘI NGHỊ"
    post: str = ""  # "PHÓ BÍ THƯ"; empty where the form writes no post
    name: str | None = None


@dataclass(frozen=True)
class Group:
    """One printed item of the called people, with its head count."""

    name: str
    invited: int
    present: int


@dataclass(frozen=True)
class Attendee:
    """One called person with the groups that called them."""

    person: Person
    groups: tuple[str, ...] = ()
    guest: bool = False
    state: str = ""  # a key of rules.meetings.ATTENDANCE; empty before the roll-call
    came: str = ""  # "08:05"
    reason: str = ""
    substitute: Person | None = None


@dataclass(frozen=True)
class AgendaItem:
    title: str
    starts: str = ""  # "08:00"
    minutes: int | None = None
    presenter: Person | None = None
    directives: tuple[Directive, ...] = ()


@dataclass(frozen=True)
class Speech:
    person: Person | None  # None: who spoke was not kept
    content: str = ""


@dataclass(frozen=True)
class Task:
    content: str
    lead: str = ""  # unit or words: "cấp ủy các chi bộ, đảng bộ cơ sở"
    coordinating: tuple[str, ...] = ()
    due: VagueDate | None = None
    product: str = ""
    state: str = ""
    directives: tuple[Directive, ...] = ()


@dataclass(frozen=True)
class Conclusion:
    text: str
    speaker: Person | None = None
    directives: tuple[Directive, ...] = ()
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True)
class Filed:
    """One paper in the file of a meeting."""

    title: str
    symbol: str = ""  # "05-TB/ĐUK"
    signed: date | None = None
    author: str = ""
    pages: int | None = None
    note: str = ""
    kind: str = ""  # key of rules.papers where it is a paper of the meeting itself


@dataclass(frozen=True)
class Meeting:
    """All that one meeting has to say in one of its papers."""

    head: Head
    title: str
    type_name: str
    organiser: str
    day: date | None
    part_of_day: str
    starts: str  # "08:00" or empty
    ends: str
    place: str
    chairs: tuple[Person, ...]
    secretaries: tuple[Person, ...]
    presenters: tuple[Person, ...]
    materials: tuple[Directive, ...]
    groups: tuple[Group, ...]
    attendees: tuple[Attendee, ...]
    agenda: tuple[AgendaItem, ...]
    speeches: tuple[Speech, ...]
    conclusions: tuple[Conclusion, ...]
    sections: dict[str, str]  # key of rules.meetings.SECTIONS or of the paper's wordings -> prose
    signatures: tuple[Signature, ...]
    recipients: tuple[str, ...]
    wording: dict[str, str] = field(default_factory=dict)  # own sentences: rules.wordings key -> text
    office: Office | None = None
    ordinal: str = ""
    filed: tuple[Filed, ...] = ()
    planned: tuple[PlanItem, ...] = ()  # of the plans the meeting is about


@dataclass(frozen=True)
class PlanItem:
    content: str
    phase: str = ""  # key of rules.plans.PHASES
    lead: str = ""
    coordinating: tuple[str, ...] = ()
    time: VagueDate | None = None
    product: str = ""
    state: str = ""
    note: str = ""


@dataclass(frozen=True)
class Plan:
    """All that one plan says."""

    head: Head
    directive: Directive
    issuer: str  # "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"
    bases: tuple[Directive, ...]
    sections: dict[str, str]  # key of rules.plans.SECTIONS -> prose
    items: tuple[PlanItem, ...]
    signatures: tuple[Signature, ...]
    recipients: tuple[str, ...]
    wording: dict[str, str] = field(default_factory=dict)
    office: Office | None = None


@dataclass(frozen=True)
class Copy:
    """All that one official copy of a document says; its head is of who copies it."""

    head: Head
    original: Directive
    kind: str  # key of rules.copies.KINDS
    signatures: tuple[Signature, ...]
    recipients: tuple[str, ...]
    office: Office | None = None


Value = str | int | float | date | None


@dataclass(frozen=True)
class ListColumn:
    title: str
    width: float = 20.0  # share of the page width, relative to the other columns
    align: str = "left"  # left, center, right


@dataclass(frozen=True)
class Listing:
    """A table as it is seen or sent: rows of plain values, where a row of one heads what follows."""

    head: Head
    title: str
    subtitle: str
    columns: tuple[ListColumn, ...]
    rows: tuple[tuple[Value, ...], ...]
    footer: str = ""
