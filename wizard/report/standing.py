"""What the outcomes that remain have in common, and what only some of them bring.

Where several outcomes remain, `Finding.because` has no more than the reasons of the tests passed on the way to them.
Whoever says why an advice is what it is, says what stands here: the report, the app, and line by line.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wizard.content.model import Content, Outcome, Text, Verdict
from wizard.reasoning.advice import Advice, Finding
from wizard.reasoning.situation import Situation
from wizard.reasoning.walk import situate
from wizard.report.words import sentence

MOST_REASONS = 4
"""Reasons that are said for one verdict that a finding may still come to."""


@dataclass(frozen=True, slots=True)
class Why:
    """Why a verdict is what it is, in sentences. ``either`` only if none is certain: one of these will hold."""

    certain: tuple[str, ...] = ()
    either: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remaining:
    """What a finding may still come to with one ``verdict``: first reasons, what carries them, and how many more."""

    verdict: Verdict
    reasons: tuple[str, ...]
    sources: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Duties:
    """Names of duties, each once, those of the findings that decide first.

    ``now`` is what must be done, ``maybe`` what depends on open questions. The others are what a "no" leaves: what
    ``standing`` law asks already, what holds ``besides`` where each part is tested by itself, and what holds only
    ``later``, if it becomes a "yes".
    """

    now: tuple[str, ...]
    maybe: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    besides: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


def standing(content: Content, advice: Advice) -> Standing:
    """What stands in ``advice``, for who has no situation at hand."""
    return Standing(content, advice, situate(content, content.consults[advice.consult], advice.facts, advice.on))


class Standing:
    """Looks through the outcomes that remain of each finding."""

    def __init__(self, content: Content, advice: Advice, situation: Situation) -> None:
        self.content = content
        self.advice = advice
        self.situation = situation

    def why(self, language: str) -> Why:
        """Why the verdict of the whole advice is what it is; nothing while that is open.

        Where no single finding carries it, it is one finding or another that will.
        """
        if not self.advice.settled:
            return Why()
        found = [self.why_of(finding, language) for finding in self.advice.deciding]
        certain = dict.fromkeys(texts[0] for texts in found if len(texts) == 1)
        if certain:
            return Why(tuple(certain))
        if not found:
            found = [row.reasons for row in self._as_strict(language)]
        return Why(either=tuple(dict.fromkeys(text for texts in found for text in texts)))

    def _as_strict(self, language: str) -> list[Remaining]:
        """What of each finding may come out as strict as the whole."""
        rows = (row for finding in self.advice.findings for row in self.remaining(finding, language))
        return [row for row in rows if row.verdict is self.advice.verdict]

    def why_of(self, finding: Finding, language: str) -> tuple[str, ...]:
        """The reason of a finding, or the reasons of every outcome that remains of it."""
        return tuple(map(sentence, reasons(self.ends(finding), self.advice.on, language)))

    def remaining(self, finding: Finding, language: str) -> tuple[Remaining, ...]:
        """What may still come out of a finding, those with the same verdict together, mildest first."""
        rows = []
        for verdict in Verdict:
            same = [end for end in self.ends(finding) if end.verdict is verdict]
            texts = tuple(map(sentence, reasons(same, self.advice.on, language)))
            if same:
                said = texts[:MOST_REASONS]
                carry = [
                    end for end in same if set(map(sentence, reasons([end], self.advice.on, language))) & set(said)
                ]
                rows.append(Remaining(verdict, said, self._carrying(carry), max(0, len(texts) - MOST_REASONS)))
        return tuple(rows)

    def ends(self, finding: Finding) -> list[Outcome]:
        """The outcome of a finding, or those that remain."""
        outcomes = self.content.trees[finding.tree].outcomes
        return [outcomes[name] for name in ([finding.outcome] if finding.outcome else finding.possible)]

    def weighing(self, finding: Finding) -> tuple[tuple[Text, ...], str | None]:
        """What a person must weigh for a finding, and how we see it; ``None`` where that still depends."""
        if finding.outcome is None and finding.verdict is not Verdict.ASSESS:
            return (), None
        ends = self.ends(finding)
        leans = {end.lean for end in ends if end.lean}
        return tuple(dict.fromkeys(point for end in ends for point in end.weigh)), leans.pop() if len(
            leans
        ) == 1 else None

    def duties(self) -> Duties:
        """What must be done, and when each duty holds."""
        advice = self.advice
        certain = advice.duties
        if not advice.settled:
            return Duties(certain)
        if advice.verdict is not Verdict.FORBIDDEN:
            ordered = (*advice.deciding, *advice.findings)
            maybe = (name for finding in ordered for name in self.possible_duties(finding))
            return Duties(certain, tuple(dict.fromkeys(name for name in maybe if name not in certain)))
        now = tuple(dict.fromkeys(duty for finding in advice.deciding for duty in finding.duties))
        others = tuple(duty for duty in certain if duty not in now)
        if not self._asks_whether():
            return Duties(now, besides=others) if now else Duties(others)
        stands = tuple(name for name in others if self.content.duties[name].standing)
        return Duties(now, standing=stands, later=tuple(name for name in others if name not in stands))

    def _asks_whether(self) -> bool:
        """Whether the consult asks if it may be done. One with words of its own for a "no" asks something else."""
        return Verdict.FORBIDDEN not in self.content.consults[self.advice.consult].words

    def possible_duties(self, finding: Finding) -> list[str]:
        """The duties that some outcome that remains would bring."""
        if finding.outcome or not finding.applies:
            return []
        sets = [end.duties.at(self.advice.on) or () for end in self.ends(finding)]
        return [name for name in dict.fromkeys(name for names in sets for name in names) if self._binds(name)]

    def sources(self, finding: Finding) -> list[str]:
        """The sources of a finding, and of every outcome that remains."""
        return list(dict.fromkeys((*finding.sources, *self._carrying(self.ends(finding)))))

    def _carrying(self, ends: list[Outcome]) -> tuple[str, ...]:
        """The sources of outcomes, each once."""
        return tuple(dict.fromkeys(name for end in ends for name in end.sources.at(self.advice.on) or ()))

    def _binds(self, name: str) -> bool:
        duty = self.content.duties[name]
        return duty.in_force(self.advice.on) and self.situation.holds(duty.when, {}) is not False

    def stop(self) -> bool:
        """Whether all that is to be done is not to do it: a "no" that brings no duty of its own.

        A consult with words of its own for that verdict asks something else than whether it may be done; and what only
        a code of conduct forbids may be done by law.
        """
        advice = self.advice
        no = advice.settled and advice.verdict is Verdict.FORBIDDEN
        if not no or not self._asks_whether():
            return False
        return not self.code_only() and not any(finding.duties for finding in advice.deciding)

    def may_forbid(self) -> bool:
        """Whether a finding that is still open may turn out to forbid it."""
        still = [finding for finding in self.advice.findings if finding.outcome is None]
        return any(end.verdict is Verdict.FORBIDDEN for finding in still for end in self.ends(finding))

    def code_only(self) -> bool:
        """Whether the verdict rests on codes of conduct alone."""
        ends = [end for finding in self.advice.deciding for end in self.ends(finding)]
        return bool(ends) and all(end.force == "self_regulation" for end in ends)


def reasons(ends: list[Outcome], on: date, language: str) -> list[str]:
    """Why it would be so, each reason once."""
    return list(dict.fromkeys(text.in_(language) for end in ends if (text := end.because.at(on))))
