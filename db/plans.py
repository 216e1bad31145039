"""Plans: directives with a schedule, the lines of it by phase."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from peewee import JOIN, Case, fn

from db import directives, parts, search
from db.parts import Part
from db.tables import Directive, DirectiveType, PlanItem, PlanItemUnit
from db.unit_names import acting, names_on
from db.values import Values, lines, vague
from rules import facts
from rules import plans as rules
from rules.dates import VagueDate
from rules.text import fold

ITEM = Part(
    PlanItem,
    rules.ITEM_FIELDS,
    "nội dung kế hoạch",
    "content",
    {"coordinating": (PlanItemUnit, "plan_item", "unit")},
    rules.problems,
)
PHASES = {choice.key: place for place, choice in enumerate(rules.PHASES)}
CODE = "KH"


@dataclass(frozen=True)
class Row:
    """A plan: its directive and the progress of its lines."""

    id: int  # of the directive
    directive: directives.Row
    items: int
    done: int


@dataclass(frozen=True)
class Item:
    id: int
    position: int
    phase: str
    content: str
    lead_id: int | None
    lead: str  # the unit, or the words
    time: VagueDate | None
    product: str
    state: str
    note: str
    coordinating_ids: tuple[int, ...]
    coordinating: tuple[str, ...]

    def named(self) -> facts.PlanItem:
        """The line as papers print it."""
        return facts.PlanItem(
            self.content,
            self.phase,
            self.lead,
            self.coordinating,
            self.time,
            self.product,
            self.state,
            self.note,
        )


def rows(words: str = "", *, year: int | None = None, on: date | None = None) -> list[Row]:
    """Every directive of the type Kế hoạch, and every other that has a schedule."""
    chosen, name = directives.query(on)
    done = fn.SUM(Case(None, [(PlanItem.state == "done", 1)], 0)).alias("done")
    counted = PlanItem.select(PlanItem.directive, fn.COUNT(PlanItem.id).alias("items"), done)
    counts = counted.group_by(PlanItem.directive).alias("counts")
    chosen = chosen.join(counts, JOIN.LEFT_OUTER, on=(counts.c.directive_id == Directive.id))
    asked = [(DirectiveType.code == CODE) | counts.c.items.is_null(False)]
    asked += directives.conditions(name, words, year=year)
    chosen = directives.newest_first(chosen.where(search.every(asked)))
    found = [
        Row(row.id, row, items or 0, finished or 0)
        for *line, items, finished in lines(chosen.select_extend(counts.c.items, counts.c.done))
        for row in (directives.read(tuple(line)),)
    ]
    sought = directives.wanted(words)
    met = search.narrow(found, sought, lambda row: directives.shown(row.directive))
    return search.best_first(met, sought, lambda row: directives.text_of(row.directive))


def items(directive_id: int, *, words: str = "", on: date | None = None) -> list[Item]:
    """The lines of one plan: before, during, after, in their order; units with their names of the day."""
    lead, other = names_on(on).alias("lead_name"), names_on(on).alias("other_name")
    chosen = (
        PlanItem.select(
            PlanItem.id, PlanItem.position, PlanItem.phase, PlanItem.content, PlanItem.lead,
            PlanItem.lead_words, acting(lead), PlanItem.time_words, PlanItem.time_earliest,
            PlanItem.time_latest,
            PlanItem.product, PlanItem.state, PlanItem.note, PlanItemUnit.unit, acting(other),
        )
        .join(lead, JOIN.LEFT_OUTER, on=(lead.c.unit_id == PlanItem.lead))
        .switch(PlanItem)
        .join(PlanItemUnit, JOIN.LEFT_OUTER, on=(PlanItemUnit.plan_item == PlanItem.id))
        .join(other, JOIN.LEFT_OUTER, on=(other.c.unit_id == PlanItemUnit.unit))
        .where(PlanItem.directive == directive_id)
        .order_by(PlanItem.position, PlanItem.id, PlanItemUnit.position)
    )  # fmt: skip
    ordered = sorted(_grouped(chosen), key=lambda item: PHASES.get(item.phase, len(PHASES)))
    return [item for item in ordered if search.found(fold(_shown(item)), _shown(item), words)]


def _grouped(chosen: Any) -> list[Item]:
    known: dict[int, Item] = {}
    for line in lines(chosen):
        key, place, phase, text, lead_id, lead_words, lead, words, earliest, latest, *rest, unit, other = line
        if key not in known:
            time = vague(words, earliest, latest)
            facts = (key, place, phase, text, lead_id, lead or lead_words, time, *rest, (), ())
            known[key] = Item(*facts)
        if unit is not None:
            item = known[key]
            ids, names = (*item.coordinating_ids, unit), (*item.coordinating, other or "")
            known[key] = replace(item, coordinating_ids=ids, coordinating=names)
    return list(known.values())


def _shown(item: Item) -> str:
    time = item.time.words if item.time else ""
    return " ".join((item.content, item.lead, item.product, item.note, time, *item.coordinating))


def get(item_id: int) -> Values:
    """Form values of a line as rules.plans.ITEM_FIELDS names them."""
    return parts.get(ITEM, item_id)


def save(values: Values, directive_id: int, item_id: int | None = None) -> int:
    directives.refuse_marked(directive_id)
    return parts.save(ITEM, values, {"directive": directive_id}, item_id)


def delete(ids: Iterable[int]) -> None:
    parts.delete(ITEM, ids)


def move(item_id: int, step: int) -> None:
    """One place up (-1) or down (+1)."""
    parts.move(ITEM, item_id, step, "directive")
