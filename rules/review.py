"""The review of what is kept: what each look at the data asks, and what it finds odd in plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from rules.dates import VagueDate, show_date

PERSON, UNIT, DIRECTIVE, NUMBERS = "person", "unit", "directive", "numbers"


class Look(NamedTuple):
    """One question to the data; `words` head what it finds."""

    key: str
    words: str


# In the order in which a clerk does well to go through them.
LOOKS: tuple[Look, ...] = (
    Look("called", "Được triệu tập mà chưa có đơn vị"),
    Look("two_holders", "Một chức vụ, hai người giữ"),
    Look("twice", "Ghi trùng chức vụ"),
    Look("closed", "Chức vụ ở đơn vị đã kết thúc"),
    Look("same_people", "Có thể là một người"),
    Look("people", "Thông tin đại biểu"),
    Look("units", "Thông tin đơn vị"),
    Look("same_directives", "Có thể là một văn bản"),
    Look("directives", "Thông tin văn bản"),
    Look("unanswered", "Văn bản đến chưa có văn bản triển khai"),
    Look("late", "Văn bản quá hạn xử lý"),
    Look("numbers", "Số văn bản"),
)
# Of these posts a unit has one holder at a time (66-QĐ/TW names them in the singular).
SINGLE = frozenset({
    "Bí thư", "Phó Bí thư Thường trực", "Chủ nhiệm Ủy ban Kiểm tra", "Chánh Văn phòng", "Giám đốc",
    "Chủ tịch", "Bí thư Đoàn",
})  # fmt: skip
# Types from above that the committee answers with a paper of its own.
ANSWERED = frozenset({"Chỉ thị", "Nghị quyết", "Kế hoạch", "Kết luận", "Chương trình", "Đề án", "Thông tri"})
GRACE = 30  # days after its arrival in which a document need not be answered yet
OLDEST, ADULT = 100, 18  # years


class Finding(NamedTuple):
    """One odd place: the record to be opened, what it is called, what is odd about it."""

    look: str
    subject: str
    record: int | None
    title: str
    words: str


class Held(NamedTuple):
    """A post of one person in one unit, with the names that findings use."""

    person: int
    name: str
    post: str
    unit: int
    place: str
    since: date | None
    until: date | None

    def shares(self, other: Held) -> bool:
        """More than one day in common: on the day of a change both hold it."""
        first = max(self.since or date.min, other.since or date.min)
        last = min(self.until or date.max, other.until or date.max)
        return first < last


def age_doubts(values: Mapping[str, Any], today: date) -> Iterator[str]:
    """What cannot be about the age of somebody who holds a post."""
    birth = values.get("birth")
    if isinstance(birth, VagueDate) and birth.earliest and birth.latest:
        if birth.earliest > today:
            yield f"Ngày sinh {birth.words} ở sau hôm nay."
        elif today.year - birth.latest.year > OLDEST:
            yield f"Sinh {birth.words}: đã hơn {OLDEST} tuổi."
        elif today.year - birth.earliest.year < ADULT:
            yield f"Sinh {birth.words}: chưa đủ {ADULT} tuổi."
    for field, label in (("admitted", "Ngày vào Đảng"), ("official", "Ngày chính thức")):
        value = values.get(field)
        if isinstance(value, VagueDate) and value.earliest and value.earliest > today:
            yield f"{label} {value.words} ở sau hôm nay."


def two_holders(held: Iterable[Held]) -> Iterator[tuple[Held, Held]]:
    """Two people in one post of which a unit has one holder at a time."""
    places: dict[tuple[str, int], list[Held]] = defaultdict(list)
    for one in held:
        if one.post in SINGLE:
            places[one.post, one.unit].append(one)
    for same in places.values():
        yield from (
            pair
            for pair in combinations(same, 2)
            if pair[0].person != pair[1].person and pair[0].shares(pair[1])
        )


def twice(held: Iterable[Held]) -> Iterator[Held]:
    """A post that is written down for one person more often than once for the same time."""
    places: dict[tuple[int, str, int], list[Held]] = defaultdict(list)
    for one in held:
        places[one.person, one.post, one.unit].append(one)
    for same in places.values():
        yield from (later for earlier, later in combinations(same, 2) if earlier.shares(later))


def span(held: Held) -> str:
    """ "từ 01/01/2016 đến 31/12/2020"; "" where neither day is known."""
    words = [f"từ {show_date(held.since)}"] if held.since else []
    words += [f"đến {show_date(held.until)}"] if held.until else []
    return " ".join(words)


def is_unanswered(type_name: str, direction: str, state: str, arrived: date | None, today: date) -> bool:
    """Whether a document from above, of a kind that is carried out by one of our own, waits for it.

    What came within the last days may still be under way; a state that ends the matter ends it here too.
    """
    waits = direction == "in" and type_name in ANSWERED and state not in ("done", "filed")
    return waits and (arrived is None or (today - arrived).days > GRACE)
