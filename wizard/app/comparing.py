"""The plan and its variants side by side: verdict, answers, duties and deadlines, as many columns as fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.visual import Visual
from textual.widgets import Static

from wizard.app import keys, variant_keys
from wizard.app import variant_words as words
from wizard.app import words as said
from wizard.app.bars import TitleBar
from wizard.app.columns import Columns, room_for
from wizard.app.page import Page
from wizard.app.rows import Row, Rows, gap, heading, item, line, plain
from wizard.app.verdicts import COLOUR
from wizard.content.model import Text
from wizard.dossier.side_by_side import Side, side_by_side
from wizard.report.variants import comparison
from wizard.report.view import Approach, Comparison
from wizard.words import date_words

Cell = Callable[[Approach, Side], Sequence[Visual]]
MARGIN = 3
"""What the columns do not get of the width: the space beside them, and the bar that scrolls."""


class ComparePage(Page):
    """Columns beside each other; the names and verdicts stay in view while the rest scrolls."""

    KEYS = variant_keys.COMPARE
    MAIN = "#compare"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings("compare", variant_keys.COMPARE),
        Binding("space,pagedown", "page(1)", show=False, id="compare.page-down"),
        Binding("pageup", "page(-1)", show=False, id="compare.page-up"),
        *(Binding(str(n), f"pick({n})", show=False, id=f"compare.{n}") for n in range(10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.sides: Sequence[Side] = ()
        self.shown: Sequence[int] = ()
        """The columns in view; 0 is the plan."""
        self.first = 1
        """The first variant in view; the plan stands before it wherever there is room for two columns."""

    def body(self) -> ComposeResult:
        """Names and verdicts, and below them what differs."""
        yield Static(id="compare-head", markup=False)
        with VerticalScroll(id="compare"):
            yield Static(id="compare-text", markup=False)

    # ---------------------------------------------------------------- showing

    def show(self) -> None:
        """Work everything out anew and lay it out in the columns there are."""
        session = self.session
        found = side_by_side(session.content, session.consultation)
        if not self.sides:  # the page opens: what is in hand is in view
            active = session.consultation.active
            self.first = 0 if active is None else active + 1
        self.sides = found.sides
        self.found = comparison(session.content, session.consultation, session.language, now=session.now(), found=found)
        self.lay_out()

    def lay_out(self) -> None:
        """Show the columns in view."""
        session = self.session
        total = len(self.sides)
        self.room = min(total, room_for(self.app.size.width - MARGIN))
        beside = max(1, self.room - 1)  # columns for variants; with room for one column, the plan is among them
        self.first = max(int(self.room > 1), min(self.first, total - beside))
        self.shown = [*([0] if self.room > 1 else []), *range(self.first, self.first + beside)]
        day = session.say(said.LAW_OF, day=date_words(session.consultation.on, session.language))
        title = session.say(words.COMPARE)
        if total > self.room:
            title += f" · {self.where(total - 1)}"
        self.query_one(TitleBar).set(title, day)
        self.query_one("#compare-head", Static).update(self.columns(self.top))
        self.query_one("#compare-text", Static).update(Rows(self.rows(self.found)))

    def where(self, total: int) -> str:
        """Which columns are in view, with an arrow to each side where there are more."""
        last = self.shown[-1]
        before, after = ("← " if self.first > int(self.room > 1) else ""), (" →" if last < total else "")
        span = f"{self.first}" if self.first == last else f"{self.first}-{last}"
        text = words.PLAN_AND_COLUMNS if self.room > 1 else words.COLUMNS_SHOWN
        return self.session.say(text, shown=f"{before}{span}{after}", total=total)

    def columns(self, cell: Cell) -> Columns:
        """``cell`` of every approach in view."""
        pairs = [(self.found.approaches[n], self.sides[n]) for n in self.shown]
        return Columns([Rows(cell(approach, side)) for approach, side in pairs], self.room)

    def top(self, approach: Approach, side: Side) -> Sequence[Visual]:
        """The number, the name and the verdict; which one is in hand."""
        rows: list[Visual] = [Row(plain(approach.name, "bold"), plain(f"{approach.number} "))]
        for verdict, kind in zip(approach.possible, reversed(side.advice.possible), strict=True):
            rows.append(Row(plain(f"{verdict.symbol} {verdict.word}", f"bold {COLOUR[kind]}")))
        if approach.current:
            rows.append(line(self.session.say(words.IN_HAND), "dim"))
        return rows

    def rows(self, found: Comparison) -> Iterator[Visual]:
        """Everything below the verdicts."""
        say = self.session.say
        yield self.columns(lambda approach, side: [line(approach.reason)] if approach.reason else [])
        yield gap()
        yield heading(say(words.ANSWERS_DIFFER))
        differing, extra = found.approaches[0].differs, any(approach.extra for approach in found.approaches)
        if not differing and not extra:
            yield line(say(words.NOTHING_DIFFERS), "dim")
        for n, asked in enumerate(differing):
            yield line(asked.question, "dim")
            yield self.columns(lambda approach, side, n=n: self.answer(approach, n))  # type: ignore[misc]
        if extra:
            yield line(say(words.ONLY_ANSWERED_THERE), "bold")
            yield self.columns(lambda approach, side: list(self.extra(approach)))
        yield gap()
        yield heading(say(words.DUTIES_FURTHER if found.shared else said.TO_DO))
        yield self.columns(lambda approach, side: list(self.further(approach)))
        if found.shared:
            yield gap()
            yield heading(say(words.DUTIES_SHARED))
        for duty in found.shared:
            yield item("☐", duty.text)
            if duty.deadline:
                yield line(say(words.WHEN, text=duty.deadline), "dim", indent=2)
        if any(approach.open for approach in found.approaches):
            yield gap()
            yield heading(say(words.STILL_OPEN))
            yield self.columns(lambda approach, side: [item("?", question) for question in approach.open])

    def answer(self, approach: Approach, n: int) -> Sequence[Visual]:
        """The answer to the question in row ``n``; what a variant answers itself stands out."""
        answer = approach.differs[n].answer
        if not answer:
            return [line(f"– {self.session.say(words.NOT_COUNTING)}", "dim")]
        return [line(answer, "bold" if approach.own[n] else "")]

    def extra(self, approach: Approach) -> Iterator[Visual]:
        """What is only asked there, and the answer."""
        for asked in approach.extra:
            yield line(asked.question, "dim")
            yield line(asked.answer, "bold", indent=2)

    def further(self, approach: Approach) -> Iterator[Visual]:
        """The duties that not every approach has."""
        say = self.session.say
        for duty in approach.duties:
            mark = plain(f" {say(words.ONLY_HERE)}", "bold $text-primary") if duty.only else plain("")
            yield item("☐", plain(duty.text) + mark)
            if duty.deadline:
                yield line(say(words.WHEN, text=duty.deadline), "dim", indent=2)
        if not approach.duties:
            yield line(say(words.NOTHING_MORE if approach.settled else said.DEPENDS), "dim")

    def on_resize(self) -> None:
        """Another number of columns may fit."""
        super().on_resize()
        if self.session.current is not None and self.sides:
            self.lay_out()

    # ---------------------------------------------------------------- moving

    def action_turn(self, direction: int) -> None:
        """One column further or back."""
        self.first += direction
        self.lay_out()

    def action_scroll(self, lines: int) -> None:
        """Move the text by lines."""
        self.query_one("#compare").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move the text by pages."""
        box = self.query_one("#compare")
        box.scroll_relative(y=pages * max(1, box.size.height - 2), animate=False)

    def action_pick(self, number: int) -> None:
        """A number key: go on with that column."""
        if number >= len(self.sides) or self.too_small:
            return
        if number - 1 != (self.session.consultation.active if self.session.consultation.active is not None else -1):
            self.session.take(number - 1 if number else None)
        self.magdat.open_questions(self.session.say(words.TAKEN, name=self.found.approaches[number].name))

    def action_undo(self) -> None:
        """Take the last change back."""
        self.after_history(self.session.undo(), said.UNDONE, said.NOTHING_TO_UNDO)

    def action_redo(self) -> None:
        """Do it again."""
        self.after_history(self.session.redo(), said.REDONE, said.NOTHING_TO_REDO)

    def after_history(self, done: bool, yes: Text, no: Text) -> None:
        """Show where undo or redo led; without variants left, the list of them."""
        if done and not self.session.consultation.variants:
            self.magdat.open_variants()
            return
        if done:
            self.show()
        self.tell(self.session.say(yes if done else no))

    def action_back(self) -> None:
        """Back to the list of variants."""
        self.magdat.open_variants()
