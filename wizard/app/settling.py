"""While the verdict is open: what it is at its strictest, and the open questions that can settle it, each a line."""

from __future__ import annotations

from collections.abc import Sequence

from textual.visual import Visual

from wizard.app import variant_words as words
from wizard.app.listing import ListingPage
from wizard.app.rows import Row, Rows, line, plain
from wizard.app.verdicts import COLOUR, verdict_name
from wizard.content.model import Text
from wizard.dossier.session import Session
from wizard.report.doubts import settlings
from wizard.report.view import Doubt, Way


class SettlingPage(ListingPage):
    """A list about the verdict; while that is open, also of questions: ``settling``, in the order of their lines."""

    settling: Sequence[Doubt] = ()

    def show(self) -> None:
        """Look first which questions are open."""
        session = self.session
        self.settling = settlings(session.content, session.consult, session.advice, session.language)
        super().show()

    def now(self) -> Row:
        """The verdict as it is now; while it is open, the strictest there may be."""
        return Row(plain(now_is(self.session), f"bold {COLOUR[self.session.advice.verdict]}"))

    def how(self) -> Visual:
        """What can be done with the open questions."""
        some = any(doubt.ways for doubt in self.settling)
        return line(self.session.say(words.SETTLES_HELP if some else words.HANGS_HELP), "dim")

    def questions(self, first: int, asked: Text) -> list[Rows]:
        """A line for each open question, numbered from ``first`` on; ``asked`` words it."""
        return [self.question(n, doubt, asked) for n, doubt in enumerate(self.settling, first)]

    def question(self, number: int, doubt: Doubt, asked: Text) -> Rows:
        """The question, and which answers settle it."""
        say = self.session.say
        below = [line(way_words(self.session, way), "", indent=4) for way in doubt.ways]
        below = below or [line(say(words.MORE_FOLLOWS), "dim", indent=4)]
        return self.numbered(number, say(asked, question=doubt.questions[0].question), *below)

    def to_question(self, index: int) -> None:
        """Go to the open question with this place."""
        self.session.go_to(self.settling[index].fact)
        self.magdat.open_questions()


def now_is(session: Session) -> str:
    """The verdict, in one line."""
    advice = session.advice
    return session.say(
        words.NOW_IS if advice.settled else words.NOW_OPEN, verdict=verdict_name(session, advice.verdict)
    )


def way_words(session: Session, way: Way) -> str:
    """Answers, and the verdicts they bring."""
    others = session.say(words.AND_WITH).join(way.others)
    verdicts = session.say(words.OR).join(f"{verdict.symbol} {verdict.word}" for verdict in way.verdicts)
    return f"{session.say(words.WITH if way.certain else words.WITH_PERHAPS, others=others)} {verdicts}"
