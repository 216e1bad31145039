"""Rules of type and subject, of the letter without a type, of whom a paper speaks to (TT-1, TT-2, NN-2)."""

from __future__ import annotations

from papers.checking import vocabulary
from papers.checking.findings import Desk
from papers.checking.judging import figure, judge, judge_part_line, size_of, span, wrong_sizes
from papers.checking.lines import Line
from papers.forms import LETTER, Range
from rules.text import fold, respell

PROPOSAL = "Tờ trình"
# Papers that may speak to somebody without being a letter or a proposal.
SPEAKING = ("giay", "phieu", "thu ", "bao cao")


def check(desk: Desk) -> None:
    parts = desk.paper.parts
    if not parts.family:
        return
    if parts.is_letter:
        _letter(desk)
    else:
        _type(desk)
        _subject(desk)
        _separator(desk)
    _addressed(desk)


# -- TT-1


def _type(desk: Desk) -> None:
    parts = desk.paper.parts
    line = parts.type
    if line is None:
        if parts.number is not None:
            names = [one.name for one in desk.form.types if one.code == parts.code and one.code != LETTER]
            wanted = f"dòng {names[0].upper()}" if names else "tên loại văn bản"
            at: Line | str = parts.subject[0] if parts.subject else "phần đầu văn bản"
            desk.report("TT-1", at, "không thấy tên loại văn bản", f"{wanted} ở giữa trang, trên trích yếu")
        return
    judge(desk, "TT-1", line, "type", "tên loại")
    _middle(desk, line, "tên loại")
    named = parts.type_name.upper()
    if named and not respell(line.text.upper(), "ủy").startswith(named):
        desk.report("TT-1", line, f"tên loại ghi {line.text}", f"tên loại ghi {named}")


def _middle(desk: Desk, line: Line, name: str) -> None:
    if line.align != "center" and line.para.spot.kind == "body":
        desk.report("TT-1", line, f"{name} không ở giữa trang", f"{name} ở giữa trang")


def _subject(desk: Desk) -> None:
    parts = desk.paper.parts
    between = Range(size_of(desk.form, "subject").least, size_of(desk.form, "type").most)
    for line in parts.author:
        judge(desk, "TT-1", line, "author", "dòng tác giả", sizes=between)
    if not parts.subject:
        if parts.number is not None and parts.type is not None:
            desk.report("TT-1", parts.type, "không thấy trích yếu", "trích yếu dưới tên loại")
        return
    if all(line.upper for line in parts.subject) and _are_words(" ".join(one.text for one in parts.subject)):
        desk.report("TT-1", parts.subject[0], "trích yếu in hoa", "trích yếu in thường")
    for line in parts.subject:
        judge(desk, "TT-1", line, "subject", "trích yếu")
    _middle(desk, parts.subject[0], "trích yếu")


def _are_words(text: str) -> bool:
    """Two words or more: a letter or a short name alone says nothing of capitals."""
    return sum(len(word) > 1 and word.isalpha() for word in text.split()) > 1


def _separator(desk: Desk) -> None:
    parts, form = desk.paper.parts, desk.form
    line = parts.separator
    mark = form.subject_mark
    if line is not None:
        _middle(desk, line, "dấu dưới trích yếu")
    if line is not None and line.text != mark:
        expected = f"đúng năm gạch nối {mark}" if mark else "đường kẻ liền, không đánh dấu gạch"
        desk.report("TT-1", line, f"dưới trích yếu ghi {line.text}", expected)
    elif line is None and mark and (parts.type is not None or parts.subject):
        at: Line | str = parts.subject[-1] if parts.subject else parts.type or "phần đầu văn bản"
        desk.report("TT-1", at, "dưới trích yếu không có năm gạch nối", f"dòng {mark} dưới trích yếu")
    elif line is None and not mark:
        judge_part_line(desk, "TT-1", parts.subject, "trích yếu")


# -- TT-2


def _letter(desk: Desk) -> None:
    parts = desk.paper.parts
    if parts.type is not None:
        desk.report("TT-2", parts.type, "công văn có ghi tên loại", "công văn không ghi tên loại")
    _letter_subject(desk)
    if not parts.addressed:
        desk.report(
            "TT-2", "phần đầu văn bản", "công văn không có Kính gửi", "dòng Kính gửi: ở trên nội dung"
        )
    feet = desk.paper.feet
    if feet.items and not any("nhu tren" in line.plain for item in feet.items for line in item):
        desk.report("TT-2", feet.items[0][0], "Nơi nhận không có dòng Như trên", "dòng đầu là - Như trên")


def _letter_subject(desk: Desk) -> None:
    parts, rule = desk.paper.parts, desk.form.letter_subject
    if not parts.letter_subject:
        at: Line | str = parts.number or "phần đầu văn bản"
        desk.report("TT-2", at, "dưới số văn bản không có trích yếu", "trích yếu công văn dưới số và ký hiệu")
        return
    for line in parts.letter_subject:
        judge(desk, "TT-2", line, "letter_subject", "trích yếu công văn")
    first = parts.letter_subject[0]
    if rule.prefix and not fold(first.text).startswith(fold(rule.prefix)):
        desk.report(
            "TT-2", first, f"trích yếu ghi {first.text}", f"trích yếu bắt đầu bằng {rule.prefix.strip()}"
        )


# -- NN-2


def _addressed(desk: Desk) -> None:
    parts, form = desk.paper.parts, desk.form
    named = parts.type_name
    if not parts.addressed:
        if named == PROPOSAL:
            word = form.address.get(PROPOSAL, form.address["other"])
            desk.report(
                "NN-2", "phần đầu văn bản", f"tờ trình không có {word}", f"dòng {word}: dưới trích yếu"
            )
        return
    first = parts.addressed[0]
    if named and named != PROPOSAL and not parts.is_letter and not fold(named).startswith(SPEAKING):
        found = f"{named} có dòng {first.text.partition(':')[0]}"
        desk.report("NN-2", first, found, "chỉ công văn và tờ trình có Kính gửi, Kính trình")
        return
    word = form.address.get(PROPOSAL if named == PROPOSAL else "", form.address["other"])
    if not first.text.startswith(f"{word}:"):
        desk.report("NN-2", first, f"ghi {first.text[: len(word) + 1]}", f"ghi {word}: có dấu hai chấm")
    _word(desk, first, len(word) + 1)
    _names(desk, parts.addressed)


def _word(desk: Desk, line: Line, length: int) -> None:
    """The look of the word itself; the names behind it have another."""
    rule = "TT-2" if desk.paper.parts.is_letter else "NN-2"
    pieces, left = [], length
    for piece in line.pieces:
        if left > 0 and piece.text.strip():
            pieces.append(piece)
        left -= len(piece.text)
    own = Line(line.para, line.text[:length], tuple(pieces[:1]), line.side, line.align)
    judge(desk, rule, own, "addressed", "chữ " + own.text.rstrip(": "), bold=None)


def _names(desk: Desk, addressed: list[Line]) -> None:
    allowed = size_of(desk.form, "addressee")
    rule = "TT-2" if desk.paper.parts.is_letter else "NN-2"
    for line in addressed:
        if sizes := wrong_sizes([line], allowed):
            found = f"nơi kính gửi: cỡ chữ {', '.join(map(figure, sizes))}"
            desk.report(rule, line, found, f"nơi kính gửi: cỡ chữ {span(allowed)}")
    rows = [line for line in addressed[1:] if vocabulary.is_listed(line)]
    between, last = desk.form.marks["addressee"]
    for place, line in enumerate(rows, 1):
        mark = last if place == len(rows) else between
        if not line.text.endswith(mark):
            desk.report(
                "NN-2", line, f"cuối dòng không có dấu {mark}", f"các dòng cách nhau bằng dấu {between}"
            )
