"""`magdat test`: runs the cases and says, per case, what was expected, what came out, and which lines decided it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from wizard import casework
from wizard.casework import Branch, Miss, Result
from wizard.commands import words
from wizard.commands.common import InputError, emit, load_content, shown
from wizard.commands.data import Data, as_json
from wizard.content.model import Content, Place, Verdict
from wizard.reasoning.advice import Finding
from wizard.words import answer_words, verdict_words


def run(args: Namespace, language: str) -> int:
    """Print the results; 1 when a case fails."""
    content = load_content(args, language, cases=True)
    results = casework.run(content, args.k or "")
    if not results:
        which = words.WITH_WORD.in_(language).format(word=shown(args.k)) if args.k else ""
        raise InputError(words.NO_CASES.in_(language).format(which=which))
    missing = casework.untaken(content, results) if args.coverage else None
    if args.json:
        emit(as_json(_data(content, results, missing)), language)
    else:
        rows = list(_rows(content, results, language, verbose=args.verbose))
        if missing is not None:
            rows += _coverage(content, missing, language)
        emit("\n".join(rows) + "\n", language)
    return 0 if all(result.passed for result in results) else 1


def _rows(content: Content, results: list[Result], language: str, *, verbose: bool) -> Iterator[str]:
    for result in results:
        if verbose or not result.passed:
            yield from _result(content, result, language)
            yield ""
    passed = sum(result.passed for result in results)
    yield words.COUNT.in_(language).format(passed=passed, total=len(results))


def _result(content: Content, result: Result, language: str) -> Iterator[str]:
    consult = content.consults[result.case.consult]

    def row(name: str, value: str) -> str:
        return f"  {name}: {value}"

    def verdict(value: Verdict) -> str:
        return f"{verdict_words(consult, value, language)} ({value.value})"

    mark = (words.PASS if result.passed else words.FAIL).in_(language)
    place = _place(result.expected.place)
    yield f"{mark}  {result.case.id}, {result.on}: {result.case.title.in_(language)} ({place})"
    yield row(words.EXPECTED.in_(language), verdict(result.expected.verdict))
    breach = " " + words.BREACHED.in_(language).format(duty=result.case.breaches) if result.breached else ""
    yield row(words.CAME_OUT.in_(language), verdict(result.verdict) + breach)
    if not result.passed:
        yield row(words.BECAUSE.in_(language), result.expected.why.in_(language))
    for miss in result.misses:
        if said := _miss(miss, language):
            yield f"  {said}"
    for finding in result.advice.deciding or result.advice.findings:
        yield from _finding(content, finding, language)
    if result.advice.open:
        yield row(words.OPEN.in_(language), ", ".join(result.advice.open))


def _miss(miss: Miss, language: str) -> str:
    if miss.what == "outcome":
        actual = miss.actual or words.NOTHING.in_(language)
        text = words.WANTED_OUTCOME.in_(language)
        return text.format(tree=miss.name, expected=miss.expected, actual=actual)
    return words.WANTED_DUTY.in_(language).format(duty=miss.name) if miss.what == "duty" else ""


def _finding(content: Content, finding: Finding, language: str) -> Iterator[str]:
    outcomes = content.trees[finding.tree].outcomes
    ends = [f"{name} ({_place(outcomes[name].place)})" for name in finding.possible]
    head = words.DECIDED if finding.outcome else words.OPEN
    yield f"  {head.in_(language)}: {finding.tree} {', '.join(ends)}"
    yield f"    {words.PATH.in_(language)}:"
    for step in finding.path:
        node = content.trees[step.tree].nodes[step.node]
        if step.fact is None:
            said = f"{step.node} = {step.answer}"
        else:
            said = f"{step.fact} = {step.answer} ({_answer(content, step.fact, step.answer, language)})"
        presumed = f", {words.PRESUMED_STEP.in_(language)}" if step.presumed else ""
        yield f"    {said}{presumed} ({_place(node.place)})"


def _answer(content: Content, fact: str, answer: str, language: str) -> str:
    return answer_words(content, fact, answer, language)


def _place(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _coverage(content: Content, missing: dict[Branch, Place], language: str) -> list[str]:
    total = len(casework.branches(content))
    rows = ["", words.COVERED.in_(language).format(taken=total - len(missing), total=total)]
    text = words.NOT_TAKEN.in_(language)
    return rows + [text.format(branch=branch, place=_place(place)) for branch, place in missing.items()]


def _data(content: Content, results: list[Result], missing: dict[Branch, Place] | None) -> Data:
    data: Data = {
        "total": len(results),
        "passed": sum(result.passed for result in results),
        "results": [
            {
                "case": result.case.id,
                "on": result.on.isoformat(),
                "passed": result.passed,
                "expected": result.expected.verdict.value,
                "verdict": result.verdict.value,
                "breached": result.case.breaches if result.breached else None,
                "misses": [
                    {"what": miss.what, "name": miss.name, "expected": miss.expected, "actual": miss.actual}
                    for miss in result.misses
                ],
                "decided_by": [
                    {
                        "tree": finding.tree,
                        "outcome": finding.outcome,
                        "path": [
                            {
                                "tree": step.tree,
                                "node": step.node,
                                "fact": step.fact,
                                "answer": step.answer,
                                "presumed": step.presumed,
                                "place": _place(content.trees[step.tree].nodes[step.node].place),
                            }
                            for step in finding.path
                        ],
                    }
                    for finding in result.advice.deciding or result.advice.findings
                ],
                "open": list(result.advice.open),
                "place": _place(result.expected.place),
            }
            for result in results
        ],
    }
    if missing is not None:
        data["branches"] = len(casework.branches(content))
        data["untaken"] = [str(branch) for branch in missing]
    return data
