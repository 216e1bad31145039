"""No paper that we make ourselves breaks the form, whatever the facts."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import catalogue, docx_file
from papers.form_check import Finding, check
from rules import stages
from rules.facts import Attendee, Copy, Head, ListColumn, Listing, Marks, Meeting, Person, Plan, Signature
from rules.papers import COPY, DIRECTIVE, MEETING, PAPERS, Paper, paper
from rules.trouble import Refused
from tests.papers import copy_samples, samples

OFFICES = {
    "PARTY-2018": (date(2019, 8, 21), samples.HEAD),
    "PARTY-2026": (
        date(2026, 9, 15),
        replace(
            samples.HEAD,
            superior="Đảng bộ tỉnh Lâm Mẫu",
            issuer="Đảng ủy các cơ quan Đảng tỉnh",
            place_name="Lâm Mẫu",
            symbol="ĐU",
        ),
    ),
    "STATE-2011": (
        date(2019, 8, 21),
        replace(samples.HEAD, superior="Bộ Nội vụ", issuer="Cục Lưu trữ", symbol="CLT", family="state"),
    ),
    "STATE-2020": (
        date(2026, 9, 15),
        replace(samples.HEAD, superior="Bộ Nội vụ", issuer="Cục Lưu trữ", symbol="CLT", family="state"),
    ),
}
AMPERSANDS = "Trần &amp; <b>\"Thị'</b> ]]> {{A}}"
EIGHTY = "Nguyễn Công Tằng Tôn Nữ Hoàng Thục Khuê Vân Đoan Trang Thùy Dương Quỳnh Nhã Kỳ Ân"
LONG_TITLE = (
    "Hội nghị quán triệt, triển khai thực hiện các nghị quyết, chỉ thị, kế hoạch của cấp trên về xây dựng "
    "Đảng và hệ thống chính trị, về chuẩn bị đại hội đảng bộ các cấp trong toàn đảng bộ nhiệm kỳ tới"
)
NASTY = (
    AMPERSANDS,
    EIGHTY,
    "",
    "a",
    "X" * 120,
    "  hai   dấu cách  ",
    "=CMD|'/C calc'!A0",
    "Số: 5 - kh/đuk ./.",
)
SIGNERS = {
    "party": Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Đặng Văn Thử"),
    "state": Signature("KT. CỤC TRƯỞNG", "PHÓ CỤC TRƯỞNG", "Đặng Văn Thử"),
}
ALL_MARKS = Marks(
    "KHẨN", "TÀI LIỆU HỘI NGHỊ", 2, "NguyenVanAn-26", "Số 1, đường Mẫu; điện thoại: 0123", duplex=True
)
Facts = Meeting | Plan | Copy | Listing


def head_of(profile: str, paper: Paper, **known: object) -> Head:
    day, head = OFFICES[profile]
    known = {"number": 7, "signed": day, **known}
    return replace(head, type_name=paper.type_name, type_code=paper.type_code, **known)  # type: ignore[arg-type]


def meeting(profile: str, paper: Paper, count: int = 5, **known: object) -> Meeting:
    facts = replace(
        samples.minutes(count), head=head_of(profile, paper, subject="về công tác cán bộ", **known)
    )
    signer = () if paper.key == "minutes" else (SIGNERS[facts.head.family],)
    kept = facts.recipients if paper.key == "minutes" else ()
    return replace(facts, day=OFFICES[profile][0], signatures=signer, recipients=kept)


def bare(profile: str, paper: Paper) -> Meeting:
    return replace(samples.bare_minutes(), head=head_of(profile, paper, number=None, signed=None))


def nasty(profile: str, paper: Paper) -> Meeting:
    people = [Person(name, name, name) for name in NASTY if name]
    facts = meeting(profile, paper, 3, number=None)
    attendees = tuple(Attendee(person, (samples.GROUPS[0],), state="present") for person in people)
    return replace(
        facts,
        title=AMPERSANDS,
        place=EIGHTY,
        chairs=(people[0], people[1]),
        secretaries=(people[1],),
        attendees=(*facts.attendees, *attendees),
        signatures=tuple(replace(one, name=EIGHTY) for one in facts.signatures),
        sections={"press": AMPERSANDS, "other_info": EIGHTY},
        ordinal="thứ hai mươi ba",
    )


def plans(profile: str, paper: Paper) -> list[Plan]:
    facts = replace(samples.plan(), head=head_of(profile, paper, subject="tổ chức đại hội đảng bộ các cấp"))
    facts = replace(facts, signatures=(SIGNERS[facts.head.family],))
    empty = replace(samples.bare_plan(), head=head_of(profile, paper, number=None, signed=None))
    wild = replace(facts, issuer=EIGHTY, sections={"purpose": AMPERSANDS, "requirements": f"- {EIGHTY}"})
    return [
        facts,
        empty,
        wild,
        replace(facts, items=facts.items * 5, head=replace(facts.head, marks=ALL_MARKS)),
    ]


def copies(profile: str, paper: Paper) -> list[Copy]:
    """One, one of nothing known, one of each kind with nasty words, one sent to many."""
    one = replace(copy_samples.copy(profile), head=head_of(profile, paper))
    nothing = replace(copy_samples.bare_copy(), head=head_of(profile, paper, number=None, signed=None))
    wild = replace(one, signatures=(replace(copy_samples.SIGNED, name=EIGHTY),), recipients=NASTY)
    kinds = [replace(wild, kind=kind) for kind in copy_samples.KINDS]
    return [one, nothing, *kinds, replace(one, recipients=(EIGHTY,) * 20)]


def listings(profile: str, paper: Paper) -> list[Listing]:
    head = head_of(profile, paper, number=None, signed=None)
    columns = tuple(ListColumn(name) for name in ("TT", "Họ và tên", "Chức vụ", "Đơn vị"))
    rows = tuple((number, name, AMPERSANDS, EIGHTY) for number, name in enumerate(NASTY, 1))
    wide = (*columns, *(ListColumn(f"Cột {n}") for n in range(6)))
    one = Listing(head, paper.label, "Tính đến ngày 22/11/2026", columns, rows, "Tổng số: 8.")
    return [
        one,
        replace(one, rows=(), footer="", subtitle=""),
        replace(one, columns=wide, rows=tuple((*r, *"abcdef") for r in rows)),
    ]


def meetings(profile: str, paper: Paper) -> list[Meeting]:
    many = meeting(profile, paper, 14)
    many = replace(many, head=replace(many.head, marks=ALL_MARKS))
    nobody = replace(meeting(profile, paper, 0), chairs=(), day=None)
    wordy = replace(bare(profile, paper), title=LONG_TITLE, day=OFFICES[profile][0])
    return [bare(profile, paper), many, meeting(profile, paper, 1), nobody, nasty(profile, paper), wordy]


def breaches(paper: Paper, facts: Facts) -> list[str]:
    """What the checker has against the Word file of that paper."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.docx"
        docx_file.write(catalogue.compose(paper.key, facts), path)
        found: list[Finding] = check(path, facts.day if isinstance(facts, Meeting) else None)
    return [f"{one.rule} {one.place}: {one.found} | {one.expected}" for one in found if one.severity != "I"]


def slice_of(made: Sequence[Facts], paper: Paper, profile: str) -> list[tuple[int, Facts]]:
    """All kinds of facts in the long run; else one of them, another for every paper and form."""
    whole = settings().max_examples >= settings.get_profile("soak").max_examples
    first = PAPERS.index(paper) + list(OFFICES).index(profile)
    places = range(len(made)) if whole else [first % len(made)]
    return [(place, made[place]) for place in places]


def is_issued(paper: Paper, profile: str) -> bool:
    return not stages.not_issued(paper.key, OFFICES[profile][1].family)


ISSUED = [
    pytest.param(paper, profile, id=f"{paper.key}-{profile}")
    for paper in PAPERS
    for profile in OFFICES
    if is_issued(paper, profile)
]
REFUSED = [(paper, profile) for paper in PAPERS for profile in OFFICES if not is_issued(paper, profile)]


@pytest.mark.parametrize(("paper", "profile"), ISSUED)
def test_our_own_paper_keeps_the_form(paper: Paper, profile: str) -> None:
    make = {MEETING: meetings, DIRECTIVE: plans}.get(paper.record, listings)
    make = copies if paper.key == COPY else make
    made: Sequence[Facts] = make(profile, paper)
    tried = slice_of(made, paper, profile)
    assert {number: wrong for number, one in tried if (wrong := breaches(paper, one))} == {}


def test_a_body_of_the_state_issues_no_paper_that_its_form_does_not_know() -> None:
    assert {one.key for one, _ in REFUSED} == {"summons_circular", "conclusion"}
    for one, profile in REFUSED:
        facts = meeting(profile, one)
        assert facts.head.family == "state"
        with pytest.raises(Refused, match="Cơ quan nhà nước không dùng loại văn bản này. Dùng Thông báo"):
            catalogue.compose(one.key, facts)


WORDS = st.sampled_from(NASTY) | st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), max_size=90
)
PEOPLE = st.lists(st.builds(Person, WORDS.filter(str.strip), WORDS, WORDS), max_size=3).map(tuple)


@settings(max_examples=max(2, settings().max_examples // 12))
@pytest.mark.parametrize("profile", OFFICES)
@given(data=st.data())
def test_no_facts_make_a_paper_break_the_form(profile: str, data: st.DataObject) -> None:
    known = [one for one in PAPERS if one.record == MEETING and is_issued(one, profile)]
    paper = data.draw(st.sampled_from(known))
    facts = meeting(profile, paper, data.draw(st.sampled_from([0, 1, 14])))
    drawn = {
        "title": data.draw(WORDS),
        "place": data.draw(WORDS),
        "chairs": data.draw(PEOPLE),
        "presenters": data.draw(PEOPLE),
        "secretaries": data.draw(PEOPLE),
        "day": data.draw(st.none() | st.just(OFFICES[profile][0])),
    }
    signed = data.draw(st.none() | st.just(OFFICES[profile][0]))
    number = data.draw(st.none() | st.integers(1, 2000))
    facts = replace(facts, head=replace(facts.head, signed=signed, number=number), **drawn)  # type: ignore[arg-type]
    assert breaches(paper, facts) == []


SINGLE_MARKS = (
    Marks(contact="Số 1, phố Mẫu; điện thoại: 0123"),
    Marks(drafter="NVA.05"),
    Marks(draft=0),
    Marks(urgency="HỎA TỐC"),
    Marks(circulation="LƯU HÀNH NỘI BỘ"),
)


@pytest.mark.parametrize(("paper", "profile"), [one for one in ISSUED if one.values[0].record == MEETING])
def test_a_single_mark_keeps_the_form(paper: Paper, profile: str) -> None:
    facts = meeting(profile, paper, 2)
    made = [replace(facts, head=replace(facts.head, marks=marks)) for marks in SINGLE_MARKS]
    wrong = {
        number: wrong for number, one in slice_of(made, paper, profile) if (wrong := breaches(paper, one))
    }
    assert wrong == {}


@pytest.mark.parametrize("profile", OFFICES)
@pytest.mark.parametrize("key", ["invitation", "invitation_units", "invitation_people", "summons"])
def test_letters_on_small_sheets_keep_the_form(key: str, profile: str) -> None:
    facts = meeting(profile, paper(key), 3)
    small = replace(facts, head=replace(facts.head, marks=Marks(sheet="A5")))
    assert breaches(paper(key), small) == []


@pytest.mark.slow
def test_five_hundred_people_keep_the_form() -> None:
    paper = next(one for one in PAPERS if one.key == "minutes")
    assert breaches(paper, meeting("PARTY-2026", paper, 500)) == []
