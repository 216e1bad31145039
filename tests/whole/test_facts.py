"""The facts of the home case: each read from its field, each found in the papers that carry it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from db import (
    agenda,
    attendance,
    audiences,
    conclusions,
    directives,
    meetings,
    papers,
    plans,
    settings,
    tasks,
)
from rules import directives as directive_rules
from rules import meetings as meeting_rules
from rules import plans as plan_rules
from rules.dates import long_date, paper_date
from rules.fields import label_of
from tests.whole.case import Case
from tests.whole.demo import Demo

SUBJECT = "đại hội đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
WINDOWS = {
    25: "bắt đầu từ tháng 01/2020 và hoàn thành trong tháng 02/2020",
    26: "từ tháng 4/2020, hoàn thành trước 30/6/2020",
    27: "dự kiến đầu tháng 7/2020",
}


# What no paper of today carries: the paper that will, and why not this one.
LATER = {
    40: "không văn bản nào: “Các tin khác” là khung của trang",
    41: "không văn bản nào: cách viết lẫn lộn, việc của tìm kiếm (thử ở cuối)",
}
# Whose words stand here, and what else a later paper will say of them.
MORE = {
    8: "báo cáo tiến độ: đơn vị nào đã có kế hoạch của mình",
    30: "báo cáo tiến độ: đơn vị nào đã làm xong nhiệm vụ",
    31: "quyết định thành lập tiểu ban: thành viên và nhiệm vụ từng người",
    35: "báo cáo tiến độ: đại hội điểm nào đã tiến hành",
}


@pytest.fixture(scope="module")
def case(demo: Demo) -> Iterator[Case]:
    with demo.opened():
        yield Case(demo)


def when(case: Case) -> None:
    row = case.row()
    assert row.day is not None
    part = label_of(meeting_rules.PARTS_OF_DAY, row.part_of_day)
    assert (part, paper_date(row.day), row.starts, row.ends) == ("Sáng", "21/8/2019", "", "")
    case.carries("minutes.docx", "Thời gian", f"{part.lower()} {long_date(row.day)}")
    case.carries("minutes.xlsx", "Ngày họp|21/8/2019", f"Buổi|{part}")
    case.carries("meetings.xlsx", f"21/8/2019|{row.title}")


def organiser(case: Case) -> None:
    row = case.row()
    assert (row.organiser_id, row.organiser) == (settings.own_unit(), "Đảng ủy Khối các cơ quan tỉnh")
    assert row.organiser not in case.person("chair").full_name
    case.carries("minutes.xlsx", f"Đơn vị tổ chức|{row.organiser}")
    case.carries("meetings.xlsx", f"{row.title}|{row.organiser}|{case.person('chair').full_name}")


def kind_of_meeting(case: Case) -> None:
    kind = case.row().type
    assert kind == "Hội nghị quán triệt, triển khai"
    case.carries("minutes.xlsx", f"Loại hội nghị|{kind}")
    case.carries("minutes.docx", "BIÊN BẢN", kind)


def instruction(case: Case) -> None:
    row = case.document("35-CT/TW")
    assert (row.number, row.type, row.issuer_code, row.issuer) == (35, "Chỉ thị", "TW", "Bộ Chính trị")
    said = cited(row)
    assert said == "Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị"
    case.carries("minutes.docx", "Tài liệu", said)
    case.carries("plan.docx", f"Thực hiện {said}")
    case.carries("directives.xlsx", f"{row.symbol}|30/5/2019|{row.type}|{row.issuer}")


def cited(row: directives.Row) -> str:
    day = paper_date(row.issued.earliest) if row.issued and row.issued.earliest else "……………"
    return f"{row.type} số {row.symbol}, ngày {day} của {row.issuer}"


def plan_of_the_province(case: Case) -> None:
    row = case.document("129-KH/TU")
    assert (row.type, row.issued, row.issuer) == ("Kế hoạch", None, "Ban Thường vụ Tỉnh ủy")
    assert "issued" in directive_rules.doubts(directives.get(row.id))
    for file in ("minutes.docx", "plan.docx"):
        case.carries(file, cited(row))
    case.carries("directives.xlsx", f"{row.symbol}||{row.type}|{row.issuer}")
    assert f"ngày ban hành Kế hoạch số {row.symbol}" in case.demo.of("minutes").document.blanks()


def own_plan(case: Case) -> None:
    row = case.document("92-KH/ĐUK")
    organ, unit = directives.get(row.id)["organ"], settings.office(row.issued and row.issued.latest)
    assert (organ, row.issuer) == ("Ban Thường vụ", f"Ban Thường vụ {unit.committee}")
    case.carries("minutes.docx", cited(row))
    case.carries("plan.docx", f"Số {row.symbol}", "ngày 19 tháng 8 năm 2019", row.issuer)
    case.carries("directives.xlsx", f"{row.symbol}|19/8/2019|{row.type}|{row.issuer}")


def chain(case: Case) -> None:
    above = {
        words: [link.directive for link in directives.links(case.document(words).id) if link.outgoing]
        for words in ("92-KH/ĐUK", "129-KH/TU")
    }
    assert [row.symbol for row in above["129-KH/TU"]] == ["35-CT/TW"]
    case.carries("plan.docx", "Thực hiện ", *(cited(row) for row in above["92-KH/ĐUK"]), "xây dựng kế hoạch")


def subject(case: Case) -> None:
    for symbol in ("35-CT/TW", "129-KH/TU", "92-KH/ĐUK"):
        row = case.document(symbol)
        assert row.subject == f"về {SUBJECT}"
        case.carries("minutes.docx", f"{cited(row)} {row.subject}")
        case.carries("directives.xlsx", f"{row.issuer}|{row.subject}")
    case.carries("plan.docx", "KẾ HOẠCH", f"về {SUBJECT}")
    assert "Đại hội đảng bộ các cấp" in case.row().series


def called(words: str, *rules: str) -> Callable[[Case], None]:
    """A printed item: its words in the minutes with its heads, its people among the delegates."""

    def found(case: Case) -> None:
        group = case.group(words)
        assert not set(rules) - {one.split(" – ")[0] for one in group.rules}
        rows = [row for row in attendance.rows(case.meeting) if group.id in row.group_ids]
        assert rows
        case.carries("minutes.docx", "gồm:", f"+ {group.name}: triệu tập {len(rows)} đồng chí")
        case.carries("minutes.xlsx", f"{group.name}|{len(rows)}")
        listed = names_of_delegates(case)
        assert all(listed.count(row.person.full_name) == 1 for row in rows)

    return found


def names_of_delegates(case: Case) -> list[str]:
    rows = [line.split("|") for line in case.words("delegates.xlsx").split("\n")]
    return [row[1] for row in rows if re.fullmatch(r"\d+", row[0])]


def one_head_in_several_groups(case: Case) -> None:
    called("ủy viên bch đảng bộ", "Ủy viên Ban Chấp hành")(case)
    both = {case.group("btv đảng ủy").id, case.group("ủy viên bch đảng bộ").id}
    rows = attendance.rows(case.meeting)
    standing = [row for row in rows if min(both) in row.group_ids]
    assert len(standing) == 10
    assert all(both <= set(row.group_ids) for row in standing)
    heads = attendance.counts(case.meeting).called
    assert len(names_of_delegates(case)) == heads
    case.carries("delegates.xlsx", f"Tổng số: {heads} đồng chí")


def chair(case: Case) -> None:
    person = case.person("chair")
    posts = "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy Khối các cơ quan tỉnh"
    assert (person.full_name, person.title) == ("Lê Hồng Quân", posts)
    case.carries("minutes.docx", f"Người chủ trì: đồng chí {person.full_name}, {person.title}.")
    case.carries("delegates.xlsx", person.full_name, person.title)
    case.carries("people.xlsx", f"{person.full_name}|", f"|{posts}")


def presenter(case: Case) -> None:
    item, person = agenda.rows(case.meeting)[0], case.person("presenter")
    assert (item.presenter, person.title) == (person.full_name, "Phó Bí thư Đảng ủy Khối các cơ quan tỉnh")
    assert item.directives == ("35-CT/TW", "129-KH/TU", "92-KH/ĐUK")
    case.carries("minutes.docx", f"Đồng chí Đặng Văn Thoảng, {person.title} trình bày: ", *item.directives)
    case.carries("minutes.xlsx", f"Báo cáo viên|{person.full_name}, {person.title}")


def phases(case: Case) -> None:
    kept = list(dict.fromkeys(item.phase for item in plans.items(case.plan)))
    assert kept == [choice.key for choice in plan_rules.PHASES]
    said = [label_of(plan_rules.PHASES, key).partition("/")[0] for key in kept]
    assert said == ["Trước đại hội", "Trong đại hội", "Sau đại hội"]
    case.carries("plan.docx", *(f"{number}. {one}" for number, one in enumerate(said, 1)))
    case.carries("plan.docx", "TIẾN ĐỘ THỰC HIỆN", *said)
    case.carries("plan.xlsx", "Nội dung công việc|", *said)


def model_congresses(case: Case) -> None:
    items = [item for item in plans.items(case.plan) if item.note == "Đơn vị điểm"]
    assert [item.content.partition(": ")[2] for item in items] == [
        "Đảng bộ Sở Công Thương",
        "Chi bộ Tỉnh Đoàn",
    ]
    for item in items:
        case.carries("plan.docx", item.content, "TIẾN ĐỘ THỰC HIỆN", item.content, item.note)
        case.carries("plan.xlsx", "Cơ quan chủ trì|", f"{item.content}|{item.lead}|", item.note)


def pilot(case: Case) -> None:
    (item,) = case.items("trực tiếp bầu bí thư đảng ủy")
    assert (item.lead, item.note) == ("Đảng ủy Sở Khoa học và Công nghệ", "Đơn vị thí điểm")
    case.carries("plan.docx", item.content, "TIẾN ĐỘ THỰC HIỆN", item.content, item.note)
    case.carries("plan.xlsx", "Cơ quan chủ trì|", f"{item.content}|{item.lead}|", item.note)


def lessons(case: Case) -> None:
    (item,) = case.items("Rút kinh nghiệm")
    assert item.phase == "after"
    case.carries("plan.docx", "rút kinh nghiệm", "Sau đại hội", item.content)


def window(number: int, earliest: date, latest: date, *columns: str) -> Callable[[Case], None]:
    """The words as given, the days they mean, the two columns of the schedule."""

    def found(case: Case) -> None:
        words = WINDOWS[number]
        (item,) = [item for item in plans.items(case.plan) if item.time and item.time.words == words]
        assert item.time
        assert (item.time.earliest, item.time.latest) == (earliest, latest)
        case.carries("plan.docx", f"{item.content}. Thời gian: {words};")
        case.carries("plan.docx", "TIẾN ĐỘ THỰC HIỆN", item.content, *columns)
        case.carries("plan.xlsx", f"{item.content}. Thời gian: {words};")
        case.carries("plan.xlsx", f"{item.content}|{item.lead}|", "|".join(("", *columns, "")))

    return found


def conclusion(case: Case) -> None:
    (row,) = conclusions.rows(case.meeting)
    person = case.person("chair")
    assert row.speaker == person.full_name
    case.carries("minutes.docx", f"Đồng chí {person.full_name}, {person.title} kết luận:", row.content)
    case.carries("minutes.xlsx", "Kết luận|Nhiệm vụ", row.content)


def article(case: Case) -> None:
    (key,) = conclusions.rows(case.meeting)[0].directive_ids
    (row,) = directives.rows(ids=[key])
    assert (row.type, row.number, row.symbol, row.issued) == ("Bài viết", None, "", None)
    assert row.issuer == "Tổng Bí thư, Chủ tịch nước Nguyễn Phú Trọng"
    case.carries("minutes.docx", f"Bài viết của {row.issuer} {row.subject}")
    case.carries("directives.xlsx", f"||{row.type}|{row.issuer}|{row.subject}")


def asked(*keys: str, of: str = "Cấp ủy các chi bộ, đảng bộ cơ sở") -> Callable[[Case], None]:
    """Tasks of the chair's conclusion, each for every grassroots committee, each without a day."""

    def found(case: Case) -> None:
        for task in case.tasks(*keys):
            assert (task.lead, task.due, task.conclusion_id) == (
                of,
                None,
                conclusions.rows(case.meeting)[0].id,
            )
            given = f"giao {of[:1].lower()}{of[1:]}"
            case.carries("minutes.docx", "Kết luận hội nghị", given, f") {task.content}")
            case.carries("minutes.xlsx", f"|{task.content}|{of}|||{task.product}")

    return found


def linked_task(case: Case) -> None:
    (task,) = case.tasks("quan triet")
    symbols = ["35-CT/TW", "129-KH/TU", "92-KH/ĐUK"]
    given = tasks.get(task.id)["directives"]
    assert given == tuple(case.document(symbol).id for symbol in symbols)
    asked("quan triet")(case)
    case.carries("minutes.xlsx", f"|{task.content}|", "; ".join(symbols))


def published(case: Case) -> None:
    """The news has a day of its own, the one after the meeting, with its weekday worked out."""
    row, paper = case.row(), papers.get("news", case.meeting)
    assert row.day is not None
    assert (paper["signed"] - row.day).days == 1
    case.carries("news.docx", "Thứ Năm, ngày 22/8/2019", "Sáng 21-8, ")


def captions(case: Case) -> None:
    """Both stand in paragraphs of their own, in no sentence of the body."""
    document = case.demo.of("news").document
    told = [line.text for line in document.paragraphs() if line.style == "caption"]
    kept = papers.get("news", case.meeting)["sections"]
    assert told == [kept["caption_1"], kept["caption_2"]]
    assert case.person("presenter").full_name in told[0]
    assert case.person("chair").full_name in told[1]
    assert not [line for line in document.paragraphs() if line.style != "caption" and line.text in told]


def led_once(case: Case) -> None:
    (lead,) = [line.text for line in case.demo.of("news").document.paragraphs() if line.style == "leading"]
    assert case.words("news.docx").count(lead) == 1


def published_by(case: Case) -> None:
    office = f"Văn phòng {settings.office(case.row().day).committee}"
    assert case.words("news.docx").strip().endswith(f"\n{office}")


FACTS: dict[int, Callable[[Case], None]] = {
    1: published,
    2: when,
    3: organiser,
    4: kind_of_meeting,
    5: instruction,
    6: plan_of_the_province,
    7: own_plan,
    8: chain,
    9: subject,
    10: called("ủy viên btv đảng ủy", "Ủy viên Ban Thường vụ"),
    11: one_head_in_several_groups,
    12: called("ủy viên ubkt đảng ủy khối", "Ủy viên Ủy ban Kiểm tra"),
    13: called("trưởng, phó các ban xây dựng đảng", "Trưởng ban", "Phó Trưởng ban"),
    14: called("các đoàn thể", "Chủ tịch", "Bí thư Đoàn"),
    15: called("văn phòng đảng ủy khối", "Chánh Văn phòng", "Phó Chánh Văn phòng"),
    16: called("bí thư, phó bí thư các chi bộ, đảng bộ cơ sở", "Bí thư", "Phó Bí thư"),
    17: called("báo cáo viên của đảng ủy khối các cơ quan tỉnh", "Báo cáo viên"),
    18: called("cán bộ, công chức đảng ủy khối các cơ quan tỉnh", "Chuyên viên"),
    19: chair,
    20: presenter,
    21: phases,
    22: model_congresses,
    23: pilot,
    24: lessons,
    25: window(25, date(2020, 1, 1), date(2020, 2, 29), "tháng 01/2020", "trong tháng 02/2020"),
    26: window(26, date(2020, 4, 1), date(2020, 6, 29), "tháng 4/2020", "trước 30/6/2020"),
    27: window(27, date(2020, 7, 1), date(2020, 7, 10), "dự kiến đầu tháng 7/2020"),
    28: conclusion,
    29: article,
    30: asked("ke hoach dai hoi cua cap minh"),
    31: asked("lap cac tieu ban giup viec"),
    32: linked_task,
    33: asked("quy che", "thanh vien to giup viec"),
    34: asked("nhan su", "bao cao chinh tri"),
    35: asked("dai hoi diem"),
    36: asked("tinh hinh tu tuong", "khac phuc kho khan"),
    37: captions,
    38: led_once,
    39: published_by,
}


@pytest.mark.parametrize("number", FACTS)
def test_the_fact_stands_in_the_data_and_in_its_papers(number: int, case: Case) -> None:
    FACTS[number](case)


def test_every_fact_is_tried() -> None:
    assert sorted([*FACTS, *LATER]) == list(range(1, 42))
    assert set(MORE) <= set(FACTS)


def test_spelling_and_case_do_not_hide_a_fact(case: Case) -> None:
    """Fact 41: "đảng uỷ", "Bộ chính trị", "Đại biểu toàn quốc" find what is kept otherwise."""
    assert case.document("chỉ thị bộ chính trị").symbol == "35-CT/TW"
    assert case.document("92 KẾ HOẠCH ban thường vụ").symbol == "92-KH/ĐUK"
    assert len([row for row in audiences.rows("đảng uỷ khối") if "Đảng ủy Khối" in row.name]) == 4
    assert [row.id for row in meetings.rows("hội nghị quán triệt Đại Hội đảng bộ")] == [case.meeting]


def test_nothing_is_made_up_about_the_conference(case: Case) -> None:
    """What the report does not say is a blank: clock, place, writer, heads present, number, day."""
    said = set(case.demo.of("minutes").document.blanks())
    assert said >= {
        "số của biên bản",
        "ngày ký biên bản",
        "giờ bắt đầu hội nghị",
        "giờ kết thúc hội nghị",
        "địa điểm hội nghị",
        "người ghi biên bản",
        "số đồng chí có mặt",
        "số đồng chí vắng mặt",
    }
    case.carries(
        "minutes.docx", "bắt đầu vào hồi …… giờ ……", "Địa điểm: ……", "Có mặt: ……", "kết thúc vào hồi ……"
    )
