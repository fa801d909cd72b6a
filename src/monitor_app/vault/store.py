"""The one writer of the disk: runs work in a transaction that is durable when it returns, also on a full disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlcipher3 import dbapi2

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.vault.chains import Chains
from monitor_app.vault.cipher import Connection, fold_in
from monitor_app.vault.reserve import Reserve

T = TypeVar("T")

_FULL = frozenset({"SQLITE_FULL"})
_DISK = frozenset({"SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN"})
_DAMAGE = frozenset({"SQLITE_CORRUPT", "SQLITE_NOTADB"})


class Store:
    """A connection, the chains it holds, and the reserve on the disk. Belongs to the thread that made it."""

    __slots__ = ("_open", "chains", "connection", "folder", "key", "out_of_space", "reserve")

    def __init__(self, connection: Connection, folder: Path, key: bytes) -> None:
        self.connection = connection
        self.folder = folder
        self.key = key
        self.chains = Chains(connection)
        self.reserve = Reserve(folder)
        self.out_of_space = False
        self._open = True

    def transaction(self, work: Callable[[], T]) -> T:
        """The work's result, once all it wrote is durable; nothing of it is kept where it raises.

        On a full disk the reserve is freed and the work done once more: `work` must be safe to run twice.
        Raises Problem disk-full, disk-fails, damaged.
        """
        try:
            return self._once(work)
        except dbapi2.Error as error:
            if problem_of(error).kind is not problems.DISK_FULL or not self.reserve.release():
                raise problem_of(error) from None
        self.out_of_space = True
        try:
            return self._once(work)
        except dbapi2.Error as error:
            raise problem_of(error) from None

    def close(self) -> None:
        """Folds the write-ahead log in and closes. A second call does nothing."""
        if self._open:
            self._open = False
            try:
                fold_in(self.connection)
            except dbapi2.Error as error:
                raise problem_of(error) from None
            finally:
                self.connection.close()

    def restore_reserve(self) -> bool:
        """Takes the reserve back once there is space again; True where there is a reserve now."""
        self.out_of_space = not self.reserve.take()
        return not self.out_of_space

    def _once(self, work: Callable[[], T]) -> T:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            result = work()
            self.connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        return result

    def _roll_back(self) -> None:
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")
        self.chains.reload()


def problem_of(error: dbapi2.Error) -> Problem:
    """The problem behind an error of the database. An error that is a mistake of ours is raised again as it is."""
    name = str(getattr(error, "sqlite_errorname", ""))
    primary = "_".join(name.split("_")[:2])
    if primary in _FULL:
        return Problem(problems.DISK_FULL)
    if primary in _DISK:
        return Problem(problems.DISK_FAILS)
    if primary in _DAMAGE:
        return Problem(problems.DAMAGED)
    raise error
