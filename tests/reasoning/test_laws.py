"""The laws of the engine, held over the law itself: every path of every tree in every period of law.

"Every period" is every day on which anything in the content changes, with the day before and the day after.
"""

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.reasoning.pairs import milder, turns
from wizard.content.load import load
from wizard.content.model import UNKNOWN, Content, Verdict
from wizard.content.needs import needed
from wizard.content.values import CHOICES
from wizard.reasoning.advice import advise
from wizard.reasoning.paths import boundaries, paths, turning_days
from wizard.reasoning.question import FULL, QUICK, next_question
from wizard.reasoning.walk import alike, possible_verdicts, situate

LAW = load()
PERIODS = boundaries(LAW)
TURNS = turning_days(LAW)  # between two of these every verdict stays the same, so they stand for all days
CHANNELS = tuple(
    dict.fromkeys(alike(LAW)["channel", answer][1] for answer in LAW.facts["channel"].answers if answer != "leaflet")
)
APPROACH = LAW.consults["approach"]
MET = [(channel, day) for channel in CHANNELS for day in turns(LAW, APPROACH, {"channel": channel})]
"""With each channel: every turning day on which the law is another that a message by this channel can meet."""
VALID = {
    "consent": "yes",
    "consent_active": "yes",
    "consent_specific": "yes",
    "consent_free": "yes",
    "consent_provable": "yes",
    "consent_withdrawable": "yes",
}


READ = {
    consult.id: sorted(name for kind, name in needed(LAW, consult) if kind == "facts")
    for consult in LAW.consults.values()
}
"""The facts that a consult can read."""


@pytest.fixture(scope="module")
def ends() -> dict[date, dict[str, set[str]]]:
    """By turning day and tree: the outcomes in which the paths end. Every path is walked once per period of law."""
    return {
        day: {tree.id: {path.outcome for path in paths(LAW, tree, day)} for tree in LAW.trees.values()} for day in TURNS
    }


def test_every_path_ends_in_an_outcome_with_a_reason_and_a_source_in_force(
    ends: dict[date, dict[str, set[str]]], days: tuple[date, ...]
) -> None:
    for day in days:
        period = max(turn for turn in TURNS if turn <= day)
        for tree in LAW.trees.values():
            for name in ends[period][tree.id]:
                outcome = tree.outcomes[name]
                where = f"{tree.id}:{name} on {day}"
                sources = outcome.sources.at(day) or ()
                assert sources, where
                assert all(LAW.sources[source].in_force(day) for source in sources), where
                if outcome.verdict is not None:
                    assert outcome.because.at(day), where
                if outcome.verdict is Verdict.CONDITIONAL:
                    assert any(LAW.duties[duty].in_force(day) for duty in outcome.duties.at(day) or ()), where


def test_every_outcome_is_reached_by_some_path(ends: dict[date, dict[str, set[str]]]) -> None:
    for tree in LAW.trees.values():
        assert set(tree.outcomes) == set().union(*(found[tree.id] for found in ends.values())), tree.id


@pytest.mark.parametrize(("channel", "day"), MET, ids=str)
def test_valid_consent_never_makes_it_worse(channel: str, day: date) -> None:
    """Against no consent and against a fault; one fault stands for all (next test); also given after an objection."""
    for minor, fault in (("no", "consent"), ("no", "consent_active"), ("with_parent", "consent")):
        for before, after in (("no", "no"), ("yes", "yes_then_consent")):
            shared = {"channel": channel, "minor": minor} | VALID
            faulty, valid = shared | {fault: "no", "objection": before}, shared | {"objection": after}
            assert milder(LAW, APPROACH, day, faulty, valid) is None


def test_no_tree_tells_one_fault_in_consent_from_another(law: Content) -> None:
    faults = [name for name in law.trees["consent_valid"].outcomes if name not in ("VALID", "NO_CONSENT")]
    assert len({alike(law)["test consent_valid", fault] for fault in faults}) == 1


@pytest.mark.parametrize(("channel", "day"), MET, ids=str)
def test_an_objection_never_makes_it_better(channel: str, day: date) -> None:
    objected, free = {"channel": channel, "objection": "yes"}, {"channel": channel, "objection": "no"}
    assert milder(LAW, APPROACH, day, objected, free) is None


@pytest.mark.parametrize(("channel", "day"), MET, ids=str)
def test_sensitive_data_never_make_it_better(channel: str, day: date) -> None:
    ordinary = {"channel": channel, "sensitive_data": "none"}
    for kind in ("special", "by_context", "criminal"):
        assert milder(LAW, APPROACH, day, {"channel": channel, "sensitive_data": kind}, ordinary) is None


KEY_DAYS = [date(2004, 5, 19), date(2012, 2, 9), date(2018, 5, 25), date(2021, 7, 1), TURNS[-1]]
"""A day of every regime. Collecting reads so much that all its turning days take minutes."""
OTHERS = [
    (name, day)
    for name, consult in LAW.consults.items()
    if name != "approach"
    for day in (KEY_DAYS if name == "collect" else turns(LAW, consult, {}))
]


@pytest.mark.parametrize(("name", "day"), OTHERS, ids=str)
def test_in_every_consult_consent_never_worsens_and_objection_and_sensitive_data_never_better(
    name: str, day: date
) -> None:
    consult, read = LAW.consults[name], READ[name]
    if "consent" in read:
        valid = {fact: "yes" for fact in VALID if fact in read}
        for before, after in (("no", "no"), ("yes", "yes_then_consent")) if "objection" in read else (("", ""),):
            objected = ({"objection": before}, {"objection": after}) if before else ({}, {})
            for fault in ("consent", "consent_active"):
                if fault in read:
                    faulty = valid | {fault: "no"} | objected[0]
                    assert milder(LAW, consult, day, faulty, valid | objected[1]) is None
    if "objection" in read:
        assert milder(LAW, consult, day, {"objection": "yes"}, {"objection": "no"}) is None
    if "sensitive_data" in read:
        for kind in ("special", "by_context", "criminal"):
            assert milder(LAW, consult, day, {"sensitive_data": kind}, {"sensitive_data": "none"}) is None


def _values(name: str) -> list[str]:
    fact = LAW.facts[name]
    if fact.kind in CHOICES:
        return [*fact.answers, UNKNOWN]
    typed = {
        "date": ["2008-01-01", "2019-12-31", "2021-07-01"],
        "datetime": ["2016-01-01T09:00", "2026-11-20T16:30"],
        "text": ["Een tekst."],
    }
    return [*typed[fact.kind], UNKNOWN]


DAYS = st.dates(LAW.law_from, date(2027, 1, 1)) | st.sampled_from(PERIODS)
CONSULTS = st.sampled_from([*LAW.consults, *["approach"] * 4])


@st.composite
def situations(draw: st.DrawFn, consults: st.SearchStrategy[str] = CONSULTS) -> tuple[str, dict[str, str]]:
    """A consult and any answers to what it reads."""
    consult = draw(consults)
    optional = {name: st.sampled_from(_values(name)) for name in READ[consult]}
    return consult, draw(st.fixed_dictionaries({}, optional=optional))


IMPLIED = {
    name: {other for fact in read for answer in LAW.facts[fact].answers.values() for other in answer.implies}
    for name, read in READ.items()
}
"""What answers to what a consult reads may settle."""


@settings(max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(situation=situations(), day=DAYS, data=st.data())
def test_unknown_is_exactly_the_union_of_its_scenarios(
    situation: tuple[str, dict[str, str]], day: date, data: st.DataObject
) -> None:
    """Of answers that do not contradict each other, and of which none falls silent (see docs/reasoning.md).

    What another answer may settle is no scenario by itself.
    """
    consult, facts = LAW.consults[situation[0]], situation[1]
    choices = [name for name in READ[consult.id] if LAW.facts[name].kind in CHOICES and name not in IMPLIED[consult.id]]
    name = data.draw(st.sampled_from(choices))
    known = {fact: answer for fact, answer in facts.items() if fact != name}
    open_ = situate(LAW, consult, known | {name: UNKNOWN}, day)
    assume(not open_.conflicts)
    whole = set(possible_verdicts(LAW, consult, known | {name: UNKNOWN}, day))
    parts: set[Verdict] = set()
    for answer in LAW.facts[name].answers:
        if open_.assume(name, answer, {}) is not None:  # else it contradicts what is known: no scenario at all
            assume(open_.implying <= situate(LAW, consult, known | {name: answer}, day).implying)
            parts |= set(possible_verdicts(LAW, consult, known | {name: answer}, day))
    assert whole == parts


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(name=CONSULTS, day=DAYS, depth=st.sampled_from([QUICK, FULL]), data=st.data())
def test_a_journey_never_asks_twice_and_ends_settled(name: str, day: date, depth: str, data: st.DataObject) -> None:
    consult = LAW.consults[name]
    facts: dict[str, str] = {}
    for _ in range(len(LAW.facts) + 1):
        question = next_question(LAW, consult, facts, day, depth)
        if question is None:
            break
        for fact in question.facts:
            assert fact not in facts, f"{fact} is asked twice"
            facts[fact] = data.draw(st.sampled_from(_values(fact)), label=fact)
    assert next_question(LAW, consult, facts, day, depth) is None
    advice = advise(LAW, consult, facts, day)
    if UNKNOWN not in facts.values():
        assert advice.settled
        if depth == FULL:
            assert all(finding.outcome for finding in advice.findings)
            assert not advice.assumed
    assert advice == advise(LAW, consult, facts, day)
    assert advice.verdict is advice.possible[-1]
    for finding in advice.findings:
        if advice.settled and finding.verdict:
            assert finding.verdict.rank <= advice.verdict.rank


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(situation=situations(), day=DAYS)
def test_any_facts_give_an_advice_whose_parts_agree(situation: tuple[str, dict[str, str]], day: date) -> None:
    consult, facts = LAW.consults[situation[0]], situation[1]
    advice = advise(LAW, consult, facts, day)
    assert advice.possible
    assert set(advice.unused) <= set(facts)
    assert not set(advice.open) & {name for name, answer in facts.items() if answer != UNKNOWN}
    for source in advice.sources:
        assert LAW.sources[source].in_force(day)
    for duty in advice.duties:
        assert LAW.duties[duty].in_force(day)
    for scenario in advice.scenarios:
        assert set(scenario.verdicts) <= set(advice.possible)
