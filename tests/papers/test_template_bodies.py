"""Files begun from papers that code composes: sentences with fields, tables of one row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from papers import catalogue, docx_file, template
from papers.content import Table
from papers.template import bodies, body_values, fields
from rules import markers
from rules.facts import Conclusion, Filed, Meeting, Plan, PlanItem, Signature, Task
from rules.office import STATE
from rules.papers import MEETING, paper
from tests.papers import held_samples, samples
from tests.papers.office_xml import W, disorder
from tests.papers.word_files import lines, tree

CODED = [*bodies.NAMES]
NASTY = "Sở A & B <b> {{Tên hội nghị}} «Địa điểm» ]]>"
WHOLE = "{{Nội dung văn bản}}"


def varied() -> dict[str, Meeting]:
    """Meetings at every stage, with what changes the shape of their papers."""
    many, few = samples.minutes(40), samples.minutes(3)
    told = (
        Conclusion("Điểm thứ nhất.", samples.CHAIR, (), held_samples.TASKS),
        Conclusion("Điểm thứ hai.", samples.PRESENTER, (samples.ARTICLE,), (Task("báo cáo kết quả"),)),
    )
    sections = {
        "guests": "- Đại diện Báo Mẫu.",
        "press": "Báo Mẫu",
        "other_info": "hội nghị trực tuyến",
        "proceedings": "Hội nghị nghỉ giữa giờ.\n- Một;\n- Hai.",
    }
    twice = tuple(replace(one, invited=one.invited + 9) for one in many.groups)
    signed = (Signature("NGƯỜI GHI BIÊN BẢN", "", "A"),)
    symbol = Filed("Giấy mời", "12-GM/ĐUK", samples.date(2019, 8, 15), "Đảng ủy", 2, "", kind="invitation")
    plain = tuple(replace(one, guest=False, state="present", reason="") for one in many.attendees)
    return {
        "marked": many,
        "not marked": samples.minutes(40, marked=False),
        "half marked": replace(many, attendees=(*many.attendees, *samples.attendees(2, marked=False))),
        "all came": replace(many, attendees=plain),
        "few": replace(few, agenda=(), speeches=(), materials=(), groups=()),
        "nobody": samples.bare_minutes(),
        "held": held_samples.held(conclusions=told, filed=(held_samples.NOTICE, symbol)),
        "typed": replace(many, sections=sections, groups=twice, signatures=signed),
        "long": held_samples.held(
            conclusions=(Conclusion(" ".join(["nghiêm túc"] * 150), samples.CHAIR, (), held_samples.TASKS),),
            planned=held_samples.WINDOWS,
        ),
        "state": replace(many, head=replace(many.head, family=STATE, issuer="Ủy ban nhân dân tỉnh Mẫu")),
        "worded": replace(many, wording={"place": "- Tại: {{Địa điểm}}.", "total": "", "closing": "Hết."}),
    }


def plans() -> dict[str, Plan]:
    whole = samples.plan()
    alone = tuple(replace(one, lead="", coordinating=()) for one in whole.items)
    typed = {"opening": "Thực hiện ý kiến cấp trên:", "closing": "Ban Thường vụ yêu cầu các cấp\nthực hiện"}
    return {
        "whole": whole,
        "nothing": samples.bare_plan(),
        "no leads": replace(whole, items=alone),
        "no phases": replace(whole, items=(PlanItem("Một việc", "", "A"), PlanItem("Hai việc"))),
        "typed": replace(whole, sections={**whole.sections, **typed, "content": "1. Trước hết\nLàm ngay."}),
        "unknown signer": replace(whole, signatures=()),
        "worded": replace(whole, wording={"opening": "{{Cơ quan xây dựng}} định như sau:"}),
    }


def facts_of(key: str) -> dict[str, Meeting] | dict[str, Plan]:
    return varied() if paper(key).record == MEETING else plans()


def alike(one: Meeting | Plan, other: Meeting | Plan) -> bool:
    """Worded alike, by the same family of bodies."""
    return (one.wording, one.head.family) == (other.wording, other.head.family)


def words(data: bytes) -> str:
    return " ".join(" ".join(lines(data)).split())


def marks(data: bytes) -> int:
    """The lines and hyphens below the heads of a paper and of its appendices."""
    styles = [one.get(f"{W}val") for one in tree(data).iter(f"{W}pStyle")]
    return styles.count("separator") + styles.count("subject_line")


@pytest.mark.parametrize("key", CODED)
def test_whatever_it_was_begun_with_it_says_what_our_paper_says(tmp_path: Path, key: str) -> None:
    every = facts_of(key)
    source = tmp_path / "mau.docx"
    for facts in every.values():
        wording = [one for one in every.values() if alike(one, facts)]
        source.write_bytes(template.start(key, facts))
        for other in wording if facts in (every["worded"], next(iter(every.values()))) else [facts]:
            ours = catalogue.compose(key, other)
            data = template.fill(source, fields.values(key, other, ours)[0])
            assert words(data) == words(docx_file.to_bytes(ours))
            assert len(list(tree(data).iter(f"{W}sectPr"))) == len(ours.sections)
            assert not disorder(tree(data))
            assert marks(data) == marks(docx_file.to_bytes(ours))


@pytest.mark.parametrize("key", CODED)
def test_a_begun_file_is_clean_and_shows_its_sentences_and_rows(tmp_path: Path, key: str) -> None:
    source = tmp_path / "mau.docx"
    for facts in list(facts_of(key).values())[:6]:
        source.write_bytes(template.start(key, facts))
        assert template.check(source, key) == []
        said = lines(source.read_bytes())
        assert WHOLE not in said
        known = fields.names(key)
        for name in bodies.NAMES[key]:
            used = [one for line in said for one in markers.markers(line) if one.name == name.label]
            assert used, name
        rows = [one for one in known if bodies.GROUP in one.members or one.label.startswith("Dòng ")]
        assert rows or key == "news"


@pytest.mark.parametrize("key", ["minutes", "plan", "assignments", "call_list"])
def test_a_row_keeps_its_group_its_number_and_what_looks_like_a_field(tmp_path: Path, key: str) -> None:
    facts = next(iter(facts_of(key).values()))
    if isinstance(facts, Meeting):
        person = replace(facts.attendees[0].person, name=NASTY)
        attendees = (replace(facts.attendees[0], person=person), *facts.attendees[1:])
        told = (Conclusion(NASTY, samples.CHAIR, (), (Task(NASTY),)), *held_samples.held().conclusions)
        changed: Meeting | Plan = replace(facts, attendees=attendees, conclusions=told)
    else:
        changed = replace(facts, items=(replace(facts.items[0], content=NASTY), *facts.items[1:]))
    ours = catalogue.compose(key, changed)
    source = tmp_path / "mau.docx"
    source.write_bytes(template.start(key, facts))
    said = words(template.fill(source, fields.values(key, changed, ours)[0]))
    assert said == words(docx_file.to_bytes(ours))
    assert NASTY in said


def test_a_group_is_known_to_its_first_row_alone() -> None:
    name = bodies.LISTED["delegates"]
    document = catalogue.compose("delegates", samples.minutes(12))
    table = next(one for one in document.sections[0].blocks if isinstance(one, Table))
    made = body_values.rows(name, table)
    assert len(made) == 12
    groups = [row.cells[0] for row in table.rows if row.kind == "group"]
    assert [one[markers.key("Nhóm")][0] for one in made if one[markers.key("Nhóm")]] == groups
    assert body_values.rows(name, None) == []


def test_the_table_of_assignments_stands_on_a_turned_sheet_though_begun_with_no_task(tmp_path: Path) -> None:
    source = tmp_path / "mau.docx"
    source.write_bytes(template.start("assignments", samples.bare_minutes()))
    (size,) = tree(source.read_bytes()).iter(f"{W}pgSz")
    assert size.get(f"{W}orient") == "landscape"
