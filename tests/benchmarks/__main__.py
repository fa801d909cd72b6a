"""`dev.py bench`: every figure with its baseline of the same run, the ratio and the goal.

dev.py bench            all of them
dev.py bench vault      those of bench_vault.py
"""

from __future__ import annotations

import importlib
import os
import platform
import sys
from pathlib import Path

from tests.benchmarks.row import Row

HERE = Path(__file__).parent


def rows(wanted: list[str]) -> list[Row]:
    """Measures, module after module, and prints each row as it comes."""
    found = []
    for path in sorted(HERE.glob("bench_*.py")):
        if wanted and path.stem.removeprefix("bench_") not in wanted:
            continue
        for bench in importlib.import_module(f"tests.benchmarks.{path.stem}").BENCHES:
            made = bench()
            for row in made if isinstance(made, list) else [made]:
                print(line(row), flush=True)
                found.append(row)
    return found


def line(row: Row) -> str:
    """One line of the table."""
    baseline = f"{row.baseline:,.2f}" if row.baseline is not None else "–"
    ratio = f"{row.ratio:,.2f}x" if row.ratio is not None else "–"
    mark = "reached" if row.reached else "NOT REACHED"
    return f"{row.name:<64} {row.figure:>12,.2f} {row.unit:<10} {baseline:>10} {ratio:>8}  {row.goal:<22} {mark}"


if __name__ == "__main__":
    cores = os.cpu_count()
    print(f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}")
    print(f"{'figure':<64} {'measured':>12} {'unit':<10} {'baseline':>10} {'ratio':>8}  {'goal':<22}")
    missed = [row for row in rows(sys.argv[1:]) if not row.reached]
    print("Every goal was reached." if not missed else f"{len(missed)} goals were not reached.")
