"""Times in a text: windows of congresses, stages of a plan, units chosen for a congress of its own kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rules import spans, weekdays
from rules.reading.found import DIRECT, MODEL, Congress, Doubt, Moment, Phase, Window
from rules.reading.people import goes_on
from rules.reading.source import Part, Source
from rules.reading.words import BODY, DAY, LONGEST_TIME, MOMENT, STOP, read_time
from rules.text import fold

SEGMENT = re.compile(r"[^;\n]+")
WHOM = re.compile(
    r"(?:[-–+*•]|\d{1,2}[.)]|[a-zđ]\))?\s*(?:(?:về )?thời gian[^:]{0,60}:\s*)?(?:đối với\s+)?(?:(?:các"
    r"|những)\s+)?"
    r"(?P<whom>(?:đại hội|cấp|đảng bộ|chi bộ|đảng ủy|chi ủy|các cấp|tổ đảng|ở cấp)(?!\w)[^:;.\n]{0,120}?)"
    r"(?:\s*\([^)\n]{0,60}\))?\s*(?P<join>:|,)?\s*"
    r"(?P<when>(?:(?:đại hội|tiến hành|tổ chức|thời gian)\s+)*(?:dự kiến|bắt đầu|hoàn thành|tiến hành"
    r"|tổ chức|kết thúc|xong|từ|trong|trước"
    r"|đầu|giữa|cuối|tháng|quý|chậm nhất|muộn nhất|đến)\s.*)",
    re.DOTALL,
)
ABOUT_CONGRESS = re.compile(r"đại hội")
MOST_WORDS = 8  # of a kind of units before a verb, with no mark between
ACTS = re.compile(r"(?:hoàn thành|tiến hành|bắt đầu|kết thúc|xong|tổ chức)\s")
SAME = re.compile(r"^(?:tổ chức|tiến hành|thời gian)\s+")
MODEL_WORDS = re.compile(
    r"(?:(?:là|làm)\s+(?:các\s+)?)?(?:đơn vị\s+)?(?:được\s+)?(?:chọn\s+)?(?:tổ chức\s+|tiến hành\s+)?"
    r"(?:đại hội|làm)\s+điểm(?!\w)"
)
MODEL_OF = re.compile(r"đại hội điểm\s*(?:của|ở|tại|:)\s*")
DIRECT_WORDS = re.compile(
    r"(?:(?:thực hiện|tiến hành|được chọn|làm)\s+)?(?:đại hội\s+)?thí điểm\s+(?:việc\s+|đại hội\s+)?"
    r"(?:trực tiếp bầu|bầu trực tiếp|bầu)[^.;,\n]{0,20}?\s(?:bí thư|ban thường vụ)"
)
UNIT = re.compile(r"\b(?:đảng bộ|chi bộ|đảng ủy)\s")
AND = re.compile(r"\s*(?:,|;|\bvà\b)\s*(?=(?:đảng bộ|chi bộ|đảng ủy)\s)")
BACK = 260  # letters before the words of a chosen congress in which its units stand
PHASE = re.compile(
    r"(?:[-–+*•]|\d{1,2}[.)]|[ivx]{1,4}[.\-)]|[a-zđ]\))?\s*(?:giai đoạn\s*(?:\d"
    r"|[ivx]{1,3})?\s*[.:,–-]?\s*\(?)?"
    r"(?P<key>trước|trong|sau)\s+(?:thời gian\s+|khi\s+)?(?:tổ chức\s+|tiến hành\s+"
    r"|diễn ra\s+)?(?:đại hội|hội nghị)\)?"
    r"\s*(?:[(:,–-]\s*(?P<when>[^)\n]{4,90})\)?)?\s*:?"
)
PHASES = {"trước": "before", "trong": "during", "sau": "after"}
ANY_DAY = re.compile(rf"(?<![\w/.-]){DAY}(?![\w/-])")
WEEK = weekdays.PATTERN
WEEKED = re.compile(rf"(?P<week>{WEEK})\s*,?\s*\(?(?:ngay\s+)?(?P<day>{DAY})")
WEEKED_AFTER = re.compile(rf"(?P<day>{DAY})\s*,?\s*\(?(?P<week>{WEEK})\)?")


def read_windows(source: Source) -> list[Window]:
    """ "đối với …: bắt đầu từ … và hoàn thành trong …": one for each kind of units that has a time."""
    found: list[Window] = []
    first = ABOUT_CONGRESS.search(source.low)
    for paragraph in source.paragraphs:
        about = first is not None and first.start() < paragraph.end
        for sentence in paragraph.sentences:
            for segment in SEGMENT.finditer(source.low, sentence.start, sentence.end):
                found += _window(source, segment.start(), segment.end(), about)
    return found


def _window(source: Source, start: int, end: int, about: bool) -> Iterator[Window]:
    if end - start > 4 * LONGEST_TIME:
        return
    start += len(source.low[start:end]) - len(source.low[start:end].lstrip())
    colon = source.low.rfind(":", start, end)
    earlier = source.low.rfind(":", start, colon) if colon > start else -1
    for first in (start, *(place + 1 for place in (earlier, colon) if place >= 0)):
        first += len(source.low[first:end]) - len(source.low[first:end].lstrip())
        hit = WHOM.match(source.low, first, end)
        when = read_time(_time_words(source, hit)) if hit else None
        if hit and when:
            few = len(hit["whom"].split()) <= MOST_WORDS
            plain = hit["join"] == ":" or "đại hội" in hit["whom"] or (few and bool(ACTS.match(hit["when"])))
            words = source.said(*hit.span("whom"))
            last = hit.start("when") + len(source.words[hit.start("when") : end].rstrip(" .,;…"))
            sure = about and plain
            yield Window(**source.found(hit.start("whom"), last), whom=words, when=when, sure=sure)
            return


def _time_words(source: Source, hit: re.Match[str]) -> str:
    said = source.said(*hit.span("when"))
    return said[len(cut[0]) :] if (cut := SAME.match(said.lower())) else said


def read_congresses(source: Source) -> list[Congress]:
    """Units chosen for a model congress, or for one that elects its secretary directly."""
    found: list[Congress] = []
    for kind, pattern in ((MODEL, MODEL_WORDS), (DIRECT, DIRECT_WORDS)):
        for hit in pattern.finditer(source.low):
            found += _chosen(source, hit.start(), kind)
    for hit in MODEL_OF.finditer(source.low):
        end = source.sentence_at(hit.start()).end
        found += _units(source, Part(hit.end(), min(end, hit.end() + BACK)), MODEL)
    unique = {(fold(one.unit), one.kind): one for one in reversed(found)}
    return sorted(unique.values(), key=lambda one: one.start)


def _chosen(source: Source, at: int, kind: str) -> Iterator[Congress]:
    """The units right before the words, back to the mark or the verb that stands before them."""
    start = max(source.sentence_at(at).start, at - BACK)
    before = source.low[start:at]
    if not before.endswith(" "):
        return
    cut = max(before.rfind(mark) for mark in (".", ";", "\n", ":")) + 1
    verbs = [hit.end() for hit in re.finditer(r"\b(?:chọn|giao|gồm|điểm,)\s", before)]
    cut = max([cut, *verbs])
    first = UNIT.search(before, cut)
    if first:
        yield from _units(source, Part(start + first.start(), at), kind)


def _units(source: Source, part: Part, kind: str) -> Iterator[Congress]:
    start = part.start
    bounds = [(hit.start(), hit.end()) for hit in AND.finditer(source.low, part.start, part.end)]
    for stop, after in (*bounds, (part.end, part.end)):
        stop = unit_end(source, start, stop)
        words = source.said(start, stop)
        named = UNIT.match(source.low, start, stop)
        if named and source.words[start].isupper() and len(words) > named.end() - named.start():
            yield Congress(
                **source.found(start, start + len(source.words[start:stop].rstrip())), unit=words, kind=kind
            )
        start = after


def unit_end(source: Source, at: int, end: int) -> int:
    """Where the name of a body ends: at a mark, or at a verb written small."""
    place = at
    while stop := STOP.search(source.low, place, end):
        glued = stop[0].strip() in (",", "-", "–") and goes_on(source, stop.end(), end)
        if not glued and not source.words[stop.start()].isupper():
            return stop.start()
        place = stop.end()
    return end


def read_phases(source: Source) -> list[Phase]:
    """Headings of the stages of a plan."""
    found = []
    for paragraph in source.paragraphs:
        hit = PHASE.fullmatch(source.low, paragraph.start, paragraph.end)
        if hit:
            when = read_time(source.said(*hit.span("when"))) if hit["when"] else None
            found.append(
                Phase(**source.found(paragraph.start, paragraph.end), key=PHASES[hit["key"]], when=when)
            )
    return found


def read_dates(source: Source) -> list[Moment]:
    """Every day and vague day with its year, as it stands."""
    found = []
    for paragraph in source.paragraphs:
        for hit in MOMENT.finditer(source.plain, paragraph.start, paragraph.end):
            when = read_time(source.said(*hit.span()))
            if when:
                found.append(Moment(**source.found(*hit.span()), when=when))
    return found


def read_doubts(source: Source) -> list[Doubt]:
    """Days whose weekday is another, and days that the calendar does not have."""
    found = []
    for paragraph in source.paragraphs:
        for hit in ANY_DAY.finditer(source.plain, paragraph.start, paragraph.end):
            try:
                spans.read_day(hit[0])
            except ValueError as error:
                found.append(Doubt(**source.found(*hit.span()), words=str(error), sure=False))
        for pattern in (WEEKED, WEEKED_AFTER):
            for hit in pattern.finditer(source.plain, paragraph.start, paragraph.end):
                found += _disagreeing(source, hit)
    return found


def _disagreeing(source: Source, hit: re.Match[str]) -> Iterator[Doubt]:
    when = read_time(source.said(*hit.span("day")))
    words = (
        weekdays.disagreement(weekdays.number(hit["week"]), when.earliest) if when and when.earliest else ""
    )
    if words:
        yield Doubt(**source.found(*hit.span()), words=words, sure=False)


def named_units(source: Source) -> list[Part]:
    """Places of bodies named with a capital, to the mark or verb that ends the name."""
    found = []
    for paragraph in source.paragraphs:
        at = paragraph.start
        while hit := BODY.search(source.low, at, paragraph.end):
            at = hit.end()
            if source.words[hit.start()].isupper():
                stop = unit_end(source, hit.start(), min(paragraph.end, hit.start() + 120))
                found.append(Part(hit.start(), hit.start() + len(source.words[hit.start() : stop].rstrip())))
                at = max(at, stop)
    return found
