"""The commands of the command line: what each asks for; what each does comes from the door."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rules import columns, papers
from rules.command_line import Parser, place, record

ENDINGS = (".docx", ".xlsx", ".pdf")
KINDS = ("units", "people", "directives", "meetings", "plans")
Doing = Mapping[str, Callable[[argparse.Namespace], int]]


def build(program: str, version: str, doing: Doing) -> Parser:
    """The command line; `doing` gives what each command does, "" what no command at all does."""
    door = Parser(prog=program, description="Thư Ký: trợ giúp văn phòng cấp ủy.")
    add = door.chosen.add_argument
    add("--version", action="version", version=f"Thư Ký {version}", help="in số phiên bản")
    where = "thư mục dữ liệu; không ghi thì là data cạnh chương trình, hoặc thư mục riêng của người dùng"
    add("--data", metavar="THƯ_MỤC", type=place, help=where)
    add("--sample", action="store_true", help="thư mục dữ liệu còn trống thì dựng văn phòng mẫu")
    door.set_defaults(run=doing[""])
    commands = door.add_subparsers(title="Lệnh (không ghi lệnh thì mở cửa sổ)", metavar="LỆNH")
    add_demo(_command(commands, doing, "demo", "dựng văn phòng mẫu, ghi mọi văn bản, chụp mọi màn hình"))
    add_list(_command(commands, doing, "list", "in số và tên của từng mục"))
    add_export(_command(commands, doing, "export", "ghi một văn bản ra Word, Excel hoặc PDF"))
    add_import(_command(commands, doing, "import", "nhập đơn vị, đại biểu, văn bản, điểm danh từ một bảng"))
    _command(commands, doing, "undo", "hoàn tác thay đổi gần nhất, kể cả một lần nhập")
    add_check(
        _command(
            commands,
            doing,
            "check",
            "kiểm tra thư mục dữ liệu; có ghi tệp thì kiểm tra thể thức của tệp Word đó",
        )
    )
    add_backup(_command(commands, doing, "backup", "sao lưu, rồi kiểm tra bản sao"))
    add_restore(_command(commands, doing, "restore", "lấy lại dữ liệu từ một bản sao lưu"))
    return door


def _command(commands: Any, doing: Doing, name: str, said: str) -> Parser:
    command: Parser = commands.add_parser(name, help=said)
    command.set_defaults(run=doing[name], parser=command)
    return command


def add_demo(command: Parser) -> None:
    where = "nơi ghi data, papers, screens"
    command.chosen.add_argument("--out", metavar="THƯ_MỤC", type=place, required=True, help=where)


def add_list(command: Parser) -> None:
    command.wanted.add_argument("kind", metavar="LOẠI", choices=KINDS, help=", ".join(KINDS))


def add_export(command: Parser) -> None:
    known = "; ".join(f"{paper.key}: {paper.label}" for paper in papers.PAPERS)
    keys: Sequence[str] = [paper.key for paper in papers.PAPERS]
    command.wanted.add_argument("paper", metavar="VĂN_BẢN", choices=keys, help=known)
    number = "số của mục mà lệnh list in ra; danh sách thì không cần"
    command.wanted.add_argument("id", metavar="SỐ", type=record, nargs="?", help=number)
    kept = "tệp cùng tên đã sửa tay hoặc không do Thư Ký ghi thì giữ nguyên, bản mới ghi cạnh với tên khác"
    command.chosen.add_argument(
        "--to", metavar="TỆP", type=place, required=True, help=f"đuôi {', '.join(ENDINGS)}; {kept}"
    )
    over = "ghi đè tệp cùng tên không do Thư Ký ghi; tệp Thư Ký ghi mà đã sửa tay thì vẫn giữ"
    command.chosen.add_argument("--overwrite", action="store_true", help=over)


def add_import(command: Parser) -> None:
    command.wanted.add_argument("kind", metavar="LOẠI", choices=columns.KINDS, help=", ".join(columns.KINDS))
    command.wanted.add_argument("file", metavar="TỆP", type=place, help="tệp .xlsx, .xls, .ods hoặc .csv")
    add = command.chosen.add_argument
    add("--sheet", metavar="TRANG", type=place, help="tên trang tính; không ghi thì trang đầu có bảng")
    add("--meeting", metavar="SỐ", type=record, help="hội nghị được điểm danh; chỉ dùng với attendance")
    hand = "ghép lại một cột, ví dụ “Chức vụ=D”; bỏ cột thì “Chức vụ=”; ghi nhiều lần được, lần sau nhớ lại"
    add("--column", metavar="NỘI_DUNG=CỘT", action="append", default=[], help=hand)
    add("--dry-run", action="store_true", help="chỉ in kết quả xét từng dòng, không ghi gì")
    rest = "nơi ghi các dòng chưa nhập để sửa rồi nhập lại; không ghi thì để cạnh tệp được nhập"
    add("--rejects", metavar="TỆP.xlsx", type=place, help=rest)


def add_check(command: Parser) -> None:
    command.wanted.add_argument("file", metavar="TỆP", type=place, nargs="?", help="tệp Word (.docx)")
    command.chosen.add_argument(
        "--date", metavar="NGÀY", type=place, help="xét theo thể thức của ngày này, ví dụ 21/8/2019"
    )
    command.chosen.add_argument("--json", action="store_true", help="in kết quả kiểm tra thể thức dạng JSON")


def add_backup(command: Parser) -> None:
    command.chosen.add_argument(
        "--to", metavar="THƯ_MỤC", type=place, help="không ghi thì để trong thư mục dữ liệu"
    )


def add_restore(command: Parser) -> None:
    command.wanted.add_argument("file", metavar="TỆP", type=place, help="bản sao lưu")
