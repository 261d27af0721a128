"""The advisor's own remarks: the window to write one in, and the window with all parts of the report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option
from textual.widgets.text_area import Edit, EditResult

from wizard.app import remark_words as words
from wizard.app.page import Dialog
from wizard.app.rows import Row, Rows, line, plain
from wizard.content.reader import printable_lines
from wizard.dossier.session import LONGEST_REMARK, Session
from wizard.report.remarks import NAMES
from wizard.report.words import paragraphs


class RemarkArea(TextArea):
    """Several lines of text; keeps out characters a terminal would act on, also when they are pasted."""

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit, without such characters in it."""
        edit.text = printable_lines(edit.text)
        return super().edit(edit)


class RemarkWindow(Dialog[str]):
    """A remark with one part; closes with the text to keep ("" takes it away), or nothing."""

    foot = words.REMARK_FOOT
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s,f2", "keep", show=False, id="remark.keep")]

    def __init__(self, session: Session, section: str) -> None:
        super().__init__(session, session.say(words.REMARK_WITH, section=session.say(NAMES[section])))
        self.before = printable_lines(session.consultation.remarks_here.get(section, "")).strip()
        self.warned = False

    def body(self) -> ComposeResult:
        """What becomes of it, and the lines to write."""
        yield Static(plain(self.hint), id="dialog-hint", markup=False)
        area = RemarkArea(self.before, id="remark", highlight_cursor_line=False)
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        yield area
        yield Static(id="dialog-wrong", markup=False)

    @property
    def hint(self) -> str:
        """What becomes of it; with variants, for which of them it is."""
        said, say = self.session.consultation, self.session.say
        if said.variant:
            return f"{say(words.REMARK_HELP)} {say(words.HOLDS_FOR_ONE, name=said.variant.name)}"
        return f"{say(words.REMARK_HELP)} {say(words.HOLDS_FOR_ALL)}" if said.variants else say(words.REMARK_HELP)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one("#remark").focus()

    @property
    def written(self) -> str:
        """What stands there now."""
        return self.query_one("#remark", TextArea).text.strip()

    def on_text_area_changed(self) -> None:
        """What was said of the text before no longer holds."""
        self.warned = False
        self.query_one("#dialog-wrong", Static).update("")

    def action_keep(self) -> None:
        """Close with the text, when it is not too long."""
        if self.written == self.before:
            self.dismiss(None)
        elif len(self.written) > LONGEST_REMARK:
            self.warn(self.session.say(words.REMARK_TOO_LONG, n=LONGEST_REMARK, now=len(self.written)))
        else:
            self.dismiss(self.written)

    def action_cancel(self) -> None:
        """Escape: close; only the second time when something was written that would be lost."""
        if self.written == self.before or self.warned:
            self.dismiss(None)
            return
        self.warn(self.session.say(words.REMARK_UNKEPT))
        self.warned = True

    def warn(self, said: str) -> None:
        """Say something below the text."""
        self.query_one("#dialog-wrong", Static).update(plain("⚠ " + said))


class RemarksWindow(Dialog[str]):
    """All parts of the report with the remark on each; choosing one closes the window with it."""

    foot = words.REMARKS_FOOT
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move('down')", show=False, id="remarks.down"),
        Binding("k", "move('up')", show=False, id="remarks.up"),
        Binding("q,N", "cancel", show=False, id="remarks.close"),
    ]

    def __init__(self, session: Session, here: str) -> None:
        super().__init__(session, session.say(words.REMARKS))
        self.here = here

    def body(self) -> ComposeResult:
        """The parts."""
        said = self.session.consultation.remarks_here
        yield OptionList(*(Option(self.part(name, said), id=name) for name in NAMES), id="remarks", markup=False)

    def part(self, section: str, said: Mapping[str, str]) -> Rows:
        """One part: its name, and the beginning of its remark."""
        head = Row(plain(self.session.say(NAMES[section])), plain("✎ " if said.get(section) else "  ", "bold"))
        lines = paragraphs(said.get(section, ""))
        short = f"{lines[0][:200]}{' …' if len(lines) > 1 or len(lines[0]) > 200 else ''}" if lines else ""
        return Rows([head, line(short, "dim", indent=2)] if short else [head])

    def on_mount(self) -> None:
        """Begin at the part at hand."""
        listed = self.query_one("#remarks", OptionList)
        listed.focus()
        listed.highlighted = list(NAMES).index(self.here)

    def action_move(self, where: str) -> None:
        """To another line."""
        from wizard.app.finding import move

        move(self.query_one("#remarks", OptionList), where)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the part chosen."""
        self.dismiss(event.option_id)
