"""Habits last from one start to the next; nonsense in the file does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui import state


@pytest.mark.parametrize("on_disk", [True, False])
def test_what_is_put_is_found(on_disk: bool, tmp_path: Path) -> None:
    state.use(tmp_path if on_disk else None)
    state.put("a/text", "Đơn vị")
    state.put("a/number", 12)
    state.put("a/numbers", [1, 2, 3])
    state.put("a/one", [7])
    state.put("a/words", ["Loại", "Tên, họ"])
    state.put("a/word", ["Loại"])
    state.put("a/none", [])
    state.put("a/data", QByteArray(b"\x00\x01"))
    if on_disk:
        state.use(None)
        state.use(tmp_path)  # as after a restart
    assert state.text("a/text") == "Đơn vị"
    assert state.number("a/number") == 12
    assert state.numbers("a/numbers") == [1, 2, 3]
    assert state.numbers("a/one") == [7]
    assert state.words("a/words") == ["Loại", "Tên, họ"]
    assert state.words("a/word") == ["Loại"]
    assert state.words("a/none") == []
    assert state.has("a/none")
    assert state.data("a/data") == QByteArray(b"\x00\x01")
    assert not state.has("b")


def test_nonsense_is_as_good_as_nothing(tmp_path: Path) -> None:
    (tmp_path / "screen.ini").write_text("[units]\nwidths=a, b\nsort=@Invalid()\nsplit=x\n", encoding="utf-8")
    state.use(tmp_path)
    assert state.numbers("units/widths") == []
    assert state.numbers("units/sort") == []
    assert state.number("units/split", 5) == 5
    assert state.text("missing", "default") == "default"
