"""The answers given: a pane beside the question, and a window to change any of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.visual import Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import words
from wizard.app.page import Dialog
from wizard.app.rows import Row, Rows, click, gap, heading, line, plain
from wizard.content.model import Text
from wizard.dossier.session import Session
from wizard.reasoning.question import Question
from wizard.words import answer_words


def rows(session: Session, *, whole: bool) -> Iterable[tuple[str, Visual]]:
    """Every answer with its fact: those in use, then what is assumed and open, then those not used.

    ``whole``: with what is open.
    """
    advice, answers = session.advice, session.consultation.answers
    used = [fact for fact in answers if fact not in advice.unused]
    for n, fact in enumerate(used, 1):
        yield fact, _answer(session, fact, f"{n:>2}", answers[fact].answer)
    for fact, answer in advice.assumed.items():
        yield fact, _answer(session, fact, " ~", answer, words.ASSUMED_WORD)
    for fact in advice.open if whole else ():
        if fact not in answers:
            yield fact, _answer(session, fact, " ?", None, words.OPEN_WORD)
    for fact in advice.unused:
        yield fact, _answer(session, fact, " ·", answers[fact].answer, words.NOT_USED)


def _answer(session: Session, fact: str, mark: str, answer: str | None, remark: Text | None = None) -> Visual:
    definition = session.content.facts[fact]
    asked = (definition.statement or definition.question).in_(session.language)
    said = plain(answer_words(session.content, fact, answer, session.language) if answer else "", "bold")
    if remark is not None:
        said += plain(("  " if answer else "") + f"({session.say(remark)})", "dim")
    if session.note_on(fact):
        said += plain(f"  ✎ {session.note_on(fact)[:80]}", "dim")
    return Rows([Row(plain(asked), plain(f"{mark} ")), Row(said, indent=3)])


def pane(session: Session, question: Question) -> Rows:
    """The answers beside the question; a click changes one."""
    shown: list[Visual] = [heading(session.say(words.ANSWERS_TITLE))]
    advice, answers = session.advice, session.consultation.answers
    if not answers:
        shown.append(line(session.say(words.NO_ANSWERS_YET), "$text-muted"))
    number = 0
    for fact, given in answers.items():
        unused = fact in advice.unused
        number += not unused
        mark = "▸" if fact in question.facts else "·" if unused else " "
        definition = session.content.facts[fact]
        asked = (definition.statement or definition.question).in_(session.language)
        said = answer_words(session.content, fact, given.answer, session.language)
        style = "dim" if unused else ""
        shown.append(gap())
        shown.append(Row(click(plain(asked, style), "change", fact), plain(f"{mark} ", "bold $text-primary")))
        shown.append(Row(click(plain(said, style or "bold"), "change", fact), indent=2))
        if unused:
            shown.append(line(f"({session.say(words.NOT_USED)})", "dim", indent=2))
        if given.note:
            shown.append(line(f"✎ {given.note[:200]}", "dim", indent=2))
    return Rows(shown)


class Answers(Dialog[str]):
    """All answers in a window; choosing one closes it with the fact to change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "down", show=False, id="answers.down"),
        Binding("k", "up", show=False, id="answers.up"),
        Binding("a,q", "cancel", show=False, id="answers.close"),
        *(Binding(str(n), f"row({n})", show=False, id=f"answers.{n}") for n in range(1, 10)),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.say(words.ANSWERS_TITLE))
        self.listed = list(rows(session, whole=True))

    def body(self) -> ComposeResult:
        """How to use it, the answers, and what "not used" means where there are such."""
        say = self.session.say
        yield Static(plain(say(words.ANSWERS_HELP if self.listed else words.NO_ANSWERS_YET)), markup=False)
        yield OptionList(*(Option(text) for _, text in self.listed), id="answers", markup=False)
        if self.session.advice.unused:
            yield Static(plain(say(words.NOT_USED_HELP)), id="answers-unused", markup=False)

    def on_mount(self) -> None:
        """Work the list at once."""
        self.query_one("#answers").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the fact chosen."""
        self.dismiss(self.listed[event.option_index][0])

    def action_row(self, number: int) -> None:
        """A number key: close with the fact of the row that bears this number."""
        advice, answers = self.session.advice, self.session.consultation.answers
        used = [fact for fact in answers if fact not in advice.unused]
        if number <= len(used):
            self.dismiss(used[number - 1])

    def action_down(self) -> None:
        """To the next answer."""
        self.query_one("#answers", OptionList).action_cursor_down()

    def action_up(self) -> None:
        """To the answer before."""
        self.query_one("#answers", OptionList).action_cursor_up()
