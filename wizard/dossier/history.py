"""The history of a dossier: what was changed, when, and from what to what. Undo adds to it, as every change does.

In it are answers, notes, the reference date, and variants that were let go, came back or got another name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from wizard.content.model import Text
from wizard.dossier.consultation import Changed, Consultation, Given

WHATS = DATE, NOTE, VARIANT = "on", "note", "variant"
"""What else than an answer can be changed, as the file says it."""
Answers = Mapping[str, Given]

NOTE_WENT = Text(
    "Uw notitie “{note}” hoorde bij uw vorige antwoord. Ze staat nu bij de gewijzigde antwoorden.",
    "Your note “{note}” went with your former answer. It is now among the changed answers.",
)
NOTES_WENT = Text(
    "{n} notities hoorden bij uw vorige antwoorden. Ze staan nu bij de gewijzigde antwoorden.",
    "{n} notes went with your former answers. They are now among the changed answers.",
)
MOST_SAID = 40
"""Characters of a note that are said when it goes."""


def with_history(before: Consultation, after: Consultation, at: str) -> Consultation:
    """``after``, with all in which it differs from ``before`` added to the history. What is new is no change."""
    history = [*before.history, *_date(before, after, at), *_variants(before, after, at)]
    for name, old, new in _then_and_now(before, after):
        plan = after.shared if name else {}  # what a variant answers otherwise keeps its note in the plan
        for fact, was in old.items():
            if _other(was, new, fact):
                now = new[fact].answer if fact in new else ""
                went = was.note if now and plan.get(fact) != was else ""
                history.append(Changed(at, fact, was.answer, now, name, went))
        history += _notes(at, name, old, new)
    return replace(after, history=tuple(history))


def _date(before: Consultation, after: Consultation, at: str) -> Iterator[Changed]:
    if before.on != after.on:
        yield Changed(at, "", before.on.isoformat(), after.on.isoformat(), what=DATE)


def _variants(before: Consultation, after: Consultation, at: str) -> Iterator[Changed]:
    """The variants that are gone, those that are back, and those that have another name."""
    was, now = ([variant.name for variant in one.variants] for one in (before, after))
    if len(was) == len(now):
        pairs = [(old, new) for old, new in zip(was, now, strict=True) if old != new]
    else:
        pairs = [(old, "") for old in was if old not in now]
        let_go = {change.before for change in before.history if change.what == VARIANT and not change.after}
        pairs += [("", new) for new in now if new not in was and new in let_go]
    for old, new in pairs:
        yield Changed(at, "", old, new, new or old, what=VARIANT)


def _notes(at: str, variant: str, old: Answers, new: Answers) -> Iterator[Changed]:
    """The notes that read otherwise while the answer stays, or is taken back."""
    for fact, was in old.items():
        now = new.get(fact)
        if now is not None and now.answer != was.answer:
            continue  # it goes with the answer
        said = now.note if now else ""
        if was.note not in ("", said):
            yield Changed(at, fact, was.note, said, variant, what=NOTE)


def _other(was: Given, new: Answers, fact: str) -> bool:
    return fact not in new or new[fact].answer != was.answer


def notes_went(changes: Iterable[Changed], language: str) -> str:
    """What to say of the notes that went with ``changes``; "" when none did."""
    notes = [change.note for change in changes if change.note]
    if not notes:
        return ""
    if len(notes) > 1:
        return NOTES_WENT.in_(language).format(n=len(notes))
    short = notes[0] if len(notes[0]) <= MOST_SAID else notes[0][: MOST_SAID - 1] + "…"
    return NOTE_WENT.in_(language).format(note=short)


def _then_and_now(before: Consultation, after: Consultation) -> Iterator[tuple[str, Answers, Answers]]:
    """Of the plan ("") and of every variant that there was and is: its own answers before and after.

    The answers of a variant that is new, and of one that is gone, are no change of answers.
    """
    yield "", before.answers_in(None), after.answers_in(None)
    names = [variant.name for variant in before.variants]
    same = len(names) == len(after.variants)  # if so, one may have got another name
    for index, variant in enumerate(after.variants):
        was = index if same else names.index(variant.name) if variant.name in names else None
        if was is not None:
            own = dict.fromkeys((*before.variants[was].answers, *variant.answers))
            old, new = before.answers_in(was), after.answers_in(index)
            yield variant.name, _only(own, old), _only(own, new)


def _only(names: Iterable[str], answers: Answers) -> Answers:
    return {name: answers[name] for name in names if name in answers}
