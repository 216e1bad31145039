"""The office's own wording of the papers: what was put in the place of the shipped sentences."""

from __future__ import annotations

from collections.abc import Mapping

from db import settings
from db.history import change
from db.tables import Wording
from db.values import keep, label, pairs
from rules import markers, office, wordings
from rules.marker_names import names_of
from rules.papers import paper
from rules.text import clean
from rules.trouble import Refused


def of(kind: str) -> dict[str, str]:
    """Key of rules.wordings → own text, of one paper; "" is a sentence the office leaves out."""
    chosen = Wording.select(Wording.key, Wording.content).where(Wording.kind == kind)
    return pairs(chosen.order_by(Wording.id))


def family() -> str:
    """Whose sentences the office's papers begin with: the Party's or the state's."""
    return settings.get(office.FAMILY, office.PARTY)


def save(kind: str, texts: Mapping[str, str]) -> None:
    """Keeps own texts; one that is the shipped one again is forgotten.

    Refused for a field that is none, with what was probably meant; KeyError for an unknown sentence.
    """
    shipped = {sentence.key: sentence.text for sentence in wordings.sentences(kind, family())}
    tidy = {key: clean(text, lines=True) for key, text in texts.items()}
    for key, text in tidy.items():
        if key not in shipped:
            raise KeyError(f"{kind} has no sentence {key}")
        _refuse_unknown(kind, text)
    with change(_label("Sửa câu chữ của", kind)):
        kept = {line.key: line.id for line in Wording.select().where(Wording.kind == kind)}
        for key, text in tidy.items():
            if text == clean(shipped[key], lines=True):
                Wording.delete().where((Wording.kind == kind) & (Wording.key == key)).execute()
            else:
                keep(Wording, {"kind": kind, "key": key, "content": text}, kept.get(key))


def reset(kind: str, key: str | None = None) -> None:
    """Back to the shipped wording of one sentence, or of the whole paper."""
    chosen = Wording.kind == kind
    if key is not None:
        chosen &= Wording.key == key
    with change(_label("Trở về mẫu gốc:", kind)):
        Wording.delete().where(chosen).execute()


def _label(verb: str, kind: str) -> str:
    return label(verb, paper(kind).label.lower())


def _refuse_unknown(kind: str, text: str) -> None:
    found = markers.problems(text, names_of(paper(kind).record))
    if found:
        first = found[0]
        do = f"Có phải là {first.suggestion}?" if first.suggestion else "Chọn tên trường trong danh sách."
        raise Refused(f"“{first.found}”: {first.reason}", do)
