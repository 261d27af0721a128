"""Other ways, line by line: what instead, what decides this, variants, and the plan and its variants side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from wizard.content.fault import printable
from wizard.content.model import Text, Verdict
from wizard.dossier.session import Session
from wizard.dossier.side_by_side import side_by_side
from wizard.dossier.variants import tidy_name, wrong_name
from wizard.plain import entry
from wizard.plain import way_words as words
from wizard.plain.place import Place
from wizard.words import answer_words, verdict_words

if TYPE_CHECKING:
    from wizard.report.view import Doubt

Show = Callable[[Iterable[str]], None]


class Ways:
    """The commands about other ways; ``commands`` names them. ``show`` writes lines."""

    def __init__(self, session: Session, place: Place, show: Show) -> None:
        self.session = session
        self.place = place
        self._show = show
        self.commands: dict[str, Callable[[str], None]] = {
            "instead": self._instead,
            "decides": self._decides,
            "variants": lambda _: self._show(map(printable, self._listed())),
            "variant": self._take,
            "new": self._new,
            "rename": self._rename,
            "wipe": self._wipe,
            "compare": lambda _: self._show(map(printable, self._beside())),
        }

    def _say(self, text: Text, /, **values: object) -> None:
        self._show([printable(self.session.say(text, **values))])

    def _verdict(self, verdict: Verdict) -> str:
        return verdict_words(self.session.consult, verdict, self.session.language)

    def _question(self, fact: str) -> str:
        return self.session.content.facts[fact].question.in_(self.session.language)

    # ---------------------------------------------------------------- what instead

    def _instead(self, rest: str) -> None:
        """`anders`: the list; `anders 2`: try number 2 as a variant, or go to that open question."""
        session = self.session
        if session.advice.verdict.rank < Verdict.ASSESS.rank:
            self._say(words.NOT_NEEDED)
            return
        found, settling = session.alternatives, self._settling()
        if not found and not settling:
            self._say(words.NO_INSTEAD)
            return
        if not rest:
            self._show(map(printable, self._now()))
            self._show(map(printable, self._alternatives() if found else [session.say(words.NO_INSTEAD_YET)]))
            self._show(map(printable, self._questions(settling, len(found) + 1, words.TO_INSTEAD)))
            return
        chosen = self._chosen(rest, 1, len(found) + len(settling), words.INSTEAD if found else words.TO_INSTEAD)
        if chosen is None:
            return
        if chosen > len(found):
            self.place.go_to(settling[chosen - len(found) - 1].fact)
            return
        session.try_out(found[chosen - 1])
        self._say(words.TRYING, name=self._name())
        self.place.stand()

    def _alternatives(self) -> Iterator[str]:
        session = self.session
        yield session.say(words.INSTEAD)
        for number, found in enumerate(session.alternatives, 1):
            verdict = self._verdict(found.verdict)
            then = session.say(words.THEN, verdict=verdict)
            if found.depends_on:
                then = session.say(words.THEN_MAY_BE, verdict=verdict, question=self._question(found.depends_on))
            yield f"{number}. {' '.join(how.in_(session.language) for how in found.how)}"
            yield f"   {then}"
            for fact, answer in found.change.items():
                said = answer_words(session.content, fact, answer, session.language)
                yield f"   {session.say(words.BECOMES, question=self._question(fact), answer=said)}"

    # ---------------------------------------------------------------- what decides this

    def _decides(self, rest: str) -> None:
        """`bepaalt`: the list, of open questions while that is open; `bepaalt 2`: to the question of number 2."""
        session, settling = self.session, self._settling()
        groups = dict.fromkeys(tuple(fact for fact, _ in turning.answers) for turning in session.decides)
        facts = [doubt.fact for doubt in settling] or [group[0] for group in groups]
        if not facts:
            self._say(words.NOTHING_DECIDES if session.advice.settled else words.NOT_YET)
            return
        if not rest:
            self._show(map(printable, self._now()))
            asked = self._questions(settling, 1, words.TO_DECIDES) if settling else self._doubts()
            self._show(map(printable, asked))
            return
        chosen = self._chosen(rest, 1, len(facts), words.TO_DECIDES if settling else words.DECIDES)
        if chosen is not None:
            self.place.go_to(facts[chosen - 1])

    def _now(self) -> Iterator[str]:
        """The strictest verdict there may be, while it is open."""
        advice = self.session.advice
        if not advice.settled:
            yield self.session.say(words.NOW_OPEN, verdict=self._verdict(advice.verdict))

    def _settling(self) -> list[Doubt]:
        """The open questions that can settle the verdict."""
        if self.session.advice.settled:
            return []
        from wizard.report.doubts import settlings

        session = self.session
        return settlings(session.content, session.consult, session.advice, session.language)

    def _questions(self, settling: list[Doubt], first: int, how: Text) -> Iterator[str]:
        """The open questions that can settle the verdict, numbered from ``first``; ``how`` one goes to them."""
        if settling:
            some = any(doubt.ways for doubt in settling)
            yield f"{self.session.say(words.SETTLES if some else words.HANGS)} {self.session.say(how)}"
        for number, doubt in enumerate(settling, first):
            yield f"{number}. {doubt.questions[0].question}"
            yield from self._ways(doubt)
            if not doubt.ways:
                yield f"   {self.session.say(words.MORE_FOLLOWS)}"

    def _ways(self, doubt: Doubt) -> Iterator[str]:
        """Which answers bring which verdicts."""
        say = self.session.say
        for way in doubt.ways:
            others = say(words.AND_WITH).join(way.others)
            verdicts = say(words.OR).join(verdict.word for verdict in way.verdicts)
            yield f"   {say(words.WITH if way.certain else words.PERHAPS, others=others, verdicts=verdicts)}"

    def _doubts(self) -> Iterator[str]:
        from wizard.report.doubts import doubts

        session, say = self.session, self.session.say
        yield say(words.DECIDES)
        found = doubts(session.content, session.consult, session.advice, session.decides, session.language)
        for number, doubt in enumerate(found, 1):
            asked = [
                f"{one.question} {say(words.NOW_ASSUMED if one.assumed else words.NOW_IS, answer=one.answer)}"
                for one in doubt.questions
            ]
            together = say(words.TOGETHER) if len(asked) > 1 else ""
            yield f"{number}. {together}{say(words.AND).join(asked)}"
            yield from self._ways(doubt)

    # ---------------------------------------------------------------- variants

    def _listed(self) -> Iterator[str]:
        from wizard.report.variants import plan_or_name

        session = self.session
        said = session.consultation
        yield session.say(words.VARIANTS if said.variants else words.NO_VARIANTS)
        for number, side in enumerate(side_by_side(session.content, said, exact=False).sides):
            here = session.say(words.IN_HAND) if side.index == said.active else ""
            verdicts = session.say(words.OR).join(map(self._verdict, side.advice.possible))
            if not side.advice.settled:
                verdicts = session.say(words.POSSIBLE, verdicts=verdicts)
            yield f"{number}. {plan_or_name(side.name, session.language)}{here}: {verdicts}"

    def _take(self, rest: str) -> None:
        """`variant 2`, or the name of one; 0 is the plan."""
        if not rest:
            self._show(map(printable, self._listed()))
            return
        names = [variant.name.casefold() for variant in self.session.consultation.variants]
        typed = rest.casefold()
        chosen = names.index(typed) + 1 if typed in names else self._chosen(rest, 0, len(names), words.WHICH_VARIANT)
        if chosen is None:
            return
        self.session.take(chosen - 1 if chosen else None)
        self._say(words.TAKEN, name=self._name())
        self.place.stand()

    def _new(self, rest: str) -> None:
        """`nieuw NAAM`: a variant of what is in hand."""
        wrong = wrong_name(self.session.consultation, rest) if rest else words.WHICH_NAME
        if wrong is not None:
            self._say(wrong)
            return
        self.session.vary(rest)
        self._say(words.MADE, name=self._name())
        self.place.stand()

    def _rename(self, rest: str) -> None:
        """`hernoem 2 NAAM`."""
        which, _, name = rest.partition(" ")
        index = self._variant(which)
        if index is None:
            return
        wrong = wrong_name(self.session.consultation, name, index) if tidy_name(name) else words.WHICH_RENAME
        if wrong is not None:
            self._say(wrong)
            return
        self.session.rename(index, name)
        self._say(words.RENAMED, name=self.session.consultation.variants[index].name)

    def _wipe(self, rest: str) -> None:
        """`wis 2`."""
        index = self._variant(rest)
        if index is None:
            return
        name, in_hand = self.session.consultation.variants[index].name, self.session.consultation.active == index
        self.session.drop(index)
        self._say(words.WIPED, name=name)
        if in_hand:
            self.place.stand()

    def _variant(self, which: str) -> int | None:
        """The place of the variant with this number; complains when there is none."""
        count = len(self.session.consultation.variants)
        if not count:
            self._say(words.NO_VARIANTS)
            return None
        chosen = self._chosen(which, 1, count, words.WHICH_VARIANT)
        return None if chosen is None else chosen - 1

    def _name(self) -> str:
        from wizard.report.variants import plan_or_name

        variant = self.session.consultation.variant
        return plan_or_name(variant.name if variant else "", self.session.language)

    def _chosen(self, typed: str, first: int, last: int, hint: Text) -> int | None:
        """The number that was typed; complains and gives ``None`` when it is not among those there are."""
        number = entry.number(typed)
        if number is not None and first <= number <= last:
            return number
        if typed:
            self._say(words.NO_SUCH, n=printable(typed)[:60], hint=self.session.say(hint))
        else:
            self._say(hint)
        return None

    # ---------------------------------------------------------------- side by side

    def _beside(self) -> Iterator[str]:
        from wizard.report.variants import comparison

        session, say = self.session, self.session.say
        if not session.consultation.variants:
            yield say(words.NO_VARIANTS)
            return
        found = comparison(session.content, session.consultation, session.language)
        yield say(words.BESIDE)
        for one in found.approaches:
            here = say(words.IN_HAND) if one.current else ""
            verdicts = say(words.OR).join(verdict.word for verdict in one.possible)
            yield ""
            yield f"{one.number}. {one.name}{here}: {verdicts}. {one.reason}".rstrip()
            answers = [*one.differs, *one.extra]
            if answers:
                yield say(words.ANSWERS)
            for line in answers:
                yield f"- {line.question} {line.answer or say(words.NOT_COUNTING)}"
            if one.duties:
                yield say(words.DUTIES)
            for duty in one.duties:
                only = say(words.ONLY_HERE) if duty.only else ""
                yield self._duty(f"{duty.text}{only}", duty.deadline)
            if one.open:
                yield say(words.STILL_OPEN)
            yield from (f"- {question}" for question in one.open)
        if found.shared:
            yield ""
            yield say(words.SHARED)
            yield from (self._duty(duty.text, duty.deadline) for duty in found.shared)

    def _duty(self, text: str, deadline: str) -> str:
        return f"- {text}" + (f" {self.session.say(words.DEADLINE, deadline=deadline)}" if deadline else "")
