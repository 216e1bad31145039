"""What the file keeps of one plan beside its schedule, and the document made of it all."""

from __future__ import annotations

from datetime import date
from typing import Any

from db import directives, facts, papers, people
from db.choices import choices
from db.history import change
from db.papers import Signed
from gui import saving
from papers import catalogue, plan, snapshot
from papers.content import Document
from rules.dates import show_date
from rules.facts import Plan
from rules.plans import SECTIONS
from rules.text import fold

KIND = "plan"
LABELS = {choice.key: choice.label for choice in SECTIONS}


class PlanText:
    """One plan by the id of its directive."""

    def __init__(self, record: int) -> None:
        self.record = record

    def row(self) -> directives.Row | None:
        return next(iter(directives.rows(ids=[self.record])), None)

    def is_kept(self) -> bool:
        return self.row() is not None

    def title(self) -> str:
        row = self.row()
        return " ".join(part for part in ("Kế hoạch", row.symbol, row.subject) if part) if row else ""

    def file_name(self) -> str:
        row = self.row()
        return f"Kế hoạch {row.symbol or row.subject}" if row else "Kế hoạch"

    def number_and_day(self) -> str:
        """Where number and day of the plan come from, in words."""
        row = self.row()
        if row is None:
            return ""
        issued = row.issued
        certain = issued and issued.earliest and issued.earliest == issued.latest
        day = show_date(issued.earliest) if issued and certain and issued.earliest else ""
        number = f"số {row.symbol}" if row.symbol else "chưa có số"
        return f"{number}, ngày {day}" if day else f"{number}, chưa có ngày ký"

    def day(self) -> date:
        row = self.row()
        return (row.issued.latest if row and row.issued else None) or date.today()

    # -- prose

    def sections(self) -> dict[str, str]:
        return dict(papers.get(KIND, self.record)["sections"])

    def keep_section(self, key: str, words: str) -> None:
        with change(f"Sửa kế hoạch: {LABELS[key]}"):
            papers.save(KIND, self.record, {"sections": {key: words}})

    def usual(self) -> dict[str, str]:
        """What is printed for the sections that may stay empty."""
        given = self.facts()
        empty = Plan(**{**vars(given), "sections": {}})
        opening = "\n".join(paragraph.text for paragraph in plan.opening(empty))
        closing = "\n".join(paragraph.text for paragraph in plan.closing(empty))
        return {"opening": opening, "closing": closing}

    # -- feet

    def feet(self) -> dict[str, Any]:
        """signatures (Signed), recipients (lines); proposals where nothing was kept."""
        kept = papers.get(KIND, self.record)
        return {name: kept[name] for name in ("signatures", "recipients")}

    def keep_feet(self, signatures: list[Signed], recipients: list[str]) -> None:
        with change("Sửa kế hoạch: ký và nơi nhận"):
            papers.save(KIND, self.record, {"signatures": signatures, "recipients": recipients})

    def holders(self, post: str) -> list[people.Row]:
        """Who holds a post of that name in the issuing unit on the day of the plan."""
        row = self.row()
        key = next((key for key, name in choices("post") if fold(name) == fold(post.strip())), None)
        if key is None or row is None or row.issuer_id is None:
            return []
        return people.rows(unit=row.issuer_id, post=key, on=self.day())

    # -- out

    def facts(self) -> Plan:
        found = facts.gather(KIND, self.record)
        assert isinstance(found, Plan)
        return found

    def origin(self) -> saving.Origin:
        """What its files are registered with."""
        return saving.Origin(KIND, self.record, snapshot.of(self.facts(), KIND))

    def document(self) -> Document:
        return catalogue.compose(KIND, self.facts())
