"""An office's Word file filled with samples, empty, one, many and nasty, and looked through."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from papers.content import Column, Paragraph, Row, Run, Table, printable
from papers.docx_elements import W, tag
from papers.filling import Parts, Values
from papers.template.filling import Filling, known
from papers.template.mending import DRAWING
from rules import markers
from rules.marker_names import Name
from rules.trouble import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

NASTY = 'Sở LĐ & TBXH <b>"A"</b> ]]> {{ 7*7 }} dòng\nmới \x07\ue000 ' + "Nguyễn Thị Hoàng " * 5
KINDS = {
    "empty": "dữ liệu trống",
    "one": "một mục",
    "many": "nhiều mục",
    "nasty": "ký tự đặc biệt, tên rất dài",
}
ROWS = {"empty": 0, "one": 1, "many": 40, "nasty": 3}


def sample(names: Sequence[Name], kind: str) -> Values:
    """Values of every name; each says its own name and, in a list, the row it stands in."""
    single: dict[str, Parts] = {}
    lists = {}
    for name in names:
        key = markers.key(name.label)
        if name.members:
            rows = range(1, ROWS[kind] + 1)
            lists[key] = [{markers.key(m): _words(f"{m} {n}", kind) for m in name.members} for n in rows]
        elif not name.block:
            single[key] = _words(name.label, kind)
    return Values(single, lists, {markers.key(name.label): _block(kind) for name in names if name.block})


def _words(label: str, kind: str) -> Parts:
    if kind == "empty":
        return ()
    return (f"[{label}] {NASTY}",) if kind == "nasty" else (f"[{label}]",)


def _block(kind: str) -> tuple[Paragraph | Table, ...]:
    if kind == "empty":
        return ()
    column = Column("Nội dung", 100)
    return (
        Paragraph("body", (Run("[đoạn]"),)),
        Table((column,), tuple(Row((n,)) for n in range(ROWS[kind]))),
    )


def failures(
    source: Path, names: Sequence[Name], used: Collection[tuple[str, str]], letters: bool
) -> Iterator[tuple[str, str]]:
    """What goes wrong with which sample; `used`: names and members that print, by key."""
    for kind, label in KINDS.items():
        values = sample(names, kind)
        try:
            filling = Filling(source, known(values), serial=letters)
            data = filling.many([values, values], "") if letters else filling.one(values, "")
        except Refused as refused:
            yield label, str(refused)
            return
        reason = _unsound(data, values, used, kind)
        if reason:
            yield label, reason


def _unsound(data: bytes, values: Values, used: Collection[tuple[str, str]], kind: str) -> str:
    import docx
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        roots = [etree.fromstring(archive.read(name)) for name in names]
    try:
        docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, AttributeError, SyntaxError):
        return "Tệp điền xong không mở lại được."
    body = roots[names.index("word/document.xml")] if "word/document.xml" in names else roots[0]
    if any(tag(cell[-1]) not in ("p", "sdt", "customXml") for cell in body.iter(f"{W}tc")):
        return "Có ô bảng không còn đoạn nào."
    for label, marks in (("hình", body.iter(DRAWING)), ("bookmark", body.iter(f"{W}bookmarkStart"))):
        ids = [one.get("id") or one.get(f"{W}id") for one in marks]
        if len(ids) != len(set(ids)):
            return f"Có {label} trùng số hiệu."
    return _unsaid(roots, values, used, kind)


def _unsaid(roots: Sequence[_Element], values: Values, used: Collection[tuple[str, str]], kind: str) -> str:
    words = "\n".join(
        "".join((one.text or "") if tag(one) == "t" else " " for one in p.iter(f"{W}t", f"{W}br"))
        for root in roots
        for p in root.iter(f"{W}p")
    )
    if kind != "nasty" and "{{" in words:
        return "Còn dấu {{ chưa điền."
    flat = words.replace("\n", " ")
    for name, member in used if kind != "empty" else ():
        rows = values.lists.get(name, ()) if member else ({"": values.single.get(name, ())},)
        for row in rows:
            for part in row.get(member, ()):
                said = part if isinstance(part, str) else part.text
                if printable(said).replace("\n", " ").strip() not in flat:
                    return f"Giá trị của trường không có trong kết quả: {said[:40]}"
    return ""
