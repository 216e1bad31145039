from __future__ import annotations

import pytest

from rules import papers


def test_every_paper_is_found_by_its_key() -> None:
    assert [papers.paper(entry.key) for entry in papers.PAPERS] == list(papers.PAPERS)
    with pytest.raises(KeyError):
        papers.paper("ballot")


def test_a_record_offers_its_own_papers() -> None:
    assert [entry.key for entry in papers.papers_of(papers.MEETING)] == ["minutes", "delegates"]
    assert [entry.key for entry in papers.papers_of(papers.DIRECTIVE)] == ["plan"]
    assert [entry.key for entry in papers.papers_of(papers.ROWS)] == [
        "units",
        "people",
        "directives",
        "meetings",
    ]


def test_files_are_named_so_that_old_programs_can_open_them() -> None:
    assert all(entry.file_name.isascii() and " " not in entry.file_name for entry in papers.PAPERS)
