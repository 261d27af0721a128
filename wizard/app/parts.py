"""The parts of a long text, one of them at hand: it is marked, and stays in view."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.widget import Widget

PREFIX = "section-"


class Parts(VerticalScroll):
    """Scrolls over its children called `section-…`. ``here`` names the part at hand, without that beginning."""

    here = ""

    def on_mount(self) -> None:
        """Whatever moves the text, the part at hand follows."""
        self.watch(self, "scroll_y", self.stay_in_view, init=False)

    @property
    def shown(self) -> list[Widget]:
        """The parts that have something to say."""
        return [part for part in self.children if part.display and (part.id or "").startswith(PREFIX)]

    def begin(self) -> None:
        """To the first part, at the top."""
        self.scroll_home(animate=False)
        self.mark(self.shown[0])

    def move(self, lines: int) -> None:
        """Move the text by lines; the first part that begins in view is then at hand, or the one that fills it."""
        before = self.scroll_y

        def take() -> None:
            if self.scroll_y == before or not self.is_attached:
                return
            parts = [part for part in self.shown if part.virtual_region.bottom > self.scroll_y]
            begun = [
                part for part in parts if self.scroll_y <= part.virtual_region.y < self.scroll_y + self.size.height
            ]
            self.mark((begun or parts)[0])

        self.scroll_relative(y=lines, animate=False)
        self.call_after_refresh(take)

    def go(self, direction: int) -> None:
        """To the next or previous part, its beginning in view."""
        parts = self.shown
        at = next((n for n, part in enumerate(parts) if part.id == f"{PREFIX}{self.here}"), 0)
        part = parts[min(max(at + direction, 0), len(parts) - 1)]
        self.mark(part)
        self.scroll_to(y=0 if part is parts[0] else part.virtual_region.y, animate=False)

    def mark(self, part: Widget) -> None:
        """Have ``part`` at hand."""
        self.here = (part.id or "").removeprefix(PREFIX)
        for one in self.shown:
            one.set_class(one is part, "-here")

    def stay_in_view(self) -> None:
        """The part at hand went out of view: take the nearest one that is in view."""
        top, bottom = self.scroll_y, self.scroll_y + self.size.height
        parts = [part for part in self.shown if part.virtual_region.height]
        seen = [part for part in parts if part.virtual_region.bottom > top and part.virtual_region.y < bottom]
        if seen and all(part.id != f"{PREFIX}{self.here}" for part in seen):
            at = next((part for part in parts if part.id == f"{PREFIX}{self.here}"), seen[0])
            self.mark(seen[0] if at.virtual_region.y < top else seen[-1])
