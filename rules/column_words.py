"""The columns that a workbook may bring for each kind of record, with the headings offices give them."""

from __future__ import annotations

from typing import NamedTuple


class Wanted(NamedTuple):
    """A column the program can take: its key, its label, other headings it goes under, each once."""

    key: str
    label: str
    headings: tuple[str, ...] = ()


IGNORED = (
    "STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "Ký nhận", "Ký tên", "Chữ ký", "Ký", "Lý do chưa nhập",
    "Có thể là",
)  # fmt: skip

# Of a row that was not taken: which record it is about, or "mới"; our own workbook of such rows asks for it.
RECORD = Wanted("record", "Số trong sổ", ("Mã trong sổ", "Số của mục trong sổ"))

NAME = (
    Wanted(
        "full_name",
        "Họ và tên",
        (
            "Họ tên", "Họ, tên", "Họ tên đại biểu", "Họ và tên đại biểu", "Họ, tên đại biểu", "Tên đại biểu",
            "Họ tên cán bộ", "Họ và tên cán bộ", "Họ tên đảng viên", "Họ và tên đảng viên", "Tên đảng viên",
            "Họ và tên khai sinh", "Họ tên khai sinh", "Họ, chữ đệm và tên", "Họ, chữ đệm, tên khai sinh",
            "Họ, đệm và tên", "Họ và tên đồng chí", "Đồng chí", "Họ tên người dự", "Họ và tên người dự",
            "Người dự", "Người dự họp", "Đại biểu", "Thành phần tham dự", "Họ và tên CBCC", "Họ tên CBCC",
            "Họ và tên cán bộ, công chức", "Họ và tên cán bộ, đảng viên", "Họ và tên ủy viên",
            "Họ và tên cấp ủy viên", "Họ và tên người được triệu tập", "Danh sách đại biểu", "Full name",
        ),
    ),
    Wanted(
        "family",
        "Họ và tên đệm",
        (
            "Họ đệm", "Họ và đệm", "Họ, tên đệm", "Họ tên đệm", "Họ lót", "Họ và chữ lót", "Họ và tên lót",
            "Họ chữ đệm", "Họ và chữ đệm", "Họ, chữ đệm", "Họ và tên — Họ đệm", "Họ và tên — Họ", "Họ",
        ),
    ),
    Wanted("given", "Tên", ("Tên gọi", "Họ và tên — Tên", "Họ tên — Tên")),
)  # fmt: skip

BIRTH = (
    Wanted(
        "birth",
        "Ngày sinh",
        (
            "Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Ngày, tháng sinh",
            "Ngày/tháng/năm sinh",
            "Sinh ngày", "Sinh năm", "Ngày sinh (năm sinh)", "Năm sinh (ngày sinh)", "NTNS", "Ngày, năm sinh",
            "Năm sinh (Nam/Nữ)", "Ngày sinh (Nam/Nữ)", "Tuổi (năm sinh)", "Năm sinh tuổi",
        ),
    ),
    Wanted(
        "birth_male",
        "Năm sinh của nam",
        ("Năm sinh — Nam", "Ngày sinh — Nam", "Ngày, tháng, năm sinh — Nam", "Ngày tháng năm sinh (Nam)"),
    ),
    Wanted(
        "birth_female",
        "Năm sinh của nữ",
        ("Năm sinh — Nữ", "Ngày sinh — Nữ", "Ngày, tháng, năm sinh — Nữ", "Ngày tháng năm sinh (Nữ)"),
    ),
)  # fmt: skip

PLACES = (
    Wanted(
        "post",
        "Chức vụ",
        (
            "Chức danh", "Chức vụ, chức danh", "Chức vụ/chức danh", "Chức vụ Đảng", "Chức vụ trong Đảng",
            "Chức vụ đảng hiện nay", "Chức vụ hiện nay", "Chức vụ hiện tại", "Chức vụ công tác", "Nhiệm vụ",
            "Chức vụ — Đảng", "Chức vụ đảng, đoàn thể", "Chức vụ cấp ủy", "Chức vụ đảm nhiệm", "Chức trách",
        ),
    ),
    Wanted(
        "state_post",
        "Chức vụ chính quyền",
        (
            "Chức vụ chuyên môn", "Chức vụ — Chính quyền", "Chức vụ nhà nước",
            "Chức vụ chính quyền, đoàn thể", "Chức danh nghề nghiệp", "Nghề nghiệp, chức vụ",
        ),
    ),
    Wanted(
        "unit",
        "Đơn vị",
        (
            "Đơn vị công tác", "Cơ quan", "Cơ quan, đơn vị", "Cơ quan công tác", "Cơ quan, đơn vị công tác",
            "Nơi công tác", "Chi bộ", "Đảng bộ", "Tổ chức đảng", "Tên đơn vị công tác", "Nơi làm việc",
            "Sinh hoạt tại chi bộ", "Chi bộ sinh hoạt", "Đảng bộ, chi bộ", "Chi bộ, đảng bộ", "Đoàn đại biểu",
            "Thuộc đơn vị", "Đơn vị đang công tác", "Phòng, ban", "Phòng ban", "Địa chỉ công tác",
            "Đảng bộ/Chi bộ", "Chi, đảng bộ", "Chi/đảng bộ", "Đảng ủy, chi ủy",
        ),
    ),
    Wanted(
        "post_unit",
        "Chức vụ, đơn vị công tác",
        (
            "Chức vụ, đơn vị", "Chức vụ và đơn vị", "Chức vụ, cơ quan", "Chức vụ - đơn vị công tác",
            "Chức vụ, nơi công tác", "Chức danh, đơn vị", "Chức danh, cơ quan", "Chức vụ và nơi công tác",
            "Chức vụ, cơ quan, đơn vị", "Chức vụ, cơ quan công tác", "Chức danh, đơn vị công tác",
            "Chức vụ và đơn vị công tác", "Chức vụ, chức danh, đơn vị công tác", "Đơn vị, chức vụ",
            "Chức vụ, cơ quan, đơn vị công tác", "Chức vụ cơ quan công tác hiện nay",
        ),
    ),
)  # fmt: skip

PEOPLE = (
    *NAME,
    Wanted("sex", "Giới tính", ("Giới", "Nam/Nữ", "Nam, nữ", "Phái", "Nam (nữ)")),
    Wanted("male", "Nam", ("Giới tính — Nam", "Giới — Nam")),
    Wanted("female", "Nữ", ("Giới tính — Nữ", "Giới — Nữ", "Là nữ")),
    *BIRTH,
    Wanted("ethnic_group", "Dân tộc", ("Thành phần dân tộc",)),
    Wanted(
        "admitted",
        "Ngày vào Đảng",
        (
            "Ngày kết nạp", "Ngày kết nạp Đảng", "Vào Đảng", "Ngày vào Đảng — Dự bị", "Ngày vào Đảng (dự bị)",
            "Ngày vào Đảng dự bị", "Ngày vào ĐCSVN", "Ngày kết nạp vào Đảng", "Dự bị", "Năm vào Đảng",
            "Ngày vào Đảng — Kết nạp", "Ngày tháng năm vào Đảng", "Ngày, tháng, năm vào Đảng",
        ),
    ),
    Wanted(
        "official",
        "Ngày chính thức",
        (
            "Chính thức", "Ngày vào Đảng — Chính thức", "Ngày vào Đảng chính thức",
            "Ngày công nhận chính thức",
            "Ngày công nhận đảng viên chính thức", "Ngày chuyển chính thức",
        ),
    ),
    Wanted(
        "education",
        "Trình độ chuyên môn",
        (
            "Chuyên môn", "Trình độ", "Trình độ học vấn", "Trình độ CMNV", "Trình độ chuyên môn nghiệp vụ",
            "Trình độ — Chuyên môn", "Trình độ đào tạo", "Bằng cấp", "Chuyên môn nghiệp vụ",
            "Học hàm, học vị",
            "Trình độ chuyên môn, nghiệp vụ",
        ),
    ),
    Wanted(
        "theory_level",
        "Trình độ lý luận chính trị",
        (
            "Lý luận chính trị", "LLCT", "Trình độ LLCT", "Trình độ — LLCT", "Trình độ lý luận", "Lý luận",
            "Trình độ — Lý luận chính trị", "Trình độ chính trị", "Chính trị",
        ),
    ),
    Wanted(
        "phone",
        "Điện thoại",
        (
            "Số điện thoại", "SĐT", "ĐT", "Điện thoại di động", "Di động", "Số ĐT", "Điện thoại liên hệ",
            "Số điện thoại liên hệ", "Số di động", "Số điện thoại di động", "Tel", "Mobile", "Phone",
        ),
    ),
    Wanted(
        "card_number",
        "Số thẻ đảng viên",
        ("Số thẻ Đảng", "Số thẻ", "Thẻ đảng viên", "Số thẻ ĐV", "Số TĐV", "Mã thẻ đảng viên", "Số lý lịch"),
    ),
    *PLACES,
    Wanted(
        "since",
        "Giữ chức vụ từ ngày",
        (
            "Từ ngày", "Ngày bổ nhiệm", "Giữ chức vụ từ", "Ngày giữ chức vụ", "Bổ nhiệm ngày",
            "Thời gian giữ chức vụ", "Ngày nhận chức",
        ),
    ),
    Wanted("note", "Ghi chú", ("Chú thích", "Lưu ý", "Ghi chú khác")),
    RECORD,
)  # fmt: skip

UNITS = (
    Wanted(
        "organization",
        "Tên tổ chức đảng, cơ quan",
        (
            "Tên đơn vị", "Đơn vị", "Tên tổ chức đảng", "Tổ chức đảng", "Tên đảng bộ", "Tên chi bộ",
            "Tên đảng bộ, chi bộ", "Tên chi bộ, đảng bộ", "Tên chi, đảng bộ", "Đảng bộ, chi bộ",
            "Chi bộ, đảng bộ", "Tên cơ quan", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị", "Chi, đảng bộ cơ sở",
            "Tên TCCSĐ", "TCCSĐ", "Tổ chức cơ sở đảng", "Tên tổ chức cơ sở đảng", "Tên tổ chức", "Chi bộ",
            "Đảng bộ", "Đảng bộ/Chi bộ", "Danh sách đơn vị", "Tên đơn vị, tổ chức",
        ),
    ),
    Wanted("committee", "Tên cấp ủy", ("Cấp ủy", "Đảng ủy", "Tên đảng ủy", "Đảng ủy, chi ủy")),
    Wanted("short", "Tên gọi tắt", ("Tên tắt", "Tên viết tắt", "Viết tắt", "Tên ngắn", "Tên thường gọi")),
    Wanted("symbol", "Ký hiệu", ("Ký hiệu văn bản", "Mã đơn vị", "Ký hiệu đơn vị", "Chữ viết tắt văn bản")),
    Wanted(
        "kind",
        "Loại đơn vị",
        ("Loại", "Loại hình", "Loại tổ chức", "Loại hình tổ chức đảng", "Loại TCCSĐ", "Phân loại", "Cấp"),
    ),
    Wanted(
        "parent",
        "Đơn vị cấp trên trực tiếp",
        (
            "Cấp trên", "Đơn vị cấp trên", "Trực thuộc", "Cấp trên trực tiếp", "Thuộc", "Thuộc đảng bộ",
            "Đảng bộ cấp trên", "Đơn vị chủ quản", "Trực thuộc đảng bộ",
        ),
    ),
    Wanted("place_name", "Địa danh"),
    Wanted(
        "members",
        "Số đảng viên",
        (
            "Số lượng đảng viên", "Tổng số đảng viên", "Đảng viên", "SL đảng viên", "Số ĐV", "Tổng số ĐV",
            "TS đảng viên", "Số lượng ĐV",
        ),
    ),
    Wanted("founded", "Ngày thành lập", ("Thành lập ngày", "Thành lập", "Ngày quyết định thành lập")),
    Wanted("closed", "Ngày kết thúc hoạt động", ("Ngày giải thể", "Kết thúc hoạt động", "Giải thể")),
    Wanted("phone", "Điện thoại", ("Số điện thoại", "SĐT", "ĐT", "Điện thoại liên hệ", "Điện thoại cơ quan")),
    Wanted("note", "Ghi chú", ("Chú thích", "Lưu ý")),
    RECORD,
)  # fmt: skip

DIRECTIVES = (
    Wanted(
        "symbol",
        "Số, ký hiệu",
        (
            "Số ký hiệu", "Số và ký hiệu", "Số, ký hiệu văn bản", "Số/ký hiệu", "Số hiệu", "Số hiệu văn bản",
            "Số văn bản", "Số, ký hiệu VB", "Số và ký hiệu văn bản", "Ký hiệu văn bản", "Số KH", "Văn bản",
            "Số, ký hiệu, ngày tháng văn bản", "Số, ngày văn bản",
        ),
    ),
    Wanted("number", "Số", ("Số VB", "Số đi", "Số văn bản đi")),
    Wanted(
        "type", "Loại văn bản", ("Tên loại", "Thể loại", "Loại", "Tên loại văn bản", "Hình thức văn bản")
    ),
    Wanted("issuer_code", "Ký hiệu cơ quan ban hành", ("Ký hiệu", "Mã cơ quan ban hành")),
    Wanted(
        "issuer",
        "Cơ quan ban hành",
        (
            "Tác giả", "Nơi ban hành", "Tác giả văn bản", "Cơ quan gửi", "Đơn vị ban hành", "Nơi gửi",
            "CQ ban hành", "Tên cơ quan ban hành", "Cấp ban hành", "Cơ quan, tổ chức ban hành",
            "Nơi phát hành",
        ),
    ),
    Wanted(
        "issued",
        "Ngày ban hành",
        (
            "Ngày tháng văn bản", "Ngày, tháng văn bản", "Ngày văn bản", "Ngày tháng", "Ngày, tháng",
            "Ngày ký",
            "Ngày VB", "Ngày, tháng, năm văn bản", "Ngày tháng năm", "Ngày, tháng, năm", "Thời gian ban hành",
            "Ngày tháng ban hành", "Ngày, tháng ban hành", "Ngày, tháng, năm ban hành",
            "Ngày tháng năm văn bản",
        ),
    ),
    Wanted("subject", "Trích yếu", ("Trích yếu nội dung", "Nội dung", "Về việc",
    "Trích yếu nội dung văn bản")),
    Wanted(
        "type_subject",
        "Tên loại và trích yếu nội dung",
        (
            "Tên loại và trích yếu", "Tên loại và trích yếu nội dung văn bản", "Tên loại, trích yếu nội dung",
            "Tên loại, trích yếu", "Tên văn bản", "Loại và trích yếu nội dung", "Tên loại trích yếu nội dung",
        ),
    ),
    Wanted("signer", "Người ký", ("Người ký văn bản", "Lãnh đạo ký", "Họ tên người ký")),
    Wanted("urgency", "Mức độ khẩn", ("Độ khẩn", "Khẩn", "Mức khẩn")),
    Wanted("secrecy", "Mức độ mật", ("Độ mật", "Mật", "Mức mật", "Dấu mật")),
    Wanted("direction", "Văn bản đến hay đi", ("Đến/đi", "Đi/đến", "Chiều", "Hướng văn bản")),
    Wanted("arrival_number", "Số đến", ("Số công văn đến", "Số văn bản đến", "Số thứ tự đến")),
    Wanted("arrival_date", "Ngày đến", ("Ngày văn bản đến", "Ngày nhận", "Ngày, tháng đến")),
    Wanted("sent_to", "Nơi nhận", ("Đơn vị hoặc người nhận", "Nơi nhận văn bản", "Đơn vị nhận",
    "Người nhận")),
    Wanted("copies", "Số lượng bản", ("Số bản", "Số lượng", "Số bản phát hành")),
    Wanted("forwarded", "Ngày chuyển", ("Ngày chuyển giao", "Ngày giao")),
    Wanted("file_number", "Hồ sơ số", ("Số hồ sơ", "Hồ sơ", "Lưu hồ sơ")),
    Wanted("due", "Hạn xử lý", ("Hạn", "Thời hạn", "Hạn giải quyết", "Thời hạn xử lý", "Hạn trả lời")),
    Wanted("state", "Tình trạng", ("Trạng thái", "Tình trạng xử lý", "Kết quả xử lý")),
    Wanted("note", "Ghi chú", ("Chú thích", "Lưu ý")),
    RECORD,
)  # fmt: skip

ATTENDANCE = (
    *NAME,
    *BIRTH,
    *PLACES,
    Wanted("state", "Điểm danh", ("Tình trạng", "Trạng thái", "Dự họp", "Có mặt/vắng", "Có mặt, vắng mặt")),
    Wanted("present", "Có mặt", ("Có", "Dự", "Điểm danh — Có mặt", "Tham dự", "Có dự")),
    Wanted("late", "Đến muộn", ("Muộn", "Điểm danh — Đến muộn", "Đi muộn")),
    Wanted("left_early", "Về sớm", ("Điểm danh — Về sớm",)),
    Wanted("substituted", "Dự thay", ("Điểm danh — Dự thay", "Cử người dự thay")),
    Wanted(
        "excused",
        "Vắng có lý do",
        ("Có phép", "Vắng có phép", "Vắng — Có lý do", "Vắng — Có phép", "Điểm danh — Vắng có lý do",
        "Có lý do"),
    ),
    Wanted(
        "absent",
        "Vắng không lý do",
        (
            "Không phép", "Vắng không phép", "Vắng — Không lý do", "Vắng — Không phép", "Không lý do", "Vắng",
            "Vắng mặt", "Điểm danh — Vắng không lý do", "Điểm danh — Vắng",
        ),
    ),
    Wanted("came", "Giờ đến", ("Đến lúc", "Thời gian đến", "Giờ có mặt")),
    Wanted("leaving", "Giờ về", ("Về lúc", "Thời gian về")),
    Wanted("reason", "Lý do", ("Lý do vắng", "Lý do vắng mặt", "Ghi chú", "Lý do báo vắng")),
    RECORD,
)  # fmt: skip

KINDS: dict[str, tuple[Wanted, ...]] = {
    "units": UNITS,
    "people": PEOPLE,
    "directives": DIRECTIVES,
    "attendance": ATTENDANCE,
}

# One of these must be there: without it a row is about nothing.
NEEDED: dict[str, tuple[str, ...]] = {
    "units": ("organization",),
    "people": ("full_name", "given"),
    "directives": ("symbol", "number", "type", "type_subject"),
    "attendance": ("full_name", "given"),
}
