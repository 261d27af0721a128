"""What can be done with a dossier of the list, line by line: copy, put away, take back, delete; and reviewing them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wizard.dossier.store import StoreError
from wizard.plain import dossier_words as words
from wizard.plain.dossiers import Dossiers
from wizard.report.listed import listed
from wizard.words import date_words

YES = ("j", "ja", "y", "yes")


class Filing:
    """The commands; ``commands`` names them. Each takes a number of the list, or a name."""

    def __init__(self, dossiers: Dossiers) -> None:
        self.dossiers = dossiers
        self.session = dossiers.session
        self.say = dossiers.say
        self.commands: dict[str, Callable[[str], None]] = {
            "copy": lambda rest: self._do(self._copy, rest),
            "archived": lambda rest: dossiers.list_them(rest, archived=True),
            "archive": lambda rest: self._do(lambda path: self._archive(path, away=True), rest),
            "restore": lambda rest: self._do(lambda path: self._archive(path, away=False), rest),
            "delete": lambda rest: self._do(self._delete, rest),
            "review": lambda _: self._review(),
        }

    def _do(self, what: Callable[[Path], None], rest: str) -> None:
        """Do it with the dossier that was named; say why when that cannot be."""
        path = self.dossiers.named(rest)
        if path is None:
            return
        try:
            what(path)
        except StoreError as error:
            self.dossiers.show_lines([error.brief(self.session.language, path)])

    def _copy(self, path: Path) -> None:
        session = self.session
        made = session.folder.duplicate(path, session.now(), session.new_on)
        self.say(words.COPIED, name=made.stem, day=date_words(session.new_on, session.language))

    def _archive(self, path: Path, *, away: bool) -> None:
        folder = self.session.folder
        if folder.archived(path) == away:
            self.say(words.IN_ARCHIVE if away else words.NOT_ARCHIVED, name=path.stem)
        elif not self._in_hand(path):
            name = folder.archive(path).stem
            self.say(words.ARCHIVED if away else words.RESTORED, name=name)

    def _delete(self, path: Path) -> None:
        """Only after a yes: there is no way back."""
        if self._in_hand(path):
            return
        session = self.session
        shown = listed(session.content, session.folder.entry(path), session.language, session.now())
        typed = self.dossiers.read(session.say(words.DELETE_ASK, named=shown.named, name=path.stem)) or ""
        if typed.strip().casefold() in YES:
            session.folder.delete(path)
            self.say(words.DELETED, name=path.stem)
        else:
            self.say(words.NOT_DELETED, name=path.stem)

    def _in_hand(self, path: Path) -> bool:
        """Whether it is the dossier of this conversation, which is then said."""
        mine = self.session.has_in_hand(path)
        if mine:
            self.say(words.IN_HAND)
        return mine

    def _review(self) -> None:
        """Which advices no longer hold today, or on the day that was chosen; those are then the numbers to open."""
        from wizard.dossier.review import Review  # only when used: these would slow every start
        from wizard.report.review import brief
        from wizard.report.review_counts import summary

        session = self.session
        today = session.day_to_compare
        reviews: list[Review] = []
        turned: list[tuple[Path, str]] = []
        unread = 0
        try:
            entries = session.folder.entries()
        except StoreError as error:
            self.dossiers.show_lines([error.say(session.language)])
            return
        for entry in entries:
            found = entry.consultation
            if found is None:
                unread += 1
                continue
            one = session.look_again(entry.path, found, today)
            reviews.append(one)
            if mark := brief(session.content, one, session.language):
                named = listed(session.content, entry, session.language, session.now()).named
                turned.append((entry.path, session.say(words.TURNED, named=named, mark=mark, name=entry.path.stem)))
        self.dossiers.show_numbered(turned)
        self.dossiers.show_lines(summary(reviews, unread, today, session.language))
