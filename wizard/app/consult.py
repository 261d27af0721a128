"""The question screen: one question at a time, with the advice so far beside it. Its content is swapped in place."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import keys, words
from wizard.app.bars import KeyBar, TitleBar, Trail
from wizard.app.choices import Choices
from wizard.app.dates import DateError, fact_date
from wizard.app.lines import DateLine
from wizard.app.options import NEXT_STATE, Line, for_fact, for_group, states
from wizard.app.page import Page
from wizard.app.rows import Rows, item, line, plain
from wizard.app.sofar import beside, strip
from wizard.content.model import UNKNOWN, Text
from wizard.reasoning.question import Question
from wizard.words import answer_words, date_words

ROOMY = 30
"""From this height on every answer shows its explanation; below it, only the one at hand."""
LONGEST_NOTE = 2000
AROUND_AFTER = 0.03
"""Seconds from a question to what stands around it: title, trail, panes. A fast answer never waits for them."""


class ConsultPage(Page):
    """Asks. Every key works on the session, then ``show`` puts the next question in the same widgets."""

    KEYS = keys.CONSULT
    MAIN = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("consult", keys.CONSULT)

    def __init__(self) -> None:
        super().__init__()
        self.question = Question(())
        self.lines: list[Line] = []
        self.becoming_no = False
        self.drawn: tuple[object, ...] = ()
        self.waiting: Timer | None = None

    def body(self) -> ComposeResult:
        """The trail, the question with its answers, and beside it your answers and the advice so far."""
        yield Trail(id="trail")
        with Horizontal(id="columns"):
            with VerticalScroll(id="given", can_focus=False):
                yield Static(id="given-text", markup=False)
            with Vertical(id="main"):
                yield Static(id="question", markup=False)
                yield Static(id="why", markup=False)
                yield Choices(id="choices", markup=False)
                yield Static(id="help", markup=False)
                yield Static(id="strip", markup=False)
            with VerticalScroll(id="side", can_focus=False):
                yield Static(id="side-text", markup=False)

    # ---------------------------------------------------------------- showing

    def show(self) -> None:
        """Put the question that is open in place; the rest of the page follows after it is painted."""
        question = self.session.shown
        if question is None:
            self.magdat.open_advice()
            return
        fresh = question != self.question
        self.question = question
        if fresh:
            self.becoming_no = False
            self.tell("")
        facts, language = self.session.content.facts, self.session.language
        fact = facts[question.facts[0]]
        group = self.session.content.groups.get(question.group or "") if self.is_group else None
        self.put("#question", plain((group or fact).question.in_(language)))
        why = self.session.say(words.GROUP_HOW) if group else fact.why.in_(language) if fact.why else ""
        note = "" if group else self.session.note_on(fact.id)
        shown = [line(why)] if why else []
        if note:
            shown.append(item("✎", f"{self.session.say(words.NOTE)}: {note[:200]}"))
        self.put("#why", Rows(shown))
        self.show_choices(fresh)
        self.show_date(fresh)
        self.query_one(KeyBar).offer(keys.CONSULT_DATE if self.is_date else keys.CHECKLIST if group else keys.CONSULT)
        self.show_around_later()

    @property
    def is_group(self) -> bool:
        """Whether a checklist is on screen."""
        return len(self.question.facts) > 1

    @property
    def is_date(self) -> bool:
        """Whether a date is asked."""
        return not self.is_group and self.session.content.facts[self.question.facts[0]].kind == "date"

    def show_choices(self, fresh: bool) -> None:
        """The answers, as lines; the line at hand stays at hand unless the question is new."""
        choices = self.query_one("#choices", Choices)
        at = 0 if fresh else choices.highlighted or 0
        if self.is_group:
            self.lines = for_group(self.session, self.question, self.becoming_no)
        else:
            fact = self.session.content.facts[self.question.facts[0]]
            self.lines = for_fact(self.session, fact, roomy=self.app.size.height >= ROOMY)
            if fresh:
                given = self.session.given(fact.id)
                at = next((n for n, line in enumerate(self.lines) if line.value == given), 0)
        options: list[Option | None] = [Option(line.text) for line in self.lines]
        if self.is_group:
            options.insert(len(self.question.facts), None)  # a rule between the lines and what works on all of them
        choices.set_options(options)
        choices.highlighted = at
        self.show_help(at)

    def show_help(self, index: int) -> None:
        """What there is to know about the answer at hand, where the window leaves no room to show it all."""
        text = "" if self.app.size.height >= ROOMY and not self.is_group else self.lines[index].help
        self.put("#help", plain(text), fixed=True)

    def show_date(self, fresh: bool) -> None:
        """The line for a date, made when the first date is asked."""
        field = next(iter(self.query("#date").results(DateLine)), None)
        if not self.is_date:
            if field is not None and field.display:
                field.display = False
                self.focus_main()
            return
        value = self.session.given(self.question.facts[0]) or ""
        value = "" if value == UNKNOWN else value
        hint = self.session.say(words.DATE_HINT)
        if field is None:
            field = DateLine(value, placeholder=hint, id="date", select_on_focus=False)
            self.query_one("#main").mount(field, before="#choices")
        elif fresh:
            field.value = value
        field.placeholder = hint
        field.display = True
        if fresh:
            field.focus()

    def focus_main(self) -> None:
        """The date line while a date is asked, else the answers."""
        if self.too_small:
            return
        field = self.query("#date") if self.question.facts and self.is_date else None
        (field.first() if field else self.query_one(self.MAIN)).focus()

    def show_around_later(self) -> None:
        """Let the question be painted, and a next key be handled, before the rest of the page is worked out."""
        if self.waiting is not None:
            self.waiting.stop()
        self.waiting = self.set_timer(AROUND_AFTER, self.show_around)

    def show_around(self) -> None:
        """Title, trail and the panes, if the question is still on screen."""
        session = self.session
        if session.current is None or session.shown != self.question or not self.is_attached:
            return
        text = words.CHANGING if session.changing else words.COMPLETING if session.completing else words.QUESTION_NUMBER
        place = session.say(text, n=session.number)
        day = session.say(words.LAW_OF, day=date_words(session.consultation.on, session.language))
        self.query_one(TitleBar).set(session.consult.title.in_(session.language), f"{place} · {day}")
        self.query_one(Trail).set(self.trail(), session.say(words.NO_ANSWERS_YET))
        self.put("#strip", strip(session, session.advice), fixed=True)
        if self.query_one("#side").display:
            self.put("#side-text", beside(session, self.question))
        if self.query_one("#given").display:
            from wizard.app.answers import pane

            self.put("#given-text", pane(session, self.question))
        session.flush()

    def trail(self) -> list[str]:
        """The answers in use, each as briefly as its label allows."""
        session = self.session
        content, language = session.content, session.language
        said = []
        for screen in session.asked:
            if screen.facts[0] in self.question.facts and not session.changing:
                continue  # a checklist that is being filled in
            group = content.groups.get(screen.group or "")
            if group and len(screen.facts) > 1:
                yes = sum(session.given(fact) == "yes" for fact in screen.facts)
                said.append(f"{yes}/{len(screen.facts)} {session.say(words.STATE_YES)}")
            else:
                fact = screen.facts[0]
                said.append(answer_words(content, fact, session.given(fact) or UNKNOWN, language))
        brief = [re.split(r"[:;,(]", text)[0].strip() or text for text in said]
        return [text if len(text) <= 32 else text[:31].rstrip() + "…" for text in brief]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another answer is at hand."""
        if event.option_index < len(self.lines):
            self.show_help(event.option_index)

    def on_resize(self) -> None:
        """More or less room: lay the answers out anew."""
        super().on_resize()
        room = (self.app.size.height >= ROOMY, self.app.size.width >= 100, self.app.size.width >= 130)
        if self.drawn and self.drawn != room and self.question.facts:
            self.call_after_refresh(self.show)
        self.drawn = room

    # ---------------------------------------------------------------- answering

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click: answers, or changes a line of a checklist."""
        if event.option_index >= len(self.lines) or self.too_small:
            return
        if self.lines[event.option_index].kind == "fact":
            self.action_switch()
        else:
            self.choose(self.lines[event.option_index])

    def action_confirm(self) -> None:
        """Enter: give the answer at hand; in a checklist, go on."""
        index = self.query_one(Choices).highlighted
        if index is None or self.too_small:
            return
        self.choose(self.lines[index])

    def action_pick(self, number: int) -> None:
        """A number key: give that answer, or change that line of a checklist. 0 is "I don't know"."""
        if self.too_small:
            return
        choices = self.query_one(Choices)
        if self.is_group:
            if number == 0 and self.becoming_no:
                self.fill(UNKNOWN)
                self.go_on()
            elif number == 0:
                self.set_line(choices.highlighted or 0, UNKNOWN)
            elif number <= len(self.question.facts):
                choices.highlighted = number - 1
                self.action_switch()
            return
        index = len(self.lines) - 1 if number == 0 else number - 1
        if 0 <= index < len(self.lines) - (number != 0):
            self.choose(self.lines[index])

    def choose(self, line: Line) -> None:
        """Do what a line stands for."""
        if line.kind == "answer":
            self.answer({self.question.facts[0]: line.value})
        elif line.kind == "none":
            for fact in self.question.facts:
                self.session.mark(fact, "no")
            self.settle(go=True)
        elif line.kind == "rest":
            self.fill(UNKNOWN)
            self.settle(go=True)
        else:
            self.go_on()

    def answer(self, answers: dict[str, str]) -> None:
        """Give answers, which keeps them on disk, and show what comes next."""
        self.session.answer(answers)
        self.tell("")
        self.show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the date line."""
        if self.too_small or event.input.id != "date":
            return
        session = self.session
        try:
            day = fact_date(event.value, session.consultation.on, session.language)
        except DateError as error:
            self.tell(session.say(error.line, **error.values), wrong=True)
            return
        self.answer({self.question.facts[0]: day.isoformat()})

    def action_to_list(self) -> None:
        """From the date line down to "I don't know"."""
        self.query_one(Choices).focus()

    # ---------------------------------------------------------------- checklists

    def action_switch(self) -> None:
        """Space: change the line at hand from empty or unknown to yes, from yes to no, from no to unknown."""
        index = self.query_one(Choices).highlighted
        if index is None or self.too_small:
            return
        if self.lines[index].kind != "fact":
            if self.is_group:
                self.choose(self.lines[index])
            return
        self.set_line(index, NEXT_STATE[self.session.given(self.lines[index].value) or ""])

    def set_line(self, index: int, state: str) -> None:
        """Give a line of a checklist a state."""
        if self.lines[index].kind != "fact":
            return
        self.session.mark(self.lines[index].value, state)
        self.settle(go=False)

    def settle(self, *, go: bool) -> None:
        """A line changed: nothing waits for confirmation any more. ``go`` puts "Go on" at hand."""
        self.becoming_no = False
        self.tell("")
        self.show()
        if go:
            self.query_one(Choices).highlighted = len(self.lines) - 1

    def fill(self, state: str) -> None:
        """Give every empty line a state."""
        for fact, now in states(self.session, self.question).items():
            if not now:
                self.session.mark(fact, state)

    def go_on(self) -> None:
        """Leave the checklist. Lines that are empty and still matter count as "no" only after a second Enter."""
        session = self.session
        empty = [fact for fact, state in states(session, self.question).items() if not state]
        asked = session.open_question
        matter = not session.changing and asked is not None and bool(set(asked.facts) & set(empty))
        if empty and (matter or session.changing) and not self.becoming_no:
            self.becoming_no = True
            self.show_choices(fresh=False)
            text = words.ALL_EMPTY if len(empty) == len(self.question.facts) else words.EMPTY_LINES
            self.tell(session.say(text, n=len(empty)), wrong=True)
            return
        self.answer(dict.fromkeys(empty, "no") if self.becoming_no else {})

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

    def action_home(self) -> None:
        """To the start."""
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
        session = self.session
        line = self.lines[self.query_one(Choices).highlighted or 0]
        fact = line.value if line.kind == "fact" else self.question.facts[0]
        hint = session.say(words.ASK_NOTE_HELP)
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

        self.magdat.ask(session.say(words.ASK_NOTE, question=about), hint, session.note_on(fact), check, done)

    def action_side(self) -> None:
        """Show or hide the advice so far: beside the question when there is room, in its place when not."""
        self.toggle_class("-switched")
        self.show_around_later()
