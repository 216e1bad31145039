"""What a text asks to be done: conclusions, assignments and the lines of a plan."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rules.dates import VagueDate
from rules.reading.found import Directive, Found, Phase, Task, Window
from rules.reading.source import Paragraph, Part, Source
from rules.reading.words import BODY, DUE, read_time

NOUN = "".join(
    f"(?<!{word} )"
    for word in (
        "theo",
        "đáp ứng",
        "đúng",
        "những",
        "các",
        "với",
        "đích,",
        "nhiệm vụ,",
        "và",
        "một số",
        "đạt",
    )
)
ASKS = re.compile(
    rf"(?:{NOUN}\byêu cầu|\bđề nghị|\bgiao(?:\s+nhiệm vụ)?(?:\s+cho)?)(?=\s|:)(?!\s+(?:của|về|đặt ra"
    rf"|nhiệm vụ|lưu|thông|dịch|hữu|ban\s+(?:bí|báo|công|quý|tháng|tuần|giữa|với|định|hội)"
    rf"|ban\b(?=[,.;])))\s*:?\s*"
)
WEAK = re.compile(r"đề nghị")
MODAL = re.compile(
    r"\b(?:phải|cần|tập trung|có trách nhiệm|chịu trách nhiệm|chủ trì|tiếp tục|khẩn trương|chủ động"
    r"|nghiêm túc|thực hiện tốt)\b\s*"
)
DROPPED_MODAL = re.compile(r"(?:phải|cần|có trách nhiệm|chịu trách nhiệm)\s+")
WORK = (
    r"(?:xây dựng|thành lập|ban hành|phân công|tổ chức|triển khai|quán triệt|hoàn thành|rà soát|lập|gửi"
    r"|nộp|báo cáo"
    r"|chuẩn bị|dự thảo|tham mưu|hướng dẫn|kiểm tra|theo dõi|đôn đốc|tổng hợp|bố trí|kiện toàn"
    r"|thực hiện|tuyên truyền"
    r"|đăng ký|rút kinh nghiệm|khắc phục|nắm|thẩm định|cử|mời|in|phục vụ|tiến hành|đẩy mạnh|nâng cao"
    r"|tăng cường|làm tốt)"
)
BEGINS = re.compile(rf"\b{WORK}\b")
# After a comma only what makes a thing of its own begins a task; "quán triệt, triển khai" is one.
ALSO = re.compile(
    r",\s+(?:đồng thời\s+)?(?=(?:thành lập|ban hành|phân công|kiện toàn|tổ chức (?:đại hội|hội nghị"
    r"|tuyên truyền|lớp))\s)"
)
LEAST_BEFORE = 4  # words before such a comma
COORDINATED = re.compile(
    r"(?:,\s*)?(?:chủ trì,?\s*)?phối hợp (?:với|cùng)\s+(?P<who>[^;.\n]{3,160}?)(?=,?\s+"
    + WORK
    + r"\b|[;.\n]|$)"
)
ORDER = re.compile(
    r"(?:(?:thứ|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
    r"|là)\s*[,:]?\s+"
    r"|[-–+*•]\s+|\(?\d{1,2}[.)]\s+|[a-zđ]\)\s+|và\s+|đồng thời,?\s+)+"
)
MARK = re.compile(r"(?:[-–+*•]|\d{1,2}(?:\.\d{1,2})?[.)/-]?|[a-zđ]\))\s+")
OPENING = re.compile(r"[^:;.\n]{0,150}:\s*(?=một là|thứ nhất|\(?1[.)]|[-–+]\s)")
SECTION = re.compile(r"(?:[ivx]{1,4}|\d{1,2})\s*[.\-–)/]+\s*(?P<name>.{3,80})")
OWNED = re.compile(r"(?P<who>[^:.;\n]{3,140}):\s+(?=\S)")
HEADINGS = {
    "organisation": ("tổ chức thực hiện", "phân công thực hiện", "phân công nhiệm vụ"),
    "content": ("nội dung", "nhiệm vụ"),
}
CHAIRED = re.compile(r"(?:^|[;,(]\s*)(?P<who>[^();,:\n]{3,80}?)\s+chủ trì(?:\s+thực hiện)?\)?\W*$")
OWNERS = re.compile(r"(?:các|mỗi|từng|bí thư|thủ trưởng|trưởng|đồng chí)\s")
MOST_LINES = 60
LEAST = 8  # letters of a task


Cited = Sequence[tuple[int, int]]  # where a document is named and its place in Proposals.directives


class Scope(NamedTuple):
    """Where tasks stand: from `start` to `end`, whose they are, how sure."""

    start: int
    end: int
    lead: Part
    sure: bool


@dataclass(frozen=True)
class _Where:
    """The heading and stage a line of a plan stands under."""

    section: str = ""
    phase: str = ""


def read_tasks(source: Source, directives: Sequence[Directive], known: Sequence[Found]) -> list[Task]:
    """Tasks in the order of the text, what each leaves open empty.

    `known`: stages and windows already read, whose lines are no tasks.
    """
    stages = {one.start: one.key for one in known if isinstance(one, Phase)}
    windows = sorted(one.start for one in known if isinstance(one, Window))
    cited = sorted((start, place) for place, one in enumerate(directives) for start, _ in one.mentions)
    found: list[Task] = []
    where = _Where()
    skip = -1
    for place, paragraph in enumerate(source.paragraphs):
        where = _under(source, paragraph, where, stages)
        if place <= skip:
            continue
        if where.section == "organisation" and (scope := _owned(source, paragraph)):
            found += _split(source, scope, cited)
            continue
        if where.section == "content" and where.phase and not _told(source, paragraph, stages, windows):
            line = _line(source, paragraph)
            if not line:
                continue
            found += _split(source, line, cited, where.phase, whole=True)
            continue
        for scope in _asked(source, paragraph):
            if scope.end - scope.start < LEAST:
                below = _listed(source, place)
                skip = place + len(below)
                for one in below:
                    found += _split(source, Scope(one.start, one.end, scope.lead, scope.sure), cited)
            else:
                found += _split(source, scope, cited)
    return found


def _told(source: Source, paragraph: Paragraph, stages: Mapping[int, str], windows: Sequence[int]) -> bool:
    """The paragraph is the heading of a stage or a window."""
    start, end = source.place(paragraph.start, paragraph.end)
    place = bisect_left(windows, start)
    return start in stages or (place < len(windows) and windows[place] < end)


def _under(source: Source, paragraph: Paragraph, where: _Where, stages: dict[int, str]) -> _Where:
    """A new heading or stage, where the paragraph is one."""
    first = source.place(paragraph.start, paragraph.end)[0]
    if first in stages:
        return _Where(where.section or "content", stages[first])
    section = SECTION.fullmatch(source.low, paragraph.start, paragraph.end)
    if not section or source.words[paragraph.end - 1] in ";,.":
        return where
    for key, words in HEADINGS.items():
        if section["name"].startswith(words):
            return _Where(key)
    roman = source.low[paragraph.start] in "ivx"
    return _Where() if roman else where


def _owned(source: Source, paragraph: Paragraph) -> Scope | None:
    """ "1. Văn phòng Đảng ủy: theo dõi, đôn đốc …" below "Tổ chức thực hiện"."""
    mark = MARK.match(source.low, paragraph.start, paragraph.end)
    start = mark.end() if mark else paragraph.start
    who = OWNED.match(source.low, start, paragraph.end)
    if not who or not BODY.match(source.low, start, who.end()):
        return None
    return Scope(who.end(), paragraph.end, Part(*who.span("who")), True)


def _line(source: Source, paragraph: Paragraph) -> Scope | None:
    mark = MARK.match(source.low, paragraph.start, paragraph.end)
    if not mark or paragraph.end - mark.end() < LEAST:
        return None
    chaired = CHAIRED.search(source.low[mark.end() : paragraph.end])
    if chaired and BODY.match(chaired["who"]):
        lead = Part(mark.end() + chaired.start("who"), mark.end() + chaired.end("who"))
        return Scope(mark.end(), mark.end() + chaired.start(), lead, True)
    return Scope(mark.end(), paragraph.end, Part(0, 0), True)


def _listed(source: Source, place: int) -> list[Paragraph]:
    """The dashed or numbered lines below "yêu cầu:"."""
    found: list[Paragraph] = []
    kind = ""
    for paragraph in source.paragraphs[place + 1 : place + MOST_LINES]:
        mark = MARK.match(source.low, paragraph.start, paragraph.end)
        mark = mark or ORDER.match(source.low, paragraph.start, paragraph.end)
        mine = "figure" if mark and mark[0][0].isdigit() else "sign" if mark else ""
        kind = kind or mine
        if not mine or mine != kind:
            break
        found.append(paragraph)
    return found


def _asked(source: Source, paragraph: Paragraph) -> Iterator[Scope]:
    for number, sentence in enumerate(paragraph.sentences):
        asks = ASKS.search(source.low, sentence.start, sentence.end)
        mark = MARK.match(source.low, sentence.start, sentence.end)
        first = mark.end() if mark else sentence.start
        if not asks or (source.words[asks.start()].isupper() and asks.start() > first):
            continue
        body = _body_at(source, asks.end(), sentence.end)
        if body:
            begins = body.start
            sure = not WEAK.match(asks[0]) and not (number == 0 and _is_heading(source, paragraph))
            yield Scope(begins, sentence.end, Part(asks.end(), body.end), sure)


def _is_heading(source: Source, paragraph: Paragraph) -> bool:
    return source.words[paragraph.end - 1] not in ".;:…"


def _body_at(source: Source, at: int, end: int) -> Part | None:
    """Where the work begins and where the words of who is asked end; None where no work is named."""
    modal = MODAL.search(source.low, at, min(end, at + 250))
    work = BEGINS.search(source.low, at, min(end, at + 250))
    if modal and (not work or modal.start() <= work.start()):
        dropped = DROPPED_MODAL.match(source.low, modal.start(), end)
        return Part(dropped.end() if dropped else modal.start(), modal.start())
    if work:
        return Part(work.start(), work.start())
    if source.words[at:end].rstrip() in ("", ":") or source.low[max(0, at - 2) : at].strip() == ":":
        return Part(end, at)
    return Part(end, end - 1) if source.words[end - 1] == ":" else None


def _split(
    source: Source, scope: Scope, cited: Cited, phase: str = "", whole: bool = False
) -> Iterator[Task]:
    """The tasks of a scope: parted by semicolons, and by commas before work that makes a thing of its own."""
    start, end = scope.lead
    start += len(source.low[start:end]) - len(source.low[start:end].lstrip())
    known = BODY.match(source.low, start, end) or OWNERS.match(source.low, start, end)
    lead = source.said(start, end) if known else ""
    opening = OPENING.match(source.low, scope.start, scope.end)
    begin = start = opening.end() if opening else scope.start
    for cut in re.finditer(r";|$", source.low[start : scope.end]):
        stop = begin + cut.start()
        for part in (Part(start, stop),) if whole else _by_comma(source, start, stop):
            yield from _task(source, part, lead, scope.sure, cited, phase)
        start = stop + 1


def _by_comma(source: Source, start: int, end: int) -> Iterator[Part]:
    for comma in ALSO.finditer(source.low, start, end):
        if len(source.words[start : comma.start()].split()) >= LEAST_BEFORE:
            yield Part(start, comma.start())
            start = comma.end()
    yield Part(start, end)


def _task(source: Source, part: Part, lead: str, sure: bool, cited: Cited, phase: str) -> Iterator[Task]:
    start = (
        part.start
        + len(source.words[part.start : part.end])
        - len(source.words[part.start : part.end].lstrip())
    )
    order = ORDER.match(source.low, start, part.end)
    start = order.end() if order else start
    end = start + len(source.words[start : part.end].rstrip(" ,;.…:"))
    if end - start < LEAST:
        return
    due, content_end = _due(source, start, end)
    together = COORDINATED.search(source.low, start, end)
    others = _bodies(source, together) if together else ()
    content = _content(source, start, content_end, together)
    first, last = source.place(start, end)
    named = cited[bisect_left(cited, (first, 0)) : bisect_left(cited, (last, 0))]
    if len(content) >= LEAST:
        yield Task(
            **source.found(start, end), content=content, lead=lead, coordinating=others, due=due,
            phase=phase, directives=tuple(dict.fromkeys(place for _, place in named)), sure=sure,
        )  # fmt: skip


def _content(source: Source, start: int, end: int, together: re.Match[str] | None) -> str:
    """The words of the work alone: without who works together, if that stands at the beginning."""
    lead = re.match(r"chủ trì(?:,\s*)?", source.low[start:end])
    if together and together.end() < end and together.start() <= start + (lead.end() if lead else 0):
        start = together.end()
    elif lead:
        start += lead.end()
    words = source.said(start, end)
    return words[:1].upper() + words[1:]


def _due(source: Source, start: int, end: int) -> tuple[VagueDate | None, int]:
    """The time it must be done by, and the end of the words before it where it stands last."""
    for hit in DUE.finditer(source.plain, start, end):
        words = source.said(*hit.span("when"))
        when = read_time(words) or VagueDate(words, None, None)
        last = hit.end() >= end - 1 and hit["verb"] and not hit["verb"].startswith(("gui", "nop", "bao"))
        return when, hit.start() if last or hit.end() >= end - 1 and not hit["verb"] else end
    return None, end


def _bodies(source: Source, together: re.Match[str]) -> tuple[str, ...]:
    start, end = together.span("who")
    joins = re.finditer(r",\s+(?:và\s+)?|\s+và\s+", source.low[start:end])
    cuts = [start, *(at for hit in joins if BODY.match(source.low, at := start + hit.end(), end))]
    parts = zip(cuts, [*cuts[1:], end], strict=True)
    return tuple(re.sub(r"\s+và$", "", source.said(*part)) for part in parts)
