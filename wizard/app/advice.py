"""The advice screen: the verdict first, then every part of the advice; save, copy, change, complete."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widgets import Static

from wizard.app import keys, words
from wizard.app.answers import pane
from wizard.app.bars import KeyBar, TitleBar
from wizard.app.page import AROUND_AFTER, Page
from wizard.app.sections import sections, verdict
from wizard.content.fault import SaidError
from wizard.content.model import Lead, Text, Verdict
from wizard.reasoning.advice import Advice
from wizard.reasoning.lead import leads
from wizard.reasoning.question import Question
from wizard.words import date_words

SECTIONS = ("todo", "instead", "weigh", "why", "contested", "assumed", "open", "next", "risk", "notes", "sources")
DIGITS_AFTER = 1.0
"""Seconds after opening in which digits do nothing: they were typed for a question."""
COUNT_WITHIN = 0.3
"""Seconds to spend on counting the questions left."""


class AdvicePage(Page):
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
        self.opened = time.monotonic()
        """Whether the next report has then and now in it."""

    def body(self) -> ComposeResult:
        """The verdict, the parts below it, and the answers beside them on a broad screen."""
        with Horizontal(id="advice"):
            with VerticalScroll(id="letter"):
                yield Static(id="verdict", markup=False)
                for name in SECTIONS:
                    yield Static(id=f"section-{name}", classes="section", markup=False)
            with VerticalScroll(id="advice-given", can_focus=False):
                yield Static(id="advice-given-text", markup=False)

    def show(self) -> None:
        """Work the whole advice out and lay it out."""
        session = self.session
        self.advice: Advice = session.consultation.advice(session.content)
        day = session.say(words.LAW_OF, day=date_words(session.consultation.on, session.language))
        self.query_one(TitleBar).set(self.subject, f"{session.say(words.ADVICE)} · {day}")
        self.query_one(KeyBar).offer(self.offered_keys())
        self.set_class(self.presenting, "-present")
        box = self.query_one("#verdict", Static)
        box.set_classes([self.advice.verdict.value if self.advice.settled else Verdict.ASSESS.value])
        if self.presenting:
            from wizard.app.presenting import presented

            box.update(presented(session, self.advice))
            said = {}
        else:
            box.update(verdict(session, self.advice))
            said = {section.name: section.text for section in sections(session, self.advice)}
        for name in SECTIONS:
            part = self.query_one(f"#section-{name}", Static)
            part.display = name in said
            if name in said:
                part.update(said[name])
        self.query_one("#letter", VerticalScroll).scroll_home(animate=False)
        self.show_around_later()

    def offered_keys(self, *, more: bool = True) -> tuple[keys.Key, ...]:
        """The keys for the bar, without those that have nothing to offer on this advice."""
        idle = set() if more else {"complete"}
        if not self.session.alternatives:
            idle.add("instead")
        if not leads(self.session.content, self.advice):
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
        if session.trouble or session.notice:
            self.tell("")
        if not self.told and session.open_question is None:
            self.tell(self.left())
        self.query_one(KeyBar).offer(self.offered_keys(more=session.consultation.more(session.content)))
        if self.query_one("#advice-given").display:
            self.put("#advice-given-text", pane(session, Question(())))

    def left(self) -> str:
        """What would complete the file, in words."""
        say = self.session.say
        left = self.session.remaining(COUNT_WITHIN)
        if left is None:
            return say(words.INCOMPLETE_MANY)
        return say(words.COMPLETE if left == 0 else words.INCOMPLETE_ONE if left == 1 else words.INCOMPLETE, n=left)

    def on_resize(self) -> None:
        """The answers may have come beside the advice."""
        super().on_resize()
        if self.session.current is not None:
            self.show_around_later()

    # ---------------------------------------------------------------- reading

    def action_scroll(self, lines: int) -> None:
        """Move the text by lines."""
        self.query_one("#letter").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move the text by pages."""
        letter = self.query_one("#letter")
        letter.scroll_relative(y=pages * max(1, letter.size.height - 2), animate=False)

    def action_section(self, direction: int) -> None:
        """To the next or previous part."""
        letter = self.query_one("#letter", VerticalScroll)
        tops = [part.virtual_region.y for part in letter.query(".section") if part.display]
        here = round(letter.scroll_y)
        if direction > 0:
            target = next((top for top in tops if top > here), here)
        else:
            target = next((top for top in reversed(tops) if top < here), 0)
        letter.scroll_to(y=target, animate=False)

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
            self.tell(self.session.say(words.ALREADY_COMPLETE))
            return
        self.session.deepen()
        self.magdat.open_questions()

    def action_follow(self) -> None:
        """On to another consult with the same answers; with a choice of them, ask which."""
        offered = leads(self.session.content, self.advice)
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
        self.after_history(self.session.undo(), words.UNDONE, words.NOTHING_TO_UNDO)

    def action_redo(self) -> None:
        """Do it again."""
        self.after_history(self.session.redo(), words.REDONE, words.NOTHING_TO_REDO)

    def after_history(self, done: bool, yes: Text, no: Text) -> None:
        """Show where undo or redo led."""
        if done and self.session.open_question is not None:
            self.magdat.open_questions()
            return
        if done:
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
        """What decides this answer?"""
        if not self.advice.settled:
            from wizard.app.deciding import not_yet

            self.tell(not_yet(self.session))
            return
        self.magdat.open_deciding()

    def action_variants(self) -> None:
        """The plan and its variants."""
        self.magdat.open_variants()

    def action_then(self) -> None:
        """The same facts on two days."""
        self.magdat.open_then()

    def action_save_timeline(self) -> None:
        """The report, with then and now in it, to a file that is not there yet."""
        self.save("full", timeline=True)

    def action_save_as(self) -> None:
        """Choose what to save: the whole advice, with then and now, the summary, or a letter."""
        from wizard.app.saving import Saving

        self.app.push_screen(Saving(self.session), lambda kind: self.save(kind.level, kind.timeline) if kind else None)

    def action_home(self) -> None:
        """To the start."""
        self.magdat.open_home()

    # ---------------------------------------------------------------- taking along

    def report(self, form: str, level: str = "full", timeline: bool = False) -> bytes:
        """The advice in one of the forms of a report. Raises ``ReportError``."""
        from wizard.report.export import export, house

        session = self.session
        return export(
            session.content,
            self.advice,
            session.language,
            form,
            level=level,
            look=house(self.magdat.settings.path("templates"), self.magdat.settings.path("style")),
            consultation=session.consultation,
            made=session.now().date(),
            timeline=timeline,
        )

    def action_copy(self) -> None:
        """The report to the clipboard, through the terminal."""
        try:
            text = self.report("md").decode()
        except SaidError as error:  # a fault in a house-style template must not cost the user the app
            self.tell(self.session.say(words.NO_REPORT, reason=error.say(self.session.language)), wrong=True)
            return
        self.app.copy_to_clipboard(text)
        self.tell(self.session.say(words.COPIED))

    def action_open_report(self) -> None:
        """The report in the user's own editor or pager."""
        from wizard.app.opening import open_report

        open_report(self)

    def action_save(self) -> None:
        """The whole report to a file that is not there yet."""
        self.save("full")

    def save(self, level: str, timeline: bool = False) -> None:
        """A report to a file that is not there yet; the end of its name says in which form."""
        from wizard.app.save import folder_name, suggested, write

        session = self.session

        def check(name: str) -> tuple[str, str] | None:
            return write(session, name, lambda form: self.report(form, level, timeline))

        def done(name: str | None) -> None:
            if name is not None:
                self.tell(session.say(words.SAVED, name=os.path.abspath(Path(name.strip()).expanduser())))

        hint = session.say(words.ASK_FILE_HELP, folder=folder_name())
        self.magdat.ask(session.say(words.ASK_FILE), hint, suggested(session, self.advice, level), check, done)
