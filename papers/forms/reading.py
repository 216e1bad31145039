"""A file of forms read into values, every fault of it named with its line."""

from __future__ import annotations

import re
import tomllib
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from papers.forms import Authority, Book, Form, Range, faults
from papers.forms.faults import Wrong
from papers.forms.lines import Lines, Way
from rules.trouble import Refused

MEND = "Hãy sửa dòng đó trong tệp rồi thử lại."
CLOSE = "Hãy đóng tệp đó rồi thử lại."
SYNTAX = (
    ("Cannot overwrite", "mục này đã ghi ở trên rồi"),
    ("Cannot declare", "nhóm này đã ghi ở trên rồi"),
    ("Cannot redefine", "nhóm này đã ghi ở trên rồi"),
    ("Duplicate", "mục này ghi hai lần"),
    ("Illegal character", "chữ chưa có dấu ngoặc kép đóng hoặc ghi sai"),
    ("string", "chữ chưa có dấu ngoặc kép đóng hoặc ghi sai"),
    ("date", "ngày ghi sai; phải ghi năm-tháng-ngày, ví dụ 2018-04-03"),
    ("Expected '='", "thiếu dấu bằng sau tên mục"),
    ("Unclosed array", "thiếu dấu ngoặc vuông đóng"),
)
OPEN = "chưa ghi xong hoặc ghi sai cách"
KINDS = {float: "số", int: "số nguyên", str: "chữ trong ngoặc kép", bool: "true hoặc false", date: "ngày"}
ALONE = ("since", "until", "title", "source", "base")  # keys that nobody takes over from another form
OWN = ("extends", "base")  # keys of a form that say where the rest of it stands


def read(path: Path) -> Book:
    """The forms of that file; Refused with the line and the reason for one that is wrong."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(f"Tệp thể thức “{path.name}” không ghi theo bảng mã UTF-8.", MEND) from error
    except OSError as error:
        raise Refused(f"Không đọc được tệp thể thức “{path.name}”.", CLOSE) from error
    lines = Lines(text)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _refused(path, *_syntax(str(error), lines)) from error
    except (ValueError, RecursionError) as error:  # a figure of thousands of digits, brackets without end
        raise _refused(path, lines.last, OPEN) from error
    try:
        return _book(raw)
    except Wrong as wrong:
        ways = [(name, *wrong.way[1:]) for name in _line_of(raw, wrong.way)] or [wrong.way]
        raise _refused(path, lines.of(ways), wrong.reason) from wrong


def _refused(path: Path, line: int, reason: str) -> Refused:
    return Refused(f"Tệp thể thức “{path.name}”, dòng {line}: {reason}.", MEND)


def _syntax(said: str, lines: Lines) -> tuple[int, str]:
    found = re.search(r"at line (\d+)", said)
    reason = next((words for sign, words in SYNTAX if sign.lower() in said.lower()), OPEN)
    return (int(found[1]) if found else lines.last), reason


def _line_of(raw: dict[str, Any], way: Way) -> list[str]:
    """The form of a way and the forms it is built on, nearest first."""
    names: list[str] = []
    name = way[0] if way else None
    while isinstance(name, str) and name not in names and isinstance(raw.get(name), dict):
        names.append(name)
        name = raw[name].get("extends")
    return names


def _book(raw: dict[str, Any]) -> Book:
    rows = raw.pop("authority", [])
    made: dict[str, Form] = {}
    for name, own in raw.items():
        if not isinstance(own, dict):
            raise Wrong((name,), f"mục “{name}” phải nằm trong một mẫu, ví dụ [PARTY-2018]")
        if own.get("base") is not True:
            made[name] = _form(name, _whole(raw, name, ()))
    authority = _value(tuple[Authority, ...], rows, ("authority",))
    known = dict(sorted(made.items(), key=lambda item: item[1].since))
    book = Book(known, authority)
    faults.check(book)
    return book


def _whole(raw: dict[str, Any], name: str, met: tuple[str, ...]) -> dict[str, Any]:
    own = raw[name]
    parent = own.get("extends")
    if parent is None:
        return dict(own)
    if parent in (*met, name):
        raise Wrong((name, "extends"), f"các mẫu nối vòng quanh: {' → '.join((*met, name, str(parent)))}")
    if not isinstance(parent, str) or not isinstance(raw.get(parent), dict):
        raise Wrong((name, "extends"), f"không có mẫu “{parent}” để lấy theo")
    base = {key: value for key, value in _whole(raw, parent, (*met, name)).items() if key not in ALONE}
    return _merged(base, own)


def _merged(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    joined = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        joined[key] = _merged(base[key], value) if both else value
    return joined


def _form(name: str, whole: dict[str, Any]) -> Form:
    kept = {key: value for key, value in whole.items() if key not in OWN}
    looks = kept.get("styles")
    if isinstance(looks, dict):
        kept["styles"] = {key: _look(looks, key, (name, "styles"), ()) for key in looks}
    if "name" in kept:
        raise Wrong((name, "name"), "không có mục “name”")
    made: Form = _made(Form, {"name": name, **kept}, (name,))
    return made


def _look(looks: dict[str, Any], key: str, way: Way, met: tuple[str, ...]) -> Any:
    """The values of a style, those of the style it is `like` included; never its label."""
    own = looks[key]
    if not isinstance(own, dict) or "like" not in own:
        return own
    other = own["like"]
    if other in (*met, key):
        raise Wrong((*way, key, "like"), f"các kiểu nối vòng quanh: {' → '.join((*met, key, str(other)))}")
    if not isinstance(other, str) or not isinstance(looks.get(other), dict):
        raise Wrong((*way, key, "like"), f"không có kiểu “{other}” để lấy theo")
    whole = {**_look(looks, other, way, (*met, key)), **own}
    return {name: value for name, value in whole.items() if name != "like"}


def _made(kind: Any, raw: Any, way: Way) -> Any:
    """A frozen value of that class from its table."""
    if not isinstance(raw, dict):
        raise Wrong(way, f"mục “{_last(way)}” phải là một nhóm các mục")
    hints = _hints(kind)
    for key in raw:
        if key not in hints:
            near = get_close_matches(str(key), hints, 1)
            raise Wrong((*way, key), f"không có mục “{key}”{f'; có thể là “{near[0]}”' if near else ''}")
    for one in fields(kind):
        if one.name not in raw and one.default is MISSING and one.default_factory is MISSING:
            raise Wrong(way, f"“{_last(way)}” thiếu mục “{one.name}”")
    return kind(**{key: _value(hints[key], value, (*way, key)) for key, value in raw.items()})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _value(kind: Any, raw: Any, way: Way) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if NoneType in inner:
        return _value(next(one for one in inner if one is not NoneType), raw, way)
    if kind is Range:
        return _range(raw, way)
    if is_dataclass(kind):
        return _made(kind, raw, way)
    if origin is dict:
        if not isinstance(raw, dict):
            raise Wrong(way, f"mục “{_last(way)}” phải là một nhóm các mục")
        return {key: _value(inner[1], value, (*way, key)) for key, value in raw.items()}
    if origin is tuple:
        return _row(inner, raw, way)
    return _plain(kind, raw, way)


def _row(inner: tuple[Any, ...], raw: Any, way: Way) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise Wrong(way, f"mục “{_last(way)}” phải là một dãy trong ngoặc vuông")
    if inner[-1] is not ...:
        if len(raw) != len(inner):
            raise Wrong(way, f"mục “{_last(way)}” phải có đúng {len(inner)} giá trị")
        return tuple(_value(kind, one, way) for kind, one in zip(inner, raw, strict=True))
    return tuple(_value(inner[0], one, (*way, place)) for place, one in enumerate(raw))


def _range(raw: Any, way: Way) -> Range:
    """[14, 15], or [14] for that value alone; inf for no upper bound."""
    found = raw if isinstance(raw, list) else [raw]
    if len(found) not in (1, 2):
        raise Wrong(way, f"mục “{_last(way)}” phải là [ít nhất, nhiều nhất]")
    least, most = (_plain(float, one, way) for one in (found[0], found[-1]))
    if least > most:
        raise Wrong(way, f"mục “{_last(way)}”: số đầu lớn hơn số sau")
    return Range(least, most)


def _plain(kind: Any, raw: Any, way: Way) -> Any:
    wanted: tuple[type, ...] = (int, float) if kind is float else (kind,)
    strange = isinstance(raw, bool) and kind is not bool
    if not isinstance(raw, wanted) or strange or isinstance(raw, datetime):
        raise Wrong(way, f"mục “{_last(way)}” phải là {KINDS[kind]}")
    if isinstance(raw, float) and raw != raw:
        raise Wrong(way, f"mục “{_last(way)}” phải là số")
    return raw


def _last(way: Way) -> str:
    """The innermost name of a way, its place in a row left out."""
    return next((str(step) for step in reversed(way) if isinstance(step, str)), "")
