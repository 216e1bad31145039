"""What the minutes ask for beside the data of the meeting: prose, signature blocks, recipients."""

from __future__ import annotations

from gui.form import Section
from rules.fields import Field, Kind
from rules.meetings import SECTIONS

HINTS = {
    "other_info": "In ở cuối phần mở đầu của biên bản",
    "guests": "Mỗi dòng một người hoặc một đoàn; khách mời đã có trong danh sách thì tự in",
    "press": "Mỗi dòng một cơ quan",
    "proceedings": "Mỗi dòng in thành một đoạn; ý kiến phát biểu và kết luận tự in từ phần của chúng",
}
PROSE = tuple(Field(one.key, one.label, Kind.LONG, hint=HINTS[one.key]) for one in SECTIONS)
PROSE_COLUMNS = (
    (Section("", (("number", "signed"), "proceedings")),),
    (Section("", ("guests", "press", "other_info")),),
)
PLACES = ("Chữ ký bên trái", "Chữ ký bên phải", "Xác nhận chữ ký (nếu cần)")
FEET = tuple(
    field
    for place, title in enumerate(PLACES, start=1)
    for field in (
        Field(f"authority_{place}", title),
        Field(f"post_{place}", f"Chức vụ in dưới {title[0].lower()}{title[1:]}".replace(" (nếu cần)", "")),
        Field(
            f"person_{place}",
            f"Người ký: {title[0].lower()}{title[1:]}".replace(" (nếu cần)", ""),
            Kind.LINK,
            target="person",
        ),
    )
)
RECIPIENTS = Field("recipients", "Nơi nhận", Kind.LONG, hint="Mỗi dòng một nơi")
FEET_COLUMNS = (
    (Section("", tuple(name for n in (1, 2) for name in (f"authority_{n}", f"post_{n}", f"person_{n}"))),),
    (Section("", ("authority_3", "post_3", "person_3", "recipients")),),
)
