"""What the fields of papers.template.bodies stand for, taken from the paper that our own code composes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from papers import minutes, news, phrases, plan, task_tables
from papers.content import Block, Document, Paragraph, Table, blank, display
from papers.field_values import numbered
from papers.filling import Fields, Parts, Values
from papers.template import bodies
from papers.template.bodies import GROUP
from rules import markers, meetings, wordings
from rules.facts import Meeting, Plan
from rules.marker_names import Name
from rules.text import capital


class Made(NamedTuple):
    """One paper as our code makes it, with what was known of it before."""

    facts: Meeting | Plan
    base: Values
    document: Document
    tables: Sequence[Table]


def knowing(key: str, facts: Meeting | Plan, base: Values, composed: Document) -> Values:
    """The values with those of the paper's own fields; `composed`: the paper as our code makes it."""
    tables = [block for section in composed.sections for block in section.blocks if isinstance(block, Table)]
    made = Made(facts, base, composed, tables)
    if key in bodies.LISTED:
        return _of_list(key, made)
    known = VALUES.get(key)
    return known(made) if known else base


def rows(name: Name, table: Table | None) -> list[Fields]:
    """The rows of a table as those of a list: members by their columns, a group in its first row."""
    made: list[Fields] = []
    group = ""
    for row in table.rows if table else ():
        if row.kind == "group":
            group = display(row.cells[0])
            continue
        words = [display(cell) for cell in row.cells]
        titles = [one for one in name.members if one != GROUP]
        known = {GROUP: group, **dict(zip(titles, words, strict=True))}
        made.append({markers.key(one): (said,) if said else () for one, said in known.items()})
        group = ""
    return made


def _table(name: Name, tables: Sequence[Table]) -> dict[str, Sequence[Fields]]:
    """The list of the one table of a paper."""
    return {name.label: rows(name, tables[0] if tables else None)}


def _with(base: Values, blocks: dict[Name, Sequence[Block]]) -> Values:
    more = {markers.key(name.label): tuple(held) for name, held in blocks.items()}
    return replace(base, blocks={**base.blocks, **more})


def _of_list(key: str, made: Made) -> Values:
    said = next(one.text for one in made.document.paragraphs() if one.style == "total")
    return made.base.knowing({bodies.TOTAL.label: (said,)}, _table(bodies.LISTED[key], made.tables))


def _agenda(made: Made) -> Values:
    return made.base.knowing({}, _table(bodies.AGENDA, made.tables))


def _assignments(made: Made) -> Values:
    given = (blank("nhiệm vụ được giao"),)
    return made.base.knowing({bodies.NO_TASK.label: given}, _table(bodies.ASSIGNED, made.tables))


def _file_index(made: Made) -> Values:
    count: Parts = (
        (str(len(made.tables[0].rows)),) if made.tables[0].rows else (blank("văn bản trong hồ sơ"),)
    )
    return made.base.knowing({bodies.PLACES.label: count}, _table(bodies.FILED, made.tables))


def _news(made: Made) -> Values:
    facts, base, composed, _ = made
    assert isinstance(facts, Meeting)
    text = wordings.worded(news.KEY, facts.head.family) or wordings.Worded()
    headline = next(one for one in composed.paragraphs() if one.style == "headline")
    said = tuple(run if run.blank else run.text for run in headline.runs)
    return news.fitted(text, facts, base)[1].knowing({bodies.HEADLINE.label: said})


def _minutes(made: Made) -> Values:
    facts, base, composed, tables = made
    assert isinstance(facts, Meeting)
    cited = phrases.Citations()
    documents = numbered([{"Trích dẫn": cited.one(one)} for one in facts.materials])
    proceedings = minutes.proceedings(facts, cited)[1:]
    guests = minutes.guests(facts)
    known = minutes.values_of(facts).single[markers.key("Thư ký")]
    single: dict[str, Parts] = {
        "Thư ký": known,
        bodies.LISTED_TOO.label: (" (có danh sách kèm theo)",) if facts.attendees else (),
        bodies.PRESS_NUMBER.label: ("3" if guests else "2",),
        bodies.WITH.label: _with_line(composed),
    }
    lists: dict[str, Sequence[Fields]] = {
        "Văn bản": [
            {**old, **new} for old, new in zip(base.lists[markers.key("Văn bản")], documents, strict=True)
        ],
        bodies.CAME.label: numbered([{"Tên và số có mặt": (one,)} for one in minutes.groups(facts)]),
        **_table(bodies.ROLL, tables),
    }
    values = _absent(facts, base.knowing(single, lists))
    return _with(
        values,
        {
            bodies.OTHER: minutes.other_info(facts),
            bodies.GUESTS: guests,
            bodies.PRESS: phrases.prose(facts.sections.get("press", "")),
            bodies.PROCEEDINGS: proceedings,
            bodies.CONCLUDED: minutes.conclusions(facts, cited)[1:],
        },
    )


def _absent(facts: Meeting, base: Values) -> Values:
    """Who is missing and who came instead; nobody is named while somebody is not marked."""
    official = [one for one in facts.attendees if not one.guest]
    heads = meetings.counts(one.state for one in official)
    marked = bool(official) and not heads.unmarked
    away = [one for one in official if marked and one.state in ("excused", "absent")]
    instead = [one for one in official if marked and one.state == "substitute"]
    once = f", {task_tables.once(facts)}" if task_tables.overlap(facts) else ""
    people = phrases.heads(facts.head)
    missing: Parts = (blank(f"số {people} vắng mặt"), f" {people}")
    if marked:
        missing = (f"{heads.missing} {people}" if away else "không",)
    called = f"Tổng số được triệu tập: {heads.called} {people}{once}."
    whole = minutes.summed(heads, once, people) if marked else called
    return base.knowing(
        {bodies.ABSENT_SUM.label: missing, bodies.ROLL_SUM.label: (whole,) if official else ()},
        {
            bodies.ABSENT.label: numbered(
                [
                    {
                        "Đồng chí": (capital(phrases.comrade(one.person)),),
                        "Lý do": (minutes.why(one),),
                    }
                    for one in away
                ]
            ),
            bodies.INSTEAD.label: numbered([{"Ai thay ai": (minutes.substituted(one),)} for one in instead]),
        },
    )


def _plan(made: Made) -> Values:
    facts, base, composed, tables = made
    assert isinstance(facts, Plan)
    several = len(tables) > 1
    titles = [one for one in composed.paragraphs() if one.style == "appendix"]
    single: dict[str, Parts] = {
        bodies.DUTIES_TITLE.label: (titles[0].text,) if several else (),
        bodies.SCHEDULE_TITLE.label: (titles[-1].text,) if titles else (),
        bodies.WITH.label: _with_line(composed),
    }
    lists = {
        bodies.DUTIES.label: rows(bodies.DUTIES, tables[0] if several else None),
        bodies.SCHEDULE.label: rows(bodies.SCHEDULE, tables[-1] if tables else None),
    }
    typed = {key for key, words in facts.sections.items() if words.strip()}
    return _with(
        base.knowing(single, lists),
        {
            bodies.OPENING: plan.opening(facts) if "opening" in typed else (),
            bodies.PURPOSE: plan.purpose(facts)[1:],
            bodies.NEEDED: plan.requirements(facts)[1:],
            bodies.CONTENT: plan.content(facts),
            bodies.CARRIED: plan.organisation(facts),
            bodies.CLOSING: plan.closing(facts) if "closing" in typed else (),
        },
    )


def _with_line(composed: Document) -> Parts:
    """The line that ties an appendix to its paper, blanks as they are."""
    lines = [one for section in composed.sections[1:] for one in section.blocks if isinstance(one, Paragraph)]
    found = next((one for one in lines if one.style == "reference"), None)
    return tuple(run if run.blank else run.text for run in found.runs) if found else ()


VALUES: dict[str, Callable[[Made], Values]] = {
    "agenda": _agenda,
    "assignments": _assignments,
    "file_index": _file_index,
    minutes.KEY: _minutes,
    news.KEY: _news,
    "plan": _plan,
}
