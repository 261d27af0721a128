"""The dossier in hand: begun or opened, kept on disk at every change, undone and done again, put aside.

Every change goes through `_change`: the disk itself has it before anything is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.content.fault import SaidError, printable
from wizard.content.model import Consult, Content, Text
from wizard.dossier.consultation import Consultation
from wizard.dossier.fit import Kept, fit
from wizard.dossier.history import notes_went, with_history
from wizard.dossier.holds import came_out
from wizard.dossier.keeper import ChangedOutside, Keeper, typed_place
from wizard.dossier.record import with_advice, with_seen
from wizard.dossier.shelf import Shelf, unusable
from wizard.dossier.spare import Spare
from wizard.dossier.store import from_home, placed, why
from wizard.reasoning.advice import Advice
from wizard.reasoning.question import Question
from wizard.words import capital

if TYPE_CHECKING:
    from wizard.reasoning.alternatives import Alternative
    from wizard.reasoning.decides import Turning

FOR_NOW = Text("Zolang staat alles in {path}. {reason}.", "For now all is in {path}. {reason}.")


class InHand(Shelf):
    """At most one dossier at a time, with undo, and the place in it that the user went to."""

    def __init__(
        self,
        content: Content,
        language: str,
        on: date,
        folder: Path | None = None,
        read_more: Callable[[Collection[str] | None], Content] | None = None,
    ) -> None:
        super().__init__(content, language, on, folder, read_more)
        self.keeper = Keeper(self.folder)
        self.spare = Spare()
        """A copy in another place, while there is ``trouble``."""
        self.current: Consultation | None = None
        self.trouble = ""
        """Why the answers cannot be kept on disk; "" while they are."""
        self.notice = ""
        """What happened to the file that the user must know, until his next change: it was changed outside."""
        self.news = ""
        """What the last change brought along that the user must know, until he goes elsewhere."""
        self.advisor = ""
        """Who gives the advice, for new dossiers."""
        self._past: list[Consultation] = []
        self._future: list[Consultation] = []
        self._parked: tuple[Consultation, list[Consultation], list[Consultation]] | None = None
        self._place: Question | None = None
        self._revisiting = False
        self._next: Question | None = None
        self._advice: Advice | None = None
        self._alternatives: Sequence[Alternative] | None = None
        self._decides: Sequence[Turning] | None = None
        self._worked_out = False

    # ---------------------------------------------------------------- in hand or not

    def start(self, consult: str) -> None:
        """Begin ``consult`` without answers. Its dossier is made at the first answer."""
        self.need(consult)
        self._leave()
        created = self.now().isoformat(timespec="seconds")
        self._begin(Consultation(consult, self.on, created=created, advisor=self.advisor))

    def resume(self, kept: Kept) -> None:
        """Go on with a dossier as it is on disk now.

        Raises ``StoreError`` when it is open elsewhere, or unusable; what was in hand then still is.
        """
        keeper = Keeper(self.folder)
        found = keeper.open(kept.path)
        self.need(found.consult, *found.trail)
        fresh = fit(self.content, kept.path, found, self.new_on)
        if fresh is None:
            keeper.close()
            raise unusable(kept.path, self.unknown_consult(found))
        self._leave()
        self.keeper = keeper
        keeper.copy_first = keeper.copy_first or bool(fresh.dropped) or fresh.day_reset
        self._begin(fresh.consultation)
        self.on = fresh.consultation.on
        if self._parked is not None and self._parked[0] == fresh.consultation:
            _, self._past, self._future = self._parked
        if kept.day is not None:
            self.set_date(kept.day)

    def park(self) -> None:
        """Put the dossier aside, on disk as it is; going on with it brings undo back too."""
        if self.current is not None:
            self._parked = (self.current, self._past, self._future)
        self._leave()

    def _leave(self) -> None:
        """Nothing in hand; another window may open what was."""
        self.current = None
        self.on = self.new_on  # the day of a dossier goes with it: what is begun next takes the day chosen for that
        self.keeper.close()
        self.spare.let_go()
        self.trouble = self.notice = self.news = ""

    def _begin(self, consultation: Consultation) -> None:
        self.current = consultation
        self._past, self._future = [], []
        self.leave_place()
        self._forget()

    @property
    def consultation(self) -> Consultation:
        """The consultation in hand."""
        assert self.current is not None, "a screen with questions is only shown once a consultation began"
        return self.current

    @property
    def consult(self) -> Consult:
        """What the consultation is about."""
        return self.consultation.definition(self.content)

    def has_in_hand(self, path: Path) -> bool:
        """Whether the dossier in hand is the one in ``path``."""
        mine = self.keeper.path
        return self.current is not None and mine is not None and mine.resolve() == path.resolve()

    # ---------------------------------------------------------------- what the user saw

    @property
    def advice(self) -> Advice:
        """The advice on the answers so far, without scenarios."""
        if self._advice is None:
            self._advice = self.consultation.advice(self.content, explore=False)
        return self._advice

    def conclude(self) -> None:
        """Note in the dossier what the advice comes to now that the user sees it."""
        said = self.consultation
        if not said.answers or self.keeper.sealed:  # to look at what its owner sealed is no reason for another file
            return
        after = with_advice(said, came_out(self.content, said, self.advice, self._moment()))
        if after != said:
            self.current = after
            self._keep()

    # ---------------------------------------------------------------- changing

    def undo(self) -> bool:
        """Take the last change back; ``False`` when there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Do the last change that was taken back again; ``False`` when there is none."""
        return self._step(self._future, self._past)

    def _step(self, source: list[Consultation], target: list[Consultation]) -> bool:
        if not source:
            return False
        target.append(self.consultation)
        self.leave_place()
        self._set(source.pop())
        return True

    def _change(self, changed: Consultation) -> None:
        if changed == self.consultation:
            return
        self._past.append(self.consultation)
        self._future.clear()
        self._set(changed)

    def set_date(self, on: date) -> None:
        """Take the law of another day: for the dossier in hand, or else for new ones."""
        self.on = on
        if self.current is None:
            self.new_on, self.day_chosen = on, True
        else:
            self._change(self.consultation.at(on))

    def _moment(self) -> str:
        return self.now().isoformat(timespec="seconds")

    def _set(self, changed: Consultation) -> None:
        known, at = len(self.consultation.history), self._moment()
        self.current = with_history(self.consultation, with_seen(self.consultation, changed, at), at)
        self.news = notes_went(self.current.history[known:], self.language) or self.news  # lines change one by one
        self.on = changed.on
        self._forget()
        self.notice = ""
        self._keep()

    def _forget(self) -> None:
        """What was worked out no longer holds."""
        self._worked_out, self._advice, self._alternatives, self._decides = False, None, None, None

    def leave_place(self) -> None:
        """Back to the open question."""
        self._place, self._revisiting, self.news = None, False, ""

    # ---------------------------------------------------------------- on disk

    def _keep(self) -> None:
        """Have the disk take the dossier. What goes wrong is said in ``trouble``; the answers go to another place."""
        said, digest, now = self.consultation, self.content.digest, self.now()
        try:
            self.keeper.keep(said, digest, now)
        except ChangedOutside as error:  # kept, but elsewhere
            self.notice = _words(error, self.language)
        except (SaidError, OSError, ValueError) as error:
            path = self.keeper.path
            self.trouble = placed(error, path.parent if path else self.folder.path, self.language)
            self.spare.keep(said, digest, (path or self.folder.path_for(said, now)).name, now)
            return
        self._is_kept()

    def _is_kept(self) -> None:
        self.trouble = ""
        self.spare.drop()

    @property
    def unkept(self) -> str:
        """Where the answers stand for as long as the disk does not take them, and why that is, in whole sentences."""
        reason, copy = capital(self.trouble), self.spare.path
        return printable(self.say(FOR_NOW, reason=reason, path=from_home(copy))) if copy else f"{reason}."

    def safe(self) -> bool:
        """Whether the disk has all that is in hand; tries once more when it did not."""
        if self.current is not None and self.trouble:
            self._keep()
        return not self.trouble

    def keep_in(self, path: Path) -> str:
        """Keep the dossier in the new file ``path`` from now on; gives back why that cannot be, or ""."""
        if path == self.spare.path and self.settle_for_spare():
            return ""
        try:
            self.keeper.move(path, self.consultation, self.content.digest)
        except (SaidError, OSError) as error:
            return _words(error, self.language)
        self._is_kept()
        return ""

    def settle_for_spare(self) -> bool:
        """Keep the dossier where its copy stands from now on; ``False`` when there is none."""
        keeper = self.spare.take_over()
        if keeper is None:
            return False
        self.keeper.close()
        self.keeper, self.trouble = keeper, ""
        return True

    def keep_at(self, typed: str) -> str:
        """As `keep_in`, at the file or in the folder that was typed."""
        try:
            path = typed_place(typed, self.folder.path_for(self.consultation, self.now()).name)
        except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: `~name` of a user that does not exist
            return printable(str(error)) or type(error).__name__
        return self.keep_in(path)


def _words(error: Exception, language: str) -> str:
    said = error.say(language) if isinstance(error, SaidError) else why(error).in_(language)
    return printable(said) or type(error).__name__
