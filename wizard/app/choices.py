"""The list of answers: number keys, arrows, j and k, Enter, space, mouse. What a key means, the screen decides."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import OptionList


class Choices(OptionList):
    """An ``OptionList`` whose keys go to the screen: ``confirm``, ``switch`` and ``pick(n)``.

    A click is `OptionList.OptionSelected`; Enter is not, so that a checklist can tell them apart. The last ``pinned``
    lines stay in view where the list does not fit; ``signs`` then stand beside them, by whether there is more above
    and more below.
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
    pinned = 0
    signs: tuple[Content, Content, Content]
    """What says that the list goes on: above, below, both."""
    _staying: int | None = None
    """The first row that does not scroll, while rows are painted."""

    def watch_highlighted(self, before: int | None, now: int | None) -> None:  # type: ignore[override]
        """Paint only the two lines that change, where Textual would paint the whole list."""
        held, below = self.held, len(self._lines)
        for index in (before, now):
            if index in self._index_to_line:
                first = self._index_to_line[index]
                if held and first >= below - held:  # one that stays in view stands elsewhere than it would by scrolling
                    first += self.scrollable_content_region.height + self.scroll_offset.y - below
                self.refresh_lines(first, self._heights[index])
        super().watch_highlighted(now)

    # ---------------------------------------------------------------- lines that stay in view

    @property
    def held(self) -> int:
        """Rows at the bottom that do not scroll: as many whole lines of ``pinned`` as leave half of the rows."""
        height = self.scrollable_content_region.height
        if not self.pinned or len(self._lines) <= height:
            return 0
        rows = 0
        for index in range(self.option_count - 1, self.option_count - 1 - self.pinned, -1):
            more = rows + self._heights[index]
            if more > max(1, height // 2):
                break
            rows = more
        return rows

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in ``crop``. Which of them stay is worked out once for all of them."""
        held = self.held
        self._staying = self.scrollable_content_region.height - held if held else None
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """A row: of those that scroll, or of those that stay."""
        if self._staying is None or y < self._staying:
            return super().render_line(y)
        height = self.scrollable_content_region.height
        row = super().render_line(len(self._lines) - height + y - self.scroll_offset.y)
        return self._with_sign(row) if y == self._staying else row

    def _update_lines(self) -> None:
        """Which row is of which line; nothing to do once all are known, and Textual asks before every row."""
        if len(self._line_cache.heights) != len(self.options) or not self.options:
            super()._update_lines()

    def _with_sign(self, row: Strip) -> Strip:
        """The first row that stays, with what says that the list goes on at its end."""
        above, below = self.scroll_offset.y > 0, self.scroll_offset.y < self.max_scroll_y
        sign = self.signs[2 if above and below else 0 if above else 1]
        shown = Visual.to_strips(self, sign, sign.cell_length, 1, self.get_visual_style("option-list--option"))
        return Strip.join([row.crop(0, row.cell_length - sign.cell_length), *shown])

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the line at hand into view, above the rows that stay."""
        held, at = self.held, self.highlighted
        if not held or at not in self._index_to_line:
            super().scroll_to_highlight(top)
            return
        first, rows = self._index_to_line[at], self._heights[at]
        room, now = self.scrollable_content_region.height - held, self.scroll_offset.y
        if first >= len(self._lines) - held:
            return
        if first < now or rows > room:
            self.scroll_to(y=first, animate=False, immediate=True, force=True)
        elif first + rows > now + room:
            self.scroll_to(y=first + rows - room, animate=False, immediate=True, force=True)

    # ---------------------------------------------------------------- moving

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
