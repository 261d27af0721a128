"""What may I do instead: the smallest changes within the user's control that lead to a better answer; one key tries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.visual import Visual

from wizard.app import keys, variant_keys
from wizard.app import variant_words as words
from wizard.app.bars import KeyBar
from wizard.app.rows import Rows, line
from wizard.app.settling import SettlingPage
from wizard.app.verdicts import verdict_name
from wizard.reasoning.alternatives import Alternative
from wizard.words import answer_words

MOST_CHANGED = 3
"""How many changed answers a line names: what it takes stands above them already."""


class InsteadPage(SettlingPage):
    """Lists the alternatives: what each takes, what it brings, and which answers it changes.

    While the verdict is open, the questions that can settle it follow: their answers may be all it takes.
    """

    KEYS = variant_keys.INSTEAD
    TITLE_IS = words.INSTEAD
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("instead", variant_keys.INSTEAD)

    def head(self) -> Sequence[Visual]:
        """The verdict as it is now, and what a line does."""
        session = self.session
        if session.alternatives:
            help_: list[Visual] = [line(session.say(words.INSTEAD_HELP), "dim")]
        elif self.settling:
            help_ = [line(session.say(words.NO_INSTEAD_YET)), self.how()]
        else:
            help_ = [line(session.say(words.NO_INSTEAD)), line(session.say(words.NO_INSTEAD_HELP), "dim")]
        return [self.now(), *help_]

    def show(self) -> None:
        """Fill the page anew; with no change to try, the key bar offers none."""
        super().show()
        only = self.settling and not self.session.alternatives
        enter = variant_keys.DECIDING[0] if only else variant_keys.INSTEAD[0]
        self.query_one(KeyBar).offer((enter, *variant_keys.INSTEAD[1:]))

    def lines(self) -> Sequence[Rows]:
        """One line for each alternative, and then one for each open question that can settle it."""
        offered = [self.offered(n, found) for n, found in enumerate(self.session.alternatives, 1)]
        asked = words.ANSWER_FIRST if offered else words.QUESTION
        return [*offered, *self.questions(len(offered) + 1, asked)]

    def offered(self, number: int, found: Alternative) -> Rows:
        """What it takes, the verdict it brings, and the answers it changes."""
        session = self.session
        how = " ".join(text.in_(session.language) for text in found.how)
        verdict = verdict_name(session, found.verdict)
        if found.depends_on:
            question = session.content.facts[found.depends_on].question.in_(session.language)
            then = session.say(words.THEN_MAY_BE, verdict=verdict, question=question)
        else:
            then = session.say(words.THEN_IS, verdict=verdict)
        changed = list(self.changed(found))
        if len(changed) == 1:
            below = [line(f"{session.say(words.BECOMES)} {changed[0]}", "dim", indent=4)]
        else:
            below = [line(session.say(words.BECOMES), "dim", indent=4)]
            below += [line(one, "dim", indent=6) for one in changed[:MOST_CHANGED]]
        more = len(changed) - MOST_CHANGED
        if more > 0:
            below.append(
                line(session.say(words.AND_BELONGING_ONE if more == 1 else words.AND_BELONGING, n=more), "dim", 6)
            )
        return self.numbered(number, how, line(then, "bold", indent=4), *below)

    def changed(self, found: Alternative) -> Iterator[str]:
        """Every answer that becomes otherwise: the question, the answer now and then."""
        session = self.session
        known = {**session.advice.assumed, **session.consultation.facts}
        for fact, answer in found.change.items():
            if known.get(fact) != answer:
                words_of = [
                    answer_words(session.content, fact, said, session.language) if said else ""
                    for said in (known.get(fact), answer)
                ]
                yield session.say(
                    words.FROM_TO,
                    question=session.content.facts[fact].question.in_(session.language),
                    before=words_of[0] or session.say(words.NOT_ANSWERED),
                    after=words_of[1],
                )

    def chosen(self, index: int) -> None:
        """Try it as a variant: on to the questions it still needs, or to its advice. Or to the open question."""
        offered = self.session.alternatives
        if index >= len(offered):
            self.to_question(index - len(offered))
            return
        self.session.try_out(offered[index])
        self.magdat.open_questions(self.session.say(words.TRYING))

    def action_decides(self) -> None:
        """What decides this answer?"""
        self.magdat.open_deciding()
