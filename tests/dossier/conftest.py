from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has its own data folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    for name in ("MAGDAT_LANG", "MAGDAT_DEBUG", "MAGDAT_DOSSIERS"):
        monkeypatch.delenv(name, raising=False)
