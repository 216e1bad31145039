"""A file with very many markers costs in proportion to them, however they stand."""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from pathlib import Path

import pytest

from papers import template
from papers.template import text
from tests.papers.word_files import Maker, p, r, values

FEW, MANY = 250, 1000
MOST = 4.8  # times as much for four times as many
SHAPES: dict[str, Callable[[int], str]] = {
    "in one run": lambda count: p("{{Tên hội nghị}} " * count),
    "in runs of their own": lambda count: p(*[r("{{Tên hội nghị}} ")] * count),
    "conditions": lambda count: p("{{Chỉ khi: Tên hội nghị}} " * count + "chữ"),
    "in paragraphs of their own": lambda count: p("dự {{Tên hội nghị}}") * count,
}


def steps(work: Callable[[], object]) -> int:
    """How many functions were called, our own and those of the language."""
    watch = cProfile.Profile()
    watch.enable()
    work()
    watch.disable()
    return sum(one.callcount for one in watch.getstats())


@pytest.mark.parametrize("shape", SHAPES)
def test_filling_and_checking_grow_with_the_markers_alone(
    shape: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = [0]
    usual = text.set_text

    def counted(element: object, words: str) -> None:
        written[0] += len(words)
        usual(element, words)  # type: ignore[arg-type]

    monkeypatch.setattr(text, "set_text", counted)
    of = values({"Tên hội nghị": "Hội nghị A"})
    costs = []
    for count in (FEW, MANY):
        path = Maker(SHAPES[shape](count)).write(tmp_path, f"{count}.docx")
        written[0] = 0
        filled = steps(lambda path=path: template.fill(path, of))
        letters = written[0]
        checked = steps(lambda path=path: template.check(path, "notice", samples=False))
        costs.append((filled, letters, checked))
    few, many = costs
    assert all(later <= MOST * earlier for earlier, later in zip(few, many, strict=True)), costs
