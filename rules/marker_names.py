"""The fields that sentences and the office's own Word files may hold, with what each stands for."""

from __future__ import annotations

from typing import NamedTuple

from rules.papers import DIRECTIVE, MEETING

# How a value may be written: {{Tên hội nghị|IN HOA}}.
FORMATS = ("IN HOA", "đậm", "in thường", "Hoa đầu câu", "bằng chữ", "2 số", "ngày dài", "ngày ngắn")


class Name(NamedTuple):
    """A field by the name clerks write; with `members` it is a list whose line or row repeats."""

    label: str
    hint: str
    members: tuple[str, ...] = ()
    block: bool = False  # stands alone in its paragraph and becomes a table


OF_OFFICE = (
    Name("Cơ quan ban hành", "Tên cấp ủy đứng đầu văn bản: Đảng ủy Khối các cơ quan tỉnh"),
    Name("Cấp ủy", "Cách gọi tắt của cơ quan ban hành: Đảng ủy"),
    Name("Cơ quan triệu tập", "Ban Thường vụ của cấp ủy; nơi không có ban thường vụ là tên cơ quan ban hành"),
    Name("Đảng bộ", "Tên đảng bộ: Đảng bộ Khối các cơ quan tỉnh"),
    Name("Đảng bộ cấp trên", "Dòng trên tên cơ quan ban hành: Đảng bộ tỉnh Mẫu"),
    Name("Cấp ủy cấp trên", "Cấp ủy cấp trên trực tiếp: Tỉnh ủy"),
    Name("Địa danh", "Nơi ghi trước ngày tháng"),
    Name("Văn phòng", "Văn phòng Đảng ủy Khối các cơ quan tỉnh"),
    Name("Người đứng đầu", "Chức vụ của người đứng đầu cơ quan ban hành: Chủ tịch, Giám đốc, Bí thư"),
    Name("Nhiệm kỳ", "2015 - 2020"),
    Name("Số ký hiệu", "Số và ký hiệu của văn bản này: 05-TB/ĐUK"),
    Name("Ngày ký", "Ngày ký văn bản này"),
)
OF_CALL = (  # what papers that call a meeting say
    Name("Cuộc họp", "hội nghị, đại hội hay cuộc họp, theo loại của nó"),
    Name("Đại hội", "Chữ “đại hội” khi đây là đại hội; dùng làm điều kiện: {{Chỉ khi: Đại hội}}"),
    Name("Khổ A5", "Chữ “A5” khi văn bản in trên khổ A5; dùng làm điều kiện: {{Trừ khi: Khổ A5}}"),
    Name("Nội dung họp", "Các mục của chương trình, trong một câu"),
    Name("Giấy mời", "Giấy mời của hội nghị này, khi đã có số: Giấy mời số 12-GM/ĐUK, ngày 15/8/2019"),
    Name("Người nhận", "Người nhận giấy mời, giấy triệu tập: đồng chí, chức vụ"),
    Name("Đơn vị nhận", "Đơn vị nhận giấy mời"),
    Name("Đại biểu của đơn vị", "Những người được mời của đơn vị nhận: các đồng chí, chức vụ"),
    Name("Số đại biểu của đơn vị", "Số người được mời của đơn vị nhận"),
)
OF_HELD = (  # what is known after a meeting
    Name("Ngày và buổi họp", "sáng ngày 21/8/2019"),
    Name("Lúc bắt đầu", "08 giờ 00, ngày 21 tháng 8 năm 2019"),
    Name("Nội dung hội nghị", "Các mục của chương trình, trong một câu"),
    Name("Tài liệu trích dẫn", "Các văn bản dùng tại hội nghị, trích yếu giống nhau ghi một lần"),
    Name("Tài liệu tên ngắn", "Chỉ thị 35-CT/TW; Kế hoạch 129-KH/TU"),
    Name("Thành phần trong câu", "Các thành phần được triệu tập, viết thường giữa câu"),
    Name("Người kết luận", "đồng chí kết luận; chủ trì thì chỉ ghi tên"),
    Name("Chức danh kết luận", "đồng chí Bí thư Đảng ủy Khối các cơ quan tỉnh"),
    Name("Văn bản kết luận", "Thông báo kết luận đã lấy số; chưa có thì tên và ngày hội nghị"),
    Name("Số mục tiếp theo", "Số của mục đứng sau các kết luận, nhiệm vụ"),
    Name("Số dự thay", "Số người dự thay"),
    Name("Số khách mời", "Số khách mời"),
    Name("Số ý kiến", "Số ý kiến phát biểu"),
    Name("Số nhiệm vụ đang làm", "Số nhiệm vụ đang làm"),
    Name("Số nhiệm vụ chưa làm", "Số nhiệm vụ chưa làm"),
    Name("Số nhiệm vụ còn lại", "Số nhiệm vụ chưa xong"),
    Name("Tỷ lệ hoàn thành", "40%"),
    Name("Nhiệm vụ quá hạn", "Các nhiệm vụ quá hạn vào ngày ký, trong một câu"),
    Name("Nhiệm vụ trong một câu", "Mọi nhiệm vụ, cách nhau dấu chấm phẩy"),
    Name("Nội dung kế hoạch", "Các việc chính và thời gian trong kế hoạch của hội nghị, trong một câu"),
    Name("Lời kết luận", "Nội dung kết luận, trong một đoạn"),
    Name("Hạn báo cáo", "Chỗ trống cho ngày phải gửi báo cáo"),
    Name("Ngày họp trên tin", "sáng 21-8"),
    Name("Ngày đăng tin", "Thứ Năm, ngày 22/8/2019"),
    Name("Tài liệu trên tin", "Các văn bản của hội nghị, ngày chưa rõ thì bỏ qua"),
    Name("Đơn vị còn nhiệm vụ", "Từng cơ quan còn nhiệm vụ chưa xong", ("TT", "Tên", "Số nhiệm vụ")),
    Name("Kết luận và nhiệm vụ", "Các kết luận và nhiệm vụ, đánh số, cơ quan chủ trì in đậm", block=True),
    Name("Danh sách nhiệm vụ", "Các nhiệm vụ, đánh số, cơ quan chủ trì in đậm", block=True),
    Name("Nhiệm vụ còn lại", "Các nhiệm vụ chưa xong theo từng cơ quan chủ trì", block=True),
    Name("Bảng phân công", "Bảng phân công nhiệm vụ trên khổ giấy ngang", block=True),
)
OF_MEETING = (
    *OF_OFFICE,
    Name("Tên hội nghị", "Tên ghi ở phần Thông tin của hội nghị"),
    Name("Loại hội nghị", "Hội nghị quán triệt, triển khai"),
    Name("Lần thứ", "Số thứ tự của hội nghị"),
    Name("Cơ quan tổ chức", "Đơn vị tổ chức hội nghị"),
    Name("Ngày họp", "21/8/2019"),
    Name("Buổi", "sáng, chiều, tối"),
    Name("Giờ bắt đầu", "08 giờ 00"),
    Name("Giờ kết thúc", "11 giờ 30"),
    Name("Thời gian họp", "08 giờ 00, sáng ngày 21/8/2019 (Thứ Tư)"),
    Name("Địa điểm", "Nơi họp"),
    Name("Chủ trì", "đồng chí và chức vụ của người chủ trì"),
    Name("Thư ký", "đồng chí và chức vụ của thư ký"),
    Name("Báo cáo viên", "đồng chí và chức vụ của báo cáo viên"),
    Name("Thành phần", "Các thành phần được triệu tập, trong một câu"),
    Name("Tài liệu hội nghị", "Các văn bản dùng tại hội nghị, trích dẫn đầy đủ, trong một câu"),
    Name("Căn cứ", "Các chỉ thị, kế hoạch mà hội nghị triển khai, trong một câu"),
    Name("Số triệu tập", "Số người được triệu tập"),
    Name("Số có mặt", "Số người có mặt, kể cả dự thay"),
    Name("Số vắng mặt", "Số người vắng mặt"),
    Name("Số vắng có lý do", "Số người vắng có lý do"),
    Name("Số vắng không lý do", "Số người vắng không lý do"),
    Name("Tỷ lệ có mặt", "94,29%"),
    Name("Số nhiệm vụ", "Số nhiệm vụ giao tại hội nghị"),
    Name("Số nhiệm vụ đã xong", "Số nhiệm vụ đã làm xong"),
    Name("Văn bản", "Từng văn bản dùng tại hội nghị", ("TT", "Trích dẫn", "Tên ngắn", "Trích yếu")),
    Name("Nhóm", "Từng thành phần được triệu tập", ("TT", "Tên", "Số triệu tập", "Số có mặt")),
    Name("Đại biểu", "Từng người được triệu tập",
         ("TT", "Họ và tên", "Đồng chí", "Chức vụ", "Đơn vị", "Năm sinh", "Nhóm", "Điểm danh", "Ghi chú")),
    Name("Chương trình", "Từng mục của chương trình", ("TT", "Giờ", "Nội dung", "Người trình bày")),
    Name("Ý kiến", "Từng ý kiến phát biểu", ("TT", "Người phát biểu", "Nội dung")),
    Name("Kết luận", "Từng điểm kết luận", ("TT", "Nội dung", "Người kết luận")),
    Name("Nhiệm vụ", "Từng nhiệm vụ được giao",
         ("TT", "Chữ cái", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm", "Tình trạng")),
    Name("Bảng chương trình", "Bảng chương trình hội nghị", block=True),
    Name("Bảng nhiệm vụ", "Bảng nhiệm vụ: chủ trì, phối hợp, thời hạn, sản phẩm", block=True),
    Name("Bảng tiến độ", "Bảng tình trạng thực hiện từng nhiệm vụ", block=True),
    Name("Bảng thành phần", "Bảng số người triệu tập, có mặt theo thành phần", block=True),
    *OF_CALL,
    *OF_HELD,
)  # fmt: skip
OF_PLAN = (
    *OF_OFFICE,
    Name("Trích yếu", "Trích yếu của kế hoạch"),
    Name("Cơ quan xây dựng", "Ban Thường vụ Đảng ủy Khối các cơ quan tỉnh"),
    Name("Căn cứ", "Các văn bản mà kế hoạch thực hiện, trong một câu"),
    Name("Văn bản thực hiện", "Từng văn bản mà kế hoạch thực hiện", ("TT", "Trích dẫn")),
)
NAMES: dict[str, tuple[Name, ...]] = {MEETING: OF_MEETING, DIRECTIVE: OF_PLAN}


def names_of(record: str) -> tuple[Name, ...]:
    """The fields of papers made of one kind of record; none for lists."""
    return NAMES.get(record, ())
