"""How the answers to a question are written as lines to choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.content import Content
from textual.visual import Visual

from wizard.app import words
from wizard.app.rows import Row, Rows, line, plain
from wizard.content.model import UNKNOWN, Fact
from wizard.content.values import CHOICES
from wizard.dossier.session import Session
from wizard.reasoning.question import Question
from wizard.words import DONT_KNOW

MARKS = {"yes": "[x]", "no": "[-]", UNKNOWN: "[?]", "": "[ ]"}
STATES = {
    "yes": words.STATE_YES,
    "no": words.STATE_NO,
    UNKNOWN: words.STATE_UNKNOWN,
    "": words.STATE_EMPTY,
}
NEXT_STATE = {"": "yes", "yes": "no", "no": UNKNOWN, UNKNOWN: "yes"}


class Line(NamedTuple):
    """One line of the list. ``kind`` is answer, fact, none, rest or go; ``value`` is the answer or the fact."""

    kind: str
    value: str
    text: Visual
    help: str = ""


def for_fact(session: Session, fact: Fact, *, roomy: bool) -> list[Line]:
    """The answers to a single fact, "I don't know" last. ``roomy``: with their explanation below each."""
    language = session.language
    presumed = None if session.given(fact.id) else _presumed(session, fact)
    lines = []
    if fact.kind in CHOICES:
        for n, answer in enumerate(fact.answers.values(), 1):
            body = _remarked(plain(answer.label.in_(language)), session, fact.id, answer.id, presumed)
            help_ = answer.help.in_(language) if answer.help else ""
            lines.append(Line("answer", answer.id, _numbered(n, body, help_, roomy), help_))
    body = _remarked(plain(DONT_KNOW.in_(language)), session, fact.id, UNKNOWN, presumed)
    recorded = fact.id in session.consult.record
    help_ = session.say(words.DONT_KNOW_RECORD_HELP if recorded else words.DONT_KNOW_HELP)
    lines.append(Line("answer", UNKNOWN, _numbered(0, body, help_, roomy), help_))
    return lines


def _presumed(session: Session, fact: Fact) -> str | None:
    return session.advice.assumed.get(fact.id) if fact.presumed else None


def _remarked(body: Content, session: Session, fact: str, answer: str, presumed: str | None) -> Content:
    """``body`` with what there is to say about an answer: that it was given, or is presumed."""
    if session.given(fact) == answer:
        return body + plain(f"  ‹ {session.say(words.YOUR_ANSWER)}", "bold $text-primary")
    if presumed == answer:
        return body + plain(f"  ‹ {session.say(words.PRESUMED_NOW)}", "$text-muted")
    return body


def _numbered(number: int, body: Content, help_: str, roomy: bool) -> Visual:
    row = Row(body, plain(f"{number:>2}  "))
    return Rows([row, line(help_, "dim", indent=4)]) if roomy and help_ else row


def for_group(session: Session, question: Question, becoming_no: bool) -> list[Line]:
    """The lines of a checklist, then what can be done with them all at once."""
    content, language, say = session.content, session.language, session.say
    width = max(len(say(state)) for state in (*STATES.values(), words.STATE_BECOMES_NO))
    lines = []
    for n, name in enumerate(question.facts, 1):
        fact = content.facts[name]
        state = session.given(name) or ""
        mark, word = MARKS[state], say(STATES[state])
        if becoming_no and not state:
            mark, word = MARKS["no"], say(words.STATE_BECOMES_NO)
        style = "dim" if not state and not becoming_no else "bold"
        head = plain(f"{n:>2}  ") + plain(f"{mark} {word:<{width}}  ", style)
        body = plain((fact.statement or fact.question).in_(language))
        if session.note_on(name):
            body += plain(f"  ✎ {say(words.NOTE)}", "dim")
        text = Row(body, head)
        lines.append(Line("fact", name, text, fact.why.in_(language) if fact.why else ""))
    how = say(words.GROUP_HOW)
    for kind, label in (("none", words.NONE_OF_THESE), ("rest", words.REST_UNKNOWN), ("go", words.GO_ON)):
        lines.append(Line(kind, "", Row(plain(say(label)), plain("    ")), how))
    return lines


def states(session: Session, question: Question) -> Mapping[str, str]:
    """The state of every line of a checklist: yes, no, unknown or empty."""
    return {fact: session.given(fact) or "" for fact in question.facts}
