"""Every kind of change that the verbs of db offer goes back and forth, also after the file was closed."""

from __future__ import annotations

import getpass
import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import db
from db import (
    agenda,
    attendance,
    audiences,
    conclusions,
    directives,
    file,
    history,
    holdings,
    invitations,
    meetings,
    papers,
    people,
    plans,
    presets,
    sample,
    settings,
    speeches,
    tasks,
    units,
)
from db.history import digest
from db.tables import Attendance, Invitation, database
from tests.db import entries
from tests.db.conftest import OFFICE
from tests.whole import book_verbs, import_verbs
from tests.whole.demo import Demo, forget
from tests.whole.office import CLERK, Ids, fill

# Rooms of db that hold no subject of their own; a written file is history, which no undo takes back.
MACHINERY = {
    "disk", "file", "history", "migrations", "parts", "produced", "record", "refusals", "search", "soundness",
    "tables", "triggers", "values", "sample_people",
}  # fmt: skip
WRITES = re.compile(r"\bchange\(|\.execute\(\)|\bkeep\(|\brelink\(|\breorder\(|\bparts\.(save|delete|move)\(")
CALLS = re.compile(r"(?:\b(\w+)\.)?\b(\w+)\(")

Act = Callable[[Ids], Any]
# Every verb that writes, each with the ways it is used.
VERBS: dict[str, tuple[Act, ...]] = {
    "agenda.save": (
        lambda ids: agenda.save({"title": "Thảo luận", "directives": ids.papers}, ids.meeting),
        lambda ids: agenda.save({"minutes": 30, "directives": (ids.papers[0],)}, ids.meeting, ids.items[0]),
    ),
    "agenda.delete": (lambda ids: agenda.delete(ids.items),),
    "agenda.move": (lambda ids: agenda.move(ids.items[0], 1),),
    "attendance.mark": (
        lambda ids: attendance.mark(ids.meeting, ids.people[:4], "late", came="08:20"),
        lambda ids: attendance.mark(ids.meeting, ids.people[:1], ""),
    ),
    "attendance.mark_all": (lambda ids: attendance.mark_all(ids.meeting, "present"),),
    "attendance.substitute": (
        lambda ids: attendance.substitute(ids.meeting, ids.people[2], ids.people[4], consent=True),
    ),
    "audiences.save": (
        lambda ids: audiences.save({"name": "Ba", "rules": ((1, 1, None),), "people": ids.people}),
        lambda ids: audiences.save({"name": "Bốn", "rules": ((2, None, None),), "people": ()}, ids.groups[0]),
    ),
    "audiences.arrange": (lambda ids: audiences.arrange([row.id for row in audiences.rows()][::-1]),),
    "audiences.delete": (lambda ids: audiences.delete(ids.groups),),
    "conclusions.save": (
        lambda ids: conclusions.save({"content": "Ba", "directives": ids.papers}, ids.meeting),
        lambda ids: conclusions.save({"speaker": None, "directives": ()}, ids.meeting, ids.conclusions[0]),
    ),
    "conclusions.delete": (lambda ids: conclusions.delete(ids.conclusions),),
    "conclusions.move": (lambda ids: conclusions.move(ids.conclusions[1], -1),),
    "directives.save": (
        lambda ids: entries.directive(None, subject="không số"),
        lambda ids: directives.save({"issued": "tháng 8/2019", "signer": "Lê Hồng Quân"}, ids.papers[1]),
    ),
    "directives.link": (lambda ids: directives.link(ids.papers[0], ids.papers[1], "mentions"),),
    "directives.unlink": (lambda ids: directives.unlink([ids.link]),),
    "directives.delete": (lambda ids: directives.delete(ids.papers),),
    "holdings.save": (
        lambda ids: entries.hold(ids.people[1], "Báo cáo viên"),
        lambda ids: holdings.save({"until": "30/6/2020"}, ids.people[0], ids.holding),
    ),
    "holdings.delete": (lambda ids: holdings.delete([ids.holding]),),
    "invitations.set_audiences": (lambda ids: invitations.set_audiences(ids.meeting, ids.groups[:1]),),
    "invitations.invite": (lambda ids: call_one_less(ids),),
    "invitations.add": (lambda ids: invitations.add(ids.meeting, ids.people, guest=True),),
    "invitations.remove": (lambda ids: invitations.remove(ids.meeting, ids.people[:2]),),
    "invitations.save": (
        lambda ids: invitations.save({"person": ids.people[4]}, ids.meeting),
        lambda ids: invitations.save({"reply": "declined", "reason": "ốm"}, ids.meeting, first_call(ids)),
    ),
    "meetings.save": (
        lambda ids: entries.meeting("Hội nghị thứ hai"),
        lambda ids: meetings.save({"day": None, "starts": "7h30"}, ids.meeting),
    ),
    "meetings.set_state": (lambda ids: meetings.set_state(ids.meeting, "closed"),),
    "meetings.set_roles": (lambda ids: meetings.set_roles(ids.meeting, "chair", ids.people[2:4]),),
    "meetings.copy": (lambda ids: meetings.copy(ids.meeting),),
    "meetings.delete": (lambda ids: meetings.delete([ids.meeting]),),
    "papers.save": (
        lambda ids: papers.save("notice", ids.meeting, {"number": 7, "urgency": "KHẨN", "draft": 1}),
        lambda ids: papers.save("delegates", ids.meeting, {"signed": date(2019, 8, 21)}),
        lambda ids: papers.save("minutes", ids.meeting, {"sections": {"press": ""}, "signatures": []}),
        lambda ids: papers.save("plan", ids.papers[1], {"recipients": ["Lưu"], "place_name": "Mẫu"}),
    ),
    "people.save": (
        lambda ids: people.save({"full_name": "Giàng A Pó", "birth": "1965"}),
        lambda ids: people.save({"full_name": "Lê Hồng Quân B", "birth": "21/8/1965"}, ids.people[0]),
    ),
    "people.delete": (lambda ids: people.delete(ids.people),),
    "plans.save": (
        lambda ids: plans.save({"content": "Ba", "coordinating": (ids.unit, ids.below)}, ids.papers[1]),
        lambda ids: plans.save({"time": "quý I/2020", "coordinating": ()}, ids.papers[1], ids.lines[0]),
    ),
    "plans.delete": (lambda ids: plans.delete(ids.lines),),
    "plans.move": (lambda ids: plans.move(ids.lines[0], 1),),
    "settings.put": (
        lambda ids: settings.put("term", "2020 - 2025"),
        lambda ids: settings.put("term", ""),
    ),
    "settings.save_office": (
        lambda ids: settings.save_office({"organization": "Đảng bộ Khác", "superior": "", "spelling": "uỷ"}),
    ),
    "speeches.save": (
        lambda ids: speeches.save({"content": "Ba"}, ids.meeting),
        lambda ids: speeches.save({"person": None}, ids.meeting, ids.speeches[0]),
    ),
    "speeches.delete": (lambda ids: speeches.delete(ids.speeches),),
    "speeches.move": (lambda ids: speeches.move(ids.speeches[0], 1),),
    "tasks.save": (
        lambda ids: tasks.save({"content": "Ba", "coordinating": (ids.unit,)}, conclusion=ids.conclusions[1]),
        lambda ids: tasks.save({"due": "quý IV/2019", "directives": ()}, task_id=ids.tasks[0]),
    ),
    "tasks.set_state": (lambda ids: tasks.set_state(ids.tasks, "done"),),
    "tasks.delete": (lambda ids: tasks.delete(ids.tasks),),
    "tasks.move": (lambda ids: tasks.move(ids.tasks[1], -1),),
    "unit_names.rename": (
        lambda ids: units.rename(ids.unit, {"since": date(2021, 1, 1), "organization": "Đảng bộ mới"}),
        lambda ids: units.rename(ids.unit, {"since": date(2018, 1, 1), "organization": "Đảng bộ khác"}),
    ),
    "unit_names.drop_name": (lambda ids: units.drop_name(ids.old_name),),
    "units.save": (
        lambda ids: entries.unit("Chi bộ Thư viện", "Chi bộ cơ sở"),
        lambda ids: units.save({"organization": "Đảng bộ Y tế", "members": 12, "parent": None}, ids.unit),
    ),
    "units.close": (lambda ids: units.close(ids.unit, date(2020, 1, 1)),),
    "units.move": (lambda ids: units.move(ids.unit, -1),),
    "units.delete": (lambda ids: units.delete([ids.unit]),),
    **book_verbs.VERBS,
    **import_verbs.VERBS,
}
# Verbs for a file that holds nothing yet.
EMPTY: dict[str, Callable[[], Any]] = {
    "presets.fill_catalogues": presets.fill_catalogues,
    "presets.start_office": lambda: presets.start_office(OFFICE),
    "presets.add_audiences": lambda: usual_audiences(),
    "sample.build": lambda: sample.build(),
}
CASES = [(verb, place) for verb, acts in VERBS.items() for place in range(len(acts))]


def call_one_less(ids: Ids) -> None:
    with history.change("Lập lại danh sách"):
        invitations.set_audiences(ids.meeting, ids.groups[:1])
        invitations.invite(ids.meeting)


def first_call(ids: Ids) -> int:
    return int(Invitation.get(Invitation.meeting == ids.meeting).id)


def usual_audiences() -> None:
    with history.change("Lập thành phần"):
        presets.start_office(OFFICE)
        audiences.delete([row.id for row in audiences.rows()])
        presets.add_audiences()


def functions() -> dict[str, tuple[Any, str]]:
    """Every function of every subject: "units.save" → its module and its source."""
    found = {}
    for path in sorted(Path(db.__path__[0]).glob("*.py")):
        module = importlib.import_module(f"db.{path.stem}")
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__module__ == module.__name__:
                found[f"{path.stem}.{name}"] = (module, inspect.getsource(value))
    return {key: value for key, value in found.items() if key.split(".")[0] not in MACHINERY}


def called(module: Any, source: str) -> set[str]:
    """The functions of db that a source calls, "units.save"."""
    found = set()
    for owner, name in CALLS.findall(source):
        home = vars(module).get(owner) if owner else module
        value = getattr(home, name, None)
        if inspect.isfunction(value):
            found.add(f"{value.__module__.removeprefix('db.')}.{value.__name__}")
    return found


def writers() -> set[str]:
    """Every public function that writes, itself or through another."""
    all_of_them = functions()
    writing = {key for key, (_, source) in all_of_them.items() if WRITES.search(source)}
    size = 0
    while size != len(writing):
        size = len(writing)
        writing |= {key for key, value in all_of_them.items() if called(*value) & writing}
    return {key for key in writing if not key.split(".")[1].startswith("_")}


def test_every_verb_that_writes_is_tried_here() -> None:
    tried = {*VERBS, *EMPTY}
    assert not writers() - tried, "a verb without a test"
    assert not tried - writers(), "a test without a verb"


# -- one verb after another, on a real file that is closed and opened between


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ids, str]:
    """A closed data folder with the small office, its ids, its digest."""
    folder = tmp_path_factory.mktemp("small")
    file.open_file(folder)
    ids, content = fill(), digest()
    forget()
    return folder, ids, content


@pytest.fixture
def office(small: tuple[Path, Ids, str]) -> Iterator[Ids]:
    """The small office, open, with the clerk at work; a test leaves its content as it was."""
    again(small[0])
    yield small[1]
    while digest() != small[2] and history.undo():
        pass
    forget()


def again(folder: Path) -> None:
    file.close_file()
    file.open_file(folder)
    history.set_person(CLERK)


def told(began: datetime) -> history.ChangeRow:
    """The last line of history, with who, when and what."""
    line = history.recent(1)[0]
    assert line.label
    assert (line.account, line.person) == (getpass.getuser(), CLERK)
    assert began - timedelta(seconds=1) <= line.made_at <= datetime.now().astimezone()
    return line


@pytest.mark.parametrize(("verb", "place"), CASES)
def test_the_verb_goes_back_and_forth_over_closing(
    verb: str, place: int, office: Ids, small: tuple[Path, Ids, str]
) -> None:
    folder = small[0]
    before, began, last = small[2], datetime.now().astimezone(), history.recent(1)[0].id
    VERBS[verb][place](office)
    after = digest()
    assert after != before
    done = told(began)
    assert (done.kind, done.state, done.id) == ("do", "done", last + 1)
    again(folder)
    assert (digest(), history.undo()) == (after, done.label)
    assert digest() == before
    assert (told(began).kind, told(began).of_id) == ("undo", done.id)
    again(folder)
    assert (digest(), history.redo()) == (before, done.label)
    assert digest() == after
    assert told(began).kind == "redo"
    assert database.execute_sql("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("verb", [name for name in EMPTY if name != "sample.build"])
def test_the_first_change_of_a_file_goes_back_and_forth(verb: str, tmp_path: Path) -> None:
    file.open_file(tmp_path)
    before = digest()
    EMPTY[verb]()
    after = digest()
    again(tmp_path)
    history.undo()
    assert digest() == before != after
    again(tmp_path)
    history.redo()
    assert digest() == after
    assert file.check() == []
    forget()


# -- the great ones, on the sample office


def back_and_forth(act: Callable[[], Any], folder: Path) -> None:
    before = digest()
    act()
    after, label = digest(), history.undo_label()
    assert after != before
    again(folder)
    assert history.undo() == label
    assert digest() == before
    again(folder)
    assert history.redo() == label
    assert digest() == after
    history.undo()
    assert digest() == before
    assert file.check() == []


def test_a_unit_with_all_that_hangs_on_it(demo: Demo, tmp_path: Path) -> None:
    """Every unit below the office at once: names, posts, rules of audiences, leads of tasks."""
    with demo.copied(tmp_path):
        own = settings.own_unit()
        below = [row.id for row in units.rows(parent=own)]
        said = units.hanging(below)
        assert len(below) > 130
        assert any("chức vụ" in line for line in said)
        assert any("việc" in line for line in said)
        back_and_forth(lambda: units.delete(below), tmp_path)


def test_a_meeting_with_three_hundred_attendances(demo: Demo, tmp_path: Path) -> None:
    meeting = demo.of("minutes").record
    assert meeting is not None
    with demo.copied(tmp_path):
        attendance.mark_all(meeting, "present")
        assert Attendance.select().where(Attendance.meeting == meeting).count() >= 299
        said = " ".join(meetings.hanging([meeting]))
        assert "lượt điểm danh" in said
        assert "10 nhiệm vụ" in said
        back_and_forth(lambda: meetings.delete([meeting]), tmp_path)
        assert history.undo_label() == "Điểm danh 299 đại biểu: có mặt"


def test_the_sample_goes_as_it_came(demo: Demo, tmp_path: Path) -> None:
    """sample.build: five changes back to an empty file, five forth."""
    with demo.copied(tmp_path):
        states, labels = [digest()], []
        while (label := history.undo()) is not None:
            labels.append(label)
            states.append(digest())
        assert (len(labels), settings.is_started()) == (5, False)
        again(tmp_path)
        for state in states[-2::-1]:
            assert history.redo() == labels.pop()
            assert digest() == state
    file.open_memory()
    assert digest() == states[-1]
    forget()
