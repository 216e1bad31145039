"""Papers of state bodies by Nghị định 30/2020/NĐ-CP: their own rules, and the Party's habits in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.papers import form_faults
from tests.papers.foreign import MOTTO, STATE_TITLE
from tests.papers.form_faults import APART, BODY, Case, Fault, legal, plant
from tests.papers.test_form_faults_body import line, spacing
from tests.papers.test_form_faults_head import dated
from tests.papers.test_form_faults_page import number_in_foot, number_line, number_look
from tests.papers.test_form_faults_title import unaddressed
from tests.papers.word_file import properties, put, twips

END = "nghiêm túc thực hiện Kế hoạch này."
COUNTRY = "CỘNG HÒA XÃ HỘI"
NUMBER = "Số: 105/KH-CLT"
LABEL = "Nơi nhận:"


def of_state(rule: str, name: str, edit: form_faults.Edit, **more: object) -> Fault:
    return plant(rule, name, edit, **{"years": ("state",), **more})


def fine(name: str, edit: form_faults.Edit, **more: object) -> Fault:
    return legal(name, edit, **{"years": ("state",), **more})


def says(old: str, new: str) -> form_faults.Edit:
    return lambda file, sample: file.say(old, new)


HEAD = [
    of_state("HD-1", "motto without spaces", says(MOTTO, "Độc lập-Tự do-Hạnh phúc")),
    of_state("HD-1", "motto in capitals", says(MOTTO, MOTTO.upper())),
    of_state("HD-1", "no motto", lambda f, s: f.drop(MOTTO), hands=APART),
    of_state("HD-1", "motto not bold", lambda f, s: f.look(MOTTO, b="0")),
    of_state("HD-1", "country of size 14", lambda f, s: f.look(STATE_TITLE, sz="28"), at=COUNTRY),
    of_state("HD-1", "motto of size 15", lambda f, s: f.look(MOTTO, sz="30")),
    of_state("HD-2", "issuer not bold", lambda f, s: f.look(s.issuer[0], b="0")),
    of_state("HD-2", "superior bold", lambda f, s: f.look(s.superior, b="1")),
    of_state("HD-2", "issuer of size 14", lambda f, s: f.look(s.issuer[0], sz="28")),
    of_state("HD-2", "a star", lambda f, s: f.add(s.issuer[0], "*"), hands=APART),
    of_state("HD-3", "no colon", says(NUMBER, "Số 105/KH-CLT"), at="Số 105"),
    of_state("HD-3", "order of Party papers", says(NUMBER, "Số: 105-KH/CLT")),
    of_state("HD-3", "one figure", says(NUMBER, "Số: 5/KH-CLT")),
    of_state("HD-3", "size 14", lambda f, s: f.look(NUMBER, sz="28")),
    of_state("HD-4", "month 08", dated("{p}, ngày {d} tháng 08 năm {y}")),
    of_state("HD-4", "not italic", lambda f, s: f.look(s.date_line, i="0")),
    of_state("HD-4", "size 15", lambda f, s: f.look(s.date_line, sz="30")),
    fine("size 13 of the date", lambda f, s: f.look(s.date_line, sz="26")),
    fine("country of size 12", lambda f, s: f.look(STATE_TITLE, sz="24")),
    fine("issuer of size 12", lambda f, s: f.look(s.issuer[0], sz="24")),
    fine("number not yet taken", says(NUMBER, "Số:      /KH-CLT")),
]
TITLE = [
    of_state("TT-1", "type of size 15", lambda f, s: f.look(s.type_name, sz="30")),
    of_state("TT-1", "type not bold", lambda f, s: f.look(s.type_name, b="0")),
    of_state("TT-1", "subject of size 15", lambda f, s: f.look(s.subject, sz="30")),
    of_state("TT-1", "five hyphens", lambda f, s: f.add(s.subject, "-----")),
    of_state("TT-2", "subject of size 14", lambda f, s: f.look(s.subject, sz="28"), base="letter"),
    of_state("TT-2", "subject in italics", lambda f, s: f.look(s.subject, i="1"), base="letter"),
    of_state("TT-2", "subject without V/v", lambda f, s: f.say(f"V/v {s.subject}", s.subject), base="letter"),
    of_state("TT-2", "nobody addressed", unaddressed, base="letter"),
    fine("type of size 13", lambda f, s: f.look(s.type_name, sz="26")),
]
TEXT = [
    of_state("PG-2", "left 37", lambda f, s: f.margin(left=37)),
    of_state("PG-2", "right 22.5", lambda f, s: f.margin(right=22.5)),
    of_state("PG-2", "top 27", lambda f, s: f.margin(top=27)),
    of_state("PG-2", "bottom 18", lambda f, s: f.margin(bottom=18)),
    of_state("PG-3", "Arial", lambda f, s: f.look("tự đặt ra", rFonts={"ascii": "Arial", "hAnsi": "Arial"})),
    of_state("PG-4", "number at the foot", lambda f, s: number_in_foot(f)),
    of_state(
        "PG-4",
        "number at the right",
        lambda f, s: put(properties(number_line(f), "pPr"), {"jc": {"val": "right"}}),
    ),
    of_state("PG-4", "number of size 12", lambda f, s: number_look(f, sz="24")),
    of_state("BD-1", "size 12.5", lambda f, s: f.look(BODY, sz="25")),
    of_state("BD-1", "size 15", lambda f, s: f.look(BODY, sz="30")),
    of_state("BD-1", "indent 15", lambda f, s: f.shape(BODY, ind={"firstLine": twips(15)})),
    of_state("BD-1", "set from the left", lambda f, s: f.shape(BODY, jc="left")),
    of_state("BD-2", "lines of 1.6", lambda f, s: f.shape(BODY, spacing={"line": "384", "lineRule": "auto"})),
    of_state("BD-2", "space of 3", spacing(3, 0)),
    of_state("BD-3", "upright", lambda f, s: f.look("Căn cứ Luật", i="0"), base="decision"),
    of_state("BD-3", "last one with a comma", says("Văn phòng Cục.", "Văn phòng Cục,"), base="decision"),
    of_state("BD-4", "no mark", says(END, END[:-1])),
    fine("25 25 35 20", lambda f, s: f.margin(top=25, bottom=25, left=35, right=20)),
    fine("size 13", lambda f, s: f.look(BODY, sz="26")),
    fine("indent 12.7", lambda f, s: f.shape(BODY, ind={"firstLine": "720"})),
    fine("lines of 1.5", lambda f, s: f.shape(BODY, spacing={"line": "360", "lineRule": "auto"})),
    fine("single", lambda f, s: f.shape(BODY, spacing={"line": "240", "lineRule": "auto"})),
    fine("exactly 17", line(17)),
    fine("./.", says(END, END + "/.")),
    fine("number of size 13", lambda f, s: number_look(f, sz="26")),
]
FOOT = [
    of_state("SG-1", "K/T of the Party", says("KT. CỤC TRƯỞNG", "K/T CỤC TRƯỞNG"), at="K/T"),
    of_state("SG-1", "T/L of the Party", says("KT. CỤC TRƯỞNG", "T/L CỤC TRƯỞNG")),
    of_state("SG-3", "post not bold", lambda f, s: f.look("PHÓ CỤC TRƯỞNG", b="0"), at="PHÓ CỤC TRƯỞNG"),
    of_state("SG-3", "name not bold", lambda f, s: f.look(s.name, b="0")),
    of_state("SG-3", "a degree before the name", says("Đặng Văn Thử", "TS. Đặng Văn Thử")),
    of_state("NN-1", "label of Party papers", lambda f, s: f.look(LABEL, u="single", b="0", i="0", sz="28")),
    of_state("NN-1", "lines of size 12", lambda f, s: f.look(s.recipient_lines[0], sz="24")),
    of_state(
        "NN-1", "comma between", lambda f, s: f.say(s.recipient_lines[0], s.recipient_lines[0][:-1] + ",")
    ),
    of_state("NN-1", "no full stop at the end", says("Lưu: VT, VP.", "Lưu: VT, VP")),
    fine("TUQ.", says("KT. CỤC TRƯỞNG", "TUQ. CỤC TRƯỞNG")),
    fine("TL.", says("KT. CỤC TRƯỞNG", "TL. CỤC TRƯỞNG")),
]
FAULTS = [*HEAD, *TITLE, *TEXT, *FOOT]


@pytest.mark.parametrize("case", form_faults.slice_of(FAULTS), ids=lambda case: case.name)
def test_a_state_paper(case: Case, tmp_path: Path) -> None:
    form_faults.prove(case, tmp_path)
