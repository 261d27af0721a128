"""What Windows lacks is not needed: no module that is not there, nothing of the system that only others have.

No Windows is at hand here, so a process is made to lack the same things. Names of files are tested for every platform
where they are made.
"""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli_tools import ROOT, TREES, environment
from wizard.report.viewer import ViewerError, viewer

WIZARD = ROOT / "wizard"
MODULES = ("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "readline", "syslog", "curses")
OF_OS = (
    *("fork", "forkpty", "fchmod", "fchown", "chown", "lchown", "getuid", "geteuid", "getgid", "getegid", "setuid"),
    *("killpg", "setsid", "getpgid", "mkfifo", "mknod", "nice", "getloadavg", "uname", "statvfs", "fstatvfs", "pread"),
    *("O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "O_NONBLOCK", "O_SYNC", "sync", "fdatasync", "openpty", "ttyname"),
)
OF_SIGNAL = ("SIGHUP", "SIGKILL", "SIGWINCH", "SIGPIPE", "SIGALRM", "SIGUSR1", "SIGTSTP", "SIGQUIT", "alarm", "pause")
OF_LIBRARIES = {"fchmod", "O_NOFOLLOW", "O_NONBLOCK"}
"""What the library that locks calls on such a system as this one."""
LACKING = f"""
import os, signal, sys, time
import asyncio, filelock, platformdirs, subprocess, textual.app  # libraries that look themselves where they are
for name in {MODULES}:
    sys.modules[name] = None  # importing it fails
for name in {[name for name in OF_OS if name not in OF_LIBRARIES]}:
    if name in vars(os): delattr(os, name)
for name in {OF_SIGNAL}:
    if name in vars(signal): delattr(signal, name)
del time.tzset
"""


def lacking(code: str, tmp_path: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run ``code`` where all of that is lacking."""
    return subprocess.run(
        [sys.executable, "-c", LACKING + code],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=environment(tmp_path, MAGDAT_DEBUG="1"),
        cwd=tmp_path,
        timeout=120,
        check=False,
    )


def test_a_consultation_is_held_kept_resumed_and_handed_over(tmp_path: Path) -> None:
    code = f"from wizard.cli import main; sys.exit(main(sys.argv[1:] or {['ask', 'bicycle', '--plain', *TREES]}))"
    first = lacking(code, tmp_path, "2\n1\n2\nopmerking 1 Mooi\nr advies.md\nr brief brief.html\nq\n")
    assert (first.returncode, first.stderr) == (0, "")
    assert "Opmerking van uw adviseur:** Mooi" in (tmp_path / "advies.md").read_text("utf-8")
    assert "</html>" in (tmp_path / "brief.html").read_text("utf-8")
    resume = code.replace("'--plain'", "'--plain', '--resume'")
    again = lacking(resume, tmp_path, "z\nz\nq\n")
    assert (again.returncode, again.stderr) == (0, "")
    assert "U gaat verder met 3 antwoorden." in again.stdout
    kept = list((tmp_path / "magdat" / "dossiers").glob("*.yaml"))
    assert len(kept) == 1  # never taken for a file that something else changed


def test_every_module_can_be_imported(tmp_path: Path) -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in WIZARD.rglob("*.py")
        if path.stem != "__main__"
    ]
    code = f"import importlib, json\nfor name in json.loads({json.dumps(names)!r}): importlib.import_module(name)"
    done = lacking(code, tmp_path)
    assert done.returncode == 0, done.stderr


def test_what_windows_lacks_is_only_used_where_that_is_borne() -> None:
    lacks = {"os": OF_OS, "signal": OF_SIGNAL, "time": ("tzset",)}
    used = set()
    for path in WIZARD.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            found: set[str] = set()
            if isinstance(node, ast.Import):
                found = {name.name for name in node.names} & set(MODULES)
            elif isinstance(node, ast.ImportFrom):
                found = {node.module or ""} & set(MODULES)
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found = {node.attr} & set(lacks.get(node.value.id, ()))
            used |= {(path.relative_to(WIZARD).as_posix(), name) for name in found}
    assert used == {("dossier/store.py", "O_DIRECTORY"), ("report/typst_apart.py", "resource")}


def test_a_command_with_the_path_of_a_program_on_windows() -> None:
    said = r'"C:\Program Files\Notepad++\notepad++.exe" -multiInst'
    assert viewer(said, {}, "nt") == [r"C:\Program Files\Notepad++\notepad++.exe", "-multiInst"]
    assert viewer(None, {"EDITOR": r"C:\tools\vim.exe"}, "nt") == [r"C:\tools\vim.exe"]
    assert viewer("less -R", {}, "posix") == ["less", "-R"]
    with pytest.raises(ViewerError):
        viewer('"C:\\x', {}, "nt")


def test_windows_can_write_every_name_that_stands_in_the_program() -> None:
    if os.name == "nt":
        pytest.skip("there the system says so itself")
    for path in (*WIZARD.rglob("*"), *(ROOT / "reports").rglob("*"), *(ROOT / "trees").rglob("*")):
        assert not set(path.name) & set('<>:"|?*\\'), path
        assert path.name[-1] not in ". ", path
        assert path.stem.lower() not in ("con", "prn", "aux", "nul"), path
