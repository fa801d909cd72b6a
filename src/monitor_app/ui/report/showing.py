"""What the report page shows now: which report, which version's pages, which text; put into the frame."""

from __future__ import annotations

from monitor_app.actions.open_report import OpenReport
from monitor_app.actions.passage import Passage, passage_id
from monitor_app.actions.report_content import ReportWish
from monitor_app.base import Language, SpaceId, Words, speak
from monitor_app.monitoring import Finding
from monitor_app.ui.desk import Desk
from monitor_app.ui.parts import ChoiceView, Option, PillView
from monitor_app.ui.report.frame import Frame
from monitor_app.ui.report.outline import OutlineRow, finding_on_page, outline_rows, row_of_page
from monitor_app.ui.report.passage_editor import passage_view
from monitor_app.ui.report.points import PointsView, points_view, sign_line
from monitor_app.ui.report.printing import Printed
from monitor_app.ui.report.signed import draft_name, language_name, signed_view, variant_name, version_of


class Showing:
    """Presents a report in the frame, and remembers what is looked at."""

    def __init__(self, desk: Desk, frame: Frame, space: SpaceId) -> None:
        self._desk = desk
        self._frame = frame
        self._spoken: dict[Language, Words] = {}
        self.wish = ReportWish(space, desk.words.language)
        self.report: OpenReport | None = None
        self.printed: Printed | None = None
        self.version = ""
        """The key of the signed version whose pages are shown; "" for the draft."""
        self.passage = Passage.SUMMARY
        self.passage_language: Language = desk.words.language
        self.checked = ""
        self.points = PointsView()

    def print_words(self) -> Words:
        """Words in the language of the report."""
        language = self.wish.language
        if language not in self._spoken:
            self._spoken[language] = speak(language, self._desk.resources)
        return self._spoken[language]

    def present(self) -> None:
        """Everything but the pages."""
        self._present_choices()
        report = self.report
        if report is None:
            return
        frame, words = self._frame, self._desk.words
        self.points = points_view(report.checks, words, report.may_sign)
        frame.state.present(PillView(draft_name(report, words), "met" if report.is_signed else "na"))
        frame.points.present(self.points, words("Checked {time}", time=self.checked))
        frame.signed.present(signed_view(report, words), self.version)
        frame.show_signing(not report.is_signed)
        ready = report.may_sign and report.has_key and not self.points.count("stop") and self.printed is not None
        frame.sign.setEnabled(ready)
        frame.sign_line.setText(sign_line(self.points, report.may_sign, report.has_key, words))
        frame.texts.present(report.passages, self.wish.language)
        self.present_passage()
        self.present_outline()

    def present_passage(self) -> None:
        """The text in the editor."""
        report = self.report
        if report is None:
            return
        language = self.passage_language
        texts = report.passages.get(self.passage, {})
        field = f"text.{language}"
        twice = tuple(one for one in report.twice if one.field == field and one.entity == passage_id(self.passage))
        view = passage_view(self.passage, texts, language, twice, report.may_write)
        self._frame.editor.present(view)

    def present_outline(self) -> None:
        """Headings with their marks; a signed version has none."""
        if self.printed is None or self.report is None:
            self._frame.rows.present(())
            return
        checks = () if self.version else self.report.checks
        rows = outline_rows(self.printed.outline, checks, self.report.findings, self.print_words(), self._desk.words)
        self._frame.rows.present(rows)
        self.present_page()

    def present_page(self) -> None:
        """Where the pages stand: number, zoom, heading, and the finding that can be opened from here."""
        frame, words = self._frame, self._desk.words
        page, count = frame.paper.page(), frame.paper.count()
        frame.where.setText(words("Page {page} of {count}", page=page + 1, count=count) if count else "")
        frame.zoom.setText(words("Zoom {percent} %", percent=frame.paper.zoom()))
        frame.up.setEnabled(page > 0)
        frame.down.setEnabled(page + 1 < count)
        rows: tuple[OutlineRow, ...] = frame.rows.rows()
        here = row_of_page(rows, page)
        if here is not None:
            frame.list.choose(here.key)
        frame.place.setVisible(self.finding_here() is not None)

    def finding_here(self) -> Finding | None:
        """The finding on the page in view."""
        number = finding_on_page(self._frame.rows.rows(), self._frame.paper.page())
        findings = self.report.findings if self.report and not self.version else ()
        return next((one for one in findings if one.number == number), None)

    def _present_choices(self) -> None:
        words, frame = self._desk.words, self._frame
        variants = tuple(Option(key, variant_name(key, words)) for key in ("confidential", "shareable"))
        variant, language, is_open = self._chosen()
        frame.variant.present(ChoiceView(words("Variant"), variants, variant, is_open))
        languages = tuple(Option(key, language_name(key)) for key in ("en", "fr"))
        frame.language.present(ChoiceView(words("Language of the report"), languages, language, is_open))

    def _chosen(self) -> tuple[str, str, bool]:
        """Variant and language of what is shown, and whether others can be chosen: a signed report has its own."""
        version = version_of(self.report.versions, self.version) if self.report else None
        if version is None or self.report is None:
            return self.wish.variant, self.wish.language, True
        return version.signed.variant, version.signed.language, not self.report.is_signed
