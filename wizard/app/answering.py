"""Answering a question: number keys, Enter, space, clicks, dates, and checklists."""

from __future__ import annotations

from textual.widgets import Input, OptionList

from wizard.app import words
from wizard.app.choices import Choices
from wizard.app.options import NEXT_STATE, Line, states
from wizard.app.question import QuestionPage
from wizard.content.model import UNKNOWN
from wizard.dossier.dates import DateError, typed_answer


class AnsweringPage(QuestionPage):
    """Turns keys and clicks into answers in the session, which keeps them, then shows what comes next."""

    first_digit = 0
    """The digit typed first, of a number of two."""

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
        """A number key: give that answer, or change that line of a checklist. 0 is "I don't know".

        Where there are ten or more, a first digit that may be of two waits for the second, or for Enter.
        """
        if self.too_small:
            return
        if self.waits_for_digit:
            self.pick(10 * self.first_digit + number)
        elif number and 10 * number <= self.numbered:
            self.first_digit = number
            self.query_one(Choices).highlighted = number - 1
            self.tell(self.one_more_digit)
        elif number:
            self.pick(number)
        else:
            self.pick_unknown()

    @property
    def numbered(self) -> int:
        """How many answers or lines have a number."""
        return len(self.question.facts) if self.is_group else len(self.lines) - 1

    @property
    def one_more_digit(self) -> str:
        """What is said while a second digit may follow."""
        return self.session.say(words.ONE_MORE_DIGIT, n=self.first_digit, first=10 * self.first_digit)

    @property
    def waits_for_digit(self) -> bool:
        """Whether the next digit is the second of a number: as long as the message line says so."""
        return bool(self.first_digit) and self.told == self.one_more_digit

    def pick(self, number: int) -> None:
        """Give the answer with this number, or change that line of a checklist; say so when there is none."""
        if not 1 <= number <= self.numbered:
            self.tell(self.session.say(words.NO_LINE if self.is_group else words.NO_ANSWER, n=number))
        elif self.is_group:
            self.query_one(Choices).highlighted = number - 1
            self.action_switch()
        else:
            self.choose(self.lines[number - 1])

    def pick_unknown(self) -> None:
        """0: "I don't know"; in a checklist for the line at hand, or for all that would become no."""
        if not self.is_group:
            self.choose(self.lines[-1])
        elif self.becoming_no:
            self.fill(UNKNOWN)
            self.go_on()
        else:
            self.set_line(self.query_one(Choices).highlighted or 0, UNKNOWN)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another answer is at hand: no second digit follows any more."""
        if self.waits_for_digit and event.option_index != self.first_digit - 1:
            self.tell("")

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
        """Enter in the line for a date, a moment or a text."""
        if self.too_small or event.input.id != "date":
            return
        session = self.session
        if self.fact.kind != "text" and event.value.strip() == "0":  # as in the list below it, and everywhere else
            self.answer({self.fact.id: UNKNOWN})
            return
        try:
            answer = typed_answer(self.fact, event.value, session.consultation.on, session.language)
        except DateError as error:
            self.tell(session.say(error.line, **error.values), wrong=True)
            return
        self.answer({self.fact.id: answer})

    def on_fact_line_letter_typed(self) -> None:
        """A letter among a date: say what can be typed, and where the keys are."""
        self.tell(self.session.say(words.NO_LETTERS), wrong=True)

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
            some = words.EMPTY_LINE if len(empty) == 1 else words.EMPTY_LINES
            text = words.ALL_EMPTY if len(empty) == len(self.question.facts) else some
            self.tell(session.say(text, n=len(empty)), wrong=True)
            return
        self.answer(dict.fromkeys(empty, "no") if self.becoming_no else {})
