"""The door of the room: opens lazily, loads little."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import monitor_app.forms as forms

PROGRAM = """
import sys
import monitor_app.forms
from monitor_app.forms import Context, LiveResponse
heavy = ("lxml", "pyxform", "openpyxl")
assert not [name for name in sys.modules if name.partition(".")[0] in heavy]
from datetime import UTC, datetime
from pathlib import Path
definition = monitor_app.forms.definition_from_xform(Path(sys.argv[1]).read_bytes())
LiveResponse(definition, {}, Context(datetime.now(UTC)))
assert not [name for name in sys.modules if name.partition(".")[0] in ("pyxform", "openpyxl")]
"""


def test_opening_a_running_visit_needs_no_converter(tmp_path: Path) -> None:
    source = b"| survey |\n| | type | name | label |\n| | text | a | A |\n"
    stored = tmp_path / "form.xml"
    stored.write_bytes(forms.convert(source, "form.md"))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(stored)], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_door_names_what_it_opens() -> None:
    assert all(getattr(forms, name) is not None for name in forms.__all__)
    with pytest.raises(AttributeError):
        forms.nonsense  # noqa: B018
