"""The check under bad treatment: disorder in the file, absurd words, very long files."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import catalogue
from papers.form_check import check
from rules.trouble import Refused
from tests.papers import form_faults, samples
from tests.papers.form_documents import p, write
from tests.papers.form_samples import SAMPLES
from tests.papers.test_form_check import SHEET, grave, planted, saved
from tests.papers.word_file import WordFile


@given(seed=st.integers(0, 2**32))
def test_no_disorder_brings_it_down(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Elements taken out, put elsewhere, their values spoiled: findings or a refusal, never a crash."""
    chance = random.Random(seed)
    file = WordFile(form_faults.sound(chance.choice(sorted(SAMPLES)), chance.choice(form_faults.ALL)))
    for name in [name for name in file.parts if name.endswith((".xml", ".rels"))]:
        spoil(file, name, chance)
    path = file.write(tmp_path_factory.mktemp("spoilt") / "paper.docx")
    try:
        found = check(path)
    except Refused:
        return
    assert all(one.found and one.expected and one.place for one in found)


def spoil(file: WordFile, name: str, chance: random.Random) -> None:
    held = [one for one in file.tree(name).iter() if one.getparent() is not None]
    for one in chance.sample(held, min(chance.randint(0, 6), len(held))):
        parent, other = one.getparent(), chance.choice(held)
        if parent is None:
            continue
        turn = chance.random()
        if turn < 0.35:
            parent.remove(one)
        elif turn < 0.6 and one is not other and one not in other.iterancestors():
            other.append(one)
        elif one.attrib:
            key = chance.choice(sorted(map(str, one.attrib)))
            one.set(key, chance.choice(["", "-1", "9" * 30, "abc", "²", "1.5", "nan", "12pt"]))


def test_forty_pages_take_less_than_a_second(tmp_path: Path) -> None:
    file = planted("plan 2018")
    for _ in range(300):
        file.add(form_faults.BODY, "Mỗi chi bộ báo cáo tiến độ hằng tuần bằng văn bản gửi Văn phòng. " * 4)
    path = file.write(tmp_path / "a.docx")
    assert seconds(path) < 1


@pytest.mark.slow
def test_three_hundred_letters_take_less_than_five_seconds(tmp_path: Path) -> None:
    path = saved(catalogue.compose("invitation_people", samples.minutes(300)), tmp_path)
    assert seconds(path) < 5


@pytest.mark.parametrize(
    "words",
    [
        "-" * 20_000 + "a",
        "* " * 9000 + "a",
        "Số " * 9000,
        " " * 9000 + "ngày",
        "T/M " * 9000,
        "căn cứ " * 9000,
    ],
)
def test_no_words_take_long(words: str, tmp_path: Path) -> None:
    start = time.process_time()
    check(write(tmp_path / "a.docx", p("ĐẢNG CỘNG SẢN VIỆT NAM") + p(words) * 3 + p("Số 5-KH/ĐU") + SHEET))
    assert time.process_time() - start < 2


def seconds(path: Path) -> float:
    start = time.process_time()
    assert grave(check(path)) == []
    return time.process_time() - start
