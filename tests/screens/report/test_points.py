"""The points and the outline, computed without a window."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from monitor_app.base import installed_resources, speak
from monitor_app.monitoring import Check, CheckCode, Place
from monitor_app.reports.pictures import OutlineEntry
from monitor_app.ui.report.outline import finding_on_page, outline_rows, row_of_page
from monitor_app.ui.report.page_stack import PageStack
from monitor_app.ui.report.points import ICONS, points_view, sign_line

EN = speak("en", installed_resources())
FR = speak("fr", installed_resources())
CONFLICT = Check(CheckCode.CONFLICT, "Question 3.5", "a" * 32, Place(response=b"r" * 16, path="/data/q"))
KEYS = tuple(
    Check(CheckCode.KEY_UNANSWERED, f"2.{n} Asked", f"{n:032x}", Place(b"r" * 16, f"/data/{n}")) for n in range(5)
)
ACCEPTED = Check(CheckCode.LAPTOP, "Visitor B", "c" * 32, reason="Told by phone.")
SUMMARY = Check(CheckCode.SUMMARY, "", "d" * 32, Place(passage="summary"))
OUTLINE = (
    OutlineEntry("1\u00a0\u00a0Summary", 0, 2),
    OutlineEntry("At a glance", 1, 2),
    OutlineEntry("2\u00a0\u00a0Method and limits", 0, 3),
    OutlineEntry("3\u00a0\u00a0Findings and recommendations", 0, 4),
    OutlineEntry("Health care", 1, 4),
    OutlineEntry("F1\u00a0\u00a0Arrival health check delayed", 2, 4),
    OutlineEntry("F2\u00a0\u00a0Night calls", 2, 6),
    OutlineEntry("Annex A. Checklist judgements", 0, 8),
)


def test_points_are_grouped_by_what_they_are_about_and_stops_come_apart() -> None:
    view = points_view((CONFLICT, *KEYS, ACCEPTED), EN)
    assert [group.title for group in view.stops] == ["One answer given twice"]
    assert [group.title for group in view.looks] == ["Key question not answered · 5"]
    assert (view.count("stop"), view.count("look"), view.count("accepted")) == (1, 5, 1)
    assert view.accepted[0].points[0].reason == "Told by phone."


def test_what_no_point_speaks_of_has_passed() -> None:
    assert len(points_view((), EN).passed) == len(CheckCode)
    view = points_view((CONFLICT, ACCEPTED), EN)
    assert len(view.passed) == len(CheckCode) - 2
    assert "No answer is given twice" not in view.passed


def test_every_kind_of_point_has_an_icon_a_title_and_a_passed_sentence() -> None:
    assert set(ICONS) == set(CheckCode)
    for code in CheckCode:
        view = points_view((Check(code, "x", "e" * 32),), EN)
        assert (*view.stops, *view.looks)[0].title


def test_a_stop_is_decided_in_its_place_and_a_passage_is_named_in_the_words_of_the_screen() -> None:
    assert points_view((CONFLICT,), EN).stops[0].points[0].go == "Decide"
    small = Check(CheckCode.SMALL_GROUP, "method: “two women”", "f" * 32, Place(passage="method"))
    point = points_view((small,), EN).looks[0].points[0]
    assert point.go == "Open the text"
    assert point.line.startswith("How the team worked: “two women”")


def test_the_line_under_sign_says_why_it_cannot_be_pressed_or_what_it_asks() -> None:
    stopped, looking, clear = (points_view(found, EN) for found in ((CONFLICT,), KEYS, ()))
    assert "1 point above" in sign_line(stopped, True, True, EN)
    assert "5 points are left" in sign_line(looking, True, True, EN)
    assert sign_line(clear, True, True, EN) == "Signing asks for your passphrase."
    assert "Only the team lead" in sign_line(clear, False, True, EN)
    assert "certificate" in sign_line(clear, True, False, EN)


def test_the_outline_marks_the_heading_of_each_open_point_and_those_above_it() -> None:
    rows = outline_rows(OUTLINE, (SUMMARY, CONFLICT, *KEYS, ACCEPTED), (), EN, EN)
    marks = {row.title: (row.stops, row.looks) for row in rows}
    assert marks["Summary"] == (0, 1)
    assert marks["Annex A. Checklist judgements"] == (1, 5)
    assert marks["Findings and recommendations"] == (0, 0)
    assert "At a glance" not in marks
    assert rows[0].title == "Front page"


def test_a_page_belongs_to_its_first_heading_or_to_the_one_that_runs_over_it() -> None:
    rows = outline_rows(OUTLINE, (), (), EN, EN)
    here = row_of_page(rows, 4)
    assert here is not None
    assert here.title == "Findings and recommendations"
    over = row_of_page(rows, 5)
    assert over is not None
    assert over.finding == 1
    assert [finding_on_page(rows, page) for page in (0, 4, 5, 6, 7, 8)] == [None, 1, 1, 2, 2, None]


def test_a_french_report_is_marked_by_its_french_headings() -> None:
    outline = (OutlineEntry(f"1\u00a0\u00a0{FR('Summary')}", 0, 2),)
    rows = outline_rows(outline, (SUMMARY,), (), FR, EN)
    assert rows[1].looks == 1


@given(
    st.lists(st.tuples(st.floats(100, 900), st.floats(100, 1400)), min_size=1, max_size=30),
    st.integers(50, 200),
    st.integers(0, 2000),
)
def test_pages_never_overlap_and_stand_between_their_margins(
    sizes: list[tuple[float, float]], zoom: int, room: int
) -> None:
    stack = PageStack(tuple(sizes), zoom, 16, room)
    rects = [stack.rect(index) for index in range(len(sizes))]
    for above, below in pairwise(rects):
        assert above.bottom() < below.top()
    assert all(rect.left() >= 16 and rect.right() < max(room, stack.wide()) for rect in rects)
    assert rects[-1].bottom() < stack.tall()
