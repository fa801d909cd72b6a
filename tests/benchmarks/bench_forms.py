"""Figures of the forms room: opening a form, and one answer or one row through all the logic that hangs on it.

Opening is measured against lxml reading the same bytes; one answer against the same in a form of a tenth of the size.
Times are processor times, the least of several.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import count
from zoneinfo import ZoneInfo

from lxml import etree
from tests.benchmarks.row import Row
from tests.forms import large

from monitor_app.base import installed_resources
from monitor_app.forms import Context, LiveResponse, check, convert, definition_from_xform
from monitor_app.forms.xpath.patterns import Pattern

ROUNDS = 7
SHEET_ROWS = 10_000
_CONTEXT = Context(datetime(2026, 11, 21, 20, 30, tzinfo=UTC), ZoneInfo("America/Vancouver"), "en", seed=7)
_IMPORT = """
import sys, time
{before}
begin = time.process_time()
import {module}
sys.stdout.write(str((time.process_time() - begin) * 1000))
"""


def room_imported() -> Row:
    """The door of the room, the base there already, against the import of lxml, which it puts off."""
    figure = min(_import_ms("monitor_app.forms", "import monitor_app.base") for _ in range(ROUNDS))
    baseline = min(_import_ms("lxml.etree", "") for _ in range(ROUNDS))
    return _row("import of the forms room (lxml alone)", figure, baseline, 15)


def checklists_opened() -> list[Row]:
    """Each checklist we ship, from its stored XForm to a response that can be answered."""
    folder = installed_resources().path("checklists")
    found = []
    for path in sorted(folder.glob("*.md")):
        xform = convert(path.read_bytes(), path.name)
        found.append(_opening(f"open {path.stem} (lxml)", xform, 60))
    return found


def large_forms_opened() -> list[Row]:
    """Two thousand questions of every kind; a thousand rows of eight fields."""
    return [
        _opening("open 2,000 questions of every kind (lxml)", large.mixed(2_000), 300),
        _opening("open 1,000 rows of eight fields (lxml)", large.rows(1_000), 500),
    ]


def one_answer() -> list[Row]:
    """One answer through a chain, through a fan, and in one row whose totals follow."""
    return [
        _row(
            "one answer, a chain of 1,000 (of 100)",
            _answers(large.chain(1_000), "/data/x0"),
            _answers(large.chain(100), "/data/x0"),
            10,
        ),
        _row(
            "one answer, a fan of 2,000 (of 200)",
            _answers(large.fan(1_000), "/data/x0"),
            _answers(large.fan(100), "/data/x0"),
            25,
        ),
        _row("one answer in one of 1,000 rows (of 100)", _in_a_row(1_000), _in_a_row(100), 8),
    ]


def one_more_row() -> Row:
    """One more row after a thousand: every place and total follows."""
    return _row("one more row after 1,000 (after 100)", _another_row(1_000), _another_row(100), 15)


def sheet_checked() -> Row:
    """A sheet of the most rows a form may have, converted and checked, against a tenth of it."""
    figure, baseline = (_least_ms(partial(check, _sheet(rows), "f.md"), 1) for rows in _tenth(SHEET_ROWS - 1))
    return _row(f"check a sheet of {SHEET_ROWS:,} rows (of a tenth)", figure, baseline, 30_000)


def pattern_that_hangs_others() -> Row:
    """`(a+)+$` against 5,000 letters and one that spoils it; others need longer than the world lasts."""
    pattern = Pattern.read("(a+)+$")
    figure, baseline = (_least_ms(partial(pattern.matches, "a" * n + "b"), 3) for n in _tenth(5_000))
    return _row("a pattern that hangs others, 5,000 letters (500)", figure, baseline, 2_000)


def _opening(name: str, xform: bytes, goal_ms: float) -> Row:
    figure = _least_ms(lambda: LiveResponse(definition_from_xform(xform), {}, _CONTEXT), ROUNDS)
    return _row(name, figure, _least_ms(lambda: etree.fromstring(xform), ROUNDS), goal_ms)


def _answers(xform: bytes, path: str) -> float:
    response = LiveResponse(definition_from_xform(xform), {}, _CONTEXT)
    values = _fresh()
    return _least_ms(lambda: response.set(path, next(values)), ROUNDS)


def _in_a_row(rows: int) -> float:
    response = LiveResponse(definition_from_xform(large.rows(rows)), {}, _CONTEXT)
    middle = response.rows("/data/row")[rows // 2]
    response.set(f"/data/row[{middle}]/price", 3)
    return _answering(response, f"/data/row[{middle}]/qty", _fresh())


def _another_row(rows: int) -> float:
    response = LiveResponse(definition_from_xform(large.rows(rows)), {}, _CONTEXT)
    return _answering(response, "/data/n", count(rows + 1))


def _answering(response: LiveResponse, path: str, values: Iterator[int]) -> float:
    return _least_ms(lambda: response.set(path, next(values)), ROUNDS)


def _fresh() -> Iterator[int]:
    return count(1)


def _tenth(size: int) -> tuple[int, int]:
    return size, size // 10


def _sheet(rows: int) -> bytes:
    lines = "".join(f"| | text | q{number} | Q |\n" for number in range(rows))
    return f"| survey |\n| | type | name | label |\n{lines}".encode()


def _import_ms(module: str, before: str) -> float:
    program = _IMPORT.format(before=before, module=module)
    return float(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout)


def _least_ms(work: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken) * 1000


def _row(name: str, figure: float, baseline: float, goal_ms: float) -> Row:
    return Row(name, figure, "ms", baseline, figure / baseline, f"<= {goal_ms:,} ms", figure <= goal_ms)


BENCHES: list[Callable[[], Row | list[Row]]] = [
    room_imported,
    checklists_opened,
    large_forms_opened,
    one_answer,
    one_more_row,
    sheet_checked,
    pattern_that_hangs_others,
]
