"""The report in the user's own editor or pager: which one, never through a shell, and nothing of it stays."""

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from wizard.report.viewer import ViewerError, view, viewer

POSIX = pytest.mark.skipif(os.name != "posix", reason="scripts and signals of POSIX")


@pytest.fixture(autouse=True)
def own_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file is made, so that a test can see what is left."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def script(folder: Path, code: str) -> list[str]:
    """A viewer that does what ``code`` says with the file `path`."""
    path = folder / "viewer.py"
    path.write_text(f"import os, sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{code}\n", "utf-8")
    return [sys.executable, str(path)]


def test_what_the_user_set_goes_first_then_visual_editor_pager():
    environ = {"VISUAL": "a b", "EDITOR": "c", "PAGER": "d"}
    assert viewer("x -y 'z z'", environ) == ["x", "-y", "z z"]
    assert viewer(None, environ) == ["a", "b"]
    assert viewer("", {"VISUAL": " ", **{name: environ[name] for name in ("EDITOR", "PAGER")}}) == ["c"]
    assert viewer(None, {"PAGER": "d"}) == ["d"]


def test_without_any_a_pager_is_looked_for(monkeypatch, tmp_path):
    pager = tmp_path / ("more.exe" if os.name == "nt" else "more")
    pager.write_text("", "utf-8")
    pager.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert viewer(None, {}) == ["more"]
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    with pytest.raises(ViewerError, match="choose one with `editor:`"):
        viewer(None, {})


@pytest.mark.parametrize("said", ["less 'x", '"', "'"])
def test_quotes_that_do_not_match_are_told(said):
    with pytest.raises(ViewerError, match="is not a command"):
        viewer(said, {})


def test_the_viewer_gets_a_private_file_and_nothing_of_it_stays(tmp_path, own_temporary_folder):
    seen = tmp_path / "seen"
    modes = "oct(path.stat().st_mode)[-3:] + oct(path.parent.stat().st_mode)[-3:]"
    command = script(
        tmp_path, f"(path.parent / 'x.swp').touch(); Path({str(seen)!r}).write_text({modes} + path.read_text())"
    )
    assert view("héé".encode(), "advies.md", command) == "héé".encode()
    if os.name == "posix":
        assert seen.read_text("utf-8") == "600700héé"
    assert list(own_temporary_folder.iterdir()) == []


def test_what_the_user_changed_comes_back(tmp_path):
    assert view(b"a", "advies.md", script(tmp_path, "path.write_text(path.read_text() + 'b')")) == b"ab"


def test_no_shell_takes_part(tmp_path):
    hole = tmp_path / "hole"
    view(
        b"a",
        f"x; touch {hole.name}; $(touch {hole}).md",
        [*script(tmp_path, ""), f"; touch {hole}", f"$(touch {hole})"],
    )
    assert not hole.exists()


def test_a_name_cannot_lead_out_of_the_folder(tmp_path, own_temporary_folder):
    seen = tmp_path / "seen"
    view(b"a", "../../out.md", script(tmp_path, f"Path({str(seen)!r}).write_text(str(path))"))
    path = Path(seen.read_text("utf-8"))
    assert path.name == "out.md"
    assert path.parent.parent == own_temporary_folder


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["no-such-editor-here"], "cannot be started"),
        ([sys.executable, "-c", "raise SystemExit(3)"], r"an error \(3\)"),
    ],
)
def test_a_viewer_that_fails_is_told_and_nothing_stays(command, said, own_temporary_folder):
    with pytest.raises(ViewerError, match=said):
        view(b"a", "advies.md", command)
    assert list(own_temporary_folder.iterdir()) == []


def test_a_viewer_that_removes_the_file_is_told(tmp_path):
    with pytest.raises(ViewerError):
        view(b"a", "advies.md", script(tmp_path, "path.unlink()"))


def running(folder: Path, tmp_path: Path) -> tuple[subprocess.Popen[bytes], Path]:
    """A process that has a report open in a viewer that takes its time."""
    started = tmp_path / "started"
    command = script(tmp_path, f"import time; Path({str(started)!r}).touch(); time.sleep(1)")
    code = (
        "import sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
        "from wizard.report.viewer import view\n"
        f"print(view(b'a', 'x.md', {command!r}))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    for _ in range(500):
        if started.exists():
            break
        time.sleep(0.02)
    assert started.exists()
    return process, folder


@POSIX
def test_ctrl_c_in_the_viewer_does_not_end_us(tmp_path, own_temporary_folder):
    process, _ = running(own_temporary_folder, tmp_path)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, b"b'a'\n", b"")


@POSIX
@pytest.mark.parametrize("number", [signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
def test_when_we_are_ended_the_file_goes_too(tmp_path, own_temporary_folder, number):
    process, folder = running(own_temporary_folder, tmp_path)
    (path,) = folder.glob("*/x.md")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    process.send_signal(number)
    process.communicate(timeout=20)
    assert process.returncode == -number
    assert list(folder.iterdir()) == []


def test_handlers_of_signals_are_as_they_were(tmp_path):
    before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
    view(b"a", "x.md", script(tmp_path, ""))
    assert (signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)) == before
