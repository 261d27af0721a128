"""The least that Textual can do: one OptionList, one Static. What the app is measured against.

`floor.py`: Enter puts the next question and five other answers in the same widgets.
"""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import OptionList, Static


class Floor(App[None]):
    """A question and five answers, nothing else."""

    CSS = "OptionList { width: 60%; } Static { width: 40%; }"
    ENABLE_COMMAND_PALETTE = False
    number = 1

    def compose(self) -> ComposeResult:
        """The answers on the left, the question on the right."""
        with Horizontal():
            yield OptionList(*self.answers())
            yield Static(self.question(), markup=False)

    def answers(self) -> list[str]:
        """Five answers, as long as those of the app."""
        return [f"Answer {n} of question {self.number}, in about as many words as usual" for n in range(1, 6)]

    def question(self) -> str:
        """A question with some words about it."""
        why = "".join(f"- a line about question {self.number}, point {n}\n" for n in range(1, 5))
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
