"""What a program did to the files of a folder, call by call, read from a record of its system calls (strace).

Source: strace(1), `-f -xx`; open(2), pwrite(2), fsync(2), rename(2), unlink(2), ftruncate(2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CALLS = "openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,close,dup,dup2,fcntl"
_LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)\)\s+=\s+(-?\d+)")
_UNFINISHED = re.compile(r"^(\d+)\s+(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+)\s+<\.\.\. \w+ resumed>(.*)$")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was not there was created under a name."""

    name: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """Bytes written into the file that has this name now."""

    name: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """The file's length was set."""

    name: str
    length: int


@dataclass(frozen=True, slots=True)
class Flushed:
    """The file's bytes were flushed."""

    name: str


@dataclass(frozen=True, slots=True)
class FolderFlushed:
    """The folder's names were flushed."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A name was given to another file."""

    name: str
    to: str


@dataclass(frozen=True, slots=True)
class Removed:
    """A name was taken away."""

    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """A line on standard output."""

    line: str


Deed = Made | Wrote | Cut | Flushed | FolderFlushed | Renamed | Removed | Said


def deeds(record: Path, folder: Path, there: set[str]) -> Iterator[Deed]:
    """The deeds in `folder`, in the order they ended. `there`: names that were there before.

    Raises ValueError for a way of writing that this reader does not know: better no proof than a wrong one.
    """
    place = str(folder)
    names = set(there)
    open_files: dict[int, str] = {}
    places: dict[int, int] = {}
    for call, arguments, result in _calls(record):
        if result < 0:
            continue
        paths = [bytes.fromhex(text.replace("\\x", "")).decode("utf-8", "replace") for text in _TEXT.findall(arguments)]
        if call == "openat":
            path = paths[0]
            open_files.pop(result, None)
            if path == place:
                open_files[result] = ""
            elif path.startswith(place + "/"):
                name = path[len(place) + 1 :]
                open_files[result] = name
                places[result] = 0
                if name not in names:
                    names.add(name)
                    yield Made(name)
                elif "O_TRUNC" in arguments:
                    yield Cut(name, 0)
            continue
        if call in ("rename", "renameat", "renameat2") and all(path.startswith(place + "/") for path in paths):
            before, after = (path[len(place) + 1 :] for path in paths)
            names.discard(before)
            names.add(after)
            for descriptor, name in open_files.items():
                if name == before:
                    open_files[descriptor] = after
            yield Renamed(before, after)
            continue
        if call in ("unlink", "unlinkat") and paths and paths[0].startswith(place + "/"):
            names.discard(paths[0][len(place) + 1 :])
            yield Removed(paths[0][len(place) + 1 :])
            continue
        yield from _on_descriptor(call, arguments, result, open_files, places)


def _on_descriptor(
    call: str, arguments: str, result: int, open_files: dict[int, str], places: dict[int, int]
) -> Iterator[Deed]:
    parts = arguments.split(",", 1)
    if not parts[0].strip().isdigit():
        return
    descriptor = int(parts[0])
    name = open_files.get(descriptor)
    if call == "close":
        open_files.pop(descriptor, None)
        return
    if call == "write" and descriptor == 1 and name is None:
        yield Said(_bytes(arguments).decode().strip())
        return
    if name is None:
        return
    if call in ("dup", "dup2") or (call == "fcntl" and "F_DUPFD" in arguments):
        raise ValueError("a descriptor of the vault was doubled")
    if call == "pwrite64":
        yield Wrote(name, int(arguments.rsplit(",", 1)[1]), _bytes(arguments)[:result])
    elif call == "write":
        yield Wrote(name, places[descriptor], _bytes(arguments)[:result])
        places[descriptor] += result
    elif call == "ftruncate":
        yield Cut(name, int(arguments.rsplit(",", 1)[1]))
    elif call in ("fsync", "fdatasync"):
        yield Flushed(name) if name else FolderFlushed()


def _calls(record: Path) -> Iterator[tuple[str, str, int]]:
    waiting: dict[str, str] = {}
    for line in record.read_text(encoding="ascii").splitlines():
        if unfinished := _UNFINISHED.match(line):
            waiting[unfinished[1]] = unfinished[2]
            continue
        whole = line
        if resumed := _RESUMED.match(line):
            whole = f"{resumed[1]} {waiting.pop(resumed[1], '')}{resumed[2]}"
        if match := _LINE.match(whole):
            yield match[2], match[3], int(match[4])


def _bytes(arguments: str) -> bytes:
    match = _TEXT.search(arguments)
    return bytes.fromhex(match[1].replace("\\x", "")) if match else b""
