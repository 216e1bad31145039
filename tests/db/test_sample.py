"""The home case: each fact of the public report stands in a field; nothing else is made up about it."""

from __future__ import annotations

from datetime import date

import pytest

from db import (
    agenda,
    attendance,
    audiences,
    conclusions,
    directives,
    file,
    history,
    meetings,
    numbering,
    papers,
    people,
    plans,
    registers,
    sample,
    settings,
    tasks,
    units,
)
from db.tables import Meeting
from rules.papers import MEETING, papers_of
from rules.trouble import Refused

pytestmark = pytest.mark.usefixtures("sampled")

GROUPS = [
    "ủy viên btv đảng ủy",
    "ủy viên bch đảng bộ, ủy viên ubkt đảng ủy khối các cơ quan tỉnh",
    "trưởng, phó các ban xây dựng đảng, các đoàn thể, văn phòng đảng ủy khối",
    "bí thư, phó bí thư các chi bộ, đảng bộ cơ sở",
    "báo cáo viên của đảng ủy khối các cơ quan tỉnh",
    "cán bộ, công chức đảng ủy khối các cơ quan tỉnh",
]
KEYS = [
    "kế hoạch đại hội",
    "tiểu ban giúp việc",
    "quán triệt",
    "quy chế",
    "thành viên tổ giúp việc",
    "nhân sự",
    "báo cáo chính trị",
    "đại hội điểm",
    "tình hình tư tưởng",
    "khó khăn",
]


def meeting() -> int:
    return int(Meeting.get(Meeting.day == date(2019, 8, 21)).id)


def document(words: str) -> directives.Row:
    (row,) = directives.rows(words)
    return row


def test_when_who_organised_what_kind() -> None:
    (row,) = [row for row in meetings.rows() if row.id == meeting()]
    assert (row.part_of_day, row.type) == ("morning", "Hội nghị quán triệt, triển khai")
    assert row.organiser == "Đảng ủy Khối các cơ quan tỉnh"
    assert row.series.startswith("Đại hội đảng bộ các cấp")


def test_the_three_documents_and_the_article() -> None:
    upper, province, own = (document(words) for words in ("35-CT/TW", "129-KH/TU", "92-KH/ĐUK"))
    assert [row.issuer for row in (upper, province, own)] == [
        "Bộ Chính trị",
        "Ban Thường vụ Tỉnh ủy",
        "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh",
    ]
    assert upper.issued is not None
    assert own.issued is not None
    assert (upper.issued.latest, province.issued, own.issued.latest) == (
        date(2019, 5, 30),
        None,
        date(2019, 8, 19),
    )
    assert all("lần thứ XIII của Đảng" in row.subject for row in (upper, province, own))
    article = document("bai viet")
    assert (article.symbol, article.issued) == ("", None)
    assert "Nguyễn Phú Trọng" in article.issuer


def test_each_document_carries_out_the_one_above() -> None:
    chain = {
        row.symbol: [link.directive.symbol for link in directives.links(row.id) if link.outgoing]
        for row in directives.rows("kh")
    }
    assert chain == {"92-KH/ĐUK": ["35-CT/TW", "129-KH/TU"], "129-KH/TU": ["35-CT/TW"]}


def test_the_six_printed_items_call_people() -> None:
    names = {row.id: row.name.lower() for row in audiences.rows()}
    assert [names[key] for key in meetings.audiences(meeting())] == GROUPS
    assert all(group.counts.called > 0 for group in attendance.counts_by_group(meeting()))
    rows = {row.person.full_name: row for row in attendance.rows(meeting())}
    assert len(rows["Lê Hồng Quân"].groups) == 2
    assert attendance.counts(meeting()).called == len(rows) == 299


def test_nobody_is_said_to_have_come() -> None:
    heads = attendance.counts(meeting())
    assert heads.unmarked == heads.called
    other = next(row.id for row in meetings.rows("giao ban"))
    heads = attendance.counts(other)
    assert heads.unmarked == 0
    assert min(heads.came, heads.late, heads.left_early, heads.substitutes, heads.excused, heads.absent) > 0
    assert "dữ liệu mẫu" in meetings.get(other)["title"]


def test_the_agenda_presents_three_documents() -> None:
    item, closing = agenda.rows(meeting())
    assert (item.presenter, item.directives) == ("Đặng Văn Thoảng", ("35-CT/TW", "129-KH/TU", "92-KH/ĐUK"))
    assert closing.presenter == "Lê Hồng Quân"


def test_ten_tasks_without_deadline_for_every_grassroots_committee() -> None:
    rows = tasks.rows(meeting=meeting())
    assert len(rows) == 10
    assert all(key in row.content.lower() for key, row in zip(KEYS, rows, strict=True))
    assert {row.lead for row in rows} == {"Cấp ủy các chi bộ, đảng bộ cơ sở"}
    assert {row.due for row in rows} == {None}
    (conclusion,) = conclusions.rows(meeting())
    assert (conclusion.speaker, conclusion.directives) == ("Lê Hồng Quân", ("Bài viết",))


def test_windows_model_and_pilot_congresses() -> None:
    items = plans.items(document("92-KH/ĐUK").id)
    windows = {item.time.words: (item.time.earliest, item.time.latest) for item in items if item.time}
    assert windows["bắt đầu từ tháng 01/2020 và hoàn thành trong tháng 02/2020"] == (
        date(2020, 1, 1),
        date(2020, 2, 29),
    )
    assert windows["từ tháng 4/2020, hoàn thành trước 30/6/2020"] == (date(2020, 4, 1), date(2020, 6, 29))
    assert windows["dự kiến đầu tháng 7/2020"] == (date(2020, 7, 1), date(2020, 7, 10))
    notes = {item.content.split(": ")[-1]: item.note for item in items if item.note}
    assert notes == {
        "Đảng bộ Sở Công Thương": "Đơn vị điểm",
        "Chi bộ Tỉnh Đoàn": "Đơn vị điểm",
        "Đảng bộ Sở Khoa học và Công nghệ": "Đơn vị thí điểm",
    }
    assert {item.phase for item in items} == {"before", "during", "after"}


def test_an_invented_congress_calls_three_hundred() -> None:
    (row,) = meetings.rows("dai hoi dai bieu dang bo")
    assert (row.called, row.came, row.state) == (300, 0, "invited")
    assert row.title.endswith("(dữ liệu mẫu)")
    assert len(meetings.roles(row.id)["chair"]) == 3
    assert not {"Lê Hồng Quân", "Đặng Văn Thoảng"} & {role.person for role in meetings.people_in(row.id)}
    assert attendance.counts(row.id).unmarked == 300
    assert sum(one.guest for one in attendance.rows(row.id)) == 12


def test_numbers_of_the_sample_are_of_invented_meetings_alone() -> None:
    kept = {entry.key: papers.get(entry.key, meeting()) for entry in papers_of(MEETING)}
    assert {values["number"] for values in kept.values()} == {None}
    assert {key for key, values in kept.items() if values["signed"]} == {"news"}  # whose day is public
    (notices,) = [row for row in numbering.overview() if row.series.types == ("Thông báo",)]
    assert (notices.last, notices.annulled, notices.gaps) == (42, (40,), (41,))
    reasons = [line.reason for line in numbering.lines(notices.series) if line.reason]
    assert all("dữ liệu mẫu" in reason for reason in reasons)
    (congress,) = [row for row in numbering.overview() if row.series.symbol == "ĐH"]
    assert congress.reserved == (1,)
    (copied,) = [row for row in numbering.overview() if row.series.types == ("Bản sao",)]
    assert [line.words for line in numbering.lines(copied.series)] == [
        "Bản sao Công văn 214-CV/VPTU về việc báo cáo tiến độ chuẩn bị đại hội (dữ liệu mẫu)"
    ]


def test_the_books_of_documents_are_not_empty() -> None:
    going, coming = (registers.gather(kind) for kind in ("register_out", "register_in"))
    assert [row[0] for row in going.rows if row[-1] == "Số bỏ trống"] == ["41-TB/ĐUK"]
    assert going.subtitle == coming.subtitle == "Nhiệm kỳ 2015 - 2020"
    assert [row[1] for row in coming.rows] == [1204, 1219, 1220]
    signed = {row[3] for row in going.rows if row[0] in ("02-TT/ĐUK", "31-GM/ĐUK", "166-CV/ĐUK")}
    assert not {"", "Lê Hồng Quân", "Đặng Văn Thoảng"} & signed
    assert all("dữ liệu mẫu" in str(row[5]) or row[-1] == "Mật" for row in coming.rows)


def test_the_office_around_it_is_plainly_invented() -> None:
    assert settings.is_sample()
    kinds = [row.kind for row in units.rows()]
    assert kinds.count("Đảng bộ cơ sở") + kinds.count("Chi bộ cơ sở") == 130
    rows = people.rows()
    assert len(rows) == len({row.full_name for row in rows}) == 300
    assert all(row.title for row in rows)
    assert any(len(part) == 1 for row in rows for part in row.full_name.split())
    assert len({row.ethnic_group for row in rows}) > 5


def test_the_sample_is_a_few_named_changes_and_goes_into_an_empty_file_only() -> None:
    assert [line.label for line in history.recent()][::-1] == [
        "Dựng văn phòng mẫu",
        "Dựng hội nghị mẫu ngày 21/8/2019",
        "Dựng hội nghị giao ban mẫu",
        "Dựng đại hội mẫu",
        "Dựng sổ văn bản mẫu",
    ]
    with pytest.raises(Refused, match="đã có cơ quan"):
        sample.build()
    assert file.check() == []
