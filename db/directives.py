"""Directives received and issued: the register of them, their forms, the links between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, fn

from db import number_holders, number_traces, search
from db.history import change
from db.tables import (
    AgendaDirective,
    ConclusionDirective,
    Directive,
    DirectiveLink,
    DirectiveType,
    Paper,
    PaperSection,
    PlanItem,
    Task,
    TaskDirective,
    Unit,
    UnitKind,
)
from db.unit_names import names_on
from db.values import (
    Values,
    form_of,
    found,
    keep,
    label,
    lines,
    next_place,
    ready,
    removal,
    row_of,
    vague,
    years_of,
)
from rules import directives as rules
from rules import facts
from rules.dates import VagueDate, paper_date, show_date
from rules.papers import COPY
from rules.text import fold
from rules.trouble import Refused

JOINTS = frozenset({"so", "cua", "ngay", "ve", "v/v"})  # words of a citation that tell nothing


@dataclass(frozen=True)
class Row:
    id: int
    symbol: str  # "92-KH/ĐUK"; empty where the document has no number
    number: int | None
    type_id: int
    type: str
    type_code: str
    issuer_id: int | None
    issuer: str  # as papers print it: "Ban Thường vụ Tỉnh ủy"
    issuer_code: str
    issued: VagueDate | None
    subject: str
    direction: str
    state: str
    urgency: str
    secrecy: str
    arrival_number: int | None
    arrival_date: date | None
    due: date | None
    signer: str
    sent_to: str
    file_number: str

    def named(self) -> facts.Directive:
        """As papers cite it."""
        return facts.Directive(self.type, self.symbol, self.issuer, self.issued, self.subject)


@dataclass(frozen=True)
class Link:
    """One link of a directive; `outgoing` False: the other document points here."""

    id: int
    relation: str
    outgoing: bool
    directive: Row


def query(on: date | None = None) -> tuple[Any, Any]:
    """Directives with their type and issuer, and the issuer's name of the day; `read` reads its tuples."""
    name = names_on(on).alias("issuer_name")
    return (
        Directive.select(
            Directive.id, Directive.number, DirectiveType.id, DirectiveType.name, DirectiveType.code,
            Directive.issuer, Directive.organ, Directive.issuer_code, name.c.organization, name.c.committee,
            UnitKind.level, Directive.issued_words, Directive.issued_earliest, Directive.issued_latest,
            Directive.subject, Directive.direction, Directive.state, Directive.urgency, Directive.secrecy,
            Directive.arrival_number, Directive.arrival_date, Directive.due, Directive.signer,
            Directive.sent_to, Directive.file_number,
        )
        .join(DirectiveType)
        .switch(Directive)
        .join(Unit, JOIN.LEFT_OUTER, on=(Unit.id == Directive.issuer))
        .join(UnitKind, JOIN.LEFT_OUTER)
        .join(name, JOIN.LEFT_OUTER, on=(name.c.unit_id == Directive.issuer))
    ), name  # fmt: skip


def read(line: tuple[Any, ...]) -> Row:
    """One tuple of `query` as a row."""
    row_id, number, type_id, type_name, code, issuer_id, organ, issuer_code, organization, committee = line[
        :10
    ]
    level, words, earliest, latest, *rest = line[10:]
    symbol = rules.symbol(number, code, issuer_code) if number else ""
    issuer = rules.issuer_name(organ, committee or organization or "", level or 0)
    issued = vague(words, earliest, latest)
    whole = (row_id, symbol, number, type_id, type_name, code, issuer_id, issuer, issuer_code, issued, *rest)
    return Row(*whole)


def rows(
    words: str = "",
    *,
    type: int | None = None,  # noqa: A002 - the contract's word
    direction: str = "",
    state: str = "",
    year: int | None = None,
    issuer: int | None = None,
    ids: Iterable[int] | None = None,
    on: date | None = None,
) -> list[Row]:
    """The register, newest first, documents without a date before them; with words the best found first.

    `year` is the year of issue.
    """
    chosen, name = query(on)
    asked = conditions(name, words, year=year)
    equal = ((Directive.type, type), (Directive.direction, direction), (Directive.state, state))
    asked += [field == value for field, value in (*equal, (Directive.issuer, issuer)) if value]
    if ids is not None:
        asked.append(Directive.id.in_(list(ids)))
    if asked:
        chosen = chosen.where(search.every(asked))
    met = search.narrow([read(line) for line in lines(newest_first(chosen))], wanted(words), shown)
    return search.best_first(met, wanted(words), text_of)


def years() -> list[int]:
    """The years of issue that occur, newest first."""
    return years_of(Directive.issued_latest)


def conditions(name: Any, words: str, *, year: int | None = None) -> list[Any]:
    """What words and year ask of `query`; words are sought in the key, in the issuer's names."""
    key = Directive.search_key.concat(" ").concat(fn.COALESCE(name.c.search_key, ""))
    asked = search.where(wanted(words), key.contains)
    if year is not None:
        first, last = date(year, 1, 1), date(year, 12, 31)
        asked += [Directive.issued_earliest <= last, Directive.issued_latest >= first]
    return asked


def wanted(words: str) -> str:
    """The words without those that only join a citation: "kế hoạch số 92 của Đảng ủy" has no "số"."""
    asked = search.split(words)
    kept = [word for word in asked if fold(word) not in JOINTS] or asked
    return " ".join(re.sub(r"^([^\W\d_]+)(\d+)$", r"\1 \2", word) for word in kept)  # "kh92" as "kh 92"


def newest_first(chosen: Any) -> Any:
    undated = Directive.issued_latest.is_null()
    return chosen.order_by(undated.desc(), Directive.issued_latest.desc(), Directive.id.desc())


def text_of(row: Row) -> search.Text:
    """What a document is found by: its symbol, alone and with its type, then all the rest."""
    name = f"{row.type} {row.symbol}"
    day = row.issued.words if row.issued else ""
    return search.Text((row.symbol, name, f"{name} {row.issuer} {day}"), f"{row.subject} {row.signer}")


def shown(row: Row) -> str:
    """All the words of a row, for accents that were typed."""
    return f"{row.symbol} {row.type} {row.issuer} {row.subject} {row.signer} {row.file_number}"


def search_key(values: Values) -> str:
    """Folded symbol with and without its signs, type, subject, organ, signer, register numbers, the day."""
    kind = DirectiveType.get_by_id(values["type"])
    symbol = rules.symbol(values["number"], kind.code, values["issuer_code"]) if values["number"] else ""
    parts = (symbol, search.compact(symbol), kind.name, values["organ"], values["subject"], values["signer"])
    day = values["issued"].earliest if values["issued"] else None
    days = (show_date(day), paper_date(day)) if day and day == values["issued"].latest else ()
    return fold(" ".join((*parts, str(values["arrival_number"] or ""), values["file_number"], *days)))


def get(directive_id: int) -> Values:
    """The form values."""
    return form_of(found(Directive, directive_id), rules.FIELDS)


def save(values: Values, directive_id: int | None = None) -> int:
    """Keeps the directive; Refused for a second one of the same issuer, type, number, date.

    Refused too for a draft with a number that something else holds.
    """
    before = get(directive_id) if directive_id else None
    whole = ready(rules.FIELDS, values, rules.problems, before)
    if directive_id and rules.is_marked(whole["secrecy"]):
        _refuse_content(directive_id)
    row = row_of(whole, rules.FIELDS) | {"search_key": search_key(whole)}
    with change(label("Sửa" if directive_id else "Thêm", "văn bản", title(whole))):
        number_holders.refuse_draft(whole, directive_id, before)
        return keep(Directive, row, directive_id)


def title(values: Values) -> str:
    """ "92-KH/ĐUK", or type with subject where the document has no number."""
    kind = DirectiveType.get_by_id(values["type"])
    if values["number"]:
        return str(rules.symbol(values["number"], kind.code, values["issuer_code"]))
    return f"{kind.name} {values['subject']}"


def links(directive_id: int) -> list[Link]:
    """What this directive carries out, is based on …, then what points to it."""
    here = (DirectiveLink.directive == directive_id) | (DirectiveLink.target == directive_id)
    lines = list(DirectiveLink.select().where(here).order_by(DirectiveLink.position, DirectiveLink.id))
    others = {line.target_id if line.directive_id == directive_id else line.directive_id for line in lines}
    known = {row.id: row for row in rows(ids=others)} if others else {}
    joined = []
    for line in sorted(lines, key=lambda line: line.directive_id != directive_id):
        outgoing = line.directive_id == directive_id
        other = known[line.target_id if outgoing else line.directive_id]
        joined.append(Link(line.id, line.relation, outgoing, other))
    return joined


def link(directive_id: int, target_id: int, relation: str) -> int:
    """Joins two directives; relation is a key of rules.directives.RELATIONS."""
    if relation not in {choice.key for choice in rules.RELATIONS}:
        raise ValueError(relation)
    place = next_place(DirectiveLink, DirectiveLink.directive == directive_id)
    row = {"directive": directive_id, "target": target_id, "relation": relation, "position": place}
    with change(label("Liên kết văn bản", "", title(get(directive_id)))):
        return keep(DirectiveLink, row)


def refuse_marked(directive_id: int) -> None:
    """A directive marked Mật or above has a line in the register, no content."""
    if rules.is_marked(found(Directive, directive_id).secrecy):
        raise Refused(rules.ONLY_REGISTERED, "Soạn nội dung trên máy riêng theo quy định.")


def _refuse_content(directive_id: int) -> None:
    """Before a directive is marked, what was written about it here must go."""
    written = (Paper.directive == directive_id) & (Paper.kind != COPY)  # a copy says nothing of the content
    prose = PaperSection.select().join(Paper).where(written).exists()
    if prose or PlanItem.select().where(PlanItem.directive == directive_id).exists():
        raise Refused(rules.ONLY_REGISTERED, "Xóa nội dung kế hoạch của văn bản này trước khi ghi độ mật.")


def unlink(link_ids: Iterable[int]) -> None:
    with change("Bỏ liên kết văn bản"):
        DirectiveLink.delete().where(DirectiveLink.id.in_(list(link_ids))).execute()


def hanging(ids: Iterable[int]) -> list[str]:
    """What goes with these directives, one sentence for each kind."""
    chosen = list(ids)
    joined = DirectiveLink.directive.in_(chosen) | DirectiveLink.target.in_(chosen)
    lost = (
        (DirectiveLink.select().where(joined), "liên kết với văn bản khác sẽ bị xóa theo"),
        (PlanItem.select().where(PlanItem.directive.in_(chosen)), "nội dung kế hoạch sẽ bị xóa theo"),
        (Task.select().where(Task.directive.in_(chosen)), "nhiệm vụ sẽ bị xóa theo"),
        (Paper.select().where(Paper.directive.in_(chosen)), "giấy tờ soạn từ văn bản sẽ bị xóa theo"),
        (
            AgendaDirective.select().where(AgendaDirective.directive.in_(chosen)),
            "mục chương trình sẽ bớt văn bản",
        ),
        (
            ConclusionDirective.select().where(ConclusionDirective.directive.in_(chosen)),
            "kết luận hội nghị sẽ bớt văn bản",
        ),
        (TaskDirective.select().where(TaskDirective.directive.in_(chosen)), "nhiệm vụ sẽ bớt văn bản"),
    )
    counts = [(chosen_rows.count(), sentence) for chosen_rows, sentence in lost]
    counts.append((len(number_traces.held_by(chosen)), "số văn bản đã cấp vẫn giữ trong sổ đăng ký"))
    return [f"{count} {sentence}." for count, sentence in counts if count]


def delete(ids: Iterable[int]) -> None:
    chosen = list(dict.fromkeys(ids))
    with change(removal("văn bản", [title(get(row_id)) for row_id in chosen])):
        number_traces.leave(chosen)
        Directive.delete().where(Directive.id.in_(chosen)).execute()
