"""Cli: the same verbs without a window, for scripts, for machines without a display, for anybody who got a report.

`run(arguments, ...)` plays one command and returns its exit code. What needs a window (pictures of the screens) is
given from outside: the cli knows no Qt.
"""

from monitor_app.cli.commands import Surroundings, run

__all__ = ["Surroundings", "run"]
