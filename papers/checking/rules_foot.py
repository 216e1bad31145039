"""Rules of the signature and of the recipients (SG-1 … SG-3, NN-1)."""

from __future__ import annotations

import re

from papers.checking import vocabulary
from papers.checking.feet import Signed
from papers.checking.findings import Desk
from papers.checking.judging import figure, judge, size_of, span, wrong_sizes
from papers.checking.lines import Line
from papers.forms import Form
from rules import paper_fields
from rules.text import fold

# Whom nobody stands in for: they decide together (05-HD/VPTW I.7.1.1).
TOGETHER = re.compile(
    r"(?:ban thuong vu|ban chap hanh|dang uy|tinh uy|thanh uy|huyen uy|quan uy|thi uy|chi bo|chi uy"
    r"|uy ban kiem tra|bi thu|chu nhiem|thuong truc)\b"
)
SINGLE = re.compile(
    r"(?:chanh van phong|truong ban|truong phong|giam doc|bi thu|chu nhiem uy ban|chu nhiem$|chu tich$)\b"
)
OFFICE = ("chanh van phong", "pho chanh van phong", "uy vien")
STEERING = re.compile(r"(?:pho )?truong (?:ban chi dao|tieu ban|ban to chuc dai hoi|doan)")
STANDING = re.compile(r"\s*(?:thuong truc|chuyen trach|phu trach)?\s*")
COMMITTEE = re.compile(
    r"\b(?:dang uy|tinh uy|thanh uy|huyen uy|chi bo|dang bo|khoi|ban thuong vu|ban chap hanh)\b"
)
KINDS = {"behalf": "TM", "deputy": "KT", "order": "TL", "proxy": "TUQ", "acting": "Q"}
MINUTES = "Biên bản"
WITHOUT_RECIPIENTS = ("bien ban", "danh sach", "chuong trinh", "giay", "phieu")


def check(desk: Desk) -> None:
    if not desk.paper.parts.family:
        return
    feet = desk.paper.feet
    if not feet.blocks and desk.paper.parts.number is not None:
        found = "không nhận ra khối chữ ký nên không xét được"
        desk.report("SG-1", "cuối văn bản", found, "quyền hạn, chức vụ, họ tên người ký", "I")
    for block in feet.blocks:
        _authority(desk, block)
        _deputies(desk, block)
        _post(desk, block)
        _name(desk, block)
    _recipients(desk)


# -- SG-1


def _authority(desk: Desk, block: Signed) -> None:
    line = block.authority or block.caption
    if line is None:
        return
    judge(desk, "SG-1", line, "authority", "quyền hạn ký", bold=None if line is block.caption else True)
    if block.authority is None:
        return
    marks = _marks(desk.form)
    found = vocabulary.AUTHORITY.fullmatch(line.text)
    if found is None or found["mark"] in marks.values():
        return
    desk.report(
        "SG-1",
        line,
        f"ghi {found['mark']}",
        f"ghi một trong các chữ {', '.join(dict.fromkeys(marks.values()))}",
    )


def _marks(form: Form) -> dict[str, str]:
    """The marks of the form; the Party has none for proxies."""
    return {
        key: mark for key, mark in form.authorities.items() if not (form.family == "party" and key == "proxy")
    }


def _kind(line: Line | None) -> str:
    """ "TM", "KT", "TL", "TUQ", "Q", however the mark is written; "" without one."""
    found = vocabulary.AUTHORITY.fullmatch(line.text) if line else None
    return re.sub(r"[\s./\\]", "", found["mark"]).upper() if found else ""


def _whose(line: Line | None) -> str:
    found = vocabulary.AUTHORITY.fullmatch(line.text) if line else None
    return fold(" ".join(found["whose"].split())).strip(" .") if found else ""


# -- SG-2


def _deputies(desk: Desk, block: Signed) -> None:
    if desk.form.family != "party":
        return
    mark, whose = _kind(block.authority), _whose(block.authority)
    posts = [line.plain.strip(" .") for line in block.posts]
    first = posts[0] if posts else ""
    together = desk.form.authorities["behalf"]
    if mark == KINDS["deputy"] and TOGETHER.match(whose) and block.authority:
        found = f"ký thay tập thể hoặc bí thư: {block.authority.text}"
        desk.report("SG-2", block.authority, found, f"cấp ủy, ban thường vụ, ủy ban kiểm tra: ký {together}")
        return
    if first.startswith("pho bi thu") and mark != KINDS["behalf"] and "kiem" not in posts:
        desk.report(
            "SG-2",
            block.posts[0],
            "phó bí thư ký không có T/M".replace("T/M", together),
            f"{together} ở trên PHÓ BÍ THƯ",
        )
        return
    if mark == KINDS["deputy"] and first and not first.startswith("pho "):
        found = f"ký thay mà chức vụ ghi {block.posts[0].text}"
        desk.report("SG-2", block.posts[0], found, "dưới K/T là chức vụ của cấp phó")
    if mark == KINDS["behalf"] and block.authority:
        if SINGLE.match(whose):
            found = f"{together} đứng trước chức vụ của một người"
            desk.report("SG-2", block.authority, found, f"{together} đứng trước tên tập thể")
        elif first.startswith(OFFICE):
            found = f"dưới {together} ghi {block.posts[0].text}"
            desk.report(
                "SG-2", block.posts[0], found, "bí thư, phó bí thư, chủ nhiệm, phó chủ nhiệm, chủ tịch"
            )


# -- SG-3


def _post(desk: Desk, block: Signed) -> None:
    alone = block.authority is None
    steering = any(line.plain.strip(" .") == "kiem" for line in block.posts)
    for line in block.posts:
        plain = line.plain.strip(" .")
        if plain == "kiem":
            continue
        judge(desk, "SG-3", line, "post", "chức vụ", bold=None if alone else True)
        found = vocabulary.POST.fullmatch(plain)
        more = found["more"] if found else ""
        named = COMMITTEE.search(more) or (alone and more.strip() and not STANDING.fullmatch(more))
        if (
            desk.form.family == "party"
            and named
            and not steering
            and not STEERING.match(plain)
            and not _joint(desk)
        ):
            desk.report("SG-3", line, f"chức vụ ghi kèm tên cơ quan: {line.text}", "chỉ ghi chức vụ")


def _joint(desk: Desk) -> bool:
    """A paper of several bodies names each with the post."""
    return any(" - " in line.text for line in desk.paper.parts.issuer)


def _name(desk: Desk, block: Signed) -> None:
    line = block.name
    if line is None or not line.text.strip(" .…_"):
        return
    judge(desk, "SG-3", line, "signer", "họ tên người ký")
    if before := vocabulary.honour(line).strip():
        desk.report(
            "SG-3", line, f"trước họ tên ghi {before}", "chỉ ghi họ tên, không ghi học hàm, học vị, cấp bậc"
        )
    if line.upper and any(map(str.isalpha, line.text)):
        desk.report("SG-3", line, "họ tên in hoa", "họ tên in thường, chỉ viết hoa chữ đầu")


# -- NN-1


def _recipients(desk: Desk) -> None:
    feet, form = desk.paper.feet, desk.form
    line = feet.label
    if line is None:
        plain = fold(desk.paper.parts.type_name)
        if desk.paper.parts.number is not None and not plain.startswith(WITHOUT_RECIPIENTS) and feet.found:
            desk.report(
                "NN-1", "cuối văn bản", "không thấy Nơi nhận", "Nơi nhận ở góc trái, dưới nội dung", "I"
            )
        return
    judge(desk, "NN-1", line, "recipients", "chữ Nơi nhận", underline=True)
    if line.text != "Nơi nhận:":
        desk.report("NN-1", line, f"ghi {line.text}", "ghi Nơi nhận: có dấu hai chấm")
    if line.side in ("right", "center"):
        desk.report("NN-1", line, "Nơi nhận không ở góc trái", "Nơi nhận ở góc trái")
    if not feet.items:
        desk.report("NN-1", line, "dưới Nơi nhận không có dòng nào", "các nơi nhận, dòng cuối là nơi lưu")
        return
    between, last = form.marks["recipient"]
    for place, item in enumerate(feet.items, 1):
        _item(desk, item, last if place == len(feet.items) else between)
    _kept(desk, feet.items)
    if feet.drafter is not None:
        judge(desk, "NN-1", feet.drafter, "drafter", "ký hiệu người soạn thảo")
        _drafter(desk, feet.drafter)


def _drafter(desk: Desk, line: Line) -> None:
    """In capitals or not, as the form has it (36-HD/VPTW Phụ lục 3; 05-HD/VPTW Phụ lục 2, dòng 13)."""
    caps = desk.form.styles["drafter"].caps
    sample = paper_fields.DRAFTER_SAMPLES[caps]
    if caps and not line.upper:
        desk.report("NN-1", line, f"ký hiệu người soạn thảo ghi {line.text}", f"in hoa, ví dụ {sample}")
    elif not caps and line.upper:
        found = f"ký hiệu người soạn thảo in hoa: {line.text}"
        desk.report("NN-1", line, found, f"in thường, ví dụ {sample}", "I")


def _item(desk: Desk, item: list[Line], mark: str) -> None:
    allowed = size_of(desk.form, "recipient")
    first, end = item[0], item[-1]
    wrong, right = [], []
    if sizes := wrong_sizes(item, allowed):
        wrong.append(f"cỡ chữ {', '.join(map(figure, sizes))}")
        right.append(f"cỡ chữ {span(allowed)}")
    for slant, said, wanted in (("italic", "nghiêng", "đứng"), ("bold", "đậm", "không đậm")):
        if any(line.any(slant) for line in item):
            wrong.append(said)
            right.append(wanted)
    if not vocabulary.DASHED.match(first.text) and first.para.label.strip() not in ("-", "–"):
        wrong.append("không bắt đầu bằng gạch nối")
        right.append("bắt đầu bằng gạch nối")
    if not end.text.endswith(mark) or end.text.endswith(("./.", "..")):
        wrong.append(f"không kết thúc bằng dấu {mark}")
        right.append(f"kết thúc bằng dấu {mark}")
    if wrong:
        desk.report("NN-1", first, f"dòng nơi nhận {', '.join(wrong)}", f"dòng nơi nhận {', '.join(right)}")


def _kept(desk: Desk, items: list[list[Line]]) -> None:
    """The last line says where the copy is kept (05-HD/VPTW Phụ lục 2, dòng 9)."""
    wanted = f"- {desk.form.kept.strip()} …."
    last = items[-1][0]
    words = last.text.lstrip("-– ")
    kept = [item[0] for item in items if item[0].plain.lstrip("-– ").startswith("luu")]
    if not kept:
        desk.report("NN-1", last, "dòng cuối không ghi nơi lưu", f"dòng cuối ghi {wanted}")
    elif kept[-1] is not last:
        desk.report("NN-1", kept[-1], "dòng lưu không ở cuối", f"dòng cuối ghi {wanted}")
    elif not words.startswith(desk.form.kept.strip().rstrip(",")) or (
        desk.form.family == "party" and re.match(r"Lưu\s*:|Lưu\s+VT\b", words)
    ):
        desk.report("NN-1", last, f"dòng lưu ghi {last.text}", f"dòng cuối ghi {wanted}")
