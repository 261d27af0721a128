"""What was found, in full: a term with its rules, a rule with every place where it stood; and all questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from textual.visual import Visual

from wizard.app import words
from wizard.app.rows import Rows, gap, heading, item, line
from wizard.content.citation import cite
from wizard.content.lookup import Found, said, stood
from wizard.dossier.questions import standings
from wizard.dossier.session import Session
from wizard.words import CONFIDENCE, KIND, answer_words, date_words


def details(session: Session, found: Found, on: date) -> Rows:
    """Everything the content says of a term or a source, as it stands on ``on``."""
    return Rows(_term(session, found, on) if found.kind == "term" else _source(session, found.id, on))


def _term(session: Session, found: Found, on: date) -> Iterator[Visual]:
    term = session.content.terms[found.id]
    yield line(found.text)
    other = term.term.in_("nl" if session.language == "en" else "en")
    if other != found.head:
        yield gap()
        yield line(session.say(words.OTHER_LANGUAGE, term=other), "$text-muted")
    if term.sources:
        yield gap()
        yield heading(session.say(words.SOURCES))
        for name in term.sources:
            cited = cite(session.content, name, on, session.language)
            yield item("§", cited.text, "bold")
            yield from _note(session, name, on)
            yield line(cited.says, indent=2)


def _source(session: Session, name: str, on: date) -> Iterator[Visual]:
    content, language, say = session.content, session.language, session.say
    source, cited = content.sources[name], cite(content, name, on, language)
    act = content.acts.get(source.act.at(on) or "")
    if act is not None and act.name.in_(language) not in cited.text:
        yield line(act.name.in_(language), "$text-muted")
    yield from _note(session, name, on)
    yield line(cited.says)
    places = stood(content, name, language)
    if len(places) > 1:
        yield gap()
        yield heading(say(words.WHERE_IT_STOOD))
        for place in places:
            start, where = date_words(place.start, language), place.where or say(words.NOWHERE)
            if place.end is None:
                yield item("•", say(words.SINCE_DAY, start=start, where=where))
            else:
                end = date_words(place.end, language)
                yield item("•", say(words.FROM_UNTIL, start=start, end=end, where=where))
    yield gap()
    kind = _begin(KIND[cited.kind].in_(language) if cited.kind in KIND else cited.kind)
    yield line(say(words.HOW_CERTAIN, kind=kind, confidence=CONFIDENCE[cited.confidence].in_(language)))
    if cited.url:
        yield line(cited.url)
    yield line(_begin(say(words.CHECKED, day=date_words(cited.checked, language))), "$text-muted")


def _begin(text: str) -> str:
    """``text`` with a capital to begin with."""
    return text[:1].upper() + text[1:]


def _note(session: Session, name: str, on: date) -> Iterable[Visual]:
    if not session.content.sources[name].in_force(on):
        said = session.say(words.NOT_IN_FORCE, day=date_words(on, session.language))
        yield line(f"⚠ {said}", "bold")


def questions(session: Session) -> list[Found]:
    """Every question of the consult in hand, with how it stands."""
    content, language = session.content, session.language
    listed = []
    for standing in standings(session):
        definition = content.facts[standing.fact]
        asked = definition.question.in_(language)
        statement = definition.statement.in_(language) if definition.statement else ""
        answer = answer_words(content, standing.fact, standing.answer, language) if standing.answer is not None else ""
        how = session.say(words.STANDING[standing.state], answer=answer)
        listed.append(Found("question", standing.fact, asked, how, said(asked, statement), said(asked, statement, how)))
    return listed
