"""Files that must be on the disk when a function returns: write, flush, rename, flush the folder."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path

if sys.platform == "darwin":
    import fcntl

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT}) if sys.platform != "win32" else frozenset({errno.ENOSPC})
_COPY_BYTES = 1024 * 1024


def is_out_of_space(error: OSError) -> bool:
    """The disk, or this person's share of it, is full."""
    return error.errno in _NO_SPACE


def write_durably(path: Path, data: bytes) -> None:
    """Replaces the file at once and durably: after a crash it holds the old bytes or the new ones, nothing between."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as stream:
        stream.write(data)
        stream.flush()
        flush(stream.fileno())
    temporary.replace(path)
    flush_folder(path.parent)


def copy_durably(source: Path, target: Path) -> None:
    """Copies a file and flushes it."""
    with source.open("rb") as read, target.open("wb") as write:
        shutil.copyfileobj(read, write, _COPY_BYTES)
        write.flush()
        flush(write.fileno())
        _forget_cached(write.fileno())


def flush(descriptor: int) -> None:
    """Flushes a file through to the disk itself, also where the system calls that differently (macOS)."""
    if sys.platform == "darwin":
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def _forget_cached(descriptor: int) -> None:
    """Lets the system forget what it kept in memory, so that reading back asks the disk itself (where it can)."""
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)


def flush_folder(folder: Path) -> None:
    """Flushes the names in a folder. Windows has no such thing: its renames are flushed with the file."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
