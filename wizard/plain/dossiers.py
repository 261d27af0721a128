"""Dossiers, line by line: for whom and what, the history, the list, and opening another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from wizard.content.fault import printable
from wizard.content.model import Content, Text
from wizard.dossier import finding
from wizard.dossier.fit import Kept
from wizard.dossier.folder import Entry
from wizard.dossier.session import LONGEST_ABOUT, Session
from wizard.dossier.store import StoreError
from wizard.plain import dossier_words as words
from wizard.plain import entry, view
from wizard.plain import words as everyday
from wizard.plain.place import Place
from wizard.report import reopening_words
from wizard.report.history import history
from wizard.report.listed import Listed, listed

Show = Callable[[Iterable[str]], None]
Read = Callable[[str], str | None]
MOST_LISTED = 20
CLEAR = "-"


class Dossiers:
    """The commands about dossiers; ``commands`` names them. ``show`` writes lines, ``read`` asks for one."""

    def __init__(self, session: Session, place: Place, show: Show, read: Read) -> None:
        self.session = session
        self.place = place
        self._show = show
        self.read = read
        self._listed: list[Path] = []
        self.ended = False
        """Whether the input ended while a choice was asked."""
        self.commands: dict[str, Callable[[str], None]] = {
            "client": lambda rest: self._about("client", words.CLIENT, rest),
            "matter": lambda rest: self._about("matter", words.MATTER, rest),
            "advisor": lambda rest: self._about("advisor", words.ADVISOR, rest),
            "history": lambda _: self._show(map(printable, self._history())),
            "redo": self._redo,
            "dossiers": self.list_them,
            "open": self._open,
            "keep": self._keep,
        }

    def say(self, text: Text, /, **values: object) -> None:
        """Say a text, with ``values`` filled in."""
        self.show_lines([self.session.say(text, **values)])

    def show_lines(self, rows: Iterable[str]) -> None:
        """Show lines, whatever stands in them."""
        self._show(map(printable, rows))

    def show_numbered(self, found: Sequence[tuple[Path, str]]) -> None:
        """Show dossiers as a list; from now on its numbers are theirs."""
        self._listed = [path for path, _ in found]
        self.show_lines(f"{n}. {said}" for n, (_, said) in enumerate(found, 1))

    # ---------------------------------------------------------------- for whom and what

    def _about(self, which: str, text: Text, rest: str) -> None:
        """`klant NAAM`: for whom this is; `klant -` clears it; `klant` alone says it."""
        found = self.session.consultation
        now = {"client": found.client, "matter": found.matter, "advisor": found.advisor}
        said = " ".join(printable(rest).split())
        if len(said) > LONGEST_ABOUT:
            self.say(words.TOO_LONG, n=LONGEST_ABOUT)
            return
        if said:
            now[which] = "" if said == CLEAR else said
            self.session.about(**now)
        command = self.session.say(words.COMMANDS[which])
        self.say(text, said=now[which] or self.session.say(words.NOT_FILLED, command=command))

    # ---------------------------------------------------------------- what was changed

    def _history(self) -> Iterator[str]:
        session = self.session
        changes = list(history(session.content, session.consultation, session.language))
        yield session.say(words.HISTORY if changes else words.NO_HISTORY)
        for change in reversed(changes):
            where = session.say(words.IN_VARIANT, name=change.variant) if change.variant else ""
            yield session.say(
                words.CHANGE,
                at=change.at,
                where=where,
                question=change.question,
                before=change.before,
                after=change.after,
            )
            if change.note:
                yield f"  {session.say(words.NOTE_THEN, note=change.note)}"

    def _redo(self, _: str) -> None:
        done = self.session.redo()
        self.place.stand()
        self.say(words.REDONE if done else words.NOTHING_TO_REDO)

    # ---------------------------------------------------------------- the list

    def list_them(self, rest: str, *, archived: bool = False) -> None:
        """`dossiers`: the latest; `dossiers WOORD`: those with that word; or those in the archive."""
        session = self.session
        try:
            entries = session.folder.entries(archived=archived)
        except StoreError as error:
            self.show_lines([error.say(session.language)])
            return
        found = search(session.content, entries, rest, session.language, session.now())
        shown, more = found[:MOST_LISTED], len(found) - MOST_LISTED
        self._listed = [one.path for one, _ in shown]
        if not found:
            none = words.NONE_ARCHIVED if archived else words.NO_DOSSIERS
            self.say(words.NONE_FOUND if rest else none, words=rest)
            return
        self._show(line(n, one, said, session.language) for n, (one, said) in enumerate(shown, 1))
        if more > 0:
            self.say(words.MORE, n=more)
        self.say(words.OPEN_HOW)

    def named(self, rest: str) -> Path | None:
        """The dossier of that name, or with that number in the list; when there is none, that is said."""
        number = entry.number(rest)
        path = self.session.folder.find(rest)
        if path is None and number is not None and 1 <= number <= len(self._listed):
            path = self._listed[number - 1]
        if path is None or not path.is_file():  # moved or deleted since it was listed
            self.say(words.NO_SUCH if rest else words.WHICH, name=rest)
            return None
        return path

    def _open(self, rest: str) -> None:
        """`open 2`: number 2 of the list; `open NAAM`: the dossier of that name."""
        session = self.session
        path = self.named(rest)
        if path is None:
            return
        if session.has_in_hand(path):
            self.say(words.OPEN_ALREADY)
        elif not session.safe():
            self.say(words.UNKEPT_FIRST, why=session.unkept)
        else:
            try:
                if self.resume(session.look(path)):
                    self._show(view.opening(session))
                    self.place.stand()
                else:
                    self.say(words.NOT_OPENED)
            except StoreError as error:
                self._show([printable(error.say(session.language))])

    # ---------------------------------------------------------------- opening

    def resume(self, kept: Kept) -> bool:
        """Go on with a dossier; when something else would come out now, first say so and ask what to do.

        ``False`` when the user, or the end of the input, leaves it closed. Raises ``StoreError`` when it cannot be
        opened.
        """
        session = self.session
        told = self._differs(kept)
        if told:
            self.show_lines(told)
            chosen = self._choose(kept)
            if chosen is None:
                return False
        else:
            chosen = kept._replace(day=kept.wish)
        session.resume(chosen)
        shown = listed(session.content, session.folder.entry(kept.path), session.language, session.now())
        named = session.consultation.client or session.consultation.matter
        self.say(words.OPENED, named=shown.named if named else shown.subject, name=kept.path.stem)
        count = len(session.consultation.answers)
        self.say(everyday.RESUMED_ONE if count == 1 else everyday.RESUMED, n=count)
        if not told and session.misdated:
            self.show_lines([session.misdated])
        return True

    def _differs(self, kept: Kept) -> list[str]:
        """What is to be said before ``kept`` is opened, as lines to read; empty when it opens as it was left."""
        from wizard.report.reopening import before_opening  # only when used: it would slow every start

        session = self.session
        found, today = session.looked_again(kept), session.now().date()
        lines: list[str] = []
        for part in before_opening(session.content, kept, found, today, session.language):
            lines += [f"{part.heading}:"] if part.heading else []
            point = "" if part.name == "now" else "- "
            for told in part.items:
                lines += [f"{point}{told.text}", *(f"  {below}" for below in told.below)]
        return [f"{session.say(reopening_words.CAME)}.", *lines] if lines else []

    def _choose(self, kept: Kept) -> Kept | None:
        from wizard.report.reopening import days

        session = self.session
        offered = days(kept, session.day_to_open(kept), session.now().date(), session.language)
        self.say(reopening_words.NOTHING_YET)
        self.show_lines(f"{n}. {said}" for n, (said, _) in enumerate(offered, 1))
        while True:
            typed = self.read(session.say(words.ASK, last=len(offered)))
            if typed is None:
                self.ended = True
                return None
            number = entry.number(typed.strip())
            if number is not None and 1 <= number <= len(offered):
                day = offered[number - 1][1]
                return None if day is None else kept._replace(day=day)

    # ---------------------------------------------------------------- where it stands

    def _keep(self, rest: str) -> None:
        """`bewaar BESTAND`: keep the dossier in that file or folder from now on."""
        session = self.session
        if not rest:
            self.say(words.KEEP_WHERE)
            return
        wrong = session.keep_at(rest)
        if wrong:
            self._show([wrong])
        else:
            self.say(words.KEPT_IN, name=session.keeper.path)


def search(
    content: Content, entries: Iterable[Entry], typed: str, language: str, now: datetime
) -> list[tuple[Entry, Listed]]:
    """The dossiers with all the words that were typed, each with its line."""
    said = ((one, listed(content, one, language, now)) for one in entries)
    wanted = finding.wanted(typed, language)
    return [
        (one, shown)
        for one, shown in said
        if finding.matches(finding.said(content, one, language, shown.subject, shown.verdict, shown.changed), wanted)
    ]


def line(number: int, one: Entry, shown: Listed, language: str) -> str:
    """A dossier as a line to read."""
    name = one.path.stem
    if shown.trouble:
        text = words.BROKEN.in_(language)
        return printable(text.format(n=number, named=shown.named, trouble=shown.trouble, name=name))
    return printable(
        words.LINE.in_(language).format(
            n=number,
            named=shown.named,
            verdict=shown.verdict,
            after=words.AFTER.in_(language) if shown.after else "",
            subject=shown.subject,
            on=shown.on,
            changed=shown.changed,
            name=name,
        )
    )
