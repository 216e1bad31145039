"""The office's own file of forms: put in place, used at once, taken back, found again at the start."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

from rules.trouble import Refused

FOLDER = "templates"  # in the folder of the data: the office's own forms and Word files
NAME = "forms.toml"
INSTEAD = "Chương trình dùng bản thể thức có sẵn."
OPEN_ELSEWHERE = "Hãy đóng tệp đó ở chương trình khác rồi thử lại."


def of(folder: Path) -> Path | None:
    """The office's own forms in its folder of templates; None where the shipped ones serve."""
    path = folder / NAME
    return path if path.is_file() else None


def load(folder: Path) -> Refused | None:
    """Use the office's own forms where there are any; the fault of a damaged file, which is passed by."""
    own = of(folder)
    from papers import styles  # not needed to open a window, which shall open fast

    try:
        styles.use(own)
    except Refused as wrong:
        styles.use(None)
        return Refused(wrong.what, INSTEAD)
    return None


def install(source: Path, folder: Path, today: date | None = None) -> Path:
    """Take these forms from now on; an own file from before is kept beside. Refused with line and reason."""
    from papers import styles, target

    styles.validate(source)
    data = source.read_bytes()
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"Chưa tạo được thư mục “{folder}”.", "Hãy kiểm tra quyền ghi và chỗ trống.") from error
    if path.is_file() and path.read_bytes() != data:
        _keep(path, today)
    with target.replacing(path) as beside:
        beside.write_bytes(data)
    styles.use(path)
    return path


def reset(folder: Path, today: date | None = None) -> Path | None:
    """The shipped forms again; where the own file lies now, None where there was none."""
    from papers import styles

    own = of(folder)
    kept = _keep(own, today) if own else None
    styles.use(None)
    return kept


def _keep(path: Path, today: date | None) -> Path:
    """The file under a name of its own: forms-2026-11-22-1.toml."""
    day = (today or date.today()).isoformat()
    names = (path.with_name(f"{path.stem}-{day}-{number}{path.suffix}") for number in count(1))
    kept = next(name for name in names if not name.exists())
    try:
        path.rename(kept)
    except OSError as error:
        raise Refused(f"Chưa thay được tệp “{path.name}”.", OPEN_ELSEWHERE) from error
    return kept
