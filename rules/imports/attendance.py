"""Verdicts on rows of a roll-call: which called person a row is about, and how it marks them."""

from __future__ import annotations

from rules import meetings as rules
from rules.columns import Mapping
from rules.fields import check
from rules.imports import cells
from rules.imports.facts import (
    DUPLICATE,
    NEW,
    SAME,
    UPDATE,
    Called,
    Candidate,
    Held,
    Known,
    KnownPerson,
    Line,
    Values,
    Verdict,
)
from rules.imports.identity import OTHER, Asked, relation, same_spelling
from rules.imports.people import birth_of, name_of, read_posts
from rules.imports.places import Places
from rules.imports.posts import Posts
from rules.imports.rows import Reading
from rules.text import fold

FIELDS = {field.name: field for field in rules.ATTENDANCE_FIELDS}
TIMES = tuple(field for field in rules.ATTENDANCE_FIELDS if field.name in ("came", "leaving"))
BARE = ("v", "vang", "vang mat")  # words that leave open whether there was a reason
# Columns to tick, and the mark that each stands for; the first one ticked counts.
TICKS = {
    "late": "late", "left_early": "left_early", "substituted": "substitute", "excused": "excused",
    "absent": "absent", "present": "present",
}  # fmt: skip
WORDS = {
    "co": "present", "co mat": "present", "du": "present", "x": "present", "v": "absent", "vang": "absent",
    "p": "excused", "cp": "excused", "kp": "absent", "k": "absent", "vang co phep": "excused",
    "vang co ly do": "excused", "co phep": "excused", "khong phep": "absent", "vang khong phep": "absent",
    "vang khong ly do": "absent", "vang mat": "absent", "muon": "late", "den muon": "late", "di muon": "late",
    "ve som": "left_early", "thay": "substitute", "du thay": "substitute", "di thay": "substitute",
    "cu nguoi du thay": "substitute", "co ly do": "excused", "✓": "present", "✔": "present", "+": "present",
    "0": "absent", "-": "absent", "1": "present", "bao vang": "excused", "khong": "absent",
}  # fmt: skip


class Attendance:
    """The called people, and the verdict on each row of the roll-call."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.places = Places(known)
        self.posts = Posts(known, self.places)
        self.people = {person.id: person for person in known.people}
        self.called = {each.person: each for each in known.called}
        self.by_name: dict[str, list[KnownPerson]] = {}
        for person in known.people:
            self.by_name.setdefault(fold(str(person.values["full_name"])), []).append(person)
        self.told: dict[int, int] = {}

    def verdict(self, line: Line, mapping: Mapping) -> Verdict:
        row = Reading(line, mapping)
        name = name_of(row)
        if not name:
            row.faults.append("Chưa có họ và tên.")
        state = self._state(row)
        values: Values = {key: value for key, value in row.values(TIMES).items() if value}
        values |= {"state": state, "reason": self._reason(row, state)}
        row.faults += check(rules.ATTENDANCE_FIELDS, {**values, "state": state or "present"}).values()
        chosen = row.record()
        if row.faults:
            return row.error(name)
        people = self._people(row, name, chosen)
        if isinstance(people, str):
            row.faults.append(people)
            return row.error(name)
        if len(people) > 1:
            candidates = tuple(Candidate(person.id, self._words(person)) for person in people)
            why = "Nhiều đại biểu được triệu tập cùng tên: " + "; ".join(each.words for each in candidates)
            return Verdict(row.number, DUPLICATE, f"{why}.", {}, None, name, candidates, tuple(row.notes))
        return self._marked(row, values, people[0])

    def _state(self, row: Reading) -> str:
        """The mark: in words, or as the column that is ticked; "" for a row that nobody has filled in."""
        words = row.text("state")
        if words:
            labels = {fold(each.label): each.key for each in rules.ATTENDANCE}
            found = labels.get(fold(words)) or WORDS.get(fold(words))
            if found is None:
                offered = ", ".join(each.label for each in rules.ATTENDANCE)
                row.faults.append(f"Điểm danh: “{words}” không đọc được; ghi một trong: {offered}.")
                return ""
            return excused(row) if fold(words) in BARE else found
        ticked = [state for key, state in TICKS.items() if cells.is_marked(row.cell(key))]
        if "present" in ticked and {"excused", "absent"} & set(ticked):
            row.faults.append("Điểm danh: vừa đánh dấu có mặt vừa đánh dấu vắng.")
            return ""
        if ticked[:1] == ["absent"] and "excused" not in row.cells:  # one column for all who did not come
            return excused(row)
        return ticked[0] if ticked else ""

    def _reason(self, row: Reading, state: str) -> str:
        """The reason, or what is written in place of a tick in a column of absence."""
        words = row.text("reason")
        tick = row.cell("excused") if state == "excused" else None
        return words or (cells.text(tick) if tick is not None and not cells.is_tick(tick) else "")

    def _people(self, row: Reading, name: str, chosen: int | str | None) -> list[KnownPerson] | str:
        """The called people whom the row may be about, or why there is none."""
        if isinstance(chosen, int):
            return (
                [self.people[chosen]]
                if chosen in self.called
                else f"Số trong sổ: đại biểu số {chosen} không được triệu tập."
            )
        birth, _ = birth_of(row)
        units = frozenset(held.unit for held in self._posts(row))
        asked = Asked(name, birth, units)
        near = [
            each
            for each in self.by_name.get(fold(name), [])
            if each.id in self.called and same_spelling(name, str(each.values["full_name"]))
        ]
        fits = [person for person in near if relation(asked, person) != OTHER]
        sharing = [person for person in fits if units & {held.unit for held in person.held}]
        found = sharing if len(sharing) == 1 else fits or (near if not birth else [])
        return found or "Không có trong danh sách triệu tập của hội nghị; thêm vào danh sách rồi nhập lại."

    def _posts(self, row: Reading) -> tuple[Held, ...]:
        """Where the row's posts cannot be read they do not help to tell people apart, and do no harm."""
        faults, notes = list(row.faults), list(row.notes)
        held = read_posts(row, self.posts)
        row.faults, row.notes = faults, notes
        return held

    def _words(self, person: KnownPerson) -> str:
        birth = f"sinh {person.birth}" if person.birth else ""
        units = ", ".join(dict.fromkeys(self.places.name(held.unit) for held in person.held))
        parts = (str(person.values["full_name"]), birth, units, f"số {person.id}")
        return ", ".join(part for part in parts if part)

    def _marked(self, row: Reading, values: Values, person: KnownPerson) -> Verdict:
        name, notes = str(person.values["full_name"]), tuple(row.notes)
        earlier = self.told.setdefault(person.id, row.number)
        if earlier != row.number:
            words = (Candidate(person.id, self._words(person)),)
            why = f"Dòng {earlier} của bảng cũng về đại biểu này."
            return Verdict(row.number, DUPLICATE, why, {}, None, name, words, notes)
        kept = self.called.get(person.id, Called(person.id, {})).values
        if not values["state"] or not cells.changed(rules.ATTENDANCE_FIELDS, kept, values):
            why = "" if values["state"] else "Chưa điểm danh ở dòng này."
            return Verdict(row.number, SAME, why, {}, person.id, name, (), notes)
        told = cells.differences(rules.ATTENDANCE_FIELDS, kept, values)
        why = "; ".join(map(str, told)) + "."
        state = UPDATE if kept.get("state") else NEW
        return Verdict(row.number, state, why, values, person.id, name, (), notes)


def excused(row: Reading) -> str:
    """The mark of one who did not come: a reason that is written down is a reason."""
    reason = fold(row.text("reason"))
    return "excused" if reason and not reason.startswith("khong") else "absent"
