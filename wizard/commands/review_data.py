"""Reviewed dossiers as data: what `review --json` prints."""

from __future__ import annotations

from collections.abc import Iterable

from wizard import __version__
from wizard.commands.data import Data, said_of
from wizard.commands.reviewed import Reviewed
from wizard.commands.then_data import comparison_data
from wizard.content.citation import cite
from wizard.content.model import Content
from wizard.dossier.consultation import CameOut
from wizard.dossier.dates import with_zone
from wizard.dossier.dropped import Dropped
from wizard.dossier.holds import Shift
from wizard.dossier.review import SEEN_AGAIN, UNSURE, Again, Review, by_law, rests_on, since
from wizard.reasoning.advice import Advice


def review_data(found: Reviewed, language: str) -> Data:
    """Everything that was looked at, as data; also the dossiers that still hold, and those that could not be read."""
    return {
        "on": found.day.isoformat(),
        "reviewed": sum(one.looked_at for one in found.reviews),
        "turned": len(found.turned),
        "unsure": sum(one.status == UNSURE for one in found.reviews),
        "seen_again": sum(one.status == SEEN_AGAIN for one in found.reviews),
        "dossiers": [
            *(_dossier(found.content, one, language) for one in found.reviews),
            *({"name": path.stem, "file": str(path), "error": why} for path, why in found.unread),
        ],
        "content": f"sha256:{found.content.digest}",
        "language": language,
        "program": __version__,
    }


def _dossier(content: Content, one: Review, language: str) -> Data:
    said = one.consultation
    return {
        "name": one.path.stem,
        "file": str(one.path),
        "client": said.client,
        "matter": said.matter,
        "advisor": said.advisor,
        "consult": said.consult,
        "on": said.on.isoformat(),
        "holds": one.holds,
        "status": one.status,
        "changed": one.kind or None,
        "advices": [_advice(content, again, language) for again in one.advices],
        "dropped": [_dropped(content, answer, language) for answer in one.dropped],
        "error": one.trouble.in_(language) if one.trouble else None,
    }


def _advice(content: Content, one: Again, language: str) -> Data:
    """One advice. ``since`` and ``by``: from which day, and through which rules, the law made it other."""
    law = by_law(content, one) if one.law and not one.holds else None
    turn = since(law) if law else None
    names = turn.by if turn else rests_on(content, one.trees) if one.trees else ()
    return {
        "consult": one.consult.id,
        "variant": one.variant or None,
        "holds": one.holds,
        "status": one.status,
        "seen_again": with_zone(one.seen_again) or None,
        "changed": one.kind or None,
        "since": turn.on.isoformat() if turn else None,
        "by": [_source(content, name, one.now, language) for name in names],
        "reckoned": one.reckoned or None,
        "seen": _seen(one.came) if one.came else None,
        "now": _side(one, one.now, language),
        "trees": _shift(content, one, one.trees, language) if one.trees else None,
        "law": comparison_data(content, one.consult, law, language) if law else None,
    }


def _dropped(content: Content, one: Dropped, language: str) -> Data:
    """An answer that no longer fits: ``fact`` and ``answer`` as they stand in the file, and what comes near now."""
    return {
        "fact": one.fact,
        "answer": one.answer,
        "variant": one.variant or None,
        "about": one.about or None,
        "question": content.facts[one.about].question.in_(language) if one.about else None,
        "nearest": one.nearest or None,
    }


def _seen(came: CameOut) -> Data:
    return {
        "at": with_zone(came.at) or None,
        "on": came.on.isoformat(),
        "possible": list(came.verdicts),
        "outcomes": dict(came.outcomes),
        "duties": list(came.duties),
        "content": f"sha256:{came.content}",
    }


def _side(one: Again, advice: Advice, language: str) -> Data:
    return {
        "on": advice.on.isoformat(),
        "verdict": advice.verdict.value,
        "possible": [verdict.value for verdict in advice.possible],
        "settled": advice.settled,
        "verdict_words": said_of(one.consult, advice, language),
        "outcomes": {finding.tree: finding.outcome for finding in advice.findings},
        "duties": list(advice.duties),
        "open": list(advice.open),
    }


def _shift(content: Content, one: Again, shift: Shift, language: str) -> Data:
    """What comes out otherwise on its own date than the user saw."""
    ends = {finding.tree: finding.outcome for finding in shift.advice.findings}
    seen = one.came.outcomes if one.came else {}
    return {
        "own": _side(one, one.own, language),
        "verdict": shift.verdict,
        "outcomes": [{"tree": name, "before": seen.get(name), "after": ends.get(name)} for name in shift.trees],
        "duties_added": _duties(content, shift.added, language),
        "duties_removed": _duties(content, shift.removed, language),
        "by": [_source(content, name, one.own, language) for name in rests_on(content, shift)],
    }


def _duties(content: Content, names: Iterable[str], language: str) -> list[Data]:
    known = ((name, content.duties.get(name)) for name in names)
    return [{"id": name, "text": duty.text.in_(language) if duty else None} for name, duty in known]


def _source(content: Content, name: str, advice: Advice, language: str) -> Data:
    citation = cite(content, name, advice.on, language)
    return {"id": name, "text": citation.text, "url": citation.url or None}
