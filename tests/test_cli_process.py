"""What only a real process shows: pipes that close, a full disk, Ctrl-C, and what is imported."""

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_tools import ERRAND, ROOT, TREES, environment, magdat

POSIX = pytest.mark.skipif(os.name != "posix", reason="shell redirections of POSIX")


def shell(command: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run ``command`` in a shell; ``$M`` is the program."""
    env = environment(home, M=f"{sys.executable} -m wizard", T=" ".join(TREES))
    return subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False
    )


def test_python_m_wizard_advises_from_standard_input(tmp_path: Path) -> None:
    done = magdat("advise", "-", "--json", *TREES, home=tmp_path, stdin=ERRAND.encode())
    assert done.stderr == b""
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["consult"] == "bicycle"


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    done = magdat("graph", "bicycle", *TREES, home=tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "✗" in done.stdout.decode("utf-8")


@POSIX
def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    for verb in ("facts", "--help", "graph bicycle"):
        done = shell(f"$M {verb} $T | true; echo ${{PIPESTATUS[0]}}", tmp_path)
        assert done.stderr == ""
        assert done.stdout.strip() in ("0", "141")


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_and_a_closed_output(tmp_path: Path) -> None:
    for end in (">/dev/full", ">&-"):
        done = shell(f"$M facts $T {end}", tmp_path)
        assert done.returncode == 2, end
        assert done.stderr.startswith("magdat: ")
        assert done.stderr.count("\n") == 1
    assert shell("$M facts $T 2>&- >/dev/full", tmp_path).returncode == 2
    assert shell("$M ask bicycle --plain $T <&-", tmp_path).returncode == 2


@POSIX
def test_ctrl_c_keeps_the_answers(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "wizard", "ask", "bicycle", "--plain", *TREES],
        cwd=ROOT,
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        # a job in the background is started with this signal ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"2\n")
    said = b""
    while b"Wie bent u?" not in said:
        said += process.stdout.read(1)
    while not said.endswith(b"Antwoord: "):
        said += process.stdout.read(1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.count(b"\n") == 1
    words = shlex.split(err.decode().rpartition(": ")[2])
    assert words[0] == "magdat"
    again = magdat(*words[1:], home=tmp_path, stdin=b"w\n")
    assert "Een boodschap voor kantoor" in again.stdout.decode()


IMPORTED = """
import sys
from wizard.cli import main
code = main({given!r})
bad = sorted(name for name in {forbidden!r} if name in sys.modules)
print("imported:", bad, "code:", code, file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("given", "forbidden"),
    [
        (["--help"], ["textual", "rich", "yaml", "jinja2", "platformdirs"]),
        (["advise", "--help"], ["textual", "rich", "yaml", "jinja2", "platformdirs"]),
        (["check", TREES[1]], ["textual", "rich", "jinja2"]),
        (["test", *TREES], ["textual", "rich", "jinja2"]),
        (["advise", "-", "--json", *TREES], ["textual", "rich", "jinja2"]),
        (["advise", "-", *TREES], ["textual", "rich"]),
        (["ask", "bicycle", "--plain", *TREES], ["textual", "rich", "jinja2"]),
    ],
    ids=lambda value: " ".join(value)[:20],
)
def test_heavy_imports_wait(given: list[str], forbidden: list[str], tmp_path: Path) -> None:
    stdin = b"2\n" if given[0] == "ask" else ERRAND.encode()
    done = magdat(home=tmp_path, stdin=stdin, code=IMPORTED.format(given=given, forbidden=forbidden))
    assert done.stderr.decode().strip() == "imported: [] code: 0"
