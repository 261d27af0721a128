"""Before a dossier is opened, in words: what came out and comes out now, since when, by which rule; what does not fit.

The point comes first: what it was and is, then why, then the answers that are lost. The details follow, and the duties,
which may be many, come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from wizard.content.model import Content, Text
from wizard.dossier.dropped import dropped_answers
from wizard.dossier.fit import Kept
from wizard.dossier.review import CHANGED, NEVER, TURNED, UNSURE, Again, Review, since
from wizard.reasoning.advice import advise
from wizard.reasoning.situation import FactError
from wizard.report import reopening_words as words
from wizard.report import view
from wizard.report.lost import lost
from wizard.report.own_day import duties, ends
from wizard.report.review import Told
from wizard.report.then import Then
from wizard.report.two_days import Item, Part
from wizard.report.words import sentence
from wizard.words import date_words

LONGEST = 60
"""Characters of the name of a variant; in a file that was edited by hand it may be of any length."""


def days(kept: Kept, day: date, today: date, language: str) -> list[tuple[str, date | None]]:
    """How a dossier can be opened, in words, each with its reference date; the last way is not to open it.

    ``day`` is the one it was compared with: that which was asked for, also an earlier one, or that of new dossiers.
    """
    offered: list[tuple[str, date | None]] = []
    if not kept.day_reset:
        offered.append((words.KEEP_DAY.in_(language).format(day=date_words(kept.own, language)), kept.own))
    if day > kept.own or (day == kept.wish and day != kept.own):
        text = words.TAKE_TODAY if day == today else words.TAKE_WISH
        offered.append((text.in_(language).format(day=date_words(day, language)), day))
    return [*offered, (words.CANCEL.in_(language), None)]


def before_opening(content: Content, kept: Kept, found: Review, today: date, language: str) -> list[Part]:
    """All that must be known before ``kept`` is opened; empty when it opens as the user left it.

    ``found`` is the dossier looked at again, for whichever day; ``today`` is what is called now. Headings may be empty.
    """
    return list(_Before(content, kept, found, today, language).parts())


class _Before:
    def __init__(self, content: Content, kept: Kept, found: Review, today: date, language: str) -> None:
        self.content = content
        self.kept = kept
        self.found = found
        self.today = today
        self.language = language
        self.advices = [one for one in found.advices if one.status in (TURNED, UNSURE)]
        self.told = [Told(content, one, language) for one in self.advices]

    def say(self, text: Text, /, **values: object) -> str:
        return text.in_(self.language).format(**values)

    def day(self, on: date) -> str:
        return date_words(on, self.language)

    def parts(self) -> Iterator[Part]:
        several = len(self.advices) > 1
        for one, told in zip(self.advices, self.told, strict=True):
            alone = not several and not one.variant and one.consult.id == self.kept.consultation.consult
            yield Part("now", "" if alone else _title(one, self.language), tuple(self._point(one, told)))
        yield from self._back()
        # of a dossier that could not be looked at, the review holds what stands on disk
        dropped = self.found.dropped or dropped_answers(self.content, self.found.consultation, self.kept.dropped)
        if dropped:
            items = (Item(lost(self.content, one, self.language)) for one in dropped)
            yield Part("lost", self.say(words.LOST), tuple(items))
        if unfit := list(self._unfit()):
            yield Part("unfit", "", tuple(Item(said) for said in unfit))
        last: list[Part] = []
        for one, told in zip(self.advices, self.told, strict=True):
            if one.status == TURNED:
                head = f"{_title(one, self.language)}: " if several else ""
                own = list(_duties_then(told))
                last += [Part(part.name, _headed(head, part.heading), part.items) for part in own]
                yield from self._details(one, told, head, own)
        yield from last

    # ---------------------------------------------------------------- the point

    def _point(self, one: Again, told: Told) -> Iterator[Item]:
        """What it was and is, and on the next line since when and by which rule."""
        was, now = _said(told.was()), _said(told.now())
        on = self.say(words.NOW if one.now.on == self.today else words.ON, day=self.day(one.now.on))
        if one.status == UNSURE:
            text = words.UNSURE if one.came else words.UNSURE_NEVER
            yield Item(self.say(text, was=was, now=now))
            return
        text = words.WAS_IS if one.kind == "verdict" else words.STAYS[one.kind]
        said = self.say(text, was=was, now=now, on=on)
        yield Item(f"{self.say(words.NOT_SEEN)} {said}" if one.reckoned == NEVER else said)
        yield Item(" ".join(self._why(one, told)))

    def _why(self, one: Again, told: Told) -> Iterator[str]:
        if one.reckoned == CHANGED:
            yield self.say(words.CHANGED_SINCE)
        rows = told.rows()
        if one.trees is not None and rows:
            yield self.say(words.WHY_TREES, day=self.day(one.own.on), by=rows[0].by)
        if one.law is not None and rows:
            turn = since(told.found) if told.found else None
            if turn is not None:
                text = words.SINCE_BY if rows[-1].by else words.SINCE
                yield self.say(text, day=self.day(turn.on), by=rows[-1].by)

    def _back(self) -> Iterator[Part]:
        """What comes out under older law, when that was asked for and it is otherwise."""
        kept, said = self.kept, self.kept.consultation
        if kept.wish is None or kept.wish >= kept.own:
            return
        consult = said.definition(self.content)
        try:
            then, own = (advise(self.content, consult, said.facts, on, explore=False) for on in (kept.wish, said.on))
        except FactError:
            return
        if (then.possible, then.duties) != (own.possible, own.duties):
            verdicts = [_said(Then(self.content, consult, self.language).verdict(one)) for one in (own, then)]
            text = words.BACK if then.possible != own.possible else words.BACK_DUTIES
            values = {"own": verdicts[0], "then": verdicts[1], "day": self.day(then.on), "on": self.day(own.on)}
            yield Part("back", "", (Item(self.say(text, **values)),))

    def _unfit(self) -> Iterator[str]:
        """What else no longer fits: dates that cannot be, a reference date before the law that is known."""
        kept = self.kept
        if kept.ahead:
            text = words.AHEAD_ONE if len(kept.ahead) == 1 else words.AHEAD
            names = " ".join(f"“{self.content.facts[fact].question.in_(self.language)}”" for fact in kept.ahead)
            yield self.say(text, n=len(kept.ahead), names=names, day=self.day(kept.consultation.on))
        if kept.day_reset:
            yield self.say(words.DAY_RESET, day=self.day(kept.own))
        elif self.found.trouble is not None:
            said = sentence(self.found.trouble.in_(self.language))
            yield said[:1].upper() + said[1:]

    # ---------------------------------------------------------------- the details

    def _details(self, one: Again, told: Told, head: str, listed: list[Part]) -> Iterator[Part]:
        """When it was seen, and what ends elsewhere since when; of the duties only how many."""
        heading = _headed(head, self.say(words.MORE)) if one.came else head.removesuffix(": ")
        items = [Item(self._saw(one, told))] if one.came else []
        if one.trees is not None:
            items += ends(self.content, one.consult, one.trees, self.language)
        counted = {name: sum(len(part.items) for part in listed if part.name == name) for name in ("came", "went")}
        if any(counted.values()):
            items.append(Item(self.say(words.DUTIES, **counted)))
        if items:
            yield Part("seen", heading, tuple(items))
        for part in told.parts():
            if part.name in ("when", "trees"):
                yield Part(part.name, _headed(head, part.heading), part.items)

    def _saw(self, one: Again, told: Told) -> str:
        assert one.came is not None
        at, on, was = told.seen_at(), self.day(one.came.on), _said(told.was())
        return self.say(words.SAW_AT if at else words.SAW, at=at, verdict=was, day=on)


def _duties_then(told: Told) -> Iterable[Part]:
    """The duties that came and went: by the trees, then by the law."""
    one = told.one
    if one.trees is not None:
        yield from duties(told.content, one.trees, told.language)
    yield from (part for part in told.parts() if part.name in ("came", "went"))


def _title(one: Again, language: str) -> str:
    title, name = one.consult.title.in_(language), one.variant
    short = name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    return f"{title} ({short})" if name else title


def _headed(head: str, text: str) -> str:
    return f"{head}{text[:1].lower()}{text[1:]}" if head else text


def _said(verdict: view.Verdict) -> str:
    return f"{verdict.symbol} {verdict.word}"
