"""The one writer of the disk: runs work in a transaction that is durable when it returns, also on a full disk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.vault.chains import Chains
from monitor_app.vault.cipher import Connection, fold_in
from monitor_app.vault.reserve import Reserve

T = TypeVar("T")


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

    def transaction(self, work: Callable[[], T], *, urgent: bool = True) -> T:
        """The work's result, once all it wrote is durable; nothing of it is kept where it raises.

        On a full disk the reserve is freed for urgent work, and the work done once more: it must be safe to run twice.
        Raises Problem disk-full, disk-fails, damaged.
        """
        try:
            return self._once(work)
        except Problem as problem:
            if problem.kind is not problems.DISK_FULL or not urgent or not self.reserve.release():
                raise
        self.out_of_space = True
        return self._once(work)

    def close(self) -> None:
        """Folds the write-ahead log in and closes. A second call does nothing.

        Where the log cannot be folded in (a full disk), it stays beside the database and is read at the next unlock.
        """
        if not self._open:
            return
        self._open = False
        with suppress(Problem):
            fold_in(self.connection)
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
