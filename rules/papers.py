"""The catalogue of papers the program makes and the records they are made of."""

from __future__ import annotations

from typing import NamedTuple

MEETING, DIRECTIVE, ROWS = "meeting", "directive", "rows"
LARGE, SMALL = "A4", "A5"  # sheets
COPY = "copy"  # of a document: its number and day are its own, not those of the document
MINUTES_CAPTIONS = ("NGƯỜI GHI BIÊN BẢN", "CHỦ TRÌ HỘI NGHỊ")  # left, right (05-HD/VPTW I.7.1.4e, I.7.2.4)


class Paper(NamedTuple):
    """One kind of paper; `record` is "meeting" or "directive", or "rows" for a list of what is seen.

    A paper without a type code carries no number.
    """

    key: str
    label: str
    record: str
    file_name: str  # beginning of the file's name, without marks for old programs
    type_name: str = ""  # "Thông báo", as it stands over the subject
    type_code: str = ""  # "TB"


# In the order of the work: proposed, called, held, concluded, reported, filed.
PAPERS: tuple[Paper, ...] = (
    Paper("submission", "Tờ trình tổ chức hội nghị", MEETING, "to-trinh", "Tờ trình", "TTr"),
    Paper("invitation", "Giấy mời chung", MEETING, "giay-moi", "Giấy mời", "GM"),
    Paper("invitation_units", "Giấy mời từng đơn vị", MEETING, "giay-moi-don-vi", "Giấy mời", "GM"),
    Paper("invitation_people", "Giấy mời từng người", MEETING, "giay-moi-tung-nguoi", "Giấy mời", "GM"),
    Paper("summons", "Giấy triệu tập từng người", MEETING, "giay-trieu-tap", "Giấy triệu tập"),
    Paper("summons_notice", "Thông báo triệu tập", MEETING, "thong-bao-trieu-tap", "Thông báo", "TB"),
    Paper("summons_circular", "Thông tri triệu tập", MEETING, "thong-tri-trieu-tap", "Thông tri", "TT"),
    Paper("letter", "Công văn chuẩn bị hội nghị", MEETING, "cong-van", "Công văn", "CV"),
    Paper("agenda", "Chương trình hội nghị", MEETING, "chuong-trinh", "Chương trình"),
    Paper("call_list", "Danh sách triệu tập", MEETING, "danh-sach-trieu-tap", "Danh sách"),
    Paper("attendance", "Danh sách điểm danh, ký nhận", MEETING, "danh-sach-diem-danh", "Danh sách"),
    Paper("delegates", "Danh sách đại biểu", MEETING, "danh-sach-dai-bieu", "Danh sách"),
    Paper("delegates_units", "Danh sách đại biểu theo đơn vị", MEETING, "dai-bieu-theo-don-vi", "Danh sách"),
    Paper("delegates_rank", "Danh sách đại biểu theo lễ tân", MEETING, "dai-bieu-theo-le-tan", "Danh sách"),
    Paper("minutes", "Biên bản hội nghị", MEETING, "bien-ban", "Biên bản", "BB"),
    Paper("resolution", "Nghị quyết", MEETING, "nghi-quyet", "Nghị quyết", "NQ"),
    Paper("notice", "Thông báo kết luận", MEETING, "thong-bao-ket-luan", "Thông báo", "TB"),
    Paper("conclusion", "Kết luận", MEETING, "ket-luan", "Kết luận", "KL"),
    Paper("assignments", "Bảng phân công nhiệm vụ", MEETING, "bang-phan-cong", "Bảng phân công"),
    Paper("report", "Báo cáo kết quả hội nghị", MEETING, "bao-cao-ket-qua", "Báo cáo", "BC"),
    Paper("progress", "Báo cáo tiến độ thực hiện", MEETING, "bao-cao-tien-do", "Báo cáo", "BC"),
    Paper("reminder", "Công văn đôn đốc", MEETING, "cong-van-don-doc", "Công văn", "CV"),
    Paper("news", "Tin hội nghị", MEETING, "tin-hoi-nghi"),
    Paper("file_index", "Mục lục hồ sơ hội nghị", MEETING, "muc-luc-ho-so", "Mục lục hồ sơ"),
    Paper("plan", "Kế hoạch", DIRECTIVE, "ke-hoach", "Kế hoạch", "KH"),
    Paper(COPY, "Bản sao văn bản", DIRECTIVE, "ban-sao", "Bản sao", "BS"),
    Paper("register_out", "Sổ đăng ký văn bản đi", ROWS, "so-van-ban-di"),
    Paper("register_in", "Sổ đăng ký văn bản đến", ROWS, "so-van-ban-den"),
    Paper("units", "Danh sách đơn vị", ROWS, "don-vi"),
    Paper("people", "Danh sách đại biểu, cán bộ", ROWS, "nhan-su"),
    Paper("directives", "Danh mục văn bản", ROWS, "van-ban"),
    Paper("meetings", "Danh sách hội nghị", ROWS, "hoi-nghi"),
)


ON_SMALL_SHEETS = ("invitation", "invitation_units", "invitation_people", "summons")
# Kinds of files that are no paper: rows as a screen showed them, all papers of a meeting in one ZIP.
LISTED, BUNDLE = "listed", "bundle"
OTHER_FILES = {LISTED: "Danh sách trên màn hình", BUNDLE: "Tệp ZIP các văn bản của hội nghị"}


def label_of(kind: str) -> str:
    """What a written file is: the label of its paper, or of a list or a ZIP; KeyError where it is none."""
    return OTHER_FILES[kind] if kind in OTHER_FILES else paper(kind).label


def paper(key: str) -> Paper:
    """The paper of that key; KeyError where there is none."""
    for entry in PAPERS:
        if entry.key == key:
            return entry
    raise KeyError(key)


def sheet_of(key: str, wanted: str) -> str:
    """The sheet that a paper stands on: only administrative papers may take A5 (05-HD/VPTW IV.3)."""
    return wanted if wanted != SMALL or key in ON_SMALL_SHEETS else LARGE


def is_document(key: str) -> bool:
    """Whether the paper is a document of the register itself and bears its number and day: a plan does."""
    return paper(key).record == DIRECTIVE and key != COPY


def papers_of(record: str) -> tuple[Paper, ...]:
    """Every paper that one kind of record gives."""
    return tuple(entry for entry in PAPERS if entry.record == record)
