"""The same facts under the law of several days, as data: what `diff --json` and `timeline --json` print."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from wizard import __version__
from wizard.commands.data import Data, said_of
from wizard.content.citation import cite
from wizard.content.model import Consult, Content
from wizard.reasoning.advice import Advice, Finding
from wizard.reasoning.change import Moved, TreeChange
from wizard.reasoning.compare import Comparison, Elapsed, Turn
from wizard.reasoning.timeline import Period, Timeline


def comparison_data(content: Content, consult: Consult, found: Comparison, language: str) -> Data:
    """What differs between two dates, as data."""
    change = found.change
    came = [{**_duty(content, duty, language), **_when(found.came(duty))} for duty in change.duties_added]
    went = [{**_duty(content, duty, language), **_when(found.went(duty))} for duty in change.duties_removed]
    return {
        "consult": consult.id,
        "from": change.before.on.isoformat(),
        "to": change.after.on.isoformat(),
        "changed": bool(found.turns),
        "before": _side(consult, change.before, language),
        "after": _side(consult, change.after, language),
        "trees": [_tree(content, tree, language) for tree in change.trees],
        "duties_added": came,
        "duties_removed": went,
        "moved": [{**_moved(move), **_when(found.moved_on(move.source))} for move in change.moved],
        "turns": [_turn(content, consult, turn, language) for turn in found.turns],
        "content": f"sha256:{change.before.content}",
        "language": language,
        "program": __version__,
    }


def timeline_data(content: Content, consult: Consult, line: Timeline, on: date, language: str) -> Data:
    """A timeline as data; ``current`` marks the period in which ``on`` lies."""
    advice = line.periods[0].advice
    return {
        "consult": consult.id,
        "on": on.isoformat(),
        "periods": [_period(content, consult, period, on, language) for period in line.periods],
        "later": list(line.later),
        "facts": dict(advice.facts),
        "content": f"sha256:{advice.content}",
        "language": language,
        "program": __version__,
    }


def _period(content: Content, consult: Consult, period: Period, on: date, language: str) -> Data:
    """A period; ``end`` is the first day that is no longer in it."""
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat() if period.end else None,
        "current": period.holds(on),
        **_side(consult, period.advice, language),
        "open": list(period.advice.open),
        "outcomes": {finding.tree: finding.outcome for finding in period.advice.findings},
        "turn": _turn(content, consult, period.turn, language) if period.turn else None,
        "smaller": [_turn(content, consult, turn, language) for turn in period.smaller],
    }


def _turn(content: Content, consult: Consult, turn: Turn, language: str) -> Data:
    change = turn.change
    return {
        **_side(consult, turn.advice, language),
        "sources": list(turn.sources),
        "kind": turn.kind,
        "by": [_source(content, turn, name, language) for name in turn.by],
        "elapsed": [_term(term) for term in turn.elapsed],
        "trees": [_tree(content, tree, language) for tree in change.trees],
        "duties_added": _duties(content, change.duties_added, language),
        "duties_removed": _duties(content, change.duties_removed, language),
        "moved": [_moved(move) for move in change.moved],
    }


def _side(consult: Consult, advice: Advice, language: str) -> Data:
    return {
        "on": advice.on.isoformat(),
        "verdict": advice.verdict.value,
        "possible": [verdict.value for verdict in advice.possible],
        "settled": advice.settled,
        "verdict_words": said_of(consult, advice, language),
        "duties": list(advice.duties),
    }


def _tree(content: Content, change: TreeChange, language: str) -> Data:
    def one(finding: Finding | None) -> Data | None:
        if finding is None:
            return None
        return {
            "outcome": finding.outcome,
            "verdict": finding.verdict.value if finding.verdict else None,
            "possible": list(finding.possible),
            "because": " ".join(text.in_(language) for text in finding.because),
        }

    title = content.trees[change.tree].title.in_(language)
    return {"tree": change.tree, "before": one(change.before), "after": one(change.after), "title": title}


def _duties(content: Content, names: Iterable[str], language: str) -> list[Data]:
    return [_duty(content, name, language) for name in names]


def _duty(content: Content, name: str, language: str) -> Data:
    return {"id": name, "text": content.duties[name].text.in_(language)}


def _term(term: Elapsed) -> Data:
    """How long the term was is told by its unit: `"years": 3`."""
    return {"fact": term.fact, term.within.unit: term.within.number, "sources": list(term.sources)}


def _moved(move: Moved) -> Data:
    return {"source": move.source, "before": move.before, "after": move.after}


def _source(content: Content, turn: Turn, name: str, language: str) -> Data:
    on = turn.on if content.sources[name].in_force(turn.on) else turn.change.before.on
    citation = cite(content, name, on, language)
    return {"id": name, "text": citation.text, "url": citation.url or None}


def _when(turn: Turn | None) -> Data:
    """The day on which something changed, and the rules that did it."""
    return {"on": turn.on.isoformat() if turn else None, "by": list(turn.by) if turn else []}
