"""How a paper words what was concluded and asked for: numbered items, points of a body, one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from papers import phrases
from papers.content import Block, Paragraph, Run, blank, paragraph
from papers.phrases import Citations, Part, comrade, sentence
from rules import meetings, text
from rules.facts import Conclusion, Directive, Meeting, Person, Task
from rules.fields import label_of
from rules.text import capital

TYPED_NUMBER = re.compile(r"^(\d+)[.)-]\s+")
PROMISED = re.compile(r"\bsau( day)?[.:]?$")  # “… mười nhiệm vụ sau.” leads over to the tasks by itself
SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
BRACKETS = re.compile(r"\s*\([^()]*\)")
REST = "; và một số nhiệm vụ khác"
VERBS = frozenset(("bầu", "giao", "mời", "nghe", "trao", "trình"))  # what may begin before a name
BODIES = (
    "chi bo ",
    "cong doan ",
    "dang bo ",
    "dang uy ",
    "huyen uy",
    "thanh uy",
    "tinh uy",
    "uy ban ",
    "van phong ",
)


def given(facts: Meeting) -> tuple[Task, ...]:
    """Every task of the meeting, in the order of its conclusions."""
    return tuple(task for one in facts.conclusions for task in one.tasks)


def unfinished(facts: Meeting) -> tuple[Task, ...]:
    return tuple(task for task in given(facts) if task.state != "done")


def overdue(tasks: Iterable[Task], day: date) -> tuple[Task, ...]:
    """Those not done whose last day lies before `day`; a task without a day is never late."""
    return tuple(
        task
        for task in tasks
        if task.state != "done" and task.due and task.due.latest and task.due.latest < day
    )


def by_lead(tasks: Iterable[Task]) -> dict[str, tuple[Task, ...]]:
    """Tasks under the body that leads them, in the order of the bodies; "" where none is named."""
    kept: dict[str, tuple[Task, ...]] = {}
    for task in tasks:
        lead = plain(task.lead)
        kept[lead] = (*kept.get(lead, ()), task)
    return kept


def common_lead(tasks: Sequence[Task]) -> str:
    """Who leads all of several tasks: said once before them instead of at every one."""
    leads = {plain(task.lead) for task in tasks}
    return leads.pop() if len(tasks) > 1 and len(leads) == 1 else ""


def speakers(facts: Meeting) -> tuple[Person, ...]:
    """Who concluded; the chairs where no conclusion names anybody."""
    named = tuple(dict.fromkeys(one.speaker for one in facts.conclusions if one.speaker))
    return named or facts.chairs


def plain(words: str) -> str:
    """Words without the mark that closes them, to stand inside a sentence of ours."""
    return words.strip().rstrip(".;,").rstrip()


def unsaid(words: str, directives: Sequence[Directive], cited: Citations) -> tuple[Part, ...]:
    """The documents that the words themselves do not name by number."""
    return cited.listed(one for one in directives if not one.symbol or one.symbol not in words)


def concluded(facts: Meeting) -> list[Paragraph]:
    """What was concluded as items numbered from 1, the body that leads each in bold before it."""
    return _concluded(facts)[0]


def next_number(facts: Meeting) -> int:
    """The number of the item that follows those of `concluded`."""
    return _concluded(facts)[1]


def _concluded(facts: Meeting) -> tuple[list[Paragraph], int]:
    several = len(facts.conclusions) > 1
    if not facts.conclusions:
        return [paragraph("item", "1. ", blank("nội dung kết luận"))], 2
    cited = cited_before(facts)
    if not several:
        return _one(facts.conclusions[0], cited)
    lines: list[Paragraph] = []
    voices = len({one.speaker for one in facts.conclusions if one.speaker})
    for number, one in enumerate(facts.conclusions, 1):
        lines += _numbered(number, one, cited, voices > 1)
    return lines, len(facts.conclusions) + 1


def cited_before(facts: Meeting) -> Citations:
    """What the paper has cited whole by the time it comes to the conclusions: the papers of the meeting."""
    cited = Citations()
    cited.listed(facts.materials)
    return cited


def _one(one: Conclusion, cited: Citations) -> tuple[list[Paragraph], int]:
    """A single conclusion: its tasks are the items; without tasks its lines are."""
    told = phrases.prose(one.text)
    typed = [int(found[1]) for line in told if (found := TYPED_NUMBER.match(line.text))]
    number = max(typed, default=0) + 1
    if not one.tasks and not typed:
        counted = 0
        for place, line in enumerate(told):
            if line.style == "body":
                counted += 1
                told[place] = paragraph("item", f"{counted}. {sentence(line.text)}")
        number = counted + 1
    lines = [*told, *_related(one, cited)]
    common = common_lead(one.tasks)
    if common and not leads_over(one.text, common):
        lines.append(leading(common))
    for place, task in enumerate(one.tasks, number):
        alone = replace(task, lead="") if common else task
        lines.append(paragraph("item", f"{place}. ", *asked(alone, cited)))
    return lines, number + len(one.tasks)


def _numbered(number: int, one: Conclusion, cited: Citations, name_speaker: bool) -> list[Paragraph]:
    """One conclusion of several: a numbered item, its tasks as points a), b) below."""
    first, *more = phrases.prose(one.text) or [paragraph("body", blank("nội dung kết luận"))]
    words = TYPED_NUMBER.sub("", first.text)
    who = f"{capital(comrade(one.speaker))} kết luận: " if name_speaker and one.speaker else ""
    said: Part = sentence(words) if one.text.strip() else first.runs[0]
    lines = [paragraph("item", *phrases.merged([f"{number}. {who}", said])), *more, *_related(one, cited)]
    common = common_lead(one.tasks)
    if common and not leads_over(one.text, common):
        lines.append(leading(common))
    for mark, task in zip(points(one.tasks), one.tasks, strict=True):
        alone = replace(task, lead="") if common else task
        parts = phrases.merged([*([mark] if mark else ()), *asked(alone, cited)])
        lines.append(paragraph("point" if mark else "body", *parts))
    return lines


def _related(one: Conclusion, cited: Citations) -> list[Paragraph]:
    related = unsaid(one.text, one.directives, cited)
    return [paragraph("body", *phrases.merged(["Văn bản liên quan: ", *related, "."]))] if related else []


def leading(lead: str) -> Paragraph:
    """The line that hands the tasks below it to one body."""
    return paragraph("body", Run(capital(lead), bold=True), " thực hiện các nhiệm vụ sau:")


def points(tasks: Sequence[Task]) -> list[str]:
    """“a) ”, “b) ” … before each of several tasks; a single one bears no letter."""
    return [f"{phrases.letter(place)}) " if len(tasks) > 1 else "" for place in range(len(tasks))]


def leads_over(words: str, lead: str) -> bool:
    """The text already ends by handing the tasks below to that body."""
    folded = text.fold(SENTENCES.split(words.strip())[-1])
    return bool(PROMISED.search(folded)) and text.fold(lead) in folded


def asked(task: Task, cited: Citations | None = None) -> tuple[Part, ...]:
    """“**Văn phòng** chủ trì, phối hợp với Ban Tổ chức: Xây dựng kế hoạch; thời hạn: trước 30/9/2019.”"""
    together = ", ".join(plain(one) for one in task.coordinating)
    said = [capital(plain(task.content)) or ""]
    lead = capital(plain(task.lead))
    if together and not lead:
        said.append(f"phối hợp: {together}")
    said += [f"thời hạn: {plain(task.due.words)}"] if task.due else []
    said += [f"sản phẩm: {plain(task.product)}"] if task.product.strip() else []
    related = unsaid(task.content, task.directives, cited) if cited else ()
    parts: list[Part] = [Run(lead, bold=True)] if lead else []
    parts += [f" chủ trì, phối hợp với {together}"] if lead and together else []
    parts += [": "] if lead else []
    parts.append("; ".join(words for words in said if words))
    parts += [" (", *related, ")"] if related else []
    return phrases.merged([*parts, "."])


def tasks(facts: Meeting) -> list[Block]:
    """Every task as an item numbered from 1; a body that leads them all is named once before them."""
    every = given(facts)
    if not every:
        return [paragraph("body", blank("nhiệm vụ được giao"))]
    cited, common = cited_before(facts), common_lead(every)
    lines: list[Block] = []
    if common:
        lines.append(leading(common))
    for place, task in enumerate(every, 1):
        alone = replace(task, lead="") if common else task
        lines.append(paragraph("item", f"{place}. ", *asked(alone, cited)))
    return lines


def reminded(facts: Meeting, day: date | None) -> list[Block]:
    """What is still to be done, under the body that leads it; late on `day` is said."""
    left = by_lead(unfinished(facts))
    if not left:
        return [paragraph("body", blank("nhiệm vụ cần đôn đốc"))]
    lines: list[Block] = []
    for place, (lead, waiting) in enumerate(left.items(), 1):
        name = Run(f"{capital(lead)}:" if lead else "Nhiệm vụ chung:", bold=True)
        lines.append(paragraph("item", *((f"{place}. ", name) if len(left) > 1 else (name,))))
        lines += [paragraph("dash", f"- {_waiting(task, day)}.") for task in waiting]
    return lines


def _waiting(task: Task, day: date | None) -> str:
    """“Xây dựng kế hoạch (thời hạn: trước 30/9/2019; đã quá hạn)”."""
    late = day is not None and bool(overdue([task], day))
    notes = [f"thời hạn: {plain(task.due.words)}"] if task.due else []
    notes += [label_of(meetings.TASK_STATES, task.state).lower()] if task.state == "doing" else []
    notes += ["đã quá hạn"] if late else []
    words = capital(plain(task.content))
    return f"{words} ({'; '.join(notes)})" if notes else words


def running(facts: Meeting, longest: int | None = None) -> str:
    """All tasks as one running sentence without its full stop: “Văn phòng lập kế hoạch; theo dõi”.

    `longest`: so many words at the most; what no longer fits is summed up, the first task always stands.
    """
    said, lead = "", ""
    for task in given(facts):
        body = plain(task.lead)
        words = lowered(BRACKETS.sub("", plain(task.content)))
        words = f"{lowered(body)} {words}" if body and body != lead else words
        longer = f"{said}; {words}" if said else words
        if said and longest is not None and len(longer.split()) + len(REST.split()) > longest:
            return said + REST
        said, lead = longer, body
    return said


def remarks(facts: Meeting) -> str:
    """The words of the conclusions in one line, without a sentence that only leads over to the tasks."""
    told = []
    for one in facts.conclusions:
        sentences = SENTENCES.split(one.text.strip())
        if one.tasks and PROMISED.search(text.fold(sentences[-1])):
            sentences = sentences[:-1]
        told += [sentence(each.strip()) for each in sentences if each.strip()]
    return " ".join(told)


def listed(rows: Iterable[str]) -> str:
    """Lines of a list as one run of words: “Nghe báo cáo; thảo luận; Ban Tổ chức trình bày đề án”."""
    first, *rest = [plain(row) for row in rows] or [""]
    return "; ".join([first, *map(lowered, rest)])


def lowered(words: str) -> str:
    """The words inside a sentence; one that begins with a name keeps its capital."""
    first, *second = words.split(" ", 2)[:2]
    is_name = bool(second and second[0][:1].isupper()) and first.lower() not in VERBS
    return words if is_name or text.fold(words).startswith(BODIES) else words[:1].lower() + words[1:]
