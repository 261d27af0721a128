"""Real processes on real disks: two on one dossier, a full disk, a folder that can only be read."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_tools import ROOT, TREES, environment, magdat
from tests.dossier.conftest import PLAIN, Run
from tests.dossier.talking import Talking, as_anyone, fsize
from tests.dossiers import restore
from wizard.dossier.folder import Folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="locks and limits of POSIX")
DAY = ("--on", "2019-01-01")


def dossiers(home: Path) -> list[Path]:
    return Folder(home / "magdat" / "dossiers").paths()


# ---------------------------------------------------------------- two windows


def test_a_second_window_is_told_and_loses_nothing(tmp_path: Path, run: Run) -> None:
    """The first window is another process; the second is the command line here, once as a process too."""
    home = tmp_path / "data"
    with Talking("bicycle", *DAY, home=home) as first:
        first.hear()
        first.say("2")
        (path,) = dossiers(home)
        refused = magdat("ask", "--plain", "--resume", *DAY, *TREES, home=home, stdin=b"1\n")
        assert refused.returncode == 2
        said = [refused.stderr.decode()]
        said += [run("ask", *PLAIN, *DAY, "--dossier", name, typed=("1",), code=2) for name in (path.stem, str(path))]
        for one in said:
            assert "is open in een ander venster; sluit het daar, of maak een kopie" in one
            assert one.count("\n") == 1
        assert "Genoteerd: Werknemer." in first.say("1")
        run("dossiers", "--duplicate", path.stem, *DAY, *TREES)
        for act in ("--archive", "--delete"):
            assert "ander venster" in run("dossiers", act, path.stem, "--yes", *TREES, code=2)
    assert restore(path).facts == {"purpose": "errand", "borrower": "employee"}
    assert len(dossiers(home)) == 2
    with Talking("--dossier", path.stem, *DAY, home=home) as second:  # the first was killed: its lock went with it
        assert "U gaat verder met 2 antwoorden." in second.hear()


def test_two_windows_that_begin_at_once_have_a_dossier_each(tmp_path: Path) -> None:
    talks = [Talking("bicycle", *DAY, home=tmp_path) for _ in range(3)]
    try:
        for talk in talks:
            talk.hear()
        for talk in talks:
            talk.process.stdin.write(b"2\n")
        for talk in talks:
            assert "Genoteerd" in talk.hear()
        assert len(dossiers(tmp_path)) == 3
        for number, talk in enumerate(talks):
            talk.say(f"klant nummer {number}")
    finally:
        for talk in talks:
            talk.__exit__()
    assert {restore(path).client for path in dossiers(tmp_path)} == {"nummer 0", "nummer 1", "nummer 2"}


def test_a_dossier_edited_by_hand_while_it_is_open_is_left_as_it_is(tmp_path: Path) -> None:
    with Talking("bicycle", *DAY, home=tmp_path) as talk:
        talk.hear()
        talk.say("2")
        (path,) = dossiers(tmp_path)
        edited = path.read_text().replace("errand", "commute")
        path.write_text(edited)
        said = talk.say("1")
        assert "Genoteerd: Werknemer." in said
        assert f"{path.name} is buiten dit venster gewijzigd; uw antwoorden staan nu in {path.stem}-2.yaml" in said
        assert "buiten dit venster" not in talk.say("1")
        code, said = talk.end()
        assert code == 0
        assert "Bewaard." in said
    assert path.read_text() == edited
    other = path.with_name(f"{path.stem}-2.yaml")
    assert restore(other).facts == {"purpose": "errand", "borrower": "employee", "keyholder": "yes"}


# ---------------------------------------------------------------- a disk that is full


def test_a_disk_without_room_is_said_and_the_file_stays_whole(tmp_path: Path) -> None:
    with Talking("bicycle", *DAY, home=tmp_path, before=lambda: fsize(700)) as talk:
        talk.hear()
        talk.say("2")
        talk.say("1")
        (path,) = dossiers(tmp_path)
        talk.say("klant " + "lange naam " * 16)
        whole = path.read_bytes()
        said = talk.say("zaak " + "lang verhaal " * 14)  # what is no answer leaves no trace in the history
        assert "Let op: bewaren lukt niet." in said
        assert "Het bestand wordt te groot voor deze schijf" in said
        assert path.read_bytes() == whole
        assert [one.name for one in path.parent.iterdir() if one.name.endswith(".half")] == []
        said = talk.say("z")  # what does not fit is taken back: now it can be kept again
        assert "Let op" not in said
        assert "Genoteerd: Ja." in talk.say("1")
        assert restore(path).facts == {"purpose": "errand", "borrower": "employee", "keyholder": "yes"}
        assert "Let op: bewaren lukt niet." in talk.say("zaak " + "lang verhaal " * 14)
        assert "Typ bewaar BESTAND" in talk.say("q")
        talk.process.stdin.write(b"q\n")
        code, said = talk.end()
        assert code == 2
        assert "de antwoorden konden niet worden bewaard" in said
        assert "Bewaard." not in said
    assert restore(path).facts["keyholder"] == "yes"


FULL = """
import os, signal, sys
from pathlib import Path
from tests.dossier.talking import Talking
from tests.dossiers import restore
from wizard.dossier.folder import Folder

small, other = Path(sys.argv[1]), Path(sys.argv[2])
with Talking("bicycle", "--on", "2019-01-01", "--dossiers", str(small), home=other) as talk:
    talk.hear()
    talk.say("2")
    (path,) = Folder(small).paths()
    whole = path.read_bytes()
    filler = small / "filler"
    handle = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(handle, b"x" * 1024)
    except OSError:
        os.close(handle)
    said = talk.say("1")
    assert "Let op: bewaren lukt niet." in said and "De schijf is vol; maak ruimte" in said, said
    assert path.read_bytes() == whole
    assert "Typ bewaar BESTAND" in talk.say("q")
    filler.unlink()
    assert "Al uw antwoorden staan nu op schijf." in talk.say("status")  # without another change
    assert restore(path).facts == {"purpose": "errand", "borrower": "employee"}
    assert "Genoteerd: Ja." in talk.say("1")
    assert restore(path).facts == {"purpose": "errand", "borrower": "employee", "keyholder": "yes"}
    filler.write_bytes(b"x" * (os.statvfs(small).f_bavail * os.statvfs(small).f_frsize))
    assert "bewaren lukt niet" in talk.say("1")
    said = talk.say(f"bewaar {other / 'elders.yaml'}")
    assert "Het dossier staat nu in" in said, said
    talk.say("1")
    code, said = talk.end()
    assert code == 0 and "Bewaard." in said, said
    assert restore(other / "elders.yaml").facts["lights_work"] == "yes"
    assert restore(path).facts == {"purpose": "errand", "borrower": "employee", "keyholder": "yes"}
with Talking("--dossier", str(path), "--on", "2019-01-01", "--dossiers", str(small), home=other) as talk:
    talk.hear()
    assert "bewaren lukt niet" in talk.say("klant Jansen")
    (copy,) = Folder(other / "magdat" / "dossiers").paths()
    assert restore(copy).client == "Jansen"
    talk.process.send_signal(signal.SIGHUP)
    _, err = talk.process.communicate()
    assert talk.process.returncode == -signal.SIGHUP
(kept,) = Folder(other / "magdat" / "dossiers").paths()
assert restore(kept).client == "Jansen" and f"het dossier staat nu in {kept}" in err.decode(), err
print("done")
"""

READ_ONLY = """
import os, subprocess, sys
from pathlib import Path
from tests.dossier.talking import Talking
from tests.dossiers import restore
from wizard.dossier.folder import Folder

small, other = Path(sys.argv[1]), Path(sys.argv[2])
with Talking("bicycle", "--on", "2019-01-01", "--dossiers", str(small), home=other) as talk:
    talk.hear()
    talk.say("2")
(path,) = Folder(small).paths()
whole = path.read_bytes()
subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
with Talking("--resume", "--on", "2019-01-01", "--dossiers", str(small), home=other) as talk:
    assert "U gaat verder met 1 antwoord." in talk.hear()
    said = talk.say("1")
    assert "Let op: bewaren lukt niet." in said and "Deze schijf kan alleen worden gelezen" in said, said
    assert "Typ bewaar BESTAND" in talk.say("q")
    said = talk.say(f"bewaar {other}")
    assert "Het dossier staat nu in" in said, said
    code, said = talk.end()
    assert code == 0, said
assert path.read_bytes() == whole
(kept,) = other.glob("*.yaml")
assert restore(kept).facts == {"purpose": "errand", "borrower": "employee"}
print("done")
"""


def on_small_disk(script: str, home: Path) -> None:
    """Run ``script`` with a disk of 64 kB of its own, which goes when the script ends. Skips where that cannot be."""
    small, other = home / "small", home / "other"
    small.mkdir()
    other.mkdir()
    alone = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    mount = f"mount -t tmpfs -o size=64k,mode=700 tmpfs '{small}'"
    if shutil.which("unshare") is None:
        pytest.skip("no `unshare` to make a small disk with")
    tried = subprocess.run([*alone, "sh", "-c", mount], capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        pytest.skip(f"may not mount a small disk: {tried.stderr.strip()}")
    run = f'{mount} && exec "$@"'
    command = [*alone, "sh", "-c", run, "sh", sys.executable, "-c", script, str(small), str(other)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(home), capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stdout + done.stderr


def test_a_small_disk_that_fills_up_and_is_emptied(tmp_path: Path) -> None:
    on_small_disk(FULL, tmp_path)


def test_a_disk_that_can_only_be_read(tmp_path: Path) -> None:
    on_small_disk(READ_ONLY, tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="root gives up rights as Linux has them")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "magdat" / "dossiers"
    with Talking("bicycle", *DAY, home=tmp_path) as talk:
        talk.hear()
        talk.say("2")
    folder.chmod(0o500)
    try:
        with Talking("--resume", *DAY, home=tmp_path, before=as_anyone, HOME=str(tmp_path / "home")) as talk:
            assert "U gaat verder met 1 antwoord." in talk.hear()
            said = talk.say("1")
            assert "bewaren lukt niet. Zolang staat alles in ~/" in said
            assert f"U mag hier niet schrijven ({folder})." in said
    finally:
        folder.chmod(0o700)
    (path,) = dossiers(tmp_path)
    assert restore(path).facts == {"purpose": "errand"}
