"""The canvas of a report: knows which heading stood on which page, carries the attachment, and marks what is what.

One canvas is one pass. Page numbers and the total come from the pass before (`Known`); the pass is repeated until both
agree. `tagged` and `artifact` are the two places where marked content begins and ends; the tags themselves are written
by the work on tagged and archival form.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from monitor_app.reports.pages.node import Artifact, Node


@dataclass(frozen=True, slots=True)
class Known:
    """What a pass found out: the page of each heading by its key, and how many pages there are."""

    pages: dict[str, int] = field(default_factory=dict)
    total: int = 0


class ReportCanvas(Canvas):
    """A reportlab canvas for one pass over a report; made by `functools.partial` as the `canvasmaker`."""

    _doc: Any
    _addAnnotation: Any

    def __init__(self, *args: Any, day: date, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.found: dict[str, int] = {}
        self._date_everything(day)

    def _date_everything(self, day: date) -> None:
        """The file's own dates are the day of the report: two builds give the same bytes."""
        moment = datetime.combine(day, time(), UTC).timetuple()
        stamp = self._doc._timeStamp
        stamp.t = float(calendar.timegm(moment))
        stamp.lt = moment
        stamp.YMDhms = tuple(moment)[:6]

    def knowledge(self) -> Known:
        """What this pass found; to be asked once all pages are drawn."""
        return Known(self.found, self.getPageNumber() - 1)

    def note_heading(self, key: str, title: str, level: int, top: float) -> None:
        """Bookmark, destination and outline entry in one; the library refuses a skipped level."""
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level)
        self.found[key] = self.getPageNumber()

    def _setAnnotations(self, page: Any) -> None:
        """The end of a page: no transition, which archival form forbids and the library always writes."""
        super()._setAnnotations(page)  # type: ignore[misc]
        page.Trans = None

    @contextmanager
    def tagged(self, node: Node) -> Iterator[None]:
        """What is drawn inside is the content of `node`."""
        yield

    @contextmanager
    def artifact(self, kind: Artifact) -> Iterator[None]:
        """What is drawn inside is furniture, not content."""
        yield

    def add_signature_field(self, widget: dict[str, Any], frame: pdfdoc.PDFStream) -> None:
        """Puts the merged field and widget on this page and into the form; `frame` is all its appearance."""
        look = pdfdoc.PDFDictionary({"N": self._doc.Reference(frame, "SignatureFrame")})
        field_dict = pdfdoc.PDFDictionary({**widget, "AP": look, "P": self._doc.thisPageRef()})
        self._addAnnotation(field_dict, "SignatureField")
        reference = self._doc.refAnnotation("SignatureField")
        self._doc.Catalog.AcroForm = pdfdoc.PDFDictionary({"Fields": pdfdoc.PDFArray([reference])})

    def attach(self, name: str, data: bytes, description: str) -> None:
        """Embeds a file as the source data of the whole document. Source: ISO 19005-3, associated files."""
        stream = pdfdoc.PDFStream(
            dictionary=pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("EmbeddedFile"),
                    "Subtype": "/application#2Fjson",
                    "Params": pdfdoc.PDFDictionary(
                        {"Size": len(data), "ModDate": pdfdoc.PDFDate(self._doc._timeStamp)}
                    ),
                }
            ),
            content=data,
            filters=[pdfdoc.PDFZCompress],
        )
        file = self._doc.Reference(stream, "AttachedData")
        names = pdfdoc.PDFString(name)
        specification = self._doc.Reference(
            pdfdoc.PDFDictionary(
                {
                    "Type": pdfdoc.PDFName("Filespec"),
                    "F": names,
                    "UF": names,
                    "Desc": pdfdoc.PDFString(description),
                    "AFRelationship": pdfdoc.PDFName("Data"),
                    "EF": pdfdoc.PDFDictionary({"F": file, "UF": file}),
                }
            ),
            "AttachedFile",
        )
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
        catalog.AF = pdfdoc.PDFArray([specification])
        tree = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([names, specification])})
        catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": tree})
