"""The form of one paper at the desk: which fields it has, what stands in them, what of it is to be saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from db.papers import Signed
from gui.form import Section
from gui.plans.feet import AUTHORITIES, POSTS
from papers import field_values, filling, styles
from papers.filling import Values as Known
from rules import wordings
from rules.facts import Meeting
from rules.fields import Choice, Field, Kind
from rules.meetings import PAPER_FIELDS
from rules.paper_fields import mark_fields
from rules.papers import ON_SMALL_SHEETS, Paper
from rules.wordings import Line

Values = dict[str, Any]
OWN = "own_"  # before the key of a line that is written for one meeting
ELSEWHERE = ("minutes",)  # prose, signatures and recipients have a section of their own
UNSIGNED = ("news", "file_index", *ELSEWHERE)
USUAL = "Để trống thì in như chữ mờ"
PLACE = Field("place_name", "Địa danh", limit=100)
SUBJECT = Field("subject", "Trích yếu", Kind.LONG, limit=500, hint=USUAL)
SENT_TO = Field("addressees", "Kính gửi", Kind.LONG, hint=f"Mỗi dòng một nơi; {USUAL[0].lower()}{USUAL[1:]}")
RECIPIENTS = Field("recipients", "Nơi nhận", Kind.LONG, hint="Mỗi dòng một nơi; dòng cuối là nơi lưu")
BLOCKS = (1, 2)
NAMED = {1: "", 2: " (chữ ký thứ hai)"}


class Layout(NamedTuple):
    """The fields of one paper: head and feet in columns, its own prose, a second signature, the marks."""

    main: tuple[Field, ...]
    columns: tuple[tuple[Section, ...], ...]
    prose: tuple[Field, ...]
    usual: dict[str, str]  # field → what is printed where nothing is typed
    second: tuple[Field, ...]
    marks: tuple[Field, ...]
    mark_columns: tuple[tuple[Section, ...], ...]


def layout(paper: Paper, facts: Meeting, profile: str) -> Layout:
    """What this paper asks for, with the words that are printed while a field is empty."""
    number = PAPER_FIELDS[:1] if paper.type_code else ()
    prose = () if paper.key in ELSEWHERE else _prose(paper.key)
    own = tuple(field for field in prose if field.name.startswith(OWN))
    said = tuple(field for field in prose if field not in own)
    signed = () if paper.key in UNSIGNED else (*_block(1), RECIPIENTS)
    left = (*number, PAPER_FIELDS[1], PLACE, *said) if signed else (*number, PAPER_FIELDS[1])
    right = signed or (PLACE, *said)
    marks = _marks(paper.key, facts, profile)
    return Layout(
        (*left, *right),
        tuple((Section("", tuple(field.name for field in side)),) for side in (left, right)),
        own,
        _usual(paper.key, facts),
        () if paper.key in UNSIGNED else _block(2),
        marks,
        _two_columns(marks),
    )


def _prose(key: str) -> tuple[Field, ...]:
    found = wordings.worded(key)
    if found is None:
        return ()
    fields = [SUBJECT] if found.subject else []
    fields += [SENT_TO] if found.addressees else []
    return (*fields, *(_own(line) for line in found.lines if line.own))


def _own(line: Line) -> Field:
    left_out = "Để trống thì không in" if line.optional else "Soạn riêng cho hội nghị này"
    return Field(f"{OWN}{line.key}", line.label, Kind.LONG, hint=left_out)


def _block(place: int) -> tuple[Field, ...]:
    end = NAMED[place]
    return (
        Field(f"authority_{place}", f"Quyền hạn ký{end}", suggestions=AUTHORITIES),
        Field(f"post_{place}", f"Chức vụ{end}", suggestions=POSTS),
        Field(f"person_{place}", f"Người ký{end}", Kind.LINK, target="person"),
    )


def _usual(key: str, facts: Meeting) -> dict[str, str]:
    """The place of the office, and what the wording gives, in the words of this meeting."""
    known = field_values.of_meeting(facts)
    shipped = wordings.sentences(key, facts.head.family)
    texts = {one.key: facts.wording.get(one.key) or one.text for one in shipped}
    filled = {
        name: "\n".join(
            filling.plain(line, known) for line in texts.get(name, "").split("\n") if line.strip()
        )
        for name in (SUBJECT.name, SENT_TO.name)
    }
    return {PLACE.name: facts.office.place_name if facts.office else "", **filled}


def _marks(key: str, facts: Meeting, profile: str) -> tuple[Field, ...]:
    form = styles.form(profile)
    family = [one for one in styles.forms().values() if one.family == facts.head.family]
    fields = mark_fields(
        form.urgencies,
        tuple(one.words for one in form.circulations),
        tuple(Choice(one.name, one.title) for one in family),
        form.styles["drafter"].caps,
    )
    return tuple(field for field in fields if field.name != "sheet" or key in ON_SMALL_SHEETS)


def _two_columns(fields: tuple[Field, ...]) -> tuple[tuple[Section, ...], ...]:
    names = [field.name for field in fields]
    half = (len(names) + 1) // 2
    return (Section("", tuple(names[:half])),), (Section("", tuple(names[half:])),)


# -- between what is kept and what stands in the fields


def shown(kept: Mapping[str, Any], facts: Meeting) -> Values:
    """What stands in the fields; recipients that hold fields are shown as they print."""
    known = field_values.of_meeting(facts)
    sections = kept["sections"]
    values: Values = {name: kept[name] for name in kept if name not in ("sections", "signatures")}
    values |= {name: sections.get(name, "") for name in (SUBJECT.name, SENT_TO.name)}
    values |= {f"{OWN}{key}": text for key, text in sections.items()}
    values["recipients"] = "\n".join(_as_printed(line, known) for line in kept["recipients"])
    for place, block in zip(BLOCKS, kept["signatures"], strict=False):
        values |= {
            f"authority_{place}": block.authority,
            f"post_{place}": block.post,
            f"person_{place}": block.person,
        }
    return values


def _as_printed(line: str, known: Known) -> str:
    parts = filling.fill(line, known)
    return filling.plain(line, known) if filling.is_known(parts) else line


def given(before: Values, after: Values, kept: Mapping[str, Any], names: set[str]) -> Values:
    """Of the fields named, what was changed, as db.papers.save takes it.

    Feet that were proposed and not touched keep following the roles and the wording.
    """
    changed = {name for name in names if after.get(name) != before.get(name)}
    feet = {f"{part}_{place}" for part in ("authority", "post", "person") for place in BLOCKS}
    prose = {name for name in changed if name.startswith(OWN) or name in (SUBJECT.name, SENT_TO.name)}
    plain = changed - feet - prose - {"recipients"}
    found: Values = {name: after[name] for name in plain}
    if prose:
        found["sections"] = {name.removeprefix(OWN): after[name] for name in prose}
    if "recipients" in changed:
        found["recipients"] = tuple(line for line in after["recipients"].splitlines() if line.strip())
    if changed & feet:
        found["signatures"] = tuple(_signed(after, kept["signatures"]))
    return found


def _signed(values: Values, kept: tuple[Signed, ...]) -> list[Signed]:
    """The blocks as typed; what a block holds beside goes on with it, further blocks stay."""
    blocks = []
    for place in BLOCKS:
        old = kept[place - 1] if place <= len(kept) else Signed("")
        words = {part: values.get(f"{part}_{place}") or "" for part in ("authority", "post")}
        block = old._replace(**words, person=values.get(f"person_{place}"))
        if block.authority or block.post or block.person:
            blocks.append(block)
    return [*blocks, *kept[len(BLOCKS) :]]
