from __future__ import annotations

import pytest

from rules import papers


def test_every_paper_is_found_by_its_key() -> None:
    assert [papers.paper(entry.key) for entry in papers.PAPERS] == list(papers.PAPERS)
    with pytest.raises(KeyError):
        papers.paper("ballot")


def test_a_record_offers_its_own_papers() -> None:
    assert [entry.key for entry in papers.papers_of(papers.DIRECTIVE)] == ["plan", "copy"]
    of_meetings = {entry.key for entry in papers.papers_of(papers.MEETING)}
    of_rows = {entry.key for entry in papers.papers_of(papers.ROWS)}
    assert {"minutes", "invitation", "notice", "news", "file_index"} <= of_meetings
    assert {"register_out", "register_in", "units", "people"} <= of_rows
    assert len(of_meetings) + len(of_rows) + 2 == len(papers.PAPERS)


def test_a_copy_is_no_document_of_the_register_itself() -> None:
    assert papers.is_document("plan")
    assert not papers.is_document(papers.COPY)
    assert not papers.is_document("minutes")


def test_files_have_names_of_their_own() -> None:
    names = [entry.file_name for entry in papers.PAPERS]
    assert len(set(names)) == len(names)


def test_files_are_named_so_that_old_programs_can_open_them() -> None:
    assert all(entry.file_name.isascii() and " " not in entry.file_name for entry in papers.PAPERS)
