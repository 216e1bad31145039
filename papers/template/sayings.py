"""What may be wrong with the words of one paragraph of an office's Word file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from papers.template.text import Told, clean
from rules import markers
from rules.marker_names import Name
from rules.markers import Marker
from rules.text import fold

CODE = re.compile(r"\{[%#].*?(?:[%#]\}|$)")
UNEVEN = re.compile(r"(?<!\{)(\{{1,3})([^{}«»]{1,120})(\}{1,3})(?!\})")
OPENED = re.compile(r"\{\{?([^{}]*)$")
CLOSED = re.compile(r"^([^{}]*)\}\}?")
ALIAS = re.compile(r"«([^«»{}]{1,120})»")
DATES = re.compile(r"^(ngay|thoi han|han )")
NUMBERS = re.compile(r"^(so |tt$|nam sinh|lan thu)")
DATE_FORMS, NUMBER_FORMS = {"ngay dai", "ngay ngan"}, {"bang chu", "2 so"}
SYMBOLS = ("so ky hieu", "ngay va buoi hop")


class Said(NamedTuple):
    """One fault of a paragraph's words."""

    found: str
    reason: str
    suggestion: str = ""
    blocks: bool = True


def faults(told: Told, names: Sequence[Name]) -> list[Said]:
    """Everything wrong with the markers of the paragraph by themselves."""
    text = told.cleaned
    if not set("{}«»") & set(text):
        return []
    made: list[Said] = []
    for found in CODE.finditer(text):
        reason = "Mẫu không dùng câu lệnh; hàng hoặc đoạn có trường của danh sách tự lặp lại."
        made.append(Said(found[0], reason, "Xóa câu lệnh này."))
    text = CODE.sub(lambda found: " " * len(found[0]), text)
    keys = {markers.key(name.label) for name in names}
    text, uneven = _uneven(text, keys | {markers.key(m) for name in names for m in name.members})
    made += uneven
    made += [
        Said(one.found, one.reason, one.suggestion, _blocks(one.found))
        for one in markers.problems(text, names)
    ]
    for found in ALIAS.finditer(text):
        said = markers.problems(f"{{{{{found[1]}}}}}", names)
        if said and said[0].suggestion:
            made.append(
                Said(found[0], f"Trông như trường trộn thư. {said[0].reason}", said[0].suggestion, False)
            )
    by_key = {markers.key(name.label): name for name in names}
    return made + [one for spot in told.spots if (one := _misfit(spot.marker, spot.words, by_key))]


def _blocks(found: str) -> bool:
    """One brace by itself may be the office's own sign."""
    return found not in ("{", "}")


def _uneven(text: str, known: Collection[str]) -> tuple[str, list[Said]]:
    """Markers with a brace too few or too many; their text is put out of the way."""
    made: list[Said] = []

    def look(found: re.Match[str]) -> str:
        left, inside, right = found.groups()
        if (len(left), len(right)) == (2, 2):
            return found[0]
        name = markers.key(inside.partition("|")[0].split(".")[-1])
        if (len(left), len(right)) == (1, 1) and name not in known:
            return found[0]
        reason = "Tên trường phải nằm giữa đúng hai dấu {{ và hai dấu }}."
        made.append(Said(found[0], reason, f"{{{{{inside.strip()}}}}}"))
        return " " * len(found[0])

    return UNEVEN.sub(look, text), made


def cut(first: Told, second: Told) -> Said | None:
    """A marker that begins in one paragraph and ends in the next one."""
    opened, closed = OPENED.search(clean(first.text)), CLOSED.match(clean(second.text))
    if opened is None or closed is None or not (opened[1] + closed[1]).strip():
        return None
    name = f"{opened[1].strip()} {closed[1].strip()}".strip()
    reason = "Tên trường bắt đầu ở đây nhưng kết thúc ở đoạn hoặc ô khác."
    return Said(opened[0], reason, f"Viết liền trong một đoạn: {{{{{name}}}}}")


def _misfit(marker: Marker, words: str, names: Mapping[str, Name]) -> Said | None:
    """A way of writing that the value can never be written in."""
    name = names.get(markers.key(marker.name))
    if name is None or marker.only_if or not marker.format:
        return None
    asked = set(markers.formats(marker))
    label = markers.key(marker.member or name.label)
    is_date = bool(DATES.match(label)) and label not in SYMBOLS
    is_number = bool(NUMBERS.match(label)) and label not in SYMBOLS
    if (asked & DATE_FORMS and not is_date) or (asked & NUMBER_FORMS and not is_number):
        kind = "ngày" if asked & DATE_FORMS else "số"
        reason = f"“{marker.member or name.label}” không phải là {kind} nên cách ghi này không đổi gì."
        return Said(words, reason, str(Marker(marker.name, marker.member)), False)
    return None


# What a paper of the form has

NUMBERED, DATED, SIGNED_BY = "số và ký hiệu", "địa danh, ngày tháng", "chữ ký"
ELEMENTS = (
    ("tiêu đề “Đảng Cộng sản Việt Nam”", re.compile(r"dang cong san viet nam|cong hoa xa hoi chu nghia"), ()),
    ("tên cơ quan ban hành",
     re.compile(r"^(dang uy|(tinh|thanh|huyen) uy|dang bo|chi bo|van phong|ban )", re.M),
     ("co quan ban hanh", "tieu de co quan", "co quan trieu tap")),
    (NUMBERED, re.compile(r"^so\b", re.M), ("so ky hieu", "dong so ky hieu")),
    (DATED, re.compile(r"ngay.{0,15}thang.{0,15}nam"), ("ngay ky", "dong ngay thang")),
    (SIGNED_BY, re.compile(r"^(t/m|k/t|t/l|q\.|tm\.|kt\.|tl\.|chu tri|nguoi )", re.M),
     ("chu ky", "quyen han ky", "ho ten nguoi ky")),
)  # fmt: skip


def missing(texts: Iterable[Told], type_names: Collection[str]) -> list[str]:
    """The elements of the form that no paragraph shows, in the order of the page."""
    read = list(texts)
    words = "\n".join(fold(one.text.strip()) for one in read)
    used = {markers.key(spot.marker.name) for one in read for spot in one.spots}
    found = [
        label for label, pattern, names in ELEMENTS if not pattern.search(words) and not used & set(names)
    ]
    types = {fold(name) for name in type_names if name}
    if types and "ten loai" not in used and not any(fold(one.text.strip()) in types for one in read):
        found.insert(-1 if SIGNED_BY in found else len(found), "tên loại văn bản")
    return found
