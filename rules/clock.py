"""Times of day as clerks write them: clock times and parts of the day."""

from __future__ import annotations

import re

from rules.text import clean, fold

HALF_DAY = r"sang|trua|chieu|toi|dem|am|pm"
TIME = re.compile(
    r"(?:(?:vao\s+)?(?:luc|hoi|dung)\s+)?(?P<h>\d{1,2})"
    r"(?:\s*(?:h|g|gio|[:.])\s*(?:(?P<half>ruoi)|(?:kem\s+(?P<less>\d{1,2})|(?P<m>\d{1,2}))"
    r"(?:\s*(?:['’′`]|p|ph|phut)|:\d\d)?)?)"
    rf"(?:\s*(?P<part>{HALF_DAY}))?"
)
# Which hours each part of the day may have, and whether it makes 2 into 14.
PARTS = {
    "sang": (range(12), 0),
    "am": (range(12), 0),
    "trua": (range(10, 14), 0),
    "chieu": (range(12, 20), 12),
    "pm": (range(12, 24), 12),
    "toi": (range(17, 24), 12),
    "dem": (range(18, 24), 12),
}
# "tối" is not "tới" nor "sáng" "sang": words with accents are asked with theirs.
SPOKEN_PARTS = (
    ("day", ("cả ngày", "một ngày", "01 ngày", "1 ngày")),
    ("morning", ("sáng",)),
    ("afternoon", ("trưa", "chiều")),
    ("evening", ("tối", "đêm")),
)


def parse_time(text: str) -> str:
    """Clock time "HH:MM" from "8h", "7h30’", "7 giờ 30", "2 giờ chiều"; ValueError with a sentence."""
    words = clean(text)
    found = TIME.fullmatch(fold(words)) if len(words) <= 40 else None
    if not found:
        raise ValueError(f"“{words[:40]}” không phải là giờ; hãy gõ như 7h30 hoặc 14:00.")
    hour, minute = int(found["h"]), 30 if found["half"] else int(found["m"] or 0)
    if found["less"]:
        hour, minute = hour - 1, 60 - int(found["less"])
    hour = _whole_day(hour, found["part"] or "")
    if not 0 <= hour <= 23 or not 0 <= minute <= 59:
        raise ValueError(f"Không có giờ “{words}”; giờ từ 0 đến 23, phút từ 0 đến 59.")
    return f"{hour:02d}:{minute:02d}"


def _whole_day(hour: int, part: str) -> int:
    """The hour of 24; -1 where the part of the day cannot have it ("14 giờ sáng")."""
    if not part:
        return hour
    hours, more = PARTS[part]
    later = hour + more if hour < 12 else hour
    if part == "trua" and hour in (1, 2):
        later = hour + 12
    if part in ("dem", "am") and hour == 12 or part == "dem" and 0 < hour < 5:
        return hour % 12
    return later if later in hours else -1


def part_of_day(text: str) -> str:
    """ "morning", "afternoon", "evening" or "day" as words about a day say it; "" where they are silent."""
    words = clean(text).lower()
    bare = words.isascii()
    said = [
        part
        for part, names in SPOKEN_PARTS
        if any(re.search(rf"(?<!\w){fold(name) if bare else name}(?!\w)", words) for name in names)
    ]
    return "day" if "morning" in said and "afternoon" in said else said[0] if said else ""
