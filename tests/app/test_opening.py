"""Opening the report in an editor or pager: the app steps aside in a real terminal, and comes back as it was."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.app.driving import GOOD, drive, press, seen, type_in
from wizard.app.main import MagDat
from wizard.app.page import Asking
from wizard.settings.settings import Settings


@pytest.fixture
def script(tmp_path: Path) -> Callable[[str], Settings]:
    """Settings with an editor that does what the code says with the file `path`."""

    def make(code: str) -> Settings:
        path = tmp_path / "editor with space.py"
        path.write_text(f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n{code}\n", "utf-8")
        return Settings(written={"editor": f"'{sys.executable}' '{path}'"})

    return make


@pytest.fixture
def stepping_aside(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Without a terminal there is nothing to step aside from: note that it was asked."""
    noted: list[str] = []

    @contextmanager
    def suspend(app):
        noted.append("aside")
        yield
        noted.append("back")

    monkeypatch.setattr(MagDat, "suspend", suspend)
    return noted


def test_the_editor_sees_the_whole_report_and_nothing_is_left(script, stepping_aside, tmp_path):
    copy = tmp_path / "copy.md"

    async def steps(app, pilot):
        await press(pilot, "1", "r", "e")
        assert stepping_aside == ["aside", "back"]
        assert "het bestand is weg" in seen(app)
        assert "toets s" in seen(app)

    drive(
        steps, settings=script(f"Path({str(copy)!r}).write_text(path.name + '\\n' + path.read_text('utf-8'), 'utf-8')")
    )
    name, title = copy.read_text("utf-8").splitlines()[:2]
    assert name.endswith(".md")
    assert title.startswith("# ")


def test_what_was_changed_can_be_kept_and_only_as_markdown(script, stepping_aside, tmp_path):
    async def steps(app, pilot):
        await press(pilot, "1", "r", "e")
        assert isinstance(app.screen, Asking)
        assert "U wijzigde het advies" in seen(app)
        app.screen.query_one("#dialog-input").value = "mine.pdf"
        await press(pilot, "enter")
        assert "alleen als .md" in " ".join(seen(app).replace("│", " ").split())
        app.screen.query_one("#dialog-input").value = ""
        await type_in(pilot, "mine")
        assert "Bewaard:" in seen(app)

    drive(steps, settings=script("path.write_text('van mij', 'utf-8')"))
    written = tmp_path / "work" / "mine"
    assert written.read_text("utf-8") == "van mij"
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


def test_what_was_changed_can_be_let_go(script, stepping_aside, tmp_path):
    async def steps(app, pilot):
        await press(pilot, "1", "r", "e", "escape")
        assert "niet bewaard" in seen(app)

    drive(steps, settings=script("path.write_text('van mij', 'utf-8')"))
    assert list((tmp_path / "work").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "said"), [("sys.exit(3)", "eindigde met een fout (3)"), (None, "niet worden gestart")]
)
def test_an_editor_that_fails_costs_nothing_but_a_line(script, stepping_aside, code, said):
    async def steps(app, pilot):
        await press(pilot, "1", "r", "e")
        shown = " ".join(seen(app).split())
        assert said in shown
        assert "Het advies kon niet worden geopend" in shown
        assert stepping_aside == ["aside", "back"]
        await press(pilot, "b", "2")
        assert app.session.given("borrower") is not None

    drive(steps, settings=script(code) if code else Settings(written={"editor": "no-such-editor-here"}))


def test_where_the_app_cannot_step_aside_it_says_so():
    async def steps(app, pilot):
        await press(pilot, "1", "r", "e")
        assert "Hier kan geen ander programma" in seen(app)

    drive(steps, settings=Settings(written={"editor": "true"}))


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_in_a_real_terminal_the_editor_has_it_and_the_app_comes_back(tmp_path):
    import pty

    editor = tmp_path / "editor"
    editor.write_text(
        "#!/bin/sh\nstty -a | grep -c ' icanon' > $0.cooked\ncp \"$1\" $0.seen\necho IN-THE-EDITOR\n", "utf-8"
    )
    editor.chmod(0o755)
    command = [sys.executable, "-m", "wizard", "ask", "bicycle", "--trees", str(GOOD)]
    environ = {**os.environ, "TERM": "xterm-256color", "MAGDAT_EDITOR": str(editor), "COLUMNS": "80", "LINES": "24"}
    parent, child = pty.openpty()
    os.set_blocking(parent, False)
    process = subprocess.Popen(
        command, cwd=GOOD.parents[2], stdin=child, stdout=child, stderr=child, env=environ, start_new_session=True
    )
    os.close(child)
    output = b""

    def until(text: bytes) -> None:
        nonlocal output
        ends = time.monotonic() + 20
        while text not in output and time.monotonic() < ends:
            try:
                output += os.read(parent, 65536)
            except BlockingIOError:
                time.sleep(0.02)
        assert text in output, output[-2000:]
        output = output.rpartition(text)[2]

    until(b"kantoorfiets")
    os.write(parent, b"1")
    until(b"Wie bent u")
    os.write(parent, b"r")
    until(b"Nog niet zeker")
    os.write(parent, b"e")
    until(b"IN-THE-EDITOR")
    until(b"het bestand is weg")
    os.write(parent, b"q")
    ends = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < ends:
        try:
            os.read(parent, 65536)
        except OSError:
            time.sleep(0.02)
    assert process.returncode == 0
    os.close(parent)
    assert (tmp_path / "editor.seen").read_text("utf-8").startswith("# ")
    assert (tmp_path / "editor.cooked").read_text("utf-8").strip() == "1"
