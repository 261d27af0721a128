import io
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same-every-time", derandomize=True, deadline=None)
settings.load_profile("same-every-time")

for _name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):  # nobody's own settings and dossiers take part
    os.environ[_name] = os.path.join(tempfile.gettempdir(), f"magdat-tests-{os.getpid()}")
for _name in [name for name in os.environ if name.startswith("MAGDAT_") or name == "XDG_RUNTIME_DIR"]:
    del os.environ[_name]
# under `nohup`, or begun in the background, these are ignored, and so they would be in every process a test starts
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the pictures of the app anew (tests/app)")


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Types lines to a consultation line by line, and gives back everything that was shown."""
    from tests.cli_tools import TREES  # only now: what is set above must come first
    from wizard.cli import main

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("MAGDAT_LANG", raising=False)
    monkeypatch.chdir(tmp_path)

    def talk(*typed: str, language: str = "nl") -> str:
        lines = "".join(f"{line}\n" for line in typed)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        assert main(["ask", "bicycle", "--on", "2026-11-22", "--plain", "--lang", language, *TREES]) == 0
        return capsys.readouterr().out

    return talk
