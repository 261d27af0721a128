"""What the advice screen says, part by part, in the order in which a reader needs it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.visual import Visual

from wizard.app import dossier_words, words
from wizard.app.reasons import finding_rows, why_rows
from wizard.app.rows import Row, Rows, click, gap, heading, item, line, plain
from wizard.app.sofar import citation, conflict_words, fact_is
from wizard.app.steps import step_rows
from wizard.app.verdicts import COLOUR, verdict_name
from wizard.content.citation import cite
from wizard.content.model import Verdict
from wizard.dossier.session import Session
from wizard.dossier.side_by_side import other_than_plan
from wizard.reasoning.advice import Advice, Finding
from wizard.reasoning.alternatives import offered
from wizard.reasoning.question import deciding_fact
from wizard.report.deadlines import deadline_words
from wizard.report.standing import Standing, standing
from wizard.words import FORCE, LEAN, TURN, answer_words, date_words


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the advice. ``name`` is stable, for styles and tests."""

    name: str
    text: Rows


def verdict(session: Session, advice: Advice) -> Rows:
    """The first thing seen: symbol, word and one sentence."""
    say, language = session.say, session.language
    if advice.settled:
        rows: list[Visual] = [Row(plain(verdict_name(session, advice.verdict), f"bold {COLOUR[advice.verdict]}"))]
        rows += why_rows(session, advice)
    else:
        rows = [Row(plain(f"… {say(words.UNSETTLED)}", "bold $text-warning"))]
        fact = deciding_fact(session.content, session.consult, advice.facts, advice.on)
        if fact:
            asked = say(words.HANGS_ON, question=session.content.facts[fact].question.in_(language))
            rows.append(Row(click(plain(asked, "bold"), "change", fact)))
        rows.append(line(say(words.UNSETTLED_SENTENCE)))
        for possible in advice.possible:
            name = verdict_name(session, possible)
            rows.append(Row(plain(name, f"bold {COLOUR[possible]}"), indent=2))
    rows += variant(session)
    if advice.assumed:
        n = len(advice.assumed)
        rows.append(line(say(words.WITH_ONE_ASSUMED if n == 1 else words.WITH_ASSUMED, n=n), "dim"))
    if session.open_question is not None:
        rows.append(line(say(words.PROVISIONAL), "dim"))
    return Rows(rows)


def variant(session: Session) -> Iterable[Visual]:
    """Which variant is in hand, and its answers that the plan does not have."""
    said = session.consultation
    if said.variant is None or said.active is None:
        return
    changed, added = other_than_plan(said, said.active)
    more = len(added)
    other = words.OTHER_THAN_PLAN if changed or more else words.SAME_AS_PLAN
    yield line(session.say(other, name=said.variant.name), "dim")
    for fact in changed:
        yield Row(click(plain(fact_is(session, fact, said.facts[fact])), "change", fact), plain("≠ "), indent=2)
    if more:
        text = words.ONE_MORE_THAN_PLAN if more == 1 else words.MORE_THAN_PLAN
        yield item("+", session.say(text, n=more), "dim", 2)


def sections(session: Session, advice: Advice) -> Iterator[Section]:
    """Every part that has something to say."""
    parts = (
        ("todo", to_do(session, advice)),
        ("instead", instead(session, advice)),
        ("weigh", weigh(session, advice)),
        ("why", why(session, advice)),
        ("contested", contested(session, advice)),
        ("assumed", assumed(session, advice)),
        ("open", still_open(session, advice)),
        ("next", next_(session, advice)),
        ("risk", risk(session, advice)),
        ("notes", notes(session)),
        ("sources", sources(session, advice)),
    )
    for name, rows in parts:
        listed = list(rows)
        if listed:
            yield Section(name, Rows(listed))


def to_do(session: Session, advice: Advice) -> Iterable[Visual]:
    """The duties as a checklist; under a "no", first those that go with the "no"."""
    if advice.verdict is not Verdict.FORBIDDEN or not advice.settled:
        yield heading(session.say(words.TO_DO))
        yield from _duties(session, advice.duties)
        if not advice.duties:
            yield line(session.say(words.NOTHING_TO_DO if advice.settled else words.DEPENDS))
        return
    stands = standing(session.content, advice)
    stop, found = stands.stop(), stands.duties()
    if stop or found.now:
        yield heading(session.say(words.TO_DO))
    if stop:
        yield line(session.say(words.STOP))
    yield from _duties(session, found.now)
    first = not (stop or found.now)
    for head, names, binds in (
        (words.TO_DO_ALREADY, found.standing, True),
        (words.TO_DO_BESIDES, found.besides, True),
        (words.TO_DO_LATER, found.later, False),
    ):
        if names:
            if not first:
                yield gap()
            first = False
            yield heading(session.say(head))
            yield from _duties(session, names, binds=binds)


def next_(session: Session, advice: Advice) -> Iterable[Visual]:
    """Other consults on the same facts to which this advice may lead."""
    offered = session.leads
    if offered:
        yield heading(session.say(words.NEXT))
    for lead in offered:
        title = session.content.consults[lead.to].title.in_(session.language)
        yield item("→", lead.text.in_(session.language))
        if lead.verdicts:  # the way back says so itself
            yield line(title, "dim", indent=2)
    if offered:
        yield line(session.say(words.NEXT_HOW), "$text-muted")


def _duties(session: Session, names: Iterable[str], *, binds: bool = True) -> Iterable[Visual]:
    on, language = session.consultation.on, session.language
    for name in names:
        duty = session.content.duties[name]
        yield item("☐", duty.text.in_(language))
        if deadline := deadline_words(duty, session.consultation.facts, language, on, session.now(), binds=binds):
            yield line(session.say(words.DEADLINE, text=deadline), indent=2)
        cited = ", ".join(cite(session.content, source, on, language).text for source in duty.sources.at(on) or ())
        if cited:
            yield line(f"§ {cited}", "dim", indent=2)


def why(session: Session, advice: Advice) -> Iterable[Visual]:
    """Each tree that applies: its result, its reasons, and every step with its source."""
    yield heading(session.say(words.WHY))
    set_out: set[str] = set()
    for conflict in advice.conflicts:
        yield item("⚠", conflict_words(session, conflict.fact, conflict.given, conflict.implied, conflict.because_of))
    stands = standing(session.content, advice)
    for finding in sorted(advice.findings, key=lambda finding: finding.verdict is not advice.verdict):
        if set_out:
            yield gap()
        yield from _finding(session, stands, finding, set_out)


def _finding(session: Session, stands: Standing, finding: Finding, set_out: set[str]) -> Iterable[Visual]:
    content, language, say = session.content, session.language, session.say
    tree = content.trees[finding.tree]
    outcome = tree.outcomes[finding.outcome] if finding.outcome else None
    result = plain(f"… {say(words.UNSETTLED)}", "bold $text-warning")
    if finding.verdict is not None:
        result = plain(verdict_name(session, finding.verdict), f"bold {COLOUR[finding.verdict]}")
    if outcome and outcome.force != "statute":
        result += plain(f"  ({FORCE[outcome.force].in_(language)})")
    yield Row(plain(tree.title.in_(language), "bold") + "  " + result)
    yield from finding_rows(session, stands, finding)
    yield from step_rows(session, finding, set_out)
    if finding.outcome is None:
        yield item("…", say(words.STILL_OPEN_HERE), "dim", 2)


def instead(session: Session, advice: Advice) -> Iterable[Visual]:
    """What would make a "no" or an "it depends" better."""
    if advice.verdict.rank < Verdict.ASSESS.rank:
        return
    found = session.alternatives
    asks_whether_it_may = Verdict.FORBIDDEN not in session.consult.words
    if not found and not (advice.settled and asks_whether_it_may and offered(session.content, session.consult)):
        return
    yield heading(session.say(words.INSTEAD))
    if not found:
        yield line(session.say(words.NO_INSTEAD))
    for alternative in found:
        how = " ".join(text.in_(session.language) for text in alternative.how)
        yield item("→", how)
        then = session.say(words.THEN, verdict=verdict_name(session, alternative.verdict))
        if alternative.depends_on:
            question = session.content.facts[alternative.depends_on].question.in_(session.language)
            then += f" ({session.say(words.DEPENDS_ON, question=question)})"
        yield line(then, COLOUR[alternative.verdict], indent=2)


def weigh(session: Session, advice: Advice) -> Iterable[Visual]:
    """The points a person must weigh, for each tree that leaves it to them, and how we see it."""
    content, language, say = session.content, session.language, session.say
    stands = standing(content, advice)
    first = True
    for finding in advice.findings:
        points, lean = stands.weighing(finding)
        if not (points or lean):
            continue
        yield heading(say(words.WEIGH)) if first else gap()
        first = False
        yield Row(plain(content.trees[finding.tree].title.in_(language), "bold"))
        for point in points:
            yield item("⚖", point.in_(language), indent=2)
        yield line(say(words.LEAN, text=LEAN[lean].in_(language)) if lean else say(words.LEAN_OPEN), "bold", indent=2)


def contested(session: Session, advice: Advice) -> Iterable[Visual]:
    """The points on which authorities disagree, with who says so."""
    names = dict.fromkeys(name for finding in advice.findings for name in finding.contested)
    if names:
        yield heading(session.say(words.CONTESTED))
    for name in names:
        note = session.content.contested[name]
        yield item("⚡", note.text.in_(session.language))
        found = note.sources.at(advice.on) or ()
        cited = ", ".join(cite(session.content, source, advice.on, session.language).text for source in found)
        if cited:
            yield line(f"§ {cited}", "dim", indent=2)


def assumed(session: Session, advice: Advice) -> Iterable[Visual]:
    """What nobody answered and is taken as usual; numbered, so that one key changes it."""
    if not advice.assumed:
        return
    yield heading(session.say(words.ASSUMED))
    yield line(session.say(words.ASSUMED_HELP), "dim")
    for n, (fact, answer) in enumerate(advice.assumed.items(), 1):
        body = click(plain(fact_is(session, fact, answer)), "change", fact)
        yield Row(body, plain(f"{n if n < 10 else ' '}  ", "bold $text-primary"))


def still_open(session: Session, advice: Advice) -> Iterable[Visual]:
    """What is not known, and how the verdict turns on it."""
    content, language, say = session.content, session.language, session.say
    if not advice.open:
        return
    yield heading(say(words.OPEN))
    yield line(say(TURN[advice.settled]))
    yield line(say(words.OPEN_HELP), "dim")
    for fact in advice.open:
        note = session.note_on(fact)
        who = f"  ✎ {say(dossier_words.WHO)}: {note}" if note else ""
        text = content.facts[fact].question.in_(language) + who
        yield Row(click(plain(text), "change", fact), plain("? "))
    if advice.scenarios:
        yield gap()
        yield heading(say(words.SCENARIOS))
    for scenario in advice.scenarios:
        clauses = []
        for fact, answers in scenario.answers:
            said = f" {say(words.OR)} ".join(answer_words(content, fact, answer, language) for answer in answers)
            asked = (content.facts[fact].statement or content.facts[fact].question).in_(language)
            clauses.append(f"“{asked}” = {said}")
        verdicts = Content(f" {say(words.OR)} ").join(
            [plain(verdict_name(session, one), f"bold {COLOUR[one]}") for one in scenario.verdicts]
        )
        joined = f", {say(words.AND)} ".join(clauses)
        yield Row(plain(f"{say(words.IF)} {joined}: ") + verdicts, plain("◇ "))
    if advice.more_scenarios:
        yield line(say(words.MORE_SCENARIOS), "dim")


def risk(session: Session, advice: Advice) -> Iterable[Visual]:
    """Who enforces each law in play, and the most it can cost, on the reference date."""
    content, language, on = session.content, session.language, advice.on
    names: dict[str, None] = {}
    for finding in advice.findings:
        risk_of_tree = content.trees[finding.tree].risk
        if risk_of_tree and finding.verdict is not Verdict.NOT_APPLICABLE:
            names[risk_of_tree] = None
    if names:
        yield heading(session.say(words.RISK))
    for name in names:
        found = content.risks[name]
        supervisor, maximum, note = found.supervisor.at(on), found.maximum.at(on), found.note.at(on)
        if supervisor:
            yield item("•", session.say(words.SUPERVISOR, text=supervisor.in_(language)))
        if maximum:
            yield line(session.say(words.MAXIMUM, text=maximum.in_(language)), indent=2)
        if note:
            yield line(note.in_(language), indent=2)


def notes(session: Session) -> Iterable[Visual]:
    """The user's own notes."""
    found = [(fact, given.note) for fact, given in session.consultation.answers.items() if given.note]
    if found:
        yield heading(session.say(words.NOTES))
    for fact, note in found:
        question = session.content.facts[fact].question.in_(session.language)
        yield Row(click(plain(question, "dim") + plain(f" {note}"), "change", fact), plain("✎ "))


def sources(session: Session, advice: Advice) -> Iterable[Visual]:
    """Every rule cited, with what it says, where to read it, and when it was checked."""
    if advice.sources:
        yield heading(session.say(words.SOURCES))
    for name in advice.sources:
        yield from citation(session, name)
        checked = date_words(session.content.sources[name].checked, session.language)
        yield line(session.say(words.CHECKED, day=checked), "dim", indent=2)
