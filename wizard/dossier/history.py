"""The history of a dossier: every answer that was changed, when, and from what to what; and what undo leaves alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from wizard.content.model import UNKNOWN, Text
from wizard.dossier.consultation import Changed, Consultation, Given

Answers = Mapping[str, Given]

NOTE_WENT = Text(
    "Uw notitie “{note}” hoorde bij “weet ik niet”. Ze staat nu bij de gewijzigde antwoorden.",
    "Your note “{note}” went with “I don't know”. It is now among the changed answers.",
)
NOTES_WENT = Text(
    "{n} notities hoorden bij “weet ik niet”. Ze staan nu bij de gewijzigde antwoorden.",
    "{n} notes went with “I don't know”. They are now among the changed answers.",
)
MOST_SAID = 40
"""Characters of a note that are said when it goes."""


def with_history(before: Consultation, after: Consultation, at: str) -> Consultation:
    """``after``, with every answer that differs from ``before`` added to the history. Undo adds to it too."""
    history = list(before.history)
    for name, old, new in _then_and_now(before, after):
        history += [_changed(at, name, fact, was, new.get(fact)) for fact, was in old.items() if _other(was, new, fact)]
    return replace(after, history=tuple(history))


def _other(was: Given, new: Answers, fact: str) -> bool:
    return fact not in new or new[fact].answer != was.answer


def _changed(at: str, variant: str, fact: str, was: Given, now: Given | None) -> Changed:
    known = was.answer == UNKNOWN and now is not None
    return Changed(at, fact, was.answer, now.answer if now else "", variant, was.note if known else "")


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


def with_seen(before: Consultation, after: Consultation) -> Consultation:
    """``after``, an earlier or later state, still knowing what the user saw in ``before``: seeing is not undone.

    What came out for a variant that is not there in ``after`` goes with it.
    """
    names = {"", *(variant.name for variant in after.variants)}
    seen = {(came.consult, came.variant): came for came in (*after.came_out, *before.came_out)}
    return replace(after, came_out=tuple(came for came in seen.values() if came.variant in names))
