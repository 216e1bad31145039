"""Habits of this screen, kept in one ini file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

_FILE = "screen.ini"
_memory: dict[str, Any] = {}
_settings: QSettings | None = None


def use(folder: Path | None) -> None:
    """Keep habits in `folder`/screen.ini; None keeps them in memory only, as tests do."""
    global _settings
    _memory.clear()
    _settings = QSettings(str(folder / _FILE), QSettings.Format.IniFormat) if folder else None


def put(key: str, value: str | int | bool | list[str] | list[int] | QByteArray) -> None:
    if _settings is None:
        _memory[key] = value
    else:
        _settings.setValue(key, value)


def text(key: str, default: str = "") -> str:
    value = _value(key)
    return value if isinstance(value, str) else default


def number(key: str, default: int = 0) -> int:
    try:
        return int(_value(key))
    except (TypeError, ValueError):
        return default


def numbers(key: str) -> list[int]:
    """A list of whole numbers; empty when nothing, or nonsense, is remembered."""
    try:
        return [int(part) for part in _value(key) or []]
    except (TypeError, ValueError):
        return []


def words(key: str) -> list[str]:
    """A list of names; an ini file gives back a list of one as a plain string."""
    value = _value(key)
    if isinstance(value, str):
        return [value]
    return [str(part) for part in value] if isinstance(value, list) else []


def has(key: str) -> bool:
    return _value(key) is not None


def data(key: str) -> QByteArray:
    """Bytes as Qt's saveState and saveGeometry give them."""
    value = _value(key)
    return value if isinstance(value, QByteArray) else QByteArray()


def _value(key: str) -> Any:
    return _memory.get(key) if _settings is None else _settings.value(key)
