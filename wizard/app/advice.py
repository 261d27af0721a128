"""The advice screen: the verdict first, then every part of the advice; save, copy, change, complete."""

from __future__ import annotations

import time
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer
from textual.widgets import Static

from wizard.app import keys, words
from wizard.app.advice_out import AdviceOut
from wizard.app.answers import pane
from wizard.app.bars import KeyBar, TitleBar
from wizard.app.page import AROUND_AFTER
from wizard.app.parts import Parts
from wizard.app.remarked import ELSEWHERE, remark, remarked
from wizard.app.rows import Rows
from wizard.app.sections import sections, verdict
from wizard.content.model import Lead, Text, Verdict
from wizard.dossier.consultation import Consultation
from wizard.reasoning.advice import Advice
from wizard.reasoning.question import Question
from wizard.words import date_words

SECTIONS = ("todo", "instead", "weigh", "why", "contested", "assumed", "open", "next", "risk", "notes", "sources")
"""The parts below the verdict, in their order."""
DIGITS_AFTER = 1.0
"""Seconds after opening in which digits do nothing: they were typed for a question."""
COUNT_WITHIN = 0.3
"""Seconds to spend on counting the questions left."""


class AdvicePage(AdviceOut):
    """Shows the advice on the answers so far."""

    KEYS = keys.ADVICE
    MAIN = "#letter"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings("advice", keys.ADVICE),
        Binding("space,pagedown", "page(1)", show=False, id="advice.page-down"),
        Binding("pageup", "page(-1)", show=False, id="advice.page-up"),
        *(Binding(str(n), f"assumed({n})", show=False, id=f"advice.assumed-{n}") for n in range(1, 10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.waiting: Timer | None = None
        self.more = True
        """Whether asking on would complete the file, as far as we know."""
        self.opened = time.monotonic()

    def body(self) -> ComposeResult:
        """The verdict, the parts below it, and the answers beside them on a broad screen."""
        with Horizontal(id="advice"):
            with Parts(id="letter"):
                with Vertical(id="section-verdict", classes="section"):
                    yield Static(id="verdict", markup=False)
                for name in (*SECTIONS, ELSEWHERE):
                    yield Static(id=f"section-{name}", classes="section", markup=False)
            with VerticalScroll(id="advice-given", can_focus=False):
                yield Static(id="advice-given-text", markup=False)

    def show(self) -> None:
        """Work the whole advice out and lay it out; begin at the verdict."""
        self.fill()
        self.parts.begin()
        self.show_around_later()

    def fill(self) -> None:
        """Lay the advice out as it is now; what is in view stays in view."""
        session = self.session
        self.advice: Advice = session.consultation.advice(session.content)
        day = session.say(words.LAW_OF, day=date_words(session.consultation.on, session.language))
        brief = date_words(session.consultation.on, session.language)
        self.query_one(TitleBar).set(self.subject, f"{session.say(words.ADVICE)} · {day}", brief)
        self.query_one(KeyBar).offer(self.offered_keys())
        self.set_class(self.presenting, "-present")
        box = self.query_one("#verdict", Static)
        box.set_classes([self.advice.verdict.value if self.advice.settled else Verdict.ASSESS.value])
        if self.presenting:
            from wizard.app.presenting import presented

            box.update(presented(session, self.advice))
            said = {}
        else:
            box.update(Rows([*verdict(session, self.advice).rows, *remark(session, "verdict")]))
            found = remarked(session, sections(session, self.advice), SECTIONS)
            said = {section.name: section.text for section in found}
        for name in (*SECTIONS, ELSEWHERE):
            part = self.query_one(f"#section-{name}", Static)
            part.display = name in said
            if name in said:
                part.update(said[name])

    def offered_keys(self) -> tuple[keys.Key, ...]:
        """The keys for the bar, without those that have nothing to offer on this advice."""
        idle = set() if self.more else {"complete"}
        if not self.session.alternatives and (self.advice.settled or self.advice.verdict.rank < Verdict.ASSESS.rank):
            idle.add("instead")
        if not self.session.leads:
            idle.add("follow")
        return tuple(key for key in keys.ADVICE if key.action not in idle)

    def show_around_later(self) -> None:
        """Let the advice be painted first."""
        if self.waiting is not None:
            self.waiting.stop()
        self.waiting = self.set_timer(AROUND_AFTER, self.show_around)

    def show_around(self) -> None:
        """What takes longer: noting what came out, how many questions are left, and the answers beside the advice."""
        session = self.session
        if session.current is None or not self.is_attached:
            return
        session.conclude()
        if session.trouble or session.notice or session.news:
            self.tell("")
        if not self.told and session.open_question is None:
            self.tell(self.left())
        self.more = session.consultation.more(session.content)
        self.query_one(KeyBar).offer(self.offered_keys())
        if self.query_one("#advice-given").display:
            self.put("#advice-given-text", pane(session, Question(())))

    def left(self) -> str:
        """What would complete the file, in words."""
        say = self.session.say
        left = self.session.remaining(COUNT_WITHIN)
        if left is None:
            return say(words.INCOMPLETE_MANY)
        if left == 0:
            return self.complete(words.COMPLETE)
        return say(words.INCOMPLETE_ONE if left == 1 else words.INCOMPLETE, n=left)

    def complete(self, said: Text) -> str:
        """That nothing is left to ask: in the words of ``said``, unless something is left to find out."""
        session = self.session
        left = session.to_find_out
        if not left:
            return session.say(said)
        question = session.content.facts[left[0]].question.in_(session.language)
        more = words.ALL_ASKED_MORE if len(left) > 1 else words.ALL_ASKED
        return session.say(more, question=question, n=len(left) - 1)

    def on_resize(self) -> None:
        """The answers may have come beside the advice."""
        super().on_resize()
        if self.session.current is not None:
            self.show_around_later()

    # ---------------------------------------------------------------- reading

    def action_scroll(self, lines: int) -> None:
        """Move the text by lines."""
        self.parts.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move the text by pages."""
        self.parts.scroll_relative(y=pages * max(1, self.parts.size.height - 2), animate=False)

    def action_section(self, direction: int) -> None:
        """To the next or previous part."""
        self.parts.go(direction)

    def action_given(self, direction: int) -> None:
        """Move your answers, beside the advice."""
        self.query_one("#advice-given").scroll_relative(y=4 * direction, animate=False)

    # ---------------------------------------------------------------- changing

    def action_change(self, fact: str) -> None:
        """To the question of ``fact``; what was answered later stays."""
        if self.too_small:
            return
        self.session.go_to(fact)
        self.magdat.open_questions()

    def action_assumed(self, number: int) -> None:
        """To the question of the assumption with this number."""
        if time.monotonic() - self.opened < DIGITS_AFTER:
            return
        facts = list(self.advice.assumed)
        if number <= len(facts):
            self.action_change(facts[number - 1])

    def action_answers(self) -> None:
        """The list of answers."""
        self.magdat.open_answers(self.action_change)

    def action_complete(self) -> None:
        """Ask on until the file is complete."""
        if not self.session.consultation.more(self.session.content):
            self.tell(self.complete(words.ALREADY_COMPLETE))
            return
        self.session.deepen()
        self.magdat.open_questions()

    def action_follow(self) -> None:
        """On to another consult with the same answers; with a choice of them, ask which."""
        offered = self.session.leads
        if not offered:
            self.tell(self.session.say(words.NO_NEXT))
        elif len(offered) == 1:
            self.follow(offered[0])
        else:
            from wizard.app.following import Following

            self.app.push_screen(Following(self.session, offered), lambda lead: self.follow(lead) if lead else None)

    def follow(self, lead: Lead) -> None:
        """Go on with the consult of ``lead``."""
        self.session.follow(lead)
        self.magdat.open_questions()

    def action_back(self) -> None:
        """To the question that is open, or else the last one answered."""
        self.session.leave_place()
        if self.session.open_question is None and not self.session.back():
            return
        self.magdat.open_questions()

    def action_undo(self) -> None:
        """Take the last change back."""
        before = self.session.consultation
        self.after_history(before, self.session.undo(), words.UNDONE, words.NOTHING_TO_UNDO)

    def action_redo(self) -> None:
        """Do it again."""
        before = self.session.consultation
        self.after_history(before, self.session.redo(), words.REDONE, words.NOTHING_TO_REDO)

    def after_history(self, before: Consultation, done: bool, yes: Text, no: Text) -> None:
        """Show where undo or redo led. When that was a remark only, the advice is the same and stays in view."""
        after = self.session.consultation
        if done and after.remark_only(before):
            self.fill()
        elif done and self.session.open_question is not None:
            self.magdat.open_questions()
            return
        elif done:
            self.show()
        self.tell(self.session.say(yes if done else no))

    def action_instead(self) -> None:
        """What may I do instead?"""
        from wizard.app import variant_words

        if self.advice.verdict.rank < Verdict.ASSESS.rank:
            self.tell(self.session.say(variant_words.NOT_NEEDED))
            return
        self.magdat.open_instead()

    def action_decides(self) -> None:
        """What decides this answer, or can settle it?"""
        self.magdat.open_deciding()

    def action_variants(self) -> None:
        """The plan and its variants."""
        self.magdat.open_variants()

    def action_then(self) -> None:
        """The same facts on two days."""
        self.magdat.open_then()

    def action_home(self) -> None:
        """To the start."""
        self.magdat.open_home()
