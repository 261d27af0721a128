"""The letter to a client whose saved advice no longer holds: what it said, what holds now, since when and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from wizard.content.model import Content, Verdict
from wizard.dossier.holds import Shift
from wizard.dossier.review import CHANGED, KINDS, SEEN_AGAIN, TURNED, Again, Review, rests_on, since
from wizard.reasoning.advice import Advice, Finding, advise
from wizard.reasoning.causes import amending
from wizard.reasoning.compare import Turn
from wizard.report import review_view as shown
from wizard.report import view
from wizard.report.build import build
from wizard.report.cites import Cites
from wizard.report.deadlines import deadline_words
from wizard.report.export import Look, convert
from wizard.report.markdown import fill
from wizard.report.review import Told
from wizard.report.review_once import said_once
from wizard.report.standing import standing
from wizard.report.then import Then
from wizard.report.words import AND, listed, sentence
from wizard.words import SYMBOL, date_words, verdict_words

TEMPLATE = "review"


def letter(
    content: Content,
    review: Review,
    day: date,
    language: str,
    form: str = "md",
    *,
    look: Look | None = None,
    made: date | None = None,
    also_seen: bool = False,
) -> bytes:
    """The letter about a dossier that has something ``to_tell``, as the bytes of a file; ``form`` as for ``export``.

    ``day`` is the day of the review, ``made`` the day on which the letter is written. Raises ``ReportError``.
    """
    found = view_of(content, review, day, language, made, also_seen=also_seen)
    text = fill(TEMPLATE, language, look.templates if look else None, review=found, form=form)
    if form == "md":
        return text.encode()
    now = to_tell(review, also_seen=also_seen)[0].now
    mood = now.verdict.value if now.settled else "open"
    return convert(text, form, language, "letter", mood, day, review.consultation.advisor, look)


def to_tell(review: Review, *, also_seen: bool = False) -> list[Again]:
    """What a letter to the client can be about: advices given that no longer hold; the weightiest, strictest first.

    An advice that nobody ever saw was not given; whether one with answers lost still holds is not known. Those whose
    new outcome was seen since are told beside others, for half is misleading; alone only with ``also_seen``: the client
    may have heard of that already.
    """
    given = [one for one in review.advices if one.came is not None]
    found = [one for one in given if one.status in (TURNED, SEEN_AGAIN)]
    if not also_seen and all(one.status == SEEN_AGAIN for one in found):
        return []
    return sorted(found, key=lambda one: (KINDS.index(one.kind), -one.now.verdict.rank))


def view_of(
    content: Content, review: Review, day: date, language: str, made: date | None = None, *, also_seen: bool = False
) -> shown.Letter:
    """What the template of the letter can show."""
    said = review.consultation
    about = to_tell(review, also_seen=also_seen)
    writing = _Writing(content, review, language, Cites(content, day, language, made))
    advices = tuple(writing.turned(one) for one in about)
    given = dict.fromkeys(writing.given(one) for one in sorted(about, key=lambda one: one.came.at if one.came else ""))
    found = shown.Letter(
        client=said.client,
        matter=said.matter,
        advisor=said.advisor,
        made=date_words(made, language) if made else "",
        date=date_words(day, language),
        given=listed(list(given), AND, language) if all(given) else "",
        subject=content.consults[said.consult].title.in_(language),
        advices=advices,
        another=any(not one.same for one in advices),
        others=len(about) < len(review.advices) and all(one in about or _as_given(one) for one in review.advices),
        named=len(advices) > 1 or any(name for one in advices for name in one.variants),
        since="",
        by="",
        until_then=False,
        shared=None,
        sources=writing.cites.sources(),
    )
    return said_once(found, language)


def _as_given(one: Again) -> bool:
    """Whether the client can still go by the advice that was given."""
    return one.holds and one.came is not None and not (one.reckoned and one.whole)


class _Writing:
    def __init__(self, content: Content, review: Review, language: str, cites: Cites) -> None:
        self.content = content
        self.review = review
        self.language = language
        self.cites = cites

    def turned(self, one: Again) -> shown.Turned:
        told = Told(self.content, one, self.language)
        advice = self._advice(one)
        now = self._now(one, advice)
        then, verdict = told.was(), told.now()
        turn = since(told.found) if told.found else None
        if turn is not None:
            acts = amending(self.content, turn.by, turn.on)
            self.cites.text(self._in_force((*turn.by, *acts), self.cites.on))  # what is gone no longer says anything
        weighty = [found for found in told.found.turns if found.kind in KINDS] if told.found else []
        not_yet = set(standing(self.content, advice).duties().later)
        changes = self._changes(told, now, not_yet, same=then == verdict, since=self._day(turn.on) if turn else "")
        came, ask = one.came, told.asks()
        return shown.Turned(
            subject=one.consult.title.in_(self.language),
            variants=(one.variant,),
            which="",
            date=self._day(came.on if came else one.own.on),
            given=self.given(one),
            then=then,
            now=verdict,
            same=then == verdict,
            provisional=came is not None and len(came.verdicts) > 1,
            changed=one.reckoned == CHANGED,
            back=one.whole is None,
            reason="" if ask or now.either or one.whole is None else now.reason,
            said=False,
            either=now.either if not ask else (),
            other_reason=bool(changes.tests),
            since=changes.since,
            by=told.law_by(),
            until_then=not one.reckoned and one.trees is None and turn is not None and weighty[:1] == [turn],
            correction=self._correction(told, one),
            ask=ask,
            changes=replace(changes, rest=not changes.no and not ask and bool(changes.added or changes.removed)),
        )

    def given(self, one: Again) -> str:
        """The day on which an advice was given, written out; empty when that is not known."""
        try:
            return self._day(date.fromisoformat((one.came.at if one.came else "")[:10]))
        except ValueError:
            return ""

    def _changes(
        self, told: Told, now: view.View, not_yet: Collection[str], *, same: bool, since: str
    ) -> shown.Changes:
        """What came and went; what came with an advice that said yes is beside the point once the answer is no."""
        one, shift = told.one, told.one.whole
        names = shift.added if shift else ()
        trees = (tree for tree in (shift.trees if shift else ()) if tree in self.content.trees)
        return shown.Changes(
            since=since,
            no=now.no,
            added=self._added(told, one, [name for name in names if name not in not_yet]),
            later=self._added(told, one, [name for name in names if name in not_yet and same], binds=False),
            options=tuple(shown.Option(one.how, one.verdict, one.hangs_on) for one in now.options),
            tests=tuple(self._test(one, tree, now.reason) for tree in trees),
            removed=() if now.no and not same else self._removed(told, shift),
            until=now.until,
        )

    def _day(self, on: date) -> str:
        return date_words(on, self.language)

    def _advice(self, one: Again) -> Advice:
        """The advice of the day of the review; exact, unlike what it was compared by."""
        return advise(self.content, one.consult, one.now.facts, one.now.on)

    def _now(self, one: Again, advice: Advice) -> view.View:
        """That advice as a report shows it."""
        said = replace(self.review.consultation, consult=one.consult.id, trail=(), active=one.index, on=one.now.on)
        return build(self.content, advice, self.language, said)

    def _correction(self, told: Told, one: Again) -> shown.Correction | None:
        if one.trees is None:
            return None
        self.cites.text(rests_on(self.content, one.trees))
        return shown.Correction(told.then.verdict(one.own), not one.trees.verdict, told.corrected_by())

    # ---------------------------------------------------------------- tests

    def _test(self, one: Again, tree: str, at_top: str) -> shown.Test:
        now = _finding(one.now.findings, tree)
        reason = Then(self.content, one.consult, self.language).reason(now) if now else ""
        then = self._outcome(one, tree)
        return shown.Test(
            title=self.content.trees[tree].title.in_(self.language),
            then=then[0],
            then_reason=then[1],
            now=self._verdict(one, now.verdict) if now and now.verdict else None,
            now_reason=reason,
            cited=self.cites.text(now.sources) if now and now.verdict else "",
            applies=now is not None,
            at_top=bool(reason) and reason == at_top,
        )

    def _outcome(self, one: Again, tree: str) -> tuple[view.Verdict | None, str]:
        """How a test ended then, and why; not when the trees changed, for then its outcome may have meant another."""
        other_trees = one.trees is not None or (one.reckoned and one.came and one.came.content != self.content.digest)
        if other_trees or one.came is None:
            return None, ""
        name = one.came.outcomes.get(tree)
        end = self.content.trees[tree].outcomes.get(name or "")
        if end is None or end.verdict is None:
            return None, ""
        because = end.because.at(one.came.on)
        return self._verdict(one, end.verdict), sentence(because.in_(self.language)) if because else ""

    def _verdict(self, one: Again, verdict: Verdict) -> view.Verdict:
        return view.Verdict(SYMBOL[verdict], verdict_words(one.consult, verdict, self.language))

    # ---------------------------------------------------------------- duties

    def _added(self, told: Told, one: Again, names: Iterable[str], *, binds: bool = True) -> tuple[shown.Duty, ...]:
        return tuple(
            shown.Duty(
                text=sentence(duty.text.in_(self.language)),
                deadline=deadline_words(duty, one.now.facts, self.language, one.now.on, binds=binds),
                cited=self.cites.text(self._in_force(duty.sources.at(one.now.on) or (), one.now.on)),
                since=self._since(told.found.came(name) if told.found else None),
            )
            for name, duty in ((name, self.content.duties[name]) for name in names)
        )

    def _removed(self, told: Told, shift: Shift | None) -> tuple[shown.Duty, ...]:
        names = [name for name in (shift.removed if shift else ()) if name in self.content.duties]
        return tuple(
            shown.Duty(
                text=sentence(self.content.duties[name].text.in_(self.language)),
                deadline="",
                cited="",
                since=self._since(told.found.went(name) if told.found else None),
            )
            for name in names
        )

    def _in_force(self, names: Iterable[str], on: date) -> list[str]:
        return [name for name in names if self.content.sources[name].in_force(on)]

    def _since(self, turn: Turn | None) -> str:
        return self._day(turn.on) if turn else ""


def _finding(findings: Iterable[Finding], tree: str) -> Finding | None:
    return next((finding for finding in findings if finding.tree == tree), None)
