"""What the screens share: the consultation in hand, the place in it, and every change a user can make to it.

Knows nothing of Textual.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from wizard.content.fault import printable
from wizard.content.model import UNKNOWN, Consult, Lead, Text, Verdict
from wizard.content.reader import printable_lines
from wizard.dossier.dates import STANDS_AHEAD, ahead
from wizard.dossier.fit import Kept as Kept
from wizard.dossier.in_hand import InHand
from wizard.dossier.variants import free_name
from wizard.reasoning.lead import leads
from wizard.reasoning.question import FULL, Question, deciding_fact

if TYPE_CHECKING:
    from wizard.reasoning.alternatives import Alternative
    from wizard.reasoning.decides import Turning

LONGEST_NOTE = 2000
LONGEST_ABOUT = 200
"""Characters in the name of a client, a matter or an advisor."""
LONGEST_REMARK = 4000
"""Characters in a remark of the advisor, as typed in the app or line by line."""
BACK_TO = Text("Terug naar: {title}.", "Back to: {title}.")


class Session(InHand):
    """The state of the app. ``on`` is the reference date in use, ``new_on`` the one for new consultations."""

    # ---------------------------------------------------------------- what there is

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
    def misdated(self) -> str:
        """That a date lies after the reference date, in words; "" when none does. The answer is kept as it is."""
        found = ahead(self.content, self.consultation.facts, self.consultation.on) if self.current else ()
        return (
            self.say(STANDS_AHEAD, question=self.content.facts[found[0]].question.in_(self.language)) if found else ""
        )

    @property
    def to_find_out(self) -> Sequence[str]:
        """What was answered with "don't know" and plays a part, what the verdict hangs on first."""
        said = self.consultation
        left = [fact for fact in self.advice.open if said.facts.get(fact) == UNKNOWN]
        first = None if self.advice.settled else deciding_fact(self.content, self.consult, said.facts, said.on)
        return sorted(left, key=lambda fact: fact != first)

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
    def leads(self) -> Sequence[Lead]:
        """The consults that the advice may lead to, and back to those that led here, the last first.

        A way back names no verdicts: it is there whatever comes out.
        """
        offered = leads(self.content, self.advice)
        ahead = {lead.to for lead in offered}
        earlier = (self.content.consults[name] for name in reversed(self.consultation.trail) if name not in ahead)
        return (*offered, *map(_way_back, earlier))

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

    @property
    def begun(self) -> int:
        """How many lines of the checklist on screen were answered on a screen before; 0 where none was."""
        screens, shown = self.asked, self.shown
        if shown is None or self.changing or not screens:
            return 0
        group = self.content.group_of.get(shown.facts[0])
        if group is None or screens[-1].group != group.id:
            return 0
        return len(set(screens[-1].facts) - set(shown.facts))

    @property
    def count(self) -> int:
        """The number to show: that of the question on screen, or of the checklist that it goes on with."""
        return min(self.number, len(self.asked)) if self.begun else self.number

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
        self._place, self._revisiting, self.news = question, True, ""

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


def _way_back(consult: Consult) -> Lead:
    nl, en = (BACK_TO.in_(language).format(title=consult.title.in_(language)) for language in ("nl", "en"))
    return Lead(consult.id, Text(nl, en), (), consult.place)
