"""Answers of a dossier that no longer fit the questions there are: what was asked, and what comes near now."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from wizard.content.model import Content
from wizard.dossier.consultation import Consultation
from wizard.reasoning.situation import FactError, validate


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer as it stands in the file, that no question takes any more.

    ``variant`` is the variant that gives it; "" for the plan. ``about`` is the fact of now that it is about: itself,
    or else the one whose name comes nearest; "" when none does. ``nearest`` is the answer of now that comes nearest;
    "" when none does.
    """

    fact: str
    answer: str
    variant: str = ""
    about: str = ""
    nearest: str = ""


def dropped_answers(content: Content, found: Consultation, facts: Collection[str]) -> tuple[Dropped, ...]:
    """The answers to ``facts`` in ``found``, as it stands on disk, that fit no question; also those of variants."""
    return tuple(_all(content, found, facts))


def _all(content: Content, found: Consultation, facts: Collection[str]) -> Iterator[Dropped]:
    holders = (("", found.shared), *((variant.name, variant.answers) for variant in found.variants))
    for name, answers in holders:
        for fact in facts:
            if fact in answers and not _fits(content, fact, answer := answers[fact].answer):
                about = fact if fact in content.facts else _nearest(fact, content.facts)
                nearest = _nearest(answer, content.facts[about].answers) if about else ""
                yield Dropped(fact, answer, name, about, nearest)


def _fits(content: Content, fact: str, answer: str) -> bool:
    try:
        validate(content, {fact: answer}, content.law_from)
    except FactError:
        return False
    return True


def _nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(name[:100], list(known), n=1, cutoff=0.6)), "")
