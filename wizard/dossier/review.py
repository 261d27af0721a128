"""Saved advices looked at again: which of them no longer hold, and whether the trees or the law did it.

An advice is compared with what comes out now on the day of law it was seen for (otherwise: the trees changed), and that
with what comes out on the day of the review (otherwise: the law changed, or a term ran out). Where an answer no longer
fits the questions, neither can be told: whether that advice holds is not certain.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wizard.content.model import Consult, Content, Text
from wizard.dossier.consultation import CameOut, Consultation, facts_print
from wizard.dossier.dropped import Dropped, dropped_answers
from wizard.dossier.fit import fit, no_consult
from wizard.dossier.holds import CHANGED as CHANGED
from wizard.dossier.holds import NEVER as NEVER
from wizard.dossier.holds import Shift, between, from_seen, standing
from wizard.dossier.record import Way, ways
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.compare import Comparison, Turn, compare
from wizard.reasoning.situation import FactError

TURNED, UNSURE, SEEN_AGAIN, HOLDS = "turned", "unsure", "seen_again", "holds"
STATUSES = (TURNED, UNSURE, SEEN_AGAIN, HOLDS)
"""Where an advice, or a dossier, stands, weightiest first. ``TURNED``: it no longer holds. ``UNSURE``: an answer no
longer fits the questions. ``SEEN_AGAIN``: it no longer holds, and what comes out now was seen since. ``HOLDS``."""
KINDS = ("verdict", "outcome", "duties")
"""What can be otherwise, weightiest first."""

TOO_EARLY = Text(
    "de peildatum {day} ligt voor het recht dat deze bomen kennen; open het dossier en kies een andere",
    "the reference date {day} lies before the law these trees know; open the dossier and choose another",
)
NOT_FIT = Text(
    "de antwoorden passen niet bij deze bomen; open het dossier en kijk ze na",
    "the answers do not fit these trees; open the dossier and check them",
)


@dataclass(frozen=True, slots=True)
class Again:
    """One advice of a dossier, looked at again.

    ``came`` is the advice given: the last that was seen and does not come out any more, else the last that was seen.
    ``reckoned`` says why the advice could not be compared with that: ``NEVER`` (nothing was seen) or ``CHANGED``
    (answers were changed after it); "" when it could. ``own`` is the advice on its own day of law, ``now`` that on the
    day of the review, or on the reference date where that lies later; both under the content of now. Where the advice
    holds, ``own`` may be ``now``. ``seen_again``: when what comes out now was seen, after ``came``; "" when it was not.
    ``dropped``: the answers it should rest on that no longer fit.

    ``trees``: how ``own`` differs from what was seen. ``law``: how ``now`` differs from ``own``. ``whole``: how ``now``
    differs from what was seen, also where answers were changed since. Each is ``None`` when it does not, and the first
    two where answers no longer fit.
    """

    consult: Consult
    variant: str
    index: int | None
    came: CameOut | None
    reckoned: str
    own: Advice
    now: Advice
    trees: Shift | None
    law: Shift | None
    whole: Shift | None
    seen_again: str = ""
    dropped: tuple[Dropped, ...] = ()

    @property
    def status(self) -> str:
        """Where it stands, one of ``STATUSES``."""
        if self.dropped:
            return UNSURE
        if self.holds:
            return HOLDS
        return SEEN_AGAIN if self.seen_again else TURNED

    @property
    def holds(self) -> bool:
        """Whether the advice still holds: no answer was lost, and neither trees nor law lead elsewhere.

        Where answers were changed since, the law may lead back to the very advice that was given; that holds too.
        """
        led_back = self.reckoned == CHANGED and self.whole is None
        return not (self.dropped or self.trees or (self.law and not led_back))

    @property
    def kind(self) -> str:
        """The weightiest thing that is otherwise, one of ``KINDS``; "" when nothing is, or that cannot be told."""
        if self.status not in (TURNED, SEEN_AGAIN):
            return ""
        shifts = (self.whole,) if self.reckoned == CHANGED else (self.trees, self.law)
        return min((shift.kind for shift in shifts if shift), key=KINDS.index, default="")

    @property
    def then(self) -> tuple[str, ...]:
        """The verdicts that were possible in the advice given; where nothing was seen, those on its own day."""
        return self.came.verdicts if self.came else tuple(verdict.value for verdict in self.own.possible)


@dataclass(frozen=True, slots=True)
class Review:
    """A dossier looked at again: its advices, each once.

    ``dropped`` are answers that no longer fit the questions there are now; they do not count. ``trouble`` says why an
    advice in it could not be looked at.
    """

    path: Path
    consultation: Consultation
    advices: tuple[Again, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    trouble: Text | None = None

    @property
    def status(self) -> str:
        """Where it stands, one of ``STATUSES``: its weightiest advice, but it never holds with an answer lost."""
        found = {one.status for one in self.advices} | ({UNSURE} if self.dropped else set())
        return min(found, key=STATUSES.index, default=HOLDS)

    @property
    def holds(self) -> bool:
        """Whether every advice that could be looked at still holds."""
        return self.status == HOLDS

    @property
    def turned(self) -> tuple[Again, ...]:
        """The advices that no longer hold, and whose new outcome nobody saw."""
        return tuple(one for one in self.advices if one.status == TURNED)

    @property
    def kind(self) -> str:
        """The weightiest thing that is otherwise, one of ``KINDS``; "" when all holds, or that cannot be told."""
        found = [one.kind for one in self.advices if one.kind and one.status == self.status]
        return min(found, key=KINDS.index, default="")

    @property
    def strange(self) -> bool:
        """Whether it answers a question that the content does not know, for it may be one of law that was not read."""
        return any(one.about != one.fact for one in self.dropped)

    @property
    def looked_at(self) -> bool:
        """Whether any of it could be looked at."""
        return self.trouble is None or bool(self.advices)


def consults_of(found: Consultation) -> set[str]:
    """The consults whose law is needed to look at a dossier again."""
    return {found.consult, *found.trail, *(came.consult for came in found.came_out if came.consult)}


def review(content: Content, path: Path, found: Consultation, day: date) -> Review:
    """The dossier ``found``, kept in ``path``, looked at again under ``content`` and the law of ``day``.

    ``content`` holds the law of all ``consults_of(found)``. What cannot be looked at is told in the result.
    """
    if found.consult not in content.consults:
        return Review(path, found, trouble=no_consult(found.consult))
    kept = fit(content, path, found, day)
    if kept is None:  # nothing was ever answered
        return Review(path, found)
    if kept.day_reset:
        return Review(path, found, trouble=_filled(TOO_EARLY, day=kept.own.isoformat()))
    fitting = kept.consultation
    dropped = dropped_answers(content, found, kept.dropped)
    advices: list[Again] = []
    trouble: Text | None = None
    for way in ways(found):
        consult = content.consults.get(way.consult)
        if consult is None:
            trouble = no_consult(way.consult)
            continue
        try:
            advices.append(_again(content, consult, found, fitting, way, dropped, day))
        except FactError:
            trouble = NOT_FIT
    return Review(path, fitting, tuple(advices), dropped, trouble)


def by_law(content: Content, one: Again) -> Comparison:
    """The days on which the law, or a term that ran out, changed an advice since its reference date."""
    return compare(content, one.consult, one.own.facts, one.own.on, one.now.on)


def since(found: Comparison) -> Turn | None:
    """The turn from which the advice differs, without a break and in its weightiest respect, from that of then.

    An advice that today has another verdict gives the day since which the verdict is another; ``None`` when nothing
    differs today.
    """
    before = found.change.before
    whole = between(before, found.change.after)
    if whole is None:
        return None
    rank = KINDS.index(whole.kind)
    begun: Turn | None = None
    for turn in found.turns:
        shift = between(before, turn.advice)
        differs = shift is not None and KINDS.index(shift.kind) <= rank
        begun = (begun or turn) if differs else None
    return begun


def rests_on(content: Content, shift: Shift) -> tuple[str, ...]:
    """The rules on which what comes out otherwise rests: of the trees that end elsewhere, and of duties that came."""
    on = shift.advice.on
    findings = (finding for finding in shift.advice.findings if finding.tree in shift.trees)
    names = [name for finding in findings for name in finding.sources]
    names += [name for duty in shift.added for name in content.duties[duty].sources.at(on) or ()]
    gone = (content.duties[duty] for duty in shift.removed if duty in content.duties)
    names = names or [name for duty in gone for name in duty.sources.at(on) or ()]
    return tuple(name for name in dict.fromkeys(names) if content.sources[name].in_force(on))


def _again(
    content: Content,
    consult: Consult,
    found: Consultation,
    fitting: Consultation,
    way: Way,
    dropped: tuple[Dropped, ...],
    day: date,
) -> Again:
    """One advice; ``found`` is the dossier as it stands on disk, ``fitting`` what of it fits the questions."""
    facts = fitting.facts_in(way.index)
    lost = {fact for fact in found.answers_in(way.index) if fact not in facts}
    gone = tuple(one for one in dropped if one.fact in lost)
    now = own = advise(content, consult, facts, max(day, fitting.on), explore=False)
    beside = standing(content, consult, found, fitting, way, now)
    came = beside.came
    seen = came if not beside.reckoned else None
    whole = from_seen(came, now) if came else None
    # what was seen comes out now, and came out on its own day under this very content: nothing more to work out
    surely = seen is not None and whole is None and (seen.content, seen.facts) == (content.digest, facts_print(facts))
    if now.on != beside.on and not surely:
        own = advise(content, consult, facts, beside.on, explore=False)
    law = between(own, now)
    return Again(
        consult=consult,
        variant=way.variant,
        index=way.index,
        came=came,
        reckoned=beside.reckoned,
        own=own,
        now=now,
        trees=from_seen(seen, own) if seen and not gone else None,
        law=law if not gone else None,
        whole=whole if came else law,
        seen_again=beside.seen_again,
        dropped=gone,
    )


def _filled(text: Text, **values: str) -> Text:
    return Text(text.nl.format(**values), text.en.format(**values))
