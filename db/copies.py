"""Official copies of documents: what one says, and a new copying of the same document."""

from __future__ import annotations

from db import directives, numbered, numbering, papers, people, series, settings
from db.history import change
from db.tables import Paper, TakenNumber
from db.values import Values, keep, label
from rules import copies as rules
from rules import facts
from rules import papers as catalogue
from rules.directives import is_marked
from rules.trouble import Refused

KIND = catalogue.COPY


def gather(directive_id: int) -> facts.Copy:
    """One copy as of its day; the head is the office's, who copies. Refused for a document marked Mật."""
    row = _row(directive_id)
    kept = papers.get(KIND, directive_id)
    day = kept["signed"]
    office = settings.office(day)
    signers = people.named([block.person for block in kept["signatures"] if block.person], day)
    paper = catalogue.paper(KIND)
    head = facts.Head(
        superior=office.superior,
        issuer=office.committee or office.organization,
        place_name=kept["place_name"] or office.place_name,
        type_name=paper.type_name,
        type_code=paper.type_code,
        symbol=office.symbol,
        number=kept["number"],
        signed=day,
        subject="",
        spelling=office.spelling,
        family=office.family,
        form=kept["form"],
    )
    return facts.Copy(
        head=head,
        original=row.named(),
        kind=rules.kind_of(kept["sections"].get(rules.KIND, "")),
        signatures=tuple(_signed(block, signers) for block in kept["signatures"]),
        recipients=kept["recipients"],
        office=office,
    )


def _row(directive_id: int) -> directives.Row:
    (row,) = directives.rows(ids=[directive_id]) or (None,)
    if row is None:
        raise Refused("Văn bản này không còn trong sổ.", "Tải lại danh sách rồi chọn lại.")
    if is_marked(row.secrecy):
        raise Refused(*rules.MARKED)
    return row


def _signed(block: papers.Signed, signers: dict[int, facts.Person]) -> facts.Signature:
    known = signers.get(block.person) if block.person else None
    return facts.Signature(block.authority, block.post, known.name if known else block.name or None)


def save(directive_id: int, values: Values) -> None:
    """Keeps what is given of `db.papers.get`, and "copy_kind"; Refused where the number is taken."""
    _row(directive_id)
    given = dict(values)
    if rules.KIND in given:
        given["sections"] = {rules.KIND: rules.kind_of(given.pop(rules.KIND))}
    papers.save(KIND, directive_id, given)


def is_begun(directive_id: int) -> bool:
    """Whether anything of a copy of this document is kept."""
    return numbered.paper_of(KIND, directive_id) is not None


def begin_anew(directive_id: int) -> None:
    """Another copying of the same document: the number and day given stay in the register, without a paper.

    Kind, signer, recipients serve the next copy as they are. Refused where no number was taken yet.
    """
    row = _row(directive_id)
    taken = numbered.taken_by(KIND, directive_id)
    if taken is None:
        raise Refused("Bản sao này chưa lấy số.", "Dùng luôn bản sao đang có cho lần sao này.")
    with change(label("Sao lần mới", "văn bản", row.symbol or row.type)):
        words = numbered.words_of(series.desk(), KIND, directive_id)
        keep(TakenNumber, {**words, "paper": None}, taken.id)
        keep(Paper, {"signed": None}, numbered.paper_of(KIND, directive_id).id)


def earlier(directive_id: int) -> list[series.Entry]:
    """The numbers that earlier copies of this document hold, the oldest first."""
    subject = numbered.copied(directive_id)
    held = series.entries(series.desk(), (catalogue.paper(KIND).type_name,))
    mine = [one for one in held if not one.kind and one.subject == subject and one.directive is None]
    return sorted(mine, key=lambda one: (one.counted, one.number))


def next_number(directive_id: int) -> int:
    """The number proposed for this copy."""
    return numbering.proposed(KIND, directive_id)
