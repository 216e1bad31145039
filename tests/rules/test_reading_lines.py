from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.rules.reading_facts import Ask, congresses, groups, meeting, people, tasks, windows
from tests.rules.reading_places import check_places

LINES = {
    "no year": (
        "Chiều 15/10, tại Hội trường Tỉnh ủy, Ban Thường vụ Tỉnh ủy tổ chức Hội nghị sơ kết công tác "
        "quý III.\nĐồng chí Bí thư Tỉnh ủy Nguyễn Văn Mẫu dự hội nghị. Cùng dự có lãnh đạo các sở, "
        "ban, ngành; đồng chí Trần Thị Thử, Trưởng Ban Tổ chức Tỉnh ủy."
    ),
    "two days": (
        "Ngày 20 và 21/8/2019, Đảng ủy Khối đã phối hợp với Trường Chính trị tỉnh tổ chức Hội nghị tập huấn."
    ),
    "span of days": "Từ ngày 20 đến 22/8/2019, Đảng bộ tỉnh Mẫu long trọng tổ chức Đại hội lần thứ XVI.",
    "happens": "Đại hội chi bộ Sở Y tế diễn ra ngày 05/3/2020 tại trụ sở Sở Y tế.",
    "impossible": "Sáng ngày 31/9/2019, Đảng ủy tổ chức Hội nghị giao ban.",
    "first, second": (
        "Đồng chí Nguyễn Văn Mẫu đề nghị các cấp ủy thực hiện tốt nhiệm vụ: Một là, tiếp tục học tập "
        "nghị quyết; hai là, rà soát nhân sự; ba là, báo cáo kết quả về Văn phòng trước ngày 15/9."
    ),
    "both came": (
        "Đồng chí Nguyễn Văn Mẫu, Chủ nhiệm Ủy ban Kiểm tra; đồng chí Trần Thị Thử, Trưởng ban tham dự."
    ),
    "civil": (
        "Ông Lê Văn Thử, Giám đốc Sở Văn hóa, Thể thao và Du lịch cho biết Bà Rịa đã xong. Bà Hoàng "
        "Thị Ví, Phó Giám đốc Sở Lao động - Thương binh và Xã hội chủ trì cuộc họp."
    ),
    "levels": (
        "Đại hội cấp dưới: Cấp cơ sở hoàn thành trước ngày 30/6/2020; cấp huyện hoàn thành trước "
        "ngày 31/8/2020."
    ),
    "labels": "Thành phần tham dự: Ban Chấp hành, bí thư các chi bộ.\nThư ký: đ/c Trần Thị Thử, Chuyên viên",
    "false friends": "Giao thông thuận lợi. Giao lưu sôi nổi; theo yêu cầu của ban, việc phải xong.",
    "peoples": "Danh sách:\n1. H'Hen Mẫu, Ủy viên;\n2. K'Sor Thử, Phó Bí thư;\n3. Rơ Châm Ví, Bí thư",
    "caption": "Mở đầu. Câu hai.\n\nĐồng chí Vũ Văn Ví phát biểu tại hội nghị\n\nCuối. Hết.",
    "two of one symbol": "Theo Chỉ thị số 35-CT/TW, ngày 30/5/2019 và Chỉ thị số 35-CT/TW, ngày 14/6/2024.",
    "only named": "Mọi người đọc lại sách của đồng chí Lê Văn Ví, Bí thư Đảng ủy Khối.",
    "one task": "Hội nghị yêu cầu các chi bộ phải rà soát, thành lập tổ giúp việc; nộp hồ sơ đúng hạn.",
    "towns": "Hà Nội\nĐà Nẵng\nĐồng Nai\nThái Bình",
    "bare names": "Nguyễn Văn An\nTrần Thị Bình\n\nLê Ví",
    "numbered names": "1. Nguyễn Văn An\n2. Trần Thị Bình",
    "soft lines": "Thời gian: 14h, ngày 20/9/2019\x0bNội dung: Hội nghị giao ban",
    "model first": "Tỉnh ủy chỉ đạo đại hội điểm tại Đảng bộ Sở Y tế, Chi bộ Báo Mẫu.",
}

LINE_FACTS: tuple[tuple[str, Ask, Any], ...] = (
    (
        "no year",
        meeting,
        (
            "Hội nghị sơ kết công tác quý III",
            None,
            "",
            "",
            "Hội trường Tỉnh ủy",
            "Ban Thường vụ Tỉnh ủy",
            False,
        ),
    ),
    (
        "no year",
        lambda p: [(x.name, x.posts, x.parts) for x in p.people],
        [
            ("Nguyễn Văn Mẫu", ("Bí thư Tỉnh ủy",), ("present",)),
            ("Trần Thị Thử", ("Trưởng Ban Tổ chức Tỉnh ủy",), ("present",)),
        ],
    ),
    ("no year", groups, ["lãnh đạo các sở, ban, ngành"]),
    (
        "two days",
        lambda p: p.meeting and (p.meeting.date, p.meeting.until, p.meeting.organiser),
        (date(2019, 8, 20), date(2019, 8, 21), "Đảng ủy Khối"),
    ),
    (
        "span of days",
        lambda p: p.meeting and (p.meeting.date, p.meeting.until, p.meeting.organiser),
        (date(2019, 8, 20), date(2019, 8, 22), "Đảng bộ tỉnh Mẫu"),
    ),
    ("happens", meeting, ("Đại hội chi bộ Sở Y tế", date(2020, 3, 5), "", "", "trụ sở Sở Y tế", "", False)),
    ("impossible", lambda p: p.meeting, None),
    ("impossible", lambda p: [doubt.text for doubt in p.doubts], ["31/9/2019"]),
    (
        "first, second",
        lambda p: [(t.content, t.lead, t.sure) for t in p.tasks],
        [
            ("Tiếp tục học tập nghị quyết", "các cấp ủy", False),
            ("Rà soát nhân sự", "các cấp ủy", False),
            ("Báo cáo kết quả về Văn phòng", "các cấp ủy", False),
        ],
    ),
    ("first, second", lambda p: [t.due.words for t in p.tasks if t.due], ["trước ngày 15/9"]),
    ("both came", lambda p: [x.parts for x in p.people], [("present",), ("present",)]),
    (
        "civil",
        lambda p: people(p.people),
        [
            ("Lê Văn Thử", ("Giám đốc Sở Văn hóa, Thể thao và Du lịch",)),
            ("Hoàng Thị Ví", ("Phó Giám đốc Sở Lao động - Thương binh và Xã hội",)),
        ],
    ),
    (
        "levels",
        lambda p: [w[:2] for w in windows(p)],
        [
            ("Cấp cơ sở", "hoàn thành trước ngày 30/6/2020"),
            ("cấp huyện", "hoàn thành trước ngày 31/8/2020"),
        ],
    ),
    ("labels", lambda p: [x.parts for x in p.people], [("secretary",)]),
    ("labels", groups, ["Ban Chấp hành", "bí thư các chi bộ"]),
    ("false friends", tasks, []),
    ("peoples", lambda p: [x.name for x in p.people], ["H'Hen Mẫu", "K'Sor Thử", "Rơ Châm Ví"]),
    ("caption", lambda p: (p.people, [c.text[-17:] for c in p.captions]), ((), ["biểu tại hội nghị"])),
    (
        "two of one symbol",
        lambda p: [(d.number, d.date) for d in p.directives],
        [("35", date(2019, 5, 30)), ("35", date(2024, 6, 14))],
    ),
    ("only named", lambda p: [(x.name, x.sure) for x in p.people], [("Lê Văn Ví", False)]),
    (
        "one task",
        lambda p: [t.content for t in p.tasks],
        ["Rà soát, thành lập tổ giúp việc", "Nộp hồ sơ đúng hạn"],
    ),
    ("towns", lambda p: p.people, ()),
    ("bare names", lambda p: [x.sure for x in p.people], [False, False, False]),
    ("numbered names", lambda p: [x.sure for x in p.people], [True, True]),
    ("soft lines", meeting, ("Hội nghị giao ban", date(2019, 9, 20), "", "14:00", "", "", True)),
    ("model first", congresses, [("Đảng bộ Sở Y tế", "model"), ("Chi bộ Báo Mẫu", "model")]),
)


@pytest.mark.parametrize(("line", "ask", "expected"), LINE_FACTS)
def test_single_sentences_give_their_facts(line: str, ask: Ask, expected: Any) -> None:
    assert ask(check_places(LINES[line])) == expected
