"""Where the file with settings stands, by platform convention. Imports nothing heavy: every command asks."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

CONFIG = "MAGDAT_CONFIG"
"""The environment variable that names another file with settings."""


def config_path(environ: Mapping[str, str]) -> Path:
    """The file with settings: the one that the environment names, else where the platform keeps such files."""
    if environ.get(CONFIG):
        return Path(environ[CONFIG])
    if sys.platform.startswith("linux"):  # what platformdirs says too, without the time it takes to import
        home = environ.get("XDG_CONFIG_HOME", "").strip()
        return Path(home if os.path.isabs(home) else os.path.expanduser("~/.config")) / "magdat" / "config.yaml"
    from platformdirs import user_config_path

    return user_config_path("magdat", appauthor=False) / "config.yaml"


def state_path() -> Path:
    """The file that remembers what was chosen in the app."""
    from platformdirs import user_state_path

    return user_state_path("magdat", appauthor=False) / "chosen.json"
