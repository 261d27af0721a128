"""What the user saw of a dossier when it was last in hand, and what would come out otherwise now, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from wizard.content.model import Consult, Content, Text, Verdict
from wizard.dossier.consultation import CameOut, Consultation
from wizard.dossier.fit import Kept
from wizard.dossier.holds import Seen, Shift, last_seen
from wizard.reasoning.advice import Finding
from wizard.reasoning.compare import compare
from wizard.report import seen_words as words
from wizard.report import view
from wizard.report.then import CITATIONS, Then
from wizard.report.two_days import Item, Part, TwoDays
from wizard.report.words import sentence
from wizard.words import NOT_SETTLED, SYMBOL, date_words, moment_words, verdict_words

OPEN = "…"
VERDICTS = {verdict.value: verdict for verdict in Verdict}


def seen_verdict(consult: Consult | None, came: CameOut, language: str) -> view.Verdict:
    """The verdict that came out, as symbol and word; not certain yet when several were possible."""
    verdict = VERDICTS.get(came.verdicts[0]) if len(came.verdicts) == 1 else None
    if verdict is None:
        return view.Verdict(OPEN, NOT_SETTLED.in_(language))
    return view.Verdict(SYMBOL[verdict], verdict_words(consult, verdict, language))


def last_verdict(content: Content, consultation: Consultation, language: str) -> view.Verdict | None:
    """The verdict that the user last saw for what is in hand; ``None`` when he saw none."""
    came = last_seen(consultation)
    return seen_verdict(content.consults.get(consultation.consult), came, language) if came else None


def otherwise(content: Content, seen: Iterable[Seen], language: str) -> list[Part]:
    """All that would come out otherwise: a part for what was seen, one for its own date, one for today."""
    return [part for one in seen for part in _Told(content, one, language).parts()]


def unfit(kept: Kept, language: str) -> Iterator[str]:
    """What of a dossier no longer fits the questions there are now, in sentences."""
    if kept.dropped:
        text = words.DROPPED_ONE if len(kept.dropped) == 1 else words.DROPPED
        yield text.in_(language).format(n=len(kept.dropped), names=", ".join(kept.dropped))
    if kept.ahead:
        text = words.AHEAD_ONE if len(kept.ahead) == 1 else words.AHEAD
        day = date_words(kept.consultation.on, language)
        yield text.in_(language).format(n=len(kept.ahead), names=", ".join(kept.ahead), day=day)
    if kept.day_reset:
        yield words.DAY_RESET.in_(language).format(day=date_words(kept.own, language))


def days(kept: Kept, today: date, language: str) -> list[tuple[str, date | None]]:
    """How a dossier can be opened, in words, each with its reference date; the last way is not to open it."""
    offered: list[tuple[str, date | None]] = []
    if not kept.day_reset:
        offered.append((words.KEEP_DAY.in_(language).format(day=date_words(kept.own, language)), kept.own))
    if today > kept.own:
        offered.append((words.TAKE_TODAY.in_(language).format(day=date_words(today, language)), today))
    return [*offered, (words.CANCEL.in_(language), None)]


class _Told:
    def __init__(self, content: Content, seen: Seen, language: str) -> None:
        self.content = content
        self.seen = seen
        self.language = language
        self.consult = content.consults[next(self._names())]
        self.then = Then(content, self.consult, language)

    def _names(self) -> Iterator[str]:
        """The consult it is about; older dossiers do not say, but what differs does."""
        yield from (name for name in (self.seen.came.consult,) if name)
        yield from (shift.advice.consult for shift in (self.seen.own, self.seen.today) if shift)

    def say(self, text: Text, /, **values: object) -> str:
        return text.in_(self.language).format(**values)

    def parts(self) -> Iterator[Part]:
        came, seen = self.seen.came, self.seen
        was = seen_verdict(self.consult, came, self.language)
        title = self.consult.title.in_(self.language) + (f" ({came.variant})" if came.variant else "")
        items = [Item(self._saw(came, was))]
        if seen.since:
            items.append(Item(self.say(words.CHANGED_SINCE)))
        yield Part("seen", title, tuple(items))
        if seen.own is not None:
            heading = self.say(words.OWN_DATE, day=self.day(seen.on))
            yield Part("own", heading, tuple(self._shift(seen.own, was)))
        if seen.today is not None:
            today = seen.today.advice.on
            heading = self.say(words.TODAY, day=self.day(today))
            yield Part("today", heading, (*self._shift(seen.today, was), *self._turns(today)))

    def day(self, on: date) -> str:
        return date_words(on, self.language)

    def _saw(self, came: CameOut, was: view.Verdict) -> str:
        said = f"{was.symbol} {was.word}"
        try:
            at = moment_words(datetime.fromisoformat(came.at), self.language)
        except ValueError:
            return self.say(words.SAW, verdict=said, day=self.day(came.on))
        return self.say(words.SAW_AT, at=at, verdict=said, day=self.day(came.on))

    def _shift(self, shift: Shift, was: view.Verdict) -> Iterator[Item]:
        now = self.then.verdict(shift.advice)
        text = words.VERDICT_NOW if shift.verdict else words.VERDICT_SAME
        yield Item(self.say(text, verdict=f"{now.symbol} {now.word}"))
        findings = {finding.tree: finding for finding in shift.advice.findings}
        for name in shift.trees:
            tree = self.content.trees.get(name)
            if tree is not None:
                yield Item(tree.title.in_(self.language), (self._ends(findings.get(name)),))
        for duty in shift.added:
            yield Item(self.say(words.ADDED, text=self._duty(duty)))
        for duty in shift.removed:
            yield Item(self.say(words.REMOVED, text=self._duty(duty)))

    def _ends(self, finding: Finding | None) -> str:
        if finding is None:
            return self.say(words.NO_LONGER)
        if finding.verdict is None:
            return self.say(words.OPEN_NOW)
        said = sentence(verdict_words(self.consult, finding.verdict, self.language))
        return f"{said} {self.then.reason(finding)}".strip()

    def _duty(self, name: str) -> str:
        duty = self.content.duties.get(name)
        return sentence(duty.text.in_(self.language) if duty else name)

    def _turns(self, today: date) -> Iterator[Item]:
        """The days between the reference date and today on which the same facts came to lead elsewhere."""
        found = compare(self.content, self.consult, self.seen.facts, self.seen.on, today)
        found = replace(found, turns=tuple(turn for turn in found.turns if turn.kind != CITATIONS))
        for part in TwoDays(self.then).parts(found):
            if part.name == "when":
                yield Item(part.heading, tuple(" ".join((one.text, *one.below)) for one in part.items))
