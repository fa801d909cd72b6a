"""What was really run: programmes with a size tell it with `record_property("ran", ...)`, and it is printed."""

from __future__ import annotations

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line per programme, also where its test ran in another process."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for name, said in getattr(report, "user_properties", []):
                if name == "ran":
                    terminalreporter.write_line(str(said))
