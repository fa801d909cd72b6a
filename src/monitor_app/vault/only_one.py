"""One window of Monitor per vault: an operating-system lock on a file beside it, gone with the process."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems

NAME = "vault.lock"


class OnlyOne:
    """Holds the lock from its making to `release`. Raises Problem in-use, read-only. The file stays, empty."""

    __slots__ = ("_descriptor",)

    def __init__(self, folder: Path) -> None:
        try:
            descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError:
            raise Problem(problems.READ_ONLY) from None
        try:
            _lock(descriptor)
        except OSError:
            os.close(descriptor)
            raise Problem(problems.IN_USE) from None
        self._descriptor = descriptor

    def release(self) -> None:
        """Lets the next one in. A second call does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
