"""Where an office keeps its own Word files, one for each paper, with every version it ever put there."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

from papers import target
from papers.forms.kept import FOLDER as FOLDER
from papers.template.package import Package
from rules.papers import paper
from rules.trouble import Refused

ENDING = ".docx"
DAY = 10  # letters of 2026-11-22


def of(folder: Path, key: str) -> Path | None:
    """The office's own file for that paper in its folder of templates; None where our own paper serves."""
    path = folder / f"{key}{ENDING}"
    return path if path.is_file() else None


def install(source: Path, folder: Path, key: str, today: date | None = None) -> Path:
    """Put the file in the place of that paper; the one before stays beside as a version.

    Raises Refused for a file that no paper can be made of, KeyError for a key that no paper has.
    """
    paper(key)
    package = Package(source)
    data = package.data() if package.is_dotx else source.read_bytes()
    return put(data, folder, key, today)


def put(data: bytes, folder: Path, key: str, today: date | None = None) -> Path:
    """The same with a file in memory."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"Chưa tạo được thư mục “{folder}”.", "Hãy kiểm tra quyền ghi và chỗ trống.") from error
    path = folder / f"{key}{ENDING}"
    _keep(path, today)
    with target.replacing(path) as beside:
        beside.write_bytes(data)
    return path


def reset(folder: Path, key: str, today: date | None = None) -> Path | None:
    """Back to our own paper; where the office's file lies now, None where there was none."""
    return _keep(folder / f"{key}{ENDING}", today, move=True)


def versions(folder: Path, key: str) -> list[Path]:
    """Files of that paper that others have taken the place of, the newest first."""
    found = folder.glob(f"{key}-????-??-??-*{ENDING}")
    return sorted(found, key=_turn, reverse=True)


def kept_on(version: Path) -> date:
    """The day on which another file took the place of this one."""
    return date.fromisoformat(_turn(version)[0][-DAY:])


def _same(one: Path, other: Path) -> bool:
    try:
        return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
    except OSError:
        return False


def _turn(path: Path) -> tuple[str, int]:
    day, _, number = path.stem.rpartition("-")
    return day, int(number) if number.isdigit() else 0


def _keep(path: Path, today: date | None, move: bool = False) -> Path | None:
    """The file under the name of a version: invitation-2026-11-22-1.docx."""
    if not path.is_file():
        return None
    known = next((one for one in versions(path.parent, path.stem) if _same(one, path)), None)
    if known is not None and not move:
        return known
    day = (today or date.today()).isoformat()
    names = (path.with_name(f"{path.stem}-{day}-{number}{ENDING}") for number in count(1))
    kept = known or next(name for name in names if not name.exists())
    try:
        if known is not None:
            path.unlink()
        elif move:
            path.rename(kept)
        else:
            with target.replacing(kept) as beside:
                beside.write_bytes(path.read_bytes())
    except OSError as error:
        what = f"Tệp “{path.name}” đang mở trong Word hoặc không được phép thay."
        raise Refused(what, "Hãy đóng tệp đó rồi thử lại.") from error
    return kept
