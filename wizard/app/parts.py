"""The parts of a long text, one of them at hand: it is marked, and stays in view."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widget import Widget

PREFIX = "section-"


class Parts(VerticalScroll):
    """Scrolls over its children called `section-…`. ``here`` names the part at hand, without that beginning."""

    here = ""
    leading = False
    """Whether the text moves to the part at hand, rather than the other way round."""

    def on_mount(self) -> None:
        """Whatever moves the text, the part at hand follows."""
        self.watch(self, "scroll_y", self.follow, init=False)

    @property
    def shown(self) -> list[Widget]:
        """The parts that have something to say."""
        return [part for part in self.children if part.display and (part.id or "").startswith(PREFIX)]

    def begin(self) -> None:
        """To the first part, at the top."""
        self.lead(self.shown[0], 0)

    def go(self, direction: int) -> None:
        """To the next or previous part, its beginning in view."""
        parts = self.shown
        at = next((n for n, part in enumerate(parts) if part.id == f"{PREFIX}{self.here}"), 0)
        part = parts[min(max(at + direction, 0), len(parts) - 1)]
        self.lead(part, 0 if part is parts[0] else part.virtual_region.y)

    def lead(self, part: Widget, line: int) -> None:
        """Have ``part`` at hand, and ``line`` at the top as far as the text goes on long enough."""
        self.mark(part)
        self.leading = True
        self.scroll_to(y=line, animate=False, immediate=True)
        self.leading = False

    def mark(self, part: Widget) -> None:
        """Have ``part`` at hand."""
        self.here = (part.id or "").removeprefix(PREFIX)
        for one in self.shown:
            one.set_class(one is part, "-here")

    def follow(self) -> None:
        """The text moved: the first part that begins in view is at hand, or else the one that fills it."""
        if self.leading:
            return
        top, bottom = self.scroll_y, self.scroll_y + self.size.height
        below = [part for part in self.shown if part.virtual_region.bottom > top]
        begun = [part for part in below if top <= part.virtual_region.y < bottom]
        if below:
            self.mark((begun or below)[0])
