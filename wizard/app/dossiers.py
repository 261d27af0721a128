"""All dossiers: what can be done with the one at hand, besides opening it: copy, archive, delete, for whom it is."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input, OptionList

from wizard.app import dossier_words as words
from wizard.app import keys
from wizard.app.choosing import Choosing
from wizard.app.dossier_list import DossierList, Line
from wizard.app.rows import line
from wizard.content.fault import printable
from wizard.content.model import Text
from wizard.dossier.folder import Entry
from wizard.dossier.keeper import ChangedOutside, Keeper
from wizard.dossier.store import StoreError, placed


class DossiersPage(DossierList):
    """The list, with its commands."""

    BINDINGS: ClassVar[list[BindingType]] = keys.bindings("dossiers", keys.DOSSIERS)

    # ---------------------------------------------------------------- changing

    def change(self, one: Line, entry: Entry | None, said: Text | None = None) -> None:
        """``one`` became ``entry``, or is no longer here."""
        dossiers = self.query_one("#dossiers-list", OptionList)
        at, place = dossiers.highlighted or 0, self.listed.index(one)
        self.listed[place : place + 1] = [self.as_line(entry)] if entry else []
        if entry is None:
            self.total -= 1
        self.fill(at)
        if said is not None:
            self.tell(self.session.say(said))

    def refuse(self, error: StoreError, path: Path) -> None:
        """Say why something cannot be done."""
        self.tell(error.brief(self.session.language, path), wrong=True)

    def action_duplicate(self) -> None:
        """A new dossier with the answers of this one; it comes first, for it was changed last."""
        one, session = self.at_hand, self.session
        if one is None or self.too_small:
            return
        try:
            path = session.folder.duplicate(one.entry.path, session.now(), session.new_on)
            entry = session.folder.entry(path)
        except StoreError as error:
            self.refuse(error, one.entry.path)
            return
        if not self.archived:
            self.put_first(entry)
        self.tell(session.say(words.COPIED))

    def put_first(self, entry: Entry) -> None:
        """A new dossier in the list, and at hand."""
        self.listed.insert(0, self.as_line(entry))
        self.total += 1
        search = self.query_one("#search", Input)
        with search.prevent(Input.Changed):  # it would take away what is said after this
            search.value = ""  # else it might not be in the list, and Enter would open another
        self.fill()

    def action_archive(self) -> None:
        """Into the archive, or out of it."""
        one = self.at_hand
        if one is None or self.too_small:
            return
        try:
            self.session.folder.archive(one.entry.path)
        except StoreError as error:
            self.refuse(error, one.entry.path)
            return
        self.change(one, None, words.TAKEN_BACK if self.archived else words.ARCHIVED)

    def action_delete(self) -> None:
        """Delete for good, after asking."""
        one, say = self.at_hand, self.session.say
        if one is None or self.too_small:
            return
        what = line(say(words.DELETE_WHAT, name=f"“{one.named}” ({one.entry.path.name})"))
        choices = [say(words.DELETE_NO), say(words.DELETE_YES)]
        window = Choosing(self.session, say(words.DELETE), what, choices)
        self.app.push_screen(window, lambda choice: self.delete(one) if choice == 1 else None)

    def delete(self, one: Line) -> None:
        """Delete for good."""
        try:
            self.session.folder.delete(one.entry.path)
        except StoreError as error:
            self.refuse(error, one.entry.path)
            return
        self.change(one, None, words.DELETED)

    def action_about(self) -> None:
        """For whom and what this dossier is."""
        from wizard.app.about import About, AboutWindow

        one = self.at_hand
        if one is None or one.entry.consultation is None or self.too_small:
            return
        found = one.entry.consultation

        def done(said: About | None) -> None:
            if said is not None:
                self.say_about(one, one.entry.path, *said)

        self.app.push_screen(AboutWindow(self.session, (found.client, found.matter, found.advisor)), done)

    def say_about(self, one: Line, path: Path, client: str, matter: str, advisor: str) -> None:
        """Write for whom and what a dossier is, as its file stands now."""
        session = self.session
        keeper = Keeper(session.folder)
        try:
            found = keeper.open(path)
        except StoreError as error:
            self.refuse(error, one.entry.path)
            return
        try:
            keeper.keep(found.about(client, matter, advisor), found.content, session.now())
        except StoreError as error:
            self.tell(placed(error, path.parent, session.language), wrong=True)
            return
        except ChangedOutside as error:  # it stands in another file now; this one is as it was
            if keeper.path is not None:
                self.put_first(session.folder.entry(keeper.path)._replace(archived=self.archived))
            self.tell(printable(error.say(session.language)), wrong=True)
            return
        finally:
            keeper.close()
        self.change(one, session.folder.entry(path)._replace(archived=self.archived), words.ABOUT_KEPT)
