"""Meetings: what is asked about them, who does what, who came, what was concluded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rules import numbering
from rules.fields import Choice, Field, Kind, check, garbled
from rules.numbers import percent
from rules.text import fold

PARTS_OF_DAY = (
    Choice("", "Chưa rõ"),
    Choice("morning", "Sáng"),
    Choice("afternoon", "Chiều"),
    Choice("evening", "Tối"),
    Choice("day", "Cả ngày"),
)
STATES = (
    Choice("draft", "Đang chuẩn bị"),
    Choice("invited", "Đã mời"),
    Choice("held", "Đã họp"),
    Choice("closed", "Đã chốt"),
)
ROLES = (Choice("chair", "Chủ trì"), Choice("secretary", "Thư ký"), Choice("presenter", "Báo cáo viên"))
REPLIES = (
    Choice("", "Chưa trả lời"),
    Choice("coming", "Sẽ dự"),
    Choice("substitute", "Cử người dự thay"),
    Choice("declined", "Báo vắng"),
)
ATTENDANCE = (
    Choice("present", "Có mặt"),
    Choice("late", "Đến muộn"),
    Choice("left_early", "Về sớm"),
    Choice("substitute", "Dự thay"),
    Choice("excused", "Vắng có lý do"),
    Choice("absent", "Vắng không lý do"),
)
CAME = ("present", "late", "left_early", "substitute")
TASK_STATES = (Choice("open", "Chưa làm"), Choice("doing", "Đang làm"), Choice("done", "Đã xong"))

FIELDS: tuple[Field, ...] = (
    Field("type", "Loại hội nghị", Kind.LINK, required=True, target="meeting_type"),
    Field("ordinal", "Lần thứ", limit=20, hint="Ví dụ: 19; hội nghị không đánh số thì để trống"),
    Field("title", "Tên hội nghị", required=True, limit=500, hint="Viết như trên giấy mời và biên bản"),
    Field("organiser", "Đơn vị tổ chức", Kind.LINK, target="unit"),
    Field("place", "Địa điểm", limit=300),
    Field("day", "Ngày họp", Kind.DATE),
    Field("part_of_day", "Buổi", Kind.CHOICE, choices=PARTS_OF_DAY),
    Field("starts", "Bắt đầu lúc", Kind.TIME, hint="Ví dụ: 7h30; chưa rõ thì để trống"),
    Field("ends", "Kết thúc lúc", Kind.TIME),
    Field("state", "Trạng thái", Kind.CHOICE, required=True, choices=STATES, default="draft"),
    Field("series", "Thuộc đợt, chuỗi hội nghị", hint="Ví dụ: Đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025"),
    Field("note", "Ghi chú", Kind.LONG),
)

AGENDA_FIELDS: tuple[Field, ...] = (
    Field("starts", "Bắt đầu lúc", Kind.TIME),
    Field("minutes", "Số phút", Kind.INT, limit=1440),
    Field("title", "Nội dung", required=True, limit=500),
    Field("presenter", "Người trình bày", Kind.LINK, target="person"),
    Field("directives", "Văn bản được quán triệt", Kind.LINKS, target="directive"),
)

INVITATION_FIELDS: tuple[Field, ...] = (
    Field("person", "Đại biểu", Kind.LINK, required=True, target="person"),
    Field("guest", "Khách mời", Kind.BOOL),
    Field("reply", "Trả lời", Kind.CHOICE, choices=REPLIES),
    Field("reason", "Lý do vắng"),
    Field("substitute", "Người dự thay", Kind.LINK, target="person"),
    Field("consent", "Chủ trì đã đồng ý cho dự thay", Kind.BOOL),
)

ATTENDANCE_FIELDS: tuple[Field, ...] = (
    Field("state", "Điểm danh", Kind.CHOICE, required=True, choices=ATTENDANCE),
    Field("came", "Giờ đến", Kind.TIME),
    Field("leaving", "Giờ về", Kind.TIME),
    Field("reason", "Lý do"),
)

SPEECH_FIELDS: tuple[Field, ...] = (
    Field("person", "Người phát biểu", Kind.LINK, target="person"),
    Field("content", "Nội dung phát biểu", Kind.LONG, required=True),
)

CONCLUSION_FIELDS: tuple[Field, ...] = (
    Field("speaker", "Người kết luận", Kind.LINK, target="person"),
    Field("content", "Nội dung kết luận", Kind.LONG, required=True),
    Field("directives", "Văn bản liên quan", Kind.LINKS, target="directive"),
)

TASK_FIELDS: tuple[Field, ...] = (
    Field("content", "Nội dung nhiệm vụ", Kind.LONG, required=True),
    Field("lead", "Đơn vị chủ trì", Kind.LINK, target="unit"),
    Field(
        "lead_words",
        "Chủ trì (ghi bằng lời)",
        hint="Khi giao cho nhiều đơn vị, ví dụ: cấp ủy các chi bộ, đảng bộ cơ sở",
    ),
    Field("coordinating", "Đơn vị phối hợp", Kind.LINKS, target="unit"),
    Field("due", "Thời hạn", Kind.VAGUE, hint="Ví dụ: trước 30/6/2020; chưa có hạn thì để trống"),
    Field("product", "Sản phẩm"),
    Field("directives", "Văn bản liên quan", Kind.LINKS, target="directive"),
    Field("state", "Tình trạng", Kind.CHOICE, choices=TASK_STATES, default="open"),
)

PAPER_FIELDS: tuple[Field, ...] = (
    Field(
        "number", "Số văn bản", Kind.INT, least=1, limit=numbering.LARGEST, hint="Chưa lấy số thì để trống"
    ),
    Field("signed", "Ngày ký", Kind.DATE, hint="Ngày ký quyết định thể thức của văn bản"),
)

SECTIONS = (
    Choice("other_info", "Thông tin khác"),
    Choice("guests", "Đại biểu mời dự"),
    Choice("press", "Cơ quan báo chí"),
    Choice("proceedings", "Diễn biến hội nghị"),
)

MEETING_TYPES = (
    "Hội nghị quán triệt, triển khai",
    "Hội nghị học tập nghị quyết",
    "Hội nghị Ban Chấp hành",
    "Hội nghị Ban Chấp hành mở rộng",
    "Hội nghị Ban Chấp hành bất thường",
    "Hội nghị Ban Thường vụ",
    "Hội nghị báo cáo viên",
    "Hội nghị giao ban bí thư",
    "Hội nghị sơ kết 6 tháng",
    "Hội nghị tổng kết năm",
    "Hội nghị tổng kết chuyên đề",
    "Hội nghị rút kinh nghiệm đại hội điểm",
    "Hội nghị kiểm điểm",
    "Hội nghị cán bộ chủ chốt",
    "Đại hội đảng viên",
    "Đại hội đại biểu",
    "Hội nghị trực tuyến",
    "Họp tiểu ban",
    "Hội nghị thi đua",
    "Hội nghị khác",
)

NOON = "12:00"
EVENING = "18:00"


@dataclass(frozen=True)
class Counts:
    """Heads of a meeting: every called person is in exactly one of came, excused, absent, unmarked."""

    called: int
    came: int  # on time, late, left early and by substitute
    late: int
    left_early: int
    substitutes: int
    excused: int
    absent: int
    unmarked: int

    @property
    def missing(self) -> int:
        """Known not to have come, with or without a reason."""
        return self.excused + self.absent

    @property
    def share(self) -> str:
        """Came out of called: "94,29%"; "" where nobody is called."""
        return percent(self.came, self.called)


def counts(states: Iterable[str]) -> Counts:
    """Heads from one ATTENDANCE key per called person, "" where not marked yet."""
    heads = Counter(states)
    known = {choice.key for choice in ATTENDANCE}
    return Counts(
        called=heads.total(),
        came=sum(heads[key] for key in CAME),
        late=heads["late"],
        left_early=heads["left_early"],
        substitutes=heads["substitute"],
        excused=heads["excused"],
        absent=heads["absent"],
        unmarked=sum(count for key, count in heads.items() if key not in known),
    )


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for all that cannot be saved."""
    found = check(FIELDS, values)
    starts, ends = values.get("starts") or "", values.get("ends") or ""
    if not found.keys() & {"starts", "ends"} and starts and ends and ends <= starts:
        found["ends"] = "Giờ kết thúc phải sau giờ bắt đầu."
    return found


def doubts(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for what looks odd but may be saved."""
    found = garbled(FIELDS, values)
    if not isinstance(values.get("day"), date):
        later = values.get("state") in ("held", "closed")
        found["day"] = "Hội nghị đã họp nhưng chưa có ngày họp." if later else "Chưa có ngày họp."
    starts, part = values.get("starts") or "", values.get("part_of_day")
    if starts and (
        (part == "morning" and starts >= NOON)
        or (part == "afternoon" and not NOON <= starts < EVENING)
        or (part == "evening" and starts < EVENING)
    ):
        found["starts"] = "Giờ bắt đầu không khớp với buổi họp."
    return found


def invitation_problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for a reply that cannot be saved."""
    found = check(INVITATION_FIELDS, values)
    if values.get("substitute") is not None and values.get("substitute") == values.get("person"):
        found["substitute"] = "Người dự thay phải là người khác."
    return found


def usual_type(title: str, names: Iterable[str] = MEETING_TYPES) -> str:
    """Of these types the one with the most words that all stand in the title; "" where none does."""
    words = set(re.findall(r"\w+", fold(title)))
    fits = [name for name in names if set(re.findall(r"\w+", fold(name))) <= words]
    return max(fits, key=lambda name: len(name.split()), default="")
