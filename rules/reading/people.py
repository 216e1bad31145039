"""Who is named in a text, with which posts, and what each does there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rules.names import FAMILIES
from rules.reading.found import CHAIR, CONCLUDER, PRESENT, PRESENTER, SECRETARY, Person
from rules.reading.source import Part, Source
from rules.reading.words import POST, SPEECH, STOP, TITLE
from rules.text import clean

ADDRESS = re.compile(rf"\b{SPEECH}\s*:?\s+(?:{SPEECH}\s+)?")
LISTING = re.compile(r"\b(?:các|những)\s+(?:đồng chí|đ/c|ông|bà|ông, bà|ông \(bà\))\s*:?\s+$")
NEXT = re.compile(rf"\s*(?:;|,? và|,? cùng)\s+(?:(?:các )?{SPEECH}\s*:?\s+)?")
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*\.?")
GAP = re.compile(r" +")
JOIN = re.compile(r"\s*(?:,|\s[-–—]|\(|;(?=\s*(?:nguyên|phó|bí|chủ)\b))\s*|\s+(?=là\s)là\s+")
MORE = re.compile(r"\s*(?:,|\s[-–—])\s*")
TAIL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2} và [^\W\d_]")
LONGEST_NAME, LONGEST_POST, MOST_POSTS = 5, 200, 8

CHAIRS = re.compile(
    r"[\s,]*(?:(?:đã|đến|tới|về|tham) )*(?:dự )?(?:(?:và|,) )?(?:đồng |cùng )?(?:chủ trì|chủ tọa|điều hành)\b"
)
PRESENTS = re.compile(
    r"[\s,]*(?:đã |sẽ |trực tiếp )*(?:lên )?"
    r"(?:quán triệt|triển khai|truyền đạt|trình bày|phổ biến|giới thiệu|báo cáo(?! viên))\b"
)
CONCLUDES = re.compile(r"[\s,]*(?:đã |sẽ )*(?:phát biểu )?(?:và )?(?:chỉ đạo,? )?(?:và )?kết luận\b")
ATTENDS = re.compile(r"[\s,]*(?:đã |cũng |cùng )*(?:tham dự|đến dự|về dự|tới dự|dự)\b(?! án| thảo| kiến)")
SPEAKS = re.compile(r"[\s,]*(?:đã |sẽ )*(?:phát biểu|khai mạc|thay mặt|tham luận|công bố|trao)\b")
LED = re.compile(r"(?:chủ trì|chủ tọa|điều hành)[^.;\n]{0,40}?(?:\b(?:của|có|là|gồm|do)|:)?\s*(?:các )?$")
SHOWN = re.compile(
    r"(?:báo cáo viên|người (?:trình bày|báo cáo|truyền đạt)|trình bày|truyền đạt)\s*(?:là|:)\s*$"
)
WROTE = re.compile(r"thư ký[^.;\n]{0,40}?(?::|là|gồm|có)\s*(?:các )?$")
CLOSED = re.compile(r"kết luận[^.;\n]{0,60}?(?:,|của|:)\s*$")
CALLED = re.compile(r"(?:(?:tham|đến|về|tới|cùng) dự|đại biểu dự)\s[^.\n]{0,30}?(?:có|gồm)\s")
FAR = 600  # letters in which a list of guests may have begun
CAME = re.compile(
    r"(?:(?:tham|đến|về|tới) dự|\bdự)\b[^.;\n]{0,60}?(?:có|gồm|:)\s*(?:các )?$"
    r"|kính mời\s*:?\s*$"
)


@dataclass(frozen=True)
class Named:
    """A name and the posts beside it, by its places in the working text."""

    person: Person
    first: int
    last: int
    listed: bool = False  # one of "các đồng chí: …"


def read_people(source: Source) -> list[Named]:
    """Everybody addressed as a comrade, in the order of the text."""
    found: list[Named] = []
    for sentence in source.sentences:
        row = list(_in_sentence(source, sentence))
        found += _with_parts(source, sentence, row)
    return found


def _in_sentence(source: Source, sentence: Part) -> Iterator[Named]:
    at = sentence.start
    while hit := ADDRESS.search(source.low, at, sentence.end):
        at = hit.end()
        civil = hit[0].strip(" :") in ("ông", "bà")
        listed = bool(LISTING.search(source.low, max(sentence.start, hit.start() - 12), at))
        named = read_one(source, hit.end(), sentence.end, listed)
        if named and civil and " " not in named.person.name:
            continue
        while named:
            yield named
            at = named.last
            on = NEXT.match(source.low, at, sentence.end) if listed else None
            named = read_one(source, on.end(), sentence.end, listed) if on else None


def read_one(source: Source, at: int, end: int, listed: bool = False) -> Named | None:
    """The person whose name or post begins at `at`; None where no name can be told from the rest."""
    titled = TITLE.match(source.low, at, end)
    first = titled.end() if titled else at
    post = POST.match(source.low, first, end)
    if post:
        return None if listed and source.words[first].islower() else _post_first(source, first, end)
    last = name_end(source, first, end)
    if last == first:
        return None
    posts, close = read_posts(source, last, end)
    name = source.said(first, last)
    known = len(name.split()) > 1
    person = Person(**source.found(first, close), name=name, posts=posts, sure=known)
    return Named(person, first, close, listed)


def name_end(source: Source, at: int, end: int) -> int:
    """The end of the capitalised words that begin at `at`; `at` itself where there is no name."""
    last, count, capitals = at, 0, False
    for token in _tokens(source, at, end):
        word = source.words[token.start : token.end]
        if not word[0].isupper() or POST.match(source.low, token.start, end) or word.endswith("."):
            break
        shout = len(word) > 1 and word.isupper()
        if count and shout != capitals and len(word) > 1:
            break
        capitals = shout if len(word) > 1 else capitals
        count, last = count + 1, token.end
        if count > LONGEST_NAME:
            return at
    return last


def _tokens(source: Source, at: int, end: int) -> Iterator[Part]:
    while token := TOKEN.match(source.words, at, end):
        yield Part(token.start(), token.end())
        gap = GAP.match(source.words, token.end(), end)
        if not gap:
            return
        at = gap.end()


def _post_first(source: Source, at: int, end: int) -> Named | None:
    """ "Bí thư Đảng ủy Nguyễn Văn A": the name is the last run of capitals that a family name begins."""
    posts: list[str] = []
    start = at
    while len(posts) < MOST_POSTS:
        close = _phrase_end(source, start, end)
        name = _name_within(source, start, close)
        posts.append(source.said(start, name.start if name else close))
        if name:
            found = source.found(at, name.end)
            return Named(Person(**found, name=source.said(*name), posts=tuple(posts)), at, name.end)
        more = MORE.match(source.low, close, end)
        if not more or not POST.match(source.low, more.end(), end):
            return None
        start = more.end()
    return None


def _name_within(source: Source, start: int, end: int) -> Part | None:
    tokens = list(_tokens(source, start, end))
    for place, token in enumerate(tokens[1:], 1):
        rest = tokens[place:]
        run = [source.words[part.start : part.end] for part in rest]
        capitals = 2 <= len(run) <= LONGEST_NAME and all(word[0].isupper() for word in run)
        if capitals and run[0].lower() in FAMILIES:
            return Part(token.start, rest[-1].end)
    return None


def read_posts(source: Source, at: int, end: int) -> tuple[tuple[str, ...], int]:
    """The posts that follow a name and where they end; () and `at` where none does."""
    posts: list[str] = []
    close = at
    join: re.Match[str] | None = JOIN.match(source.low, at, end)
    while join and len(posts) < MOST_POSTS and POST.match(source.low, join.end(), end):
        stop = _phrase_end(source, join.end(), end)
        posts.append(source.said(join.end(), stop))
        close = stop
        join = MORE.match(source.low, stop, end)
    return tuple(posts), close


def _phrase_end(source: Source, at: int, end: int) -> int:
    """Where a post with its unit ends: at a mark, or at a verb written small."""
    end = min(end, at + LONGEST_POST)
    skip = POST.match(source.low, at, end)
    place = skip.end() if skip else at
    while stop := STOP.search(source.low, place, end):
        glued = stop[0].strip() in (",", "-", "–") and goes_on(source, stop.end(), end)
        if not glued and not source.words[stop.start()].isupper():
            return stop.start()
        place = stop.end()
    return end


def goes_on(source: Source, at: int, end: int) -> bool:
    """A mark inside the name of a unit: "Sở Văn hóa, Thể thao và Du lịch"."""
    gap = GAP.match(source.words, at, end)
    start = gap.end() if gap else at
    if start >= end or not source.words[start].isupper() or POST.match(source.low, start, end):
        return False
    tail = TAIL.match(source.words, start, end)
    return bool(
        tail and source.words[tail.end() - 1].isupper() and tail[0].split()[0].lower() not in FAMILIES
    )


def _with_parts(source: Source, sentence: Part, row: list[Named]) -> Iterator[Named]:
    """What each does: told by the verb after it, by the words before it, or by the list it stands in."""
    parts: list[tuple[str, ...]] = []
    joined: list[bool] = []
    for place, named in enumerate(row):
        before = row[place - 1].last if place else sentence.start
        on = bool(place) and NEXT.fullmatch(source.low, before, named.first) is not None
        own = _after(source, named.last, sentence.end) or _before(source, before, named.first)
        own = own or (parts[-1] if on else ())
        if not own and CALLED.search(source.low, max(sentence.start, named.first - FAR), named.first):
            own = (PRESENT,)
        parts.append(own)
        joined.append(on)
    for place in range(len(row) - 2, -1, -1):
        if not parts[place] and joined[place + 1]:
            parts[place] = parts[place + 1]
    for named, own in zip(row, parts, strict=True):
        yield replace(named, person=_taking(named.person, own))


def _taking(person: Person, parts: tuple[str, ...]) -> Person:
    return replace(person, parts=parts, sure=person.sure and bool(parts))


def _after(source: Source, at: int, end: int) -> tuple[str, ...]:
    for verb, part in ((CHAIRS, CHAIR), (CONCLUDES, CONCLUDER), (PRESENTS, PRESENTER)):
        if verb.match(source.low, at, end):
            return (part,)
    return (PRESENT,) if (ATTENDS.match(source.low, at, end) or SPEAKS.match(source.low, at, end)) else ()


def _before(source: Source, start: int, at: int) -> tuple[str, ...]:
    start = max(start, at - 120)
    words = re.sub(rf"(?:các )?{SPEECH}\s*:?\s*$", "", source.low[start:at])
    for lead, part in (
        (LED, CHAIR),
        (WROTE, SECRETARY),
        (SHOWN, PRESENTER),
        (CLOSED, CONCLUDER),
        (CAME, PRESENT),
    ):
        if lead.search(words):
            return (part,)
    return ()


def gather(named: list[Named]) -> tuple[Person, ...]:
    """Each person once: the fullest posts, all parts; sure where one mention is."""
    people: dict[str, Person] = {}
    for one in named:
        person = one.person
        key = clean(person.name).casefold()  # Hoa and Hòa are two people
        known = people.get(key)
        if not known:
            people[key] = person
            continue
        fuller = person if len(person.posts) > len(known.posts) else known
        parts = tuple(dict.fromkeys((*known.parts, *person.parts)))
        people[key] = replace(fuller, parts=parts, sure=known.sure or person.sure)
    return tuple(people.values())
