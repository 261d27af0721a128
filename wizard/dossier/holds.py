"""Does what the user saw still come out? Under the content of now: on the day of law it was seen for, and today.

What opening a dossier and reviewing it have in common: `ways` (in `record.py`) are the advices of a dossier, `standing`
says with which advice in the record of one it is to be compared, and whether what comes out now was seen since.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from wizard.content.model import Consult, Content, Verdict
from wizard.dossier.consultation import CameOut, Consultation, facts_print
from wizard.dossier.record import Way as Way
from wizard.dossier.record import last_seen as last_seen
from wizard.dossier.record import looked
from wizard.dossier.record import ways as ways
from wizard.reasoning.advice import Advice, advise


class Shift(NamedTuple):
    """What an advice says otherwise than the one that the user saw.

    ``verdict``: other verdicts are possible. ``trees`` end elsewhere, ``added`` and ``removed`` are duties.
    """

    advice: Advice
    verdict: bool
    trees: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def kind(self) -> str:
        """The weightiest thing that is otherwise: verdict, outcome or duties."""
        return "verdict" if self.verdict else "outcome" if self.trees else "duties"


NEVER, CHANGED = "never", "changed"


class Standing(NamedTuple):
    """With which advice in its record one advice of a dossier is to be compared.

    ``came``: the last advice seen that does not come out any more; if all do, the last one seen; ``None`` if none was.
    ``reckoned``: why it cannot be compared: ``NEVER`` (none was seen), ``CHANGED`` (answers were changed after it);
    "" when it can. ``on``: the day of law to compare with, that of ``came``, or that of the dossier when ``reckoned``.

    ``again``: the advice, seen after ``came``, that is the one which comes out now; ``None`` if it was not seen since.
    If it was, nobody needs to hear that the advice is outdated, though a letter may still have to put ``came`` right.
    """

    came: CameOut | None
    reckoned: str
    on: date
    again: CameOut | None = None

    @property
    def seen_again(self) -> str:
        """When what comes out now was last begun to be looked at, as `2026-11-22T14:30:05`; "" when it was not."""
        return looked(self.again) if self.again else ""


def came_out(content: Content, consultation: Consultation, advice: Advice, at: str) -> CameOut:
    """What ``advice`` on ``consultation`` comes to, to keep in the dossier."""
    return CameOut(
        content.digest,
        consultation.on,
        tuple(verdict.value for verdict in advice.possible),
        {finding.tree: finding.outcome for finding in advice.findings if finding.outcome},
        advice.duties,
        consultation.consult,
        consultation.variant.name if consultation.variant else "",
        at,
        facts_print(consultation.facts),
    )


def standing(
    content: Content, consult: Consult, found: Consultation, fitting: Consultation, way: Way, now: Advice
) -> Standing:
    """With which advice of ``way.record`` to compare; ``now`` is the advice on its facts that counts now.

    ``found`` is the dossier as it stands on disk, ``fitting`` what of it still fits. ``now`` is the advice of the day
    of the review, or of the reference date of the dossier where that lies later. Left aside are advices on other
    answers, those for a day after that of ``now``, and looks back (at the law of a day before one that was seen
    already), unless the dossier is about that very day. Raises ``FactError`` when the answers do not fit.
    """
    if not way.record:
        return Standing(None, NEVER, fitting.on)
    days: list[date] = []  # of what was seen first, whenever it was looked at again
    back = []
    for came in sorted(way.record, key=lambda came: came.at):
        back += [came] if any(day > came.on for day in days) else []
        days.append(came.on)
    comparable = [
        came
        for came in way.record
        if (came.on == fitting.on or (came.on <= now.on and came not in back))
        and not answers_changed(content, consult, found, fitting, came)
    ]
    if not comparable:
        return Standing(way.record[-1], CHANGED, fitting.on)
    for n, came in reversed(list(enumerate(comparable))):
        if _comes_out_no_more(content, consult, came, now):
            return Standing(came, "", _known(content, came), comparable[-1] if n < len(comparable) - 1 else None)
    return Standing(comparable[-1], "", _known(content, comparable[-1]))


def _known(content: Content, came: CameOut) -> date:
    """The day of law of an advice; the first day that the content knows, where that lies later."""
    return max(came.on, content.law_from)


def _comes_out_no_more(content: Content, consult: Consult, came: CameOut, now: Advice) -> bool:
    """Whether other things come out now than ``came``, or on its own day of law."""
    if from_seen(came, now) is not None:
        return True
    if (came.content, came.facts) == (content.digest, facts_print(now.facts)) or came.on == now.on:
        return False  # on its own day it came out under this very content: nothing more to work out
    own = advise(content, consult, now.facts, _known(content, came), explore=False)
    return from_seen(came, own) is not None


def answers_changed(
    content: Content, consult: Consult, found: Consultation, fitting: Consultation, came: CameOut
) -> bool:
    """Whether answers were changed after ``came`` was seen, so that what differs may come from that.

    A question answered since that makes no difference here, such as one of another consult, is no change; nor is
    another reference date of the dossier: ``came`` is about its own day. ``found`` is the dossier as it stands on disk,
    ``fitting`` what of it still fits. Raises ``FactError`` when that does not fit.
    """
    held = found.answers_in(variant_index(found, came.variant))
    if not came.facts:
        return False
    if came.facts == facts_print({fact: given.answer for fact, given in held.items()}):
        return False
    early = {fact: given.answer for fact, given in held.items() if given.at <= came.at}
    if came.facts != facts_print(early):
        return True
    facts = fitting.facts_in(variant_index(fitting, came.variant))
    before = {fact: answer for fact, answer in facts.items() if fact in early}
    day = _known(content, came)
    then, now = (advise(content, consult, some, day, explore=False) for some in (before, facts))
    return between(then, now) is not None


def variant_index(consultation: Consultation, name: str) -> int | None:
    """The place of a variant; ``None`` for the plan as answered, and when there is none of that name."""
    names = [variant.name for variant in consultation.variants]
    return names.index(name) if name in names else None


def from_seen(came: CameOut, advice: Advice) -> Shift | None:
    """How ``advice`` differs from what came out; ``None`` when it does not."""
    ends = {finding.tree: finding.outcome for finding in advice.findings if finding.outcome}
    old = dict(came.outcomes)
    for tree in _stricter(came, advice):
        old.pop(tree, None)
    verdict = came.verdicts != tuple(verdict.value for verdict in advice.possible)
    return _differing(advice, verdict, old, ends, came.duties)


def _stricter(came: CameOut, advice: Advice) -> Iterator[str]:
    """The trees whose outcome goes by the same name but is stricter now than all that came out then."""
    known = [verdict for verdict in Verdict if verdict.value in came.verdicts]
    most = max((verdict.rank for verdict in known), default=None)
    for finding in advice.findings:
        if most is not None and finding.verdict is not None and finding.verdict.rank > most:
            yield finding.tree


def between(before: Advice, after: Advice) -> Shift | None:
    """How the advice ``after`` differs from ``before``; ``None`` when it does not."""
    old, new = (
        {finding.tree: finding.outcome for finding in one.findings if finding.outcome} for one in (before, after)
    )
    return _differing(after, before.possible != after.possible, old, new, before.duties)


def _differing(
    advice: Advice, verdict: bool, old: dict[str, str], new: dict[str, str], duties: tuple[str, ...]
) -> Shift | None:
    trees = tuple(tree for tree in dict.fromkeys((*new, *old)) if old.get(tree) != new.get(tree))
    if verdict and not trees:  # the same outcomes by name have another verdict
        trees = tuple(finding.tree for finding in advice.deciding)
    added = tuple(duty for duty in advice.duties if duty not in duties)
    removed = tuple(duty for duty in duties if duty not in advice.duties)
    return Shift(advice, verdict, trees, added, removed) if verdict or trees or added or removed else None
