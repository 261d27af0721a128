"""The list of answers: number keys, arrows, j and k, Enter, space, mouse. What a key means, the screen decides."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widgets import OptionList


class Choices(OptionList):
    """An ``OptionList`` whose keys go to the screen: ``confirm``, ``switch`` and ``pick(n)``.

    A click is `OptionList.OptionSelected`; Enter is not, so that a checklist can tell them apart.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.confirm", show=False, id="choices.confirm"),
        Binding("space", "screen.switch", show=False, id="choices.switch"),
        Binding("j", "cursor_down", show=False, id="choices.j"),
        Binding("k", "up", show=False, id="choices.k"),
        Binding("up", "up", show=False, id="choices.up"),
        *(Binding(str(n), f"screen.pick({n})", show=False, id=f"choices.{n}") for n in range(10)),
    ]

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    def watch_highlighted(self, before: int | None, now: int | None) -> None:  # type: ignore[override]
        """Paint only the two lines that change, where Textual would paint the whole list."""
        for index in (before, now):
            if index in self._index_to_line:
                self.refresh_lines(self._index_to_line[index], self._heights[index])
        super().watch_highlighted(now)

    def action_page_down(self) -> None:
        """A page down: in what stands beside the question when something does, else in the list."""
        if not self.beside(1):
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """A page up, in the same way."""
        if not self.beside(-1):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def beside(self, pages: int) -> bool:
        """Let the screen move what stands beside the list; ``False`` when nothing does."""
        page_beside = getattr(self.screen, "page_beside", None)
        return page_beside is not None and bool(page_beside(pages))

    def action_up(self) -> None:
        """One line up; from the first line of a date question, to the date."""
        above = self.screen.query("#date")
        if self.highlighted == 0 and above and above.first().display:
            above.first().focus()
        else:
            self.action_cursor_up()
