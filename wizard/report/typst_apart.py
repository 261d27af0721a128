"""Typst in a process of its own, for a look that is a firm's own: it may run on without end, or fill the memory.

Started as a file, so that nothing of the program is loaded there. Neither of these ends the program, or its machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SECONDS = 60
"""How long making one file may take. A long report takes less than one."""
MEGABYTES = 2_000
"""How much memory it may take, where the system can be told so."""
REFUSED = 3
TOO_LONG, TOO_MUCH = "too long", "too much"
"""Why there is no file, where Typst itself did not say."""


def compile_apart(folder: Path, file: str, options: dict[str, Any]) -> tuple[bytes | None, str]:
    """The PDF of ``file`` in ``folder``, made by ``typst.compile`` with ``options``; or ``None`` and why not:
    in the words of Typst, or ``TOO_LONG`` or ``TOO_MUCH``.
    """
    job = json.dumps({"input": str(folder / file), "root": str(folder), **options})
    command = [sys.executable, "-P", __file__, str(MEGABYTES)]
    try:
        done = subprocess.run(command, input=job.encode(), capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None, TOO_LONG
    if done.returncode == 0:
        return done.stdout, ""
    return None, done.stdout.decode("utf-8", "replace") if done.returncode == REFUSED else TOO_MUCH


def _limit(megabytes: int) -> None:
    """No more memory than this process should need. What is only reserved, as threads do, does not count."""
    if sys.platform != "win32":
        import resource

        size = megabytes << 20
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size if most == resource.RLIM_INFINITY else min(size, most), most))


def _run() -> int:
    """Do the job that comes in; the file goes out, or why there is none."""
    import typst

    job = json.load(sys.stdin)
    _limit(int(sys.argv[1]))
    try:
        made = typst.compile(**job)
    except BaseException as error:  # a fault inside Typst is no Exception
        sys.stdout.buffer.write(str(error).encode("utf-8", "replace"))
        return REFUSED
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(_run())
