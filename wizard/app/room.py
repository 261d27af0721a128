"""How a question, why it is asked, its answers and their help share the rows of the window.

What matters most comes first: the question, then enough of the list to answer, why it is asked, and the help with the
answer at hand. The list can scroll; what must be cut ends with a sign that names the key to read on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.containers import Vertical
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout
from textual.layouts.vertical import VerticalLayout
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

LEAST = 5
"""Rows of answers that nothing else may take."""


class Shares(NamedTuple):
    """Rows for each part. An empty row goes above the answers and above the help, where all of the parts fit."""

    why: int
    above: int
    answers: int
    below: int
    help: int


def shares(room: int, why: int, answers: int, help_: int) -> Shares:
    """How ``room`` rows are shared, given how many each part would take; what is left over goes to the last one."""
    spare = max(0, room - min(answers, max(LEAST, room // 2)))
    why = min(why, spare)
    help_ = min(help_, spare - why)
    left = max(0, room - why - answers - help_)
    above = min(1, left)
    below = min(1, left - above) if help_ else 0
    shown = min(answers, room - why - help_)
    rest = left - above - below
    return Shares(why, above, shown + (0 if help_ else rest), below, help_ + (rest if help_ else 0))


class Sharing(VerticalLayout):
    """One below the other; the parts named in `Shares` get their share of what the others leave."""

    name = "sharing"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        """Where each child comes, in ``size``."""
        placed = super().arrange(parent, children, size, greedy)
        at = {child.id: n for n, child in enumerate(children)}
        if "choices" not in at:
            return placed
        wanted = {"choices": children[at["choices"]].get_content_height(size, parent.app.size, size.width)}
        wanted |= {name: placed[at[name]].region.height if name in at else 0 for name in ("why", "help")}
        last = placed[-1]
        taken = last.region.bottom + last.margin.bottom
        taken -= sum(placed[at[name]].region.height for name in wanted if name in at)
        share = shares(max(0, size.height - taken), wanted["why"], wanted["choices"], wanted["help"])
        heights = {"why": share.why, "choices": share.answers, "help": share.help}
        gaps = {"why": share.above, "choices": share.below}
        moved, shown = 0, []
        for child, place in zip(children, placed, strict=True):
            region = place.region
            height = heights.get(child.id or "", region.height)
            shown.append(place._replace(region=region._replace(y=region.y + moved, height=height)))
            moved += height - region.height + gaps.get(child.id or "", 0)
        return shown


class Main(Vertical):
    """The question with all that belongs to it."""

    sharing = Sharing()

    @property
    def layout(self) -> Layout:
        """That of `Sharing`, which no style sheet can name."""
        return self.sharing


class Cut(Visual):
    """A text that ends with ``sign`` where there is no room for all of it.

    It asks for the rows of the longest of ``others`` too, so that the page stays as it is when one takes its place.
    """

    def __init__(self, text: Visual, sign: Content, others: Sequence[Visual] = ()) -> None:
        self.text = text
        self.sign = sign
        self.others = others

    def __eq__(self, other: object) -> bool:
        """Whether the same is shown, as high."""
        if not isinstance(other, Cut):
            return NotImplemented
        same = _same(self.text, other.text) and self.sign.is_same(other.sign)
        return same and len(self.others) == len(other.others) and all(map(_same, self.others, other.others))

    __hash__ = None  # type: ignore[assignment]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The rows there is room for."""
        rows = self.text.render_strips(width, None, style, options)
        if not height or len(rows) <= height:
            return rows
        sign = self.sign.truncate(width).render_strips(self.sign.cell_length, 1, style, options)
        last = rows[height - 1].text[: width - self.sign.cell_length].rstrip()
        if len(rows[height - 1].text.rstrip()) > len(last):  # the sign takes the place of whole words
            last = last.rpartition(" ")[0]
        return [*rows[: height - 1], Strip.join([rows[height - 1].crop(0, len(last)), *sign])]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width without wrapping."""
        return self.text.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The rows of the longest."""
        return max(part.get_height(rules, width) if _said(part) else 0 for part in (self.text, *self.others))


def _same(one: Visual, other: Visual) -> bool:
    """Whether two texts show the same."""
    if isinstance(one, Content) and isinstance(other, Content):
        return one.is_same(other)
    return one == other


def _said(part: Visual) -> bool:
    """Whether there is anything in a text: an empty one would take a row."""
    return bool(part.plain) if isinstance(part, Content) else True
