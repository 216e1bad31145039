"""Facts of a plainly invented office, in the shape of the home case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rules.dates import exact, parse_vague
from rules.facts import (
    AgendaItem,
    Attendee,
    Conclusion,
    Directive,
    Group,
    Head,
    Meeting,
    Person,
    Plan,
    PlanItem,
    Signature,
    Speech,
    Task,
)

BOARD = "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"
INSTRUCTION = Directive(
    "Chỉ thị",
    "35-CT/TW",
    "Bộ Chính trị",
    exact(date(2019, 5, 30)),
    "về đại hội đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
)
PROVINCE_PLAN = Directive("Kế hoạch", "129-KH/TU", "Ban Thường vụ Tỉnh ủy", None, "về đại hội các cấp")
OWN_PLAN = Directive("Kế hoạch", "92-KH/ĐUK", BOARD, exact(date(2019, 8, 19)), "về đại hội các cấp")
ARTICLE = Directive("Bài viết", "", "Tổng Bí thư", None, "“Chuẩn bị tốt đại hội đảng bộ các cấp”")
CHAIR = Person("Lê Văn Mẫu", "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy Khối các cơ quan tỉnh")
PRESENTER = Person("Đặng Văn Thử", "Phó Bí thư Đảng ủy Khối các cơ quan tỉnh")
GROUPS = (
    "Ủy viên Ban Thường vụ Đảng ủy",
    "Ủy viên Ban Chấp hành Đảng bộ, ủy viên Ủy ban Kiểm tra Đảng ủy Khối",
    "Trưởng, phó các ban xây dựng Đảng, các đoàn thể, Văn phòng Đảng ủy Khối",
    "Bí thư, phó bí thư các chi bộ, đảng bộ cơ sở",
    "Báo cáo viên của Đảng ủy Khối",
    "Cán bộ, công chức Đảng ủy Khối",
)
CAME = ("present", "late", "substitute")
TITLE = "Hội nghị quán triệt, triển khai Chỉ thị số 35-CT/TW của Bộ Chính trị"
HEAD = Head(
    superior="Đảng bộ tỉnh Mẫu",
    issuer="Đảng ủy Khối các cơ quan tỉnh",
    place_name="Mẫu",
    type_name="Biên bản",
    type_code="BB",
    symbol="ĐUK",
    number=None,
    signed=None,
    subject=TITLE,
)
WINDOWS = (
    "bắt đầu từ tháng 01/2020 và hoàn thành trong tháng 02/2020",
    "từ tháng 4/2020, hoàn thành trước 30/6/2020",
    "dự kiến đầu tháng 7/2020",
)


def attendees(count: int, marked: bool = True) -> tuple[Attendee, ...]:
    """Every 13th excused, absent or substituted, every 20th a guest."""
    states = [*["present"] * 9, "excused", "absent", "late", "substitute"]
    made = []
    for number in range(count):
        state = states[number % 13] if marked else ""
        person = Person(
            f"Nguyễn Văn {number}", f"Bí thư Chi bộ {number}", "Sở Mẫu", ("nam", "nữ")[number % 2]
        )
        one = Attendee(person, (GROUPS[number % 6],), number % 20 == 19, state)
        one = replace(one, came="08:00" if state in CAME else "", reason="ốm" if state == "excused" else "")
        made.append(replace(one, substitute=PRESENTER if state == "substitute" else None))
    return tuple(made)


def groups(people: tuple[Attendee, ...]) -> tuple[Group, ...]:
    called = {name: [one.state in CAME for one in people if name in one.groups] for name in GROUPS}
    return tuple(Group(name, len(came), sum(came)) for name, came in called.items())


def minutes(count: int = 40, marked: bool = True) -> Meeting:
    people = attendees(count, marked)
    return Meeting(
        head=HEAD,
        title=TITLE,
        type_name="Hội nghị quán triệt, triển khai",
        organiser="Đảng ủy Khối các cơ quan tỉnh",
        day=date(2019, 8, 21),
        part_of_day="morning",
        starts="",
        ends="",
        place="Hội trường Mẫu",
        chairs=(CHAIR,),
        secretaries=(),
        presenters=(PRESENTER,),
        materials=(INSTRUCTION, PROVINCE_PLAN, OWN_PLAN),
        groups=groups(people),
        attendees=people,
        agenda=agenda(),
        speeches=(
            Speech(Person("Trần Thị Ví Dụ", "Bí thư Đảng ủy Sở Mẫu"), "Nhất trí.\nĐề nghị hướng dẫn thêm."),
        ),
        conclusions=(Conclusion("Các cấp ủy bám sát chỉ đạo của cấp trên.", CHAIR, (ARTICLE,), tasks()),),
        sections={"press": "- Báo Mẫu."},
        signatures=(),
        recipients=("Lưu Văn phòng Đảng ủy",),
    )


def agenda() -> tuple[AgendaItem, ...]:
    return (
        AgendaItem("Quán triệt các văn bản", "08:00", 90, PRESENTER, (INSTRUCTION, PROVINCE_PLAN, OWN_PLAN)),
        AgendaItem("Phát biểu kết luận", "09:30", 30, CHAIR),
    )


def tasks() -> tuple[Task, ...]:
    lead = "cấp ủy các chi bộ, đảng bộ cơ sở"
    return (
        Task(
            "khẩn trương xây dựng kế hoạch", lead, ("Văn phòng",), parse_vague("trước 30/9/2019"), "Kế hoạch"
        ),
        Task("quán triệt nghiêm túc các văn bản", lead, directives=(INSTRUCTION, PROVINCE_PLAN)),
        Task("chuẩn bị tốt công tác nhân sự"),
    )


def bare_minutes() -> Meeting:
    """A meeting of which next to nothing is known."""
    head = Head("", "", "", "Biên bản", "BB", "", None, None, "")
    none = ()
    return Meeting(head, "", "", "", None, "", "", "", "", *[none] * 9, {}, none, none)  # type: ignore[arg-type]


def plan() -> Plan:
    subject = "tổ chức đại hội đảng bộ các cấp"
    head = replace(
        HEAD, type_name="Kế hoạch", type_code="KH", number=92, signed=date(2019, 8, 19), subject=subject
    )
    items = (
        PlanItem(
            "Đại hội chi bộ", "before", "Đảng ủy cơ sở", ("Ban Tổ chức",), parse_vague(WINDOWS[0]), "Báo cáo"
        ),
        PlanItem(
            "Đại hội đảng bộ cơ sở",
            "during",
            "các đảng bộ cơ sở",
            (),
            parse_vague(WINDOWS[1]),
            note="sau điểm",
        ),
        PlanItem("Đại hội Đảng bộ Khối", "during", BOARD, (), parse_vague(WINDOWS[2])),
        PlanItem("Tổng kết", "after"),
    )
    sections = {
        "purpose": "Lãnh đạo đại hội đúng tiến độ.",
        "requirements": "- Nghiêm túc;\n- Đúng Điều lệ.",
        "organisation": "Văn phòng Đảng ủy: theo dõi, báo cáo\nBan Tổ chức: hướng dẫn nhân sự",
    }
    signatures = (Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Đặng Văn Thử"),)
    recipients = (
        "Ban Thường vụ Tỉnh ủy (để báo cáo)",
        "Các chi bộ, đảng bộ cơ sở (để thực hiện)",
        "Lưu Văn phòng",
    )
    bases = (INSTRUCTION, PROVINCE_PLAN)
    return Plan(head, OWN_PLAN, BOARD, bases, sections, items, signatures, recipients)


def bare_plan() -> Plan:
    head = Head("", "", "", "Kế hoạch", "KH", "", None, None, "")
    return Plan(head, Directive("Kế hoạch"), "", (), {}, (), (), ())
