"""The least that Textual can do: one OptionList, one Static. What the app is measured against.

Enter puts the next question and other answers in the same widgets. `floor.py` shows five answers of one line each;
`floor.py full` shows about as much text as the first question of the app, which costs the framework more.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList, Static


class Floor(App[None]):
    """A question and its answers, nothing else."""

    CSS = "OptionList { width: 60%; } Static { width: 40%; }"
    ENABLE_COMMAND_PALETTE = False
    full = "full" in sys.argv
    number = 1

    def compose(self) -> ComposeResult:
        """The answers on the left, the question on the right."""
        with Horizontal():
            yield OptionList(*self.answers())
            yield Static(self.question(), markup=False)

    def answers(self) -> list[str]:
        """Five short answers, or eight with a line about each."""
        count, about = (8, "\n    What this answer means, in a line.") if self.full else (5, "")
        return [f" {n}  Answer {n} of question {self.number}, in some words{about}" for n in range(1, count + 1)]

    def question(self) -> str:
        """A question with some words about it."""
        why = "".join(f"- a line about question {self.number}, point {n}\n" for n in range(12 if self.full else 4))
        return f"Question {self.number}?\n\nWhy this is asked, in one sentence or two.\n\n{why}"

    def on_option_list_option_selected(self) -> None:
        """Enter: the next question."""
        self.number += 1
        self.query_one(Static).update(self.question())
        answers = self.query_one(OptionList)
        answers.clear_options()
        answers.add_options(self.answers())
        answers.highlighted = 0


if __name__ == "__main__":
    Floor().run()
