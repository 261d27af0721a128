"""Which screens there are and which keys each has."""

from __future__ import annotations

from functools import lru_cache

from wizard.app.keys import Key

SCREENS = {
    "everywhere": False,
    "home": False,
    "consult": False,
    "advice": False,
    "then": False,
    "instead": False,
    "deciding": False,
    "variants": False,
    "compare": False,
    "search": True,
    "dossiers": True,
}
"""The screens with keys of their own, and whether one types there, so that letters are no commands."""


@lru_cache(maxsize=1)
def tables() -> dict[str, tuple[Key, ...]]:
    """The keys of every screen, by its name. Loads the tables of screens that may never be opened."""
    from wizard.app import keys, variant_keys

    return {
        "everywhere": keys.EVERYWHERE,
        "home": keys.HOME,
        "consult": keys.CONSULT,
        "advice": keys.ADVICE,
        "then": keys.THEN,
        "instead": variant_keys.INSTEAD,
        "deciding": variant_keys.DECIDING,
        "variants": variant_keys.VARIANTS,
        "compare": variant_keys.COMPARE,
        "search": keys.SEARCH,
        "dossiers": keys.DOSSIERS,
    }
