"""A connection whose every failure is a Problem, wherever in the room it happens."""

from __future__ import annotations

from typing import Any

from sqlcipher3 import dbapi2

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems

_KINDS = {
    "SQLITE_FULL": problems.DISK_FULL,
    "SQLITE_IOERR": problems.DISK_FAILS,
    "SQLITE_READONLY": problems.READ_ONLY,
    "SQLITE_CANTOPEN": problems.DISK_FAILS,
    "SQLITE_CORRUPT": problems.DAMAGED,
    "SQLITE_NOTADB": problems.DAMAGED,
}


def problem_of(error: dbapi2.Error) -> Problem:
    """The problem behind an error of the database. An error that is a mistake of ours is raised again as it is."""
    name = str(getattr(error, "sqlite_errorname", ""))
    kind = _KINDS.get("_".join(name.split("_")[:2]))
    if kind is None:
        raise error
    return Problem(kind)


class GuardedCursor(dbapi2.Cursor):  # type: ignore[misc]
    """Rows are read when they are asked for, so reading them may fail as well."""

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except dbapi2.Error as error:
            raise problem_of(error) from None

    def fetchall(self) -> Any:
        try:
            return super().fetchall()
        except dbapi2.Error as error:
            raise problem_of(error) from None

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except dbapi2.Error as error:
            raise problem_of(error) from None


class GuardedConnection(dbapi2.Connection):  # type: ignore[misc]
    """The one kind of connection this room uses."""

    def execute(self, *statement: Any) -> GuardedCursor:
        cursor: GuardedCursor = self.cursor(GuardedCursor)
        try:
            cursor.execute(*statement)
        except dbapi2.Error as error:
            raise problem_of(error) from None
        return cursor

    def executemany(self, *statement: Any) -> GuardedCursor:
        cursor: GuardedCursor = self.cursor(GuardedCursor)
        try:
            cursor.executemany(*statement)
        except dbapi2.Error as error:
            raise problem_of(error) from None
        return cursor
