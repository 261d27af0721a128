"""Saved advices looked at again: which of them no longer hold, and whether the trees or the law did it.

An advice is compared with what comes out now on its own reference date (otherwise: the trees changed), and that with
what comes out on the day of the review (otherwise: the law changed, or a term ran out).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from wizard.content.model import Consult, Content, Text
from wizard.dossier.consultation import CameOut, Consultation, facts_print
from wizard.dossier.fit import fit
from wizard.dossier.holds import Shift, answered_otherwise, between, from_seen, variant_index
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.compare import Comparison, Turn, compare
from wizard.reasoning.situation import FactError

NEVER, CHANGED = "never", "changed"
KINDS = ("verdict", "outcome", "duties")
"""What can be otherwise, weightiest first."""

NO_CONSULT = Text(
    "de raadpleging `{name}` kennen deze bomen niet; geef de bomen waarmee het dossier gemaakt is met --trees",
    "these trees do not know the consult `{name}`; give the trees it was made with by --trees",
)
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

    ``came`` is what the user last saw, if anything. ``reckoned`` says why the advice could not be compared with that:
    ``never`` (nothing was seen) or ``changed`` (answers or date were changed after it); "" when it could.
    ``own`` is the advice on its own reference date, ``now`` that on the day of the review, or on the reference date
    where that lies later; both under the content of now. Where the advice holds, ``own`` may be ``now``.

    ``trees``: how ``own`` differs from what was seen. ``law``: how ``now`` differs from ``own``. ``whole``: how ``now``
    differs from what was seen. Each is ``None`` when it does not.
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

    @property
    def holds(self) -> bool:
        """Whether the advice still holds."""
        return not (self.trees or self.law)

    @property
    def kind(self) -> str:
        """The weightiest thing that is otherwise, one of ``KINDS``; "" when the advice holds."""
        kinds = [shift.kind for shift in (self.trees, self.law) if shift]
        return min(kinds, key=KINDS.index, default="")

    @property
    def then(self) -> tuple[str, ...]:
        """The verdicts that were possible when the user last saw the advice; else those on its own date."""
        if self.came is not None and not self.reckoned:
            return self.came.verdicts
        return tuple(verdict.value for verdict in self.own.possible)


@dataclass(frozen=True, slots=True)
class Review:
    """A dossier looked at again: its advices, each once.

    ``dropped`` are answers that no longer fit the questions there are now; they do not count. ``trouble`` says why an
    advice in it could not be looked at.
    """

    path: Path
    consultation: Consultation
    advices: tuple[Again, ...] = ()
    dropped: tuple[str, ...] = ()
    trouble: Text | None = None

    @property
    def holds(self) -> bool:
        """Whether every advice that could be looked at still holds."""
        return all(one.holds for one in self.advices)

    @property
    def turned(self) -> tuple[Again, ...]:
        """The advices that no longer hold."""
        return tuple(one for one in self.advices if not one.holds)

    @property
    def kind(self) -> str:
        """The weightiest thing that is otherwise, one of ``KINDS``; "" when all holds."""
        return min((one.kind for one in self.turned), key=KINDS.index, default="")


def consults_of(found: Consultation) -> set[str]:
    """The consults whose law is needed to look at a dossier again."""
    return {found.consult, *found.trail, *(came.consult for came in found.came_out if came.consult)}


def review(content: Content, path: Path, found: Consultation, day: date) -> Review:
    """The dossier ``found``, kept in ``path``, looked at again under ``content`` and the law of ``day``.

    ``content`` holds the law of all ``consults_of(found)``. What cannot be looked at is told in the result.
    """
    if found.consult not in content.consults:
        return Review(path, found, trouble=_no_consult(found.consult))
    kept = fit(content, path, found, day)
    if kept is None:  # nothing was ever answered
        return Review(path, found)
    if kept.day_reset:
        return Review(path, found, trouble=_filled(TOO_EARLY, day=kept.own.isoformat()))
    fitting = kept.consultation
    advices: list[Again] = []
    trouble: Text | None = None
    for name, index, came in _ways(fitting):
        consult = content.consults.get(name)
        if consult is None:
            trouble = _no_consult(name)
            continue
        try:
            advices.append(_again(content, consult, found, fitting, index, came, day))
        except FactError:
            trouble = NOT_FIT
    return Review(path, fitting, tuple(advices), kept.dropped, trouble)


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


def _ways(found: Consultation) -> Iterator[tuple[str, int | None, CameOut | None]]:
    """The advices of a dossier: each that was seen, or, when none was, the plan and every variant with answers."""
    for came in found.came_out:
        index = variant_index(found, came.variant)
        if index is not None or not came.variant:
            yield came.consult or found.consult, index, came
    if not found.came_out:
        for way in (None, *range(len(found.variants))):
            if found.facts_in(way):
                yield found.consult, way, None


def _again(
    content: Content,
    consult: Consult,
    found: Consultation,
    fitting: Consultation,
    index: int | None,
    came: CameOut | None,
    day: date,
) -> Again:
    """One advice; ``found`` is the dossier as it stands on disk, ``fitting`` what of it fits the questions."""
    facts, on = fitting.facts_in(index), fitting.on
    reckoned = NEVER
    if came is not None:
        reckoned = CHANGED if answered_otherwise(content, consult, found, fitting, came) else ""
    seen = came if not reckoned else None
    own = now = advise(content, consult, facts, max(day, on), explore=False)
    whole = from_seen(seen, now) if seen else None
    # what was seen comes out now, and came out on its own date under this very content: nothing more to work out
    surely = seen is not None and whole is None and (seen.content, seen.facts) == (content.digest, facts_print(facts))
    if now.on != on and not surely:
        own = advise(content, consult, facts, on, explore=False)
    law = between(own, now)
    return Again(
        consult=consult,
        variant=fitting.variants[index].name if index is not None else "",
        index=index,
        came=came,
        reckoned=reckoned,
        own=own,
        now=now,
        trees=from_seen(seen, own) if seen else None,
        law=law,
        whole=whole if seen else law,
    )


def _no_consult(name: str) -> Text:
    return _filled(NO_CONSULT, name=name if len(name) <= 40 else name[:39] + "…")


def _filled(text: Text, **values: str) -> Text:
    return Text(text.nl.format(**values), text.en.format(**values))
