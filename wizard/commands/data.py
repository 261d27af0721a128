"""An advice as data: what `--json` prints. Key order is fixed; others script on it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from wizard import __version__
from wizard.content.citation import cite
from wizard.content.fault import printable
from wizard.content.model import Consult, Content
from wizard.reasoning.advice import Advice, Finding, Step
from wizard.reasoning.alternatives import Alternative
from wizard.reasoning.deadline import Due, due
from wizard.report.standing import standing
from wizard.report.words import or_else
from wizard.words import NOT_SETTLED, verdict_words

Data = dict[str, Any]
"""What becomes a JSON object."""


def as_json(data: object) -> str:
    """``data`` as JSON text, readable, ending in a line break; what a terminal would act on is escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    lines = (row if printable(row) == row else "".join(map(_escaped, row)) for row in text.split("\n"))
    return "\n".join(lines) + "\n"


def _escaped(character: str) -> str:
    return character if printable(character) == character else json.dumps(character)[1:-1]


def advice_data(
    content: Content, consult: Consult, advice: Advice, options: Sequence[Alternative], language: str
) -> Data:
    """The advice as data: the keys of the contract first, in its order, then what was added to it."""
    cited = dict.fromkeys(advice.sources)
    for duty in advice.duties:
        cited.update(dict.fromkeys(content.duties[duty].sources.at(advice.on) or ()))
    points = dict.fromkeys(name for finding in advice.findings for name in finding.contested)
    for point in points:
        cited.update(dict.fromkeys(content.contested[point].sources.at(advice.on) or ()))
    return {
        "consult": advice.consult,
        "on": advice.on.isoformat(),
        "verdict": advice.verdict.value,
        "possible": [verdict.value for verdict in advice.possible],
        "settled": advice.settled,
        "open": list(advice.open),
        "assumed": advice.assumed,
        "findings": [_finding(content, advice, finding, language) for finding in advice.findings],
        "scenarios": [
            {
                "answers": {fact: list(answers) for fact, answers in scenario.answers},
                "verdicts": [verdict.value for verdict in scenario.verdicts],
            }
            for scenario in advice.scenarios
        ],
        "alternatives": [
            {
                "change": option.change,
                "verdict": option.verdict.value,
                "how": [how.in_(language) for how in option.how],
                "depends_on": option.depends_on,
            }
            for option in options
        ],
        "content": f"sha256:{advice.content}",
        "language": language,
        "verdict_words": said_of(consult, advice, language),
        "more_scenarios": advice.more_scenarios,
        "duties": [_duty(content, advice, name, language) for name in advice.duties],
        "contested": [
            {
                "id": name,
                "text": content.contested[name].text.in_(language),
                "sources": list(content.contested[name].sources.at(advice.on) or ()),
            }
            for name in points
        ],
        "sources": [_source(content, advice, name, language) for name in cited],
        "facts": dict(advice.facts),
        "unused": list(advice.unused),
        "conflicts": [
            {
                "fact": conflict.fact,
                "given": conflict.given,
                "implied": conflict.implied,
                "because_of": conflict.because_of,
            }
            for conflict in advice.conflicts
        ],
        "program": __version__,
    }


def _finding(content: Content, advice: Advice, finding: Finding, language: str) -> Data:
    tree = content.trees[finding.tree]
    outcome = tree.outcomes[finding.outcome] if finding.outcome else None
    risk = content.risks[tree.risk] if tree.risk else None
    supervisor = risk.supervisor.at(advice.on) if risk else None
    maximum = risk.maximum.at(advice.on) if risk else None
    return {
        "tree": finding.tree,
        "outcome": finding.outcome,
        "verdict": finding.verdict.value if finding.verdict else None,
        "because": _because(content, advice, finding, language),
        "duties": list(finding.duties),
        "sources": list(finding.sources),
        "path": [_step(step) for step in finding.path],
        "title": tree.title.in_(language),
        "possible": list(finding.possible),
        "contested": list(finding.contested),
        "force": outcome.force if outcome else None,
        "lean": outcome.lean if outcome else None,
        "weigh": [text.in_(language) for text in outcome.weigh] if outcome else [],
        "supervisor": supervisor.in_(language) if supervisor else None,
        "maximum": maximum.in_(language) if maximum else None,
    }


def _because(content: Content, advice: Advice, finding: Finding, language: str) -> str:
    """The reasons of a finding. While several outcomes remain with one verdict: the reasons of which one will hold."""
    if finding.outcome is None and finding.verdict is not None:
        return or_else(standing(content, advice).why_of(finding, language), language)
    return " ".join(text.in_(language) for text in finding.because)


def _step(step: Step) -> Data:
    return {
        "fact": step.fact,
        "answer": step.answer,
        "kind": step.kind,
        "tree": step.tree,
        "node": step.node,
        "presumed": step.presumed,
        "sources": list(step.sources),
    }


def _duty(content: Content, advice: Advice, name: str, language: str) -> Data:
    duty = content.duties[name]
    return {
        "id": name,
        "text": duty.text.in_(language),
        "deadline": duty.deadline.says.in_(language) if duty.deadline else None,
        "due": _due(due(duty, advice.facts)),
        "sources": list(duty.sources.at(advice.on) or ()),
    }


def _due(end: Due | None) -> str | None:
    """The end of a deadline: `2026-12-01`, or `2026-12-01T16:30` where hours count."""
    if end is None:
        return None
    return end.moment.isoformat(timespec="minutes") if end.moment else end.day.isoformat()


def _source(content: Content, advice: Advice, name: str, language: str) -> Data:
    citation = cite(content, name, advice.on, language)
    return {
        "id": name,
        "text": citation.text,
        "url": citation.url or None,
        "says": citation.says,
        "kind": citation.kind,
        "confidence": citation.confidence,
        "checked": citation.checked.isoformat(),
    }


def said_of(consult: Consult, advice: Advice, language: str) -> str:
    """What a reader may make of the verdict: `verdict` by itself is only the strictest that is possible."""
    return verdict_words(consult, advice.verdict, language) if advice.settled else NOT_SETTLED.in_(language)
