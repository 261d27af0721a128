"""What decides an advice, in words: the answers that, if otherwise, would turn the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wizard.content.model import Consult, Content, Text
from wizard.content.model import Verdict as Kind
from wizard.content.values import CHOICES
from wizard.reasoning.advice import Advice
from wizard.reasoning.decides import Turning, days_of, decides, settles
from wizard.report import view
from wizard.report.words import OR, listed
from wizard.words import SYMBOL, answer_words, date_words, verdict_words

MOST_DOUBTS = 8
"""How many a report lists; on the screen they all stand."""

ANY_OTHER = Text("elk ander antwoord", "any other answer")
UP_TO = Text("een dag tot en met {last}", "a day up to and including {last}")
FROM = Text("een dag vanaf {first}", "a day from {first} on")
BETWEEN = Text("een dag van {first} tot en met {last}", "a day from {first} up to and including {last}")


def with_doubts(shown: view.View, content: Content, advice: Advice, language: str) -> view.View:
    """``shown`` with what decides ``advice``; nothing is added while its verdict is open."""
    consult = content.consults[advice.consult]
    found = doubts(content, consult, advice, decides(content, consult, advice.facts, advice.on), language)
    return replace(shown, doubts=tuple(found[:MOST_DOUBTS]), more_doubts=max(0, len(found) - MOST_DOUBTS))


def doubts(
    content: Content, consult: Consult, advice: Advice, turnings: Iterable[Turning], language: str
) -> list[view.Doubt]:
    """``turnings`` of ``advice`` in words, those about the same questions together, in the order they come in."""
    by_facts: dict[tuple[str, ...], list[Turning]] = {}
    for turning in turnings:
        by_facts.setdefault(tuple(fact for fact, _ in turning.answers), []).append(turning)

    def way(turning: Turning) -> view.Way:
        others = tuple(other_words(content, fact, answers, language) for fact, answers in turning.answers)
        verdicts = tuple(_verdict(consult, verdict, language) for verdict in turning.verdicts)
        return view.Way(others, verdicts, advice.verdict not in turning.verdicts)

    def doubted(fact: str) -> view.Doubted:
        answer = advice.assumed.get(fact) or advice.facts[fact]
        question = content.facts[fact].question.in_(language).strip()
        return view.Doubted(question, answer_words(content, fact, answer, language), fact in advice.assumed)

    return [view.Doubt(tuple(map(doubted, facts)), tuple(map(way, found))) for facts, found in by_facts.items()]


def settlings(content: Content, consult: Consult, advice: Advice, language: str) -> list[view.Doubt]:
    """The open questions that can settle ``advice``, in words: which answers bring which verdict.

    The first one may be without ``ways``: on it the verdict hangs first, and no answer to it settles all by itself.
    """
    ways: dict[str, list[view.Way]] = {}
    for turning in settles(content, consult, advice):
        for fact, answers in turning.answers:
            found = ways.setdefault(fact, [])
            if answers:
                words = (other_words(content, fact, answers, language, is_open=True),)
                found.append(view.Way(words, tuple(_verdict(consult, v, language) for v in turning.verdicts), True))
    return [
        view.Doubt((view.Doubted(content.facts[fact].question.in_(language).strip(), "", False),), tuple(found), fact)
        for fact, found in ways.items()
    ]


def _verdict(consult: Consult, verdict: Kind, language: str) -> view.Verdict:
    return view.Verdict(SYMBOL[verdict], verdict_words(consult, verdict, language))


def other_words(content: Content, fact: str, answers: Sequence[str], language: str, *, is_open: bool = False) -> str:
    """Other answers to ``fact`` in words: “a” or “b”; every other answer (than the one it has); a stretch of days."""
    definition = content.facts[fact]
    if definition.kind not in CHOICES:
        return listed([_stretch(stretch, language) for stretch in answers], OR, language)
    if not is_open and len(answers) > 1 and len(answers) == len(definition.answers) - 1:
        return ANY_OTHER.in_(language)
    return listed([f"“{answer_words(content, fact, answer, language)}”" for answer in answers], OR, language)


def _stretch(stretch: str, language: str) -> str:
    first, last = days_of(stretch)
    text = UP_TO if first is None else FROM if last is None else BETWEEN
    days = {name: date_words(day, language) for name, day in (("first", first), ("last", last)) if day}
    return text.in_(language).format(**days)
