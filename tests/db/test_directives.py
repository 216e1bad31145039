from __future__ import annotations

import pytest

from db import directives, history, papers, plans
from rules.trouble import Refused
from tests.db import entries
from tests.db.asked import counted

pytestmark = pytest.mark.usefixtures("office")


def symbols(words: str = "", **filters: object) -> list[str]:
    return [row.symbol for row in directives.rows(words, **filters)]  # type: ignore[arg-type]


def test_a_directive_is_kept_and_shown_as_papers_cite_it() -> None:
    kept = entries.directive(subject="về đại hội")
    row = directives.rows()[0]
    assert (row.symbol, row.issuer) == (
        "92-KH/ĐUK",
        "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh",
    )
    assert row.issued is not None
    assert row.issued.words == "19/8/2019"
    assert directives.get(kept)["subject"] == "về đại hội"
    assert history.undo_label() == "Thêm văn bản 92-KH/ĐUK"


@pytest.mark.parametrize(
    "words", ["92", "92 kh duk", "92kh/duk", "92-KH", "92-kh/đuk", "dai hoi", "khoi co quan", "KẾ HOẠCH 92"]
)
def test_a_symbol_is_found_however_it_is_typed(words: str) -> None:
    entries.directive(subject="về đại hội đảng bộ các cấp")
    entries.directive(17, organ="", issuer=None, issuer_code="TU", subject="về việc khác")
    assert symbols(words) == ["92-KH/ĐUK"]


def test_documents_without_number_or_date_are_kept() -> None:
    article = entries.key("directive_type", "Bài viết")
    entries.directive(None, type=article, issuer=None, organ="Tổng Bí thư", issued="", subject="“Chuẩn bị”")
    entries.directive(issued="8/2019")
    assert symbols() == ["", "92-KH/ĐUK"]
    assert directives.rows()[0].issuer == "Tổng Bí thư"
    assert history.undo_label() == "Thêm văn bản 92-KH/ĐUK"


def test_the_same_document_twice_is_refused_a_missing_date_counts() -> None:
    entries.directive(issued="")
    with pytest.raises(Refused, match="đã có"):
        entries.directive(issued="")
    entries.directive(issued="19/8/2019")
    assert symbols() == ["92-KH/ĐUK", "92-KH/ĐUK"]


def test_one_day_in_other_words_is_the_same_document() -> None:
    entries.directive(issued="19/8/2019")
    with pytest.raises(Refused, match="đã có"):
        entries.directive(issued="ngày 19-8-2019")
    entries.directive(issued="8/2019")
    entries.directive(issued="19/8/2019", type=entries.key("directive_type", "Hướng dẫn"))
    assert len(symbols()) == 3


def test_the_years_of_issue_are_one_question() -> None:
    for number, issued in enumerate(("19/8/2019", "8/2017", "2019", "", "sắp tới"), start=1):
        entries.directive(number, issued=issued)
    with counted() as asked:
        assert directives.years() == [2019, 2017]
    assert len(asked) == 1


def test_filters() -> None:
    entries.directive(1, issued="12/2018", direction="in", state="doing")
    entries.directive(2, issued="01/2019")
    assert symbols(year=2018) == ["01-KH/ĐUK"]
    assert symbols(year=2019) == ["02-KH/ĐUK"]
    assert symbols(direction="in") == ["01-KH/ĐUK"]
    assert symbols(state="doing") == ["01-KH/ĐUK"]
    assert symbols(type=entries.key("directive_type", "Kế hoạch"), direction="out") == ["02-KH/ĐUK"]
    assert symbols(type=entries.key("directive_type", "Chỉ thị")) == []


def test_links_are_seen_from_both_ends() -> None:
    upper, lower = entries.directive(129, issuer_code="TU"), entries.directive()
    kept = directives.link(lower, upper, "carries_out")
    (down,), (up,) = directives.links(lower), directives.links(upper)
    assert (down.relation, down.outgoing, down.directive.symbol) == ("carries_out", True, "129-KH/TU")
    assert (up.outgoing, up.directive.symbol) == (False, "92-KH/ĐUK")
    with pytest.raises(Refused, match="đã được nối"):
        directives.link(lower, upper, "carries_out")
    with pytest.raises(ValueError, match="likes"):
        directives.link(lower, upper, "likes")
    directives.unlink([kept])
    assert directives.links(lower) == []


def test_a_marked_document_has_a_line_but_no_content() -> None:
    secret = entries.directive(5, secrecy="secret")
    with pytest.raises(Refused, match="ghi sổ"):
        plans.save({"content": "Việc mật"}, secret)
    with pytest.raises(Refused, match="ghi sổ"):
        papers.save("plan", secret, {"sections": {"purpose": "Mật"}})
    plain = entries.directive(6)
    plans.save({"content": "Việc thường"}, plain)
    with pytest.raises(Refused, match="Xóa nội dung kế hoạch"):
        directives.save({"secrecy": "secret"}, plain)


def test_deleting_says_what_hangs() -> None:
    upper, lower = entries.directive(129, issuer_code="TU"), entries.directive()
    directives.link(lower, upper, "carries_out")
    plans.save({"content": "Việc"}, lower)
    assert directives.hanging([lower]) == [
        "1 liên kết với văn bản khác sẽ bị xóa theo.",
        "1 nội dung kế hoạch sẽ bị xóa theo.",
        "1 số văn bản đã cấp vẫn giữ trong sổ đăng ký.",
    ]
    before = history.digest()
    directives.delete([lower])
    assert symbols() == ["129-KH/TU"]
    history.undo()
    assert history.digest() == before


def test_the_list_is_one_question() -> None:
    with counted() as asked:
        directives.rows("92 kh", year=2019, direction="out")
    assert len(asked) == 1
