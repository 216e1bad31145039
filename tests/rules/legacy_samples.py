"""Office phrases, names and foreign text of our own making, from which samples in old encodings are made."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from rules.legacy import from_unicode, to_unicode

PHRASES = """
Hội nghị quán triệt, học tập nghị quyết của Trung ương
Báo cáo kết quả thực hiện nhiệm vụ quý ba và phương hướng cuối năm
Danh sách đại biểu được triệu tập dự hội nghị
Đề nghị các chi bộ gửi văn bản về Văn phòng trước ngày mười lăm
Đồng chí Phó Bí thư Thường trực chủ trì buổi làm việc
Kế hoạch tổ chức đại hội điểm ở cơ sở
Thông báo kết luận của Ban Thường vụ về công tác cán bộ
Biên bản kiểm phiếu bầu bổ sung ủy viên ban chấp hành
Giấy mời họp giao ban khối các cơ quan
Ủy ban nhân dân huyện phối hợp với Mặt trận Tổ quốc
Các cơ quan, đơn vị chịu trách nhiệm trước cấp ủy
Hướng dẫn thực hiện quy chế làm việc của đảng bộ
Người lao động nữ được nghỉ theo chế độ
Chương trình làm việc toàn khóa của chi bộ
Số lượng đảng viên mới kết nạp tăng so với cùng kỳ
Trưởng phòng hành chính ký sổ theo dõi công văn đến
Xã Phước Thượng đề xuất mở lớp bồi dưỡng lý luận chính trị
Tỉnh đoàn tổ chức ra quân tình nguyện mùa hè
Chỉ đạo khắc phục hậu quả lũ lụt ở vùng cao
Hoãn phiên họp thường kỳ vì thời tiết xấu
Nghe ý kiến phát biểu của đại diện doanh nghiệp
Chúc mừng những tập thể đạt thành tích xuất sắc
Khẩn trương rà soát hồ sơ, bảo đảm đúng thời hạn
Mỗi chi bộ cử một người ghi chép và tổng hợp
Quy trình giới thiệu nhân sự gồm năm bước
Thủ trưởng đơn vị ký tên, đóng dấu vào phiếu
Việc sử dụng kinh phí phải công khai, tiết kiệm
Đơn xin chuyển sinh hoạt đảng về nơi cư trú
Phân công nhiệm vụ cho từng thành viên tổ giúp việc
Ghế ngồi và chỗ để xe được bố trí ở cổng phía tây
Lễ kỷ niệm ngày thành lập diễn ra vào sáng thứ bảy
Phiếu đánh giá chất lượng cán bộ, công chức
Sở Nội vụ tham mưu sửa đổi một số điều
Hỗ trợ hộ nghèo xây dựng nhà ở
Nước sạch nông thôn và vệ sinh môi trường
Lịch tiếp công dân định kỳ của lãnh đạo
Tài liệu mật phải được quản lý theo quy định
Trích yếu nội dung ghi ngắn gọn, rõ ràng
Vắng mặt có lý do bốn người, không lý do một người
Kính gửi các đồng chí ủy viên
""".strip().splitlines()

NAMES = (
    """
Nguyễn Thị Hường; Trần Văn Dũng; Lê Hữu Phước; Phạm Quỳnh Như; Đặng Đình Thưởng; Võ Thị Bưởi; Hoàng Mỹ Lệ
Đỗ Trọng Nghĩa; Bùi Xuân Trường; Huỳnh Tấn Lợi; Vũ Thị Ngọc Ánh; Lý Thị Mẩy; Đinh Thế Vượng; Lương Bích Thủy
Chu Đức Hạnh; Phan Hồng Nhật; Tạ Kim Oanh; Mai Quốc Việt; Hà Thị Lượt; Cao Bá Quỳ; Tống Duy Khải; Giàng Thị Dợ
""".replace("\n", ";")
    .strip("; ")
    .split(";")
)

ENGLISH = """
The committee will meet again next Monday to review the draft
Please send the signed copy to the office before the end of May
It's not clear who's going to chair the meeting, is it?
We don't know whether they're coming (or not)
Read the manual, install the driver and restart the computer
Total cost 12,500 USD; see page 3 of the annual report
A naïve reader may find the résumé of the café owner odd
I'm here, you're there; let's go!
Backup finished: 35 files copied, 0 errors
José and Zoë visited São Paulo and Zürich last summer
This table lists the names of all delegates and their seats
Contact john.smith@example.com or visit http://example.com/help
""".strip().splitlines()

TAILS = [
    "số 92-KH/ĐUK",
    "12/8/2019",
    "(35.599 người)",
    "15%",
    "a.nguyen@tinh.gov.vn",
    "lúc 7h30",
    "USB, Excel 2010",
    "",
]


@dataclass(frozen=True)
class Sample:
    """A made text with the name of what it is in ("unicode", "english" or an encoding)."""

    kind: str
    text: str
    letters: int


def _piece(chance: random.Random, words: int) -> str:
    """So many words in a row from a phrase or a name."""
    if chance.random() < 0.25:
        return " ".join(chance.choice(NAMES).split()[-words:])
    found = chance.choice(PHRASES).split()
    start = chance.randrange(max(1, len(found) - words + 1))
    return " ".join(found[start : start + words]).strip(",")


def _texts(chance: random.Random, long: bool) -> Iterator[str]:
    while True:
        if long:
            said = (
                chance.choice(PHRASES),
                _piece(chance, chance.randrange(6)),
                chance.choice([*NAMES, ""]).strip(),
                chance.choice(TAILS),
            )
            yield " ".join(part for part in said if part)
        else:
            yield _piece(chance, chance.choice((1, 1, 2, 3)))


def count(text: str) -> int:
    """How many letters."""
    return sum(letter.isalpha() for letter in text)


def _encoded(text: str, kind: str) -> str | None:
    """The text in an encoding; None where that is no different from Unicode or from plain TCVN3.

    "mixed": half in VNI or in TCVN3.
    """
    if kind == "mixed":
        words = text.split()
        half, rest = " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])
        old = from_unicode(half, ("vni", "tcvn3")[len(text) % 2])
        return f"{old} {rest}" if old != half and any(ord(letter) > 0xFF for letter in rest) else None
    if kind == "tcvn3-h":
        text = text.upper()
    raw = from_unicode(text, kind)
    plain = kind == "tcvn3-h" and to_unicode(raw, "tcvn3").isupper()
    return None if raw == text or plain else raw


def make(kind: str, number: int, long: bool, seed: int = 35) -> list[Sample]:
    """So many samples of a kind: of 20 letters and more, or short."""
    chance = random.Random(f"{kind}{long}{seed}")
    made: list[Sample] = []
    if kind == "english":
        while len(made) < number:
            words = chance.choice(ENGLISH).split()
            text = " ".join(words if long else words[: chance.randint(1, 3)])
            if (count(text) >= 20) == long:
                made.append(Sample(kind, text, count(text)))
        return made
    for text in _texts(chance, long):
        raw = text if kind == "unicode" else _encoded(text, kind)
        if raw is not None and (count(text) >= 20) == long:
            made.append(Sample(kind, raw, count(text)))
        if len(made) == number:
            break
    return made
