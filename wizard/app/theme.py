"""The colours to choose from: dark, light, high contrast, those of the terminal, and none."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

from wizard.content.model import Text

CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#ffff00",
    secondary="#7fffff",
    accent="#ffff00",
    warning="#ffd75f",
    error="#ffafaf",
    success="#afffaf",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#000000",
    variables={
        "text-muted": "#e4e4e4",
        "text-primary": "#ffff00",
        "text-success": "#afffaf",
        "text-warning": "#ffd75f",
        "text-error": "#ffafaf",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#ffff00",
        "block-cursor-text-style": "bold",
        "border": "#ffffff",
        "input-selection-background": "#ffff00",
    },
)
"""Body text 21:1, muted text and verdict colours above 10:1 on black."""

_ANSI = BUILTIN_THEMES["ansi-dark"]
_BARS = {f"scrollbar-background{when}": "ansi_default" for when in ("", "-hover", "-active")}
MONO = replace(_ANSI, name="mono", variables={**_ANSI.variables, **_BARS, "scrollbar": "ansi_white"})
"""No colours at all, only bold, underlined and reversed letters: `DressedApp` takes out what is left of them."""

NAMES = {
    "dark": "textual-dark",
    "light": "textual-light",
    "contrast": "contrast",
    "ansi": "ansi-dark",
    "ansi-light": "ansi-light",
    "mono": "mono",
}
"""What users call a theme, and what Textual does."""
THEMES = tuple(NAMES.values())
WORDS = {
    "dark": Text("donker", "dark"),
    "light": Text("licht", "light"),
    "contrast": Text("hoog contrast", "high contrast"),
    "ansi": Text("van uw terminal", "of your terminal"),
    "ansi-light": Text("van uw terminal, licht", "of your terminal, light"),
    "mono": Text("geen", "none"),
}


def named(theme: str) -> str:
    """What users call ``theme``; one that is not ours keeps its name."""
    return next((name for name, textual in NAMES.items() if textual == theme), theme)


def after(name: str, themes: tuple[str, ...]) -> str:
    """The theme that comes after ``name``."""
    return themes[(themes.index(name) + 1) % len(themes)] if name in themes else themes[0]
