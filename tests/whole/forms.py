"""Every form of the program with the verb that keeps its values, over the small office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db import (
    agenda,
    attendance,
    audiences,
    conclusions,
    directives,
    holdings,
    invitations,
    meetings,
    papers,
    people,
    plans,
    settings,
    speeches,
    tasks,
    terms,
    unit_names,
    units,
)
from db.values import Values
from rules import audiences as audience_rules
from rules import directives as directive_rules
from rules import meetings as meeting_rules
from rules import office as office_rules
from rules import paper_fields
from rules import people as person_rules
from rules import plans as plan_rules
from rules import terms as term_rules
from rules import units as unit_rules
from rules.fields import Field, check

Problems = Callable[[Values], dict[str, str]]


@dataclass(frozen=True)
class Form:
    """`save` changes the one record that `get` reads; `fixed` fields tell which, so they stay."""

    fields: tuple[Field, ...]
    save: Callable[[Values], Any]
    get: Callable[[], Values]
    problems: Problems | None = None
    fixed: tuple[str, ...] = ()

    def wrong(self, values: Values) -> dict[str, str]:
        return self.problems(values) if self.problems else check(self.fields, values)


def forms(ids: Any) -> dict[str, Form]:
    """By the name of the fields in rules; `ids` as tests.whole.office gives them."""
    return {**of_registers(ids), **of_meeting(ids), **of_outcome(ids)}


def of_registers(ids: Any) -> dict[str, Form]:
    person = ids.people[3]
    return {
        "units.FIELDS": Form(
            unit_rules.FIELDS,
            lambda v: units.save(v, ids.below),
            lambda: units.get(ids.below),
            unit_rules.problems,
        ),
        "units.RENAME_FIELDS": Form(
            unit_rules.RENAME_FIELDS, lambda v: unit_names.rename(ids.unit, v), lambda: renamed(ids)
        ),
        "people.FIELDS": Form(
            person_rules.FIELDS,
            lambda v: people.save(v, person),
            lambda: people.get(person),
            person_rules.problems,
        ),
        "people.HOLDING_FIELDS": Form(
            person_rules.HOLDING_FIELDS,
            lambda v: holdings.save(v, ids.people[0], ids.holding),
            lambda: holdings.get(ids.holding),
            person_rules.holding_problems,
        ),
    }


def of_meeting(ids: Any) -> dict[str, Form]:
    meeting, call = ids.meeting, ids.calls[3]
    return {
        "directives.FIELDS": Form(
            directive_rules.FIELDS,
            lambda v: directives.save(v, ids.papers[0]),
            lambda: directives.get(ids.papers[0]),
            directive_rules.problems,
        ),
        "meetings.FIELDS": Form(
            meeting_rules.FIELDS,
            lambda v: meetings.save(v, meeting),
            lambda: meetings.get(meeting),
            meeting_rules.problems,
        ),
        "meetings.AGENDA_FIELDS": Form(
            meeting_rules.AGENDA_FIELDS,
            lambda v: agenda.save(v, meeting, ids.items[0]),
            lambda: agenda.get(ids.items[0]),
        ),
        "meetings.INVITATION_FIELDS": Form(
            meeting_rules.INVITATION_FIELDS,
            lambda v: invitations.save(v, meeting, call),
            lambda: invitations.get(call),
            meeting_rules.invitation_problems,
            ("person",),
        ),
        "meetings.ATTENDANCE_FIELDS": Form(
            meeting_rules.ATTENDANCE_FIELDS,
            lambda v: attendance.mark(meeting, [ids.people[0]], **v),
            lambda: attendance.get(meeting, ids.people[0]),
        ),
    }


def of_outcome(ids: Any) -> dict[str, Form]:
    meeting = ids.meeting
    return {
        "meetings.SPEECH_FIELDS": Form(
            meeting_rules.SPEECH_FIELDS,
            lambda v: speeches.save(v, meeting, ids.speeches[0]),
            lambda: speeches.get(ids.speeches[0]),
        ),
        "meetings.CONCLUSION_FIELDS": Form(
            meeting_rules.CONCLUSION_FIELDS,
            lambda v: conclusions.save(v, meeting, ids.conclusions[0]),
            lambda: conclusions.get(ids.conclusions[0]),
        ),
        "meetings.TASK_FIELDS": Form(
            meeting_rules.TASK_FIELDS,
            lambda v: tasks.save(v, task_id=ids.tasks[0]),
            lambda: tasks.get(ids.tasks[0]),
        ),
        "meetings.PAPER_FIELDS": Form(
            meeting_rules.PAPER_FIELDS,
            lambda v: papers.save("minutes", meeting, v),
            lambda: papers.get("minutes", meeting),
        ),
        "paper_fields.MARK_FIELDS": Form(
            paper_fields.MARK_FIELDS,
            lambda v: papers.save("minutes", meeting, v),
            lambda: papers.get("minutes", meeting),
        ),
        "plans.ITEM_FIELDS": Form(
            plan_rules.ITEM_FIELDS,
            lambda v: plans.save(v, ids.papers[1], ids.lines[0]),
            lambda: plans.get(ids.lines[0]),
            plan_rules.problems,
        ),
        "terms.FIELDS": Form(
            term_rules.FIELDS,
            lambda v: terms.save(v, settings.own_unit() or 0, ids.term),
            lambda: terms.get(ids.term),
            term_rules.problems,
        ),
        "office.FIELDS": Form(
            office_rules.FIELDS, settings.save_office, settings.values, office_rules.problems
        ),
        "audiences.FIELDS": Form(
            audience_rules.FIELDS,
            lambda v: audiences.save(v, ids.groups[0]),
            lambda: audiences.get(ids.groups[0]),
            audience_rules.problems,
        ),
    }


def renamed(ids: Any) -> Values:
    """The name that was given last, as its form shows it."""
    name = max(unit_names.history(ids.unit), key=lambda one: (one.since is not None, one.id))
    return {field.name: getattr(name, field.name) for field in unit_rules.RENAME_FIELDS}
