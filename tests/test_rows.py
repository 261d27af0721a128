"""Every row of the decision tables of the law, and every situation, has a case that gives what the row says.

The rows stand in tests/law/*.yaml (tests/law/rows.py says what they hold).
"""

import re
from datetime import date
from functools import cache

import pytest

from tests.law.rows import Expected, Row, conditions, load, situations, tables
from wizard.casework import Result, outcomes, run_case
from wizard.content.load import load as load_law
from wizard.reasoning.deadline import due

LAW = load_law(cases=True)
PRIVACY, TELECOM, QUESTIONS = load("privacy.yaml"), load("telecom.yaml"), load("questions.yaml")["questions"]
TABLES = [*tables(PRIVACY), *tables(TELECOM)]
SITUATIONS = [*situations(PRIVACY), *situations(TELECOM)]
CODES = conditions(TELECOM)

# How many rows each table has: a row that is dropped fails here.
COUNTS = {
    "Tabel 11.1 privacyrecht": 7,
    "Tabel 11.2 privacyrecht": 13,
    "Tabel 11.3 privacyrecht": 10,
    "Tabel 11.4 privacyrecht": 11,
    "Tabel 11.5 privacyrecht": 6,
    "Tabel 11.6 privacyrecht": 9,
    "Tabel 11.7 privacyrecht": 9,
    "Tabel 11.8 privacyrecht": 7,
    "Tabel 11.9 privacyrecht": 5,
    "Tabel 11.10 privacyrecht": 9,
    "Tabel 11.11 privacyrecht": 6,
    "Tabel 2.2 telecomrecht": 13,
    "Tabel 2.3 telecomrecht": 6,
    "Tabel 2.4 telecomrecht": 8,
    "Tabel 2.4b telecomrecht": 4,
    "Tabel 2.5 telecomrecht": 12,
    "Tabel 2.6 telecomrecht": 9,
    "Situatie {} privacyrecht": 62,
    "Situatie {} telecomrecht": 57,
}


@cache
def run(case: str, on: date) -> Result:
    return run_case(LAW, LAW.cases[case], on)


def verdict_of(result: Result, tree: str) -> set[str]:
    """The verdict of the whole advice ("") or of a tree, with and without its lean: ``assess``, ``assess/open``."""
    if not tree:
        findings, verdict = result.advice.deciding, result.verdict.value
    else:
        findings = tuple(finding for finding in result.advice.findings if finding.tree == tree and finding.applies)
        verdict = findings[0].verdict.value if findings and findings[0].verdict else "none"
    leans = {LAW.trees[found.tree].outcomes[found.outcome].lean for found in findings if found.outcome}
    return {verdict} | {f"{verdict}/{lean}" for lean in leans if lean}


def misses(expected: Expected, case: str, on: date) -> list[str]:
    """What came out otherwise for one case on one day."""
    result = run(case, on)
    came = outcomes(LAW, result.advice)
    found = [] if result.passed else [f"{miss}" for miss in result.misses]
    for tree, verdict in expected.verdicts[on].items():
        if verdict not in verdict_of(result, tree):
            found.append(f"{tree or 'advice'}: {verdict_of(result, tree)} instead of {verdict}")
    for tree, outcome in expected.outcomes.items():
        if outcome not in came.get(tree, ()):
            found.append(f"{tree}: {came.get(tree)} instead of {outcome}")
    duties = (*expected.duties, *expected.due) if on >= expected.duties_from else ()
    found += [f"no duty {duty}" for duty in duties if duty not in result.advice.duties]
    for duty, day in expected.due.items():
        ends = due(LAW.duties[duty], result.advice.facts)
        if ends is None or ends.day != day:
            found.append(f"{duty}: due {ends and ends.day} instead of {day}")
    ended = [LAW.trees[each.tree].outcomes[each.outcome] for each in result.advice.findings if each.outcome]
    if expected.weigh and not any(expected.weigh in text.nl for outcome in ended for text in outcome.weigh):
        found.append(f"nothing to weigh says {expected.weigh!r}")
    return found


@pytest.mark.parametrize("row", [*TABLES, *SITUATIONS], ids=lambda row: row.name)
def test_row(row: Row) -> None:
    assert bool(row.expects) is not bool(row.left_out), "a row has a case, or a reason why it has none"
    for expected in row.expects:
        assert expected.cases
        for case in expected.cases:
            assert case in LAW.cases
            assert re.search(re.escape(row.name) + r"(?!\w)", LAW.cases[case].origin), f"origin of {case}"
            for on in expected.verdicts:
                assert row.from_ <= on < row.until
                assert on in LAW.cases[case].answers, f"{case} has no answer on {on}"
                assert misses(expected, case, on) == [], f"{case} on {on}"


def test_every_table_has_all_its_rows() -> None:
    names = [row.table for row in (*TABLES, *SITUATIONS)]
    assert {name: names.count(name) for name in names} == COUNTS
    assert len({row.name for row in (*TABLES, *SITUATIONS)}) == len(names)


def test_every_row_that_a_case_names_exists() -> None:
    names = {row.name for row in (*TABLES, *SITUATIONS)}
    named = r"Tabel [\d.b]+ (?:privacy|telecom)recht, rij [\w-]+|Situatie \w+ (?:privacy|telecom)recht"
    for case in LAW.cases.values():
        for name in re.findall(named, case.origin):
            assert name in names, case.id


# ---------------------------------------------------------------------------------------------- condition codes


def holds(code: str, result: Result) -> bool:
    """Whether the advice holds what the condition code asks: a duty, the facts, or the words of a reason."""
    condition = CODES[code]
    steps = {f"{step.fact}={step.answer}" for finding in result.advice.findings for step in finding.path if step.fact}
    steps |= {step.partition("=")[0] for step in steps}
    reasons = [text.nl for finding in result.advice.findings for text in finding.because]
    return (
        bool(set(condition.duties) & set(result.advice.duties))
        or bool(condition.facts and set(condition.facts) <= steps)
        or bool(condition.words and any(condition.words in reason for reason in reasons))
    )


@pytest.mark.parametrize("row", [row for row in TABLES if row.codes], ids=lambda row: row.name)
def test_the_case_of_a_row_holds_its_conditions(row: Row) -> None:
    for expected in row.expects:
        for case in expected.cases:
            for on in expected.verdicts:
                lacking = [code for code in row.codes if not holds(code, run(case, on))]
                assert not lacking, f"{case} on {on}"


def test_every_condition_is_one_of_ours_and_stands_on_a_row() -> None:
    assert list(CODES) == [f"{kind}{n}" for kind, most in (("E", 11), ("P", 13), ("M", 5)) for n in range(1, most + 1)]
    assert set(CODES) == {code for row in TABLES for code in row.codes}
    for code, condition in CODES.items():
        assert condition.duties or condition.facts or condition.words, code
        assert set(condition.duties) <= set(LAW.duties), code
        assert {fact.partition("=")[0] for fact in condition.facts} <= set(LAW.facts), code


# ---------------------------------------------------------------------------------------------- the two articles


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_of_the_articles(question: str) -> None:
    cases = QUESTIONS[question]["cases"]
    assert QUESTIONS[question]["asks"]
    assert cases
    assert set(cases) <= set(LAW.cases)  # tests/test_law.py runs every case
    assert any(re.search("ICTRecht|PlasBossinade", LAW.cases[case].origin) for case in cases)
