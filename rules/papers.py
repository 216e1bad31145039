"""The catalogue of papers the program makes and the records they are made of."""

from __future__ import annotations

from typing import NamedTuple

MEETING, DIRECTIVE, ROWS = "meeting", "directive", "rows"
MINUTES_CAPTIONS = ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ")  # left, right (05-HD/VPTW I.7.1.4e, I.7.2.4)


class Paper(NamedTuple):
    """One kind of paper; `record` is "meeting" or "directive", or "rows" for a list of what is seen."""

    key: str
    label: str
    record: str
    file_name: str  # beginning of the file's name, without marks for old programs


PAPERS: tuple[Paper, ...] = (
    Paper("minutes", "Biên bản hội nghị", MEETING, "bien-ban"),
    Paper("delegates", "Danh sách đại biểu", MEETING, "danh-sach-dai-bieu"),
    Paper("plan", "Kế hoạch", DIRECTIVE, "ke-hoach"),
    Paper("units", "Danh sách đơn vị", ROWS, "don-vi"),
    Paper("people", "Danh sách đại biểu, cán bộ", ROWS, "nhan-su"),
    Paper("directives", "Danh mục văn bản", ROWS, "van-ban"),
    Paper("meetings", "Danh sách hội nghị", ROWS, "hoi-nghi"),
)


def paper(key: str) -> Paper:
    """The paper of that key; KeyError where there is none."""
    for entry in PAPERS:
        if entry.key == key:
            return entry
    raise KeyError(key)


def papers_of(record: str) -> tuple[Paper, ...]:
    """Every paper that one kind of record gives."""
    return tuple(entry for entry in PAPERS if entry.record == record)
