"""The words by which a reader knows posts, bodies, verbs and times; small letters, one spelling."""

from __future__ import annotations

import re

from rules.dates import VagueDate, parse_vague

SPEECH = r"(?:đồng chí|đ/c|đ\.c|ông|bà)"
TITLE = re.compile(r"(?:(?:gs|pgs|ts|ths|tskh|bs|cn|ks|ls|bsckii|bscki)\b\.?\s*)+")
POST = re.compile(
    r"(?:nguyên |quyền |q\. ?|nguyên là )?(?:"
    r"tổng bí thư|phó bí thư|bí thư|ủy viên|(?:tỉnh|thành|huyện|quận|thị|đảng|chi) ủy viên"
    r"|(?:phó )?chủ (?:tịch|nhiệm|tọa)|(?:phó )?(?:tổng )?(?:giám đốc|tổng biên tập|thư ký|cục trưởng)"
    r"|phó trưởng|trưởng|(?:phó )?(?:chánh|hiệu|viện|vụ|bộ|thủ|thứ|đội|chi cục|hội) ?trưởng"
    r"|(?:phó )?chánh (?:văn phòng|thanh tra|án)|phó|chính ủy|chính trị viên|thường trực"
    r"|ủy viên thường trực"
    r"|(?:chuyên|báo cáo|giảng|kiểm sát|thẩm tra|thành|hội|đoàn|đảng) viên|cán bộ|thủ quỹ|kế toán"
    r"|uvbtv|uvbch|uvub|uv\.?|pbt|bt|tuv|đuv|cvp|pcvp)(?!\w)"
)
# Verbs that end a post, a unit or a name where they stand in small letters.
VERBS = (
    r"(?:đồng |cùng )?chủ trì|chủ tọa|điều hành|quán triệt|triển khai|trình bày|truyền đạt|phổ biến"
    r"|báo cáo(?! viên)|phát biểu|kết luận|nhấn mạnh|yêu cầu|đề nghị|tham dự|đến dự|về dự|tới dự"
    r"|dự(?! án| toán)"
    r"|cho (?:biết|rằng)|khẳng định|đánh giá|ghi nhận|biểu dương|chúc mừng|trao(?! đổi)|thông qua"
    r"|giới thiệu(?! việc)|đã|sẽ|đang|được|là|khai mạc|bế mạc|công bố|thay mặt|dẫn đầu|nêu"
    r"|giao(?! thông| dịch)"
    r"|mong muốn|gợi ý|lưu ý|đồng thời|chịu trách nhiệm|thực hiện|tổ chức|bắt đầu|hoàn thành|ban hành"
    r"|xây dựng"
    r"|căn cứ|gửi|phối hợp|tiến hành|tham mưu|theo dõi|đôn đốc|hướng dẫn|tổng hợp|chuẩn bị|phải|cần|có"
    r"|làm (?:chủ|trưởng|thư|điểm|đơn)|tại|để|nhằm|trong(?= hội| buổi| cuộc| thời)|về"
    r"|thí điểm|trân trọng|long trọng|triệu tập|sơ kết|tổng kết|chỉ đạo(?=,| các| việc| triển| thực)"
)
STOP = re.compile(
    rf"[.;:()\n\t|“”\"]|,|\s[-–—]\s|\b(?:{VERBS})\b|\b(?:và|của) (?:các )?(?:đồng chí|đ/c|ông|bà)\b"
    rf"|\bcùng\b"
    r"|\bvà (?:của |các |(?=(?:đảng bộ|chi bộ|đảng ủy|ban thường|văn phòng|sở)\b))"
)
BODY = re.compile(
    r"\b(?:đảng bộ|đảng ủy|chi bộ|chi ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy"
    r"|ban (?:thường vụ|chấp hành|tổ chức|tuyên giáo|dân vận|nội chính|cán sự|chỉ đạo|bí thư|quản lý)"
    r"|bộ chính trị|thường trực|văn phòng|ủy ban|ubkt|ubnd|hđnd|btv|bch|sở|cục|chi cục|vụ|viện"
    r"|trung tâm|trường"
    r"|bệnh viện|công đoàn|liên đoàn|đoàn (?:thanh niên|khối|tncs)|hội (?:cựu|nông|liên|chữ|phụ|đồng)"
    r"|tỉnh đoàn"
    r"|tiểu ban|tổ giúp việc|công ty|cơ quan|phòng|báo|đài|ngân hàng|kho bạc|bưu điện|ban|bộ|đoàn|hội"
    r"|cấp ủy"
    r"|các (?:ban|đảng ủy|đảng bộ|chi bộ|đoàn thể|cơ quan|đơn vị|cấp ủy|tổ chức|đồng chí|tiểu ban)"
    r"|cấp ủy)(?!\w)"
)
EVENT = re.compile(
    r"\b(?:hội nghị|đại hội|cuộc họp|phiên họp|buổi (?:làm việc|gặp mặt|sinh hoạt)|hội thảo|tọa đàm"
    r"|lớp (?:tập huấn|bồi dưỡng|học tập)"
    r"|lễ (?:công bố|trao|kỷ niệm|phát động|ký|khai giảng|bế giảng|mít tinh|tổng kết))"
)

# Times, on folded text.
DAY = (
    r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
    r"|\d{1,2}\s+thang\s+\d{1,2}\s*,?\s*nam\s+\d{4}|\d{1,2}\s+thang\s+\d{1,2}/\d{4})"
)
OPEN_DAY = r"(?:\d{1,2}\s?[/-]\s?\d{1,2}|\d{1,2}\s+thang\s+\d{1,2})"  # without its year
OTHER = (
    r"(?:(?:(?:dau|giua|cuoi)\s+)?thang\s+\d{1,2}(?:\s?[/-]\s?|\s*,?\s*nam\s+)\d{4}"
    r"|(?:(?:dau|giua|cuoi)\s+)?quy\s+(?:i{1,3}|iv|[1-4])(?:\s?[/-]\s?|\s*,?\s*nam\s+)\d{4}"
    r"|(?:(?:dau|giua|cuoi)\s+)?nam\s+\d{4})"
)
BOUND = r"(?:truoc|trong|sau|tu|(?:cham|muon) nhat(?:\s+(?:la|vao|den|trong))?|den het|het|den|vao)"
MOMENT = re.compile(rf"(?<![\w/.-])(?:{BOUND}\s+)?(?:ngay\s+)?(?:{DAY}|{OTHER})(?![\w/-])")
DUE = re.compile(
    r"(?<!\w)(?P<verb>(?:hoan thanh|ket thuc|xong|gui|nop|bao cao)\s+(?:xong\s+)?)?"
    r"(?P<when>(?:truoc|trong|(?:cham|muon) nhat(?:\s+(?:la|vao|den|trong))?|den het|het)\s+"
    rf"(?:ngay\s+)?(?:{DAY}|{OTHER}|{OPEN_DAY}))(?![\w/-])"
)
HALF_DAY = re.compile(r"\b(?P<part>sáng|chiều|tối|cả ngày)\b")
PARTS = {"sáng": "morning", "chiều": "afternoon", "tối": "evening", "cả ngày": "day"}
CLOCK = re.compile(
    r"(?<![\w/.])(?P<h>\d{1,2})\s?(?:h|g|gio|:)\s?(?P<m>[0-5]\d)?(?:\s?(?:'|’|phut|p\b))?(?!\w)"
)
LONGEST_TIME = 120  # letters of the longest wording of a time that is tried


def read_time(words: str) -> VagueDate | None:
    """The time the words say; None where they are no time, or an impossible one."""
    if not words or len(words) > LONGEST_TIME:
        return None
    try:
        read = parse_vague(words)
    except ValueError:
        return None
    return read if read and (read.earliest or read.latest) else None
