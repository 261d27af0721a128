"""The history of a dossier in words: every answer that was changed, when, from what, to what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from wizard.content.model import Content
from wizard.dossier.consultation import Changed, Consultation
from wizard.report import seen_words as words
from wizard.report import view
from wizard.words import answer_words, moment_words


def history(content: Content, consultation: Consultation, language: str) -> Iterator[view.Changed]:
    """Every change, first to last."""
    for changed in consultation.history:
        yield view.Changed(
            _moment(changed.at, language),
            _question(content, changed, language),
            _answer(content, changed.fact, changed.before, language),
            _answer(content, changed.fact, changed.after, language),
            changed.variant,
            changed.note,
        )


def _moment(at: str, language: str) -> str:
    try:
        return moment_words(datetime.fromisoformat(at), language)
    except ValueError:
        return at


def _question(content: Content, changed: Changed, language: str) -> str:
    fact = content.facts.get(changed.fact)
    return fact.question.in_(language) if fact else changed.fact


def _answer(content: Content, fact: str, answer: str, language: str) -> str:
    """The answer in words; as it was written when the content no longer knows it."""
    if not answer:
        return words.NO_ANSWER.in_(language)
    try:
        return answer_words(content, fact, answer, language)
    except KeyError:
        return answer
