"""The list of all dossiers: searched by typing, opened with Enter. Painted first, then read in portions."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import dossier_words as words
from wizard.app import keys
from wizard.app import words as everyday
from wizard.app.bars import KeyBar, TitleBar
from wizard.app.card import card
from wizard.app.finding import FindLine, move
from wizard.app.page import Page
from wizard.app.reviewing import Marks
from wizard.app.rows import line
from wizard.content.fault import printable
from wizard.dossier import finding
from wizard.dossier.folder import Entry, default_dossiers
from wizard.dossier.store import StoreError
from wizard.report.listed import listed
from wizard.words import date_words

PORTION = 0.02
"""Seconds to read dossiers before keys are handled and the screen is painted again."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A dossier in the list: its title, how it is shown, and what can be searched in."""

    entry: Entry
    named: str
    option: Option
    said: str


class DossierList(Page):
    """Lists what is in the folder, or in its archive. What can be done with one stands in `dossiers.py`."""

    KEYS = keys.DOSSIERS
    MAIN = "#search"
    TYPING = True

    def __init__(self, *, archived: bool = False) -> None:
        super().__init__()
        self.archived = archived
        self.listed: list[Line] = []
        self.matching: list[Line] = []
        self.reading: Iterator[Entry] = iter(())
        self.total = 0
        self.waiting: Timer | None = None
        self.marks = Marks()
        self.unreadable = ""
        """Why the folder cannot be read; "" when it can."""

    def body(self) -> ComposeResult:
        """The line to search with, how many there are, and the list."""
        with Vertical(id="dossiers"):
            yield FindLine(id="search", select_on_focus=False, compact=True)
            yield Static(id="dossiers-count", markup=False)
            dossiers = OptionList(id="dossiers-list", markup=False)
            dossiers.can_focus = False  # the line to search with keeps the keys
            yield dossiers

    # ---------------------------------------------------------------- showing

    def show(self) -> None:
        """Begin to read the folder anew."""
        session, say = self.session, self.session.say
        title = say(words.ARCHIVE if self.archived else words.DOSSIERS)
        self.query_one(TitleBar).set(title, say(everyday.LAW_OF, day=date_words(session.on, session.language)))
        self.query_one(KeyBar).offer(keys.ARCHIVE if self.archived else keys.DOSSIERS)
        self.query_one("#search", Input).placeholder = say(words.SEARCH)
        self.listed, self.matching, self.marks = [], [], Marks()
        self.query_one("#dossiers-list", OptionList).clear_options()
        self.unreadable = ""
        self.total, self.reading = 0, iter(())
        try:
            self.total = len(session.folder.paths(archived=self.archived))
            self.reading = session.folder.entries(archived=self.archived)
        except StoreError as error:
            self.unreadable = printable(error.say(session.language))
        self.count(more=True)
        self.read_later()

    def read_later(self) -> None:
        """Let what there is be painted, and a key be handled, before more is read."""
        if self.waiting is not None:
            self.waiting.stop()
        self.waiting = self.set_timer(0.001, self.read_some)

    def read_some(self) -> None:
        """Read a portion and add it to the list."""
        if not self.is_attached:
            return
        until = time.monotonic() + PORTION
        fresh: list[Line] = []
        more = True
        while more and time.monotonic() < until:
            entry = next(self.reading, None)
            more = entry is not None
            if entry is not None:
                fresh.append(self.as_line(entry))
        self.listed += fresh
        self.add(self.matching_of(fresh))
        self.count(more=more)
        if more:
            self.read_later()

    def as_line(self, entry: Entry) -> Line:
        """A dossier as a line of the list."""
        session = self.session
        shown = listed(session.content, entry, session.language, session.now())
        mark = self.marks.said.get(entry.path, "")
        said = finding.said(session.content, entry, session.language, shown.subject, shown.verdict, shown.changed, mark)
        return Line(entry, shown.named, Option(card(session, shown, mark)), said)

    def matching_of(self, lines: list[Line]) -> list[Line]:
        """Those of ``lines`` that have everything that is searched for."""
        pieces = finding.wanted(self.wanted, self.session.language)
        return [one for one in lines if finding.matches(one.said, pieces)]

    @property
    def wanted(self) -> str:
        """The words to search for."""
        return self.query_one("#search", Input).value

    def add(self, found: list[Line]) -> None:
        """Add dossiers at the end of the list."""
        dossiers = self.query_one("#dossiers-list", OptionList)
        self.matching += found
        dossiers.add_options([one.option for one in found])
        if dossiers.highlighted is None and self.matching:
            dossiers.highlighted = 0

    def fill(self, at: int = 0) -> None:
        """List what matches, with the one at ``at`` at hand."""
        self.matching = self.matching_of(self.listed)
        dossiers = self.query_one("#dossiers-list", OptionList)
        dossiers.set_options([one.option for one in self.matching])
        if self.matching:
            dossiers.highlighted = min(at, len(self.matching) - 1)
        self.count(more=len(self.listed) < self.total)

    def count(self, *, more: bool) -> None:
        """How many there are, or why there are none."""
        say, n = self.session.say, len(self.listed)
        shown = self.wanted.split()
        if more and n < self.total:
            text = say(words.READING, n=n, total=self.total)
        elif self.unreadable:
            text = f"⚠ {self.unreadable}"
        elif not n:
            text = self.none_here()
        elif shown and not self.matching:
            text = say(words.NONE_FOUND, words=" ".join(shown))
        elif shown:
            text = say(words.FOUND, n=len(self.matching), total=n)
        else:
            text = say(words.COUNT_ONE) if n == 1 else say(words.COUNT, n=n)
        long = bool(self.unreadable) or not n
        self.query_one("#dossiers-count").set_class(long, "long")
        self.put("#dossiers-count", line(text), fixed=not long)

    def none_here(self) -> str:
        """Why nothing is listed: the folder that the user named may not be there yet."""
        folder = self.session.folder.path
        if folder.exists() or folder == default_dossiers():
            return self.session.say(words.NONE_HERE)
        return self.session.say(words.NO_FOLDER_YET, folder=printable(str(folder)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Other words to search for."""
        if event.input.id == "search":
            self.tell("")
            self.fill()

    # ---------------------------------------------------------------- which no longer hold

    def action_review(self) -> None:
        """Mark the dossiers whose advice no longer holds today; typing `geldt niet meer` then lists them."""
        if self.too_small or self.marks.left or len(self.listed) < self.total:
            return
        marked = self.marks.said.keys()
        self.marks.begin(one.entry for one in self.listed)
        self.show_anew(marked)
        self.review_some()

    def review_some(self) -> None:
        """Look at a portion, and mark what no longer holds."""
        if not self.is_attached or not self.marks.total:
            return
        self.show_anew(self.marks.some(self.session, time.monotonic() + PORTION))
        if self.marks.left:
            done = self.marks.total - len(self.marks.left)
            self.tell(self.session.say(words.REVIEWING, n=done, total=self.marks.total))
            self.set_timer(0.001, self.review_some)
        else:
            self.tell(self.marks.summary(self.session))

    def show_anew(self, paths: Collection[Path]) -> None:
        """Show dossiers anew, with or without a mark."""
        if paths:
            self.listed = [self.as_line(one.entry) if one.entry.path in paths else one for one in self.listed]
            self.fill(self.query_one("#dossiers-list", OptionList).highlighted or 0)

    # ---------------------------------------------------------------- moving and opening

    def action_move(self, where: str) -> None:
        """To another dossier."""
        if not self.too_small:
            move(self.query_one("#dossiers-list", OptionList), where)

    @property
    def at_hand(self) -> Line | None:
        """The dossier at hand; ``None`` when none is listed."""
        index = self.query_one("#dossiers-list", OptionList).highlighted
        return self.matching[index] if index is not None and index < len(self.matching) else None

    def on_input_submitted(self) -> None:
        """Enter: open the dossier at hand."""
        self.open(self.at_hand)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click: open that dossier."""
        self.open(self.matching[event.option_index])

    def open(self, one: Line | None) -> None:
        """Go on with a dossier, or say why that cannot be."""
        if one is None or self.too_small:
            return
        self.magdat.open_dossier(one.entry.path)

    def action_back(self) -> None:
        """Escape: clear the search; then out of the archive; then to the start."""
        if self.wanted:
            self.query_one("#search", Input).value = ""
        elif self.archived:
            self.action_archived()
        else:
            self.magdat.open_home()

    def action_archived(self) -> None:
        """To the archive, or back."""
        self.archived = not self.archived
        self.query_one("#search", Input).value = ""
        self.tell("")
        self.show()
