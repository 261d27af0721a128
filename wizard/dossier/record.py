"""The record of the advice that was given: every advice the user saw, per consult and variant. It only grows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wizard.dossier.consultation import CameOut, Consultation

MOST_SEEN = 60
"""Advices in one dossier, some 1 kB each: more than a consultation asks for. All of it is written at every answer, in
a time that nobody may notice (60 take 15 ms), and a dossier larger than 2 MB is not written: looking to and fro must
never cost the next answer its place."""


@dataclass(frozen=True, slots=True)
class Way:
    """One advice of a dossier: a consult and a variant (``index``; ``None`` and "" for the plan as answered).

    ``record``: every advice that the user saw of it, in the order in which he last looked at each; empty when never.
    """

    consult: str
    index: int | None
    variant: str
    record: tuple[CameOut, ...]


def ways(found: Consultation) -> list[Way]:
    """The advices of a dossier, each once: all that were looked at; when none was, the plan and each variant answered.

    What came out for a variant that is gone is no advice any more, though the record keeps it.
    """
    names = [variant.name for variant in found.variants]
    records: dict[tuple[str, str], list[CameOut]] = {}
    for came in found.came_out:
        if not came.gone and (not came.variant or came.variant in names):
            records.setdefault((came.consult or found.consult, came.variant), []).append(came)
    if records:
        return [
            Way(consult, names.index(variant) if variant else None, variant, in_order(record))
            for (consult, variant), record in records.items()
        ]
    places = (index for index in (None, *range(len(names))) if found.answers_in(index))
    return [Way(found.consult, index, "" if index is None else names[index], ()) for index in places]


def in_order(record: Iterable[CameOut]) -> tuple[CameOut, ...]:
    """A record in the order in which the user last looked at each advice."""
    return tuple(sorted(record, key=lambda came: (looked(came), bool(came.again))))


def looked(came: CameOut) -> str:
    """When the user last began to look at an advice, as `2026-11-22T14:30:05`; "" when that was not kept."""
    return came.again or came.at


def last_seen(found: Consultation) -> CameOut | None:
    """What came out for the consult and variant in hand when the user last looked; ``None`` when never."""
    name = found.variant.name if found.variant else ""
    record = [came for came in found.came_out if came.is_of(name)]
    return next((came for came in reversed(in_order(record)) if came.consult in ("", found.consult)), None)


def with_advice(found: Consultation, came: CameOut) -> Consultation:
    """``found``, with ``came`` in the record. The very same advice keeps its place and when it was first seen."""
    before = last_seen(found)
    if before is not None and _print(before) == _print(came):
        return found
    known = next((old for old in found.came_out if not old.gone and _print(old) == _print(came)), None)
    if known is None:
        return replace(found, came_out=_within((*found.came_out, came)))
    back = replace(known, again=came.at)
    return replace(found, came_out=tuple(back if old is known else old for old in found.came_out))


def with_seen(before: Consultation, after: Consultation, at: str) -> Consultation:
    """``after``, a later state or one that undo brings, with the record of ``before``: seeing is not undone.

    The record of a variant follows its name; that of a variant which is gone stays, marked with when it went.
    """
    names = [variant.name for variant in after.variants]
    was = [variant.name for variant in before.variants]
    called = dict(zip(was, names, strict=True)) if len(was) == len(names) else {}
    there = [_print(came) for came in after.came_out if not came.gone]

    def now(came: CameOut) -> CameOut:
        name = came.variant if came.gone else called.get(came.variant, came.variant)
        came = replace(came, variant=name)
        if name and name not in names:
            return replace(came, gone=came.gone or at)
        return replace(came, gone="") if _print(came) in there else came

    return replace(after, came_out=tuple(now(came) for came in before.came_out))


def _print(came: CameOut) -> CameOut:
    """The advice itself, whenever it was seen."""
    return replace(came, at="", again="", gone="")


def _within(record: Sequence[CameOut]) -> tuple[CameOut, ...]:
    """At most ``MOST_SEEN`` of a record: of the fullest way the oldest go, but never its first, nor its last two."""
    kept = list(record)
    while len(kept) > MOST_SEEN:
        held: dict[tuple[str, str, str], list[CameOut]] = {}
        for came in kept:
            held.setdefault((came.consult, came.variant, came.gone), []).append(came)
        fullest = max(held.values(), key=len)
        if len(fullest) < 4:
            break
        kept.remove(fullest[1])
    return tuple(kept)
