"""What the conversation shows, as plain lines: a question, its explanation, the answers, the state of the advice."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator

from wizard.content.citation import cite
from wizard.content.fault import printable
from wizard.content.model import UNKNOWN
from wizard.dossier.folder import default_dossiers
from wizard.dossier.session import Session
from wizard.plain import dossier_words, words
from wizard.plain.way_words import IN_VARIANT
from wizard.reasoning.question import FULL, Question
from wizard.report.standing import MOST_REASONS, standing
from wizard.report.words import or_else
from wizard.words import DONT_KNOW, answer_words, date_words, verdict_words


def opening(session: Session) -> Iterator[str]:
    """The first lines: what this consultation is about and which law applies."""
    consult = session.consult
    day = date_words(session.consultation.on, session.language)
    yield f"{consult.title.in_(session.language)}. {consult.intro.in_(session.language)}"
    yield f"{session.say(words.LAW_OF, day=day)} {session.say(words.WELCOME)}"


def kept(session: Session) -> str:
    """That all is on disk, and what to type to go on with this very dossier."""
    path = session.keeper.path
    if path is None:
        return session.say(words.NOTHING_KEPT)
    usual = os.path.realpath(path.parent) == os.path.realpath(default_dossiers())
    name = path.stem if usual else str(path.absolute())
    command = shlex.join(["magdat", "ask", "--plain", *session.options, "--dossier", name])
    return printable(session.say(words.KEPT, command=command))


def heading(session: Session, question: Question) -> Iterator[str]:
    """The line that starts a question or a checklist."""
    content, language = session.content, session.language
    group = checklist(session, question)
    text = content.groups[group].question if group else content.facts[question.facts[0]].question
    variant = session.consultation.variant
    named = session.say(IN_VARIANT, name=printable(variant.name)) if variant else ""
    yield ""
    yield named + session.say(words.QUESTION, n=session.count, question=text.in_(language))
    if group:
        yield session.say(words.GROUP_HOW)


def checklist(session: Session, question: Question) -> str | None:
    """The checklist that a question is, or goes on with; ``None`` when it stands alone."""
    group = session.content.group_of.get(question.facts[0])
    return group.id if group is not None and (question.group or session.begun) else None


def asked(session: Session, question: Question, line: int) -> Iterator[str]:
    """One fact of a question, with its answers by number."""
    content, language = session.content, session.language
    fact = content.facts[question.facts[line]]
    if checklist(session, question):
        statement = (fact.statement or fact.question).in_(language)
        total = session.begun + len(question.facts)
        if total > 1:
            statement = session.say(words.LINE, n=session.begun + line + 1, total=total, statement=statement)
        yield statement
    elif fact.why:
        yield fact.why.in_(language)
    if how := words.TYPE_HOW.get(fact.kind):
        yield session.say(how)
    for number, answer in enumerate(fact.answers.values(), 1):
        usual = session.say(words.USUAL) if _usual(session, fact.id) == answer.id else ""
        yield f"{number}. {answer.label.in_(language)}{usual}"
        if answer.help:
            yield f"   {answer.help.in_(language)}"
    yield f"0. {DONT_KNOW.in_(language)}"
    given = session.given(fact.id)
    if given is not None and session.changing:
        yield session.say(words.NOW, answer=answer_words(content, fact.id, given, language))
    if note := session.note_on(fact.id):
        yield session.say(dossier_words.WHO if given == UNKNOWN else words.NOTE_NOW, note=printable(note))


def _usual(session: Session, fact: str) -> str | None:
    """What is presumed about ``fact``, when we ask on although it is."""
    return session.content.facts[fact].presumed if session.consultation.depth == FULL else None


def explanation(session: Session, fact_id: str) -> Iterator[str]:
    """Why a fact is asked, what its words mean, and the law behind it as it stands on the reference date."""
    content, language, on = session.content, session.language, session.consultation.on
    fact = content.facts[fact_id]
    yield fact.question.in_(language)
    if fact.why:
        yield session.say(words.WHY_ASKED, why=fact.why.in_(language))
    if fact.terms:
        yield session.say(words.TERMS)
        for name in fact.terms:
            term = content.terms[name]
            yield f"- {term.term.in_(language)}: {term.meaning.in_(language)}"
    sources = [name for name in fact.sources if content.sources[name].in_force(on)]
    if sources:
        yield session.say(words.LAW)
    for name in sources:
        citation = cite(content, name, on, language)
        yield f"- {citation.text}. {citation.says}".rstrip()
        if citation.url:
            yield f"  {session.say(words.LINK, url=citation.url)}"
    if not (fact.why or fact.terms or sources):
        yield session.say(words.NOTHING_MORE)


def answers(session: Session) -> Iterator[str]:
    """Every answer given, numbered; those that play no part now are marked."""
    content, language = session.content, session.language
    given = session.consultation.answers
    if not given:
        yield session.say(words.NO_ANSWERS)
        return
    yield session.say(words.YOUR_ANSWERS)
    unused = session.advice.unused
    for number, (fact, answer) in enumerate(given.items(), 1):
        said = answer_words(content, fact, answer.answer, language)
        mark = session.say(words.UNUSED) if fact in unused else ""
        yield f"{number}. {content.facts[fact].question.in_(language)} {said}{mark}"
        if answer.note:
            label = dossier_words.WHO if answer.answer == UNKNOWN else words.NOTE_NOW
            yield f"   {session.say(label, note=printable(answer.note))}"


def status(session: Session) -> Iterator[str]:
    """The verdict so far, or those that remain, and the duties so far."""
    advice, language = session.advice, session.language
    said = [verdict_words(session.consult, verdict, language) for verdict in advice.possible]
    if advice.settled:
        yield session.say(words.SO_FAR, verdict=said[0])
        why = standing(session.content, advice).why(language)
        yield from why.certain[:1]
        if why.either:
            left = len(why.either) - MOST_REASONS
            more = f" {session.say(words.MORE_REASONS, n=left)}" if left > 0 else ""
            yield f"{session.say(words.ONE_OF)} {or_else(why.either[:MOST_REASONS], language)}{more}"
    else:
        yield session.say(words.SO_FAR_OPEN, verdicts="; ".join(said))
    if not advice.duties:
        yield session.say(words.NO_DUTIES)
    found = standing(session.content, advice).duties()
    others = ((words.OTHER_DUTIES[holds], getattr(found, holds)) for holds in words.OTHER_DUTIES)
    for head, names in ((words.TO_DO, found.now), *others):
        if names:
            yield session.say(head)
        yield from (f"- {session.content.duties[name].text.in_(language)}" for name in names)
