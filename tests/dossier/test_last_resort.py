"""A signal, or the end of the input, while answers are not on disk: they go to another place, and that is said."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.cli_tools import ROOT, TREES, environment
from tests.dossier.talking import PATIENCE, Talking, fsize
from tests.dossiers import restore
from wizard.dossier.folder import Folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
DAY = ("--on", "2019-01-01")
BOTH = pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
ANSWERS = {"purpose": "errand", "borrower": "employee"}


def block(folder: Path) -> None:
    """From now on nothing can be written in ``folder``, by nobody: a file stands in its place."""
    folder.rename(folder.with_name("before"))
    folder.write_text("in the way")


def unblock(folder: Path) -> None:
    folder.unlink()
    folder.with_name("before").rename(folder)


def elsewhere(home: Path) -> Path:
    """The one dossier in the default folder."""
    (path,) = Folder(home / "magdat" / "dossiers").paths()
    assert path.stat().st_mode & 0o777 == 0o600
    return path


def now(path: Path) -> str:
    """Where everything is for now; ``path`` is below the home of the user."""
    return f"Zolang staat alles in ~/{path}."


def begun(home: Path, folder: Path, **more) -> Talking:
    talk = Talking("bicycle", *DAY, "--dossiers", str(folder), home=home, **more)
    talk.hear()
    talk.say("2")
    return talk


# ---------------------------------------------------------------- line by line


@BOTH
def test_what_is_not_on_disk_goes_to_another_place(number: int, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    with begun(tmp_path, folder) as talk:
        block(folder)
        said = talk.say("1")
        assert "Let op: bewaren lukt niet. Zolang staat alles in ~/magdat/dossiers/" in said
        assert "Waar een map hoort, staat een bestand (~/mine)." in said
        assert "Let op: ook dit staat alleen in de kopie." in talk.say("zaak zomeractie")
        talk.process.send_signal(number)
        _, err = talk.process.communicate(timeout=PATIENCE)
        assert talk.process.returncode == -number
    path = elsewhere(tmp_path)
    assert restore(path).facts == ANSWERS
    assert err.decode() == (
        f"magdat: uw antwoorden konden niet op hun plaats komen: waar een map hoort, staat een bestand (~/mine);"
        f" het dossier staat nu in {path}\n"
    )
    assert not [one for one in tmp_path.rglob("*") if one.name.endswith(".half")]


@BOTH
def test_when_there_is_room_again_it_goes_to_its_own_place(number: int, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    with begun(tmp_path, folder) as talk:
        block(folder)
        talk.say("1")
        unblock(folder)
        talk.process.send_signal(number)
        _, err = talk.process.communicate(timeout=PATIENCE)
    assert (talk.process.returncode, err) == (-number, b"")
    (path,) = Folder(folder).paths()
    assert restore(path).facts == ANSWERS
    assert not Folder(tmp_path / "magdat" / "dossiers").paths()


@BOTH
def test_when_all_is_on_disk_it_just_ends(number: int, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    with begun(tmp_path, folder) as talk:
        (path,) = Folder(folder).paths()
        before = path.stat()
        talk.process.send_signal(number)
        _, err = talk.process.communicate(timeout=PATIENCE)
    assert (talk.process.returncode, err) == (-number, b"")
    assert path.stat() == before
    assert not (tmp_path / "magdat").exists()


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    with begun(tmp_path, folder, before=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) as talk:
        talk.process.send_signal(signal.SIGHUP)
        assert "Genoteerd: Werknemer." in talk.say("1")


def test_when_no_place_takes_it_that_is_said(tmp_path: Path) -> None:
    (temporary := tmp_path / "temporary").mkdir()
    with begun(tmp_path, tmp_path / "mine", before=lambda: fsize(400), TMPDIR=str(temporary)) as talk:
        assert "bewaren lukt niet" in talk.say("zaak " + "lange zaak " * 15)
        talk.process.send_signal(signal.SIGTERM)
        _, err = talk.process.communicate(timeout=PATIENCE)
    assert talk.process.returncode == -signal.SIGTERM
    assert err.decode() == (
        "magdat: uw antwoorden konden nergens worden bewaard: het bestand wordt te groot voor deze schijf (~/mine)\n"
    )
    left = [one.relative_to(tmp_path) for one in tmp_path.rglob("*") if one.is_file()]
    assert [one.parent.name for one in left if one.suffix == ".yaml"] == ["mine"]
    assert [one.parent.name for one in left if one.suffix != ".yaml"] == ["mine"], "its lock, and nothing anywhere else"
    assert not list(temporary.iterdir())


def test_the_end_of_the_input_and_ctrl_c_lose_nothing_either(tmp_path: Path) -> None:
    for number, code in ((0, 0), (signal.SIGINT, 130)):
        home = tmp_path / str(number)
        folder = home / "mine"
        home.mkdir()
        with begun(home, folder) as talk:
            block(folder)
            talk.say("1")
            if number:
                talk.process.send_signal(number)
            _, err = talk.process.communicate(timeout=PATIENCE)
        path = elsewhere(home)
        assert restore(path).facts == ANSWERS
        assert (talk.process.returncode, err.decode().endswith(f"het dossier staat nu in {path}\n")) == (code, True)


def test_a_copy_that_goes_elsewhere_is_said_anew(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    with begun(tmp_path, folder) as talk:
        block(folder)
        said = talk.say("1")
        first = elsewhere(tmp_path)
        assert now(Path("magdat", "dossiers", first.name)) in said
        block(first.parent)
        said = talk.say("1")
        second = Path(next(tmp_path.glob("*.yaml")).name)
        assert f"Let op: bewaren lukt niet. {now(second)} Waar een map hoort, staat een bestand (~/mine)." in said
        assert restore(tmp_path / second).facts == ANSWERS | {"keyholder": "yes"}
        assert "alleen in de kopie" in talk.say("1")


def test_a_copy_without_the_last_answer_is_named_when_no_place_takes_that(tmp_path: Path) -> None:
    import resource

    folder = tmp_path / "mine"
    with begun(tmp_path, folder) as talk:
        block(folder)
        talk.say("1")
        copy = elsewhere(tmp_path)
        resource.prlimit(talk.process.pid, resource.RLIMIT_FSIZE, (100, 100))
        assert "Let op: bewaren lukt niet. Waar een map hoort, staat een bestand (~/mine)." in talk.say("1")
        talk.process.send_signal(signal.SIGTERM)
        _, err = talk.process.communicate(timeout=PATIENCE)
    assert err.decode().endswith(f"(~/mine); zonder de laatste staan ze in {copy}\n")
    assert restore(copy).facts == ANSWERS


def test_when_nobody_reads_any_more_it_is_said_where_the_copy_is(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    with begun(tmp_path, folder) as talk:
        block(folder)
        talk.say("1")
        talk.process.stdout.close()
        talk.process.stdin.write(b"1\n")
        assert talk.process.wait(timeout=PATIENCE) == 141
        err = talk.process.stderr.read().decode()
    copy = elsewhere(tmp_path)
    assert err.endswith(f"het dossier staat nu in {copy}\n")
    assert restore(copy).facts == ANSWERS


def test_a_kill_that_nobody_hears_costs_nothing_either(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    told: dict[str, str] = {"purpose": "errand"}
    with begun(tmp_path, folder) as talk:
        block(folder)
        for fact, answer, line in (
            ("borrower", "employee", "1"),
            ("keyholder", "yes", "1"),
            ("brakes_work", "no", "2"),
        ):
            talk.say(line)
            told[fact] = answer
            copy = elsewhere(tmp_path)
            assert restore(copy).facts == told
        talk.process.kill()
    assert restore(elsewhere(tmp_path)).facts == told
    with Talking("--dossier", copy.stem, *DAY, home=tmp_path) as talk:
        assert "U gaat verder met 4 antwoorden." in talk.hear()


def test_what_could_not_be_written_is_as_soon_as_there_is_room(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    with begun(tmp_path, folder) as talk:
        block(folder)
        talk.say("1")
        assert "Al uw antwoorden" not in talk.say("status")
        unblock(folder)
        (path,) = Folder(folder).paths()
        assert restore(path).facts == {"purpose": "errand"}
        assert "Al uw antwoorden staan nu op schijf." in talk.say("status")  # which changes nothing
        assert restore(path).facts == ANSWERS
        assert "Al uw antwoorden" not in talk.say("status")


# ---------------------------------------------------------------- the app


class Window:
    """The app in a terminal of its own."""

    def __init__(self, home: Path, folder: Path, *, nohup: bool) -> None:
        words = ["ask", "bicycle", *DAY, "--dossiers", str(folder), *TREES]
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            if nohup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            os.chdir(ROOT)
            there = environment(home, TERM="xterm-256color")
            os.execve(sys.executable, [sys.executable, "-m", "wizard", *words], there)
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.heard = b""

    def hear(self, what: str) -> None:
        """Wait until ``what`` was painted, or for "" until the program let go of the terminal."""
        until = time.monotonic() + PATIENCE
        while not what or what.encode() not in self.heard:
            assert time.monotonic() < until, self.text
            if select.select([self.end], [], [], 0.2)[0]:
                try:
                    self.heard += os.read(self.end, 65536)
                except OSError:
                    assert not what, self.text
                    return

    @property
    def text(self) -> str:
        """What was heard, without what moves the cursor and colours the text."""
        return re.sub(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07]*\x07)", "", self.heard.decode("utf-8", "replace"))

    def press(self, key: bytes, then: str) -> None:
        os.write(self.end, key)
        self.hear(then)

    def ended_by(self) -> int:
        """The signal that ended it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        raise AssertionError("it still runs")


@pytest.fixture
def window(tmp_path: Path, request: pytest.FixtureRequest):
    """The app with one answer on disk, and one that is not; as `nohup` starts it where that is asked for."""
    folder = tmp_path / "mine"
    window = Window(tmp_path, folder, nohup=getattr(request, "param", False))
    try:
        window.hear("Waarvoor neemt u de fiets mee?")
        window.press(b"2", "Wie bent u?")
        block(folder)
        window.press(b"1", "bewaren lukt niet")
        yield window
    finally:
        try:
            os.kill(window.pid, signal.SIGKILL)
            os.waitpid(window.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass


@BOTH
def test_the_app_is_told_to_stop(window: Window, tmp_path: Path, number: signal.Signals) -> None:
    os.kill(window.pid, number)
    window.hear("")
    assert window.ended_by() == -number
    path = elsewhere(tmp_path)
    assert restore(path).facts == ANSWERS
    after = window.text[window.text.rindex("magdat: ") :]
    assert f"het dossier staat nu in {path}" in after
    assert window.heard.rindex(b"\x1b[?1049l") < window.heard.rindex(b"magdat: "), "the screen is as it was by then"


@pytest.mark.parametrize("window", [False, True], ids=["a signal says so", "signals are ignored"], indirect=True)
def test_the_window_of_the_app_is_closed(window: Window, tmp_path: Path) -> None:
    os.close(window.end)
    assert window.ended_by() in (-signal.SIGHUP, 0, 2)
    assert restore(elsewhere(tmp_path)).facts == ANSWERS


def test_the_app_is_told_to_stop_when_there_is_room_again(window: Window, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    unblock(folder)
    os.kill(window.pid, signal.SIGTERM)
    window.hear("")
    assert window.ended_by() == -signal.SIGTERM
    (path,) = Folder(folder).paths()
    assert restore(path).facts == ANSWERS
    assert "magdat: " not in window.text
    assert b"\x1b[?1049l" in window.heard
    assert not Folder(tmp_path / "magdat" / "dossiers").paths()


def test_the_window_of_the_app_is_killed(window: Window, tmp_path: Path) -> None:
    os.kill(window.pid, signal.SIGKILL)
    assert window.ended_by() == -signal.SIGKILL
    assert restore(elsewhere(tmp_path)).facts == ANSWERS
