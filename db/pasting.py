"""What a pasted text proposes against what is kept: which of it is new, and the one change that takes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from db import (
    audiences,
    conclusions,
    directives,
    imports,
    invitations,
    meetings,
    plans,
    settings,
    tasks,
    units,
)
from db.choices import choices
from db.history import change
from db.tables import DirectiveLink
from rules import pasting
from rules.columns import Mapping
from rules.imports import ERROR, NEW, SAME, UPDATE, Verdict, verdicts
from rules.meetings import usual_type
from rules.pasting import DIRECTIVE, GROUP, LINK, MEETING, PERSON, TASK, WINDOW
from rules.reading.found import CHAIR, CONCLUDER, PRESENTER, Proposals
from rules.symbols import split_issuer
from rules.text import capital, fold
from rules.trouble import Refused

Key = tuple[str, int]  # kind and place, as rules.pasting.Offer names them


class Standing(NamedTuple):
    """How one offer stands to the file: NEW, UPDATE, SAME (kept already) or ERROR, and why."""

    state: str
    why: str = ""
    record: int | None = None
    sure: bool = True  # nothing known in the file speaks against ticking it at once


class Done(NamedTuple):
    """What was kept: the meeting it belongs to, if any, and how many offers were kept."""

    meeting: int | None
    kept: int


class Desk:
    """One reading of a text laid beside the file; asked again after every change."""

    def __init__(self, proposals: Proposals) -> None:
        self.told = proposals
        self.own = settings.office().symbol
        self.people = self._judged("people")
        self.directives = self._judged("directives")
        self.meeting = self._meeting()
        self.audiences = {fold(row.name): row.id for row in audiences.rows()}
        told = pasting.offers(proposals)
        self.standing = {offer.key: self._stand(*offer.key) for offer in told}
        ready = {offer.key for offer in told if offer.sure and self._may_be_ticked(offer.key)}
        for key, stands in self.standing.items():
            if not all(home in ready or self._is_kept(home) for home in self._homes(*key)):
                self.standing[key] = stands._replace(sure=False)

    def _may_be_ticked(self, key: Key) -> bool:
        return self.standing[key].state in (NEW, UPDATE) and self.standing[key].sure

    def _is_kept(self, key: Key) -> bool:
        return key in self.standing and self.standing[key].record is not None

    def _homes(self, kind: str, at: int) -> list[Key]:
        """What must be kept first: the meeting of a task, the plan of a line, both ends of a link."""
        if kind in pasting.OF_MEETING:
            return [(MEETING, 0)]
        if kind in pasting.OF_PLAN:
            place = self.plan()
            return [] if place is None else [(DIRECTIVE, place)]
        if kind == LINK:
            link = self.told.links[at]
            return [(DIRECTIVE, link.child), (DIRECTIVE, link.parent)]
        return []

    def _judged(self, kind: str) -> list[Verdict]:
        if kind == "people":
            rows, columns = pasting.person_rows(self.told.people), pasting.PERSON_COLUMNS
        else:
            rows, columns = pasting.directive_rows(self.told.directives, self.own), pasting.DIRECTIVE_COLUMNS
        return verdicts(kind, rows, Mapping(columns), imports.known(kind))

    def _meeting(self) -> int | None:
        """The meeting of that day and title, where it is kept already."""
        wanted = self.told.meeting
        if wanted is None:
            return None
        same = (
            row.id
            for row in meetings.rows()
            if row.day == wanted.date and fold(row.title) == fold(wanted.title)
        )
        return next(same, None)

    # -- how each offer stands

    def _stand(self, kind: str, at: int) -> Standing:
        if kind == PERSON:
            return self._stand_person(at)
        if kind == DIRECTIVE:
            return _of(self.directives[at])
        if kind == MEETING:
            return self._stand_meeting()
        if kind == LINK:
            return self._stand_link(at)
        if kind in pasting.OF_PLAN:
            return self._stand_line(kind, at)
        if kind == GROUP:
            return self._stand_group(at)
        return self._stand_task(at)

    def _stand_person(self, at: int) -> Standing:
        """A namesake in the file, a post of its own making: the clerk decides."""
        stands, notes = _of(self.people[at]), self.people[at].notes
        doubtful = stands.state == NEW and bool(notes)
        return stands._replace(why=" ".join((stands.why, *notes)).strip(), sure=not doubtful)

    def _stand_meeting(self) -> Standing:
        if self.meeting:
            return Standing(SAME, "", self.meeting)
        organiser = self.told.meeting.organiser if self.told.meeting else ""
        if organiser and _unit(organiser) is None:
            return Standing(
                NEW, f"Chưa có đơn vị “{organiser}” trong sổ; đơn vị tổ chức sẽ để trống.", sure=False
            )
        return Standing(NEW)

    def _stand_link(self, at: int) -> Standing:
        link = self.told.links[at]
        ends = [_of(self.directives[place]) for place in (link.child, link.parent)]
        if any(end.state == ERROR for end in ends):
            return Standing(ERROR, "Một trong hai văn bản chưa ghi được.")
        child, parent = (end.record for end in ends)
        if child and parent:
            kept = (DirectiveLink.directive == child) & (DirectiveLink.target == parent)
            if DirectiveLink.select().where(kept).exists():
                return Standing(SAME)
        return Standing(NEW)

    def plan(self) -> int | None:
        """Where the text cites it, the place of the office's own plan among the documents."""
        mine = (
            at
            for at, one in enumerate(self.told.directives)
            if one.type_name == "Kế hoạch" and one.issuer_code == self.own
        )
        return next(mine, None)

    def _stand_line(self, kind: str, at: int) -> Standing:
        place = self.plan()
        if place is None:
            return Standing(ERROR, "Văn bản không nêu kế hoạch nào của cơ quan để ghi vào.")
        record = _of(self.directives[place]).record
        words = fold(self._line(kind, at)[0])
        if record and any(fold(item.content) == words for item in plans.items(record)):
            return Standing(SAME)
        return Standing(NEW)

    def _stand_group(self, at: int) -> Standing:
        known = self.audiences.get(fold(self.told.groups[at].name))
        if known and self.meeting and known in invitations.audiences(self.meeting):
            return Standing(SAME, "", known)
        return Standing(NEW, "thành phần đã có, thêm vào hội nghị" if known else "", known)

    def _stand_task(self, at: int) -> Standing:
        words = fold(self.told.tasks[at].content)
        kept = tasks.rows(meeting=self.meeting) if self.meeting else []
        return Standing(SAME) if any(fold(row.content) == words for row in kept) else Standing(NEW)

    def _line(self, kind: str, at: int) -> tuple[str, object]:
        """Words and time of a line for the plan."""
        if kind == WINDOW:
            window = self.told.windows[at]
            whom = window.whom if fold(window.whom).startswith("dai hoi") else f"Đại hội {window.whom}"
            return whom, window.when
        congress = self.told.congresses[at]
        return pasting.held(congress.unit, congress.kind), None

    # -- taking

    def wanted(self, chosen: Iterable[Key]) -> list[Key]:
        """What of it can be kept; Refused where it needs a meeting, a plan or a document that is not."""
        wanted = [key for key in dict.fromkeys(chosen) if self.standing[key].state in (NEW, UPDATE)]
        self._refuse_homeless(wanted)
        return wanted

    def keep(self, wanted: list[Key]) -> int | None:
        """Keeps these, inside a change; the meeting they belong to."""
        documents = self._take_directives(wanted)
        people = self._take_people(wanted)
        self._take_links(wanted, documents)
        self._take_lines(wanted, documents)
        meeting = self._take_meeting(wanted, people)
        if meeting:
            self._take_groups(wanted, meeting)
            self._take_tasks(wanted, meeting, people, documents)
        return meeting

    def _refuse_homeless(self, wanted: list[Key]) -> None:
        kinds = {kind for kind, _ in wanted}
        if kinds & set(pasting.OF_MEETING) and not (self.meeting or (MEETING, 0) in wanted):
            raise Refused("Thành phần và nhiệm vụ phải thuộc một hội nghị.", "Đánh dấu cả hội nghị rồi ghi.")
        place = self.plan()
        if kinds & set(pasting.OF_PLAN) and not (
            place is not None and (_of(self.directives[place]).record or (DIRECTIVE, place) in wanted)
        ):
            raise Refused(
                "Chưa có kế hoạch của cơ quan để ghi thời gian đại hội.", "Đánh dấu cả kế hoạch rồi ghi."
            )
        for _, at in (key for key in wanted if key[0] == LINK):
            link = self.told.links[at]
            for one in (link.child, link.parent):
                if not (_of(self.directives[one]).record or (DIRECTIVE, one) in wanted):
                    named = pasting.titled(self.told.directives[one])
                    raise Refused(f"{named} chưa có trong sổ.", "Đánh dấu cả văn bản đó rồi ghi.")

    def _take_directives(self, wanted: list[Key]) -> dict[int, int]:
        """The ids of the documents by their places, those kept before too."""
        chosen = [self.directives[at] for kind, at in wanted if kind == DIRECTIVE]
        imports.take("directives", chosen, "Ghi văn bản được nêu")
        again = self._judged("directives")
        return {at: one.target_id for at, one in enumerate(again) if one.target_id}

    def _take_people(self, wanted: list[Key]) -> dict[int, int]:
        chosen = [self.people[at] for kind, at in wanted if kind == PERSON]
        imports.take("people", chosen, "Ghi đại biểu được nêu")
        again = self._judged("people")
        return {at: one.target_id for at, one in enumerate(again) if one.target_id}

    def _take_links(self, wanted: list[Key], documents: dict[int, int]) -> None:
        for _, at in (key for key in wanted if key[0] == LINK):
            link = self.told.links[at]
            directives.link(documents[link.child], documents[link.parent], link.relation)

    def _take_lines(self, wanted: list[Key], documents: dict[int, int]) -> None:
        place = self.plan()
        for kind, at in wanted:
            if kind in pasting.OF_PLAN and place is not None:
                words, when = self._line(kind, at)
                plans.save({"phase": "during", "content": capital(words), "time": when}, documents[place])

    def _take_meeting(self, wanted: list[Key], people: dict[int, int]) -> int | None:
        told = self.told.meeting
        meeting = self.meeting
        if (MEETING, 0) in wanted and told is not None:
            kinds = {name: key for key, name in choices("meeting_type")}
            kind = usual_type(told.title, kinds)
            values = {
                "type": kinds.get(kind) or next(iter(kinds.values())),
                "title": told.title,
                "day": told.date,
                "part_of_day": told.part_of_day,
                "starts": told.starts,
                "place": told.place,
                "organiser": _unit(told.organiser) if told.organiser else settings.own_unit(),
            }
            meeting = meetings.save(values)
            for role, part in (("chair", CHAIR), ("presenter", PRESENTER)):
                ids = [
                    people[at]
                    for at, one in enumerate(self.told.people)
                    if part in one.parts and at in people
                ]
                if ids:
                    meetings.set_roles(meeting, role, ids)
        return meeting

    def _take_groups(self, wanted: list[Key], meeting: int) -> None:
        ids = list(invitations.audiences(meeting))
        for _, at in (key for key in wanted if key[0] == GROUP):
            name = capital(self.told.groups[at].name)
            ids.append(self.audiences.get(fold(name)) or audiences.save({"name": name}))
        invitations.set_audiences(meeting, dict.fromkeys(ids))

    def _take_tasks(
        self, wanted: list[Key], meeting: int, people: dict[int, int], documents: dict[int, int]
    ) -> None:
        """One conclusion for all of them, spoken by whoever concluded."""
        chosen = [self.told.tasks[at] for kind, at in wanted if kind == TASK]
        if not chosen:
            return
        speaker = next(
            (
                people[at]
                for at, one in enumerate(self.told.people)
                if CONCLUDER in one.parts and at in people
            ),
            None,
        )
        leads = list(dict.fromkeys(task.lead for task in chosen if task.lead))
        content = (
            f"Giao {', '.join(leads)} thực hiện các nhiệm vụ sau." if leads else "Giao các nhiệm vụ sau."
        )
        conclusion = conclusions.save({"speaker": speaker, "content": content}, meeting)
        for task in chosen:
            values = {
                "content": task.content,
                "lead_words": capital(task.lead),
                "due": task.due,
                "directives": tuple(documents[at] for at in task.directives if at in documents),
            }
            tasks.save(values, conclusion=conclusion)


def take(desk: Desk, chosen: Iterable[Key]) -> Done:
    """The chosen offers as one change, all of them or nothing. Raises Refused for what has no home."""
    wanted = desk.wanted(chosen)
    if not wanted:
        return Done(desk.meeting, 0)
    with change(f"Ghi {len(wanted)} mục từ văn bản dán"):
        meeting = desk.keep(wanted)
    return Done(meeting, len(wanted))


def _of(verdict: Verdict) -> Standing:
    """A row that imports judged; a doubtful one is left to the clerk."""
    if verdict.state == SAME:
        return Standing(SAME, "", verdict.target_id)
    if verdict.state in (NEW, UPDATE):
        return Standing(verdict.state, verdict.why, verdict.target_id)
    return Standing(ERROR, verdict.why, verdict.target_id)


def _unit(words: str) -> int | None:
    """The unit that bears this name, as organisation or as committee; of "Ban Thường vụ …" its committee."""
    wanted = fold(split_issuer(words)[1] or words)
    same = (
        row.id for row in units.rows() if wanted and wanted in (fold(row.organization), fold(row.committee))
    )
    return next(same, None)
