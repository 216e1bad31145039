"""What is said when something is refused, and that nothing was done then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from db import history
from db.history import digest
from rules.trouble import Refused

ALIEN = ("Traceback", "Error", "error", "sqlite", "SQL", "None", "constraint", "Errno", "NULL", "file ")


def is_plain(said: str) -> bool:
    """A sentence a clerk understands."""
    return (
        said.endswith(".")
        and said[0] in "“" + said[0].upper()
        and not [word for word in ALIEN if word in said]
    )


def refused(work: Callable[[], Any]) -> str:
    """What is said, in plain words, when the work is refused."""
    with pytest.raises(Refused) as caught:
        work()
    assert is_plain(caught.value.what)
    assert is_plain(caught.value.do)
    return str(caught.value)


@contextmanager
def untouched() -> Iterator[None]:
    """The content and its history are afterwards what they were."""
    before, lines = digest(), history.recent(1)
    yield
    assert (digest(), history.recent(1)) == (before, lines)
