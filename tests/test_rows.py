"""Every row of the decision tables of the law, and every situation, has a case that gives what the row says.

The rows stand in tests/law/*.yaml (tests/law/rows.py says what they hold). The summary of the law they come from is no
part of this repository; where it lies beside it (../shared/law), the rows are compared with it as well.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.law.rows import THEN_AND_NOW, Expected, Row, conditions, load, situations, tables
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


# ---------------------------------------------------------------------------------------------- beside the repository

SUMMARY = Path(__file__).resolve().parents[2] / "shared" / "law"
BESIDE = pytest.mark.skipif(not SUMMARY.is_dir(), reason="the summary of the law is not beside this repository")
WORDS = {
    "not_allowed": "forbidden",
    "allowed_on_conditions": "conditional",
    "allowed_conditions": "conditional",
    "needs_balancing_test": "assess",
    "depends": "assess",
    "outside_avg": "not_applicable",
    "allowed": "allowed",
}
LETTERS = {"Y": {"allowed", "not_applicable"}, "C": {"conditional"}, "N": {"forbidden"}, "D": {"assess"}}


@cache
def lines_under(file: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, as cells."""
    text = (SUMMARY / file).read_text("utf-8").partition(f"\n{heading}")[2]
    found = re.search(r"^\|.*\n\|[-|]+\n((?:\|.*\n?)*)", text, re.MULTILINE)
    assert found, heading
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].splitlines()]


def summary_of(row: Row) -> list[str]:
    """The cells of the row in the summary."""
    if row.table.startswith("Situatie"):
        file, heading = ("avg.md", "## 12.") if "privacy" in row.table else ("telecom.md", "## 6.")
    else:
        number = row.table.split()[1]
        file, heading = ("avg.md" if "privacy" in row.table else "telecom.md"), f"### {number} "
    rows = lines_under(file, heading)
    if row.table.startswith("Tabel 11."):
        return rows[int(row.id) - 1]
    return next(cells for cells in rows if cells[0] == row.id)


def said(text: str) -> set[str]:
    """The verdicts that a cell of the summary names, with the lean where it gives one."""
    found = set()
    for word, lean in re.findall(rf"\b({'|'.join(WORDS)})\b(?: \(?(?:likely )?(passes|open|fails))?", text):
        found.add(f"{WORDS[word]}/{lean}" if lean else WORDS[word])
    return found


def bare(verdicts: set[str]) -> set[str]:
    """Without the lean."""
    return {verdict.partition("/")[0] for verdict in verdicts}


@BESIDE
@pytest.mark.parametrize("table", COUNTS)
def test_the_summary_has_the_same_rows(table: str) -> None:
    ours = [row for row in (*TABLES, *SITUATIONS) if row.table == table]
    if table.startswith("Tabel 11."):
        rows = lines_under("avg.md", f"### {table.split()[1]} ")
        assert len(rows) == len(ours)
    else:
        file, heading = ("avg.md", "## 12.") if "privacy" in table else ("telecom.md", "## 6.")
        rows = lines_under(file, heading if table.startswith("Situatie") else f"### {table.split()[1]} ")
        assert [cells[0] for cells in rows] == [row.id for row in ours]


@BESIDE
def test_the_summary_has_the_same_tables_and_conditions() -> None:
    headings = re.findall(r"^### (11\.\d+) ", (SUMMARY / "avg.md").read_text("utf-8"), re.MULTILINE)
    headings += re.findall(r"^### (2\.[2-9]b?) ", (SUMMARY / "telecom.md").read_text("utf-8"), re.MULTILINE)
    assert headings == [name.split()[1] for name in COUNTS if name.startswith("Tabel")]
    assert {cells[0] for cells in lines_under("telecom.md", "### 2.1 ")} == set(CODES)


@BESIDE
@pytest.mark.parametrize("row", TABLES, ids=lambda row: row.name)
def test_the_row_says_what_the_summary_says(row: Row) -> None:
    cells = summary_of(row)
    asked: set[str] = set()
    certain = "; ".join(part for part in cells[-1].split(";") if "arguably" not in part)
    for kind, first, last in re.findall(r"\b([PEM])(\d+)(?:-[PEM](\d+))?", certain):
        asked |= {f"{kind}{number}" for number in range(int(first), int(last or first) + 1)}
    assert asked == set(row.codes)
    verdicts = said(" | ".join(cells))
    ours = {verdict for part in row.expects for day in part.verdicts.values() for verdict in day.values()}
    if verdicts and not row.differs:
        assert bare(ours) == bare(verdicts)
        assert {each for each in ours if "/" in each} <= verdicts or not any("/" in each for each in verdicts)


@BESIDE
@pytest.mark.parametrize("row", [row for row in SITUATIONS if row.expects], ids=lambda row: row.name)
def test_the_situation_says_what_the_summary_says(row: Row) -> None:
    cells = summary_of(row)
    then, between, today = (
        {day[tree] for part in row.expects for on, day in part.verdicts.items() if on == when for tree in day}
        for when in THEN_AND_NOW
    )
    if row.differs:
        return
    if "privacy" in row.table:
        now = said(cells[2])
        before = now if cells[4].startswith("=") else said(cells[4])
        for ours, theirs in ((today, now), (then, before)):
            if theirs:
                # "+ch": the rules on the channel may forbid what this law leaves open
                assert bare(ours) <= bare(theirs) | ({"forbidden"} if "+ch" in cells[2] else set())
                assert {each for each in ours if "/" in each} <= theirs or not any("/" in each for each in theirs)
    else:
        for ours, cell in ((today, cells[2]), (then, cells[4]), (between, cells[5])):
            letters = re.match(r"\W*([YCND])(?:/([YCND]))?\b(?: in BMNR, else (C))?", cell)
            theirs = set().union(*(LETTERS[each] for each in letters.groups() if each)) if letters else set()
            assert ours <= theirs, cell
