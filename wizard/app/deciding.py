"""What decides this: per question, which (other) answer brings which verdict; a key goes to the question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.visual import Visual

from wizard.app import keys, variant_keys
from wizard.app import variant_words as words
from wizard.app.rows import Rows, line
from wizard.app.settling import SettlingPage, way_words
from wizard.report.doubts import doubts
from wizard.report.view import Doubt, Doubted


class DecidingPage(SettlingPage):
    """Lists the questions on whose answers the verdict rests, those one may doubt first; or those that settle it."""

    KEYS = variant_keys.DECIDING
    TITLE_IS = words.DECIDES
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("deciding", variant_keys.DECIDING)

    def head(self) -> Sequence[Visual]:
        """The verdict as it is now, and what a line does."""
        session = self.session
        if not session.advice.settled:
            return [self.now(), self.how()]
        help_ = words.DECIDES_HELP if session.decides else words.NOTHING_DECIDES
        return [self.now(), line(session.say(help_), "dim")]

    def lines(self) -> Sequence[Rows]:
        """One line for each question, or for each two of which both answers must be otherwise."""
        session = self.session
        if not session.advice.settled:
            return self.questions(1, words.QUESTION)
        found = doubts(session.content, session.consult, session.advice, session.decides, session.language)
        return [self.doubt(n, doubt) for n, doubt in enumerate(found, 1)]

    def doubt(self, number: int, doubt: Doubt) -> Rows:
        """The question, its answer now, and what other answers bring."""
        say = self.session.say
        ways = [line(way_words(self.session, way), "", indent=4) for way in doubt.ways]
        if len(doubt.questions) == 1:
            only = doubt.questions[0]
            return self.numbered(number, only.question, line(self.given(only), "dim", indent=4), *ways)
        both = [line(f"{one.question} {self.given(one)}", "bold", indent=4) for one in doubt.questions]
        return self.numbered(number, say(words.TOGETHER), *both, *ways)

    def given(self, doubted: Doubted) -> str:
        """The answer as it is now."""
        return self.session.say(words.GIVEN_ASSUMED if doubted.assumed else words.GIVEN, answer=doubted.answer)

    def chosen(self, index: int) -> None:
        """To the question of the line; of two, to the first."""
        if self.settling:
            self.to_question(index)
            return
        self.session.go_to(self.facts[index])
        self.magdat.open_questions()

    @property
    def facts(self) -> list[str]:
        """The first fact of every line, in the order of the lines."""
        groups = dict.fromkeys(tuple(fact for fact, _ in turning.answers) for turning in self.session.decides)
        return [group[0] for group in groups]
