"""The colours to choose from, and a high-contrast theme of our own."""

from __future__ import annotations

from textual.theme import Theme

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

THEMES = ("textual-dark", "textual-light", "contrast", "ansi-dark", "ansi-light")
WITHOUT_COLOUR = ("ansi-dark", "ansi-light")


def after(name: str, themes: tuple[str, ...]) -> str:
    """The theme that comes after ``name``."""
    return themes[(themes.index(name) + 1) % len(themes)] if name in themes else themes[0]
