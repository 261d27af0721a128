"""The answers so far, each in a few words that say something on their own: the line above the question."""

from __future__ import annotations

from collections.abc import Iterable

from wizard.app import words
from wizard.app.rows import shorten
from wizard.content.model import UNKNOWN, Group
from wizard.content.values import CHOICES
from wizard.dossier.session import Session
from wizard.reasoning.question import Question
from wizard.words import DONT_KNOW, NO, YES, answer_words

MOST = 44
"""Characters of one crumb, about."""
BARE = {YES: words.STATE_YES, NO: words.STATE_NO, DONT_KNOW: words.STATE_UNKNOWN}
"""Answers that say nothing without their question, and how they are said after it."""


def crumbs(session: Session, question: Question) -> Iterable[str]:
    """The answers in use, in the order given; without those of ``question`` while that is being filled in."""
    told: set[str] = set()
    for screen in session.asked:
        group = session.content.groups.get(screen.group or "")
        if screen.facts[0] in question.facts and not session.changing:
            continue  # a checklist that is being filled in
        if group and sum(session.given(fact) is not None for fact in group.facts) > 1:
            if group.id not in told:
                told.add(group.id)
                yield _checklist(session, group)
        else:
            yield _answer(session, screen.facts[0])


def no_crumbs(session: Session, question: Question) -> str:
    """What to say where no answer is in use: that there is none, or how many came along from an earlier consult."""
    said = session.consultation
    count = len(said.answers.keys() - set(question.facts)) if said.trail else 0
    if count == 0:
        return session.say(words.NO_ANSWERS_YET)
    return session.say(words.CARRIED_ONE) if count == 1 else session.say(words.CARRIED, n=count)


def _checklist(session: Session, group: Group) -> str:
    """How many lines are yes of those that were answered, and how many are not known."""
    given = [session.given(fact) for fact in group.facts]
    known, unknown = [said for said in given if said not in (None, UNKNOWN)], given.count(UNKNOWN)
    parts = []
    if known:
        parts.append(session.say(words.CRUMB_YES, n=known.count("yes"), total=len(known)))
    if unknown:
        parts.append(session.say(words.CRUMB_UNKNOWN, n=unknown))
    return _about(group.question.in_(session.language), ", ".join(parts))


def _answer(session: Session, fact: str) -> str:
    """An answer; with its question, or the statement of it, where it would say nothing alone."""
    content, language = session.content, session.language
    definition, answer = content.facts[fact], session.given(fact) or UNKNOWN
    said = answer_words(content, fact, answer, language)
    bare = next((brief.in_(language) for text, brief in BARE.items() if text.in_(language) == said), None)
    if definition.kind in CHOICES and bare is None:
        return shorten(said, MOST)
    asked = (definition.statement or definition.question).in_(language)
    return _about(asked, bare or shorten(said, MOST))


def _about(asked: str, said: str) -> str:
    """A question or statement with its answer; the question is cut so that both are about ``MOST`` characters."""
    short = shorten(asked, max(MOST // 2, MOST - len(said)))
    return f"{short}{'' if short.endswith(('?', '…')) else ':'} {said}"
