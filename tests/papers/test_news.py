"""The news of a meeting: no official form, one sentence that leads, a body that is short enough."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import assigned, catalogue
from papers.content import Document, Paragraph
from rules.facts import Conclusion, Meeting, Task
from tests.papers import samples
from tests.papers.held_samples import WINDOWS, held, tasked

ISSUER = "Đảng ủy Khối các cơ quan tỉnh"


def compose(facts: Meeting | None = None) -> Document:
    return catalogue.compose("news", facts or held())


def of(document: Document, style: str) -> list[str]:
    return [one.text for one in document.paragraphs() if one.style == style]


def words(document: Document) -> int:
    return sum(len(line.split()) for line in of(document, "body"))


def test_news_has_no_letterhead_and_nobody_signs_it() -> None:
    document = compose()
    assert all(isinstance(block, Paragraph) for block in document.sections[0].blocks)
    assert not {"party", "issuer", "number", "type", "authority", "recipients"} & {
        one.style for one in document.paragraphs()
    }
    assert document.sheets == ()
    assert [one.style for one in document.paragraphs()][:3] == ["headline", "dateline", "leading"]
    assert of(document, "byline") == [f"Văn phòng {ISSUER}"]


def test_the_day_it_is_published_has_its_weekday() -> None:
    day = replace(held().head, signed=date(2019, 8, 22))
    assert of(compose(held(head=day)), "dateline") == ["Thứ Năm, ngày 22/8/2019"]
    assert of(compose(held(head=replace(day, signed=None))), "dateline") == []


@pytest.mark.parametrize("facts", [held(), held(materials=())], ids=["documents", "none"])
def test_the_lead_is_one_sentence_of_day_body_and_event(facts: Meeting) -> None:
    assert of(compose(facts), "leading") == [f"Sáng 21-8, {ISSUER} tổ chức {samples.TITLE}."]


def test_documents_stand_in_the_body_where_nobody_presented_them() -> None:
    (said,) = [line for line in of(compose(held(presenters=())), "body") if line.startswith("Văn bản, ")]
    assert said.startswith("Văn bản, tài liệu của hội nghị gồm Chỉ thị số 35-CT/TW, ngày 30/5/2019")
    assert "; Kế hoạch số 129-KH/TU của Ban Thường vụ Tỉnh ủy" in said
    assert not [line for line in of(compose(held(presenters=(), materials=())), "body") if "tài liệu" in line]


def test_a_crowded_body_names_documents_in_short() -> None:
    tasks = tuple(Task(f"làm việc thứ {n} cho thật tốt", "Ban A") for n in range(12))
    crowded = compose(held(conclusions=(Conclusion("Tốt.", tasks=tasks),)))
    (said,) = [line for line in of(crowded, "body") if "trình bày" in line]
    assert said.endswith(" trình bày Chỉ thị 35-CT/TW; Kế hoạch 129-KH/TU; Kế hoạch 92-KH/ĐUK.")
    assert "việc thứ 11" in of(crowded, "body")[-1], "before a task is left out"


@pytest.mark.parametrize(
    ("signed", "part", "said"),
    [
        (date(2020, 1, 2), "morning", "Sáng 21-8-2019, "),
        (date(2019, 8, 22), "afternoon", "Chiều 21-8, "),
        (date(2019, 8, 22), "", "Ngày 21-8, "),
        (None, "day", "Ngày 21-8, "),
    ],
)
def test_days_are_short_and_name_another_year(signed: date | None, part: str, said: str) -> None:
    facts = held(head=replace(held().head, signed=signed), part_of_day=part)
    assert of(compose(facts), "leading")[0].startswith(said)


def test_the_body_says_who_presided_who_came_what_was_presented_and_asked() -> None:
    presided, presented, told, asked = of(compose(), "body")
    assert presided.startswith(
        f"Đồng chí Lê Văn Mẫu, {samples.CHAIR.title} chủ trì hội nghị. Dự hội nghị có ủy viên"
    )
    assert "; trưởng, phó các ban xây dựng Đảng" in presided
    assert presented == (
        f"Các đại biểu đã nghe đồng chí Đặng Văn Thử, {samples.PRESENTER.title} trình bày "
        "Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp, tiến tới "
        "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; Kế hoạch số 129-KH/TU của Ban Thường vụ Tỉnh ủy "
        "về đại hội các cấp; Kế hoạch số 92-KH/ĐUK, ngày 19/8/2019 của Ban Thường vụ "
        f"{ISSUER} về đại hội các cấp."
    )
    assert told == "Đồng chí Lê Văn Mẫu nhấn mạnh: Các cấp ủy bám sát chỉ đạo của cấp trên."
    assert asked == (
        "Kết luận hội nghị, đồng chí Lê Văn Mẫu yêu cầu các chi bộ, đảng bộ cơ sở xây dựng kế hoạch đại hội; "
        "Ban Tổ chức hướng dẫn công tác nhân sự; Ban Tuyên giáo tuyên truyền về đại hội; "
        "nắm tình hình tư tưởng đảng viên."
    )


def test_a_sentence_that_only_leads_over_to_the_tasks_is_left_out() -> None:
    document = compose(tasked(Task("làm", "Ban A"), words="Rất tốt. Giao Ban A việc sau."))
    assert "Đồng chí Lê Văn Mẫu nhấn mạnh: Rất tốt." in of(document, "body")


def test_what_the_plan_says_is_told_where_there_is_room() -> None:
    planned = (
        "Theo kế hoạch, các việc chính gồm: đại hội chi bộ trực thuộc bắt đầu từ tháng 01/2020 "
        "và hoàn thành trong tháng 02/2020; đại hội điểm: Chi bộ Mẫu."
    )
    assert planned in of(compose(held(planned=WINDOWS)), "body")
    many = tuple(Task(f"làm việc thứ {n} cho thật tốt", "Ban A") for n in range(30))
    crowded = held(planned=WINDOWS, conclusions=(Conclusion("Tốt.", tasks=many),))
    assert planned not in of(compose(crowded), "body")


def test_captions_and_more_words_stand_only_where_they_were_typed() -> None:
    assert of(compose(), "caption") == []
    typed = {"caption_1": "Đồng chí Lê Văn Mẫu phát biểu", "more": "Có 5 ý kiến thảo luận."}
    document = compose(held(sections=typed))
    assert of(document, "caption") == ["Đồng chí Lê Văn Mẫu phát biểu"]
    assert "Có 5 ý kiến thảo luận." in of(document, "body")


def test_of_an_unknown_meeting_the_blanks_are_named() -> None:
    document = compose(samples.bare_minutes())
    assert set(document.blanks()) == {
        "tên của bản tin", "ngày họp", "cơ quan tổ chức hội nghị", "tên hội nghị", "người chủ trì",
        "tên văn phòng",
    }  # fmt: skip


@given(st.integers(0, 60), st.integers(1, 25))
def test_however_many_tasks_the_body_is_short_enough(count: int, length: int) -> None:
    tasks = [Task(" ".join(["việc"] * length), "Ban A") for _ in range(count)]
    facts = tasked(*tasks)
    document = compose(facts)
    assert words(document) <= 250
    whole = assigned.running(facts)
    listed = [line for line in of(document, "body") if "yêu cầu" in line]
    assert len(listed) == (1 if count else 0)
    if count and whole not in listed[0]:
        assert listed[0].endswith("; và một số nhiệm vụ khác.")


@pytest.mark.parametrize(
    ("words_of", "said"),
    [
        ("Khẩn trương làm", "khẩn trương làm"),
        ("Ban hành quy chế", "ban hành quy chế"),
        ("Ban Tổ chức", "Ban Tổ chức"),
        ("Đảng ủy các cơ quan", "Đảng ủy các cơ quan"),
        ("Văn phòng Đảng ủy", "Văn phòng Đảng ủy"),
        ("Ủy viên Ban Thường vụ", "ủy viên Ban Thường vụ"),
        ("", ""),
    ],
)
def test_words_inside_a_sentence_keep_the_capital_of_a_name(words_of: str, said: str) -> None:
    assert assigned.lowered(words_of) == said
