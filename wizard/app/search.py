"""The screen to search on: terms, sources and, during a consultation, its questions. It lies over another page."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import keys, words
from wizard.app.bars import KeyBar, TitleBar
from wizard.app.finding import Brief, FindLine, move
from wizard.app.found import details, questions
from wizard.app.page import Page, Reading
from wizard.app.rows import NOTHING, click, plain
from wizard.content.lookup import Found, matching, sources, terms
from wizard.words import date_words


class SearchPage(Page):
    """Lists what has the words that are typed; Tab goes from one list to the next."""

    KEYS = keys.SEARCH
    MAIN = "#find"
    TYPING = True
    OVER = True
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("search", keys.SEARCH)

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind
        self.all_read = False
        self.listed: dict[str, list[Found]] = {}
        self.matching: dict[str, list[Found]] = {}

    def body(self) -> ComposeResult:
        """Which list it is, the line to search with, and the list."""
        with Vertical(id="finding"):
            yield Static(id="find-kinds", markup=False)
            yield FindLine(id="find", select_on_focus=False, compact=True)
            yield Static(id="find-count", markup=False)
            found = OptionList(id="found", markup=False)
            found.can_focus = False  # the line to search with keeps the keys
            yield found

    @property
    def on_day(self) -> date:
        """The reference date: that of the consultation in hand, else the one for a new one."""
        session = self.session
        return session.consultation.on if session.current is not None else session.on

    @property
    def kinds(self) -> tuple[str, ...]:
        """The lists there are; questions only while there are any."""
        return ("term", "source", "question") if self.session.current is not None else ("term", "source")

    @property
    def everywhere(self) -> tuple[keys.Key, ...]:
        """What works everywhere, but for the key that leads here."""
        return tuple(key for key in super().everywhere if key.action != "app.search")

    # ---------------------------------------------------------------- showing

    def on_mount(self) -> None:
        """Show what is at hand; the law of all consults is read once that is painted."""
        super().on_mount()
        self.shown_as = self.looks
        self.set_timer(0.01, self.read_all)

    @property
    def looks(self) -> tuple[object, ...]:
        """What the page below was painted with."""
        return self.session.language, self.on_day

    def read_all(self) -> None:
        """Have all terms and sources at hand."""
        if self.is_attached:
            self.session.need()
            self.all_read = True
            self.show()

    def show(self) -> None:
        """List everything anew."""
        session, say, on = self.session, self.session.say, self.on_day
        day = say(words.LAW_OF, day=date_words(on, session.language))
        self.query_one(TitleBar).set(say(words.SEARCH_TITLE), day)
        self.query_one("#find", Input).placeholder = say(words.SEARCH_HINT)
        content, language = session.content, session.language
        self.listed = {"term": terms(content, language), "source": sources(content, on, language)}
        if session.current is not None:
            self.listed["question"] = questions(session)
        self.fill()

    def fill(self) -> None:
        """List what has the words that are typed."""
        typed = self.query_one("#find", Input).value
        self.matching = {kind: matching(listed, typed) for kind, listed in self.listed.items()}
        found = self.query_one("#found", OptionList)
        found.set_options([Option(self.brief(one)) for one in self.matching[self.kind]])
        if self.matching[self.kind]:
            found.highlighted = 0
        self.put("#find-kinds", self.heads(), fixed=True)
        self.put("#find-count", self.count(typed), fixed=True)
        self.query_one(KeyBar).offer(keys.SEARCH_TYPED if typed else keys.SEARCH)

    def brief(self, one: Found) -> Brief:
        """One entry of the list."""
        if one.now:
            return Brief(one.head, one.text)
        note = self.session.say(words.NOT_IN_FORCE, day=date_words(self.on_day, self.session.language))
        return Brief(f"{one.head} ({note})", one.text, muted=True)

    def heads(self) -> Content:
        """The names of the lists with how much each has; the one in view between brackets."""
        names = []
        for kind in self.kinds:
            name = f"{self.session.say(words.SEARCH_KINDS[kind])} {len(self.matching[kind])}"
            here = kind == self.kind
            names.append(click(plain(f"[{name}]" if here else f" {name} ", "bold" if here else ""), "turn", kind))
        return Content(" ").join(names)

    def count(self, typed: str) -> Content:
        """What there is to say about what was found: when that is nothing here, which lists do have it."""
        say = self.session.say
        if not self.all_read:
            return plain(say(words.SEARCH_READING))
        if self.matching[self.kind]:
            return NOTHING
        others = [kind for kind in (self.beside(1), self.beside(-1)) if self.matching[kind]]
        if not others:
            return plain(say(words.SEARCH_NONE, words=" ".join(typed.split())[:60]))
        ways = [click(plain(self.way(kind)), "turn", kind) for kind in dict.fromkeys(others)]
        return plain(f"{say(words.SEARCH_ELSEWHERE)} ") + Content(", ").join(ways)

    def beside(self, direction: int) -> str:
        """The next list, or the previous one."""
        return self.kinds[(self.kinds.index(self.kind) + direction) % len(self.kinds)]

    def way(self, kind: str) -> str:
        """Another list, how much it has, and the key that leads there."""
        text = words.SEARCH_NEXT if kind == self.beside(1) else words.SEARCH_PREVIOUS
        return self.session.say(text, kind=self.session.say(words.SEARCH_KINDS[kind]), n=len(self.matching[kind]))

    def on_input_changed(self) -> None:
        """Other words to search for."""
        if self.listed:
            self.tell("")
            self.fill()

    # ---------------------------------------------------------------- moving

    def action_kind(self, direction: int) -> None:
        """To the next list, or the previous one."""
        self.action_turn(self.beside(direction))

    def action_turn(self, kind: str) -> None:
        """To one of the lists."""
        if kind in self.kinds and not self.too_small:
            self.kind = kind
            self.fill()

    def action_move(self, where: str) -> None:
        """To another entry."""
        if not self.too_small:
            move(self.query_one("#found", OptionList), where)

    def on_input_submitted(self) -> None:
        """Enter: the entry at hand."""
        index = self.query_one("#found", OptionList).highlighted
        if index is not None:
            self.open(index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click: that entry."""
        self.open(event.option_index)

    def open(self, index: int) -> None:
        """Go to a question; show anything else in full."""
        if self.too_small or index >= len(self.matching[self.kind]):
            return
        one = self.matching[self.kind][index]
        if one.kind == "question":
            self.leave()
            self.magdat.jump_to(one.id)
        else:
            self.app.push_screen(Reading(self.session, one.head, details(self.session, one, self.on_day)))

    def action_back(self) -> None:
        """Escape: clear the search; then back to the page below."""
        field = self.query_one("#find", Input)
        if field.value:
            field.value = ""
        else:
            self.leave()

    def leave(self) -> None:
        """Back to the page below, which is painted anew when the language or the date is another one now."""
        changed = self.looks != self.shown_as
        self.app.pop_screen()
        if changed:
            self.magdat.again()
