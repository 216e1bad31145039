"""How well syllables are told from other words: `python -m tests.rules.syllable_table` prints it."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules.legacy import from_unicode
from rules.syllables import is_vietnamese

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ENGLISH = """
    about above accept account across action address after again against agree almost already answer
    appear area arrive article because become before begin behind believe better between board bring
    budget build business call century certain chair change child choose church city clear close
    committee common company conference congress consider contain control country course court create
    culture current customer daughter decade decide decision degree department describe develop
    different difficult director discover discuss during early economy education effect either election
    employee energy enough enter evening event every evidence example executive expect experience
    explain factor family father federal figure finally financial finish follow force foreign forward
    friend future garden general government great ground group growth happen health heart history
    hospital house however hundred husband image imagine impact important improve include increase
    indicate industry information institution interest interview investment issue itself kitchen
    knowledge language large leader learn legal letter level likely listen little local machine major
    manage market marriage material matter media medical meeting member memory mention message method
    middle might military million minute mission model modern moment money month morning mother movement
    music nation natural nature network never newspaper night north nothing number office official often
    operation opportunity option order organization other others owner page painting paper parent
    particular partner party patient people perhaps period person phone picture place player police
    policy political poor popular population position power present president pressure pretty private
    problem process produce product professor program project property protect provide public quality
    question quickly rather reach ready reality reason receive recent record reduce region relate
    remember report represent require research resource respond result return reveal right school
    science season second secretary section security senior service seven several should similar simple
    single social society soldier someone source south speak special specific spring staff stage
    standard start state station stock store story strategy street structure student study subject
    success suddenly suggest summer support surface system table teacher technology television theory
    thing think third though thought thousand threat three through today together tonight toward
    traditional training travel treatment trouble under understand until usually value various version
    victim village violence visit voice vote water weapon week weight western whatever which while white
    whole whose window within without woman wonder worker world worry write writer wrong
"""
TONES = "\u0300\u0309\u0303\u0301\u0323"


@dataclass(frozen=True)
class Score:
    """Of one kind of words: how many, how many were taken for Vietnamese."""

    kind: str
    words: tuple[str, ...]
    taken: int


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def own_words() -> list[str]:
    """Every word with a mark in the sentences of our papers: Vietnamese beyond doubt."""
    texts = _texts(tomllib.loads((RESOURCES / "wordings.toml").read_text(encoding="utf-8")))
    words = {word.lower() for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    return sorted(word for word in words if not word.isascii())


def spoilt(word: str) -> str:
    """The word with a second tone, as copies that are spoilt on purpose have it: "gĩáỏ"."""
    spread = unicodedata.normalize("NFD", word)
    vowels = [place for place, letter in enumerate(spread) if letter in "aeiouy"]
    bare = [place for place in vowels if not any(m in TONES for m in spread[place + 1 : place + 3])]
    if not bare or not any(mark in spread for mark in TONES):
        return ""
    return unicodedata.normalize("NFC", f"{spread[: bare[0] + 1]}\u0303{spread[bare[0] + 1 :]}")


def measure() -> list[Score]:
    """Vietnamese first, then what is none."""
    ours = own_words()
    kinds = {
        "tiếng Việt": ours,
        "tiếng Anh": ENGLISH.split(),
        "TCVN3": [from_unicode(word, "tcvn3") for word in ours],
        "VNI": [from_unicode(word, "vni") for word in ours],
        "sai dấu": [made for word in ours if (made := spoilt(word))],
    }
    return [Score(kind, tuple(words), sum(map(is_vietnamese, words))) for kind, words in kinds.items()]


def summary(scores: list[Score]) -> tuple[float, float]:
    """Precision and recall of "is Vietnamese"."""
    ours, *others = scores
    return ours.taken / (ours.taken + sum(other.taken for other in others)), ours.taken / len(ours.words)


def main() -> None:
    scores = measure()
    for score in scores:
        print(f"{score.kind:12} {score.taken:5} / {len(score.words):5} được nhận là tiếng Việt")
    precision, recall = summary(scores)
    print(f"đúng (precision) {precision:.3f}, đủ (recall) {recall:.3f}")


if __name__ == "__main__":
    main()
