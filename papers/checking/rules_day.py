"""Rules that hang on the day, the issuer's level, the habit of spelling (DT-1, DT-2, SP-1, AU-1)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from papers import styles
from papers.checking import vocabulary
from papers.checking.findings import Desk
from papers.checking.lines import body_text
from papers.checking.reading import Para
from papers.forms import Authority, Form
from rules.dates import show_date
from rules.text import ON_U, ON_Y, respell

REORGANISED = date(2025, 7, 1)  # from this day no districts (05-HD/VPTW I.2.1.2c, I.4.1.1)
REFORM = "Sắp xếp đơn vị hành chính từ ngày 01/7/2025"
DISTRICTS = re.compile(
    r"(?<!\w)(?:(?:huyện|quận|thị) ủy(?! viên)"
    r"|(?:ubnd|hđnd|ubmttq|mttq|ủy ban nhân dân|hội đồng nhân dân|mặt trận tổ quốc(?: việt nam)?"
    r"|đảng bộ|công an|tòa án nhân dân|viện kiểm sát nhân dân|ban chỉ huy quân sự)"
    r"(?: các)? (?:huyện|quận|thị xã)(?!\w)"
    r"|các huyện, (?:quận|thị xã|thành phố)"
    r"|phòng (?:nội vụ|giáo dục và đào tạo|tư pháp|tài nguyên và môi trường|tài chính - kế hoạch"
    r"|lao động - thương binh và xã hội|văn hóa và thông tin) (?:huyện|quận|thị xã))",
    re.IGNORECASE,
)
BEFORE = re.compile(r"(?:nguyên|trước đây|trước ngày [\d/]+|cũ)\W*(?:\w+\W+){0,4}$", re.IGNORECASE)
# A document of that time: “…, ngày 12/3/2020 của Ban Thường vụ ”.
CITED_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\s+của\s+(?:\w+\s+){0,6}$")
LATER = re.compile(r"\W*(?:\w+\W+){0,3}(?:cũ|trước đây)\b", re.IGNORECASE)
# Where the tone stands: on the first or on the second of two vowels at the end of a syllable.
FIRST = re.compile(rf"(?<!q)(?:[òóỏõọ][ae]|[{ON_U}]y)(?!\w)", re.IGNORECASE)
SECOND = re.compile(rf"(?<!q)(?:o[{'àáảãạèéẻẽẹ'}]|u[{ON_Y}])(?!\w)", re.IGNORECASE)
ALL_PAPERS = "all"
SECRECY = "05-HD/VPTW, II.2"


def check(desk: Desk) -> None:
    if not desk.paper.parts.family:
        return
    _form(desk)
    _marks(desk)
    _districts(desk)
    _spelling(desk)
    _allowed(desk)


def words_of(desk: Desk) -> Iterator[tuple[Para, str]]:
    for para in desk.paper.paras:
        if para.text.strip():
            yield para, body_text(para)


# -- DT-2


def _form(desk: Desk) -> None:
    """Which form was held against the paper, where that is not plain from its own day."""
    form, own = desk.form, desk.paper.day
    at = desk.paper.parts.place_date or "cả tệp"
    held = f"xét theo {form.title}"
    if own is None:
        found = "văn bản chưa ghi ngày hoặc ngày không đọc được"
        desk.report("DT-2", at, found, held, source=form.source)
        return
    usual = styles.form(styles.profile_for(own, form.family))
    if usual is not form:
        found = f"văn bản ngày {show_date(own)} thuộc {usual.title}"
        desk.report("DT-2", at, found, held, source=form.source)
    elif own < form.since:
        found = f"văn bản ngày {show_date(own)} ra trước {form.title}"
        desk.report("DT-2", at, found, f"{held}, là mẫu cũ nhất mà chương trình có", source=form.source)
    elif _made_in_another(desk):
        kept = desk.file.notes["profile"]
        found = f"tệp được lập theo {styles.form(kept).title}"
        desk.report("DT-2", at, found, f"{held} vì văn bản ghi ngày {show_date(own)}", source=form.source)


def _made_in_another(desk: Desk) -> bool:
    """Our own file was made in another form than that of the day it bears."""
    kept = styles.forms().get(desk.file.notes.get("profile", ""))
    return kept is not None and kept is not desk.form and kept.family == desk.form.family


def _marks(desk: Desk) -> None:
    """A mark that only an earlier form of the family has: a secrecy stamp, how far a paper may go."""
    form = desk.form
    if form.family != "party":
        return
    for line in desk.paper.parts.marks:
        words = line.text.strip(" .").upper()
        if line.plain.strip(" .") in vocabulary.SECRET and not form.secrecies:
            expected = "độ mật ghi theo pháp luật về bảo vệ bí mật nhà nước"
            desk.report(
                "DT-2", line, f"dấu {words} không có trong sơ đồ của {form.source}", expected, source=SECRECY
            )
        elif words in _older_circulations(form):
            known = ", ".join(one.words for one in form.circulations)
            desk.report("DT-2", line, f"dấu {words} không còn trong {form.source}", known, source=form.source)


def _older_circulations(form: Form) -> set[str]:
    older = [one for one in styles.forms().values() if one.family == form.family and one.since < form.since]
    now = {one.words for one in form.circulations}
    return {mark.words for one in older for mark in one.circulations} - now


# -- DT-1


def _districts(desk: Desk) -> None:
    if desk.day is None or desk.day < REORGANISED:
        return
    for para, words in words_of(desk):
        plain = respell(words, "ủy")
        for found in DISTRICTS.finditer(plain):
            if not _is_past(plain[: found.start()], plain[found.end() :]):
                said = f"nhắc tới tổ chức cấp huyện: {found.group()}"
                desk.report("DT-1", para, said, "không còn cấp huyện từ ngày 01/7/2025", source=REFORM)
                break


def _is_past(before: str, after: str) -> bool:
    """Said of a time when there were districts: “nguyên Bí thư Huyện ủy”, or a document of that time."""
    cited = CITED_DAY.search(before)
    if cited and (int(cited[3]), int(cited[2])) < (REORGANISED.year, REORGANISED.month):
        return True
    return bool(BEFORE.search(before) or LATER.match(after))


# -- SP-1


def _spelling(desk: Desk) -> None:
    met: dict[str, Counter[str]] = {"first": Counter(), "second": Counter()}
    where: dict[str, Para] = {}
    for para, words in words_of(desk):
        for name, pattern in (("first", FIRST), ("second", SECOND)):
            for found in pattern.finditer(words):
                met[name][_word(words, found)] += 1
                where.setdefault(name, para)
    if not met["first"] or not met["second"]:
        return
    rare, usual = sorted(met, key=lambda name: met[name].total())
    samples = [met[name].most_common(1)[0][0] for name in (usual, rare)]
    said = (
        f"viết lẫn hai kiểu bỏ dấu: {samples[0]} ({met[usual].total()}), {samples[1]} ({met[rare].total()})"
    )
    desk.report("SP-1", where[rare], said, "thống nhất một kiểu bỏ dấu", source="Thông lệ")


def _word(words: str, found: re.Match[str]) -> str:
    start = words.rfind(" ", 0, found.start()) + 1
    return words[start : found.end()].strip("“”\"'(.,;:-/").lower()


# -- AU-1


def _allowed(desk: Desk) -> None:
    parts = desk.paper.parts
    if desk.form.family != "party" or not parts.type_name:
        return
    level = _level(desk)
    entry = _entry(level, desk.day)
    common = _entry(ALL_PAPERS, desk.day)
    if entry is None or (common is not None and parts.type_name in common.types):
        return
    known = {one.name for one in desk.form.types}
    if parts.type_name in entry.types or parts.type_name not in known:
        return
    found = f"{entry.label} ban hành {parts.type_name}"
    expected = "loại văn bản thuộc thẩm quyền của cơ quan ban hành"
    if not entry.sure:
        expected += " (cấp này suy từ cấp tương tự, cần đối chiếu quy chế)"
    at = parts.type or "phần đầu văn bản"
    desk.report("AU-1", at, found, expected, "W" if entry.sure else "I", source=entry.source)


def _entry(level: str, day: date | None) -> Authority | None:
    """What holds on the day; where nothing older is known, what holds now."""
    for known in (styles.authority(day), styles.authority(None)):
        for entry in known:
            if entry.level == level:
                return entry
    return None


def _level(desk: Desk) -> str:
    """The level of the issuer by its name, that of its superior, and who signs."""
    parts = desk.paper.parts
    issuer = " ".join(line.plain for line in parts.issuer)
    above = " ".join(line.plain for line in parts.superior)
    standing = any(
        "ban thuong vu" in block.authority.plain
        for block in desk.paper.feet.blocks
        if block.authority is not None
    )
    if issuer.startswith("dai hoi"):
        return "cell_congress" if issuer.startswith("dai hoi chi bo") else "congress"
    if issuer.startswith("chi bo"):
        return "cell"
    if not issuer.startswith(("dang uy", "tinh uy", "thanh uy", "huyen uy", "quan uy", "thi uy")):
        return "advisory" if issuer.startswith(("van phong", "ban ", "uy ban kiem tra", "co quan")) else ""
    tail = "_standing" if standing else ""
    if issuer.startswith("tinh uy") or (issuer.startswith("thanh uy") and not above):
        return f"province{tail}"
    upper = re.match(r"dang bo (?:tinh|thanh pho) ", f"{above} ") or not above
    return f"{'upper' if upper or issuer.startswith(('huyen', 'quan', 'thi ')) else 'grassroots'}{tail}"
