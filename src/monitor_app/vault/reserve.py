"""A megabyte kept aside on the disk, so that the save under way goes through when the disk is full."""

from __future__ import annotations

from pathlib import Path

from monitor_app.base import system_randomness
from monitor_app.vault.disk import write_durably

NAME = "vault.reserve"
SIZE_BYTES = 1024 * 1024


class Reserve:
    """The reserve file of a vault folder. It holds random bytes, because some disks store zeros as nothing."""

    __slots__ = ("_path",)

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def take(self) -> bool:
        """Makes the reserve where it is missing; False where there is no space for it."""
        if self._whole():
            return True
        try:
            write_durably(self._path, system_randomness(SIZE_BYTES))
        except OSError:
            self._path.with_name(NAME + ".new").unlink(missing_ok=True)
            return False
        return True

    def release(self) -> bool:
        """Frees the space; False where nothing was kept."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def _whole(self) -> bool:
        try:
            return self._path.stat().st_size == SIZE_BYTES
        except OSError:
            return False
