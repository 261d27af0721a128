"""The dossiers there are, beside the content there is: which can be gone on with, what would come out otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.content.model import Content, Text
from wizard.dossier.consultation import Consultation
from wizard.dossier.dates import dutch_now
from wizard.dossier.fit import Kept, fit, no_consult
from wizard.dossier.folder import Folder, default_dossiers
from wizard.dossier.form import load_dossier
from wizard.dossier.store import StoreError
from wizard.reasoning.question import deciding_fact

if TYPE_CHECKING:
    from wizard.dossier.review import Review

LOOK_BACK = 5
"""How many dossiers to look at for one that can be gone on with."""


class Shelf:
    """The folder with dossiers and the content, in a language.

    ``on`` is the reference date in use: that of the dossier in hand, else ``new_on``, the one for new dossiers.
    """

    def __init__(
        self,
        content: Content,
        language: str,
        on: date,
        folder: Path | None = None,
        read_more: Callable[[Collection[str] | None], Content] | None = None,
    ) -> None:
        self._read_more = read_more
        self.folder = Folder(folder or default_dossiers())
        self.content = content
        self.language = language
        self.on = self.new_on = on
        self.options: tuple[str, ...] = ()
        """The words of the command line without which it would not be begun again the same way: other trees."""
        self.day_chosen = False
        """Whether someone chose ``new_on``; if not it is the day on which the program was begun."""
        self.keys: Mapping[str, str] = defaultdict(lambda: "?")
        """How the key of an action is written, for texts that mention it as ``{keys[advice.complete]}``."""
        self.now: Callable[[], datetime] = dutch_now
        """The clock, for the time left until a deadline."""

    def say(self, text: Text, /, **values: object) -> str:
        """A text of the app in the language in use, with ``values`` filled in."""
        said = text.in_(self.language)
        if "{keys[" in said:
            values["keys"] = self.keys
        return said.format(**values) if values else said

    def need(self, *consults: str) -> None:
        """Have the law of ``consults`` at hand too, where it was not read yet; of all when none is named."""
        missing = set(consults or self.content.consults) - self.content.loaded
        if self._read_more is not None and (missing or not consults):
            known = missing & self.content.consults.keys()
            self.content = self._read_more({*self.content.loaded, *known} if consults else None)
            if not consults:
                self._read_more = None  # nothing is left to read

    def latest(self, consult: str | None = None) -> Kept | None:
        """The dossier (about ``consult``) that was changed last and can be gone on with; ``None`` if there is none.

        Raises ``StoreError`` when the folder cannot be read.
        """
        paths = self.folder.paths()
        for path in paths if consult else paths[:LOOK_BACK]:
            with suppress(StoreError):
                found, _ = load_dossier(path)
                if consult in (None, found.consult) and (kept := self.fitting(path, found)):
                    return kept
        return None

    def newest(self) -> Kept | None:
        """The dossier that was changed last, as it stands on disk: whether it fits is seen when it is opened.

        ``None`` also where the folder cannot be read: whoever lists it says so.
        """
        paths: list[Path] = []
        with suppress(StoreError):
            paths = self.folder.paths()
        for path in paths[:LOOK_BACK]:
            with suppress(StoreError):
                found, _ = load_dossier(path)
                if found.consult in self.content.consults and not found.empty:
                    return Kept(path, found, (), False, found.on)
        return None

    def kept(self, path: Path) -> Kept | None:
        """The dossier in ``path``; ``None`` when there is none, or nothing of it can be used."""
        try:
            return self.look(path)
        except StoreError:
            return None

    def look(self, path: Path) -> Kept:
        """The dossier in ``path``. Raises ``StoreError`` when it cannot be read, or nothing of it can be used."""
        found, _ = load_dossier(path)
        kept = self.fitting(path, found)
        if kept is None:
            raise unusable(path, self.unknown_consult(found))
        return kept

    def unknown_consult(self, found: Consultation) -> str:
        """What ``found`` is about when that is not among the consults there are now; else ""."""
        return "" if found.consult in self.content.consults else found.consult

    def fitting(self, path: Path, found: Consultation) -> Kept | None:
        """``found`` as far as it fits the questions of today; ``None`` when nothing of it can be used."""
        self.need(found.consult, *found.trail)
        return fit(self.content, path, found, self.new_on)

    @property
    def day_to_compare(self) -> date:
        """The day of law with which dossiers are compared: the one chosen for new ones, else today by the clock."""
        return self.new_on if self.day_chosen else self.now().date()

    def day_to_open(self, kept: Kept) -> date:
        """The day of law with which ``kept`` is compared before it is opened: that asked for, or that of all others."""
        return kept.wish or self.day_to_compare

    def looked_again(self, kept: Kept) -> Review:
        """The dossier in ``kept`` as it stands on disk, looked at again for the day on which it is to be opened."""
        try:
            found, _ = load_dossier(kept.path)
        except StoreError:
            found = kept.consultation
        return self.look_again(kept.path, found, self.day_to_open(kept))

    def look_again(self, path: Path, found: Consultation, day: date) -> Review:
        """The dossier ``found``, kept in ``path``, looked at again under the law of ``day``.

        The law that it takes is read first; all of it when it answers a question that we do not know so far.
        """
        from wizard.dossier.review import consults_of, review  # only when used: it would slow every start

        self.need(*(consults_of(found) & self.content.consults.keys()))
        before = self.content
        one = review(before, path, found, day)
        if one.strange:
            self.need()
        return one if self.content is before else review(self.content, path, found, day)

    def finished(self, kept: Kept) -> bool:
        """Whether the verdict of ``kept`` is certain, so that nothing needs to be asked."""
        found = kept.consultation
        return deciding_fact(self.content, found.definition(self.content), found.facts, found.on) is None


def unusable(path: Path, unknown: str = "") -> StoreError:
    """What to say of a dossier of which nothing can be used; ``unknown`` is the consult that there is not."""
    if unknown:
        said = no_consult(unknown)
        return StoreError(Text(f"{path.name}: {said.nl}", f"{path.name}: {said.en}"), said)
    return StoreError(
        Text(
            f"{path.name} past niet bij de vragen die er nu zijn; laat het bestand staan en begin een nieuw dossier",
            f"{path.name} does not fit the questions there are now; leave the file and begin a new dossier",
        )
    )
