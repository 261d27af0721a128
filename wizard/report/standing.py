"""What is certain already while a finding is open: its verdict, when every outcome that remains has the same one."""

from __future__ import annotations

from datetime import date

from wizard.content.model import Content, Outcome, Verdict
from wizard.reasoning.advice import Advice, Finding
from wizard.reasoning.situation import Situation


class Standing:
    """Looks through the outcomes that remain. An advice can be settled while all its findings are open."""

    def __init__(self, content: Content, advice: Advice, situation: Situation) -> None:
        self.content = content
        self.advice = advice
        self.situation = situation
        parts = content.consults[advice.consult].parts
        self.applies = {part.tree for part in parts if situation.holds(part.when, {})}

    def ends(self, finding: Finding) -> list[Outcome]:
        """The outcome of a finding, or those that remain."""
        outcomes = self.content.trees[finding.tree].outcomes
        return [outcomes[name] for name in ([finding.outcome] if finding.outcome else finding.possible)]

    def verdict(self, finding: Finding) -> Verdict | None:
        """The verdict that a finding has whatever the open answers turn out to be; ``None`` when it depends."""
        found = {end.verdict for end in self.ends(finding)}
        return found.pop() if finding.tree in self.applies and len(found) == 1 else None

    def deciding(self) -> list[Finding]:
        """The findings that are certain to be as strict as the advice; none while the advice is not settled."""
        advice = self.advice
        return [found for found in advice.findings if advice.settled and self.verdict(found) is advice.verdict]

    def certain_duties(self, finding: Finding) -> list[str]:
        """The duties of a finding, and those that every outcome that remains would bring."""
        return list(dict.fromkeys((*finding.duties, *self._of_ends(finding, every=True))))

    def possible_duties(self, finding: Finding) -> list[str]:
        """The duties that some outcome that remains would bring."""
        return self._of_ends(finding, every=False)

    def sources(self, finding: Finding) -> list[str]:
        """The sources of a finding, and of every outcome that remains."""
        ends = [name for end in self.ends(finding) for name in end.sources.at(self.advice.on) or ()]
        return list(dict.fromkeys((*finding.sources, *ends)))

    def _of_ends(self, finding: Finding, *, every: bool) -> list[str]:
        if finding.outcome or finding.tree not in self.applies:
            return []
        sets = [end.duties.at(self.advice.on) or () for end in self.ends(finding)]
        names = dict.fromkeys(name for names in sets for name in names)
        return [name for name in names if self._binds(name) and (not every or all(name in names for names in sets))]

    def _binds(self, name: str) -> bool:
        duty = self.content.duties[name]
        return duty.in_force(self.advice.on) and self.situation.holds(duty.when, {}) is not False

    def may_forbid(self) -> bool:
        """Whether a finding that is still open may turn out to forbid it."""
        still = [finding for finding in self.advice.findings if finding.outcome is None]
        return any(end.verdict is Verdict.FORBIDDEN for finding in still for end in self.ends(finding))

    def code_only(self) -> bool:
        """Whether the verdict rests on codes of conduct alone."""
        ends = [end for finding in self.deciding() for end in self.ends(finding)]
        return bool(ends) and all(end.force == "self_regulation" for end in ends)


def reasons(ends: list[Outcome], on: date, language: str) -> list[str]:
    """Why it would be so, each reason once."""
    return list(dict.fromkeys(text.in_(language) for end in ends if (text := end.because.at(on))))
