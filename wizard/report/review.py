"""An advice that no longer holds, in words: in one line of a table, and all that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from wizard.content.fault import printable
from wizard.content.model import Content, Text, Verdict
from wizard.dossier.holds import Shift
from wizard.dossier.review import (
    CHANGED,
    HOLDS,
    KINDS,
    NEVER,
    SEEN_AGAIN,
    TURNED,
    UNSURE,
    Again,
    Review,
    by_law,
    rests_on,
    since,
)
from wizard.reasoning.compare import Comparison
from wizard.reasoning.question import deciding_fact
from wizard.report import review_words as words
from wizard.report import then_words, view
from wizard.report.lost import lost
from wizard.report.own_day import own_day
from wizard.report.then import UNSETTLED, Then
from wizard.report.two_days import Item, Part, TwoDays
from wizard.report.words import sentence
from wizard.words import NOT_SETTLED, SYMBOL, date_words, moment_words, verdict_words

LONGEST_NAME = 120
BRIEF = 2
"""How many rules a row names."""
_VERDICTS = {verdict.value: verdict for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Row:
    """One cause for which an advice no longer holds: what changed, since when (may be empty), and by which rules."""

    what: str
    since: str
    by: str


def named(review: Review, language: str) -> str:
    """What to call a dossier: client and matter; or, where nobody said for whom it is, the consult."""
    found = review.consultation
    said = " · ".join(part for part in (_short(found.client), _short(found.matter)) if part)
    return said or words.NAMELESS.in_(language)


def given(review: Review, one: Again, language: str) -> str:
    """Which advice of a dossier, when it was seen and for the law of which day."""
    text = words.GIVEN if one.came and one.came.at else words.LAW_OF if one.came else words.NOT_GIVEN
    day = (one.came.on if one.came else one.own.on).isoformat()
    said = text.in_(language).format(seen=one.came.at[:10] if one.came else "", day=day)
    about = one.consult.title.in_(language) if one.consult.id != review.consultation.consult else ""
    way = words.VARIANT.in_(language).format(name=_short(one.variant)) if one.variant else ""
    if not way and len(review.advices) > 1 and not about:
        way = words.PLAN.in_(language)
    head = ", ".join(part for part in (about, way) if part)
    return f"{head}: {said}" if head else said


def brief(content: Content, review: Review, language: str) -> str:
    """What to write with a dossier in a list: that it no longer holds, in its weightiest respect; else empty."""
    if review.status == HOLDS:
        return ""
    if review.status == UNSURE:
        return "; ".join((words.NOT_SURE.in_(language), *(lost(content, one, language) for one in review.dropped[:1])))
    there = (one for one in review.advices if one.status == review.status)
    one = min(there, key=lambda one: KINDS.index(one.kind))
    told = Told(content, one, language)
    row = told.rows()[-1]
    text = words.NO_LONGER if row.since else words.NO_LONGER_HOLDS
    # the marks first: a list cuts what is too long
    return "; ".join((*told.marks(), text.in_(language).format(what=row.what, since=row.since)))


def weightiest(content: Content, names: Iterable[str], on: date) -> list[str]:
    """Rules that brought a change on a day: first those that went that day, then those that came, then the others."""
    sources, before = content.sources, on - timedelta(days=1)
    return sorted(names, key=lambda name: (sources[name].in_force(on), sources[name].in_force(before)))


class Told:
    """Puts one advice that no longer holds into words, for one content and language."""

    def __init__(self, content: Content, one: Again, language: str) -> None:
        self.content = content
        self.one = one
        self.language = language
        self.then = Then(content, one.consult, language)
        self.found: Comparison | None = by_law(content, one) if one.law else None

    def say(self, text: Text, /, **values: object) -> str:
        """``text`` in the language, filled in."""
        return text.in_(self.language).format(**values)

    # ---------------------------------------------------------------- verdicts

    def was(self) -> view.Verdict:
        """The verdict that the user saw, or else that of its own date; when several were possible, which."""
        verdicts = [_VERDICTS[value] for value in self.one.then if value in _VERDICTS]
        said = [verdict_words(self.one.consult, verdict, self.language) for verdict in verdicts]
        if len(verdicts) == 1:
            return view.Verdict(SYMBOL[verdicts[0]], said[0])
        if not said:
            return view.Verdict(UNSETTLED, self.say(NOT_SETTLED))
        return view.Verdict(UNSETTLED, self.say(then_words.POSSIBLE, verdicts=" / ".join(said)))

    def now(self) -> view.Verdict:
        """The verdict on the day of the review."""
        return self.then.verdict(self.one.now)

    # ---------------------------------------------------------------- rows

    def rows(self) -> list[Row]:
        """One row for each cause: the trees, then the law. Where answers were changed, the law alone can be told."""
        if self.one.status not in (TURNED, SEEN_AGAIN):
            return []
        return [row for row in (self._of_trees(), self._of_law()) if row]

    def marks(self) -> list[str]:
        """What else must be known of it, in a few words: never seen, answers changed, the new outcome seen."""
        one = self.one
        said = [self.say(words.NEVER_LOOKED)] if one.reckoned == NEVER else []
        said += [self.say(words.ANSWERS_CHANGED)] if one.reckoned == CHANGED else []
        if one.status == SEEN_AGAIN:
            said.append(self.say(words.NEW_SEEN, at=self.moment(one.seen_again)))
        return said

    def _of_trees(self) -> Row | None:
        one = self.one
        if one.trees is None:
            return None
        then, own = _said(self.was()), _said(self.then.verdict(one.own))
        what = f"{self._what(one.trees, then, own)} ({self.say(words.CORRECTED)})"
        by = self._brief(rests_on(self.content, one.trees), one.own.on)
        return Row(
            what,
            self.say(words.FROM_THE_START),
            self.say(words.OUR_TREES, by=by) if by else self.say(words.OUR_TREES_ALONE),
        )

    def _of_law(self) -> Row | None:
        one = self.one
        if one.law is None or self.found is None:
            return None
        then, now = _said(self.then.verdict(one.own)), _said(self.now())
        turn, shift = since(self.found), one.law
        if one.reckoned == CHANGED and one.whole is not None:
            then, shift = _said(self.was()), one.whole
        by = self._brief(turn.by, turn.on) or (self.say(words.TERM) if turn.elapsed else "") if turn else ""
        return Row(self._what(shift, then, now), turn.on.isoformat() if turn else "", by)

    def _brief(self, names: Sequence[str], on: date) -> str:
        """The weightiest rules, and how many more there are: those that went that day, and then those that came."""
        # a rule whose place another has taken says nothing, and two rules of one place say it once
        said = {self.then.rules([name], on): name for name in reversed(weightiest(self.content, names, on))}
        told = [name for text, name in reversed(said.items()) if text]
        more = len(told) - BRIEF
        if more < 2:  # one more is as short as saying so
            return self.then.rules(names, on)
        first = told[:BRIEF]
        return f"{self.then.rules(first, on)} {self.say(then_words.AND_MORE, n=more)}"

    def _what(self, shift: Shift, then: str, now: str) -> str:
        """What is otherwise, in short. Beside another verdict, duties that came or went go without saying."""
        if shift.kind == "verdict":
            return self.say(words.FROM_TO, then=then, now=now)
        text = words.OTHER_OUTCOME if shift.kind == "outcome" else words.OTHER_DUTIES
        came = self._counted(len(shift.added), then_words.ADDED_ONE, then_words.ADDED)
        went = self._counted(len(shift.removed), then_words.REMOVED_ONE, then_words.REMOVED)
        said = self.say(text, now=now)
        return " ".join(part for part in (sentence(said) if came or went else said, came, went) if part)

    def _counted(self, n: int, one: Text, more: Text) -> str:
        return self.say(one if n == 1 else more, n=n) if n else ""

    def corrected_by(self) -> str:
        """The rules on which what comes out on its own date now rests; empty when the trees did not change."""
        if self.one.trees is None:
            return ""
        return self.then.rules(rests_on(self.content, self.one.trees), self.one.own.on)

    def law_by(self) -> str:
        """The rules by which the law changed the advice; empty when it did not."""
        turn = since(self.found) if self.found else None
        if turn is None:
            return ""
        return self.then.by(turn) or (self.say(words.TERM) if turn.elapsed else "")

    # ---------------------------------------------------------------- all of it

    def parts(self) -> Iterator[Part]:
        """All that changed: what was seen, what is otherwise on its own date, and what the law changed since."""
        one = self.one
        title = one.consult.title.in_(self.language)
        yield Part("seen", title, tuple(self._seen()))
        if one.trees is not None and one.came is not None:
            yield own_day(self.content, one.consult, one.trees, one.own.on, self.language)
        if self.found is not None:
            weighty = replace(self.found, turns=tuple(turn for turn in self.found.turns if turn.kind in KINDS))
            yield from (part for part in TwoDays(self.then).parts(weighty) if part.name != "places")

    def _seen(self) -> Iterator[Item]:
        one = self.one
        own, day = _said(self.then.verdict(one.own)), date_words(one.own.on, self.language)
        if one.came is not None:
            at, on = self.seen_at(), date_words(one.came.on, self.language)
            yield Item(self.say(words.SAW_AT if at else words.SAW, at=at, verdict=_said(self.was()), day=on))
        if one.dropped:
            yield Item(self.say(words.UNSURE_NOW, verdict=_said(self.now())))
            return
        if one.reckoned:
            yield Item(self.say(words.NEVER if one.reckoned == NEVER else words.CHANGED, verdict=own, day=day))
        day = date_words(one.now.on, self.language)
        if one.whole is None and one.law is not None:
            yield Item(self.say(words.SAME_NOW, day=day))
        else:
            yield Item(self.say(words.NOW, day=day, verdict=_said(self.now())))
        if one.status == SEEN_AGAIN:
            yield Item(self.say(words.SEEN_SINCE, at=self.moment(one.seen_again)))
        if question := self.asks():
            yield Item(self.say(words.ASK, question=question))

    def seen_at(self) -> str:
        """When the user last saw the advice, written out; empty when that is not known."""
        return self.moment(self.one.came.at if self.one.came else "")

    def moment(self, at: str) -> str:
        """A moment of a dossier, written out; empty when it is none."""
        try:
            return moment_words(datetime.fromisoformat(at), self.language)
        except ValueError:
            return ""

    def asks(self) -> str:
        """The question to answer first where the verdict is no longer certain; empty when it is."""
        now = self.one.now
        fact = None if now.settled else deciding_fact(self.content, self.one.consult, now.facts, now.on)
        return self.content.facts[fact].question.in_(self.language) if fact else ""


def _said(verdict: view.Verdict) -> str:
    return f"{verdict.symbol} {verdict.word}"


def _short(text: str) -> str:
    clean = " ".join(printable(text[: LONGEST_NAME * 4]).split())
    return clean if len(clean) <= LONGEST_NAME else clean[: LONGEST_NAME - 1] + "…"
