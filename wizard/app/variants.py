"""The plan as answered and its variants: make one, take one in hand, rename, wipe, and set them side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.visual import Visual

from wizard.app import keys, variant_keys
from wizard.app import variant_words as words
from wizard.app import words as said
from wizard.app.listing import ListingPage
from wizard.app.rows import Rows, line
from wizard.app.sofar import fact_is
from wizard.app.verdicts import verdict_name
from wizard.content.model import Text
from wizard.dossier.side_by_side import Side, other_than_plan, side_by_side
from wizard.dossier.variants import tidy_name, wrong_name
from wizard.report.variants import plan_or_name
from wizard.words import NOT_SETTLED, verdict_words

MOST_ADDED = 2
"""How many answers that the plan does not have are named; more are counted."""


class VariantsPage(ListingPage):
    """The plan is line 0, the variants follow."""

    KEYS = variant_keys.VARIANTS
    TITLE_IS = words.VARIANTS
    FIRST_NUMBER = 0
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("variants", variant_keys.VARIANTS)

    def head(self) -> Sequence[Visual]:
        """What a variant is."""
        return [line(self.session.say(words.VARIANTS_HELP), "dim")]

    def lines(self) -> Sequence[Rows]:
        """The plan and every variant: its name, what it comes to, what is different."""
        session = self.session
        beside = side_by_side(session.content, session.consultation, exact=False)
        return [self.side(side) for side in beside.sides]

    @property
    def first_line(self) -> int:
        """The line of what is in hand."""
        active = self.session.consultation.active
        return 0 if active is None else active + 1

    def side(self, side: Side) -> Rows:
        """One line."""
        session, advice = self.session, side.advice
        name = plan_or_name(side.name, session.language)
        if side.index == session.consultation.active:
            name += f"  {session.say(words.IN_HAND)}"
        verdict = verdict_name(session, advice.verdict)
        if not advice.settled:
            possible = (verdict_words(session.consult, one, session.language) for one in advice.possible)
            verdict = f"… {session.say(NOT_SETTLED)} ({' / '.join(possible)})"  # no sign can end up without its words
        below = [line(verdict, "", indent=4)]
        if side.index is not None:
            below.append(line(self.differs(side), "dim", indent=4))
        return self.numbered(0 if side.index is None else side.index + 1, name, *below)

    def differs(self, side: Side) -> str:
        """The answers of a variant that the plan does not have."""
        session = self.session
        assert side.index is not None, "the plan differs from nothing"
        changed, added = other_than_plan(session.consultation, side.index)
        facts, few = session.consultation.facts_in(side.index), len(added) <= MOST_ADDED
        texts = [fact_is(session, fact, facts[fact]) for fact in (*changed, *(added if few else ()))]
        if not few:
            texts.append(session.say(words.AND_MORE if texts else said.MORE_THAN_PLAN, n=len(added)))
        return session.say(words.DIFFERS, answers="; ".join(texts)) if texts else session.say(words.DIFFERS_NOT)

    # ---------------------------------------------------------------- what can be done

    def chosen(self, index: int) -> None:
        """Take that line in hand: on to the question that is open, or the advice."""
        take = None if index == 0 else index - 1
        session = self.session
        if take == session.consultation.active:
            self.magdat.open_questions()
            return
        session.take(take)
        name = plan_or_name(session.consultation.variant.name if session.consultation.variant else "", session.language)
        self.magdat.open_questions(session.say(words.TAKEN, name=name))

    def action_new(self) -> None:
        """Another variant of what is in hand."""
        session = self.session

        def done(name: str) -> None:
            session.vary(name)
            variant = session.consultation.variant
            self.magdat.open_questions(session.say(words.MADE, name=variant.name if variant else ""))

        self.ask_name(words.ASK_NAME, "", None, done)

    def action_rename(self) -> None:
        """Another name for the variant at hand."""
        session, index = self.session, self.variant_at_hand()
        if index is None:
            return

        def done(name: str) -> None:
            session.rename(index, name)
            self.show()
            self.tell(session.say(words.RENAMED, name=session.consultation.variants[index].name))

        self.ask_name(words.ASK_RENAME, session.consultation.variants[index].name, index, done)

    def ask_name(self, title: Text, value: str, of: int | None, done: Callable[[str], None]) -> None:
        """Ask for a name that no other variant has."""
        session = self.session

        def check(text: str) -> tuple[str, str] | None:
            wrong = wrong_name(session.consultation, text, of)
            return (session.say(wrong), tidy_name(text)) if wrong else None

        def named(text: str | None) -> None:
            if text is not None:
                done(text)

        self.magdat.ask(session.say(title), session.say(words.ASK_NAME_HELP), value, check, named)

    def action_drop(self) -> None:
        """Wipe the variant at hand; undo brings it back."""
        index = self.variant_at_hand()
        if index is None or self.too_small:
            return
        name = self.session.consultation.variants[index].name
        self.session.drop(index)
        self.show()
        self.tell(self.session.say(words.DROPPED, name=name))

    def variant_at_hand(self) -> int | None:
        """The variant of the line at hand; ``None``, and said so, when that is the plan."""
        if not self.at_hand:
            self.tell(self.session.say(words.NOT_THE_PLAN))
            return None
        return self.at_hand - 1

    def action_compare(self) -> None:
        """The plan and its variants side by side."""
        if not self.session.consultation.variants:
            self.tell(self.session.say(words.NO_VARIANTS))
            return
        self.magdat.open_compare()

    def action_undo(self) -> None:
        """Take the last change back."""
        self.after_history(self.session.undo(), said.UNDONE, said.NOTHING_TO_UNDO)

    def action_redo(self) -> None:
        """Do it again."""
        self.after_history(self.session.redo(), said.REDONE, said.NOTHING_TO_REDO)

    def after_history(self, done: bool, yes: Text, no: Text) -> None:
        """Show where undo or redo led."""
        if done:
            self.show()
        self.tell(self.session.say(yes if done else no))

    def action_back(self) -> None:
        """Back to the question that is open, or the advice."""
        self.magdat.open_questions()
