"""The look of one component held against its form, said in a clerk's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from papers.checking.findings import Desk
from papers.checking.lines import Line
from papers.checking.rulers import share
from papers.forms import Form, Range

EXACT = 0.01  # pt; sizes are counted by halves


def figure(number: float) -> str:
    """12.5 as “12,5”, 14.0 as “14”."""
    return f"{round(number, 1):g}".replace(".", ",")


def span(allowed: Range, unit: str = "") -> str:
    """“14”, “14-15”, “từ 18 trở lên”."""
    tail = f" {unit}" if unit else ""
    if allowed.most == float("inf"):
        return f"từ {figure(allowed.least)}{tail} trở lên"
    if allowed.least == allowed.most:
        return f"{figure(allowed.least)}{tail}"
    return f"{figure(allowed.least)}-{figure(allowed.most)}{tail}"


def size_of(form: Form, key: str) -> Range:
    """The sizes that a component may have."""
    own = form.styles[key].size if key in form.styles else form.styles["body"].size
    return form.legal.sizes.get(key, Range(own, own))


def wrong_sizes(lines: Iterable[Line], allowed: Range) -> list[float]:
    return sorted({size for line in lines for size in line.sizes if not allowed.holds(size, EXACT)})


def judge_part_line(desk: Desk, rule: str, lines: Sequence[Line], name: str) -> None:
    """The short line of the state form: a third to a half of the words above it, where it can be seen."""
    allowed = desk.form.legal.part_line
    ruler, length = share(desk.paper.parts, lines)
    if length is not None and not allowed.holds(length, 0.02):
        found = f"đường kẻ dưới {name} dài bằng {length:.0%} dòng chữ"
        desk.report(rule, lines[-1], found, f"dài bằng {allowed.least:.0%}-{allowed.most:.0%} dòng chữ", "I")
    elif ruler is None and lines:
        found = f"không nhận ra đường kẻ dưới {name}"
        desk.report(rule, lines[-1], found, f"đường kẻ liền dưới {name}", "I")


def judge(
    desk: Desk, rule: str, line: Line, key: str, name: str,
    bold: bool | None = True, underline: bool = False, sizes: Range | None = None,
) -> None:  # fmt: skip
    """Size, weight, slant, capitals of a component; `bold` None: either weight will do."""
    look = desk.form.styles.get(key, desk.form.styles["body"])
    allowed = sizes or size_of(desk.form, key)
    wrong, right = [], []
    if off := wrong_sizes([line], allowed):
        wrong.append(f"cỡ chữ {', '.join(map(figure, off))}")
        right.append(f"cỡ chữ {span(allowed)}")
    if bold is not None:
        _mark(line, "bold", look.bold, ("đậm", "không đậm"), wrong, right)
    _mark(line, "italic", look.italic, ("nghiêng", "đứng"), wrong, right)
    if underline and look.underline != line.underlined:
        wrong.append("không gạch chân" if look.underline else "gạch chân")
        right.append("gạch chân" if look.underline else "không gạch chân")
    if look.caps and (not line.upper or line.any("small_caps")):
        wrong.append("không in hoa")
        right.append("in hoa")
    if wrong:
        desk.report(rule, line, f"{name}: {', '.join(wrong)}", f"{name}: {', '.join(right)}")


def _mark(
    line: Line, mark: str, wanted: bool, said: tuple[str, str], wrong: list[str], right: list[str]
) -> None:  # fmt: skip
    on, off = said
    if wanted and not line.all(mark):
        wrong.append(off if not line.any(mark) else f"có chỗ {off}")
        right.append(on)
    elif not wanted and line.any(mark):
        wrong.append(on if line.all(mark) else f"có chỗ {on}")
        right.append(off)
