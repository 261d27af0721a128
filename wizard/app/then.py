"""Then and now: the same facts on two dates, with the timeline of all law above them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.visual import Visual
from textual.widgets import Static

from wizard.app import keys, words
from wizard.app.bars import TitleBar
from wizard.app.drawn import Drawn
from wizard.app.page import Page
from wizard.app.reasons import why_rows
from wizard.app.rows import Row, Rows, gap, heading, item, line, plain
from wizard.app.verdicts import COLOUR
from wizard.content.model import Text, Verdict
from wizard.dossier.dates import DateError, parse, reference_date
from wizard.reasoning.advice import Advice
from wizard.reasoning.compare import Turn, compare
from wizard.reasoning.timeline import Timeline, timeline
from wizard.report.then import Then
from wizard.report.two_days import Part, TwoDays

PARTS = ("when", "trees", "came", "went", "places")
MARKS = {"when": "▸", "trees": "•", "came": "+", "went": "−", "places": "§"}


class ThenPage(Page):
    """Shows what differs between two dates; the user picks them, or steps from turn to turn."""

    KEYS = keys.THEN
    MAIN = "#then"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings("then", keys.THEN),
        Binding("space,pagedown", "page(1)", show=False, id="then.page-down"),
        Binding("pageup", "page(-1)", show=False, id="then.page-up"),
    ]

    line: Timeline

    def __init__(self) -> None:
        super().__init__()
        self.chosen: tuple[date, date] | None = None
        self.line_of: dict[str, str] | None = None
        """The facts that ``line`` is about."""

    def body(self) -> ComposeResult:
        """The line, the two dates, and below them every part of the difference."""
        with VerticalScroll(id="then"):
            yield Static(id="then-line", markup=False)
            yield Static(id="then-legend", markup=False)
            with Container(id="then-days"):
                yield Static(id="then-before", classes="then-day", markup=False)
                yield Static(id="then-after", classes="then-day", markup=False)
            yield Static(id="then-same", classes="section", markup=False)
            for name in PARTS:
                yield Static(id=f"then-{name}", classes="section", markup=False)
            yield Static(id="then-remarks", classes="section", markup=False)

    # ---------------------------------------------------------------- showing

    def show(self) -> None:
        """Work out the line and the two dates."""
        session = self.session
        content, consult, facts = session.content, session.consult, session.consultation.facts
        if self.line_of != facts:
            self.line, self.line_of = timeline(content, consult, facts), facts
        then = Then(content, consult, session.language)
        found = compare(content, consult, facts, *self.days)
        said = TwoDays(then)
        self.query_one(TitleBar).set(self.subject, session.say(words.THEN_AND_NOW))
        signs = [f"▲ {session.say(label).lower()}" for label in (words.DAY_THEN, words.DAY_NOW)]
        marks = dict(zip((found.change.before.on, found.change.after.on), signs, strict=True))
        colours = [_colour(period.advice) for period in self.line.periods]
        self.query_one("#then-line", Static).update(Drawn(then.cells(self.line, marks), colours))
        self._fill("then-legend", [line(sign, "$text-muted") for sign in then.legend(self.line)])
        self._side(then, "#then-before", words.DAY_THEN, found.change.before)
        self._side(then, "#then-after", words.DAY_NOW, found.change.after)
        same = said.summary(found)
        self._fill("then-same", [line(same, "bold")] if same else [])
        parts = {part.name: part for part in said.parts(found)}
        for name in PARTS:
            self._fill(f"then-{name}", _part(parts[name]) if name in parts else [])
        self._fill("then-remarks", [line(remark, "$text-muted") for remark in then.remarks(self.line)])
        self.query_one("#then", VerticalScroll).scroll_home(animate=False)

    @property
    def days(self) -> tuple[date, date]:
        """The two dates: as chosen, or the day before the last turn and the reference date."""
        return self.chosen or self.line.two_days(self.session.consultation.on)

    def _fill(self, name: str, rows: Iterable[Visual]) -> None:
        """Show ``rows`` in a part, or leave the part out when there are none."""
        listed = list(rows)
        part = self.query_one(f"#{name}", Static)
        part.display = bool(listed)
        part.update(Rows(listed))

    def _side(self, then: Then, where: str, label: Text, advice: Advice) -> None:
        """One of the two dates: the day, the answer and the reason."""
        verdict = then.verdict(advice)
        head = f"{self.session.say(label)} · {then.day(advice.on)}"
        rows: list[Visual] = [Row(plain(head, "$text-muted"))]
        rows.append(Row(plain(f"{verdict.symbol} {verdict.word}", f"bold {_colour(advice)}")))
        rows += why_rows(self.session, advice, brief=True)
        box = self.query_one(where, Static)
        box.set_classes(["then-day", advice.verdict.value if advice.settled else Verdict.ASSESS.value])
        box.update(Rows(rows))

    # ---------------------------------------------------------------- stepping and choosing

    def action_turn(self, direction: int) -> None:
        """To the previous or next day on which the answer or its reason became another."""
        self._step(self.line.turns or self.line.every_turn, direction)

    def action_small_turn(self, direction: int) -> None:
        """To the previous or next day on which anything changed."""
        self._step(self.line.every_turn, direction)

    def _step(self, turns: tuple[Turn, ...], direction: int) -> None:
        """Show exactly what one turn changed: the day before it and the day itself."""
        say = self.session.say
        days = [turn.on for turn in turns]
        first, second = sorted(self.days)
        if direction < 0:
            found = [n for n, day in enumerate(days) if day <= first][-1:]
        else:
            here = second if second == first + timedelta(days=1) else first
            found = [n for n, day in enumerate(days) if day > here][:1]
        if not found:
            self.tell(say(words.NO_TURN_BEFORE if direction < 0 else words.NO_TURN_AFTER))
            return
        day = days[found[0]]
        self.chosen = (day - timedelta(days=1), day)
        self.show()
        self.tell(say(words.TURN_IS, n=found[0] + 1, total=len(days)))

    def action_usual(self) -> None:
        """Back to the two dates shown at first."""
        self.chosen = None
        self.show()
        self.tell("")

    def action_day(self, which: int) -> None:
        """Ask for one of the two dates."""
        session = self.session
        first = session.content.law_from
        days = list(self.days)

        def check(text: str) -> tuple[str, str] | None:
            try:
                reference_date(text, first, session.language)
            except DateError as error:
                return session.say(error.line, **error.values), text
            return None

        def done(text: str | None) -> None:
            if text is not None:
                days[which] = parse(text)
                self.chosen = (days[0], days[1])
                self.show()
                self.tell("")

        hint = f"{session.say(words.ASK_THEN_HELP)} ({session.say(words.DATE_HINT)})"
        title = session.say(words.ASK_NOW if which else words.ASK_THEN)
        self.magdat.ask(title, hint, days[which].isoformat(), check, done)

    # ---------------------------------------------------------------- reading and leaving

    def action_answer(self) -> None:
        """To the question on which the line hangs first."""
        session = self.session
        facts = Then(session.content, session.consult, session.language).hangs_on(self.line)
        if not facts:
            self.tell(session.say(words.LINE_IS_CERTAIN))
        elif not self.too_small:
            session.go_to(facts[0])
            self.magdat.open_questions()

    def action_scroll(self, lines: int) -> None:
        """Move the text by lines."""
        self.query_one("#then").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move the text by pages."""
        letter = self.query_one("#then")
        letter.scroll_relative(y=pages * max(1, letter.size.height - 2), animate=False)

    def action_section(self, direction: int) -> None:
        """To the next or previous part."""
        letter = self.query_one("#then", VerticalScroll)
        tops = [part.virtual_region.y for part in letter.query(".section") if part.display]
        here = round(letter.scroll_y)
        if direction > 0:
            target = next((top for top in tops if top > here), here)
        else:
            target = next((top for top in reversed(tops) if top < here), 0)
        letter.scroll_to(y=target, animate=False)

    def action_save(self) -> None:
        """The advice to a file, with then and now in it."""
        page = self.magdat.advice_page()
        self.magdat.open_page(page)
        page.call_after_refresh(page.run_action, "save_timeline")

    def action_back(self) -> None:
        """Back to the advice."""
        self.magdat.open_advice()


def _colour(advice: Advice) -> str:
    return COLOUR[advice.verdict] if advice.settled else "$text-warning"


def _part(part: Part) -> Iterable[Visual]:
    """The rows of a part: each thing that differs with a mark, what belongs to it below."""
    yield heading(part.heading)
    for found in part.items:
        yield item(MARKS[part.name], found.text)
        for below in found.below:
            yield line(below, "dim" if part.name != "trees" else "", indent=2)
    if not part.items:
        yield gap()
