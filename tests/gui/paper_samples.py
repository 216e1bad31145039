"""Invented papers to set on pages."""

from __future__ import annotations

from papers.content import Column, Document, Grid, Row, Section, Sheet, Table, blank, paragraph

PROFILE = "PARTY-2018"
WORDS = "Các đại biểu thảo luận, thống nhất cách làm và phân công từng chi bộ thực hiện đến khi xong việc. "

HEAD = Grid(
    (75, 90),
    (
        (
            (paragraph("superior", "ĐẢNG BỘ TỈNH MẪU"), paragraph("issuer", "ĐẢNG ỦY KHỐI")),
            (paragraph("party", "ĐẢNG CỘNG SẢN VIỆT NAM"), paragraph("party_line")),
        ),
        ((paragraph("number", "Số 05-BB/ĐUK"),), (paragraph("place_date", "Mẫu, ngày 21 tháng 8 năm 2019"),)),
    ),
)
FOOT = Grid(
    (82.5, 82.5),
    (
        (
            (paragraph("recipients", "Nơi nhận:"), paragraph("recipient", "- Lưu Văn phòng.")),
            (
                paragraph("authority", "T/M BAN THƯỜNG VỤ"),
                paragraph("signature_space"),
                paragraph("signer", blank("họ tên người ký")),
            ),
        ),
    ),
)


def body(count: int, lines: int = 3) -> list[object]:
    """Paragraphs of about so many lines each."""
    return [paragraph("body", f"{number + 1}. {WORDS * lines}") for number in range(count)]


def minutes(count: int = 12) -> Document:
    """A head, so many paragraphs, a signature block."""
    return Document("Biên bản thử", PROFILE, (Section((HEAD, *body(count), FOOT)),))  # type: ignore[arg-type]


def table(rows: int) -> Table:
    columns = (Column("TT", 15, "center"), Column("Họ và tên", 60), Column("Đơn vị", 90))
    data = [Row((n + 1, f"Nguyễn Văn {n + 1}", f"Chi bộ {n + 1}")) for n in range(rows)]
    return Table(columns, (Row(("Nhóm thứ nhất",), "group"), *data))


def listing(rows: int = 80, landscape: bool = False) -> Document:
    made = table(rows)
    sections = (Section((paragraph("type", "DANH SÁCH"), made), landscape),)
    return Document("Danh sách thử", PROFILE, sections, (Sheet("Danh sách", "Danh sách thử", made),))
