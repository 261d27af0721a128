"""How the app looks: its colours or none, and only signs that the terminal can show."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

from wizard.app.theme import CONTRAST, MONO, NAMES, THEMES
from wizard.settings.settings import Settings

SIGNS = str.maketrans(
    {
        **{"✓": "+", "✗": "x", "–": "-", "−": "-", "☐": "o", "✎": "*", "⚠": "!", "⚖": "?", "⚡": "! ", "◇": "o"},
        **{"▸": ">", "›": ">", "‹": "<", "↳": ">", "≠": "#", "•": "*", "…": ".", "“": '"', "”": '"', "’": "'"},
        **{"←": "<", "→": ">", "↑": "^", "↓": "v", "▲": "^", "·": "-", "€": "E"},
        **{
            "╭": "┌",
            "╮": "┐",
            "╰": "└",
            "╯": "┘",
            "▔": "─",
            "▁": " ",
            "▂": " ",
            "▃": "▄",
            "▅": "▄",
            "▆": "█",
            "▇": "█",
        },
        **{"║": "│", "┃": "│", "━": "─", "┏": "┌", "┓": "┐", "┗": "└", "┛": "┘"},
        "🔎": "? ",  # in the palette of Textual
        **{"▏": "│", "▕": "│", "▎": "│", "▊": "█", "▌": "█", "▐": "█", "▉": "█", "▋": "█", "▍": "│"},
    }
)
"""What stands in for signs that the fonts of consoles lack; each as wide as what it replaces."""


def few_signs(environ: Mapping[str, str], system: str = os.name) -> bool:
    """Whether the terminal is a console with a small font: that of Linux itself, or the old one of Windows."""
    if system == "nt":
        return not any(environ.get(name) for name in ("WT_SESSION", "TERM_PROGRAM", "ConEmuANSI", "TERM"))
    return environ.get("TERM", "") == "linux" or environ.get("TERM", "").startswith(("vt", "cons"))


class FewSigns(LineFilter):
    """Puts signs that every font has in the place of others."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text, of the same width."""
        return [Segment(text.translate(SIGNS), style, control) for text, style, control in segments]


class NoColours(LineFilter):
    """Takes all colours out; what had a background of its own, such as the line at hand, is reversed instead."""

    PLAIN = Style(color="default", bgcolor="default")
    REVERSED = Style(color="default", bgcolor="default", reverse=True)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text without colours."""
        return [Segment(text, style and self.bare(style), control) for text, style, control in segments]

    @staticmethod
    @lru_cache(maxsize=1024)
    def bare(style: Style) -> Style:
        """``style`` without colours."""
        apart = style.bgcolor is not None and not style.bgcolor.is_default and not style.reverse
        return style + (NoColours.REVERSED if apart else NoColours.PLAIN)


class DressedApp(App[int]):
    """An app with themes of our own, which can be without colours, and which remembers the theme chosen."""

    def __init__(self, settings: Settings, theme: str | None) -> None:
        self.always_mono = "NO_COLOR" in os.environ
        self.dressing: list[LineFilter] = [FewSigns()] if few_signs(os.environ) else []
        super().__init__(ansi_color=True if self.always_mono else None)
        self.settings = settings
        self.themes = (MONO.name,) if self.always_mono else THEMES
        self.register_theme(CONTRAST)
        self.register_theme(MONO)
        wanted = theme or settings.get("theme") or ""
        wanted = NAMES.get(wanted, wanted)
        if wanted not in self.available_themes or self.always_mono:
            wanted = self.themes[0]
        self.wear(wanted)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What Textual does to every line, and then what this terminal and theme need."""
        filters = super().get_line_filters()
        return [*(one for one in filters if not isinstance(one, NoColor | Monochrome)), *self.dressing]

    def wear(self, theme: str) -> None:
        """Take ``theme`` (Textual's name); `mono` shows no colour whatever a widget asks for."""
        self.dressing = [one for one in self.dressing if not isinstance(one, NoColours)]
        if theme == MONO.name:
            self.dressing.append(NoColours())
        self.no_color = theme == MONO.name
        self.theme = theme
