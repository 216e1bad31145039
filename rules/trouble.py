"""What is said when the world stands against a piece of work."""

from __future__ import annotations


class Refused(Exception):
    """Work that cannot be done: `what` happened in one plain sentence, and what to `do` about it."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what, do)
        self.what = what
        self.do = do

    def __str__(self) -> str:
        return f"{self.what} {self.do}".strip()
