"""One search over everything: what words find among all kinds of records, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from db import directives, people, plans, search, tasks, units
from db.search import BESIDE, EXACT, START, Rank, Text
from db.tables import Meeting, MeetingType, Paper, PlanItem, TakenNumber, UnitName
from db.values import lines
from rules import papers as catalogue
from rules.dates import show_date
from rules.directives import symbol
from rules.fields import label_of
from rules.meetings import TASK_STATES
from rules.names import initials
from rules.text import clean, fold

MOST = 6  # of one kind
WEIGHED = 120  # people of whom the best are shown, where the words are those of their posts
# Kinds of records in the order of their headings where all are found equally well.
KINDS: dict[str, str] = {
    "unit": "Đơn vị", "directive": "Văn bản", "meeting": "Hội nghị", "person": "Đại biểu",
    "plan": "Kế hoạch", "task": "Nhiệm vụ", "item": "Việc trong kế hoạch", "paper": "Giấy tờ",
}  # fmt: skip


class Hit(NamedTuple):
    """One record that was found."""

    kind: str  # a key of KINDS
    id: int  # of the record; of a paper its meeting or directive, of a line of a plan its directive
    title: str
    about: str = ""  # tells it from its like
    part: str = ""  # of a paper its key in rules.papers, of a task the id of its meeting or directive
    rank: Rank = (BESIDE, 1)


def find(words: str, kind: str) -> list[Hit]:
    """The best records of one kind, at most MOST; nothing for an empty line."""
    if not search.split(words):
        return []
    hits = FINDERS[kind](words)
    return sorted(hits, key=lambda hit: hit.rank)[:MOST]


def everything(words: str) -> list[Hit]:
    """The best records of all kinds, kind by kind, the kind with the best one first."""
    return [hit for _, hits in arranged({kind: find(words, kind) for kind in KINDS}) for hit in hits]


def arranged(found: Mapping[str, Sequence[Hit]]) -> list[tuple[str, Sequence[Hit]]]:
    """Kinds that have hits, the one with the best hit first; kinds stay in their order where all is equal."""
    filled = [(kind, hits) for kind, hits in found.items() if hits]
    return sorted(filled, key=lambda pair: min(hit.rank for hit in pair[1]))


def again(kept: Iterable[tuple[str, int, str]]) -> list[Hit]:
    """Records seen before, given as (kind, id, part), as they are called today; those gone are left out."""
    hits = (next(iter(KNOWN[kind](row_id, part)), None) for kind, row_id, part in kept if kind in KNOWN)
    return [hit for hit in hits if hit is not None]


# -- units


def _units(words: str) -> list[Hit]:
    rows = {row.id: row for row in units.rows()}
    hits = [_unit(row, words) for row in units.rows(words)]
    met = {hit.id for hit in hits}
    names = UnitName.select(
        UnitName.unit, UnitName.organization, UnitName.committee, UnitName.short, UnitName.search_key
    )
    for unit, *shown, key in lines(names.order_by(UnitName.since.desc())):
        if unit not in met and unit in rows and search.found(key, " ".join(shown), words):
            met.add(unit)
            former = f"Tên cũ: {shown[0]}"
            hits.append(Hit("unit", unit, rows[unit].organization, former, rank=(BESIDE, 0)))
    return hits


def _unit(row: units.Row, words: str) -> Hit:
    ended = f"đã kết thúc {show_date(row.closed)}" if row.closed else ""
    about = _joined(row.kind, row.symbol, ended)
    return Hit("unit", row.id, row.organization, about, rank=search.rank(words, units.text_of(row)))


def _known_unit(row_id: int, _part: str) -> list[Hit]:
    return [_unit(row, "") for row in units.rows() if row.id == row_id]


# -- documents and plans


def _directives(words: str) -> list[Hit]:
    return [_directive(row, words) for row in directives.rows(words)[:MOST]]


def _directive(row: directives.Row, words: str, kind: str = "directive") -> Hit:
    name = f"{row.type} {row.symbol}".strip()
    day = row.issued.words if row.issued else ""
    rank = search.rank(directives.wanted(words), directives.text_of(row))
    title = name if row.symbol else f"{row.type} {row.subject}".strip()
    return Hit(kind, row.id, title, _joined(day, row.issuer, row.subject if row.symbol else ""), rank=rank)


def _known_directive(row_id: int, _part: str) -> list[Hit]:
    return [_directive(row, "") for row in directives.rows(ids=[row_id])]


def _plans(words: str) -> list[Hit]:
    return [_directive(row.directive, words, "plan") for row in _written(words)[:MOST]]


def _written(words: str) -> list[plans.Row]:
    """Plans that are written here, or may be: those of others are documents and no more."""
    return [row for row in plans.rows(words) if row.items or row.directive.direction == "out"]


def _known_plan(row_id: int, _part: str) -> list[Hit]:
    return [_directive(row, "", "plan") for row in directives.rows(ids=[row_id])]


def _items(words: str) -> list[Hit]:
    chosen = PlanItem.select(PlanItem.directive, PlanItem.content, PlanItem.lead_words, PlanItem.product)
    met = []
    for directive, content, *rest in lines(chosen.order_by(PlanItem.directive.desc(), PlanItem.position)):
        other = " ".join(rest)
        if search.found(fold(f"{content} {other}"), f"{content} {other}", words):
            met.append((directive, content, search.rank(words, Text((content,), other))))
    best = sorted(met, key=lambda line: line[2])[:MOST]
    names = {row.id: row for row in directives.rows(ids={line[0] for line in best})} if best else {}
    return [
        Hit("item", row_id, content, f"{names[row_id].type} {names[row_id].symbol}".strip(), rank=rank)
        for row_id, content, rank in best
    ]


# -- meetings, their tasks and papers


def _meetings(words: str) -> list[Hit]:
    met = _meeting_lines(words)
    return [_meeting(line, search.rank(words, _meeting_text(line))) for line in met]


def _meeting_lines(words: str = "", row_id: int | None = None) -> list[tuple[Any, ...]]:
    """Id, title, day, place, type, series; the newest first."""
    chosen = Meeting.select(
        Meeting.id, Meeting.title, Meeting.day, Meeting.place, MeetingType.name, Meeting.series
    ).join(MeetingType)
    asked = search.where(words, Meeting.search_key.contains)
    if row_id is not None:
        asked.append(Meeting.id == row_id)
    if asked:
        chosen = chosen.where(search.every(asked))
    ordered = chosen.order_by(Meeting.day.is_null().desc(), Meeting.day.desc(), Meeting.id.desc())
    return search.narrow(lines(ordered), words, lambda line: " ".join((line[1], *line[3:])))


def _meeting_text(line: tuple[Any, ...]) -> Text:
    return Text((line[1],), " ".join(line[3:]))


def _meeting(line: tuple[Any, ...], rank: Rank) -> Hit:
    row_id, title, day, place, *_ = line
    return Hit("meeting", row_id, title, _joined(show_date(day) if day else "", place), rank=rank)


def _known_meeting(row_id: int, _part: str) -> list[Hit]:
    return [_meeting(line, (EXACT, 0)) for line in _meeting_lines(row_id=row_id)]


def _tasks(words: str) -> list[Hit]:
    return [_task(row, words) for row in tasks.rows(words)]


def _task(row: tasks.Row, words: str) -> Hit:
    text = Text((row.content,), f"{row.lead} {row.product} {row.meeting}")
    due = row.due.words if row.due else ""
    about = _joined(due, label_of(TASK_STATES, row.state), row.lead)
    where = f"meeting:{row.meeting_id}" if row.meeting_id else f"directive:{row.directive_id}"
    return Hit("task", row.id, row.content, about, where, search.rank(words, text))


def _known_task(row_id: int, _part: str) -> list[Hit]:
    return [_task(row, "") for row in tasks.rows() if row.id == row_id]


def _papers(words: str) -> list[Hit]:
    """Papers by their numbers; else by name, where a word of it was typed and the others find the meeting."""
    hits = _numbered(words)
    met = {(hit.id, hit.part) for hit in hits}
    for paper, rest in _called(words):
        for line in _meeting_lines(rest)[:MOST]:
            if (line[0], paper.key) not in met:
                text = Text((f"{paper.label} {line[1]}", paper.label), _meeting_text(line).rest)
                hits.append(_paper(paper, line, search.rank(words, text)))
    return hits


def _called(words: str) -> list[tuple[catalogue.Paper, str]]:
    """Papers of a meeting with two words of their label typed, or all of it: and the words left over."""
    asked = search.split(words)
    called = []
    for paper in catalogue.papers_of(catalogue.MEETING):
        label = fold(paper.label).replace(",", "").split()
        of_label = [word for word in asked if any(one.startswith(fold(word)) for one in label)]
        begun = len(of_label) >= 2 and search.rank(" ".join(of_label), Text((paper.label,))) <= (START, 0)
        if begun and search.narrow([paper.label], " ".join(of_label), str):
            called.append((paper, " ".join(word for word in asked if word not in of_label)))
    return called


def _paper(paper: catalogue.Paper, line: tuple[Any, ...], rank: Rank, number: str = "") -> Hit:
    row_id, title, day, *_ = line
    name = f"{paper.label} {number}".strip()
    return Hit("paper", row_id, name, _joined(title, show_date(day) if day else ""), paper.key, rank)


def _numbered(words: str) -> list[Hit]:
    if not any(letter.isdigit() for letter in words):
        return []
    taken = TakenNumber.select(
        TakenNumber.number, TakenNumber.type_code, TakenNumber.symbol, TakenNumber.subject, Paper.kind,
        Meeting.id, Meeting.title, Meeting.day,
    ).join(Paper).join(Meeting)  # fmt: skip
    hits = []
    for number, code, issuer, subject, kind, *line in lines(taken):
        paper = catalogue.paper(kind)
        sign = symbol(number, code, issuer)
        shown = f"{sign} {paper.label} {subject} {line[1]}"
        sought = directives.wanted(words)
        if search.found(fold(shown), shown, sought):
            text = Text((sign, f"{paper.type_name} {sign}", f"{paper.label} {sign}"), f"{subject} {line[1]}")
            hits.append(_paper(paper, tuple(line), search.rank(sought, text), sign))
    return hits


def _known_paper(row_id: int, part: str) -> list[Hit]:
    is_one = part in {paper.key for paper in catalogue.papers_of(catalogue.MEETING)}
    met = _meeting_lines(row_id=row_id) if is_one else []
    return [_paper(catalogue.paper(part), line, (EXACT, 0)) for line in met]


# -- people


def _people(words: str) -> list[Hit]:
    ids = people.find(words, limit=MOST, by_name=True)
    if len(ids) < MOST:
        ids = people.find(words, limit=WEIGHED)
    known = {row.id: row for row in people.rows(ids=ids)}
    return [_person(known[row_id], words) for row_id in ids]


def _person(row: people.Row, words: str) -> Hit:
    born = f"sinh {row.birth.words}" if row.birth else ""
    rank = search.rank(words, Text((row.full_name,)))
    if rank[0] == BESIDE:
        rank = (BESIDE, _held(row, words))
    return Hit("person", row.id, row.full_name, _joined(row.title, born), rank=rank)


def _held(row: people.Row, words: str) -> int:
    """0: one of the posts begins with the words, 1: it has them, 2: they are those of two posts together.

    "Bí thư sở công thương" is the secretary there, then the deputy.
    """
    plain = f" {fold(clean(words))}"
    said = []
    for post, _, _, _, organization, committee, short, *_ in row.held:
        names = (fold(name) for name in (short, committee, organization) if name)
        said += [f" {begin} {name}" for name in names for begin in (fold(post), initials(post))]
    if any(text.startswith(plain) for text in said):
        return 0
    return 1 if any(plain in text for text in said) else 2


def _known_person(row_id: int, _part: str) -> list[Hit]:
    return [_person(row, "") for row in people.rows(ids=[row_id])]


def _joined(*parts: str) -> str:
    return " · ".join(clean(part) for part in parts if part)


FINDERS: dict[str, Callable[[str], list[Hit]]] = {
    "unit": _units, "directive": _directives, "meeting": _meetings, "person": _people,
    "plan": _plans, "task": _tasks, "item": _items, "paper": _papers,
}  # fmt: skip
KNOWN: dict[str, Callable[[int, str], list[Hit]]] = {
    "unit": _known_unit, "directive": _known_directive, "meeting": _known_meeting, "person": _known_person,
    "plan": _known_plan, "task": _known_task, "paper": _known_paper,
}  # fmt: skip
