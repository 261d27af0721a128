"""The first screen: what are you here for, go on with what was unfinished, reference date, language."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import dossier_words, keys, words
from wizard.app.bars import TitleBar
from wizard.app.choices import Choices
from wizard.app.keys import shown
from wizard.app.page import Page
from wizard.app.rows import Row, plain
from wizard.content.fault import printable
from wizard.dossier.consultation import facts_print
from wizard.dossier.fit import Kept
from wizard.dossier.holds import last_seen
from wizard.dossier.store import StoreError
from wizard.words import date_words


class Entry(NamedTuple):
    """A line of the menu. ``head`` is the number or key that chooses it at once; empty when there is none."""

    head: str
    label: str
    help: str
    run: Callable[[], None]


class HomePage(Page):
    """A menu; the first line is what the user most likely wants."""

    KEYS = keys.HOME
    MAIN = "#menu"
    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("home", keys.HOME)

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def body(self) -> ComposeResult:
        """The menu."""
        with Vertical(id="home"):
            yield Static(id="home-question", markup=False)
            yield Choices(id="menu", markup=False)
            yield Static(id="home-help", markup=False)
            yield Static(id="disclaimer", markup=False)

    def show(self) -> None:
        """Fill the menu anew; the line at hand stays at hand."""
        say, language = self.session.say, self.session.language
        day = date_words(self.session.on, language)
        self.query_one(TitleBar).set(say(words.PROGRAM), say(words.LAW_OF, day=day))
        self.query_one("#disclaimer", Static).update(plain(say(words.DISCLAIMER)))
        self.entries = self.listed(day)
        menu = self.query_one("#menu", Choices)
        at = menu.highlighted or 0
        width = max(len(entry.head) for entry in self.entries)
        options: list[Option | None] = [
            Option(Row(plain(entry.label), plain(f" {entry.head:<{width}}  "))) for entry in self.entries
        ]
        menu.set_options(options)
        menu.highlighted = min(at, len(self.entries) - 1)
        self.show_help()
        self.show_more()

    def show_help(self) -> None:
        """What the line at hand is for."""
        at = self.query_one("#menu", Choices).highlighted
        text = self.entries[at].help if at is not None and at < len(self.entries) else ""
        self.put("#home-help", plain(text), fixed=True)

    def on_option_list_option_highlighted(self) -> None:
        """Another line is at hand."""
        self.show_help()

    def on_mount(self) -> None:
        """From now on say when there is more than is in view."""
        super().on_mount()
        menu = self.query_one("#menu", Choices)
        for changing in ("scroll_y", "virtual_size", "size"):
            self.watch(menu, changing, self.show_more, init=False)

    def show_more(self) -> None:
        """The question above the menu, and whether the menu goes on above or below."""
        menu, say = self.query_one("#menu", Choices), self.session.say
        above, below = menu.scroll_offset.y > 0, menu.scroll_offset.y < menu.max_scroll_y
        more = words.MORE_BOTH if above and below else words.MORE_ABOVE if above else words.MORE_BELOW
        text = plain(say(words.HOME_QUESTION))
        self.put("#home-question", text + plain(f"  {say(more)}", "$text-muted") if above or below else text)

    def listed(self, day: str) -> list[Entry]:
        """The lines of the menu: consults by number, the same whatever else there is; the others by their key."""
        say, language, content = self.session.say, self.session.language, self.session.content
        entries = []
        kept = self.session.newest()
        if kept is not None:
            title = say(words.CONTINUE, title=content.consults[kept.consultation.consult].title.in_(language))
            entries.append(Entry(self.key("resume"), title, self.about(kept), self.resuming(kept)))
        try:
            count = len(self.session.folder.paths())
            archived = bool(count) or bool(self.session.folder.paths(archived=True))
            unreadable = ""
        except StoreError as error:
            count, archived, unreadable = 0, False, f"⚠ {printable(error.say(language))}"
        if count or archived or unreadable:
            text = dossier_words.DOSSIERS_HELP_ONE if count == 1 else dossier_words.DOSSIERS_HELP
            help_ = say(text, n=count) if count else unreadable or say(dossier_words.ONLY_ARCHIVED)
            entries.append(Entry(self.key("dossiers"), say(dossier_words.DOSSIERS), help_, self.magdat.open_dossiers))
        for n, (name, consult) in enumerate(content.consults.items(), 1):
            title = consult.title.in_(language)
            entries.append(Entry(str(n) if n < 10 else "", title, consult.intro.in_(language), self.starting(name)))
        magdat = self.magdat
        if self.has_watch:
            entries.append(
                Entry(self.key("watch"), say(words.LAW_WATCH), say(words.LAW_WATCH_HELP), magdat.action_watch)
            )
        for action, text, help_text, run in (
            ("date", words.REFERENCE_DATE, words.REFERENCE_DATE_HELP, magdat.action_date),
            ("language", words.LANGUAGE, words.LANGUAGE_HELP, magdat.action_language),
            ("search", words.SEARCH_HOME, words.SEARCH_HELP, magdat.action_search),
        ):
            entries.append(Entry(self.key(f"app.{action}"), say(text, day=day), say(help_text), run))
        return entries

    def key(self, action: str) -> str:
        """The first key of ``action``, as the user set it."""
        found = next(key for key in (*self.as_set(self.KEYS), *self.everywhere) if key.action == action)
        return shown(found, self.session.language).split()[0]

    @property
    def has_watch(self) -> bool:
        """Whether the content says anything about changes in the law."""
        content = self.session.content
        return bool(content.watch) or content.loaded < content.consults.keys()

    def about(self, kept: Kept) -> str:
        """For whom the latest dossier is, how far it is, and how much there is in it."""
        say, found = self.session.say, kept.consultation
        count = len(found.answers)
        answers = say(words.ONE_ANSWER) if count == 1 else say(words.ANSWERS_COUNT, n=count)
        day = date_words(found.on, self.session.language)
        named = " · ".join(part for part in (found.client, found.matter) if part)
        state = say(words.FINISHED if self.finished(kept) else words.UNFINISHED)
        said = say(words.CONTINUE_HELP, state=state, answers=answers, day=day)
        return f"{named}. {said}" if named else said

    def finished(self, kept: Kept) -> bool:
        """Whether the user saw a certain verdict on these very answers. That is known without reading the law."""
        found = kept.consultation
        came = last_seen(found)
        if came is None or len(came.verdicts) != 1 or came.on != found.on:
            return False
        return came.facts == facts_print(found.facts)

    def starting(self, consult: str) -> Callable[[], None]:
        """What starts a consult."""
        return lambda: self.magdat.open_consult(consult)

    def resuming(self, kept: Kept) -> Callable[[], None]:
        """What goes on with a consultation on disk."""
        return lambda: self.magdat.open_dossier(kept.path)

    def action_dossiers(self) -> None:
        """All dossiers."""
        if not self.too_small:
            self.magdat.open_dossiers()

    def action_resume(self) -> None:
        """On with the dossier that was changed last."""
        kept = None if self.too_small else self.session.newest()
        if kept is not None:
            self.magdat.open_dossier(kept.path)

    def action_watch(self) -> None:
        """What is changing in the law."""
        if self.has_watch and not self.too_small:
            self.magdat.action_watch()

    def run_entry(self, index: int | None) -> None:
        """Do what a line stands for."""
        if index is not None and 0 <= index < len(self.entries) and not self.too_small:
            self.entries[index].run()

    def action_confirm(self) -> None:
        """Enter: the line at hand."""
        self.run_entry(self.query_one("#menu", Choices).highlighted)

    def action_switch(self) -> None:
        """Space: the line at hand."""
        self.action_confirm()

    def action_pick(self, number: int) -> None:
        """A number key: that consult."""
        names = list(self.session.content.consults)
        if self.too_small:
            return
        if 1 <= number <= len(names):
            self.magdat.open_consult(names[number - 1])
        else:
            self.tell(self.session.say(words.NO_LINE, n=number))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        self.run_entry(event.option_index)
