"""A page with lines to choose from, each of several rows, and a few words above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.visual import Visual
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import words
from wizard.app.bars import TitleBar
from wizard.app.choices import Choices
from wizard.app.page import Page
from wizard.app.rows import Row, Rows, plain
from wizard.content.model import Text
from wizard.words import date_words


class ListingPage(Page):
    """Number keys, Enter, Space and clicks choose a line: ``chosen`` says what that does."""

    MAIN = "#listing"
    TITLE_IS: ClassVar[Text]
    FIRST_NUMBER: ClassVar[int] = 1

    def body(self) -> ComposeResult:
        """What the page is about, and the lines."""
        with Vertical(id="listing-box"):
            yield Static(id="listing-head", markup=False)
            yield Choices(id="listing", markup=False)

    def head(self) -> Sequence[Visual]:
        """The rows above the lines."""
        return ()

    @property
    def first_line(self) -> int:
        """The line that is at hand when the page opens."""
        return 0

    def lines(self) -> Sequence[Rows]:
        """The lines to choose from."""
        return ()

    def chosen(self, index: int) -> None:
        """A line was chosen."""

    def show(self) -> None:
        """Fill the page anew; the line at hand stays at hand."""
        session = self.session
        day = session.say(words.LAW_OF, day=date_words(session.consultation.on, session.language))
        brief = date_words(session.consultation.on, session.language)
        self.query_one(TitleBar).set(session.say(self.TITLE_IS), day, brief)
        self.query_one("#listing-head", Static).update(Rows(self.head()))
        choices = self.query_one("#listing", Choices)
        at = self.first_line if choices.highlighted is None else choices.highlighted
        options = [Option(line) for line in self.lines()]
        choices.set_options(options)
        choices.display = bool(options)
        choices.highlighted = min(at, len(options) - 1) if options else None

    def numbered(self, number: int, text: str, *below: Visual) -> Rows:
        """A line: its number, what it is, and rows below that."""
        shown = str(number) if number < 10 else " "
        return Rows([Row(plain(text, "bold"), plain(f" {shown}  ")), *below])

    @property
    def at_hand(self) -> int | None:
        """The line at hand."""
        return self.query_one("#listing", Choices).highlighted

    def choose(self, index: int | None) -> None:
        """Do what a line stands for, if there is such a line."""
        if index is not None and 0 <= index < self.query_one("#listing", Choices).option_count and not self.too_small:
            self.chosen(index)

    def action_confirm(self) -> None:
        """Enter: the line at hand."""
        self.choose(self.at_hand)

    def action_switch(self) -> None:
        """Space: the line at hand."""
        self.action_confirm()

    def action_pick(self, number: int) -> None:
        """A number key: that line; said so when there is none."""
        index = number - self.FIRST_NUMBER
        if 0 <= index < self.query_one("#listing", Choices).option_count:
            self.choose(index)
        elif not self.too_small:
            self.tell(self.session.say(words.NO_LINE, n=number))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        self.choose(event.option_index)

    def action_variants(self) -> None:
        """The plan and its variants."""
        self.magdat.open_variants()

    def action_back(self) -> None:
        """Back to the advice."""
        self.magdat.open_advice()
