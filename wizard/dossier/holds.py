"""Does what the user last saw still come out? Under the content of now: on the dossier's own date, and today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wizard.content.model import Consult, Content, Verdict
from wizard.dossier.consultation import CameOut, Consultation, facts_print
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.situation import FactError


@dataclass(frozen=True, slots=True)
class Shift:
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


@dataclass(frozen=True, slots=True)
class Seen:
    """What the user saw of one consult and variant, and how that would be otherwise now.

    ``own``: on the reference date of the dossier, under the content of now. ``today``: under the law of today.
    Each is ``None`` when nothing would be otherwise. ``since``: answers or date were changed after it was seen, so
    that what differs on its own date may come from that; ``own`` is then ``None``.
    """

    came: CameOut
    facts: dict[str, str]
    on: date
    since: bool
    own: Shift | None
    today: Shift | None


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


def last_seen(consultation: Consultation) -> CameOut | None:
    """What came out for the consult and variant in hand when the user last looked; ``None`` when never."""
    name = consultation.variant.name if consultation.variant else ""
    found = (came for came in consultation.came_out if came.variant == name)
    return next((came for came in found if came.consult in ("", consultation.consult)), None)


def shifted(content: Content, found: Consultation, consultation: Consultation, today: date) -> list[Seen]:
    """All that would come out otherwise now than the user last saw, for every consult and variant he looked at.

    ``found`` is the dossier as it stands on disk, ``consultation`` what of it still fits the questions.
    """
    seen = (_seen(content, found, consultation, came, today) for came in consultation.came_out)
    return [one for one in seen if one is not None and (one.own or one.today)]


def _seen(content: Content, found: Consultation, consultation: Consultation, came: CameOut, today: date) -> Seen | None:
    consult = content.consults.get(came.consult or consultation.consult)
    index = variant_index(consultation, came.variant)
    if consult is None or (came.variant and index is None):
        return None
    facts, on = consultation.facts_in(index), consultation.on

    def advice(day: date) -> Advice:
        return advise(content, consult, facts, day, explore=False)

    try:
        since = answered_otherwise(content, consult, found, consultation, came)
        same = came.content == content.digest and came.on == on and came.facts == facts_print(facts)
        own = None if since or same else from_seen(came, advice(on))
        now = None
        if on < today and today >= content.law_from:  # an act that is planned is under the law of its own day
            seen = came if not since else None
            now = from_seen(seen, advice(today)) if seen else between(advice(on), advice(today))
    except FactError:
        return None
    return Seen(came, facts, on, since, own, now)


def answered_otherwise(
    content: Content, consult: Consult, found: Consultation, fitting: Consultation, came: CameOut
) -> bool:
    """Whether answers or date were changed after ``came`` was seen, so that what differs may come from that.

    A question answered since that makes no difference here, such as one of another consult, is no change. ``found`` is
    the dossier as it stands on disk, ``fitting`` what of it still fits. Raises ``FactError`` when that does not fit.
    """
    held = found.answers_in(variant_index(found, came.variant))
    if came.on != found.on or not came.facts:
        return came.on != found.on
    if came.facts == facts_print({fact: given.answer for fact, given in held.items()}):
        return False
    early = {fact: given.answer for fact, given in held.items() if given.at <= came.at}
    if came.facts != facts_print(early):
        return True
    facts = fitting.facts_in(variant_index(fitting, came.variant))
    before = {fact: answer for fact, answer in facts.items() if fact in early}
    then, now = (advise(content, consult, some, fitting.on, explore=False) for some in (before, facts))
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
