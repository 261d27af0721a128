"""What the outcomes that remain have in common, and what only some of them bring."""

from __future__ import annotations

from datetime import date

from wizard.content.model import Content, Outcome, Verdict
from wizard.reasoning.advice import Advice, Finding
from wizard.reasoning.situation import Situation


class Standing:
    """Looks through the outcomes that remain of each finding."""

    def __init__(self, content: Content, advice: Advice, situation: Situation) -> None:
        self.content = content
        self.advice = advice
        self.situation = situation

    def ends(self, finding: Finding) -> list[Outcome]:
        """The outcome of a finding, or those that remain."""
        outcomes = self.content.trees[finding.tree].outcomes
        return [outcomes[name] for name in ([finding.outcome] if finding.outcome else finding.possible)]

    def possible_duties(self, finding: Finding) -> list[str]:
        """The duties that some outcome that remains would bring."""
        if finding.outcome or not finding.applies:
            return []
        sets = [end.duties.at(self.advice.on) or () for end in self.ends(finding)]
        return [name for name in dict.fromkeys(name for names in sets for name in names) if self._binds(name)]

    def sources(self, finding: Finding) -> list[str]:
        """The sources of a finding, and of every outcome that remains."""
        ends = [name for end in self.ends(finding) for name in end.sources.at(self.advice.on) or ()]
        return list(dict.fromkeys((*finding.sources, *ends)))

    def _binds(self, name: str) -> bool:
        duty = self.content.duties[name]
        return duty.in_force(self.advice.on) and self.situation.holds(duty.when, {}) is not False

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
