"""Tries a built program: its demo writes the same words as the sources do, its window opens."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook

from papers import docx_file
from papers.content import Paragraph, Table

TOP = Path(__file__).resolve().parent.parent


def words(path: Path) -> list[str]:
    """What a paper says, without what differs from run to run."""
    if path.suffix == ".docx":
        return list(_of_document(path))
    book = load_workbook(path)
    return [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None]


def _of_document(path: Path) -> Iterator[str]:
    document = docx_file.read(path)
    for paragraph in document.paragraphs():
        yield paragraph.text
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from (
                    cell.text if isinstance(cell, Paragraph) else str(cell)
                    for row in block.rows
                    for cell in row.cells
                )


def demo(command: list[str], out: Path) -> list[Path]:
    begin = time.perf_counter()
    subprocess.run([*command, "demo", "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
    print(f"demo {command[0]}: {time.perf_counter() - begin:.1f} s")
    return sorted(
        path.relative_to(out) for path in out.rglob("*") if path.suffix in (".docx", ".xlsx", ".pdf", ".png")
    )


def opens(program: Path, data: Path) -> bool:
    """Whether the window is still there after some seconds."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    running = subprocess.Popen([program, "--data", str(data)], env=env)
    try:
        running.wait(5)
    except subprocess.TimeoutExpired:
        running.terminate()
        running.wait(10)
        return True
    return False


def main(folder: Path) -> int:
    ending = ".exe" if sys.platform == "win32" else ""
    with tempfile.TemporaryDirectory() as name:
        ours, built = Path(name, "source"), Path(name, "built")
        known = demo([sys.executable, str(TOP / "main.py")], ours)
        found = demo([str(folder / f"thuky-cli{ending}")], built)
        papers = [path for path in known if path.suffix in (".docx", ".xlsx")]
        wrong = [str(path) for path in sorted(set(known) ^ set(found))]
        wrong += [str(path) for path in papers if path in found and words(ours / path) != words(built / path)]
        if not opens(folder / (f"ThuKy{ending}" if ending else "thuky"), built / "data"):
            wrong.append("the window does not stay open")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(
        f"{folder}: {size / 1e6:.0f} MB, {len(papers)} papers with the same words, {len(known)} files in all"
    )
    for each in wrong:
        print(f"differs: {each}", file=sys.stderr)
    return 1 if wrong or not papers else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
