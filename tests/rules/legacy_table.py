"""How often `guess` is right: `python -m tests.rules.legacy_table` prints precision and recall."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rules.legacy import guess
from tests.rules.legacy_samples import Sample, make

NUMBER = 500
KINDS = ("tcvn3", "tcvn3-h", "vni", "viqr", "mixed", "unicode", "english")


@dataclass(frozen=True)
class Score:
    """Of one kind: how many samples, how many were found, how many others were taken for it."""

    kind: str
    samples: int
    right: int
    taken: int

    @property
    def recall(self) -> float:
        return self.right / self.samples

    @property
    def precision(self) -> float:
        return self.right / self.taken if self.taken else 1.0


def told(sample: Sample) -> str:
    """What `guess` takes the sample for; plain text of any language is "unicode"."""
    return guess(sample.text) or "unicode"


def measure(long: bool, number: int = NUMBER) -> tuple[list[Score], list[tuple[Sample, str]]]:
    """The score of each kind (English counts as Unicode), and the samples taken wrongly."""
    samples = [sample for kind in KINDS for sample in make(kind, number, long)]
    meant, taken, right = Counter[str](), Counter[str](), Counter[str]()
    wrong: list[tuple[Sample, str]] = []
    for sample in samples:
        kind, found = sample.kind.replace("english", "unicode"), told(sample)
        meant[kind] += 1
        taken[found] += 1
        right[kind] += kind == found
        if kind != found:
            wrong.append((sample, found))
    return [Score(kind, meant[kind], right[kind], taken[kind]) for kind in meant], wrong


def show() -> None:
    """Print the scores."""
    for long in (True, False):
        scores, wrong = measure(long)
        print("20 letters and more" if long else "fewer than 20 letters")
        print(f"  {'kind':8} {'samples':>7} {'right':>6} {'precision':>9} {'recall':>7}")
        for score in scores:
            print(
                f"  {score.kind:8} {score.samples:7} {score.right:6} "
                f"{score.precision:9.4f} {score.recall:7.4f}"
            )
        for sample, found in wrong[:12]:
            print(f"    {sample.kind} taken for {found}: {sample.text!r}")


if __name__ == "__main__":
    show()
