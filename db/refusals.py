"""The one place where what the database or the disk says becomes a sentence for the clerk."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from peewee import PeeweeException
from sqlcipher3.dbapi2 import Error

from rules.trouble import Refused

GUARD = "write outside a named change"

NAMES = {
    "setting": "thiết lập của cơ quan",
    "unit_kind": "loại đơn vị",
    "unit": "đơn vị",
    "unit_name": "tên đơn vị",
    "term": "nhiệm kỳ",
    "person": "đại biểu",
    "post": "chức danh",
    "post_include": "chức danh bao gồm",
    "holding": "chức vụ đang giữ",
    "audience": "thành phần triệu tập",
    "audience_rule": "tiêu chuẩn của thành phần",
    "audience_member": "người trong thành phần",
    "directive_type": "loại văn bản",
    "directive": "văn bản",
    "directive_link": "quan hệ giữa các văn bản",
    "meeting_type": "loại hội nghị",
    "meeting": "hội nghị",
    "meeting_role": "chủ trì, thư ký, báo cáo viên",
    "meeting_audience": "thành phần của hội nghị",
    "agenda_item": "mục chương trình",
    "agenda_directive": "văn bản của mục chương trình",
    "invitation": "giấy mời",
    "invitation_group": "thành phần của giấy mời",
    "attendance": "điểm danh",
    "speech": "ý kiến phát biểu",
    "conclusion": "kết luận",
    "conclusion_directive": "văn bản của kết luận",
    "plan_item": "nội dung kế hoạch",
    "plan_item_unit": "đơn vị phối hợp của kế hoạch",
    "task": "nhiệm vụ",
    "task_unit": "đơn vị phối hợp của nhiệm vụ",
    "task_directive": "văn bản của nhiệm vụ",
    "paper": "giấy tờ phát hành",
    "paper_section": "phần lời văn",
    "signature": "chữ ký",
    "recipient": "nơi nhận",
    "taken_number": "số văn bản đã cấp",
    "wording": "câu chữ riêng của cơ quan",
}

OTHER_NAME = "Đặt tên khác, hoặc dùng mục đã có."
ONCE = "Mỗi mục chỉ ghi một lần; bỏ mục ghi thừa."

# key: the table of a plain UNIQUE, or the name of a unique index
TAKEN = {
    "setting": ("Thiết lập này đã có.", ONCE),
    "unit_kind": ("Loại đơn vị này đã có.", OTHER_NAME),
    "unit_name_since": ("Đơn vị đã có một tên từ ngày này.", "Sửa tên đã có, hoặc chọn ngày khác."),
    "term_since": ("Đã có một nhiệm kỳ bắt đầu từ ngày này.", "Sửa nhiệm kỳ đã có, hoặc chọn ngày khác."),
    "post": ("Chức danh này đã có.", OTHER_NAME),
    "post_include": ("Chức danh bao gồm đã được ghi.", ONCE),
    "audience": ("Thành phần này đã có.", OTHER_NAME),
    "audience_member": ("Người này đã có trong thành phần.", ONCE),
    "directive_type_name": ("Loại văn bản này đã có.", "Đặt tên khác, hoặc chọn ngày bắt đầu khác."),
    "directive_identity": (
        "Văn bản này đã có trong sổ.",
        "Mở văn bản đã có, hoặc xem lại số, ngày và nơi ban hành.",
    ),
    "directive_link": ("Hai văn bản đã được nối theo quan hệ này.", ONCE),
    "meeting_type": ("Loại hội nghị này đã có.", OTHER_NAME),
    "meeting_role": ("Người này đã giữ vai trò ấy trong hội nghị.", ONCE),
    "meeting_audience": ("Thành phần này đã được chọn cho hội nghị.", ONCE),
    "agenda_directive": ("Văn bản này đã có trong mục chương trình.", ONCE),
    "invitation": ("Người này đã có trong danh sách mời.", ONCE),
    "invitation_group": ("Giấy mời đã ghi thành phần này.", ONCE),
    "attendance": ("Người này đã được điểm danh.", "Sửa dòng điểm danh đã có."),
    "conclusion_directive": ("Văn bản này đã có trong kết luận.", ONCE),
    "plan_item_unit": ("Đơn vị này đã được ghi là đơn vị phối hợp.", ONCE),
    "task_unit": ("Đơn vị này đã được ghi là đơn vị phối hợp.", ONCE),
    "task_directive": ("Văn bản này đã có trong nhiệm vụ.", ONCE),
    "paper_of_meeting": ("Hội nghị đã có giấy tờ loại này.", "Mở giấy tờ đã có để sửa."),
    "paper_of_directive": ("Văn bản đã có giấy tờ loại này.", "Mở giấy tờ đã có để sửa."),
    "paper_section": ("Phần lời văn này đã có.", "Sửa phần đã có."),
    "taken_number_paper": ("Văn bản này đã có số.", "Sửa số đã cấp."),
    "taken_number_directive": ("Văn bản này đã được ghi hủy số.", ONCE),
    "wording": ("Câu chữ này đã được sửa.", "Sửa câu đã có."),
}

# key: the condition as the schema writes it
IMPOSSIBLE = {
    "members >= 0": "Số đảng viên không thể âm.",
    "draft >= 0": "Lần dự thảo không thể âm.",
    "number > 0": "Số văn bản phải lớn hơn 0.",
    "arrival_number > 0": "Số đến phải lớn hơn 0.",
    "copies >= 0": "Số bản không thể âm.",
    "minutes >= 0": "Số phút không thể âm.",
    "directive_id <> target_id": "Văn bản không thể nối với chính nó.",
}

FULL = (
    "Ổ đĩa đã đầy nên chưa ghi được; dữ liệu đã lưu trước đó vẫn còn nguyên.",
    "Xóa bớt tệp không cần trên ổ đĩa rồi làm lại.",
)
READONLY = (
    "Tệp dữ liệu chỉ cho đọc nên chưa ghi được.",
    "Bỏ dấu “Chỉ đọc” của tệp, hoặc chép thư mục dữ liệu sang ổ đĩa cho ghi.",
)
LOCKED = (
    "Tệp dữ liệu đang được chương trình khác dùng nên chưa ghi được.",
    "Đóng chương trình đó (có thể là một cửa sổ Thư Ký khác) rồi làm lại.",
)
DAMAGED = (
    "Tệp dữ liệu bị hỏng hoặc không phải là tệp của Thư Ký.",
    "Đừng xóa tệp này. Hãy phục hồi từ một bản sao lưu.",
)
UNOPENED = (
    "Không mở được tệp dữ liệu.",
    "Kiểm tra thư mục dữ liệu còn đó và tài khoản máy tính này được phép ghi vào đó.",
)
DISK_ERROR = (
    "Ổ đĩa báo lỗi khi đọc hoặc ghi tệp.",
    "Kiểm tra ổ đĩa, dây nối hoặc USB rồi làm lại; sao lưu sang nơi khác.",
)

# key: what SQLite says, whatever the system
WORLD = {
    "database or disk is full": FULL,
    "readonly database": READONLY,
    "is locked": LOCKED,
    "unable to open database file": UNOPENED,
    "disk i/o error": DISK_ERROR,
    "disk image is malformed": DAMAGED,
    "file is not a database": DAMAGED,
}

DISK = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: ("Nơi này chỉ cho đọc, không ghi được.", "Chọn thư mục khác, hoặc bỏ chế độ chỉ đọc."),
    errno.EACCES: (
        "Tài khoản máy tính này không được phép ghi vào đây, hoặc tệp đang được chương trình khác dùng.",
        "Đóng chương trình đang dùng tệp, hoặc chọn thư mục khác.",
    ),
    errno.ENOENT: ("Không tìm thấy thư mục hoặc tệp.", "Kiểm tra USB hoặc ổ đĩa còn được cắm rồi làm lại."),
}
DISK[errno.EPERM] = DISK[errno.EACCES]


def of_database(error: Exception) -> Refused | None:
    """None where the fault is ours and must be seen as such."""
    said = str(error.args[-1]) if error.args else str(error)
    rule, _, about = said.partition(" constraint failed")
    about = about.removeprefix(": ")
    if rule == "UNIQUE":
        return _taken(about)
    if rule == "NOT NULL":
        name = NAMES.get(about.partition(".")[0])
        return (
            Refused(f"Còn thiếu thông tin bắt buộc của {name}.", "Điền cho đủ rồi lưu lại.") if name else None
        )
    if rule == "CHECK":
        what = IMPOSSIBLE.get(about, "Có một giá trị không thể có.")
        return Refused(what, "Sửa giá trị đó rồi lưu lại.")
    if rule == "FOREIGN KEY":
        return Refused(
            "Mục này còn được nơi khác dùng, hoặc trỏ tới một mục không còn.",
            "Bỏ ở những nơi đang dùng trước, hoặc chọn lại mục khác.",
        )
    return next((Refused(*pair) for key, pair in WORLD.items() if key in said.lower()), None)


def _taken(about: str) -> Refused | None:
    if about.startswith("index "):
        key = about.removeprefix("index ").strip("'")
    else:
        key, _, column = about.partition(".")
        if column == "id":
            return None
    return Refused(*TAKEN[key]) if key in TAKEN else None


def of_disk(error: OSError) -> Refused:
    return Refused(*DISK.get(error.errno or 0, DISK_ERROR))


@contextmanager
def spoken(disk: bool = False) -> Iterator[None]:
    """Errors of the database leave as Refused; with `disk` those of files too."""
    try:
        yield
    except (PeeweeException, Error) as error:
        refused = of_database(error)
        if refused is None:
            raise
        raise refused from error
    except OSError as error:
        if not disk:
            raise
        raise of_disk(error) from error
