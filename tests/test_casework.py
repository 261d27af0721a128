import json
from pathlib import Path

import pytest

from tests.cli_tools import GOOD
from wizard import casework
from wizard.cli import main
from wizard.content.load import load
from wizard.content.model import Content, Verdict


@pytest.fixture(scope="module")
def content() -> Content:
    return load(GOOD, cases=True)


def trees_with(tmp_path: Path, case: str) -> Path:
    """The good trees, with one case only."""
    for path in GOOD.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text())
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "one.yaml").write_text(case)
    return tmp_path


CASE = """\
cases:
  parcel:
    consult: bicycle
    title: {nl: Een pakje, en: A parcel}
    story: {nl: Een pakje., en: A parcel.}
    facts: {purpose: errand, borrower: employee, keyholder: yes, brakes_work: yes, lights_work: yes, tyres_hard: yes}
    origin: test
    confidence: high
    EXTRA
    answers:
      2019-01-01: ANSWER
"""
WHY = "why: {nl: Daarom., en: Therefore.}"


def one(tmp_path: Path, answer: str, extra: str = "level: 1") -> casework.Result:
    """The result of one case with this answer."""
    folder = trees_with(tmp_path, CASE.replace("ANSWER", answer).replace("EXTRA", extra))
    [result] = casework.run(load(folder, cases=True))
    return result


def test_all_cases_run_at_all_their_dates(content: Content) -> None:
    results = casework.run(content)
    assert [(result.case.id, result.on) for result in results] == [
        (case.id, on) for case in content.cases.values() for on in case.answers
    ]
    assert all(result.passed for result in results)


@pytest.mark.parametrize(
    ("answer", "missed"),
    [
        ("{verdict: conditional, WHY}", []),
        ("{verdict: allowed, WHY}", [("verdict", "allowed", "conditional")]),
        ("{verdict: conditional, WHY, outcomes: {bicycle: BORROW, insurance: COVERED, roadworthy: FIT}}", []),
        ("{verdict: conditional, WHY, outcomes: {bicycle: WALK}}", [("outcome", "WALK", "BORROW")]),
        ("{verdict: conditional, WHY, outcomes: {roadworthy: UNFIT}}", [("outcome", "UNFIT", "FIT")]),
        ("{verdict: conditional, WHY, outcomes: {planting: PERMIT}}", [("outcome", "PERMIT", "")]),
        ("{verdict: conditional, WHY, duties: [log-book, lock]}", []),
        ("{verdict: conditional, WHY, duties: [look-over]}", [("duty", "look-over", "")]),
        ("{verdict: forbidden, WHY, facts: {keyholder: no}, outcomes: {bicycle: NO_KEY}}", []),
    ],
)
def test_what_is_compared(answer: str, missed: list[tuple[str, str, str]], tmp_path: Path) -> None:
    result = one(tmp_path, answer.replace("WHY", WHY))
    assert [(miss.what, miss.expected, miss.actual) for miss in result.misses] == missed
    assert result.passed is not bool(missed)


def test_a_broken_duty_is_forbidden_where_it_applies(tmp_path: Path) -> None:
    result = one(tmp_path, f"{{verdict: forbidden, {WHY}}}", "breaches: log-book")
    assert result.passed
    assert result.breached
    assert result.advice.verdict is Verdict.CONDITIONAL


def test_a_broken_duty_that_does_not_apply_changes_nothing(tmp_path: Path) -> None:
    result = one(tmp_path, f"{{verdict: conditional, {WHY}}}", "breaches: give-notice")
    assert result.passed
    assert not result.breached


def test_coverage_counts_every_branch_of_every_tree(content: Content) -> None:
    every = {str(branch) for branch in casework.branches(content)}
    assert {
        "bicycle:purpose:trip",
        "bicycle:regime:2018-03-01",
        "roadworthy:tyres:no",
        "insurance:borrowed:WALK",
    } <= every
    missing = {str(branch) for branch in casework.untaken(content, casework.run(content))}
    assert "roadworthy:tyres:no" in missing
    assert "bicycle:purpose:trip" not in missing
    assert "bicycle:regime:2018-03-01" not in missing
    only_trip = {str(branch) for branch in casework.untaken(content, casework.run(content, "sunday"))}
    assert every - only_trip == {"bicycle:purpose:trip", "insurance:borrowed:TRIP"}


def test_a_word_chooses_cases_by_name_title_tag_and_consult(content: Content) -> None:
    def ids(word: str) -> set[str]:
        return {result.case.id for result in casework.run(content, word)}

    assert ids("oak-at") == {"oak-at-the-road"}
    assert ids("EIK LANGS") == {"oak-at-the-road"}
    assert ids("planting") == {"apple-tree-in-the-park", "oak-at-the-road", "pear-in-the-garden"}
    assert "parcel-round-the-corner" in ids("errand")


# magdat test


def test_passing_cases_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "--trees", str(GOOD)]) == 0
    total = len(casework.run(load(GOOD, cases=True)))
    assert capsys.readouterr().out == f"{total} van {total} goed.\n"


def test_a_failing_case_says_what_was_expected_what_came_out_and_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = f"{{verdict: allowed, {WHY}, duties: [look-over], outcomes: {{insurance: ICE}}}}"
    folder = trees_with(tmp_path, CASE.replace("ANSWER", answer).replace("EXTRA", "level: 1"))
    assert main(["test", "--trees", str(folder), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    place = load(GOOD).trees["bicycle"].outcomes["BORROW"].place
    node = load(GOOD).trees["bicycle"].nodes["purpose"].place
    assert "FAIL  parcel, 2019-01-01: A parcel (cases/one.yaml:11)" in out
    assert "expected: Yes, allowed (allowed)" in out
    assert "came out: Yes, provided (conditional)" in out
    assert "reason: Therefore." in out
    assert "tree insurance: expected ICE, came out COVERED" in out
    assert "duty missing: look-over" in out
    assert f"decided by: bicycle BORROW (bicycle.yaml:{place.line})" in out
    assert f"purpose = errand (An errand for the office) (bicycle.yaml:{node.line})" in out
    assert out.endswith("0 of 1 passed.\n")


def test_results_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "--trees", str(GOOD), "-k", "unsigned", "--json", "--coverage"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["total"], data["passed"]) == (2, 2)
    last = data["results"][1]
    assert (last["case"], last["on"], last["expected"], last["breached"]) == (
        "unsigned-ride",
        "2018-03-01",
        "forbidden",
        "log-book",
    )
    assert last["decided_by"][0]["path"][0]["place"].startswith("bicycle.yaml:")
    assert "bicycle:purpose:trip" in data["untaken"]
