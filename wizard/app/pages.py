"""Going from page to page and from dossier to dossier; the code of a page is only loaded when it is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from wizard.app.consult import ConsultPage
from wizard.app.looks import DressedApp
from wizard.app.page import Page
from wizard.dossier.session import Kept, Session
from wizard.dossier.store import StoreError


class PagedApp(DressedApp):
    """One page at a time, windows over it; what is in hand is on disk before another page takes its place."""

    session: Session

    # ---------------------------------------------------------------- pages

    def open_page(self, page: Page) -> None:
        """Show ``page`` instead of the one on screen. The very first page stays below: Textual cannot replace it."""
        if isinstance(self.screen, Page) and self.screen.OVER:
            self.pop_screen()
        if len(self.screen_stack) == 1:
            self.push_screen(page)
        else:
            self.switch_screen(page)

    def open_questions(self, message: str = "") -> None:
        """Back to the questions; ``message`` is said there."""
        page = self.page_in_hand()
        self.open_page(page)
        if message:
            self.call_after_refresh(page.tell, message)

    def open_advice(self) -> None:
        """Show the advice on the answers so far."""
        self.open_page(self.advice_page())

    def page_in_hand(self) -> Page:
        """The question to show, or the advice when nothing needs to be asked."""
        return ConsultPage() if self.session.shown is not None else self.advice_page()

    def page_to_begin_with(self) -> Page:
        """Of a dossier that is opened: the advice also when only what completes the file is still asked."""
        session = self.session
        asks = session.shown is not None and not (session.completing and session.advice.settled)
        return ConsultPage() if asks else self.advice_page()

    def advice_page(self) -> Page:
        """A page with the advice on the answers so far; its code is only loaded here."""
        from wizard.app.advice import AdvicePage

        return AdvicePage()

    def open_then(self) -> None:
        """Show the same facts on two days; its code is only loaded here."""
        from wizard.app.then import ThenPage

        self.open_page(ThenPage())

    def open_instead(self) -> None:
        """Show what could be done instead; its code is only loaded here."""
        from wizard.app.instead import InsteadPage

        self.open_page(InsteadPage())

    def open_deciding(self) -> None:
        """Show what decides the verdict; its code is only loaded here."""
        from wizard.app.deciding import DecidingPage

        self.open_page(DecidingPage())

    def open_variants(self) -> None:
        """Show the plan and its variants; its code is only loaded here."""
        from wizard.app.variants import VariantsPage

        self.open_page(VariantsPage())

    def open_compare(self) -> None:
        """Show the plan and its variants side by side; its code is only loaded here."""
        from wizard.app.comparing import ComparePage

        self.open_page(ComparePage())

    def open_search(self, kind: str) -> None:
        """Search terms (`term`), sources (`source`) or questions (`question`), over the page in view."""
        from wizard.app.search import SearchPage

        if isinstance(self.screen, SearchPage):
            self.screen.action_turn(kind)
        else:
            self.push_screen(SearchPage(kind))

    def jump_to(self, fact: str) -> None:
        """To the question of ``fact``, answered or not."""
        self.session.go_to(fact)
        if isinstance(self.screen, ConsultPage):
            self.screen.show()
        else:
            self.open_questions()

    # ---------------------------------------------------------------- dossiers

    def open_home(self) -> None:
        """Show the start; what was in hand is on disk."""
        from wizard.app.home import HomePage

        self.leaving(lambda: self.open_page(HomePage()))

    def open_consult(self, consult: str) -> None:
        """Begin a consult."""

        def begin() -> None:
            self.session.start(consult)
            self.open_page(ConsultPage())

        self.leaving(begin)

    def open_dossiers(self) -> None:
        """Show all dossiers; the code for it is only loaded here."""
        from wizard.app.dossiers import DossiersPage

        self.leaving(lambda: self.open_page(DossiersPage()))

    def leaving(self, then: Callable[[], object]) -> None:
        """Put the dossier in hand aside and do ``then``."""

        def aside() -> None:
            self.session.park()
            then()

        self.when_safe(aside)

    def when_safe(self, then: Callable[[], object]) -> None:
        """Do ``then`` when the disk has all that is in hand; as long as it has not, ask where it may stand."""
        if self.session.safe():
            then()
            return
        from wizard.app.rescue import rescue

        rescue(self, then)

    def open_dossier(self, path: Path, wish: date | None = None) -> None:
        """Go on with a dossier; when something else would come out now, first say so and ask what to do.

        ``wish`` is the reference date that was asked for, if any.
        """
        try:
            kept = self.session.look(path)._replace(wish=wish)
        except StoreError as error:
            self.refuse(error, path)
            return
        from wizard.app.reopening import Reopening, what_differs

        parts = what_differs(self.session, kept)
        if not parts:
            self.open_kept(kept._replace(day=wish))
            return
        window = Reopening(self.session, kept, parts)
        self.push_screen(window, lambda choice: self.open_kept(window.chosen(choice)))

    def differs(self, kept: Kept) -> bool:
        """Whether something must be said before a dossier is opened: other results, answers that no longer fit."""
        from wizard.app.reopening import what_differs

        return bool(what_differs(self.session, kept))

    def open_kept(self, kept: Kept | None) -> None:
        """Go on with a consultation from disk, unless there is none."""
        if kept is None:
            return
        try:
            self.session.resume(kept)
        except StoreError as error:
            self.refuse(error, kept.path)
            return
        self.open_page(self.page_to_begin_with())

    def refuse(self, error: StoreError, path: Path) -> None:
        """Say why a dossier cannot be opened."""
        if isinstance(self.screen, Page):
            self.screen.tell(error.brief(self.session.language, path), wrong=True)

    def tell_resumed(self, page: Page) -> None:
        """Say what no longer fits the reference date that a dossier was opened with, if anything."""
        if self.session.misdated:
            self.call_after_refresh(page.tell, self.session.misdated, wrong=True)

    # ---------------------------------------------------------------- windows

    def open_answers(self, change: Callable[[str], None]) -> None:
        """Show the answers; ``change`` gets the fact that is chosen."""
        from wizard.app.answers import Answers

        self.push_screen(Answers(self.session), lambda fact: change(fact) if fact else None)

    def ask(
        self,
        title: str,
        hint: str,
        value: str,
        check: Callable[[str], tuple[str, str] | None],
        done: Callable[[str | None], None],
    ) -> None:
        """Ask for one line of text."""
        from wizard.app.page import Asking

        self.push_screen(Asking(self.session, title, hint, value, check), done)

    def open_about(self) -> None:
        """For whom and what the dossier in hand is."""
        from wizard.app import dossier_words
        from wizard.app.about import About, AboutWindow

        session = self.session

        def done(said: About | None) -> None:
            if said is not None:
                session.about(*said)
                self.again()
                if isinstance(self.screen, Page):
                    self.screen.tell(session.say(dossier_words.ABOUT_KEPT))

        if session.current is not None:
            found = session.consultation
            self.push_screen(AboutWindow(session, (found.client, found.matter, found.advisor)), done)

    def open_history(self) -> None:
        """Which answers of the dossier in hand were changed."""
        from wizard.app.page import Reading
        from wizard.app.past import past
        from wizard.report.seen_words import HISTORY

        if self.session.current is not None:
            self.push_screen(Reading(self.session, self.session.say(HISTORY), past(self.session)))

    def again(self) -> None:
        """Show the page anew."""
        if isinstance(self.screen, Page):
            self.screen.again()
