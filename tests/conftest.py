from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from db import file, history

# A slice of every property runs each time; `make soak` runs the long loop.
settings.register_profile("slice", max_examples=25, deadline=None)
settings.register_profile("soak", max_examples=1000, deadline=None)
settings.load_profile("slice")


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    """No test may bind or connect a socket; once set, the hook stays for the whole run."""
    if event in ("socket.bind", "socket.connect", "socket.sendto", "socket.getaddrinfo"):
        raise RuntimeError(f"network in a test: {event}")


sys.addaudithook(_no_network)

# Qt reads this when the first application is made: no display, a screen of an office's size.
SCREEN = Path(__file__).resolve().parent.parent / "resources" / "program" / "screen.json"
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests begin first, so that no worker is left alone with one at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture
def store() -> Iterator[None]:
    """An empty file in memory, with today's schema; writes need history.change()."""
    file.open_memory()
    yield
    file.close_file()
    history.listeners.clear()
    history.set_person("")
