"""What comes out otherwise than was seen, on the very day of law it was seen for: the trees changed. In words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wizard.content.model import Consult, Content, Text
from wizard.dossier.holds import Shift
from wizard.reasoning.advice import Finding
from wizard.report import seen_words as words
from wizard.report import then_words
from wizard.report.then import Then, went_words
from wizard.report.two_days import Item, Part
from wizard.report.words import sentence
from wizard.words import date_words, verdict_words


def own_day(content: Content, consult: Consult, shift: Shift, on: date, language: str) -> Part:
    """All that comes out otherwise: the verdict, the tests that end elsewhere, the duties."""
    now = Then(content, consult, language).verdict(shift.advice)
    text = words.VERDICT_NOW if shift.verdict else words.VERDICT_SAME
    items = [
        Item(text.in_(language).format(verdict=f"{now.symbol} {now.word}")),
        *ends(content, consult, shift, language),
    ]
    for said, names in ((words.ADDED, shift.added), (words.REMOVED, shift.removed)):
        items += [Item(said.in_(language).format(text=_duty(content, name, language))) for name in names]
    return Part("own", words.OWN_DATE.in_(language).format(day=date_words(on, language)), tuple(items))


def ends(content: Content, consult: Consult, shift: Shift, language: str) -> Iterator[Item]:
    """The tests that end elsewhere, each with where it ends now."""
    then = Then(content, consult, language)
    findings = {finding.tree: finding for finding in shift.advice.findings}
    for name in shift.trees:
        tree = content.trees.get(name)
        if tree is not None:
            yield Item(tree.title.in_(language), (_ends(then, findings.get(name)),))


def duties(content: Content, shift: Shift, language: str) -> Iterator[Part]:
    """The duties that came, and those that went."""
    for name, text, listed in (
        ("came", then_words.DUTIES_CAME, shift.added),
        ("went", went_words(shift.advice), shift.removed),
    ):
        if listed:
            yield Part(name, text.in_(language), tuple(Item(_duty(content, duty, language)) for duty in listed))


def _ends(then: Then, finding: Finding | None) -> str:
    if finding is None:
        return _say(words.NO_LONGER, then)
    if finding.verdict is None:
        return _say(words.OPEN_NOW, then)
    said = sentence(verdict_words(then.consult, finding.verdict, then.language))
    return f"{said} {then.reason(finding)}".strip()


def _say(text: Text, then: Then) -> str:
    return text.in_(then.language)


def _duty(content: Content, name: str, language: str) -> str:
    duty = content.duties.get(name)
    return sentence(duty.text.in_(language) if duty else name)
