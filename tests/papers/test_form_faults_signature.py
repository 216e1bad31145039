"""Who signs, by what authority, under what post and name (SG-1 … SG-3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.papers import form_faults
from tests.papers.form_faults import APART, Case, legal, plant
from tests.papers.form_samples import Sample
from tests.papers.word_file import WordFile


def signed(authority: str = "", post: str = "", name: str = "") -> form_faults.Edit:
    """Other words in the block; nothing given stays, "-" is taken out."""

    def change(file: WordFile, sample: Sample) -> None:
        for old, new in ((sample.authority, authority), (sample.post, post), (sample.name, name)):
            if new == "-":
                file.drop(old)
            elif new:
                file.say(old, new)

    return change


def kiem(file: WordFile, sample: Sample) -> None:
    """The secretary as head of a steering committee without a seal, on three lines (05-HD/VPTW I.7.1.3)."""
    file.drop(sample.authority)
    file.say(sample.post, "BÍ THƯ")
    file.add("BÍ THƯ", "TRƯỞNG BAN CHỈ ĐẠO")
    file.add("BÍ THƯ", "kiêm")


def bold_head(file: WordFile, sample: Sample) -> None:
    file.drop(sample.authority)
    file.say(sample.post, "CHÁNH VĂN PHÒNG")
    file.look("CHÁNH VĂN PHÒNG", b="1")


MARKS = [
    plant("SG-1", "TM.", signed("TM. BAN THƯỜNG VỤ"), at="TM. BAN"),
    plant("SG-1", "T.M", signed("T.M BAN THƯỜNG VỤ")),
    plant("SG-1", "TM without a mark", signed("TM BAN THƯỜNG VỤ")),
    plant("SG-1", "T/M.", signed("T/M. BAN THƯỜNG VỤ")),
    plant("SG-1", "backstroke", signed("T\\M BAN THƯỜNG VỤ")),
    plant("SG-1", "TL.", signed("TL. BAN THƯỜNG VỤ"), base="letter", at="TL. BAN"),
    plant("SG-1", "KT.", signed("KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), base="letter"),
    plant("SG-1", "TUQ.", signed("TUQ. BAN THƯỜNG VỤ"), base="letter"),
    plant("SG-1", "T/UQ", signed("T/UQ BAN THƯỜNG VỤ"), base="letter"),
    legal("T/M without a post", signed(post="-"), hands=APART),
    legal("K/T head of the office", signed("K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"), base="letter"),
    legal("Q. head of the office", signed("Q. CHÁNH VĂN PHÒNG", "-"), base="letter", hands=APART),
    legal("T/L deputy head", signed(post="PHÓ CHÁNH VĂN PHÒNG"), base="letter"),
]
DEPUTIES = [
    plant("SG-2", "K/T standing committee", signed("K/T BAN THƯỜNG VỤ"), at="K/T BAN"),
    plant("SG-2", "K/T secretary", signed("K/T BÍ THƯ"), at="K/T BÍ THƯ"),
    plant("SG-2", "K/T committee", signed("K/T ĐẢNG ỦY")),
    plant("SG-2", "K/T control commission", signed("K/T ỦY BAN KIỂM TRA", "PHÓ CHỦ NHIỆM")),
    plant("SG-2", "deputy secretary alone", signed("-"), hands=APART),
    plant("SG-2", "deputy secretary under T/L", signed("T/L BAN THƯỜNG VỤ")),
    legal("T/M committee", signed("T/M ĐẢNG ỦY", "BÍ THƯ")),
    legal("the secretary as head of a steering committee", kiem, hands=APART),
    legal("head of the office alone", signed("-", "CHÁNH VĂN PHÒNG"), base="letter", hands=APART),
    legal("head of the office alone, bold", bold_head, base="letter", hands=APART),
]
POSTS = [
    plant("SG-3", "post bold", lambda f, s: f.look(s.post, b="1"), at="PHÓ BÍ THƯ"),
    plant("SG-3", "post with its committee", signed(post="PHÓ BÍ THƯ ĐẢNG ỦY KHỐI"), at="ĐẢNG ỦY KHỐI"),
    plant(
        "SG-3", "post of the office with its committee", signed(post="CHÁNH VĂN PHÒNG ĐẢNG ỦY"), base="letter"
    ),
    plant("SG-3", "post in small letters", signed(post="Phó Bí thư")),
    plant("SG-3", "name not bold", lambda f, s: f.look(s.name, b="0"), at="Đặng Văn Thử"),
    plant("SG-3", "a degree before the name", signed(name="ThS. Đặng Văn Thử"), at="ThS."),
    plant("SG-3", "a doctor", signed(name="TS Đặng Văn Thử")),
    plant("SG-3", "a rank before the name", signed(name="Đại tá Đặng Văn Thử")),
    plant("SG-3", "comrade before the name", signed(name="Đ/c Đặng Văn Thử")),
    plant("SG-3", "an honour before the name", signed(name="NGƯT. Đặng Văn Thử")),
    plant("SG-3", "name in capitals", signed(name="ĐẶNG VĂN THỬ")),
    legal("a long name", signed(name="Nguyễn Đặng Hoàng Thục Khuê Vân")),
    legal("a name that begins like a degree", signed(name="Tạ Sĩ Thạc")),
]
FAULTS = [*MARKS, *DEPUTIES, *POSTS]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_the_signature(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)
