from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import markers
from rules.marker_names import FORMATS, NAMES, Name, names_of
from rules.markers import Marker, key, parse, problems
from rules.papers import DIRECTIVE, MEETING, ROWS

KNOWN = (
    Name("Tên hội nghị", ""),
    Name("Vắng mặt", ""),
    Name("Đại biểu", "", ("TT", "Họ và tên", "Chức vụ")),
    Name("Nhiệm vụ", "", ("TT", "Nội dung", "Chủ trì")),
    Name("Bảng nhiệm vụ", "", block=True),
)
PIECES = st.sampled_from(
    ["{", "}", "{{", "}}", "|", ":", ".", "\n", " ", "_", "Chỉ khi", "Trừ khi", *[one.label for one in KNOWN],
     "Họ và tên", "IN HOA", "chữ", "\u0301", "&<>", "\u200b"]
)  # fmt: skip
ANY = st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)


@pytest.mark.parametrize(
    "name",
    [
        "Họ và tên",
        "họ_và_tên",
        "HO VA TEN",
        "  Họ  và\u00a0tên ",
        unicodedata.normalize("NFD", "Họ và tên"),
        "Họ\u200b và\xad tên",
    ],
)
def test_a_name_is_known_however_it_is_written(name: str) -> None:
    assert key(name) == "ho va ten"
    assert problems(f"{{{{Đại biểu.{name}}}}}", KNOWN) == []


def test_what_a_marker_says() -> None:
    one, words, two, three = parse(
        "{{Đại biểu . Họ và tên | IN HOA|đậm}} và {{Chỉ khi: Vắng mặt}}{{Trừ khi:Đại biểu.TT}}"
    )
    assert one == Marker("Đại biểu", "Họ và tên", "IN HOA|đậm", start=0, end=37)
    assert words == " và "
    assert isinstance(two, Marker)
    assert (two.name, two.only_if, two.unless) == ("Vắng mặt", True, False)
    assert isinstance(three, Marker)
    assert (three.name, three.member, three.only_if, three.unless) == ("Đại biểu", "TT", True, True)
    assert [str(each) for each in (one, two, three)] == [
        "{{Đại biểu.Họ và tên|IN HOA|đậm}}",
        "{{Chỉ khi: Vắng mặt}}",
        "{{Trừ khi: Đại biểu.TT}}",
    ]


@given(ANY)
def test_any_text_is_read_without_losing_a_letter(text: str) -> None:
    parts = parse(text)
    said = [part if isinstance(part, str) else text[part.start : part.end] for part in parts]
    assert "".join(said) == text
    assert all(one.startswith("{{") and one.endswith("}}") for one in said if one not in parts)


@given(ANY)
def test_any_fault_is_named_in_its_place(text: str) -> None:
    found = problems(text, KNOWN)
    assert [(one.start, one.end) for one in found] == sorted((one.start, one.end) for one in found)
    assert all(text[one.start : one.end] == one.found and one.found for one in found)
    assert all(one.reason.endswith(".") for one in found)


@given(ANY)
def test_what_is_suggested_is_right_in_its_turn(text: str) -> None:
    for one in problems(text, KNOWN):
        if one.suggestion:
            later = problems(one.suggestion, KNOWN)
            assert not [each for each in later if each.found == one.found], (one, later)


RIGHT = [
    "không có trường nào",
    "{{Tên hội nghị}}",
    "{{tên_hội_nghị|in hoa}}",
    "{{Chỉ khi: Đại biểu}}có {{Đại biểu.Họ và tên|đậm|IN HOA}}, {{Đại biểu.Chức vụ}}",
    "{{Chỉ khi: Vắng mặt}}{{Bảng nhiệm vụ}}",
    "{{Đại biểu.TT}}\n{{Nhiệm vụ.TT}}\n{{Bảng nhiệm vụ}}",
    "{{Chỉ khi: Nhiệm vụ}}{{Đại biểu.TT}}",
    "{{Chỉ khi: Đại biểu.Chức vụ}}{{Đại biểu.Họ và tên}}",
]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_wrong(text: str) -> None:
    assert problems(text, KNOWN) == []


WRONG = [
    ("{{Tên hội ngj}}", "Không có trường “Tên hội ngj”.", "{{Tên hội nghị}}"),
    ("{{Tên hội ngj|IN HOA}}", "Không có trường “Tên hội ngj”.", "{{Tên hội nghị|IN HOA}}"),
    ("{{Chỉ khi: vắng mắc}}", "Không có trường “vắng mắc”.", "{{Chỉ khi: Vắng mặt}}"),
    ("{{Trừ khi: vắng mắc}}", "Không có trường “vắng mắc”.", "{{Trừ khi: Vắng mặt}}"),
    ("{{Chỉ khi: Đại biu}}", "Không có trường “Đại biu”.", "{{Chỉ khi: Đại biểu}}"),
    ("{{xyz}}", "Không có trường “xyz”.", ""),
    ("{{}}", "Chưa ghi tên trường giữa {{ và }}.", ""),
    ("{{ | IN HOA}}", "Chưa ghi tên trường giữa {{ và }}.", ""),
    ("{{Chỉ khi: }}", "Chưa ghi tên trường sau “Chỉ khi:”.", ""),
    ("{{Trừ khi:}}", "Chưa ghi tên trường sau “Trừ khi:”.", ""),
    ("{{Chỉ khi}}", "Sau “Chỉ khi” phải có dấu hai chấm và tên trường.", ""),
    ("{{chỉ khi Vắng mặt}}", "Sau “Chỉ khi” phải có dấu hai chấm và tên trường.", "{{Chỉ khi: Vắng mặt}}"),
    ("{{trừ khi Vắng mặt}}", "Sau “Trừ khi” phải có dấu hai chấm và tên trường.", "{{Trừ khi: Vắng mặt}}"),
    ("{{Họ và tên}}", "“Họ và tên” là mục con của danh sách “Đại biểu”.", "{{Đại biểu.Họ và tên}}"),
    ("{{Họ tên|đậm}}", "Không có trường “Họ tên”.", "{{Đại biểu.Họ và tên|đậm}}"),
    ("{{Đại biu.Họ tên}}", "Không có trường “Đại biu.Họ tên”.", "{{Đại biểu.Họ và tên}}"),
    ("{{Đại biểu.Họ tên}}", "Danh sách “Đại biểu” không có mục con “Họ tên”.", "{{Đại biểu.Họ và tên}}"),
    ("{{Nhiệm vụ.Chức vụ}}", "“Chức vụ” là mục con của danh sách “Đại biểu”.", "{{Đại biểu.Chức vụ}}"),
    ("{{Đại biểu}}", "“Đại biểu” là danh sách; hãy ghi rõ mục con.", "{{Đại biểu.Họ và tên}}"),
    ("{{Tên hội nghị.TT}}", "“Tên hội nghị” không có mục con.", "{{Tên hội nghị}}"),
    ("{{Tên hội nghị|in hao}}", "Không có cách ghi “in hao”.", "{{Tên hội nghị|IN HOA}}"),
    ("{{Đại biểu.TT|2 sô|in hao}}", "Không có cách ghi “in hao”.", "{{Đại biểu.TT|2 số|IN HOA}}"),
    ("{{Tên hội nghị|xyz}}", "Không có cách ghi “xyz”.", ""),
    ("{{Chỉ khi: Vắng mặt|đậm}}", "Điều kiện không có cách ghi.", "{{Chỉ khi: Vắng mặt}}"),
    ("{{Bảng nhiệm vụ|đậm}}", "Bảng không có cách ghi.", "{{Bảng nhiệm vụ}}"),
]


@pytest.mark.parametrize(("text", "reason", "suggestion"), WRONG)
def test_what_is_wrong_and_what_was_meant(text: str, reason: str, suggestion: str) -> None:
    (found,) = problems(f"Kính gửi {text}" if "Bảng" not in text else text, KNOWN)
    assert (found.found, found.reason, found.suggestion) == (text, reason, suggestion)


@pytest.mark.parametrize("text", ["{{Tên hội nghị}", "{Tên hội nghị}}", "a { b", "}}", "{{Tên hội\nnghị}}"])
def test_braces_that_do_not_pair_are_named(text: str) -> None:
    found = problems(text, KNOWN)
    assert found
    assert all("không đủ cặp" in one.reason for one in found)
    assert all(set(one.found) <= {"{", "}"} for one in found)


def test_two_lists_in_one_line_are_one_too_many() -> None:
    (found,) = problems("{{Đại biểu.Họ và tên}}: {{Nhiệm vụ.Nội dung}}", KNOWN)
    assert found.found == "{{Nhiệm vụ.Nội dung}}"
    assert found.reason == (
        "Dòng này lặp theo “Đại biểu”; một dòng không thể lặp theo hai danh sách. "
        "Hãy tách “Nhiệm vụ” ra dòng riêng."
    )


@pytest.mark.parametrize("text", ["Bảng: {{Bảng nhiệm vụ}}", "{{Bảng nhiệm vụ}}{{Tên hội nghị}}"])
def test_a_table_stands_alone_in_its_line(text: str) -> None:
    (found,) = problems(f"Dòng trên\n{text}\ndòng dưới", KNOWN)
    assert found.found == "{{Bảng nhiệm vụ}}"
    assert found.reason == "“Bảng nhiệm vụ” là một bảng; hãy đặt một mình trên một dòng."


def test_every_fault_of_a_text_is_named_at_once() -> None:
    text = "{{xyz}} {{Tên hội nghị|xyz}}\n{{Đại biểu}} {{Họ tên}\n{{Chỉ khi: }}"
    assert [one.found for one in problems(text, KNOWN)] == [
        "{{xyz}}", "{{Tên hội nghị|xyz}}", "{{Đại biểu}}", "{{", "}", "{{Chỉ khi: }}",
    ]  # fmt: skip


@pytest.mark.parametrize("record", [MEETING, DIRECTIVE])
def test_the_fields_of_a_record_can_be_told_apart(record: str) -> None:
    names = names_of(record)
    keys = [key(name.label) for name in names]
    assert len(set(keys)) == len(keys)
    assert all(len({key(one) for one in name.members}) == len(name.members) for name in names)
    assert not {key(condition) for condition in (markers.ONLY_IF, markers.UNLESS)} & set(keys)
    assert all(name.hint and not (name.block and name.members) for name in names)
    assert all(not set(".:|{}\n") & set(name.label + "".join(name.members)) for name in names)


def test_lists_have_no_fields_and_every_record_with_fields_is_one_of_ours() -> None:
    assert names_of(ROWS) == ()
    assert set(NAMES) == {MEETING, DIRECTIVE}
    assert len({key(one) for one in FORMATS}) == len(FORMATS)
