"""What depends on the day, the issuer and the habit of spelling (DT-1, DT-2, SP-1, AU-1)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from papers.form_check import check
from tests.papers import form_faults
from tests.papers.foreign import TITLE
from tests.papers.form_faults import GRAVITY, OWN, Case, legal, plant
from tests.papers.form_samples import SAMPLES, Sample
from tests.papers.word_file import WordFile

PART = "tự đặt ra việc phải làm"


def called(row: str) -> form_faults.Edit:
    """Another recipient in the first line."""

    def edit(file: WordFile, sample: Sample) -> None:
        first = sample.recipient_lines[0]
        file.say(first, f"- {row}{first[-1]}")

    return edit


def says(words: str) -> form_faults.Edit:
    return lambda file, sample: file.say(PART, words)


def on(day: date, then: form_faults.Edit) -> form_faults.Edit:
    """The same paper signed on another day."""

    def edit(file: WordFile, sample: Sample) -> None:
        month = f"{day.month:02}" if day.month < 3 else str(day.month)
        file.say(sample.date_line, f"{sample.place}, ngày {day.day:02} tháng {month} năm {day.year}")
        then(file, sample)

    return edit


def issued(name: str, code: str, symbol: str = "", issuer: str = "", superior: str = "") -> form_faults.Edit:
    """Another type, and another issuer where it is given."""

    def edit(file: WordFile, sample: Sample) -> None:
        file.say(sample.symbol_line, f"Số {sample.number:02}-{code}/{symbol or sample.symbol}")
        file.say(sample.type_name, name)
        if issuer:
            file.say(sample.issuer[0], issuer.partition("|")[0])
            file.say(sample.issuer[1], issuer.partition("|")[2])
        if superior:
            file.say(sample.superior, superior)
        file.say("Kế hoạch này", f"{name.capitalize()} này")

    return edit


def as_it_is(file: WordFile, sample: Sample) -> None:
    """Nothing is changed: the fault lies in the day that is asked for."""


def regulation(day: date, code: str) -> form_faults.Edit:
    return on(day, issued("QUY ĐỊNH", code))


CELL = {"symbol": "CB", "issuer": "CHI BỘ|SỞ MẪU", "superior": "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH"}
GRASSROOTS = {"symbol": "ĐU", "issuer": "ĐẢNG ỦY|SỞ MẪU", "superior": "ĐẢNG BỘ KHỐI CÁC CƠ QUAN TỈNH"}
THEN, NOW = ("2018",), ("2026",)
DISTRICTS = [
    plant(
        "DT-1", "district committees", called("Các huyện ủy, thị ủy (để thực hiện)"), years=NOW, at="huyện ủy"
    ),
    plant("DT-1", "a district's people's committee", called("UBND huyện Mẫu Sơn"), years=NOW),
    plant(
        "DT-1", "a district in the body", says("phối hợp với Huyện ủy Mẫu Sơn làm"), years=NOW, at="Huyện ủy"
    ),
    plant("DT-1", "a district body spelt out", says("cùng Ủy ban nhân dân huyện Mẫu Sơn làm"), years=NOW),
    plant("DT-1", "a town of a district", says("cùng Thị ủy Mẫu Đông làm"), years=NOW),
    plant("DT-1", "an urban district", called("Quận ủy Mẫu Tây"), years=NOW),
    plant("DT-1", "the day after", on(date(2025, 7, 2), called("Các huyện ủy (để thực hiện)")), years=THEN),
    legal("the last day of the districts", on(date(2025, 6, 30), called("Các huyện ủy")), years=THEN),
    legal("districts in 2019", called("Các huyện ủy, thị ủy"), years=THEN),
    legal("a comrade called Huyện", says("cùng đồng chí Trần Thị Huyện và đồng chí Lê Quận làm"), years=NOW),
    legal(
        "words that sound alike", says("tâm huyết, thuyền viên, quân nhân, quần chúng cùng làm"), years=NOW
    ),
    legal("a city under the centre", called("Thành ủy Hải Phòng"), years=NOW),
]
CODES = [
    plant("HD-3", "QĐi after its time", regulation(date(2019, 3, 12), "QĐi"), years=THEN),
    plant("HD-3", "QĐi in 2019", issued("QUY ĐỊNH", "QĐi"), years=THEN),
    plant("HD-3", "QĐi in 2026", issued("QUY ĐỊNH", "QĐi"), years=NOW),
    legal("QĐi in its time", regulation(date(2018, 6, 15), "QĐi"), years=THEN),
    legal("QĐ for both", issued("QUY ĐỊNH", "QĐ")),
    legal("a programme", issued("CHƯƠNG TRÌNH", "CTr")),
    legal("joint paper", lambda f, s: issued("QUY CHẾ", "QC", "BTCTU-BNCTU")(f, s), years=THEN, hands=(OWN,)),
]
ISSUERS = [
    plant("AU-1", "a cell gives guidance", issued("HƯỚNG DẪN", "HD", **CELL), years=THEN),
    plant("AU-1", "a cell gives an instruction", issued("CHỈ THỊ", "CT", **CELL), years=THEN),
    plant("AU-1", "a cell gives a regulation", issued("QUY ĐỊNH", "QĐ", **CELL), years=THEN),
    plant("AU-1", "the grassroots give an instruction", issued("CHỈ THỊ", "CT", **GRASSROOTS), years=THEN),
    plant("AU-1", "the grassroots give a circular", issued("THÔNG TRI", "TT", **GRASSROOTS), years=THEN),
    legal("a cell resolves", issued("NGHỊ QUYẾT", "NQ", **CELL), years=THEN),
    legal("a cell reports", issued("BÁO CÁO", "BC", **CELL), years=THEN),
    legal("the grassroots resolve", issued("NGHỊ QUYẾT", "NQ", **GRASSROOTS), years=THEN),
    legal("our own committee guides", issued("HƯỚNG DẪN", "HD"), years=THEN),
]
SPELLING = [
    plant("SP-1", "both manners in one paper", says("cùng ban uỷ viên và cấp ủy làm")),
    plant("SP-1", "old and new tone elsewhere", says("vì hoà bình, cùng cấp ủy làm")),
    legal("words that have one manner only", says("trong quý, lập quỹ, hoàn toàn tự quyết")),
]
OTHERS = tuple(GRAVITY)  # by another form other rules hold
FORMS = [
    plant("DT-2", "an old paper by the new form", as_it_is, years=THEN, day=date(2026, 6, 1), also=OTHERS),
    plant("DT-2", "a new paper by the old form", as_it_is, years=NOW, day=date(2026, 5, 26), also=OTHERS),
    legal("another day of the old form", as_it_is, years=THEN, day=date(2018, 4, 3)),
    legal("the last day of the old form", as_it_is, years=THEN, day=date(2026, 5, 26)),
    legal("the first day of the new form", as_it_is, years=NOW, day=date(2026, 5, 27)),
]
STAMPED = (OWN, "direct", "boxes")


def stamped(words: str) -> form_faults.Edit:
    """A red stamp under the number."""

    def edit(file: WordFile, sample: Sample) -> None:
        file.add(sample.symbol_line, words)
        file.look(words, b="1", color={"val": "FF0000"})

    return edit


def marked(words: str) -> form_faults.Edit:
    """How far the paper may go, above the Party's title."""

    def edit(file: WordFile, sample: Sample) -> None:
        file.add(TITLE, words, before=True)
        file.look(words, sz="24")

    return edit


def sealed(file: WordFile, sample: Sample) -> None:
    """What a program shows of the body's digital signature at the top right."""
    for words in ("Người ký: Đảng ủy các cơ quan Đảng tỉnh", "Thời gian ký: 15.09.2026 10:15:00 +07:00"):
        file.add(TITLE, words, before=True)
        file.look(words, sz="18", b="0")


MARKS = [
    plant("DT-2", "a secrecy stamp in 2026", stamped("TỐI MẬT"), years=NOW, hands=STAMPED, at="TỐI MẬT"),
    plant("DT-2", "a mark of the old list", marked("XONG HỘI NGHỊ TRẢ LẠI"), years=NOW, hands=STAMPED),
    legal("a secrecy stamp in 2018", stamped("MẬT"), years=THEN, hands=STAMPED),
    legal("the gravest stamp in 2018", stamped("TUYỆT MẬT"), years=THEN, hands=STAMPED),
    legal("a mark of the new list", marked("TÀI LIỆU HỘI NGHỊ"), hands=STAMPED),
    legal("a digital signature", sealed, years=NOW, hands=STAMPED),
]
FAULTS = [*DISTRICTS, *CODES, *ISSUERS, *SPELLING, *FORMS, *MARKS]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_the_day(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)


@pytest.mark.parametrize(
    "case", [c for c in form_faults.slice_of(SPELLING) if not c.fault.rule], ids=lambda c: c.name
)
def test_one_manner_of_spelling_is_not_two(case: Case, tmp_path: Path) -> None:
    found = form_faults.reported(form_faults.planted(case), tmp_path)
    assert [one for one in found if one.rule == "SP-1"] == []


def test_a_paper_of_uỷ_alone_is_consistent(tmp_path: Path) -> None:
    file = WordFile(form_faults.sound("plan 2018", "direct"))
    for text in file.tree().iter("{*}t"):
        text.text = (text.text or "").replace("ủy", "uỷ").replace("ỦY", "UỶ")
    found = form_faults.reported(file, tmp_path)
    assert [one for one in found if one.rule == "SP-1" or one.severity != "I"] == []


@pytest.mark.parametrize(("key", "day"), [("plan 2018", date(2026, 6, 1)), ("plan 2026", date(2019, 8, 21))])
@pytest.mark.parametrize("hand", [OWN, "tabs", "boxes"])
def test_a_day_outside_the_form_is_named(hand: str, key: str, day: date, tmp_path: Path) -> None:
    file = WordFile(form_faults.sound(key, hand))
    found = check(file.write(tmp_path / "paper.docx"), day)
    [told] = [one for one in found if one.rule == "DT-2"]
    assert told.severity == "I"
    assert "36-HD/VPTW" in f"{told.found} {told.expected} {told.source}"


@pytest.mark.parametrize("hand", [OWN, "tabs", "boxes"])
def test_the_day_of_the_paper_itself_is_no_news(hand: str, tmp_path: Path) -> None:
    file = WordFile(form_faults.sound("plan 2018", hand))
    found = check(file.write(tmp_path / "paper.docx"), SAMPLES["plan 2018"].signed)
    assert [one for one in found if one.rule == "DT-2"] == []
