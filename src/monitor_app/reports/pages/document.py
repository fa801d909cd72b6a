"""The document: page templates with their furniture, and the passes until page numbers and total agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from monitor_app.base import Problem
from monitor_app.base.problems import reports as problems
from monitor_app.reports.fonts import SANS
from monitor_app.reports.pages.canvas import Known, ReportCanvas
from monitor_app.reports.pages.measure import Measure

_PASSES = 6

Furniture = Callable[[ReportCanvas], None]


@dataclass(frozen=True, slots=True)
class Information:
    """What the file says about itself."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages are furnished: the first one and all others."""

    page: Measure
    first: Furniture
    later: Furniture


def build(
    day: date,
    story: Sequence[Flowable],
    layout: Layout,
    information: Information,
    finish: Callable[[ReportCanvas], None],
) -> bytes:
    """The PDF, in memory, dated `day`. `finish` sees the canvas of the last pass before it is saved.

    Raises a Problem where something cannot be laid out; the library's own message holds words of the report and is
    dropped.
    """
    known = Known()
    for _ in range(_PASSES):
        target = BytesIO()
        canvas = _one_pass(day, story, layout, information, known, target)
        found = canvas.knowledge()
        if found == known:
            finish(canvas)
            canvas.save()
            return target.getvalue()
        known = found
    raise Problem(problems.NOT_LAID_OUT)


def _one_pass(
    day: date,
    story: Sequence[Flowable],
    layout: Layout,
    information: Information,
    known: Known,
    target: BytesIO,
) -> ReportCanvas:
    page = layout.page
    template = BaseDocTemplate(
        target,
        pagesize=(page.width, page.height),
        title=information.title,
        author=information.author,
        subject=information.subject,
        keywords=[information.keywords],
        creator="Monitor",
        lang=information.language,
        invariant=1,
        pageCompression=1,
        initialFontName=SANS,
        displayDocTitle=1,
    )
    template.addPageTemplates(
        [
            PageTemplate("first", _frame(page), onPage=_furnish(layout.first), autoNextPageTemplate="later"),
            PageTemplate("later", _frame(page), onPage=_furnish(layout.later)),
        ]
    )
    template._doSave = 0  # type: ignore[attr-defined]
    edits: list[tuple[Callable[..., None], object, str]] = []
    template._multiBuildEdits = edits.append  # type: ignore[attr-defined]
    try:
        template.build(list(story), canvasmaker=partial(ReportCanvas, day=day, known=known, pdfVersion=(1, 7)))
    except LayoutError:
        raise Problem(problems.NOT_LAID_OUT) from None
    for undo, flowable, name in edits:  # marks that a pass leaves on what it moved to the next page
        undo(flowable, name)
    canvas = template.canv
    if not isinstance(canvas, ReportCanvas):
        raise TypeError("the library made another canvas")
    return canvas


def _frame(page: Measure) -> list[Frame]:
    return [Frame(page.side, page.bottom, page.text_width, page.text_height, 0, 0, 0, 0)]


def _furnish(furniture: Furniture) -> Callable[[Any, Any], None]:
    def on_page(canvas: Any, template: Any) -> None:
        canvas.saveState()
        furniture(canvas)
        canvas.restoreState()

    return on_page
