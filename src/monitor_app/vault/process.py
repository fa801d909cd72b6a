"""Keeps the process itself from leaking what the vault holds: no core dumps, no reading by other programs."""

from __future__ import annotations

import ctypes
import sys

if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE = 4


def harden_process() -> bool:
    """Called once by the roof, before any vault is opened. True where the system took it; Windows offers nothing of the
    kind, macOS the core limit only."""
    if sys.platform == "win32":
        return False
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return True
    return bool(ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)
