"""Documents that come in and go out: what is asked about them, their symbols, their secrecy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from rules import numbering
from rules.dates import VagueDate
from rules.fields import Choice, Field, Kind, check, garbled
from rules.numbers import two_digits
from rules.text import clean, fold, merge

URGENCIES = (
    Choice("", "Thường"),
    Choice("urgent", "Khẩn"),
    Choice("very_urgent", "Thượng khẩn"),
    Choice("express", "Hỏa tốc"),
)
SECRECIES = (
    Choice("", "Không mật"),
    Choice("secret", "Mật"),
    Choice("top_secret", "Tối mật"),
    Choice("absolute", "Tuyệt mật"),
)
DIRECTIONS = (Choice("in", "Văn bản đến"), Choice("out", "Văn bản đi"))
STATES = (
    Choice("", "Chưa theo dõi"),
    Choice("draft", "Dự thảo"),
    Choice("issued", "Đã ban hành"),
    Choice("doing", "Đang xử lý"),
    Choice("done", "Đã xử lý xong"),
    Choice("filed", "Đã lưu hồ sơ"),
)
CENTRAL_ORGANS = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương", "Trung ương Đảng")
ORGANS = (
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Thường trực",
    "Văn phòng",
    "Ủy ban Kiểm tra",
    "Ban Tổ chức",
    "Ban Tuyên giáo",
    *CENTRAL_ORGANS[:3],
)

FIELDS: tuple[Field, ...] = (
    Field("type", "Loại văn bản", Kind.LINK, required=True, target="directive_type"),
    Field(
        "number",
        "Số",
        Kind.INT,
        least=1,
        limit=numbering.LARGEST,
        hint="Chỉ phần số, ví dụ 92 của số 92-KH/ĐUK",
    ),
    Field("issuer", "Cơ quan ban hành", Kind.LINK, target="unit"),
    Field(
        "organ",
        "Cấp ban hành",
        suggestions=ORGANS,
        hint="Bộ phận của cơ quan ban hành, ví dụ: Ban Thường vụ",
    ),
    Field("issuer_code", "Ký hiệu cơ quan ban hành", limit=40, hint="Ví dụ: TW, TU, ĐUK"),
    Field("issued", "Ngày ban hành", Kind.VAGUE, hint="Chưa rõ ngày thì gõ tháng, ví dụ: 8/2019"),
    Field("subject", "Trích yếu", Kind.LONG, limit=2000, hint="Ví dụ: về đại hội đảng bộ các cấp"),
    Field("signer", "Người ký"),
    Field("urgency", "Mức độ khẩn", Kind.CHOICE, choices=URGENCIES),
    Field("secrecy", "Mức độ mật", Kind.CHOICE, choices=SECRECIES),
    Field("direction", "Văn bản đến hay đi", Kind.CHOICE, required=True, choices=DIRECTIONS, default="in"),
    Field("arrival_number", "Số đến", Kind.INT, least=1),
    Field("arrival_date", "Ngày đến", Kind.DATE),
    Field("sent_to", "Nơi nhận", Kind.LONG, limit=2000),
    Field("copies", "Số lượng bản", Kind.INT, limit=99_999),
    Field("forwarded", "Ngày chuyển", Kind.DATE),
    Field("file_number", "Hồ sơ số", limit=60),
    Field("due", "Hạn xử lý", Kind.DATE),
    Field("state", "Tình trạng", Kind.CHOICE, choices=STATES),
    Field("note", "Ghi chú", Kind.LONG),
)

RELATIONS = (
    Choice("carries_out", "Triển khai"),
    Choice("based_on", "Căn cứ"),
    Choice("replaces", "Thay thế"),
    Choice("amends", "Sửa đổi, bổ sung"),
    Choice("mentions", "Nhắc tới"),
)


class DirectiveType(NamedTuple):
    """A kind of document with its code; `since` and `until` are the first and last day of that code."""

    name: str
    code: str
    since: date | None = None
    until: date | None = None


# Codes: 36-HD/VPTW (3/4/2018), 05-HD/VPTW (27/5/2026). "Quy định" was QĐi until 3294-CV/VPTW/nb (11/3/2019).
DIRECTIVE_TYPES: tuple[DirectiveType, ...] = (
    DirectiveType("Nghị quyết", "NQ"),
    DirectiveType("Quyết định", "QĐ"),
    DirectiveType("Chỉ thị", "CT"),
    DirectiveType("Kết luận", "KL"),
    DirectiveType("Quy chế", "QC"),
    DirectiveType("Quy định", "QĐ", until=date(2018, 4, 2)),
    DirectiveType("Quy định", "QĐi", date(2018, 4, 3), date(2019, 3, 10)),
    DirectiveType("Quy định", "QĐ", since=date(2019, 3, 11)),
    DirectiveType("Thông tri", "TT"),
    DirectiveType("Hướng dẫn", "HD"),
    DirectiveType("Thông báo", "TB"),
    DirectiveType("Thông cáo", "TC"),
    DirectiveType("Báo cáo", "BC"),
    DirectiveType("Kế hoạch", "KH"),
    DirectiveType("Quy hoạch", "QH"),
    DirectiveType("Chương trình", "CTr"),
    DirectiveType("Đề án", "ĐA"),
    DirectiveType("Phương án", "PA"),
    DirectiveType("Dự án", "DA"),
    DirectiveType("Tờ trình", "TTr"),
    DirectiveType("Công văn", "CV"),
    DirectiveType("Biên bản", "BB"),
    DirectiveType("Giấy mời", "GM"),
    DirectiveType("Giấy giới thiệu", "GGT"),
    DirectiveType("Giấy triệu tập", ""),
    DirectiveType("Bản sao", "BS"),
    DirectiveType("Bài viết", ""),
    DirectiveType("Tài liệu", ""),
)

ONLY_REGISTERED = (
    "Văn bản mật chỉ được ghi sổ; chương trình không lưu nội dung, tệp kèm theo của văn bản này."
)


def is_marked(secrecy: str) -> bool:
    """Mật and above: a line in the register, no content and no attachment."""
    return secrecy != ""


def symbol(number: int | None, type_code: str, issuer_code: str) -> str:
    """Number and symbol, "92-KH/ĐUK"; two figures below 10; "" for a document without number."""
    if number is None:
        return ""
    tail = f"{type_code}/{issuer_code}" if type_code and issuer_code else type_code or issuer_code
    return f"{two_digits(number)}-{tail}" if tail else two_digits(number)


def issuer_name(organ: str, committee: str, level: int | None = None) -> str:
    """Who issued it, as papers cite it: "Ban Thường vụ Tỉnh ủy", "Bộ Chính trị".

    `committee`: name of the issuing unit's committee (or of the unit where it has none); `level` of its
    kind, 0 for the centre, whose organs stand alone.
    """
    organ, committee = clean(organ), clean(committee)
    if organ and (level == 0 or fold(organ) in {fold(name) for name in CENTRAL_ORGANS}):
        return organ
    if fold(organ) == "ban chap hanh" and not fold(committee).startswith(("dang bo", "chi bo")):
        return committee or organ  # papers of the executive committee are cited by the committee itself
    return merge(organ, committee)


def problems(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for all that cannot be saved."""
    found = check(FIELDS, values)
    if is_marked(values.get("secrecy") or "") and clean(values.get("note") or ""):
        found.setdefault("note", f"{ONLY_REGISTERED} Hãy xóa ghi chú.")
    forwarded, arrived = values.get("forwarded"), values.get("arrival_date")
    if isinstance(forwarded, date) and isinstance(arrived, date) and forwarded < arrived:
        found.setdefault("forwarded", "Ngày chuyển ở trước ngày đến.")
    return found


def doubts(values: Mapping[str, Any]) -> dict[str, str]:
    """Field → sentence for what looks odd but may be saved."""
    found = garbled(FIELDS, values)
    issued = values.get("issued")
    if values.get("number") is None:
        found["number"] = "Chưa có số văn bản."
    if issued is None:
        found["issued"] = "Chưa có ngày ban hành."
    elif isinstance(issued, VagueDate) and issued.latest is None:
        found["issued"] = "Ngày ban hành chưa đọc được thành ngày; vẫn in đúng như đã gõ."
    if is_marked(values.get("secrecy") or "") and values.get("subject"):
        found["subject"] = f"{ONLY_REGISTERED} Trích yếu chỉ ghi như trong sổ đăng ký."
    arrived = values.get("arrival_date")
    if (
        isinstance(issued, VagueDate)
        and issued.earliest
        and isinstance(arrived, date)
        and arrived < issued.earliest
    ):
        found["arrival_date"] = "Ngày đến ở trước ngày ban hành."
    return found
