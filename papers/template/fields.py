"""The fields of an office's Word file and their values: sentences, and the parts of the paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from papers import call_values, catalogue, field_values, letters, worded
from papers.content import Block, Document, Grid, Paragraph, Section
from papers.field_values import numbered
from papers.filling import Parts, Values
from papers.template import bodies, body_values
from papers.template.sayings import DATED, NUMBERED, SIGNED_BY
from papers.worded import TIE
from rules import markers, wordings
from rules.facts import Meeting, Plan
from rules.marker_names import Name, names_of
from rules.papers import paper
from rules.wordings import Line

# Parts of the letterhead by the style that our own papers give them, in the order of the page.
HEAD = {
    "superior": Name("Tiêu đề cấp trên", "Dòng trên tên cơ quan ban hành, in hoa"),
    "issuer": Name("Tiêu đề cơ quan", "Tên cơ quan ban hành ở đầu văn bản, in hoa, đã ngắt dòng"),
    "number": Name("Dòng số ký hiệu", "Cả dòng: Số 05-TB/ĐUK"),
    "letter_subject": Name("Trích yếu công văn", "Trích yếu dưới số của công văn"),
    "urgency": Name("Độ khẩn", "KHẨN, HỎA TỐC …"),
    "draft": Name("Dự thảo", "Dự thảo lần 2"),
    "place_date": Name("Dòng ngày tháng", "Cả dòng: Mẫu, ngày 21 tháng 8 năm 2019"),
    "type": Name("Tên loại", "Tên loại văn bản, in hoa"),
    "author": Name("Tác giả", "Dòng dưới tên loại: CỦA BAN THƯỜNG VỤ …"),
    "subject": Name("Trích yếu", "Trích yếu của văn bản"),
    TIE: Name("Dòng kèm theo", "(Kèm theo Giấy mời số 12-GM/ĐUK, ngày 15/8/2019)"),
}
SIGNED = {
    "authority": Name("Quyền hạn ký", "T/M BAN THƯỜNG VỤ"),
    "post": Name("Chức vụ ký", "PHÓ BÍ THƯ"),
    "signer": Name("Họ tên người ký", "Họ và tên người ký"),
}
ADDRESSED = Name("Kính gửi", "Kính gửi, kính trình và các nơi nhận ở đầu", block=True)
BODY = Name("Nội dung văn bản", "Toàn bộ phần thân như văn bản có sẵn", block=True)
SENT = Name("Nơi nhận", "“Nơi nhận:” và các dòng dưới", block=True)
SIGNATURE = Name("Chữ ký", "Quyền hạn, chức vụ, chỗ ký, họ tên", block=True)
LEFT = Name("Chữ ký bên trái", "Chữ ký thứ nhất của văn bản có hai người ký", block=True)
BASES = Name("Các căn cứ", "Các dòng căn cứ, có dấu theo thể thức", block=True)
CONTACT = Name("Thông tin liên hệ", "Địa chỉ, điện thoại cuối văn bản", block=True)
BLOCKS = {
    "addressed": ADDRESSED, "addressee": ADDRESSED, "recipients": SENT, "recipient": SENT, "drafter": SENT,
    "authority": SIGNATURE, "post": SIGNATURE, "signature_space": SIGNATURE, "signer": SIGNATURE,
    "contact_line": CONTACT, "contact": CONTACT, "basis": BASES,
}  # fmt: skip
FRAME = {
    "party",
    "party_line",
    "country",
    "motto",
    "motto_line",
    "star",
    "issuer_line",
    "subject_line",
    "separator",
}
APPENDICES = 3
APPENDIX = "Phụ lục"
OWN = " (soạn riêng)"  # told apart from a field of the same name


class Own(NamedTuple):
    """A line typed anew for every meeting, as a field."""

    name: Name
    line: Line
    place: int


def names(key: str) -> tuple[Name, ...]:
    """Every field that a Word file for that paper may hold."""
    given = [*names_of(paper(key).record), *(one.name for one in own(key))]
    given += [
        *bodies.NAMES.get(key, ()),
        *HEAD.values(),
        *SIGNED.values(),
        ADDRESSED,
        BASES,
        BODY,
        SENT,
        LEFT,
        SIGNATURE,
        CONTACT,
    ]
    given += [
        Name(f"{APPENDIX} {n}", "Phụ lục kèm theo văn bản", block=True) for n in range(1, APPENDICES + 1)
    ]
    return tuple({markers.key(name.label): name for name in reversed(given)}.values())[::-1]


def own(key: str) -> list[Own]:
    """The lines of the paper that are typed anew, each a field that stands alone in its paragraph."""
    known = {markers.key(name.label) for name in names_of(paper(key).record)}
    known |= {markers.key(name.label) for name in (*HEAD.values(), *SIGNED.values(), *BLOCKS.values(), BODY)}
    found = wordings.worded(key)
    made = []
    for place, line in enumerate(found.lines if found else ()):
        if line.own:
            label = line.label + (OWN if markers.key(line.label) in known else "")
            known.add(markers.key(label))
            made.append(Own(Name(label, "Phần soạn riêng cho từng hội nghị", block=True), line, place))
    return made


def is_serial(key: str) -> bool:
    return key in letters.PEOPLE + letters.UNITS


def is_headed(key: str) -> bool:
    """The paper has the letterhead of the form."""
    return bool(paper(key).type_name)


def unasked(key: str) -> frozenset[str]:
    """The elements of the form that the paper may go without, by the labels of papers.template.sayings."""
    found = wordings.worded(key)
    signed = {DATED, SIGNED_BY} if not (found and found.signer) else set()
    return frozenset() if paper(key).type_code else frozenset({NUMBERED, *signed})


def values(key: str, facts: Meeting | Plan, composed: Document | None = None) -> list[Values]:
    """What the fields stand for, once for every letter of a serial paper and once for any other."""
    document = composed or catalogue.compose(key, facts)
    if isinstance(facts, Plan):
        whole = body_values.knowing(key, facts, field_values.of_plan(facts), document)
        return [_whole(whole, document.sections, {})]
    facts = worded.typed(key, facts)
    base = field_values.of_meeting(facts)
    if not is_serial(key):
        base = body_values.knowing(key, facts, base, document)
        return [_whole(base, document.sections, _own_blocks(key, facts, base))]
    called = letters.by_unit(facts) if key in letters.UNITS else letters.by_person(facts)
    known = [
        base.knowing(one.values(), {"Đại biểu": numbered(call_values.delegates(one.people))})
        for one in called
    ] or [base]
    return [
        _whole(one, (section,), _own_blocks(key, facts, one))
        for one, section in zip(known, document.sections, strict=True)
    ]


def _own_blocks(key: str, facts: Meeting, known: Values) -> dict[str, Sequence[Block]]:
    """Each line typed anew as it stands among the others, so that its number is right."""
    found = wordings.worded(key, facts.head.family)
    if found is None:
        return {}
    made: dict[str, Sequence[Block]] = {}
    for one in own(key):
        if one.line.optional and not facts.sections.get(one.line.key, "").strip():
            made[markers.key(one.name.label)] = ()
            continue
        before, upto = (
            worded.body(found._replace(lines=found.lines[:last]), facts, known)
            for last in (one.place, one.place + 1)
        )
        made[markers.key(one.name.label)] = upto[len(before) :]
    return made


def _whole(base: Values, sections: Sequence[Section], own_lines: Mapping[str, Sequence[Block]]) -> Values:
    """The values of the sentences with those of the parts of the paper beside them."""
    first, *more = sections
    held: dict[str, list[Paragraph]] = {}
    for one in paragraphs(first.blocks):
        held.setdefault(one.style, []).append(one)
    single = {
        **{markers.key(name.label): _lines(held.get(style, [])) for style, name in HEAD.items()},
        **{markers.key(name.label): _lines(held.get(style, [])[:1]) for style, name in SIGNED.items()},
    }
    blocks: dict[str, list[Block]] = {markers.key(name.label): [] for name in {*BLOCKS.values(), BODY}}
    for one in paragraphs(first.blocks):
        if one.style in BLOCKS and one != Paragraph("recipient"):
            blocks[markers.key(BLOCKS[one.style].label)].append(one)
    left = _left(first.blocks)
    blocks[markers.key(LEFT.label)] = left
    if left:
        signed = blocks[markers.key(SIGNATURE.label)]
        blocks[markers.key(SIGNATURE.label)] = signed[len(left) :]
    blocks[markers.key(BODY.label)] = body(first.blocks)
    for place in range(1, APPENDICES + 1):
        section = more[place - 1] if place <= len(more) else Section(())
        blocks[markers.key(f"{APPENDIX} {place}")] = list(section.blocks)
    return replace(base, single={**base.single, **single}, blocks={**base.blocks, **own_lines, **blocks})


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Every paragraph outside ruled tables, in reading order."""
    yield from Document("", "", (Section(tuple(blocks)),)).paragraphs()


def _left(blocks: Sequence[Block]) -> list[Block]:
    """The first of two signatures that stand side by side."""
    for block in blocks:
        for row in block.rows if isinstance(block, Grid) else ():
            signed = [cell for cell in row if any(one.style == "signature_space" for one in cell)]
            if len(signed) > 1:
                return list(signed[0])
    return []


def body(blocks: Sequence[Block]) -> list[Block]:
    """What stands between the letterhead and the feet."""
    framed = {*HEAD, *FRAME, *BLOCKS} - {"basis", TIE}
    return [
        block
        for block in blocks
        if not (isinstance(block, Paragraph) and block.style in framed)
        and not (isinstance(block, Grid) and any(one.style in framed for one in paragraphs([block])))
    ]


def _lines(found: Sequence[Paragraph]) -> Parts:
    parts: list[object] = []
    for number, one in enumerate(found):
        parts += [*(["\n"] if number else []), *(run.text if not run.blank else run for run in one.runs)]
    return tuple(parts)  # type: ignore[arg-type]
