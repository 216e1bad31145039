"""Papers with everything a paper may carry, in every form, and a look into their Word files."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from papers import copies, docx_file, letterhead
from papers.content import Block, Column, Document, Row, Section, Table, paragraph
from rules.facts import Head, Marks, Signature
from tests.papers.copy_samples import copy
from tests.papers.office_xml import W, part, styles, tag, value, words_of

PROFILES = ("PARTY-2018", "PARTY-2026", "STATE-2011", "STATE-2020")
SIGNED = {
    "PARTY-2018": date(2019, 8, 21),
    "PARTY-2026": date(2026, 6, 5),
    "STATE-2011": date(2019, 8, 21),
    "STATE-2020": date(2021, 2, 5),
}
CONTACT = "Số 1, phố Mẫu; điện thoại: 0123 456 789"
MEDIA = "Không phổ biến trên phương tiện thông tin đại chúng"
MARKS = Marks("Khẩn", "Tài liệu thu hồi", 2, "NguyenVanAn-26", CONTACT)
TYPES = {"BB": "Biên bản", "CV": "Công văn", "TTr": "Tờ trình", "KL": "Kết luận"}
WORDS = "Các đại biểu thảo luận, thống nhất cách làm và phân công từng chi bộ thực hiện đến khi xong việc. "
MM = 25.4 / 1440  # of a twip


def head(profile: str, code: str, **changes: Any) -> Head:
    state = profile.startswith("STATE")
    known = Head(
        superior="Ủy ban nhân dân tỉnh Mẫu" if state else "Đảng bộ tỉnh Mẫu",
        issuer="Sở Nội vụ" if state else "Đảng ủy Khối các cơ quan tỉnh",
        place_name="Mẫu",
        type_name=TYPES[code],
        type_code=code,
        symbol="SNV" if state else "ĐUK",
        number=5,
        signed=SIGNED[profile],
        subject="chuẩn bị hội nghị trực tuyến",
        family="state" if state else "party",
        marks=MARKS,
    )
    return replace(known, **changes)


def document(profile: str, code: str = "TTr", lines: int = 3, **changes: Any) -> Document:
    """Head, addressees, căn cứ, so many paragraphs, the foot, an appendix with its own numbers."""
    facts = head(profile, code, **changes)
    marks = facts.marks
    blocks: list[Block] = letterhead.head(facts, profile)
    several = ["Ban Thường vụ Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"]
    blocks += letterhead.addressed(several if code == "CV" else several[:1], profile, facts.type_name)
    blocks += letterhead.bases(["Căn cứ Quy chế làm việc;", "Xét đề nghị của Văn phòng,"], profile)
    blocks += [paragraph("body", WORDS * 3) for _ in range(lines)]
    sent = ["Như trên", "Thường trực Đảng ủy (để báo cáo)", "Lưu: VT, Văn phòng"]
    signed = Signature("T/M Ban Thường vụ", "Phó Bí thư", "Lê Văn Mẫu")
    left = letterhead.recipients(sent, profile, marks.drafter)
    right = letterhead.signature(signed, "người ký", profile)
    blocks += [letterhead.foot(left, right, profile, marks.sheet), *letterhead.contact(marks, profile)]
    names = Table((Column("TT", 15, "center"), Column("Họ và tên", 150)), (Row((1, "Lê Văn Mẫu")),))
    last = (*letterhead.appendix(facts, 4, "Danh sách", profile, "Ban Thường vụ"), names)
    sections = (Section(tuple(blocks)), Section(last, restart_numbering=True))
    return Document("Thử", profile, sections, marks=marks)


class Read:
    """A Word file as its reader sees it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document = part(data, "document")
        self.styles = styles(data)
        self.lines = [
            (value(one.find(f"{W}pPr/{W}pStyle")), words_of(one)) for one in self.document.iter(f"{W}p")
        ]

    def words(self, style: str) -> list[str]:
        return [words for name, words in self.lines if name == style]

    def order(self, *names: str) -> list[str]:
        """Those styles in the order in which they first stand in the file."""
        return list(dict.fromkeys(name for name, _ in self.lines if name in names))

    def look(self, style: str) -> str:
        """“14 bold italic underlined”."""
        run = self.styles[style].find(f"{W}rPr")
        assert run is not None
        size = int(value(run.find(f"{W}sz"))) / 2
        marks = [
            said
            for mark, said in (("b", "bold"), ("i", "italic"), ("u", "underlined"))
            if self._has(run, mark)
        ]
        return " ".join([f"{size:g}", *marks])

    def _has(self, run: Any, mark: str) -> bool:
        return run.find(f"{W}{mark}") is not None

    def property(self, style: str, name: str, key: str) -> str:
        """What the style says: property(“body”, “spacing”, “line”)."""
        return value(self.styles[style].find(f"{W}pPr/{W}{name}"), key)

    def rule(self, style: str) -> float:
        """mm of the line a paragraph of that style draws in its cell or between the margins."""
        line = next(
            one for one in self.document.iter(f"{W}p") if value(one.find(f"{W}pPr/{W}pStyle")) == style
        )
        sides = line.find(f"{W}pPr/{W}ind")
        cell = line.getparent()
        width = value(cell.find(f"{W}tcPr/{W}tcW"), "w") if tag(cell) == "tc" else str(round(165 / MM))
        assert self.styles[style].find(f"{W}pPr/{W}pBdr/{W}top") is not None
        return (int(width) - int(value(sides, "left")) - int(value(sides, "right"))) * MM

    def sections(self) -> list[Any]:
        return list(self.document.iter(f"{W}sectPr"))

    def page(self, *names: str) -> list[int]:
        """mm of the margins of the first section."""
        margins = self.sections()[0].find(f"{W}pgMar")
        return [round(int(value(margins, name)) * MM) for name in names]

    def headers(self, number: int) -> dict[str, str]:
        """Kind and type of the headers of a section → id."""
        return {
            f"{tag(one)} {value(one, 'type')}": str(one.get(one.attrib.keys()[-1]))
            for one in self.sections()[number]
            if tag(one).endswith("Reference")
        }


@cache
def read(profile: str, code: str = "TTr", circulation: str = MARKS.circulation) -> Read:
    """The Word file of that paper with every mark; of an official copy, "BS", the sheet as it is."""
    if code == "BS":
        return Read(docx_file.to_bytes(copies.compose(copy(profile))))
    marks = replace(MARKS, circulation=circulation)
    return Read(docx_file.to_bytes(document(profile, code, marks=marks)))
