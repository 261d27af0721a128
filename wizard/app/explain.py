"""What F2 shows: why a question is asked, its words, its answers, and the law behind it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.visual import Visual

from wizard.app import words
from wizard.app.rows import Row, Rows, gap, heading, line, plain
from wizard.app.sofar import law_behind
from wizard.dossier.session import Session
from wizard.reasoning.question import Question


def explanation(session: Session, question: Question) -> Rows:
    """Everything the content says about a question."""
    return Rows(_rows(session, question))


def _rows(session: Session, question: Question) -> Iterable[Visual]:
    content, language, say = session.content, session.language, session.say
    facts = [content.facts[fact] for fact in question.facts]
    if question.group and len(facts) > 1:
        yield line(content.groups[question.group].question.in_(language), "bold")
    for fact in facts:
        yield line(fact.question.in_(language), "bold")
        if fact.why:
            yield line(fact.why.in_(language), indent=2)
        yield gap()
    explained = [answer for fact in facts for answer in fact.answers.values() if answer.help]
    if explained:
        yield heading(say(words.ANSWERS_EXPLAINED))
        for answer in explained:
            assert answer.help is not None
            yield Row(plain(f"{answer.label.in_(language)}: ", "bold") + plain(answer.help.in_(language)), plain("• "))
        yield gap()
    terms = dict.fromkeys(term for fact in facts for term in fact.terms)
    if terms:
        yield heading(say(words.GLOSSARY))
        for name in terms:
            term = content.terms[name]
            yield Row(plain(f"{term.term.in_(language)}: ", "bold") + plain(term.meaning.in_(language)), plain("• "))
        yield gap()
    yield from law_behind(session, question, link=True)
