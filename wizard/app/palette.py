"""What the command palette offers: the commands of this screen and of every screen, all questions, all consults."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from wizard.app import dossier_words, words
from wizard.app.keys import EVERYWHERE, shown
from wizard.app.page import Page
from wizard.app.rows import plain
from wizard.app.theme import WORDS, named
from wizard.content.asks import asks

if TYPE_CHECKING:
    from wizard.app.main import MagDat


class Commands(Provider):
    """Searches the commands by what they do, and questions by their text."""

    def offered(self) -> Iterator[tuple[str, Callable[[], object]]]:
        """Every command with what it does, in words."""
        app, page = cast("MagDat", self.app), self.screen
        session = app.session
        if not isinstance(page, Page):
            return
        for key in page.as_set((*page.KEYS, *EVERYWHERE)):
            if key.command:
                yield f"{session.say(key.long)} ({shown(key, session.language)})", self._run(key.action)
        if session.current is not None and hasattr(page, "action_change"):
            for fact in asks(session.content, session.consult):
                question = session.content.facts[fact].question.in_(session.language)
                yield session.say(words.GO_TO_QUESTION, question=question), self._change(page, fact)
        if session.content.watch or session.content.loaded < session.content.consults.keys():
            yield session.say(words.LAW_WATCH), app.action_watch
            if not any(key.action in ("then", "turn(1)") for key in page.KEYS):
                yield session.say(words.THEN_COMMAND), app.open_then
        if session.current is not None:
            yield from self.variants(app)
        if not page.TYPING:
            yield session.say(dossier_words.DOSSIERS), app.open_dossiers
        yield from self.looks(app)
        for name, consult in session.content.consults.items():
            title = session.say(words.NEW_CONSULT, title=consult.title.in_(session.language))
            yield title, self._start(app, name)

    def looks(self, app: MagDat) -> Iterator[tuple[str, Callable[[], object]]]:
        """The lists to search in, and every theme."""
        for kind in ("term", "source"):
            name = app.session.say(words.SEARCH_KINDS[kind]).lower()
            yield app.session.say(words.SEARCH_COMMAND, name=name), partial(app.open_search, kind)
        for theme in app.themes:
            if theme != app.theme:
                name = app.session.say(WORDS[named(theme)])
                yield app.session.say(words.THEME_COMMAND, name=name), partial(app.take_theme, theme)

    def variants(self, app: MagDat) -> Iterator[tuple[str, Callable[[], object]]]:
        """Every variant that is not in hand, and the plan."""
        from wizard.app import variant_words

        said = app.session.consultation
        if said.active is not None:
            yield app.session.say(variant_words.TO_PLAN), self._take(app, None)
        for index, variant in enumerate(said.variants):
            if index != said.active:
                yield app.session.say(variant_words.TO_VARIANT, name=variant.name), self._take(app, index)

    def _take(self, app: MagDat, index: int | None) -> Callable[[], object]:
        def take() -> None:
            app.session.take(index)
            app.open_questions()

        return take

    def _run(self, action: str) -> Callable[[], object]:
        return lambda: self.app.call_next(self.screen.run_action, action)

    def _change(self, page: Page, fact: str) -> Callable[[], object]:
        return lambda: page.action_change(fact)  # type: ignore[attr-defined]

    def _start(self, app: MagDat, consult: str) -> Callable[[], object]:
        return lambda: app.open_consult(consult)

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for text, command in self.offered():
            yield DiscoveryHit(plain(text), command, text=plain(text).plain)

    async def search(self, query: str) -> Hits:
        """What matches, the matching letters highlighted."""
        matcher = self.matcher(query)
        for text, command in self.offered():
            shown = plain(text)
            score, offsets = matcher.fuzzy_search.match(query, shown.plain)
            if score > 0:
                for offset in offsets:
                    if not shown.plain[offset].isspace():
                        shown = shown.stylize("bold underline", offset, offset + 1)
                yield Hit(score, shown, command, text=shown.plain)
