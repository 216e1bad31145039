"""A command line that speaks Vietnamese: argparse with our words for its help and its complaints."""

from __future__ import annotations

import argparse
import re
from typing import Any, NoReturn

from rules.fields import LARGEST

# What argparse says in English, and how we say it.
PLAIN = (
    (r"the following arguments are required: (.+)", "Còn thiếu {0}."),
    (r"unrecognized arguments: (.+)", "Không hiểu {0}."),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "{0} không nhận {1}; chọn trong {2}."),
    (r"argument (.+?): number: (.+)", "{0} phải là số của một mục, không nhận {1}."),
    (r"argument (.+?): empty", "{0} không được để trống."),
    (r"argument (.+?): expected .+", "{0} cần một giá trị đi sau."),
)


LONGEST = 20  # letters of a wrong word that are said again


def record(words: str) -> int:
    """The number of a record: plain figures, no more than a file can hold."""
    if words.isascii() and words.isdigit() and len(words) <= LONGEST and int(words) <= LARGEST:
        return int(words)
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    raise argparse.ArgumentTypeError(f"number: “{shown}”")


def place(words: str) -> str:
    """A file or folder; an empty one would be the folder that happens to be the current one."""
    if not words.strip():
        raise argparse.ArgumentTypeError("empty")
    return words


class Parser(argparse.ArgumentParser):
    """argparse that speaks Vietnamese: every argument sits in a group whose title is ours."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, **settings)
        self.wanted = self.add_argument_group("Nội dung")
        self.chosen = self.add_argument_group("Tùy chọn")
        self.chosen.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "Cách dùng: ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "Cách dùng: ", 1)

    def error(self, message: str) -> NoReturn:
        said = "Câu lệnh chưa đúng."
        for pattern, words in PLAIN:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                said = words.format(*found.groups())
                break
        self.complain(said)

    def complain(self, said: str) -> NoReturn:
        """Ends with status 2 after our own sentence."""
        self.exit(2, f"{said} Xem cách dùng: {self.prog} --help\n")
