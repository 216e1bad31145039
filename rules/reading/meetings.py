"""The meeting a text speaks of: its title, day, place and who holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rules import spans
from rules.dates import parse_time
from rules.reading.found import Doubt, Fact, Meeting, Moment
from rules.reading.source import Part, Source
from rules.reading.words import BODY, CLOCK, DAY, EVENT, HALF_DAY, OPEN_DAY, PARTS, read_time

HOLDS = re.compile(
    r"\b(?:tổ chức|khai mạc|tiến hành|triệu tập|họp|mở)\s+(?:thành công\s+|trọng thể\s+)?"
    r"(?=(?:hội nghị|đại hội|cuộc họp|phiên họp|buổi |hội thảo|tọa đàm|lớp "
    r"|lễ (?:công bố|trao|kỷ niệm|phát động|ký|khai)))"
)
HAPPENS = re.compile(r"\s(?:được tổ chức|diễn ra|khai mạc|sẽ họp)\s")
INVITES = re.compile(r"\s*(?:trân trọng )?kính mời\b")
TITLED = re.compile(r"(?:giấy mời|thư mời|giấy triệu tập)\s*\n?\s*(?:tham )?dự\s+")
WHOLE_DAY = re.compile(rf"(?:ngay\s+)?(?P<day>{DAY})(?![\w/])")
LED_DAY = re.compile(rf"(?:ngay|sang|chieu|toi)\s+(?P<day>{OPEN_DAY})(?![\w/-])")
SEVERAL = re.compile(
    rf"(?:trong\s+)?(?:\d\s+ngay,?\s*)?(?:(?:tu\s+)?ngay\s+)?(?P<first>\d{{1,2}}(?:[/.-]\d{{1,2}})?)\s*(?:-|–|den|va)\s*"
    rf"(?:ngay\s+)?(?P<day>{DAY})(?![\w/])"
)
PLACE = re.compile(
    r"\btại\s+(?P<place>(?:hội trường|phòng họp|trụ sở|trung tâm|nhà (?:văn hóa|khách|thi đấu)|khách sạn"
    r"|điểm cầu|văn phòng|trường|ubnd|ủy ban)\b[^.;\n(]{0,150})"
)
PLACE_END = re.compile(r",\s*(?=đảng ủy|đảng bộ|ban |đồng chí|đã|tỉnh ủy)|,? (?:đã|dưới sự) ")
ASIDE = re.compile(r"^(?:vừa qua|mới đây|hôm nay|hôm qua|thực hiện [^,]{3,200}|tại [^,]{3,120})\s*,\s*")
ADVERBS = re.compile(
    r"(?:\s*,?\s*(?:đã|sẽ|long trọng|trang trọng|trân trọng|vừa|cũng|phối hợp với [^,]{3,100}))+\s*$"
)
LABEL = re.compile(
    r"(?:[-–+*•]|\d{1,2}[.)]|[ivx]{1,4}[.\-)/])?\s*"
    r"(?P<key>thời gian|địa điểm|nội dung|cơ quan tổ chức|đơn vị tổ chức|đến dự|tham dự)"
    r"(?: họp| tổ chức| hội nghị| tổ chức hội nghị| khai mạc)?\s*:\s*"
)
PAGE_DAY = re.compile(
    rf"(?:[^,\n]{{2,40}},\s*)?(?:(?:thu\s+\w+|chu nhat|t[2-7]|cn)\s*,?\s*)?(?:ngay\s+)?(?P<day>{DAY})"
    r"(?:\s*[-–|,]?\s*\d{1,2}[:h]\d{2}.{0,12})?"
)
TITLE_END = re.compile(
    r"[,.]?\s+(?:tại (?=hội trường|phòng họp|trụ sở|trung tâm|nhà|khách sạn|điểm cầu)|dưới sự |với sự "
    r"|do đồng chí "
    r"|cụ thể |như sau|nhằm |để |theo (?:hình thức|phương thức))"
)
FIRST_LINES, LONGEST_TITLE = 12, 500


@dataclass(frozen=True)
class Piece:
    """A value read for one field of the meeting and its place in the working text."""

    key: str
    value: Any
    start: int
    end: int
    sure: bool = True


def read_published(source: Source) -> Moment | None:
    """The day of the page or of the letterhead, from a line that holds nothing else."""
    for paragraph in source.paragraphs[:FIRST_LINES]:
        hit = PAGE_DAY.fullmatch(source.plain, paragraph.start, paragraph.end)
        when = read_time(source.said(*hit.span("day"))) if hit else None
        if hit and when:
            return Moment(**source.found(*hit.span("day")), when=when)
    return None


def read_meeting(source: Source, published: date | None, doubts: Sequence[Doubt] = ()) -> Meeting | None:
    """The meeting; None where the text speaks of none that has a day, a headline or a labelled line."""
    pieces: dict[str, Piece] = {}
    labelled = list(_labelled(source))
    called = _called(source) if any(piece.key == "date" for piece in labelled) else ()
    for piece in (
        *labelled,
        *_headline(source),
        *_held(source, published),
        *called,
        *_happening(source),
        *_inviting(source),
    ):
        kept = pieces.get(piece.key)
        if not kept or (piece.sure and not kept.sure):
            pieces[piece.key] = piece
    if "title" not in pieces or not pieces.keys() & {"date", "organiser"}:
        return None
    if (day := pieces.get("date")) and _doubted(source, day, doubts):
        pieces["date"] = _unsure(day)
    ordered = sorted(pieces.values(), key=lambda piece: piece.start)
    facts = tuple(Fact(**source.found(p.start, p.end), key=p.key, sure=p.sure) for p in ordered)
    title = pieces["title"]
    sure = title.sure and pieces.get("date", title).sure
    values = {piece.key: piece.value for piece in ordered}
    return Meeting(**source.found(title.start, title.end), sure=sure, facts=facts, **values)


def _doubted(source: Source, day: Piece, doubts: Sequence[Doubt]) -> bool:
    start, end = source.place(day.start, day.end)
    return any(doubt.start < end and start < doubt.end for doubt in doubts)


def _headline(source: Source) -> Iterator[Piece]:
    """A line above the story that names the meeting and is no sentence."""
    for paragraph in source.paragraphs[:FIRST_LINES]:
        start, end = paragraph.start, paragraph.end
        event = EVENT.search(source.low, start, end)
        if not event or end - start > LONGEST_TITLE or source.words[end - 1] in ".;:,":
            continue
        holds = HOLDS.search(source.low, start, end)
        opened = TITLED.match(source.low, start, end) or re.match(r"dự\s", source.low[start:end])
        if holds:
            yield Piece("title", source.said(holds.end(), end), holds.end(), end)
            yield from _organiser(source, start, holds.start())
            return
        if opened or event.start() == start:
            yield Piece("title", _capital(source.said(event.start(), end)), event.start(), end, bool(opened))
            return


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _held(source: Source, published: date | None) -> Iterator[Piece]:
    """ "Sáng ngày D, X tổ chức Hội nghị …": of all such sentences the first one with a day counts."""
    for sentence in source.sentences:
        holds = HOLDS.search(source.low, sentence.start, min(sentence.end, sentence.start + 600))
        if not holds:
            continue
        day = list(_when(source, sentence.start, holds.start(), published))
        if not day:
            if LED_DAY.search(source.plain, sentence.start, holds.start()):
                yield from (_unsure(piece) for piece in _told(source, sentence, holds))
            continue
        yield from day
        yield from _told(source, sentence, holds)
        return


def _told(source: Source, sentence: Part, holds: re.Match[str]) -> Iterator[Piece]:
    """Organiser, title and place of "X tổ chức Hội nghị … tại …"."""
    yield from _organiser(source, sentence.start, holds.start())
    yield _title(source, holds.end(), sentence.end)
    yield from _place(source, sentence)


def _happening(source: Source) -> Iterator[Piece]:
    """ "Đại hội … diễn ra ngày D": a meeting named without who holds it."""
    for sentence in source.sentences:
        verb = HAPPENS.search(source.low, sentence.start, min(sentence.end, sentence.start + LONGEST_TITLE))
        if not verb or not EVENT.match(source.low, sentence.start):
            continue
        day = list(_when(source, verb.end(), min(sentence.end, verb.end() + 120), None, sure=False))
        if day:
            yield from day
            yield _unsure(_title(source, sentence.start, verb.start()))
            yield from (_unsure(piece) for piece in _place(source, sentence))
            return


def _called(source: Source) -> Iterator[Piece]:
    """ "X triệu tập Hội nghị …, cụ thể như sau:" above the lines that say when and where."""
    for paragraph in source.paragraphs[:FIRST_LINES]:
        holds = HOLDS.search(source.low, paragraph.start, min(paragraph.end, paragraph.start + 600))
        if holds:
            yield from _organiser(source, paragraph.start, holds.start())
            yield _title(source, holds.end(), paragraph.end)
            return


def _title(source: Source, start: int, end: int) -> Piece:
    """The name of the meeting in a sentence: to where its place, its chair or what follows is told."""
    end = min(end, start + LONGEST_TITLE)
    stop = TITLE_END.search(source.low, start, end)
    end = stop.start() if stop else end
    return Piece(
        "title", source.said(start, end), start, start + len(source.words[start:end].rstrip(" .,;:…"))
    )


def _when(source: Source, start: int, end: int, published: date | None, sure: bool = True) -> Iterator[Piece]:
    """Day, last day, part of the day and hour between two places; nothing where there is no day."""
    several = SEVERAL.search(source.plain, start, end)
    hit = several or WHOLE_DAY.search(source.plain, start, end)
    day = _day(source, *hit.span("day")) if hit else None
    if not day and (hit := LED_DAY.search(source.plain, start, end)) and published:
        day = _near(source.plain[slice(*hit.span("day"))], published)
    if not hit or not day:
        return
    begins = _first(several["first"], day) if several and hit is several else None
    yield Piece("date", begins or day, *hit.span(), sure)
    if begins:
        yield Piece("until", day, *hit.span(), sure)
    if part := HALF_DAY.search(source.low, start, min(end, hit.end() + 30)):
        yield Piece("part_of_day", PARTS[part["part"]], *part.span(), sure)
    if clock := CLOCK.search(source.plain, start, end):
        try:
            yield Piece("starts", parse_time(clock[0]), *clock.span(), sure)
        except ValueError:
            return


def _day(source: Source, start: int, end: int) -> date | None:
    try:
        return spans.read_day(source.plain[start:end])
    except ValueError:
        return None


def _first(words: str, last: date) -> date | None:
    numbers = [int(part) for part in re.findall(r"\d+", words)]
    try:
        first = last.replace(day=numbers[0], month=numbers[1] if len(numbers) > 1 else last.month)
    except ValueError:
        return None
    return first if first < last else None


def _near(words: str, published: date) -> date | None:
    """A day without its year: the last such day before the page was printed, if it was not long before."""
    day, month = (int(part) for part in re.findall(r"\d+", words)[:2])
    for year in (published.year, published.year - 1):
        try:
            made = date(year, month, day)
        except ValueError:
            continue
        if timedelta(0) <= published - made <= timedelta(days=60):
            return made
    return None


def _organiser(source: Source, start: int, end: int) -> Iterator[Piece]:
    """The body that stands before the verb, without the day and the place."""
    for comma in reversed(list(re.finditer(r",\s*", source.low[start:end]))):
        if BODY.match(source.low, start + comma.end(), end):
            start += comma.end()
            break
    aside = ASIDE.match(source.low[start:end])
    start += aside.end() if aside else 0
    extra = ADVERBS.search(source.low[start:end])
    end = start + extra.start() if extra else end
    words = source.said(start, end)
    if BODY.match(source.low, start, end) and len(words) < 150:
        yield Piece("organiser", words, start, start + len(source.words[start:end].rstrip(" ,")))


def _place(source: Source, sentence: Part) -> Iterator[Piece]:
    if hit := PLACE.search(source.low, sentence.start, min(sentence.end, sentence.start + 1500)):
        stop = PLACE_END.search(hit["place"])
        end = hit.start("place") + stop.start() if stop else hit.end("place")
        yield Piece("place", source.said(hit.start("place"), end), hit.start("place"), end)


def _labelled(source: Source) -> Iterator[Piece]:
    """ "Thời gian: …", "Địa điểm: …" of an invitation or a notice."""
    for paragraph in source.paragraphs:
        label = LABEL.match(source.low, paragraph.start, paragraph.end)
        if not label or label.end() >= paragraph.end:
            continue
        start, end, key = label.end(), paragraph.end, label["key"]
        if key == "thời gian":
            yield from _when(source, start, end, None)
        elif key == "địa điểm":
            yield Piece("place", source.said(start, end), start, end)
        elif key in ("nội dung", "đến dự", "tham dự") and EVENT.match(source.low, start, end):
            yield Piece("title", _capital(source.said(start, end)), start, end)
        elif key.endswith("tổ chức") and BODY.match(source.low, start, end):
            yield Piece("organiser", source.said(start, end), start, end)


def _inviting(source: Source) -> Iterator[Piece]:
    """ "X trân trọng kính mời … dự Hội nghị …": the host is most often who holds it, yet not always."""
    for paragraph in source.paragraphs:
        invites = re.search(INVITES, source.low[paragraph.start : paragraph.end])
        if invites:
            end = paragraph.start + invites.start()
            yield from (_unsure(piece) for piece in _organiser(source, paragraph.start, end))
            return


def _unsure(piece: Piece) -> Piece:
    return Piece(piece.key, piece.value, piece.start, piece.end, sure=False)
