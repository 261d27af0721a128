"""A window with what can be saved: the whole advice, with then and now in it, the summary, or a letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.app import words
from wizard.app.page import Dialog
from wizard.app.rows import Row, Rows, line, plain
from wizard.content.model import Text
from wizard.dossier.session import Session


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its level, whether then and now is in it, and what it is in words."""

    level: str
    timeline: bool
    name: Text
    meant: Text


KINDS = (
    Kind("full", False, Text("Het hele advies", "The full advice"), Text("voor het dossier", "for the file")),
    Kind(
        "full",
        True,
        Text("Het hele advies, met toen en nu", "The full advice, with then and now"),
        Text("dezelfde feiten onder al het recht dat wij kennen", "the same facts under all the law that we know"),
    ),
    Kind(
        "summary",
        False,
        Text("De samenvatting", "The summary"),
        Text("één bladzijde voor wie het gaat doen", "one page for whoever is going to do it"),
    ),
    Kind("letter", False, Text("Een brief", "A letter"), Text("aan een cliënt", "to a client")),
)


class Saving(Dialog[Kind]):
    """Choosing one closes the window with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "cancel", show=False, id="saving.close"),
        *(Binding(str(n), f"row({n})", show=False, id=f"saving.{n}") for n in range(1, len(KINDS) + 1)),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.say(words.ASK_FILE))

    def body(self) -> ComposeResult:
        """What this is, and the kinds by number."""
        session = self.session
        yield Static(plain(session.say(words.WHICH_KIND)), markup=False)
        rows = []
        for n, kind in enumerate(KINDS, 1):
            head = Row(plain(session.say(kind.name), "bold"), plain(f" {n}  "))
            rows.append(Option(Rows([head, line(session.say(kind.meant), "dim", indent=4)])))
        yield OptionList(*rows, id="saving", markup=False)

    def on_mount(self) -> None:
        """Work the list at once."""
        self.query_one("#saving").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the kind chosen."""
        self.dismiss(KINDS[event.option_index])

    def action_row(self, number: int) -> None:
        """A number key: that kind."""
        self.dismiss(KINDS[number - 1])
