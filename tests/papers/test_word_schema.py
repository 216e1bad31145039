"""Word has nothing to repair in any paper of the catalogue, and the checker of that sees what is wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from papers import catalogue, docx_file, styles
from papers.content import display
from rules import papers, stages
from rules.facts import Copy, Head, ListColumn, Listing, Meeting, Plan
from tests.papers import samples
from tests.papers.copy_samples import copy
from tests.papers.profile_papers import MARKS, MEDIA, PROFILES, document
from tests.papers.word_schema import R, W, faults

Facts = Meeting | Plan | Copy | Listing
LISTING = Listing(
    samples.HEAD,
    "Danh sách đơn vị",
    "tính đến ngày 21/8/2019",
    (ListColumn("TT", 5, "center"), ListColumn("Tên đơn vị & <mã>", 40), ListColumn("Từ ngày")),
    ((1, "Chi bộ Sở Mẫu", None), (2, 'Đảng ủy "Khối"', 3.5)),
    "Tổng số: 2 đơn vị.",
)
FACTS: dict[str, Facts] = {
    papers.COPY: copy(),
    papers.MEETING: samples.minutes(8),
    papers.DIRECTIVE: samples.plan(),
    papers.ROWS: LISTING,
}
FAMILY = {name: "party" if name.startswith("PARTY") else "state" for name in PROFILES}


def facts_of(paper: papers.Paper) -> Facts:
    return FACTS.get(paper.key, FACTS[paper.record])


def headed(facts: Facts, profile: str, **marks: object) -> Facts:
    """The facts for a paper of that form with every mark."""
    entries = replace(MARKS, **marks)  # type: ignore[arg-type]
    head: Head = replace(facts.head, form=profile, family=FAMILY[profile], marks=entries)
    return replace(facts, head=head)


ISSUED = [
    pytest.param(paper, profile, id=f"{paper.key}-{profile}")
    for profile in PROFILES
    for paper in papers.PAPERS
    if not stages.not_issued(paper.key, FAMILY[profile])
]


@pytest.mark.parametrize(("paper", "profile"), ISSUED)
def test_word_repairs_no_paper_in_any_form(paper: papers.Paper, profile: str) -> None:
    made = catalogue.compose(paper.key, headed(facts_of(paper), profile))
    assert made.profile == profile
    assert faults(docx_file.to_bytes(made)) == []


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("key", ["minutes", "plan", "letter", "delegates", "units", "invitation_people"])
def test_nor_on_small_sheets_printed_on_both_sides(key: str, profile: str) -> None:
    record = papers.paper(key).record
    facts = headed(FACTS[record], profile, sheet="A5", duplex=True, circulation=MEDIA)
    data = docx_file.to_bytes(catalogue.compose(key, facts))
    assert faults(data) == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    width = styles.page(profile, True, papers.sheet_of(key, "A5")).text_width * 1440 / 25.4
    for one in root.iter(f"{W}tblW"):
        assert int(one.get(f"{W}w", "0")) <= width + 30


# A news item has no letterhead and carries no mark; a copy shows those of the document that is copied.
OFFICIAL = [paper for paper in papers.PAPERS if paper.key not in ("news", papers.COPY)]


@pytest.mark.parametrize("paper", OFFICIAL, ids=lambda one: one.key)
def test_every_mark_stands_in_the_paper(paper: papers.Paper) -> None:
    """What the head carries is printed, whoever composes the paper."""
    made = catalogue.compose(paper.key, headed(facts_of(paper), "PARTY-2026"))
    said = [display(line.text) for line in made.paragraphs()]
    assert made.marks == MARKS
    assert {"KHẨN", "Dự thảo lần 2"} <= set(said)
    if paper.type_code:
        assert {MARKS.drafter, MARKS.contact} <= set(said)


# -- the checker itself


def broken(change: Callable[[etree._Element], None], name: str = "word/document.xml") -> list[str]:
    """The faults after one change in one part of a sound file."""
    out = io.BytesIO()
    sound = io.BytesIO(docx_file.to_bytes(document("PARTY-2018")))
    with zipfile.ZipFile(sound) as archive, zipfile.ZipFile(out, "w") as changed:
        for one in archive.namelist():
            data = archive.read(one)
            if one == name:
                root = etree.fromstring(data)
                change(root)
                data = etree.tostring(root)
            changed.writestr(one, data)
    return faults(out.getvalue())


def first(root: etree._Element, name: str) -> etree._Element:
    return next(root.iter(f"{W}{name}"))


def swap(name: str) -> Callable[[etree._Element], None]:
    """The last child of the first such element with several goes to the front."""

    def change(root: etree._Element) -> None:
        element = next(one for one in root.iter(f"{W}{name}") if len(one) > 1)
        element.insert(0, element[-1])

    return change


@pytest.mark.parametrize("name", ["pPr", "sectPr", "tblPr", "tbl", "body", "p"])
def test_children_out_of_order_are_found(name: str) -> None:
    assert broken(swap(name))


@pytest.mark.parametrize("name", ["style", "rPr", "tblCellMar", "docDefaults"])
def test_so_they_are_in_the_styles(name: str) -> None:
    assert broken(swap(name), "word/styles.xml")


def test_so_they_are_in_the_settings() -> None:
    assert broken(swap("settings"), "word/settings.xml")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda root: first(root, "pPr").append(etree.Element(f"{W}jcc")), "jcc"),
        (lambda root: first(root, "pStyle").set(f"{W}val", "gone"), "no style gone"),
        (lambda root: first(root, "tc").__delitem__(slice(1, None)), "no paragraph at its end"),
        (lambda root: first(root, "tr").remove(first(root, "tr")[-1]), "1 of 2 columns"),
        (lambda root: first(root, "body").append(etree.Element(f"{W}p")), "not last"),
        (lambda root: first(root, "headerReference").set(f"{R}id", "rIdX"), "no relation rIdX"),
    ],
    ids=["strange", "style", "cell", "row", "body", "relation"],
)
def test_other_damage_is_found(change: Callable[[etree._Element], None], said: str) -> None:
    assert any(said in fault for fault in broken(change))
