"""The history of a dossier in words: every answer, note, reference date and variant that was changed, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from wizard.content.model import Content
from wizard.dossier.consultation import Changed, Consultation
from wizard.dossier.history import DATE, NOTE, VARIANT
from wizard.report import seen_words as words
from wizard.report import view
from wizard.words import answer_words, date_words, moment_words


def history(content: Content, consultation: Consultation, language: str) -> Iterator[view.Changed]:
    """Every change, first to last."""
    for changed in consultation.history:
        yield view.Changed(
            _moment(changed.at, language),
            _question(content, changed, language),
            _said(content, changed, changed.before, language),
            _said(content, changed, changed.after, language),
            "" if changed.what == VARIANT else changed.variant,
            changed.note,
        )


def _moment(at: str, language: str) -> str:
    try:
        return moment_words(datetime.fromisoformat(at), language)
    except ValueError:
        return at


def _question(content: Content, changed: Changed, language: str) -> str:
    """What was changed: the question whose answer it was, or the note on it, the reference date, a variant."""
    if changed.what in (DATE, VARIANT):
        return (words.REFERENCE_DATE if changed.what == DATE else words.VARIANT).in_(language)
    fact = content.facts.get(changed.fact)
    question = fact.question.in_(language) if fact else changed.fact
    return words.NOTE_ON.in_(language).format(question=question) if changed.what == NOTE else question


def _said(content: Content, changed: Changed, value: str, language: str) -> str:
    if not changed.what:
        return _answer(content, changed.fact, value, language)
    if changed.what == DATE:
        return _day(value, language)
    nothing = words.NO_VARIANT if changed.what == VARIANT else words.NO_NOTE
    return value or nothing.in_(language)


def _day(value: str, language: str) -> str:
    try:
        return date_words(date.fromisoformat(value), language)
    except ValueError:
        return value


def _answer(content: Content, fact: str, answer: str, language: str) -> str:
    """The answer in words; as it was written when the content no longer knows it."""
    if not answer:
        return words.NO_ANSWER.in_(language)
    try:
        return answer_words(content, fact, answer, language)
    except KeyError:
        return answer
