"""Figures of the reports room: a report of forty pages rendered, signed and verified, cold and warm."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.row import Row
from tests.reports.given import Lead, lead, rendered, signed
from tests.reports.sample import long_sample

from monitor_app.reports import render_pages, verify_pdf

ROOT = Path(__file__).resolve().parents[2]
GOAL_S = 2.5
PAGES = 40
COLD = """
import time
from tests.reports.given import lead, signed
from tests.reports.sample import long_sample
by = lead()
start = time.perf_counter()
signed(long_sample({findings}), by)
print(time.perf_counter() - start)
"""


def forty_pages() -> int:
    """How many findings make a report of at least forty pages."""
    for findings in range(30, 80):
        with render_pages(rendered(long_sample(findings))) as pages:
            if pages.count >= PAGES:
                return findings
    raise RuntimeError("the sample grew too short")


def first_report_of_a_process() -> Row:
    """With the import of every library and the fonts: what a person waits for the first time."""
    program = COLD.format(findings=forty_pages())
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    figure = float(run.stdout)
    return Row("40 pages rendered and signed, first", figure, "s", None, None, f"<= {GOAL_S} s", figure <= GOAL_S)


def report_rendered_and_signed() -> Row:
    """The same, the libraries loaded: the median of five."""
    by, content = lead(), long_sample(forty_pages())
    figure = _median(lambda: signed(content, by))
    return Row("40 pages rendered and signed, again", figure, "s", None, None, f"<= {GOAL_S} s", figure <= GOAL_S)


def report_verified() -> Row:
    """A signed report of forty pages verified under its root, against rendering and signing it."""
    by: Lead = lead()
    content = long_sample(forty_pages())
    pdf = signed(content, by)
    baseline = _median(lambda: signed(content, by))
    figure = _median(lambda: verify_pdf(pdf, [by.root.root_cert_der]))
    ratio = figure / baseline
    return Row("40 pages verified", figure, "s", baseline, ratio, "<= 0.5x of making it", ratio <= 0.5)


def page_as_a_picture() -> Row:
    """One page of the preview, 900 pixels wide."""
    with render_pages(rendered(long_sample(forty_pages()))) as pages:
        figure = _median(lambda: pages.page(10, 900)) * 1000
    return Row("a page drawn for the preview", figure, "ms", None, None, "<= 100 ms", figure <= 100)


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)[2]


BENCHES: list[Callable[[], Row]] = [
    first_report_of_a_process,
    report_rendered_and_signed,
    report_verified,
    page_as_a_picture,
]
