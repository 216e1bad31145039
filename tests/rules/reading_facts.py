"""What each text of reading_texts and the home case tells: what is asked, what must come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from rules.reading.found import Person, Proposals

Ask = Callable[[Proposals], Any]
KHOI = "Đảng ủy khối các cơ quan tỉnh"


def meeting(p: Proposals) -> tuple[Any, ...]:
    if not p.meeting:
        return ()
    m = p.meeting
    return m.title, m.date, m.part_of_day, m.starts, m.place, m.organiser, m.sure


def people(given: tuple[Person, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(person.name, person.posts) for person in given]


def symbols(p: Proposals) -> list[tuple[str | None, str, str | None, date | None, str | None]]:
    return [(d.type_name, d.number, d.issuer_code, d.date, d.issuer) for d in p.directives]


def links(p: Proposals) -> set[tuple[str, str, str, bool]]:
    named = p.directives
    return {(named[x.child].number, x.relation, named[x.parent].number, x.sure) for x in p.links}


def windows(p: Proposals) -> list[tuple[str, str, date | None, date | None]]:
    return [(w.whom, w.when.words, w.when.earliest, w.when.latest) for w in p.windows]


def tasks(p: Proposals) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(t.content, t.lead, t.coordinating, t.due.words if t.due else "") for t in p.tasks]


def congresses(p: Proposals) -> list[tuple[str, str]]:
    return [(c.unit, c.kind) for c in p.congresses]


def groups(p: Proposals) -> list[str]:
    return [group.name for group in p.groups]


QUAN = ("Lê Hồng Quân", ("Ủy viên Ban Thường vụ Tỉnh ủy", f"Bí thư {KHOI}"))
THOANG = ("Đặng Văn Thoảng", (f"Phó Bí thư {KHOI}",))
TRONG = ("Nguyễn Phú Trọng", ("Tổng Bí thư", "Chủ tịch nước"))
WINDOWS = [
    (
        "chi bộ trực thuộc đảng ủy cơ sở",
        "bắt đầu từ tháng 01/2020 và hoàn thành trong tháng 02/2020",
        date(2020, 1, 1),
        date(2020, 2, 29),
    ),
    (
        "đảng bộ, chi bộ cơ sở",
        "bắt đầu từ tháng 4/2020, hoàn thành trước 30/6/2020",
        date(2020, 4, 1),
        date(2020, 6, 29),
    ),
    ("Đại hội Đảng bộ Khối", "Dự kiến đầu tháng 7/2020", date(2020, 7, 1), date(2020, 7, 10)),
]
CHOSEN = [
    ("Đảng bộ Sở Công Thương", "model"),
    ("Chi bộ Tỉnh Đoàn", "model"),
    ("Đảng bộ Sở Khoa học và Công nghệ", "direct"),
]
CHAIN = {("129", "carries_out", "35", True), ("92", "carries_out", "129", True)}
TASK_WORDS = [
    "kế hoạch đại hội", "Tiểu ban giúp việc", "Quán triệt, triển khai", "quy chế", "Phân công nhiệm vụ",
    "nhân sự", "văn kiện, báo cáo chính trị", "đại hội điểm", "tư tưởng", "khó khăn",
]  # fmt: skip

# (facts of domain.md §1.2, what is asked, what must come)
HOME: tuple[tuple[str, Ask, Any], ...] = (
    ("1 page date", lambda p: p.published and p.published.when.earliest, date(2019, 8, 22)),
    ("2 day", lambda p: p.meeting and p.meeting.date, date(2019, 8, 21)),
    ("2 half day", lambda p: p.meeting and p.meeting.part_of_day, "morning"),
    ("3 organiser", lambda p: p.meeting and p.meeting.organiser, KHOI),
    ("4 title", lambda p: p.meeting and p.meeting.title.startswith("Hội nghị quán triệt, triển khai"), True),
    ("place is not told", lambda p: p.meeting and p.meeting.place, ""),
    ("hour is not told", lambda p: p.meeting and p.meeting.starts, ""),
    ("the meeting is sure", lambda p: p.meeting and p.meeting.sure, True),
    (
        "5-7 documents",
        symbols,
        [
            ("Chỉ thị", "35", "TW", date(2019, 5, 30), "Bộ Chính trị"),
            ("Kế hoạch", "129", "TU", None, "Ban Thường vụ Tỉnh ủy"),
            ("Kế hoạch", "92", "ĐUK", date(2019, 8, 19), f"Ban Thường vụ {KHOI}"),
        ],
    ),
    ("8 chain", links, CHAIN),
    ("10-18 six groups", lambda p: len(p.groups), 6),
    ("10 first group", lambda p: p.groups[0].name, "ủy viên BTV Đảng ủy"),
    ("18 last group", lambda p: p.groups[5].name, f"cán bộ, công chức {KHOI}"),
    ("groups are sure", lambda p: all(group.sure for group in p.groups), True),
    ("19 chair", lambda p: people(p.chairs), [QUAN]),
    ("20 presenter", lambda p: people(p.presenters), [THOANG]),
    ("28 who concludes", lambda p: p.concluder and p.concluder.name, "Lê Hồng Quân"),
    ("people", lambda p: people(p.people), [QUAN, THOANG, TRONG]),
    ("who only wrote an article is no guest", lambda p: [x.sure for x in p.people], [True, True, False]),
    ("22-23 model and pilot", congresses, CHOSEN),
    ("25-27 windows", windows, WINDOWS),
    ("windows are sure", lambda p: all(window.sure for window in p.windows), True),
    ("29 article", lambda p: [x.text[:8] for x in p.articles], ["Chuẩn bị"]),
    ("30-36 ten tasks", lambda p: len(p.tasks), 10),
    (
        "30-36 each in its place",
        lambda p: [w for w, t in zip(TASK_WORDS, p.tasks, strict=True) if w not in t.content],
        [],
    ),
    ("32 task with documents", lambda p: p.tasks[2].directives, (0, 1, 2)),
    ("36 no deadlines", lambda p: [t.due for t in p.tasks if t.due], []),
    ("whose tasks", lambda p: {t.lead for t in p.tasks}, {"cấp ủy các chi bộ, đảng bộ cơ sở"}),
    ("37 captions", lambda p: len(p.captions), 2),
    ("39 signed by", lambda p: p.author and p.author.name, "Văn phòng Đảng ủy khối các cơ quan tỉnh"),
    ("the weekday is right", lambda p: p.doubts, ()),
)


KHOI_SHORT = "Đảng ủy Khối"
OURS = "Đảng ủy Khối các cơ quan tỉnh"
QUAN_SHORT = ("Lê Hồng Quân", ("Ủy viên Ban Thường vụ Tỉnh ủy", f"Bí thư {KHOI_SHORT}"))
AT_GRASSROOTS = "cấp ủy các chi bộ, đảng bộ cơ sở"

FACTS: tuple[tuple[str, str, Ask, Any], ...] = (
    (
        "NEWS",
        "meeting",
        meeting,
        (
            "Hội nghị phổ biến ba văn bản về đại hội đảng bộ các cấp",
            date(2019, 8, 21),
            "morning",
            "",
            "",
            OURS,
            True,
        ),
    ),
    (
        "NEWS",
        "documents",
        symbols,
        [
            ("Chỉ thị", "35", "TW", date(2019, 5, 30), "Bộ Chính trị"),
            ("Kế hoạch", "129", "TU", None, "Ban Thường vụ Tỉnh ủy"),
            ("Kế hoạch", "92", "ĐUK", date(2019, 8, 19), f"Ban Thường vụ {KHOI_SHORT}"),
        ],
    ),
    ("NEWS", "chain", links, CHAIN),
    ("NEWS", "chair", lambda p: people(p.chairs), [QUAN_SHORT]),
    (
        "NEWS",
        "presenter",
        lambda p: people(p.presenters),
        [("Đặng Văn Thoảng", (f"Phó Bí thư {KHOI_SHORT}",))],
    ),
    ("NEWS", "six groups", lambda p: len(p.groups), 6),
    ("NEWS", "windows", lambda p: [w[2:] for w in windows(p)], [w[2:] for w in WINDOWS]),
    ("NEWS", "congresses", congresses, CHOSEN),
    ("NEWS", "ten tasks", lambda p: (len(p.tasks), {t.lead for t in p.tasks}), (10, {AT_GRASSROOTS})),
    ("NEWS", "caption", lambda p: [c.text[:24] for c in p.captions], ["Đồng chí Đặng Văn Thoảng"]),
    ("NEWS", "signed by", lambda p: p.author and p.author.name, f"Văn phòng {KHOI_SHORT}"),
    (
        "INVITATION",
        "meeting",
        meeting,
        (
            "Hội nghị quán triệt Chỉ thị số 35-CT/TW của Bộ Chính trị",
            date(2019, 8, 21),
            "morning",
            "08:00",
            f"Hội trường {KHOI_SHORT}, số 01 đường Mẫu",
            f"Ban Thường vụ {KHOI_SHORT}",
            True,
        ),
    ),
    (
        "INVITATION",
        "the host is not sure to be the organiser",
        lambda p: [f.sure for f in p.meeting.facts if f.key == "organiser"] if p.meeting else None,
        [False],
    ),
    (
        "INVITATION",
        "own number and day",
        lambda p: symbols(p)[0],
        ("Giấy mời", "12", "ĐUK", date(2019, 8, 15), None),
    ),
    ("INVITATION", "chair", lambda p: people(p.chairs), [("Lê Hồng Quân", (f"Bí thư {KHOI_SHORT}",))]),
    ("INVITATION", "guest", lambda p: p.people[0].parts, ("present",)),
    ("INVITATION", "no tasks", tasks, []),
    ("PLAN", "no meeting", meeting, ()),
    ("PLAN", "no people", lambda p: p.people, ()),
    (
        "PLAN",
        "chain",
        links,
        {
            ("92", "carries_out", "35", True),
            ("92", "carries_out", "129", True),
            ("129", "carries_out", "35", True),
        },
    ),
    ("PLAN", "own day", lambda p: p.directives[0].date, date(2019, 8, 19)),
    (
        "PLAN",
        "phases",
        lambda p: [(x.key, x.when.words if x.when else "") for x in p.phases],
        [("before", "từ tháng 9/2019 đến tháng 12/2019"), ("during", "")],
    ),
    (
        "PLAN",
        "windows",
        lambda p: [w[:2] for w in windows(p)],
        [
            ("Chi bộ trực thuộc đảng ủy cơ sở", "hoàn thành trong tháng 02/2020"),
            ("Đảng bộ, chi bộ cơ sở", "từ tháng 4/2020, hoàn thành trước 30/6/2020"),
        ],
    ),
    (
        "PLAN",
        "tasks",
        tasks,
        [
            (
                "Mở lớp bồi dưỡng nghiệp vụ cho cấp ủy viên",
                f"Ban Tổ chức {KHOI_SHORT}",
                (),
                "trước 15/11/2019",
            ),
            ("Soạn dự thảo văn kiện", "", (), ""),
            ("Hướng dẫn hồ sơ nhân sự", f"Ban Tổ chức {KHOI_SHORT}", (f"Văn phòng {KHOI_SHORT}",), ""),
            ("Thẩm định đề án nhân sự", f"Ban Tổ chức {KHOI_SHORT}", (), "trước 31/3/2020"),
            (
                "Theo dõi, đôn đốc việc thực hiện Kế hoạch này, định kỳ báo cáo Ban Thường vụ",
                f"Văn phòng {KHOI_SHORT}",
                (),
                "",
            ),
        ],
    ),
    ("PLAN", "stage of each task", lambda p: [t.phase for t in p.tasks], ["before", "before", "", "", ""]),
    (
        "CONCLUSION",
        "meeting",
        meeting,
        (
            "Hội nghị giao ban bí thư quý III",
            date(2019, 9, 27),
            "afternoon",
            "",
            f"Hội trường {KHOI_SHORT}",
            "Thường trực Đảng ủy",
            True,
        ),
    ),
    (
        "CONCLUSION",
        "chair",
        lambda p: people(p.chairs),
        [("Phạm Thị Mẫu", (f"Phó Bí thư Thường trực {KHOI_SHORT}",))],
    ),
    (
        "CONCLUSION",
        "tasks",
        tasks,
        [
            (
                "Tổ chức hội thi báo cáo viên",
                "Ban Tuyên giáo Đảng ủy",
                ("Đoàn Khối", "Công đoàn viên chức tỉnh"),
                "trước ngày 31/10/2019",
            ),
            (
                "Rà soát hồ sơ đảng viên, gửi về Ban Tổ chức",
                "các chi bộ, đảng bộ cơ sở",
                (),
                "chậm nhất là ngày 15/10/2019",
            ),
            ("Nộp đảng phí quý III", "các chi bộ, đảng bộ cơ sở", (), ""),
        ],
    ),
    (
        "NOTICE",
        "a day of the wrong weekday is not sure",
        meeting,
        (
            "Hội nghị học tập nghị quyết",
            date(2019, 9, 20),
            "",
            "13:30",
            "Phòng họp tầng 3",
            "Đảng ủy Sở Mẫu",
            False,
        ),
    ),
    (
        "NOTICE",
        "doubt",
        lambda p: [doubt.words for doubt in p.doubts],
        ["20/09/2019 là Thứ Sáu, không phải Thứ Năm."],
    ),
    (
        "NOTICE",
        "groups",
        groups,
        ["Đảng ủy viên, bí thư các chi bộ trực thuộc", "Toàn thể đảng viên khối văn phòng"],
    ),
    (
        "NOTICE",
        "presenter",
        lambda p: people(p.presenters),
        [("Vũ Văn Mẫu", ("Phó Trưởng ban Ban Tuyên giáo Tỉnh ủy",))],
    ),
    (
        "SHORT_NEWS",
        "a day without year is that before the page was printed",
        meeting,
        ("Hội nghị Ban Chấp hành lần thứ 19", date(2019, 11, 14), "", "", "", OURS, True),
    ),
    (
        "SHORT_NEWS",
        "two chairs",
        lambda p: people(p.chairs),
        [
            ("Trần Văn Mẫu", ("Tỉnh ủy viên", f"Bí thư {KHOI_SHORT}")),
            ("Ngô Thị Mẫu", (f"Phó Bí thư {KHOI_SHORT}",)),
        ],
    ),
    (
        "SHORT_NEWS",
        "groups parted by commas are only proposed",
        lambda p: [(g.name, g.sure) for g in p.groups],
        [("ủy viên Ban Chấp hành", False), ("trưởng các ban", False), ("chánh văn phòng", False)],
    ),
    ("SHORT_NEWS", "a request that is a noun is no task", tasks, []),
    (
        "NAMES",
        "people",
        lambda p: people(p.people),
        [
            ("Nguyễn Văn Mẫu", ("Bí thư Chi bộ Sở Y tế",)),
            ("Trần Thị Ví Dụ", ("Phó Bí thư Đảng ủy Sở Văn hóa, Thể thao và Du lịch",)),
            ("Giàng A Mẫu", ("Trưởng ban Ban Dân tộc tỉnh",)),
            ("Y Mẫu", ("Ủy viên Ban Chấp hành Đảng bộ",)),
        ],
    ),
    ("NAMES", "no meeting", meeting, ()),
    ("NAMES", "birth", lambda p: p.people[3].birth, "1980"),
    (
        "COLUMNS",
        "people",
        lambda p: [(x.name, x.posts, x.birth, x.sure) for x in p.people],
        [
            ("Lò Văn Mẫu", ("Bí thư Chi bộ Báo Mẫu",), "1975", True),
            ("Lê Thị Thử", ("Chuyên viên Văn phòng",), "12/5/1982", True),
        ],
    ),
)
