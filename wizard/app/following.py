"""A window with the consults to which an advice may lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import words
from wizard.app.page import Dialog
from wizard.app.rows import Row, Rows, line, plain
from wizard.content.model import Lead
from wizard.dossier.session import Session


class Following(Dialog[Lead]):
    """Choosing one closes the window with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v,q", "cancel", show=False, id="following.close"),
        *(Binding(str(n), f"row({n})", show=False, id=f"following.{n}") for n in range(1, 10)),
    ]

    def __init__(self, session: Session, offered: Sequence[Lead]) -> None:
        super().__init__(session, session.say(words.NEXT))
        self.offered = offered

    def body(self) -> ComposeResult:
        """What this is, and the leads by number."""
        session = self.session
        yield Static(plain(session.say(words.NEXT_HELP)), markup=False)
        rows = []
        for n, lead in enumerate(self.offered, 1):
            title = session.content.consults[lead.to].title.in_(session.language)
            head = Row(plain(lead.text.in_(session.language), "bold"), plain(f" {n}  "))
            below = [line(title, "dim", indent=4)] if lead.verdicts else []  # the way back says so itself
            rows.append(Option(Rows([head, *below])))
        yield OptionList(*rows, id="following", markup=False)

    def on_mount(self) -> None:
        """Work the list at once."""
        self.query_one("#following").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the lead chosen."""
        self.dismiss(self.offered[event.option_index])

    def action_row(self, number: int) -> None:
        """A number key: that lead."""
        if number <= len(self.offered):
            self.dismiss(self.offered[number - 1])
