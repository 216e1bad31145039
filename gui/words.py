"""Qt's own words in Vietnamese: buttons, menus of a line, file and print dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

# One table for every context; a context is written only where one English word means two things.
WORDS: dict[str | tuple[str, str], str] = {
    # buttons of dialogs
    "OK": "Đồng ý", "&OK": "Đồng ý", "Cancel": "Hủy", "&Cancel": "Hủy", "Open": "Mở", "&Open": "&Mở",
    "Save": "Lưu", "&Save": "&Lưu", "Save All": "Lưu tất cả", "Save As": "Lưu thành tệp",
    "&Yes": "&Có", "Yes to &All": "Có cho tất cả", "&No": "&Không", "N&o to All": "Không cho tất cả",
    "Abort": "Dừng", "Retry": "Thử lại", "Ignore": "Bỏ qua", "Close": "Đóng", "&Close": "Đóng",
    "Discard": "Bỏ", "Don't Save": "Không lưu", "Help": "Giúp đỡ", "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định", "Apply": "Áp dụng", "&Choose": "&Chọn",
    "Show Details...": "Xem chi tiết…", "Hide Details...": "Ẩn chi tiết…", "Enter a value:": "Giá trị:",
    "Close Tab": "Đóng thẻ", "Scroll Left": "Cuộn sang trái", "Scroll Right": "Cuộn sang phải",
    "%p%": "%p%", "...": "…",
    # menus of lines and texts
    "&Undo": "Hoàn tác", "&Redo": "Làm lại", "Cu&t": "Cắt", "&Copy": "Chép", "&Paste": "Dán",
    "Delete": "Xóa", "Select All": "Chọn tất cả", "Copy &Link Location": "Chép địa chỉ liên kết",
    "&Step up": "Tăng", "Step &down": "Giảm", "Clear": "Xóa hết",
    # file dialog
    "Drive": "Ổ đĩa", "Folder": "Thư mục", "File": "Tệp", "%1 File": "Tệp %1", "&Look in:": "&Tìm trong:",
    "Look in:": "Tìm trong:", "Back": "Quay lại", "Go back": "Quay lại", "Forward": "Tiến tới",
    "Go forward": "Tiến tới", "Parent Directory": "Thư mục trên",
    "Go to the parent directory": "Lên thư mục trên",
    "Create New Folder": "Tạo thư mục mới", "Create a New Folder": "Tạo một thư mục mới",
    "List View": "Dạng danh sách", "Change to list view mode": "Xem dạng danh sách",
    "Detail View": "Dạng chi tiết", "Change to detail view mode": "Xem dạng chi tiết", "Sidebar": "Các nơi",
    "List of places and bookmarks": "Các thư mục hay dùng", "Files": "Các tệp",
    "Files of &type:": "&Loại tệp:",
    "File &name:": "Tên &tệp:", "All Files (*)": "Mọi tệp (*)", "Show ": "Hiện ", "&Rename": "Đổi tên",
    "&Delete": "Xóa", "Show &hidden files": "Hiện tệp ẩn", "&New Folder": "Thư mục mới",
    "New Folder": "Thư mục mới", "Directories": "Các thư mục", "Directory:": "Thư mục:",
    "Find Directory": "Tìm thư mục",
    "Recent Places": "Nơi vừa dùng", "Remove": "Bỏ", "My Computer": "Máy này", "Computer": "Máy này",
    "Name": "Tên", "Size": "Cỡ", "Type": "Loại", "Kind": "Loại", "Date Modified": "Ngày sửa",
    "%1 bytes": "%1 byte", "%1 KB": "%1 KB", "%1 MB": "%1 MB", "%1 GB": "%1 GB",
    "%1 already exists.\nDo you want to replace it?": "“%1” đã có.\nGhi đè lên tệp cũ?",

    "%1\nFile not found.\nPlease verify the correct file name was given.":
        "%1\nKhông có tệp này. Hãy xem lại tên tệp.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "%1\nKhông có thư mục này. Hãy xem lại tên thư mục.",
    "'%1' is write protected.\nDo you want to delete it anyway?":
        "“%1” được bảo vệ, không cho ghi.\nVẫn xóa?",
    "Are you sure you want to delete '%1'?": "Xóa “%1”?",

    "Could not delete directory.": "Không xóa được thư mục.",
    "Invalid filename": "Tên tệp không dùng được",
    # print dialogs
    ("QPrintDialog", "Print"): "In", "Printer": "Máy in", "&Name:": "&Tên máy in:",
    "P&roperties": "Thiết lập", "Location:": "Nơi đặt:", "Preview": "Xem trước", "Type:": "Loại:",
    "Output &file:": "&Ghi ra tệp:", "&Options >>": "&Thêm tùy chọn >>", "&Options <<": "&Bớt tùy chọn <<",
    "&Print": "&In", "Print to File (PDF)": "In ra tệp PDF", "Print To File ...": "In ra tệp…",
    "Local file": "Tệp trên máy", "Write PDF file": "Ghi tệp PDF", "All Pages": "Tất cả các trang",
    "Odd Pages": "Trang lẻ", "Even Pages": "Trang chẵn", "Print range": "Các trang in",
    "Print all": "In tất cả",
    "Pages from": "Từ trang", "to": "đến", "Pages": "Các trang", "Current Page": "Trang đang xem",
    "Selection": "Phần đang chọn", "Page &Set:": "&Chọn trang:", "Output Settings": "Cách in",
    "Copies:": "Số bản:",
    "Copies": "Số bản", "Collate": "In từng bộ", "Reverse": "In từ trang cuối", "Color Mode": "Màu",
    "Color": "In màu", "Grayscale": "Đen trắng", "Double Sided Printing": "In hai mặt", "Off": "Một mặt",
    ("QPrintSettingsOutput", "None"): "Một mặt", "Long side binding": "Lật theo cạnh dài",
    "Short side binding": "Lật theo cạnh ngắn", "Options": "Tùy chọn", "Page Setup": "Khổ giấy và lề",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.":
        "Ghi số trang, cách nhau bằng dấu phẩy; khoảng trang nối bằng dấu gạch. "
        "Ví dụ: 3,5-7,9 in các trang 3, 5, 6, 7 và 9.",
    "Paper": "Giấy", "Page size:": "Khổ giấy:", "Width:": "Rộng:", "Height:": "Cao:",
    "Paper source:": "Khay giấy:",
    "Orientation": "Chiều giấy", "Portrait": "Dọc", "Landscape": "Ngang",
    "Reverse landscape": "Ngang, quay ngược",
    "Reverse portrait": "Dọc, quay ngược", "Margins": "Lề", "top margin": "lề trên", "left margin": "lề trái",
    "right margin": "lề phải", "bottom margin": "lề dưới", "Page Layout": "Xếp trang",
    "Page &order:": "&Thứ tự trang:",
    "Pages &per sheet:": "&Số trang mỗi tờ:", "Millimeters (mm)": "Mi-li-mét (mm)",
    "Inches (in)": "Inch (in)",
    "Points (pt)": "Điểm (pt)", "Pica (P̸)": "Pica (P̸)", "Didot (DD)": "Didot (DD)",
    "Cicero (CC)": "Cicero (CC)",
    "Custom": "Tự chọn", "mm": "mm",
    "Left to Right, Top to Bottom": "Trái sang phải, trên xuống dưới",
    "Left to Right, Bottom to Top": "Trái sang phải, dưới lên trên",
    "Right to Left, Bottom to Top": "Phải sang trái, dưới lên trên",
    "Right to Left, Top to Bottom": "Phải sang trái, trên xuống dưới",
    "Bottom to Top, Left to Right": "Dưới lên trên, trái sang phải",
    "Bottom to Top, Right to Left": "Dưới lên trên, phải sang trái",
    "Top to Bottom, Left to Right": "Trên xuống dưới, trái sang phải",
    "Top to Bottom, Right to Left": "Trên xuống dưới, phải sang trái",
    "The 'From' value cannot be greater than the 'To' value.": "Trang đầu không được lớn hơn trang cuối.",
    "%1 already exists.\nDo you want to overwrite it?": "“%1” đã có.\nGhi đè lên tệp cũ?",
    "%1 is a directory.\nPlease choose a different file name.": "“%1” là thư mục.\nHãy chọn tên tệp khác.",
    "File %1 is not writable.\nPlease choose a different file name.":
        "Không ghi được tệp “%1”.\nHãy chọn tên tệp khác.",
    # windows inside and docks
    "Float": "Tách ra", "Undocks and re-attaches the dock widget": "Tách ra hoặc gắn lại",
    "Closes the dock widget": "Đóng khung này", "&Restore": "Khôi phục", "&Move": "Di chuyển",
    "&Size": "Đổi cỡ", "Mi&nimize": "Thu nhỏ", "Ma&ximize": "Phóng to", "Stay on &Top": "Luôn ở trên",
    # keys; the others are written on the keyboard as they are
    ("QShortcut", "Space"): "Phím cách", ("QShortcut", "Left"): "←", ("QShortcut", "Right"): "→",
    ("QShortcut", "Up"): "↑", ("QShortcut", "Down"): "↓", ("QShortcut", "Del"): "Delete",
    ("QShortcut", "Return"): "Enter",
}  # fmt: skip
PAGE_SIZES = "QPageSize"  # A4, B5 … are names; only their plain words are put into Vietnamese
_translator: QTranslator | None = None


class Words(QTranslator):
    """Answers None for what it does not know: an empty answer would blank a menu entry."""

    def translate(self, context: str, source: str, _note: str | None = None, _n: int = -1) -> str | None:
        if context == PAGE_SIZES:
            return source.replace("Envelope", "Phong bì") if source.startswith("Envelope") else None
        return WORDS.get((context, source)) or WORDS.get(source)

    def isEmpty(self) -> bool:
        return False


def speak(app: QCoreApplication) -> QObject:
    """From now on Qt speaks Vietnamese."""
    global _translator
    if _translator is None:
        _translator = Words(app)
        app.installTranslator(_translator)
    return _translator
