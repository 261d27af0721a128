"""The question screen as a whole: going back and forth, undo, notes, explanation, list of answers."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from wizard.app import dossier_words, keys, words
from wizard.app.answering import AnsweringPage
from wizard.app.bars import KeyBar
from wizard.app.choices import Choices
from wizard.content.model import UNKNOWN, Text
from wizard.dossier.session import LONGEST_NOTE
from wizard.reasoning.question import Question


class ConsultPage(AnsweringPage):
    """Asks. Every key works on the session, then ``show`` puts the right question in the same widgets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings("consult", keys.CONSULT),
        # reached while no answer is at hand: the advice so far stands in the place of the question
        Binding("down,j", "side_lines(1)", show=False, id="consult.side-down"),
        Binding("up,k", "side_lines(-1)", show=False, id="consult.side-up"),
        Binding("pagedown,space", "side_pages(1)", show=False, id="consult.side-page-down"),
        Binding("pageup", "side_pages(-1)", show=False, id="consult.side-page-up"),
    ]

    # ---------------------------------------------------------------- moving

    def action_back(self) -> None:
        """One question back."""
        if not self.session.back():
            self.tell(self.session.say(words.FIRST_QUESTION))
            return
        self.show()

    def action_forward(self) -> None:
        """One question forward."""
        if not self.session.forward():
            self.tell(self.session.say(words.LAST_QUESTION))
            return
        self.show()

    def action_change(self, fact: str) -> None:
        """To an earlier answer, or to something assumed."""
        self.session.go_to(fact)
        self.show()

    def action_undo(self) -> None:
        """Take the last change back."""
        self.after_history(self.session.undo(), words.UNDONE, words.NOTHING_TO_UNDO)

    def action_redo(self) -> None:
        """Do it again."""
        self.after_history(self.session.redo(), words.REDONE, words.NOTHING_TO_REDO)

    def after_history(self, done: bool, yes: Text, no: Text) -> None:
        """Show where undo or redo led, and say so."""
        if done:
            self.question = Question(())
            self.again()
        self.tell(self.session.say(yes if done else no))

    def action_variants(self) -> None:
        """The plan and its variants."""
        self.magdat.open_variants()

    def action_home(self) -> None:
        """To the start; from the advice so far in the place of the question first back to the question."""
        if self.has_class("-narrow", "-aside"):
            self.action_side()
        else:
            self.magdat.open_home()

    def action_advice(self) -> None:
        """The whole advice as it is now."""
        self.magdat.open_advice()

    # ---------------------------------------------------------------- windows

    def action_explain(self) -> None:
        """Why this question, its words and the law behind it."""
        from wizard.app.explain import explanation
        from wizard.app.page import Reading

        title = self.session.say(words.EXPLAIN)
        self.app.push_screen(Reading(self.session, title, explanation(self.session, self.question)))

    def action_answers(self) -> None:
        """The list of answers, to change any of them."""
        self.magdat.open_answers(self.action_change)

    def action_note(self) -> None:
        """A note on the answer to the question, or to the line of the checklist at hand."""
        from wizard.app.noting import NoteWindow

        session = self.session
        line = self.lines[self.query_one(Choices).highlighted or 0]
        fact = line.value if line.kind == "fact" else self.question.facts[0]
        open_ = session.given(fact) in (None, UNKNOWN)
        hint = session.say(dossier_words.ASK_WHO_HELP if open_ else words.ASK_NOTE_HELP)
        if session.given(fact) is None:
            hint += " " + session.say(words.ASK_NOTE_OPEN)
        definition = session.content.facts[fact]
        about = ((definition.statement if self.is_group else None) or definition.question).in_(session.language)

        def check(text: str) -> tuple[str, str] | None:
            return (session.say(words.NOTE_TOO_LONG, n=LONGEST_NOTE), text) if len(text) > LONGEST_NOTE else None

        def done(note: str | None) -> None:
            if note is None:
                return
            session.note(fact, note.strip())
            self.show()
            self.tell(session.say(words.NOTE_KEPT if note.strip() else words.NOTE_REMOVED))

        title = session.say(dossier_words.ASK_WHO if open_ else words.ASK_NOTE, question=about)
        self.app.push_screen(NoteWindow(session, title, hint, session.note_on(fact), check), done)

    def action_side(self) -> None:
        """Show or hide the advice so far: beside the question when there is room, in its place when not.

        These are two wishes: who made the window wider did not ask to hide what they had just asked for.
        """
        if self.presenting:
            self.magdat.action_present()
            return
        self.toggle_class("-aside" if self.has_class("-narrow") else "-alone")
        self.query_one(KeyBar).offer(self.offered_keys())
        self.call_after_refresh(self.focus_main)
        self.show_around_later()

    def action_side_lines(self, lines: int) -> None:
        """Move the advice so far by lines."""
        self.query_one("#side").scroll_relative(y=lines, animate=False)

    def action_side_pages(self, pages: int) -> None:
        """Move the advice so far by pages."""
        self.page_beside(pages)

    def action_given(self, direction: int) -> None:
        """Move your answers, beside the question."""
        self.query_one("#given").scroll_relative(y=4 * direction, animate=False)
