"""Sound papers of plainly invented offices as plain values, and as our own composer sets them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from papers import docx_file, letterhead
from papers.content import Block, Document, Run, Section, paragraph
from rules.facts import Head, Signature

OLD, NEW, STATE = date(2019, 8, 21), date(2026, 9, 15), date(2026, 9, 16)


@dataclass(frozen=True)
class Sample:
    """One paper before it is set: every line as it must read, capitals already composed."""

    signed: date
    superior: str
    issuer: tuple[str, ...]  # lines
    type_name: str
    code: str
    number: int
    symbol: str
    place: str
    subject: str
    body: tuple[tuple[str, str], ...]  # role, words
    authority: str
    post: str
    name: str
    recipients: tuple[str, ...]
    addressed: str = ""
    word: str = "Kính gửi"
    family: str = "party"

    @property
    def symbol_line(self) -> str:
        if self.family == "state":
            return f"Số: {self.number:02}/" + (
                f"{self.code}-{self.symbol}" if self.type_name else self.symbol
            )
        return f"Số {self.number:02}-{self.code}/{self.symbol}"

    @property
    def date_line(self) -> str:
        day, month = self.signed.day, self.signed.month
        return f"{self.place}, ngày {day:02} tháng {month:02} năm {self.signed.year}".replace(
            f"tháng {month:02}", f"tháng {month if month > 2 else f'{month:02}'}"
        )

    @property
    def recipient_lines(self) -> tuple[str, ...]:
        mark = "," if self.family == "party" and self.signed < date(2026, 5, 27) else ";"
        *most, last = self.recipients
        return (*(f"- {row}{mark}" for row in most), f"- {last}.")


PLAN_BODY = (
    (
        "body",
        "Thực hiện Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp, "
        "Ban Thường vụ xây dựng kế hoạch tổ chức hội nghị quán triệt như sau:",
    ),
    ("part", "I- MỤC ĐÍCH, YÊU CẦU"),
    ("heading", "1. Mục đích"),
    ("body", "Giúp cán bộ, đảng viên nắm vững nội dung Chỉ thị 35-CT/TW để vận dụng vào công việc."),
    ("body", "Từ đó mỗi chi bộ tự đặt ra việc phải làm trong quý IV và giao người chịu trách nhiệm."),
    ("heading", "2. Yêu cầu"),
    ("dash", "- Tổ chức gọn nhẹ, tiết kiệm, đúng thời gian đã định;"),
    ("dash", "- Bảo đảm đủ tài liệu cho từng người dự."),
    ("part", "II- NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM"),
    ("body", "1. Hội nghị học tập trong một buổi sáng, có báo cáo viên trình bày và phần hỏi đáp."),
    ("point", "a) Buổi thứ nhất dành cho cấp ủy viên và người đứng đầu các chi bộ."),
    ("point", "b) Buổi thứ hai dành cho báo cáo viên và cộng tác viên."),
    ("part", "III- TỔ CHỨC THỰC HIỆN"),
    ("body", "1. Văn phòng chuẩn bị hội trường, tài liệu và theo dõi việc chấp hành."),
    ("body", "2. Các chi bộ cử đủ người dự và gửi danh sách trước hội nghị ba ngày."),
    ("body", "Yêu cầu các tổ chức đảng trực thuộc nghiêm túc thực hiện Kế hoạch này."),
)
LETTER_BODY = (
    ("body", "Để hội nghị diễn ra chu đáo, Ban Thường vụ đề nghị các đồng chí chuẩn bị ý kiến phát biểu."),
    ("body", "Bản ý kiến gửi về Văn phòng để tổng hợp, chậm nhất hai ngày trước hội nghị."),
    ("body", "Đề nghị các đồng chí quan tâm thực hiện."),
)
PROPOSAL_BODY = (
    ("body", "Qua một năm hoạt động, hội trường đã xuống cấp và không đủ chỗ cho các hội nghị lớn."),
    ("body", "Kinh phí sửa chữa được cân đối từ nguồn tiết kiệm chi thường xuyên của cơ quan."),
    ("body", "Kính trình cấp có thẩm quyền xem xét, cho ý kiến."),
)


def decision_body(last: str) -> tuple[tuple[str, str], ...]:
    return (
        ("basis", "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
        ("basis", f"- Xét đề nghị của Ban Tổ chức{last}"),
        ("decides", "BAN THƯỜNG VỤ QUYẾT ĐỊNH:"),
        ("article", "Điều 1. Thành lập Tổ giúp việc gồm ba đồng chí."),
        ("article", "Điều 2. Tổ giúp việc chuẩn bị nội dung và báo cáo kết quả hằng tháng."),
        (
            "article",
            "Điều 3. Quyết định có hiệu lực từ ngày ký; các đồng chí có tên chịu trách nhiệm thi hành.",
        ),
    )


PLAN = Sample(
    OLD,
    "ĐẢNG BỘ TỈNH MẪU",
    ("ĐẢNG ỦY KHỐI", "CÁC CƠ QUAN TỈNH"),
    "KẾ HOẠCH",
    "KH",
    81,
    "ĐUK",
    "Mẫu",
    "tổ chức hội nghị quán triệt văn bản mới",
    PLAN_BODY,
    "T/M BAN THƯỜNG VỤ",
    "PHÓ BÍ THƯ",
    "Đặng Văn Thử",
    (
        "Ban Thường vụ Tỉnh ủy (để báo cáo)",
        "Các tổ chức đảng trực thuộc (để thực hiện)",
        "Lưu Văn phòng Đảng ủy",
    ),
)
PLAN_NEW = replace(
    PLAN, signed=NEW, superior="ĐẢNG BỘ TỈNH LÂM MẪU", issuer=("ĐẢNG ỦY CÁC CƠ QUAN", "ĐẢNG TỈNH"),
    symbol="ĐU", place="Lâm Mẫu", number=9,
)  # fmt: skip


def letter(plan: Sample) -> Sample:
    subject = "chuẩn bị ý kiến tại hội nghị"
    return replace(
        plan,
        type_name="",
        code="CV",
        subject=subject.capitalize() if plan.signed < date(2026, 5, 27) else f"về việc {subject}",
        body=LETTER_BODY,
        authority="T/L BAN THƯỜNG VỤ",
        post="CHÁNH VĂN PHÒNG",
        addressed="Các đồng chí cấp ủy viên",
        recipients=("Như trên", "Thường trực Đảng ủy (để báo cáo)", "Lưu Văn phòng Đảng ủy"),
    )


def proposal(plan: Sample) -> Sample:
    return replace(
        plan,
        type_name="TỜ TRÌNH",
        code="TTr",
        subject="sửa chữa hội trường",
        body=PROPOSAL_BODY,
        addressed="Ban Thường vụ Tỉnh ủy",
        word="Kính gửi" if plan.signed < date(2026, 5, 27) else "Kính trình",
        recipients=("Như trên", "Lưu Văn phòng Đảng ủy"),
    )


def decision(plan: Sample) -> Sample:
    old = plan.signed < date(2026, 5, 27)
    return replace(
        plan,
        type_name="QUYẾT ĐỊNH",
        code="QĐ",
        subject="thành lập Tổ giúp việc",
        body=decision_body("," if old else "."),
        recipients=("Ban Tổ chức", "Các đồng chí có tên", "Lưu Văn phòng Đảng ủy"),
    )


STATE_PLAN = Sample(
    STATE,
    "BỘ NỘI VỤ",
    ("CỤC LƯU TRỮ",),
    "KẾ HOẠCH",
    "KH",
    105,
    "CLT",
    "Hà Nội",
    "tổ chức hội nghị quán triệt văn bản mới",
    (
        (
            "body",
            "Cục Lưu trữ mở hội nghị học tập cho công chức, viên chức và người lao động trong toàn ngành.",
        ),
        *PLAN_BODY[3:-1],
        ("body", "Yêu cầu các phòng chuyên môn nghiêm túc thực hiện Kế hoạch này."),
    ),
    "KT. CỤC TRƯỞNG",
    "PHÓ CỤC TRƯỞNG",
    "Đặng Văn Thử",
    ("Lãnh đạo Bộ (để báo cáo)", "Các phòng chuyên môn (để thực hiện)", "Lưu: VT, VP"),
    family="state",
)
STATE_LETTER = replace(
    STATE_PLAN,
    type_name="",
    code="CV",
    symbol="CLT-VP",
    subject="chuẩn bị ý kiến tại hội nghị",
    body=tuple((role, words.replace("Ban Thường vụ", "Cục Lưu trữ")) for role, words in LETTER_BODY),
    addressed="Các đồng chí trưởng phòng",
    recipients=("Như trên", "Lưu: VT, VP"),
)
STATE_DECISION = replace(
    STATE_PLAN,
    type_name="QUYẾT ĐỊNH",
    code="QĐ",
    subject="thành lập Tổ giúp việc",
    body=(
        ("basis", "Căn cứ Luật Lưu trữ năm 2024;"),
        ("basis", "Theo đề nghị của Chánh Văn phòng Cục."),
        ("decides", "QUYẾT ĐỊNH:"),
        *decision_body("")[3:],
    ),
    recipients=("Như Điều 3", "Lưu: VT, VP"),
)
SAMPLES = {
    f"{name} {year}": make(plan)
    for year, plan in (("2018", PLAN), ("2026", PLAN_NEW))
    for name, make in (
        ("plan", lambda p: p),
        ("letter", letter),
        ("proposal", proposal),
        ("decision", decision),
    )
}

SAMPLES |= {"plan state": STATE_PLAN, "letter state": STATE_LETTER, "decision state": STATE_DECISION}


def head(sample: Sample) -> Head:
    """The same paper as our composer is told of it."""
    return Head(
        superior=sample.superior,
        issuer=" ".join(sample.issuer),
        place_name=sample.place,
        type_name=sample.type_name.capitalize() or "Công văn",
        type_code=sample.code,
        symbol=sample.symbol,
        number=sample.number,
        signed=sample.signed,
        subject=sample.subject,
        family=sample.family,
    )


def composed(sample: Sample, profile: str) -> bytes:
    """The Word file that our own composer makes of it."""
    blocks: list[Block] = letterhead.head(head(sample), profile)
    if sample.addressed:
        blocks += letterhead.addressed((sample.addressed,), profile, sample.word)
    for role, words in sample.body:
        if role == "article":
            name, _, rest = words.partition(". ")
            blocks.append(paragraph("body", Run(f"{name}.", bold=True), f" {rest}"))
        else:
            style = {"decides": "chapter_title"}.get(role, role)
            blocks.append(paragraph(style, words))
    signature = letterhead.signature(Signature(sample.authority, sample.post, sample.name), "người ký")
    blocks.append(letterhead.foot(letterhead.recipients(sample.recipients, profile), signature, profile))
    return docx_file.to_bytes(Document(sample.subject, profile, (Section(tuple(blocks)),)))
