"""One command as the command line gives it."""

from __future__ import annotations

from pathlib import Path

import main


def run(folder: Path, *words: str) -> int:
    return main.main(["--data", str(folder), *words])
