"""Measures the budgets of the design in one run and prints them as ratios: `make bench`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from db import file, finding, history
from papers import catalogue, docx_file, form_check, minutes, template, xlsx_file
from rules import names
from tests.bench import crowd

TOP = Path(__file__).resolve().parent.parent.parent
SCREEN = TOP / "resources" / "program" / "screen.json"
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"
os.environ["QT_LOGGING_RULES"] = "default.warning=false"


class Result(NamedTuple):
    what: str
    took: float
    budget: float
    unit: str = "ms"


def clock(work: Callable[[], object], times: int = 5) -> float:
    """The quickest of some runs in milliseconds: what else the machine does only makes it slower."""
    taken = []
    for _ in range(times):
        begin = perf_counter()
        work()
        taken.append((perf_counter() - begin) * 1000)
    return min(taken)


def child(*arguments: str) -> str:
    command = [sys.executable, "-m", "tests.bench.window", *arguments]
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run(command, cwd=TOP, check=True, capture_output=True, text=True, env=compiled).stdout


def starting(folder: Path) -> Iterator[Result]:
    child("bare")
    child("ours", str(folder))
    bare = clock(lambda: child("bare"), 7)
    ours = clock(lambda: child("ours", str(folder)), 7)
    yield Result(f"mở cửa sổ, tệp 10.000 người (cửa sổ trống: {bare:.0f} ms)", ours, bare * 1.5 + 300)
    yield Result(
        "bộ nhớ khi mở thẻ Đại biểu, 10.000 người", float(child("ours", str(folder), "Đại biểu")), 250, "MB"
    )


def importing(folder: Path) -> Iterator[Result]:
    file.open_file(folder)
    yield Result("ghi 10.000 người trong một thay đổi", clock(lambda: crowd.add(10_000), 1), 5000)
    yield Result("hoàn tác 10.000 người", clock(history.undo, 1), 2000)
    crowd.add_units()
    path = crowd.workbook(folder / "people.xlsx", 10_000)
    yield Result("nhập 10.000 người có chức vụ từ Excel", clock(lambda: crowd.take(path), 1), 5000)
    yield Result("hoàn tác lần nhập 10.000 người", clock(history.undo, 1), 2000)
    file.close_file()


def searching(folder: Path) -> Iterator[Result]:
    from gui import opening
    from gui.pages.people import PeoplePage

    app = opening.application()
    file.open_file(folder)
    page = PeoplePage()
    page.resize(1300, 640)
    page.show()
    app.processEvents()

    def type_in(words: str) -> None:
        page.bar.search.setText(words)
        page.bar.asked.emit()  # after its pause
        app.processEvents()

    for words in ("n", "nguyen", "dang van hoa", "nguyễn", "nvh"):
        took = clock(lambda words=words: type_in(words))
        yield Result(f"tìm “{words}” trong 100.000 người, dòng đầu trên màn hình", took, 50)
    page.pieces.stop()
    page.close()
    for words in ("n", "nguyen", "dang van hoa"):
        took = clock(lambda words=words: finding.find(words, "person"))
        yield Result(f"Ctrl+K “{words}”, 100.000 người", took, 50)
    file.close_file()


def ordering() -> Iterator[Result]:
    people = [crowd.long_name(number) for number in range(100_000)]
    for tones, order in ((names.DICTIONARY, "từ điển"), (names.SOFTWARE, "phần mềm")):

        def sort(tones: str = tones) -> None:
            names._part_key.cache_clear()  # as after a start
            sorted(people, key=lambda name: names.sort_key(name, tones))

        yield Result(f"xếp 100.000 họ tên, dấu theo {order}", clock(sort, 3), 500)


def tabs(folder: Path) -> Iterator[Result]:
    from gui import opening
    from gui.pages.people import PeoplePage

    app = opening.application()
    file.open_file(folder)
    pages: list[PeoplePage] = []

    def open_tab() -> None:
        page = PeoplePage()
        page.resize(1300, 640)
        page.show()
        app.processEvents()
        pages.append(page)

    yield Result("mở thẻ 10.000 dòng", clock(open_tab), 100)
    model = pages[-1].model
    columns = iter(range(model.columnCount()))
    yield Result("sắp xếp 10.000 dòng theo một cột", clock(lambda: model.sort(next(columns)), 3), 50)
    for page in pages:
        page.close()
    file.close_file()


def writing(folder: Path) -> Iterator[Result]:
    from openpyxl import Workbook

    facts = crowd.minutes(500)
    docx_file.write(minutes.compose(crowd.minutes(1)), folder / "warm.docx")
    took = clock(lambda: docx_file.write(minutes.compose(facts), folder / "minutes.docx"), 3)
    yield Result("biên bản 500 người ra Word", took, 1000)
    path = folder / "letters.docx"
    took = clock(lambda: docx_file.write(catalogue.compose("invitation_people", facts), path), 3)
    yield Result("500 giấy mời trong một tệp Word", took, 5000)
    took = clock(lambda: form_check.check(folder / "minutes.docx"), 3)
    yield Result("kiểm tra thể thức biên bản 500 người", took, 1000)
    yield Result("kiểm tra thể thức 500 giấy mời", clock(lambda: form_check.check(path), 1), 5000)
    template.put(template.start("invitation_people", facts), folder, "invitation_people")
    took = clock(lambda: template.compose("invitation_people", facts, folder), 2)
    yield Result("500 giấy mời theo mẫu Word của cơ quan", took, 5000)
    rows, document = crowd.cells(50_000, 12), crowd.listing(50_000, 12)

    def write_plainly() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Danh sách")
        for row in rows:
            sheet.append(row)
        book.save(folder / "plain.xlsx")

    plain = clock(write_plainly, 1)
    ours = clock(lambda: xlsx_file.write(document, folder / "list.xlsx"), 1)
    yield Result(f"50.000 × 12 ô ra Excel (openpyxl write-only: {plain:.0f} ms)", ours, plain * 1.2)


def show(results: Iterator[Result]) -> None:
    for what, took, budget, unit in results:
        late = "  quá" if took > budget else ""
        print(f"{took:10.0f} {unit:2} {budget:10.0f} {unit:2} {took / budget:7.2f}  {what}{late}", flush=True)


def main() -> None:
    print(f"{'đo được':>13} {'cho phép':>13} {'tỉ số':>7}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        crowd.office(folder / "ten", 10_000)
        crowd.office(folder / "hundred", 100_000)
        crowd.office(folder / "empty", 0)
        show(starting(folder / "ten"))
        show(tabs(folder / "ten"))
        show(ordering())
        show(searching(folder / "hundred"))
        show(importing(folder / "empty"))
        show(writing(folder))


if __name__ == "__main__":
    main()
