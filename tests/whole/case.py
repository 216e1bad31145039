"""The home case as it stands in the demo's data file, and the words of its written papers."""

from __future__ import annotations

from datetime import date

from db import audiences, directives, meetings, people, plans, tasks
from db.tables import Meeting
from rules.text import fold
from tests.whole.demo import Demo, sheets_of, words_of_docx


class Case:
    """The open data file and the words of the written papers."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self._words: dict[str, str] = {}
        self.meeting = int(Meeting.get(Meeting.day == date(2019, 8, 21)).id)
        self.plan = self.document("92-KH/ĐUK").id

    def words(self, file: str) -> str:
        """All words of a written file, "minutes.docx": one line a paragraph or a row of a sheet."""
        if file not in self._words:
            key, _, ending = file.partition(".")
            path = self.demo.path(self.demo.of(key), f".{ending}")
            if ending == "docx":
                lines = words_of_docx(path)
            else:
                lines = ["|".join(row) for rows in sheets_of(path).values() for row in rows]
            self._words[file] = "\n".join(lines)
        return self._words[file]

    def carries(self, file: str, *wanted: str) -> None:
        """The words stand in that file, in this order."""
        place, words = 0, self.words(file)
        for one in wanted:
            assert one, f"an empty fact sought in {file}"
            found = words.find(one, place)
            assert found >= 0, f"{file} does not say “{one}”"
            place = found + len(one)

    # -- the data

    def row(self) -> meetings.Row:
        (row,) = meetings.rows(ids=[self.meeting])
        return row

    def document(self, words: str) -> directives.Row:
        (row,) = directives.rows(words)
        return row

    def person(self, role: str) -> people.Row:
        (key,) = meetings.roles(self.meeting)[role]
        (row,) = people.rows(ids=[key], on=self.row().day)
        return row

    def group(self, words: str) -> audiences.Row:
        """The one group of the meeting whose printed name holds the words."""
        chosen = meetings.audiences(self.meeting)
        (row,) = [row for row in audiences.rows() if row.id in chosen and words in row.name.lower()]
        return row

    def items(self, words: str) -> list[plans.Item]:
        return [item for item in plans.items(self.plan) if words in item.content]

    def tasks(self, *keys: str) -> list[tasks.Row]:
        """The one task for each of the keys."""
        rows = tasks.rows(meeting=self.meeting)
        found = [[row for row in rows if key in fold(row.content)] for key in keys]
        assert [len(one) for one in found] == [1] * len(keys)
        return [one for (one,) in found]
