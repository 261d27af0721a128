"""What the advisor puts into the advice and takes out of it: remarks, copies, files."""

from __future__ import annotations

import os
from pathlib import Path

from wizard.app import words
from wizard.app.page import Page
from wizard.app.parts import Parts
from wizard.app.remarked import in_report
from wizard.content.fault import SaidError
from wizard.dossier.session import LONGEST_REMARK
from wizard.reasoning.advice import Advice


class AdviceOut(Page):
    """A page with the advice in parts. ``advice`` is what it shows."""

    advice: Advice

    @property
    def parts(self) -> Parts:
        """The advice, part by part."""
        return self.query_one("#letter", Parts)

    def fill(self) -> None:
        """Lay the advice out as it is now; what is in view stays in view."""

    # ---------------------------------------------------------------- remarks

    def action_remark(self) -> None:
        """Write a remark on the part at hand."""
        self.write(in_report(self.parts.here))

    def action_remarks(self) -> None:
        """All parts of the report, to write a remark on one."""
        from wizard.app.remarking import RemarksWindow

        if not self.too_small:
            window = RemarksWindow(self.session, in_report(self.parts.here))
            self.app.push_screen(window, lambda section: self.write(section) if section else None)

    def write(self, section: str) -> None:
        """Write a remark on a part of the report; it is kept at once, and stands beside that part."""
        from wizard.app import remark_words
        from wizard.app.remarking import RemarkWindow
        from wizard.report.remarks import NAMES

        session = self.session

        def done(text: str | None) -> None:
            if text is None:
                return
            session.remark(section, text)
            self.fill()
            said = remark_words.REMARK_KEPT if text else remark_words.REMARK_GONE
            self.tell(session.say(said, section=session.say(NAMES[section])))

        if len(session.consultation.remarks_here.get(section, "")) > LONGEST_REMARK:
            self.tell(session.say(remark_words.REMARK_IN_FILE, n=LONGEST_REMARK), wrong=True)
        elif not self.too_small:
            self.app.push_screen(RemarkWindow(session, section), done)

    # ---------------------------------------------------------------- taking along

    def action_save_timeline(self) -> None:
        """The report, with then and now in it, to a file that is not there yet."""
        self.save("full", timeline=True)

    def action_save_as(self) -> None:
        """Choose what to save: the whole advice, with then and now, the summary, or a letter."""
        from wizard.app.saving import Saving

        self.app.push_screen(Saving(self.session), lambda kind: self.save(kind.level, kind.timeline) if kind else None)

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
        from wizard.report.pages import too_long

        session = self.session
        noted = [""]

        def make(form: str) -> bytes:
            made = self.report(form, level, timeline)
            noted[0] = too_long(made, form, level, session.language)
            return made

        def check(name: str) -> tuple[str, str] | None:
            return write(session, name, make)

        def done(name: str | None) -> None:
            if name is not None:
                self.magdat.report_form.take(name)
                saved = session.say(words.SAVED, name=os.path.abspath(Path(name.strip()).expanduser()))
                self.tell(f"{noted[0]} {saved}".strip())

        hint = session.say(words.ASK_FILE_HELP, folder=folder_name())
        name = suggested(session, self.advice, self.magdat.report_form.offered, level)
        self.magdat.ask(session.say(words.ASK_FILE), hint, name, check, done)
