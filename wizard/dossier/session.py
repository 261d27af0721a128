"""What the screens share: the consultation in hand, undo and redo, the place in it, and keeping it on disk.

Knows nothing of Textual. Every change goes through `_change`, which keeps the answers on disk before anything is shown.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from wizard.content.fault import printable
from wizard.content.model import UNKNOWN, Consult, Content, Lead, Text
from wizard.dossier.consultation import Consultation
from wizard.dossier.dates import dutch_now
from wizard.dossier.store import StoreError, flush_file, restore, save, unfinished_path
from wizard.reasoning.advice import Advice
from wizard.reasoning.question import FULL, Question, deciding_fact
from wizard.reasoning.situation import FactError, validate


@dataclass(frozen=True, slots=True)
class Kept:
    """A consultation on disk that can be gone on with. ``dropped`` are answers that no longer fit the questions."""

    path: Path
    consultation: Consultation
    dropped: tuple[str, ...]
    day_reset: bool


def previous_paths() -> list[Path]:
    """The consultations that were put aside, newest first: `previous-3.yaml`, `previous-2.yaml`, `previous.yaml`."""
    found = []
    with suppress(OSError):
        for path in unfinished_path().parent.glob("previous*.yaml"):
            if match := re.fullmatch(r"previous(?:-([1-9][0-9]{0,8}))?", path.stem):
                found.append((int(match[1] or 1), path))
    return [path for _, path in sorted(found, reverse=True)]


def previous_path() -> Path:
    """The consultation that was put aside last, if any was."""
    return next(iter(previous_paths()), unfinished_path().with_name("previous.yaml"))


def aside_path() -> Path:
    """Where the unfinished consultation goes when the user starts a new one: a name after all those in use."""
    newest = next(iter(previous_paths()), None)
    if newest is None:
        return unfinished_path().with_name("previous.yaml")
    return newest.with_name(f"previous-{int(newest.stem.partition('-')[2] or 1) + 1}.yaml")


class Session:
    """The state of the app. ``on`` is the reference date for new consultations."""

    def __init__(self, content: Content, language: str, on: date) -> None:
        self.content = content
        self.language = language
        self.on = on
        self.current: Consultation | None = None
        self.trouble = ""
        self._past: list[Consultation] = []
        self._future: list[Consultation] = []
        self._place: Question | None = None
        self._revisiting = False
        self._next: Question | None = None
        self._advice: Advice | None = None
        self._worked_out = False
        self._takes_over = False
        self._came_from: Path | None = None
        self._unflushed = False
        self.now: Callable[[], datetime] = dutch_now
        """The clock, for the time left until a deadline."""
        self._parked: tuple[Consultation, list[Consultation], list[Consultation]] | None = None

    # ---------------------------------------------------------------- words

    def say(self, text: Text, /, **values: object) -> str:
        """A text of the app in the language in use, with ``values`` filled in."""
        said = text.in_(self.language)
        return said.format(**values) if values else said

    # ---------------------------------------------------------------- starting

    def start(self, consult: str) -> None:
        """Begin ``consult`` without answers. An unfinished one on disk is put aside at the first answer."""
        self._begin(Consultation(consult, self.on))
        self._takes_over, self._came_from = True, None

    def resume(self, kept: Kept) -> None:
        """Go on with a consultation from disk."""
        self._begin(kept.consultation)
        self.on = kept.consultation.on
        self._takes_over = kept.path != unfinished_path()
        self._came_from = kept.path if self._takes_over and not kept.dropped else None
        if self._parked is not None and self._parked[0] == kept.consultation:
            _, self._past, self._future = self._parked

    def park(self) -> None:
        """Put the consultation aside, on disk as it is; going on with it brings undo back too."""
        if self.current is not None:
            self._parked = (self.current, self._past, self._future)
            self.current = None

    def kept(self, path: Path) -> Kept | None:
        """The consultation kept in ``path``; ``None`` when there is none, or nothing of it can be used."""
        try:
            if not path.is_file():
                return None
            found = restore(path)
        except (StoreError, OSError):
            return None
        if found.consult not in self.content.consults or not found.answers:
            return None
        found = replace(found, trail=tuple(name for name in found.trail if name in self.content.consults))
        dropped = []
        for fact, given in found.answers.items():
            try:
                validate(self.content, {fact: given.answer}, self.content.law_from)
            except FactError:
                dropped.append(fact)
        day_reset = found.on < self.content.law_from
        if day_reset:
            found = found.at(self.on)
        return Kept(path, found.without(*dropped), tuple(dropped), day_reset)

    def finished(self, kept: Kept) -> bool:
        """Whether the verdict of ``kept`` is certain, so that nothing needs to be asked."""
        found = kept.consultation
        return deciding_fact(self.content, found.definition(self.content), found.facts, found.on) is None

    def _begin(self, consultation: Consultation) -> None:
        self.current = consultation
        self._past, self._future = [], []
        self.leave_place()
        self._worked_out, self._advice = False, None

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
            changed = changed.answer(fact, answer)
        self.leave_place()
        self._change(changed)

    def mark(self, fact: str, answer: str) -> None:
        """Fill in one line of a checklist and keep it; the checklist stays on screen."""
        self.stay()
        self._change(self.consultation.answer(fact, answer))

    def note(self, fact: str, note: str) -> None:
        """Put a note on the answer to ``fact``; stays at the question on screen."""
        self.stay()
        if note or self.note_on(fact):
            self._change(self.consultation.note(fact, note))

    def set_date(self, on: date) -> None:
        """Take the law of another day."""
        self.on = on
        if self.current is not None:
            self._change(self.consultation.at(on))

    def follow(self, lead: Lead) -> None:
        """Go on with another consult, on the same answers."""
        self.leave_place()
        self._change(self.consultation.follow(lead))

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
        self._set(source.pop())
        return True

    def _change(self, changed: Consultation) -> None:
        if changed == self.consultation:
            return
        self._past.append(self.consultation)
        self._future.clear()
        self._set(changed)

    def _set(self, changed: Consultation) -> None:
        self.current = changed
        self.on = changed.on
        self._worked_out, self._advice = False, None
        self._keep()

    def _keep(self) -> None:
        """Write the answers to disk. What goes wrong is said in ``trouble``; the answers stay in memory."""
        path = unfinished_path()
        try:
            if self._takes_over:
                if path.is_file() and self.kept(path):
                    os.replace(path, aside_path())
                self._takes_over = False
            save(self.consultation, self.content.digest, path, flush=False)
            if self._came_from is not None:  # it is the one in hand now
                self._came_from.unlink(missing_ok=True)
                self._came_from = None
            self._unflushed = True
            self.trouble = ""
        except (StoreError, OSError) as error:
            said = error.say(self.language) if isinstance(error, StoreError) else str(error)
            self.trouble = printable(said) or type(error).__name__

    def flush(self) -> None:
        """Have the disk itself take what was written. Slow, so it waits until the next question is painted."""
        if self._unflushed:
            self._unflushed = False
            flush_file(unfinished_path())

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
