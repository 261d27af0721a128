"""What the screens share: the consultation in hand, undo and redo, the place in it, and keeping it on disk.

Knows nothing of Textual. Every change goes through `_change`: the disk itself has it before anything is shown.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wizard.content.fault import SaidError, printable
from wizard.content.model import UNKNOWN, Consult, Content, Lead, Text, Verdict
from wizard.content.reader import printable_lines
from wizard.dossier.consultation import Consultation
from wizard.dossier.dates import dutch_now
from wizard.dossier.fit import Kept as Kept
from wizard.dossier.fit import fit
from wizard.dossier.folder import Folder, default_dossiers
from wizard.dossier.form import load_dossier
from wizard.dossier.history import with_history, with_seen
from wizard.dossier.holds import Seen, came_out, shifted
from wizard.dossier.keeper import ChangedOutside, Keeper
from wizard.dossier.store import StoreError, why
from wizard.dossier.variants import free_name
from wizard.reasoning.advice import Advice
from wizard.reasoning.question import FULL, Question, deciding_fact

if TYPE_CHECKING:
    from wizard.reasoning.alternatives import Alternative
    from wizard.reasoning.decides import Turning

LOOK_BACK = 5
"""How many dossiers to look at for one that can be gone on with."""
LONGEST_NOTE = 2000
LONGEST_ABOUT = 200
"""Characters in the name of a client, a matter or an advisor."""


class Session:
    """The state of the app. ``on`` is the reference date for new consultations."""

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
        self.keeper = Keeper(self.folder)
        self.content = content
        self.language = language
        self.on = on
        self.current: Consultation | None = None
        self.trouble = ""
        """Why the answers cannot be kept on disk; "" while they are."""
        self.notice = ""
        """What happened to the file that the user must know, until his next change: it was changed outside."""
        self._past: list[Consultation] = []
        self._future: list[Consultation] = []
        self._place: Question | None = None
        self._revisiting = False
        self._next: Question | None = None
        self._advice: Advice | None = None
        self._alternatives: Sequence[Alternative] | None = None
        self._decides: Sequence[Turning] | None = None
        self._worked_out = False
        self.advisor = ""
        """Who gives the advice, for new dossiers."""
        self.keys: Mapping[str, str] = defaultdict(lambda: "?")
        """How the key of an action is written, for texts that mention it as ``{keys[advice.complete]}``."""
        self.now: Callable[[], datetime] = dutch_now
        """The clock, for the time left until a deadline."""
        self._parked: tuple[Consultation, list[Consultation], list[Consultation]] | None = None

    # ---------------------------------------------------------------- words

    def say(self, text: Text, /, **values: object) -> str:
        """A text of the app in the language in use, with ``values`` filled in."""
        said = text.in_(self.language)
        if "{keys[" in said:
            values["keys"] = self.keys
        return said.format(**values) if values else said

    # ---------------------------------------------------------------- starting

    def need(self, *consults: str) -> None:
        """Have the law of ``consults`` at hand too, where it was not read yet; of all when none is named."""
        missing = set(consults or self.content.consults) - self.content.loaded
        if self._read_more is not None and (missing or not consults):
            known = missing & self.content.consults.keys()
            self.content = self._read_more({*self.content.loaded, *known} if consults else None)
            if not consults:
                self._read_more = None  # nothing is left to read

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
        fresh = fit(self.content, kept.path, found, self.on)
        if fresh is None:
            keeper.close()
            raise _unusable(kept.path)
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
        self.keeper.close()
        self.trouble = self.notice = ""

    def safe(self) -> bool:
        """Whether the disk has all that is in hand; tries once more when it did not."""
        if self.current is not None and self.trouble:
            self._keep()
        return not self.trouble

    def keep_in(self, path: Path) -> str:
        """Keep the dossier in the new file ``path`` from now on; gives back why that cannot be, or ""."""
        try:
            self.keeper.move(path, self.consultation, self.content.digest)
        except (SaidError, OSError) as error:
            return _words(error, self.language)
        self.trouble = ""
        return ""

    def keep_at(self, typed: str) -> str:
        """As `keep_in`, at the file or in the folder that was typed."""
        try:
            path = Path(typed.strip()).expanduser()
            if path.is_dir():
                path /= self.folder.new_path(self.consult.id, self.now()).name
        except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: `~name` of a user that does not exist
            return printable(str(error)) or type(error).__name__
        return self.keep_in(path)

    def latest(self, consult: str | None = None) -> Kept | None:
        """The dossier (about ``consult``) that was changed last and can be gone on with; ``None`` if there is none."""
        paths = self.folder.paths()
        for path in paths if consult else paths[:LOOK_BACK]:
            with suppress(StoreError):
                found, _ = load_dossier(path)
                if consult in (None, found.consult) and (kept := self.fitting(path, found)):
                    return kept
        return None

    def newest(self) -> Kept | None:
        """The dossier that was changed last, as it stands on disk: whether it fits is seen when it is opened."""
        for path in self.folder.paths()[:LOOK_BACK]:
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
            raise _unusable(path)
        return kept

    def fitting(self, path: Path, found: Consultation) -> Kept | None:
        """``found`` as far as it fits the questions of today; ``None`` when nothing of it can be used."""
        self.need(found.consult, *found.trail)
        return fit(self.content, path, found, self.on)

    def shifted(self, kept: Kept) -> list[Seen]:
        """What would come out otherwise now than the user saw when he had ``kept`` in hand."""
        seen = kept.consultation.came_out
        if not seen:
            return []
        self.need(*(came.consult for came in seen if came.consult))
        try:
            found, _ = load_dossier(kept.path)
        except StoreError:
            found = kept.consultation
        return shifted(self.content, found, kept.consultation, self.now().date())

    def finished(self, kept: Kept) -> bool:
        """Whether the verdict of ``kept`` is certain, so that nothing needs to be asked."""
        found = kept.consultation
        return deciding_fact(self.content, found.definition(self.content), found.facts, found.on) is None

    def _begin(self, consultation: Consultation) -> None:
        self.current = consultation
        self._past, self._future = [], []
        self.leave_place()
        self._forget()

    # ---------------------------------------------------------------- what there is

    @property
    def consultation(self) -> Consultation:
        """The consultation in hand."""
        assert self.current is not None, "a screen with questions is only shown once a consultation began"
        return self.current

    @property
    def consult(self) -> Consult:
        """What the consultation is about."""
        return self.consultation.definition(self.content)

    def conclude(self) -> None:
        """Note in the dossier what the advice comes to now that the user sees it."""
        said = self.consultation
        came = came_out(self.content, said, self.advice, self._moment())
        key = (came.consult, came.variant)
        known = next((old for old in said.came_out if (old.consult, old.variant) == key), None)
        if not said.answers or (known is not None and replace(known, at=came.at) == came):
            return
        others = tuple(old for old in said.came_out if old is not known)
        self.current = replace(said, came_out=(*others, came))
        self._keep()

    @property
    def open_question(self) -> Question | None:
        """What is to be asked now; ``None`` when this depth is complete."""
        if not self._worked_out:
            self._next = self.consultation.question(self.content)
            self._worked_out = True
        return self._next

    @property
    def shown(self) -> Question | None:
        """The question on screen: an earlier one the user went to, or the open one."""
        return self._place or self.open_question

    @property
    def changing(self) -> bool:
        """Whether the user went to the question on screen, rather than being asked it now."""
        return self._revisiting

    @property
    def completing(self) -> bool:
        """Whether we ask on after the verdict was clear."""
        return self.consultation.depth == FULL

    @property
    def advice(self) -> Advice:
        """The advice on the answers so far, without scenarios."""
        if self._advice is None:
            self._advice = self.consultation.advice(self.content, explore=False)
        return self._advice

    @property
    def alternatives(self) -> Sequence[Alternative]:
        """The smallest changes within the user's control that make the verdict better; none where it may be done."""
        if self._alternatives is None:
            from wizard.reasoning.alternatives import alternatives

            said = self.consultation
            no = self.advice.verdict.rank >= Verdict.ASSESS.rank
            self._alternatives = alternatives(self.content, self.consult, said.facts, said.on) if no else ()
        return self._alternatives

    @property
    def decides(self) -> Sequence[Turning]:
        """The answers that, if otherwise, would turn the verdict; none while it is not certain."""
        if self._decides is None:
            from wizard.reasoning.decides import decides

            self._decides = decides(self.content, self.consult, self.consultation.facts, self.consultation.on)
        return self._decides

    @property
    def asked(self) -> list[Question]:
        """The questions answered, as screens, in the order given; those not in use are left out."""
        unused = self.advice.unused if self.consultation.answers else ()
        screens: list[Question] = []
        for fact in self.consultation.answers:
            if fact in unused:
                continue
            group = self.content.group_of.get(fact)
            if group and screens and screens[-1].group == group.id:
                screens[-1] = replace(screens[-1], facts=(*screens[-1].facts, fact))
            else:
                screens.append(Question((fact,), group.id if group else None))
        return screens

    @property
    def number(self) -> int:
        """The number of the question on screen."""
        screens = self.asked
        return next((n for n, screen in enumerate(screens, 1) if self._is_shown(screen)), len(screens) + 1)

    def _is_shown(self, screen: Question) -> bool:
        shown = self.shown
        return shown is not None and bool(set(shown.facts) & set(screen.facts))

    def given(self, fact: str) -> str | None:
        """The answer given to ``fact``, or ``None``."""
        found = self.consultation.answers.get(fact)
        return found.answer if found else None

    def note_on(self, fact: str) -> str:
        """The note on ``fact``."""
        found = self.consultation.answers.get(fact)
        return found.note if found else ""

    # ---------------------------------------------------------------- moving

    def back(self) -> bool:
        """To the question before the one on screen; ``False`` at the first."""
        screens = self.asked
        here = self.number - 1
        if here == 0 or not screens:
            return False
        self._visit(screens[here - 1])
        return True

    def forward(self) -> bool:
        """To the question after the one on screen; ``False`` at the open one."""
        if self._place is None:
            return False
        screens = self.asked
        here = self.number
        if here < len(screens):
            self._visit(screens[here])
        else:
            self.leave_place()
        return True

    def go_to(self, fact: str) -> None:
        """To the question of ``fact``, answered or not."""
        known = next((screen for screen in self.asked if fact in screen.facts), None)
        self._visit(known or Question((fact,)))

    def _visit(self, question: Question) -> None:
        self._place, self._revisiting = question, True

    def leave_place(self) -> None:
        """Back to the open question."""
        self._place, self._revisiting = None, False

    def stay(self) -> None:
        """Keep the question on screen, also when what follows answers it."""
        if self._place is None:
            self._place = self.shown

    # ---------------------------------------------------------------- changing

    def answer(self, answers: Mapping[str, str]) -> None:
        """Give answers, keep them, and go to the question that is open then."""
        changed = self.consultation
        for fact, answer in answers.items():
            changed = changed.answer(fact, answer, self._moment())
        self.leave_place()
        self._change(changed)

    def mark(self, fact: str, answer: str) -> None:
        """Fill in one line of a checklist and keep it; the checklist stays on screen."""
        self.stay()
        self._change(self.consultation.answer(fact, answer, self._moment()))

    def note(self, fact: str, note: str) -> None:
        """Put a note on the answer to ``fact``; stays at the question on screen."""
        self.stay()
        written = printable(note).strip()[:LONGEST_NOTE]
        if written or self.note_on(fact):
            self._change(self.consultation.note(fact, written, self._moment()))

    def about(self, client: str, matter: str, advisor: str) -> None:
        """Say for whom and what this is, and whose advice it is. A new dossier gets the same advisor."""
        said = [" ".join(printable(text).split())[:LONGEST_ABOUT] for text in (client, matter, advisor)]
        self.advisor = said[2] or self.advisor
        self._change(self.consultation.about(*said))

    def remark(self, section: str, text: str) -> None:
        """The advisor's own words with a section of the report; "" takes them away."""
        self._change(self.consultation.remark(section, printable_lines(text).strip()))

    def set_date(self, on: date) -> None:
        """Take the law of another day."""
        self.on = on
        if self.current is not None:
            self._change(self.consultation.at(on))

    def follow(self, lead: Lead) -> None:
        """Go on with another consult, on the same answers."""
        self.need(lead.to)
        self.leave_place()
        self._change(self.consultation.follow(lead))

    def vary(self, name: str, changes: Mapping[str, str] | None = None) -> None:
        """Another variant: what is in hand now, with ``changes``. It is in hand from then on, by a name of its own."""
        self.leave_place()
        self._change(self.consultation.vary(free_name(self.consultation, name), changes or {}, self._moment()))

    def try_out(self, alternative: Alternative) -> None:
        """What could be done instead, as another variant; its name says what that is, as far as it takes to know."""
        steps = (how.in_(self.language) for how in alternative.how)
        self.vary(" + ".join(re.split(r"[.:;](?: |$)", step)[0] for step in steps), alternative.change)

    def take(self, index: int | None) -> None:
        """Take another variant in hand, or (``None``) the plan as answered."""
        self.leave_place()
        self._change(self.consultation.take(index))

    def rename(self, index: int, name: str) -> None:
        """Give a variant another name."""
        self._change(self.consultation.rename(index, free_name(self.consultation, name, index)))

    def drop(self, index: int) -> None:
        """Let a variant go; undo brings it back."""
        self.leave_place()
        self._change(self.consultation.drop(index))

    def deepen(self) -> None:
        """Ask on until the file is complete."""
        self.leave_place()
        self._change(self.consultation.deepened())

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
        self._set(with_seen(self.consultation, source.pop()))
        return True

    def _change(self, changed: Consultation) -> None:
        if changed == self.consultation:
            return
        self._past.append(self.consultation)
        self._future.clear()
        self._set(changed)

    def _moment(self) -> str:
        return self.now().isoformat(timespec="seconds")

    def _set(self, changed: Consultation) -> None:
        self.current = with_history(self.consultation, changed, self._moment())
        self.on = changed.on
        self._forget()
        self.notice = ""
        self._keep()

    def _forget(self) -> None:
        """What was worked out no longer holds."""
        self._worked_out, self._advice, self._alternatives, self._decides = False, None, None, None

    def _keep(self) -> None:
        """Have the disk take the dossier. What goes wrong is said in ``trouble``; the answers stay in memory."""
        try:
            self.keeper.keep(self.consultation, self.content.digest, self.now())
            self.trouble = ""
        except ChangedOutside as error:  # kept, but elsewhere
            self.trouble, self.notice = "", _words(error, self.language)
        except (SaidError, OSError, ValueError) as error:
            self.trouble = _words(error, self.language)

    # ---------------------------------------------------------------- how much is left

    def remaining(self, within: float) -> int | None:
        """How many more screens complete the file at most: open facts count as unknown, presumed ones as usual.

        ``None`` when that takes longer than ``within`` seconds to find out.
        """
        until = time.monotonic() + within
        consultation = self.consultation.deepened()
        count = 0
        while (question := consultation.question(self.content)) is not None:
            if time.monotonic() > until:
                return None
            count += 1
            for fact in question.facts:
                consultation = consultation.answer(fact, self.content.facts[fact].presumed or UNKNOWN)
        return count


def _words(error: Exception, language: str) -> str:
    said = error.say(language) if isinstance(error, SaidError) else why(error).in_(language)
    return printable(said) or type(error).__name__


def _unusable(path: Path) -> StoreError:
    return StoreError(
        Text(
            f"{path.name} past niet bij de vragen die er nu zijn; laat het bestand staan en begin een nieuw dossier",
            f"{path.name} does not fit the questions there are now; leave the file and begin a new dossier",
        )
    )
