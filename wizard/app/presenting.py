"""What the advice says with large type, for a projector: the verdict, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from textual.visual import Visual

from wizard.app import words
from wizard.app.large import Large
from wizard.app.reasons import why_rows
from wizard.app.rows import Row, Rows, gap, heading, item, line, plain
from wizard.app.verdicts import COLOUR, verdict_name
from wizard.dossier.session import Session
from wizard.reasoning.advice import Advice
from wizard.reasoning.question import deciding_fact
from wizard.words import SYMBOL, verdict_words


def presented(session: Session, advice: Advice) -> Rows:
    """The advice in a few lines, spaced; first of all which variant it is about."""
    return Rows([*in_variant(session), *(_settled(session, advice) if advice.settled else _unsettled(session, advice))])


def in_variant(session: Session) -> Iterable[Visual]:
    """Which variant is in hand; nothing while that is the plan."""
    variant = session.consultation.variant
    if variant is not None:
        yield heading(session.say(words.VARIANT_IS, name=variant.name))


def _settled(session: Session, advice: Advice) -> Iterable[Visual]:
    language, verdict = session.language, advice.verdict
    yield Large(verdict_words(session.consult, verdict, language), f"bold {COLOUR[verdict]}")
    yield Row(plain(verdict_name(session, verdict), f"bold {COLOUR[verdict]}"))
    why = list(why_rows(session, advice, style="bold", brief=True))
    if why:
        yield gap()
        yield from why
    duties = dict.fromkeys(duty for finding in advice.deciding for duty in finding.duties) or advice.duties
    if duties:
        yield gap()
        yield heading(session.say(words.TO_DO))
    for duty in duties:
        yield gap()
        yield item("☐", session.content.duties[duty].text.in_(language))


def _unsettled(session: Session, advice: Advice) -> Iterable[Visual]:
    language = session.language
    yield Row(plain(session.say(words.UNSETTLED), "bold $text-warning"))
    for verdict in advice.possible:
        yield gap()
        name = verdict_words(session.consult, verdict, language)
        yield Row(plain(name, f"bold {COLOUR[verdict]}"), plain(f"{SYMBOL[verdict]:<3}", f"bold {COLOUR[verdict]}"))
    fact = deciding_fact(session.content, session.consult, advice.facts, advice.on)
    if fact:
        asked = session.content.facts[fact].question.in_(language)
        yield gap()
        yield line(session.say(words.HANGS_ON, question=asked), "bold")
