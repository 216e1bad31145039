"""The look: our icons, our colours, readable in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui import look

ICONS = sorted(path.stem for path in look.resource("icons").glob("*.svg"))
PLAIN = ("arrow", "arrow_up")  # named by the style sheet, in one grey for light and dark


@pytest.fixture
def dark(dressed: QApplication) -> Iterator[None]:
    look.dress(dressed, "dark")
    yield
    look.dress(dressed, "light")


def contrast(one: str, other: str) -> float:
    """As WCAG 2 counts it."""

    def light(colour: str) -> float:
        parts = QColor(colour).getRgbF()[:3]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [look.LIGHT, look.DARK], ids=["light", "dark"])
def test_words_can_be_read(colours: dict[str, str]) -> None:
    for words in ("text", "muted", "good", "warn", "bad"):
        for ground in ("window", "surface", "raised"):
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)
    for ground in ("accent", "accent_hover", "accent_press"):
        assert contrast(colours["on_accent"], colours[ground]) >= 4.5, ground
    assert contrast(colours["text"], colours["select"]) >= 7


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_one_family(name: str) -> None:
    root = ElementTree.fromstring(look.resource(f"icons/{name}.svg").read_text(encoding="utf-8"))
    stroke = "#85858F" if name in PLAIN else "currentColor"
    assert (root.get("viewBox"), root.get("fill"), root.get("stroke")) == ("0 0 24 24", "none", stroke)
    assert not look.icon(name).isNull()


def test_both_looks_have_the_same_colours() -> None:
    assert look.LIGHT.keys() == look.DARK.keys()


def test_the_style_sheet_has_no_colour_left_open(dressed: QApplication) -> None:
    assert "@" not in dressed.styleSheet().replace("/* @names", "")


def test_an_icon_takes_the_colour_asked_for() -> None:
    image = look.icon("add", "accent").pixmap(18, 18).toImage()
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert (middle.red(), middle.green(), middle.blue()) == QColor(look.LIGHT["accent"]).getRgb()[:3]


def test_dark_is_dark_at_once(dark: None, dressed: QApplication) -> None:
    assert look.is_dark()
    assert dressed.palette().color(QPalette.ColorRole.Window) == QColor(look.DARK["window"])
    assert look.DARK["surface"] in dressed.styleSheet()


def test_a_role_changes_the_words_colour(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    look.set_role(label, "bad")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(look.LIGHT["bad"])


def test_the_font_is_ten_points(dressed: QApplication) -> None:
    assert dressed.font().pointSizeF() == 10
