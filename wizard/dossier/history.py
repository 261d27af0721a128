"""The history of a dossier: every answer that was changed, when, and from what to what; and what undo leaves alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wizard.dossier.consultation import Changed, Consultation

Facts = dict[str, str]


def with_history(before: Consultation, after: Consultation, at: str) -> Consultation:
    """``after``, with every answer that differs from ``before`` added to the history. Undo adds to it too."""
    history = list(before.history)
    for name, old, new in _then_and_now(before, after):
        history += [
            Changed(at, fact, was, new.get(fact, ""), name) for fact, was in old.items() if was != new.get(fact)
        ]
    return replace(after, history=tuple(history))


def _then_and_now(before: Consultation, after: Consultation) -> Iterator[tuple[str, Facts, Facts]]:
    """Of the plan ("") and of every variant that there was and is: its own answers before and after.

    The answers of a variant that is new, and of one that is gone, are no change of answers.
    """
    yield "", before.facts_in(None), after.facts_in(None)
    names = [variant.name for variant in before.variants]
    same = len(names) == len(after.variants)  # if so, one may have got another name
    for index, variant in enumerate(after.variants):
        was = index if same else names.index(variant.name) if variant.name in names else None
        if was is not None:
            own = dict.fromkeys((*before.variants[was].answers, *variant.answers))
            old, new = before.facts_in(was), after.facts_in(index)
            yield variant.name, _only(own, old), _only(own, new)


def _only(names: Iterable[str], facts: Facts) -> Facts:
    return {name: facts[name] for name in names if name in facts}


def with_seen(before: Consultation, after: Consultation) -> Consultation:
    """``after``, an earlier or later state, still knowing what the user saw in ``before``: seeing is not undone.

    What came out for a variant that is not there in ``after`` goes with it.
    """
    names = {"", *(variant.name for variant in after.variants)}
    seen = {(came.consult, came.variant): came for came in (*after.came_out, *before.came_out)}
    return replace(after, came_out=tuple(came for came in seen.values() if came.variant in names))
