"""What decides this: per question, which other answer turns the verdict into what; a key goes to the question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.visual import Visual

from wizard.app import keys, variant_keys
from wizard.app import variant_words as words
from wizard.app.listing import ListingPage
from wizard.app.rows import Row, Rows, line, plain
from wizard.app.verdicts import COLOUR, verdict_name
from wizard.dossier.session import Session
from wizard.reasoning.question import deciding_fact
from wizard.report.doubts import doubts
from wizard.report.view import Doubt, Doubted, Way


class DecidingPage(ListingPage):
    """Lists the questions on whose answers the verdict rests, those one may doubt first."""

    KEYS = variant_keys.DECIDING
    TITLE_IS = words.DECIDES
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("deciding", variant_keys.DECIDING)

    def head(self) -> Sequence[Visual]:
        """The verdict as it is now, and what a line does."""
        session = self.session
        if not session.advice.settled:
            return [line(not_yet(session))]
        now = session.advice.verdict
        verdict = Row(plain(session.say(words.NOW_IS, verdict=verdict_name(session, now)), f"bold {COLOUR[now]}"))
        help_ = words.DECIDES_HELP if session.decides else words.NOTHING_DECIDES
        return [verdict, line(session.say(help_), "dim")]

    def lines(self) -> Sequence[Rows]:
        """One line for each question, or for each two of which both answers must be otherwise."""
        session = self.session
        found = doubts(session.content, session.consult, session.advice, session.decides, session.language)
        return [self.doubt(n, doubt) for n, doubt in enumerate(found, 1)]

    def doubt(self, number: int, doubt: Doubt) -> Rows:
        """The question, its answer now, and what other answers bring."""
        say = self.session.say
        ways = [line(self.way(way), "", indent=4) for way in doubt.ways]
        if len(doubt.questions) == 1:
            only = doubt.questions[0]
            return self.numbered(number, only.question, line(self.now(only), "dim", indent=4), *ways)
        both = [line(f"{one.question} {self.now(one)}", "bold", indent=4) for one in doubt.questions]
        return self.numbered(number, say(words.TOGETHER), *both, *ways)

    def now(self, doubted: Doubted) -> str:
        """The answer as it is now."""
        return self.session.say(words.GIVEN_ASSUMED if doubted.assumed else words.GIVEN, answer=doubted.answer)

    def way(self, way: Way) -> str:
        """Other answers, and the verdicts they bring."""
        say = self.session.say
        others = say(words.AND_WITH).join(way.others)
        verdicts = say(words.OR).join(f"{verdict.symbol} {verdict.word}" for verdict in way.verdicts)
        return f"{say(words.WITH if way.certain else words.WITH_PERHAPS, others=others)} {verdicts}"

    def chosen(self, index: int) -> None:
        """To the question of the line; of two, to the first."""
        self.session.go_to(self.facts[index])
        self.magdat.open_questions()

    @property
    def facts(self) -> list[str]:
        """The first fact of every line, in the order of the lines."""
        groups = dict.fromkeys(tuple(fact for fact, _ in turning.answers) for turning in self.session.decides)
        return [group[0] for group in groups]


def not_yet(session: Session) -> str:
    """Why nothing can be said yet: on which question the verdict still hangs."""
    said = session.consultation
    fact = deciding_fact(session.content, session.consult, said.facts, said.on)
    if fact is None:
        return session.say(words.NOT_YET)
    return session.say(words.NOT_YET_DECIDED, question=session.content.facts[fact].question.in_(session.language))
