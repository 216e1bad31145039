"""One number twice: never for drafts, for an old document only knowingly, never between two programs."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db import directives, file, history, number_holders, numbering, papers, presets, registers
from rules.trouble import Refused
from tests.db import entries
from tests.db.conftest import OFFICE
from tests.db.numbers import congress, series, taken_by, two_terms

TOP = Path(__file__).parents[2]
EACH = 8  # numbers that each of two programs takes
OTHER = """
import sys
from pathlib import Path
from db import file, numbering
file.open_file(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for meeting in sys.argv[2:]:
    print(numbering.take("notice", int(meeting)), flush=True)
file.close_file()
"""


def typed(record: int, **values: Any) -> dict[str, Any]:
    """The form values of a document that is kept, with others typed over them."""
    return {**directives.get(record), **values}


def notice() -> int:
    return entries.key("directive_type", "Thông báo")


@pytest.mark.usefixtures("office")
def test_a_typed_number_names_the_paper_that_has_it() -> None:
    meeting = entries.meeting("Hội nghị A")
    papers.save("notice", meeting, {"number": 5, "signed": date(2019, 8, 20)})
    mine = entries.directive(None, type=notice(), issued="21/8/2019")
    holder = number_holders.of(typed(mine, number=5), mine)
    assert holder is not None
    assert number_holders.said(holder) == "Số 05-TB/ĐUK đã cấp cho: Thông báo Hội nghị A, ký 20/8/2019"
    assert number_holders.of(typed(mine, number=6), mine) is None
    assert number_holders.of(typed(mine, number=None), mine) is None
    assert number_holders.of(typed(mine, number=5, direction="in"), mine) is None
    assert number_holders.of(typed(mine, number=5, issuer=None, issuer_code="TU"), mine) is None


@pytest.mark.usefixtures("office")
def test_the_same_number_of_another_term_type_or_of_itself_is_free() -> None:
    two_terms()
    plan = entries.directive(92)
    other = entries.directive(None, issued="20/8/2019")
    assert number_holders.of(typed(plan), plan) is None
    assert number_holders.of(typed(other, number=92), other) is not None
    assert number_holders.of(typed(other, number=92, type=notice()), other) is None
    later = entries.directive(None, issued="01/9/2020")
    assert number_holders.of(typed(later, number=92), later) is None


@pytest.mark.usefixtures("office")
def test_a_number_kept_free_or_annulled_is_told_with_its_reason() -> None:
    first = entries.meeting("Một")
    numbering.take("notice", first)
    numbering.annul(taken_by("notice", first), "Ghi nhầm loại")
    numbering.reserve(series("notice", first), "Ban Tổ chức")
    mine = entries.directive(None, type=notice())
    told = [number_holders.of(typed(mine, number=number), mine) for number in (1, 2)]
    assert [number_holders.said(one) for one in told if one] == [
        "Số 01-TB/ĐUK đã hủy: Ghi nhầm loại",
        "Số 02-TB/ĐUK đang giữ cho: Ban Tổ chức",
    ]


@pytest.mark.usefixtures("office")
def test_a_deleted_document_may_be_entered_anew_under_its_number() -> None:
    plan = entries.directive(92)
    values = typed(plan)
    directives.delete([plan])
    assert number_holders.of(values) is None


@pytest.mark.usefixtures("office")
def test_a_document_of_a_congress_is_held_against_its_common_series() -> None:
    meeting = congress("Đại hội", day=date(2020, 7, 3))
    numbering.take("resolution", meeting)
    mine = entries.directive(None, issuer_code="ĐH", issued="03/7/2020")
    holder = number_holders.of(typed(mine, number=1), mine)
    assert holder is not None
    assert holder.shown == "01-NQ/ĐH"
    assert numbering.proposed("plan", mine) == 2


@pytest.mark.usefixtures("office")
def test_two_open_drafts_never_get_one_number_however_it_is_typed() -> None:
    numbering.take("notice", entries.meeting("Hội nghị A"))
    draft = entries.directive(None, type=notice(), state="draft")
    before = history.digest()
    with pytest.raises(Refused, match="Số 01-TB/ĐUK đã cấp cho: Thông báo Hội nghị A. Dự thảo") as refused:
        directives.save({"number": 1}, draft)
    assert "02" in refused.value.do
    with pytest.raises(Refused, match="Dự thảo không lấy số đã có"):
        entries.directive(1, type=notice(), state="draft", subject="khác")
    assert history.digest() == before
    directives.save({"number": 2}, draft)
    second = entries.directive(None, type=notice(), state="draft", subject="hai")
    with pytest.raises(Refused, match="02-TB/ĐUK đã cấp cho"):
        directives.save({"number": 2}, second)
    with pytest.raises(Refused, match="02-TB/ĐUK đã cấp cho"):
        numbering.take("plan", second, 2)
    with pytest.raises(Refused, match="02-TB/ĐUK đã cấp cho"):
        papers.save("notice", entries.meeting("Hội nghị B"), {"number": 2})


@pytest.mark.usefixtures("office")
def test_an_old_document_may_share_a_number_and_stays_editable() -> None:
    numbering.take("notice", entries.meeting("Hội nghị A"))
    old = entries.directive(1, type=notice(), state="issued")
    assert numbering.duplicates(series("plan", old)) == (1,)
    assert [row[9] for row in registers.outgoing().rows] == ["Trùng số", "Trùng số"]
    with pytest.raises(Refused, match="Dự thảo"):
        directives.save({"state": "draft"}, old)
    directives.save({"subject": "sửa trích yếu"}, old)
    assert directives.get(old)["subject"] == "sửa trích yếu"


# -- taking, taking back, taking again


@pytest.mark.usefixtures("office")
def test_a_number_that_was_taken_back_goes_to_the_next_who_asks() -> None:
    first, second = entries.meeting("Một"), entries.meeting("Hai")
    numbering.take("notice", first)
    history.undo()
    assert numbering.take("notice", second) == 1
    assert history.redo() is None  # what was taken back cannot come again beside it
    assert numbering.take("notice", first) == 2
    history.undo()
    history.undo()
    assert [numbering.number_of("notice", one) for one in (first, second)] == [None, None]
    history.redo()
    history.redo()
    assert [numbering.number_of("notice", one) for one in (first, second)] == [2, 1]
    assert numbering.duplicates(series("notice", first)) == ()


@pytest.mark.usefixtures("office")
def test_after_an_annulled_number_comes_the_next_and_an_undo_frees_it_not_twice() -> None:
    first, second = entries.meeting("Một"), entries.meeting("Hai")
    numbering.take("notice", first)
    numbering.annul(taken_by("notice", first), "Ghi nhầm")
    assert numbering.take("notice", first) == 2
    with pytest.raises(Refused, match="01-TB/ĐUK đã hủy: Ghi nhầm"):
        numbering.take("notice", second, 1)
    history.undo()
    history.undo()  # the annulment
    assert numbering.number_of("notice", first) == 1
    assert numbering.take("notice", second) == 2


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("late", ["use", "release"])
def test_a_number_kept_free_is_used_once(late: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program used it after this one had read it."""
    first, second = entries.meeting("Một"), entries.meeting("Hai")
    kept = numbering.reserve(series("notice", first), "Ban Tổ chức")
    (stale,) = numbering.lines(series("notice", first))
    numbering.use(kept, "notice", first)
    monkeypatch.setattr(numbering, "_entry", lambda *_: stale)
    with pytest.raises(Refused, match="không còn trong sổ"):
        numbering.use(kept, "notice", second) if late == "use" else numbering.release(kept)
    assert numbering.number_of("notice", first) == 1
    assert numbering.number_of("notice", second) is None


def test_two_programs_on_one_file_never_take_one_number(tmp_path: Path, shut: None) -> None:
    file.open_file(tmp_path)
    presets.start_office(OFFICE)
    made = [entries.meeting(f"Hội nghị {place}") for place in range(2 * EACH)]
    mine, theirs = made[:EACH], made[EACH:]
    words = [sys.executable, "-c", OTHER, str(tmp_path), *map(str, theirs)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(words, cwd=TOP, **pipes) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
        other.stdin.write("\n")
        other.stdin.flush()
        taken = [numbering.take("notice", meeting) for meeting in mine]
        taken += [int(line) for line in other.communicate(timeout=60)[0].split()]
    assert other.returncode == 0
    assert sorted(taken) == list(range(1, 2 * EACH + 1))
    assert numbering.gaps(series("notice", mine[0])) == ()
    assert {row.label for row in history.recent(2 * EACH)} == {"Cấp số thông báo kết luận"}
