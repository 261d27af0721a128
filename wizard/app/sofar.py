"""What stands beside a question: the advice so far, and the law behind the question."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.visual import Visual

from wizard.app import words
from wizard.app.reasons import why_rows
from wizard.app.rows import Row, Rows, click, gap, heading, item, line, plain
from wizard.app.verdicts import COLOUR, verdict_name
from wizard.content.citation import cite
from wizard.content.model import Verdict
from wizard.dossier.session import Session
from wizard.reasoning.advice import Advice
from wizard.reasoning.question import Question
from wizard.words import SYMBOL, answer_words, verdict_words


def strip(session: Session, advice: Advice) -> list[Content]:
    """The verdicts still possible, in one line: all of them; mildest and strictest; how many, with the strictest.

    Always in the words of the consult: what is short for one says something else in another.
    """
    say = session.say
    names = [plain(verdict_name(session, verdict), f"bold {COLOUR[verdict]}") for verdict in advice.possible]
    if advice.settled:
        return [plain(f"{say(text)}: ") + names[0] for text in (words.CERTAIN_VERDICT, words.CERTAIN_BRIEFLY)]
    label = plain(f"{say(words.STILL_POSSIBLE)}: ")
    ends = [label + names[0] + " … " + names[-1]] if len(names) > 2 else []
    count = plain(say(words.COUNT_POSSIBLE, n=len(names)) + " ")
    return [label + Content("  ").join(names), *ends, count + names[-1], plain("… ") + names[-1]]


def beside(session: Session, question: Question | None) -> Rows:
    """The whole side pane."""
    advice = session.advice
    parts = [*so_far(session, advice), gap(), *law_behind(session, question)]
    if advice.assumed and session.consultation.answers:
        parts += [gap(), heading(session.say(words.ASSUMED_SO_FAR))]
        for fact, answer in advice.assumed.items():
            parts.append(Row(click(plain(fact_is(session, fact, answer)), "change", fact), plain("~ ")))
    return Rows(parts)


def so_far(session: Session, advice: Advice) -> Iterable[Visual]:
    """Verdicts still possible and ruled out, why (once that is certain), contradictions, duties."""
    say = session.say
    yield heading(say(words.CERTAIN_VERDICT if advice.settled else words.STILL_POSSIBLE))
    for verdict in Verdict:
        symbol, name = SYMBOL[verdict].ljust(2), verdict_words(session.consult, verdict, session.language)
        if verdict in advice.possible:
            yield Row(plain(name, f"bold {COLOUR[verdict]}"), plain(f"{symbol} ", f"bold {COLOUR[verdict]}"))
        elif not advice.settled:
            yield Row(plain(f"{name} ({say(words.RULED_OUT)})", "$text-muted"), plain("·  "))
    yield from why_rows(session, advice, style="$text-muted", brief=True)
    for conflict in advice.conflicts:
        yield gap()
        yield item("⚠", conflict_words(session, conflict.fact, conflict.given, conflict.implied, conflict.because_of))
    yield gap()
    yield heading(say(words.DUTIES_SO_FAR))
    for duty in advice.duties:
        yield item("☐", session.content.duties[duty].text.in_(session.language))
    if not advice.duties:
        yield line(say(words.NO_DUTIES_YET), "$text-muted")


def conflict_words(session: Session, fact: str, given: str, implied: str, because_of: str) -> str:
    """A contradiction between two answers, in words."""
    facts, language = session.content.facts, session.language
    return session.say(
        words.CONFLICT,
        fact=facts[fact].question.in_(language),
        given=answer_words(session.content, fact, given, language),
        implied=answer_words(session.content, fact, implied, language),
        because=facts[because_of].question.in_(language),
    )


def fact_is(session: Session, fact: str, answer: str) -> str:
    """A fact with its answer, in one line."""
    definition = session.content.facts[fact]
    asked = (definition.statement or definition.question).in_(session.language)
    said = answer_words(session.content, fact, answer, session.language)
    return f"{asked} {said}" if asked.endswith("?") else f"{asked}: {said}"


def law_behind(session: Session, question: Question | None, *, link: bool = False) -> Iterable[Visual]:
    """The rules a question rests on, as they stood on the reference date."""
    yield heading(session.say(words.LAW_BEHIND))
    on, content = session.consultation.on, session.content

    def in_force(names: Iterable[str]) -> list[str]:
        return [name for name in dict.fromkeys(names) if content.sources[name].in_force(on)]

    facts = question.facts if question else ()
    cited = in_force(question.cite if question else ())
    found = cited or in_force(name for fact in facts for name in content.facts[fact].sources)
    for name in found:
        yield from citation(session, name, link=link)
    if not found:
        yield line(session.say(words.NO_LAW), "$text-muted")


def citation(session: Session, name: str, *, link: bool = True) -> Iterable[Visual]:
    """A rule: pinpoint, what it says, and where to read it."""
    cited = cite(session.content, name, session.consultation.on, session.language)
    yield item("§", cited.text, "bold")
    if cited.says:
        yield line(cited.says, indent=2)
    if link and cited.url:
        yield line(cited.url, "$text-muted", indent=2)
