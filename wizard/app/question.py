"""Showing a question with the advice so far beside it. One page shows them all: its content is swapped in place."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.visual import Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import dossier_words, keys, words
from wizard.app.answers import pane
from wizard.app.bars import Fitting, KeyBar, TitleBar, Trail
from wizard.app.choices import Choices
from wizard.app.crumbs import crumbs, no_crumbs
from wizard.app.lines import FactLine
from wizard.app.options import Line, for_fact, for_group
from wizard.app.page import AROUND_AFTER, Page
from wizard.app.room import Cut, Main
from wizard.app.rows import Rows, click, gap, item, line, plain
from wizard.app.sofar import beside, strip
from wizard.content.model import UNKNOWN, Fact
from wizard.content.values import CHOICES
from wizard.reasoning.question import Question
from wizard.words import date_words

ROOMY = 30
"""From this height on every answer shows its explanation; below it, only the one at hand."""
SIGNS = (words.MORE_ABOVE, words.MORE_BELOW, words.MORE_BOTH)
ALL_AT_ONCE = 3
"""Lines of a checklist that are not about one thing: none of these, the rest unknown, go on."""
AROUND_ANSWERS = 13
"""Lines that are not for answers with large type."""


class QuestionPage(Page):
    """Shows the question that the session has on screen. What keys do stands in `answering.py` and `consult.py`."""

    KEYS = keys.CONSULT
    MAIN = "#choices"

    def __init__(self) -> None:
        super().__init__()
        self.question = Question(())
        self.lines: list[Line] = []
        self.helps: list[Content] = []
        self.becoming_no = False
        self.drawn: tuple[object, ...] = ()
        self.waiting: Timer | None = None
        self.field: FactLine | None = None
        """The line to type a date, a moment or a text in; made when the first one is asked."""

    def body(self) -> ComposeResult:
        """The trail, the question with its answers, and beside it your answers and the advice so far."""
        yield Trail(id="trail")
        with Horizontal(id="columns"):
            with VerticalScroll(id="given", can_focus=False):
                yield Static(id="given-text", markup=False)
            with Main(id="main"):
                yield Static(id="question", markup=False)
                yield Static(id="why", markup=False)
                yield Choices(id="choices", markup=False)
                yield Static(id="help", markup=False)
                yield Fitting(id="strip")
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
        self.set_class(self.presenting, "-present")
        if fresh:
            self.becoming_no = False
            self.tell("")
        facts, language = self.session.content.facts, self.session.language
        fact = facts[question.facts[0]]
        group = self.session.content.groups.get(question.group or "") if self.is_group else None
        self.put("#question", plain((group or fact).question.in_(language)))
        why = self.session.say(words.GROUP_HOW) if group else fact.why.in_(language) if fact.why else ""
        note = "" if group else self.session.note_on(fact.id)
        shown: list[Visual] = [line(why)] if why else []
        if self.presenting:
            from wizard.app.presenting import in_variant

            shown = [*in_variant(self.session), *shown]
        if note:
            unknown = self.session.given(fact.id) == UNKNOWN
            label = self.session.say(dossier_words.WHO if unknown else words.NOTE)
            shown.append(item("✎", f"{label}: {note[:200]}"))
        self.put("#why", Cut(Rows(shown), self.read_on))
        self.show_choices(fresh)
        self.show_line(fresh)
        self.query_one(KeyBar).offer(self.offered_keys())
        self.show_around_later()

    def offered_keys(self) -> tuple[keys.Key, ...]:
        """The keys for the bar: what can be done with what is on screen."""
        if self.has_class("-narrow", "-aside"):
            return keys.ASIDE
        offered = keys.CONSULT_DATE if self.is_typed else keys.CHECKLIST if self.is_group else keys.CONSULT
        away = self.session.completing or self.session.changing
        return keys.to_advice(offered) if away else offered

    @property
    def is_group(self) -> bool:
        """Whether a checklist is on screen."""
        return len(self.question.facts) > 1

    @property
    def fact(self) -> Fact:
        """The fact that is asked; in a checklist the first."""
        return self.session.content.facts[self.question.facts[0]]

    @property
    def is_typed(self) -> bool:
        """Whether a date, a moment or a text is asked: something to type."""
        return not self.is_group and self.fact.kind not in CHOICES

    def show_choices(self, fresh: bool) -> None:
        """The answers, as lines; the line at hand stays at hand unless the question is new."""
        choices = self.query_one("#choices", Choices)
        at = 0 if fresh else choices.highlighted or 0
        if self.is_group:
            self.lines = for_group(self.session, self.question, self.becoming_no)
        else:
            fact = self.session.content.facts[self.question.facts[0]]
            self.lines = for_fact(self.session, fact, roomy=self.roomy)
            if fresh:
                given = self.session.given(fact.id)
                at = next((n for n, line in enumerate(self.lines) if line.value == given), 0)
        apart = self.presenting and 2 * len(self.lines) <= self.app.size.height - AROUND_ANSWERS
        texts = (Rows([line.text, gap()]) if apart else line.text for line in self.lines)
        options: list[Option | None] = [Option(text) for text in texts]
        if self.is_group:
            options.insert(len(self.question.facts), None)  # a rule between the lines and what works on all of them
        choices.pinned = ALL_AT_ONCE if self.is_group else 1
        say = self.session.say
        above, below, both = (plain(say(sign), "$text-muted") for sign in SIGNS)
        choices.signs = above, below, both
        width = choices.content_size.width
        tall = choices.get_content_height(choices.size, self.app.size, width) if width else 0
        choices.set_options(options)
        self.helps = [plain("" if self.roomy and not self.is_group else line.help) for line in self.lines]
        others = self.helps if any(help_.plain for help_ in self.helps) else ()  # none is none, however many answers
        self.put("#help", Cut(self.helps[at], self.read_on, others))
        now = choices.get_content_height(choices.size, self.app.size, width) if width else 0
        rows = choices.size.height
        # where no help stands below, the answers have all that is left: then only whether they fit matters
        if now != tall and (not self.roomy or self.is_group or (now <= rows) != (tall <= rows)):
            self.query_one("#main").refresh(repaint=False, layout=True)
        choices.highlighted = at

    @property
    def roomy(self) -> bool:
        """Whether every answer shows its explanation: when there is room, and no class looking on."""
        return self.app.size.height >= ROOMY and not self.presenting

    def show_help(self, index: int) -> None:
        """What there is to know about the answer at hand, where the window leaves no room to show it all."""
        if len(set(map(str, self.helps))) > 1:  # else there is none, or it stays the same
            self.put("#help", Cut(self.helps[index], self.read_on, self.helps), fixed=True)

    @property
    def read_on(self) -> Content:
        """What stands at the end of a text that is cut: the key to read all of it."""
        return click(plain(f" {self.session.say(words.READ_ON)}", "bold"), "explain")

    def show_line(self, fresh: bool) -> None:
        """The line to type in, where something is to be typed."""
        field = self.field
        if not self.is_typed:
            if field is not None and field.display:
                field.display = False
                self.focus_main()
            return
        value = self.session.given(self.question.facts[0]) or ""
        value = "" if value == UNKNOWN else value.replace("T", " ") if self.fact.kind == "datetime" else value
        hint = self.session.say(words.LINE_HINTS[self.fact.kind])
        if field is None:
            field = self.field = FactLine(value, placeholder=hint, id="date", select_on_focus=False)
            self.query_one("#main").mount(field, before="#choices")
        elif fresh:
            field.value = value
        field.placeholder = hint
        field.kind = self.fact.kind
        field.display = True
        if fresh:
            field.focus()

    def focus_main(self) -> None:
        """The line while something is to be typed, else the answers; neither while the advice stands in their place."""
        if not self.query_one("#main").display:
            self.set_focus(None)
            return
        if self.field is not None and self.question.facts and self.is_typed and not self.too_small:
            self.field.focus()
        else:
            super().focus_main()

    def page_beside(self, pages: int) -> bool:
        """Move the advice so far by pages; ``False`` when it is not on screen, or all of it is in view."""
        side = self.query_one("#side")
        if not side.display or side.max_scroll_y == 0:
            return False
        side.scroll_relative(y=pages * max(1, side.size.height - 2), animate=False)
        return True

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
        completing = session.completing and session.advice.settled
        text = words.CHANGING if session.changing else words.COMPLETING if completing else words.QUESTION_NUMBER
        place = session.say(text, n=session.count)
        if session.begun:
            place = session.say(words.GOING_ON, place=place)
        day = session.say(words.LAW_OF, day=date_words(session.consultation.on, session.language))
        brief = date_words(session.consultation.on, session.language)
        number = session.say(words.QUESTION_NUMBER, n=session.count)
        ways = (f"{place} · {day}", f"{place} · {brief}", f"{number} · {brief}", number)
        self.query_one(TitleBar).set(self.subject, *ways)
        self.query_one(Trail).set(list(crumbs(session, self.question)), no_crumbs(session, self.question))
        self.query_one(Fitting).set(strip(session, session.advice))
        if self.query_one("#side").display:
            self.put("#side-text", beside(session, self.question))
        if self.query_one("#given").display:
            self.put("#given-text", pane(session, self.question))
            if not session.changing:  # what was answered last matters most
                self.call_after_refresh(self.query_one("#given").scroll_end, animate=False)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another answer is at hand."""
        if event.option_index < len(self.lines):
            self.show_help(event.option_index)

    def on_resize(self) -> None:
        """More or less room: lay the answers out anew."""
        super().on_resize()
        room = (self.app.size.height >= ROOMY, self.app.size.width >= 100, self.app.size.width >= 130)
        if self.drawn and self.drawn != room and self.question.facts and self.in_view:
            self.call_after_refresh(self.show)
        self.drawn = room
