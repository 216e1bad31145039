"""The drawing of the house as code: arrows, homes of libraries, sizes, words, resources."""

from __future__ import annotations

import ast
import re
import socket
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
MAY_IMPORT = {
    "rules": {"rules"},
    "db": {"db", "rules", "peewee", "playhouse", "sqlcipher3"},
    "papers": {"papers", "rules", "docx", "openpyxl", "lxml", "python_calamine", "segno"},
    "gui": {"gui", "papers", "db", "rules", "PySide6"},
    "main": {"gui", "papers", "db", "rules", "platformdirs"},
}
NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "webbrowser", "wsgiref", "xmlrpc",
}  # fmt: skip
NETWORK_OF_QT = ("Network", "WebSockets", "WebEngine", "WebChannel", "HttpServer", "RemoteObjects")
# "hoà", "thuỷ", "uỷ": the tone on the last vowel. The house writes "hòa", "thủy", "ủy".
NEW_STYLE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\w)", re.IGNORECASE)
SPELLING_DATA = {"rules/text.py", "rules/office.py", "rules/facts.py"}
LONG_FILE, LONG_FUNCTION = 400, 50
CATCH_ALL = {"gui/errors.py", "gui/jobs.py"}


@cache
def sources() -> tuple[Path, ...]:
    rooms = [path for room in MAY_IMPORT for path in sorted((TOP / room).rglob("*.py"))]
    return (*rooms, TOP / "main.py")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree(path)))


def name(path: Path) -> str:
    return path.relative_to(TOP).as_posix()


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Full dotted names of all that a source imports, type-only imports included."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def texts(path: Path) -> Iterator[ast.Constant]:
    return (node for node in nodes(path) if isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_arrows_go_down_and_each_library_has_one_home() -> None:
    allowed = {room: names | set(sys.stdlib_module_names) for room, names in MAY_IMPORT.items()}
    wrong = [
        f"{name(path)} imports {module}"
        for path in sources()
        for module in imports(path)
        if module.split(".")[0] not in allowed[name(path).split("/")[0].removesuffix(".py")]
    ]
    assert not wrong


def test_main_opens_gui_only_when_it_is_needed() -> None:
    at_once = [node for node in tree(TOP / "main.py").body if isinstance(node, (ast.Import, ast.ImportFrom))]
    named = {alias.name for node in at_once if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in at_once if isinstance(node, ast.ImportFrom)}
    assert not [module for module in named if module.split(".")[0] == "gui"]


def test_nothing_imports_a_network_library() -> None:
    wrong = [
        f"{name(path)} imports {module}"
        for path in sources()
        for module in imports(path)
        if (
            module.split(".")[0] in NETWORK and not module.startswith("urllib.parse")
        )  # parse only quotes names
        or (module.startswith("PySide6.Qt") and any(part in module for part in NETWORK_OF_QT))
    ]
    assert not wrong


def test_a_socket_is_refused_while_tests_run() -> None:
    with socket.socket() as door, pytest.raises(RuntimeError, match="network"):
        door.bind(("127.0.0.1", 0))
    with socket.socket() as door, pytest.raises(RuntimeError, match="network"):
        door.connect(("127.0.0.1", 9))


def test_no_qt_below_gui_and_no_office_library_at_start() -> None:
    modules = [
        name(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in sources()
        if name(path)[:4] != "gui/"
    ]
    code = f"""
import importlib, sys
for module in {modules!r}:
    importlib.import_module(module)
heavy = {{"PySide6", "shiboken6", "docx", "openpyxl", "lxml"}}
print(sorted(heavy & {{name.split(".")[0] for name in sys.modules}}))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=TOP, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"


def test_files_and_functions_are_short() -> None:
    wrong = []
    for path in (*sources(), *sorted((TOP / "tests").rglob("*.py"))):
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > LONG_FILE:
            wrong.append(f"{name(path)} has {lines} lines")
        for node in nodes(path):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONG_FUNCTION:
                    wrong.append(f"{name(path)}:{node.lineno} {node.name} has {length} lines")
    assert not wrong


def test_every_module_says_in_one_sentence_what_lives_there() -> None:
    wrong = []
    for path in sources():
        said = " ".join((ast.get_docstring(tree(path)) or "").split())
        if not said.endswith(".") or re.search(r"[.!?] [A-ZĐ]", said):
            wrong.append(f"{name(path)}: {said!r}")
    assert not wrong


def test_only_the_two_doors_of_trouble_catch_everything() -> None:
    wrong = []
    for path in sources():
        for node in nodes(path):
            if isinstance(node, ast.ExceptHandler) and name(path) not in CATCH_ALL:
                caught = {part.id for part in ast.walk(node.type or node) if isinstance(part, ast.Name)}
                cleans_up = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
                if (node.type is None or caught & {"Exception", "BaseException"}) and not cleans_up:
                    wrong.append(f"{name(path)}:{node.lineno}")
    assert not wrong


def test_sql_is_written_only_in_db() -> None:
    sql = re.compile(
        r"^\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM|PRAGMA|CREATE\s+TABLE)\s", re.S
    )
    wrong = [
        f"{name(path)}:{text.lineno}"
        for path in sources()
        if not name(path).startswith("db/")
        for text in texts(path)
        if sql.match(text.value)
    ]
    assert not wrong


def written() -> Iterator[tuple[str, str]]:
    """Every file of ours that holds words, resources included, but not the tests' awkward cases."""
    kinds = {".py", ".toml", ".md", ".qss", ".svg", ".txt", ".json", ".spec"}
    files = [
        *sources(),
        *sorted((TOP / "resources").rglob("*")),
        TOP / "README.md",
        TOP / "Makefile",
        TOP / "build.spec",
    ]
    for path in files:
        if path.suffix in kinds or path.name == "Makefile":
            yield name(path), path.read_text(encoding="utf-8")


def test_words_are_composed_and_spelt_the_house_way() -> None:
    wrong = []
    for file, text in written():
        if not unicodedata.is_normalized("NFC", text):
            wrong.append(f"{file} is not NFC")
        if file in SPELLING_DATA:
            continue
        wrong += [
            f"{file}: …{text[max(0, found.start() - 12) : found.end()]}" for found in NEW_STYLE.finditer(text)
        ]
    assert not wrong


def test_every_resource_is_named_by_a_source() -> None:
    named = {text.value for path in sources() for text in texts(path)}
    named |= set(
        re.findall(r"[\w./-]+", "".join(text for file, text in written() if not file.endswith(".py")))
    )
    parts = {part for word in named for part in (word, word.rsplit("/", 1)[-1])}
    unnamed = [
        name(path)
        for path in sorted((TOP / "resources").rglob("*"))
        if path.is_file() and not {path.name, path.stem} & parts
    ]
    assert not unnamed


def test_every_resource_a_source_names_is_there() -> None:
    wrong = []
    for path in sources():
        for node in nodes(path):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            asked = str(node.args[0].value)
            place = {"icon": f"icons/{asked}.svg", "resource": asked}.get(called)
            if place and not (TOP / "resources" / place).exists():
                wrong.append(f"{name(path)}:{node.lineno} {place}")
    assert not wrong
