"""When the program must end while answers are not in their place: one last attempt, or else the copy is the dossier."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from wizard.content.model import Text
from wizard.dossier.in_hand import InHand

ENDING = tuple(number for name in ("SIGHUP", "SIGTERM") if (number := getattr(signal, name, None)) is not None)
"""The window was closed or the connection lost; the system stops. Windows has no such thing as the first."""
STANDS_IN = Text(
    "uw antwoorden konden niet op hun plaats komen: {reason}; het dossier staat nu in {path}",
    "your answers could not be put in their place: {reason}; the dossier now stands in {path}",
)
NOWHERE = Text(
    "uw antwoorden konden nergens worden bewaard: {reason}", "your answers could not be kept anywhere: {reason}"
)
UP_TO_LAST = Text("; zonder de laatste staan ze in {path}", "; without the last one they stand in {path}")


def last_resort(session: InHand) -> str:
    """Have the disk take what is in hand: in its own place, or else leave it where its copy stands.

    Gives back what there is to say about that; "" when all is on disk where it belongs. Never asks anything.
    """
    if session.safe():
        return ""
    reason = session.trouble
    if session.settle_for_spare():
        return session.say(STANDS_IN, reason=reason, path=session.keeper.path)
    older = session.spare.older
    return session.say(NOWHERE, reason=reason) + (session.say(UP_TO_LAST, path=older) if older else "")


@contextmanager
def guarded(
    session: InHand, tell: Callable[[str], None], leave: Callable[[int, str], bool] | None = None
) -> Iterator[None]:
    """As long as this lasts, a signal that ends the program first has `last_resort` done.

    ``tell`` says what came of it. ``leave`` may see to the ending in its own way, and then gives back ``True``;
    otherwise the program ends by the signal, as it would have. Signals that are ignored (`nohup`) stay so.
    """
    alone = threading.current_thread() is threading.main_thread()  # only there signals can be heard
    ours = [number for number in ENDING if alone and signal.getsignal(number) == signal.SIG_DFL]

    def end(number: int, _: FrameType | None) -> None:
        for one in ours:
            signal.signal(one, signal.SIG_IGN)  # several may come at once: the first is seen through
        said = session.trouble and session.say(NOWHERE, reason=session.trouble)
        with suppress(Exception):  # whatever is wrong, it must end
            said = last_resort(session)
        for one in ours:
            signal.signal(one, signal.SIG_DFL)
        if leave is None or not leave(number, said):
            if said:
                tell(said)
            os.kill(os.getpid(), number)

    for number in ours:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)
