"""The home case from an empty folder to the minutes in Word, by mouse and keys alone, and what it costs."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from docx.oxml.ns import qn

from db import agenda, directives, file, history, holdings, meetings, people, tasks, units
from papers import docx_file
from tests.papers import office_xml
from tests.whole.conftest import Run
from tests.whole.hand import Hand

pytestmark = pytest.mark.slow

SUBJECT = "đại hội đảng bộ các cấp, tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng"
OWN, PROVINCE = "Đảng bộ Khối các cơ quan tỉnh", "Đảng bộ tỉnh Mẫu"
UNITS = (
    ("Đảng bộ Sở Công Thương", "Đảng bộ cơ sở"),
    ("Đảng bộ Sở Khoa học và Công nghệ", "Đảng bộ cơ sở"),
    ("Chi bộ Tỉnh Đoàn", "Chi bộ cơ sở"),
    ("Ban Tổ chức Đảng ủy Khối", "Ban, cơ quan của cấp ủy"),
    ("Ủy ban Kiểm tra Đảng ủy Khối", "Ban, cơ quan của cấp ủy"),
    ("Văn phòng Đảng ủy Khối", "Văn phòng cấp ủy"),
)


class Called(NamedTuple):
    name: str
    post: str
    unit: str
    typed_post: str  # what a clerk types of it
    typed_unit: str


PEOPLE = (
    Called("Lê Hồng Quân", "Bí thư", OWN, "bi thu", ""),
    Called("Đặng Văn Thoảng", "Phó Bí thư", OWN, "pho bi thu", ""),
    Called("Lý Thị Xuân", "Ủy viên Ban Chấp hành", OWN, "chap hanh", ""),
    Called("Ngô Thị Mỹ Lệ", "Báo cáo viên", OWN, "bao cao", ""),
    Called("Nguyễn Thị Hạnh", "Trưởng ban", UNITS[3][0], "truong ban", "ban to chuc"),
    Called("Đỗ Mạnh Hùng", "Phó Trưởng ban", UNITS[3][0], "pho truong ban", ""),
    Called("Trần Văn Đức", "Chủ nhiệm Ủy ban Kiểm tra", UNITS[4][0], "chu nhiem", "uy ban"),
    Called("Phạm Thị Thủy", "Chánh Văn phòng", UNITS[5][0], "chanh van", "van phong"),
    Called("Dương Văn Khánh", "Chuyên viên", UNITS[5][0], "chuyen vien", ""),
    Called("Vũ Đình Ước", "Bí thư", UNITS[0][0], "bi thu", "cong thuong"),
    Called("Bùi Văn Ẩn", "Bí thư", UNITS[1][0], "bi thu", "khoa hoc"),
    Called("Đỗ Quang Huỳnh", "Bí thư", UNITS[2][0], "bi thu", "tinh doan"),
)
TITLE = "Hội nghị quán triệt, triển khai thực hiện Chỉ thị số 35-CT/TW của Bộ Chính trị"
AGENDA = ("Quán triệt các văn bản về đại hội đảng bộ các cấp", "Kết luận hội nghị")
SPEECH = "Nhất trí với kế hoạch; đề nghị sớm hướng dẫn mẫu biểu nhân sự."
CONCLUSION = "Yêu cầu cấp ủy các chi bộ, đảng bộ cơ sở thực hiện các nhiệm vụ sau:"
TASKS = (
    "Lập kế hoạch đại hội của cấp mình",
    "Thành lập tiểu ban giúp việc đại hội",
    "Phổ biến Chỉ thị 35 đến từng đảng viên",
    "Ban hành quy chế làm việc của tiểu ban",
    "Giao việc cho từng thành viên tổ giúp việc",
    "Chuẩn bị nhân sự cấp ủy khóa mới",
    "Dự thảo báo cáo chính trị",
    "Tổ chức đại hội điểm, rút kinh nghiệm",
    "Nắm tư tưởng cán bộ, đảng viên",
    "Gỡ khó khăn phát sinh khi thực hiện",
)


class Story:
    """The clerk's morning, one method a part of it."""

    def __init__(self, hand: Hand, out: Path) -> None:
        self.hand, self.out = hand, out

    def start(self) -> None:
        """The first start: whose file this is."""
        hand = self.hand
        hand.stage("Khai báo cơ quan")
        hand.wait_for_window("Thư Ký")
        hand.press("Return")  # "Lập sổ của cơ quan" waits for it
        hand.wait_for_window("Thông tin cơ quan")
        hand.press("Home")  # the kind of office that was there in 2019; today's kind stands ready
        hand.fill("Đảng bộ cấp trên trực tiếp", PROVINCE)
        hand.fill("Tên người dùng máy", "Hoa")
        hand.press("Return")

    def work(self) -> None:
        hand = self.hand
        hand.wait_for_window("Đảng ủy Khối các cơ quan tỉnh")
        self.units()
        self.people()
        self.directives()
        self.meeting()
        hand.press("Ctrl+Q")

    def units(self) -> None:
        hand = self.hand
        hand.stage("6 đơn vị")
        hand.press("Ctrl+N")
        for place, (name, _kind) in enumerate(UNITS):
            hand.wait_for_window("Thêm đơn vị")
            hand.at("Tên tổ chức đảng, cơ quan")
            hand.type(name)
            hand.press("Ctrl+Return" if place < len(UNITS) - 1 else "Ctrl+S")

    def people(self) -> None:
        hand = self.hand
        hand.stage("12 đại biểu")
        hand.press("Ctrl+4")
        hand.press("Ctrl+N")
        for place, one in enumerate(PEOPLE):
            hand.wait_for_window("Thêm đại biểu")
            hand.at("Họ và tên")
            hand.type(one.name)
            self.pick("Chức vụ", one.typed_post)
            if one.typed_unit:
                self.pick("Đơn vị", one.typed_unit)
            hand.press("Ctrl+Return" if place < len(PEOPLE) - 1 else "Ctrl+S")

        hand.until(lambda: hand.sees("12 đại biểu"), "12 people")
        hand.press("Ctrl+F")
        hand.type("hong quan")
        hand.press("Return")
        hand.press("Ctrl+Shift+N")
        hand.wait_for_window("Thêm chức vụ")
        self.pick("Chức vụ", "ban thuong vu")
        self.pick("Đơn vị", "tinh mau")
        hand.press("Ctrl+S")

    def pick(self, name: str, words: str) -> None:
        """Write some letters of a kept name and take the first line offered."""
        self.hand.fill(name, words)
        self.hand.press("Tab")

    def directives(self) -> None:
        hand = self.hand
        hand.stage("3 văn bản")
        hand.press("Ctrl+2")
        hand.press("Ctrl+N")
        hand.wait_for_window("Thêm văn bản")
        hand.type(f"35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về {SUBJECT}")
        hand.press("Ctrl+S")
        hand.press("Ctrl+Shift+N")
        hand.wait_for_window("Thêm văn bản triển khai")
        hand.type("129-KH/TU")
        hand.press("Ctrl+S")
        hand.press("Ctrl+Shift+N")
        hand.wait_for_window("Thêm văn bản triển khai")
        hand.type("92-KH/ĐUK, ngày 19/8/2019")
        hand.press("Ctrl+S")

    def meeting(self) -> None:
        self.info()
        self.calling()
        self.agenda()
        self.roll_call()
        self.conclude()
        self.minutes()

    def info(self) -> None:
        hand = self.hand
        hand.stage("Hội nghị: thông tin, điều hành")
        hand.press("Ctrl+3")
        hand.press("Ctrl+N")
        hand.wait_for_window("Thêm hội nghị")
        hand.type(TITLE)
        hand.fill("Ngày họp", "21/8/2019")
        hand.fill("Buổi", "S")
        hand.press("Ctrl+S")
        hand.wait_for("Lưu thông tin")
        for role, words in (("Chủ trì", "quan"), ("Thư ký", "khanh"), ("Báo cáo viên", "thoang")):
            self.pick(role, words)
        hand.press("Ctrl+S")

    def calling(self) -> None:
        hand = self.hand
        hand.stage("Thành phần, danh sách")
        hand.press("Alt+2")
        hand.at("Thành phần triệu tập")
        hand.press("Ctrl+A")
        hand.press("Ctrl+L")
        hand.wait_for("12 người")

    def agenda(self) -> None:
        hand = self.hand
        hand.stage("Chương trình")
        hand.press("Alt+3")
        hand.at("Nội dung")
        hand.type(AGENDA[0])
        for words in ("35", "129", "92"):
            hand.fill("Văn bản được quán triệt", words)
            hand.press("Return")
        hand.press("Ctrl+Return")
        hand.type(AGENDA[1])
        self.pick("Người trình bày", "quan")
        hand.press("Ctrl+Return")

    def roll_call(self) -> None:
        hand = self.hand
        hand.stage("Điểm danh")
        hand.press("Alt+4")
        hand.at("Tìm")
        hand.press("Ctrl+Return")
        hand.type("huynh")
        hand.press("Down")
        hand.type("l")
        hand.wait_for("11/12")

    def conclude(self) -> None:
        hand = self.hand
        hand.stage("Phát biểu")
        hand.press("Alt+5")
        hand.click("Ý kiến phát biểu")
        hand.at("Người phát biểu")
        self.pick("Người phát biểu", "uoc")
        hand.fill("Nội dung phát biểu", SPEECH)
        hand.press("Ctrl+Return")
        hand.stage("Kết luận, 10 nhiệm vụ")
        hand.press("Alt+6")
        hand.press("Ctrl+L")
        hand.wait_for_window("Thêm kết luận")
        hand.at("Nội dung kết luận")
        hand.type(CONCLUSION)
        hand.press("Ctrl+S")
        hand.at("Nhiệm vụ mới")
        for task in TASKS:
            hand.type(task)
            hand.press("Return")
        hand.wait_for(TASKS[-1])

    def minutes(self) -> None:
        hand = self.hand
        hand.stage("Biên bản ra Word")
        hand.press("Alt+5")
        hand.press("Ctrl+P")
        hand.wait_for_window("Xem trước")
        ended = hand.meanwhile(self.name_file)
        hand.press("Ctrl+S")
        ended()
        hand.wait_for("Đã lưu xong")
        hand.press("Esc")
        hand.press("Esc")

    def name_file(self) -> None:
        hand = self.hand
        hand.until(lambda: "Tên tệp" in hand.focus(), "the line of the file name")
        hand.type("minutes")
        hand.press("Return")


CEILING = 1610  # clicks and keys of the whole story; it stood at 1467 when this was written


def test_the_home_case_from_an_empty_folder_to_the_minutes(
    hand: Hand, work: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "Documents"
    documents.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))  # where the user's documents are
    story = Story(hand, documents)
    work(story.start, story.work)
    print(f"\n{hand.report()}")
    read_back(documents / "minutes.docx")
    file.open_file(tmp_path / "data")
    look_into_the_file()
    assert hand.total().whole <= CEILING, f"the work has grown\n{hand.report()}"


def read_back(path: Path) -> None:
    """Every entered fact stands in the paper, as a reader of Word sees it."""
    said = words_of(path)
    facts = [
        "ĐẢNG BỘ TỈNH MẪU", "ĐẢNG ỦY KHỐI\nCÁC CƠ QUAN TỈNH", "-BB/ĐUK", "sáng ngày 21 tháng 8 năm 2019",
        "Mẫu, ngày", "35-CT/TW", "30/5/2019 của Bộ Chính trị", "129-KH/TU", "của Ban Thường vụ Tỉnh ủy",
        "92-KH/ĐUK", "19/8/2019 của Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh",
        "Lê Hồng Quân, Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Đảng ủy Khối các cơ quan tỉnh",
        "Đặng Văn Thoảng, Phó Bí thư Đảng ủy Khối các cơ quan tỉnh", "Dương Văn Khánh",
        "Tổng số được triệu tập: 12 đồng chí; có mặt: 11 đồng chí", "Ủy viên BTV Đảng ủy: 2/2 đồng chí",
        "Bí thư, phó bí thư các chi bộ, đảng bộ cơ sở: 2/3 đồng chí",
        "Báo cáo viên của Đảng ủy Khối các cơ quan tỉnh: 1/1 đồng chí",
        AGENDA[0], SPEECH.rstrip("."), CONCLUSION, *(one.name for one in PEOPLE), *TASKS,
    ]  # fmt: skip
    assert not [fact for fact in facts if fact not in said], said
    assert any(type(block).__name__ == "Table" for block in docx_file.read(path).sections[-1].blocks)


def words_of(path: Path) -> str:
    """All paragraphs of a Word file, those in tables too, in their order."""
    body = docx.Document(str(path)).element.body
    return "\n".join(office_xml.words_of(p) for p in body.iter(qn("w:p")))


def look_into_the_file() -> None:
    """What was typed is kept as data, each fact once, under the names the program itself knows."""
    kinds = {row.organization: row.kind for row in units.rows()}
    assert {name: kinds[name] for name, _ in UNITS} == dict(UNITS)
    assert units.rows("cong thuong")[0].committee == "Đảng ủy Sở Công Thương"
    held = {
        row.full_name: [(line.post, line.unit) for line in holdings.rows(row.id)] for row in people.rows()
    }
    assert set(held[PEOPLE[0].name]) == {("Ủy viên Ban Thường vụ", PROVINCE), ("Bí thư", OWN)}
    assert all(one[1:3] in held[one.name] for one in PEOPLE)
    documents = {row.symbol: row for row in directives.rows()}
    assert {key: row.issued.words if row.issued else "" for key, row in documents.items()} == {
        "35-CT/TW": "30/5/2019", "129-KH/TU": "", "92-KH/ĐUK": "19/8/2019"
    }  # fmt: skip
    above = {
        key: [link.directive.symbol for link in directives.links(row.id) if link.outgoing]
        for key, row in documents.items()
    }
    assert above == {"35-CT/TW": [], "129-KH/TU": ["35-CT/TW"], "92-KH/ĐUK": ["35-CT/TW", "129-KH/TU"]}
    assert {row.subject for row in documents.values()} == {f"về {SUBJECT}"}
    (meeting,) = meetings.rows()
    assert (meeting.title, meeting.type, meeting.came, meeting.called, meeting.groups) == (
        TITLE, "Hội nghị quán triệt, triển khai", 11, 12, 6
    )  # fmt: skip
    assert [row.title for row in agenda.rows(meeting.id)] == list(AGENDA)
    assert set(agenda.rows(meeting.id)[0].directives) == set(documents)
    assert [row.content for row in tasks.rows(meeting=meeting.id)] == list(TASKS)
    assert history.undo_label()


def test_the_stories_touch_no_widget_and_no_data() -> None:
    """Whoever drives the program knows nothing of its insides: only the hand, and the data afterwards."""
    for name in ("test_home_case.py", "hand.py"):
        tree = ast.parse((Path(__file__).parent / name).read_text(encoding="utf-8"))
        modules = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        assert not [module for module in modules if module.startswith("gui")]
