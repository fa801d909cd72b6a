"""Pictures: pages as pixels, and the headings that lead to them."""

import pytest
from tests.reports.given import rendered
from tests.reports.sample import bare, sample

from monitor_app.base import Problem
from monitor_app.reports import outline, render_pages


@pytest.fixture(scope="module")
def pdf():
    return rendered(sample())


def test_a_page_is_as_wide_as_asked_with_four_bytes_a_pixel(pdf):
    with render_pages(pdf) as pages:
        image = pages.page(0, 306)
    assert (image.width, image.height) == (306, 396)
    assert len(image.bgrx) == 306 * 396 * 4


@pytest.mark.parametrize("width", [101, 333])
def test_odd_widths_leave_no_gap_between_rows(pdf, width):
    with render_pages(pdf) as pages:
        image = pages.page(1, width)
    assert len(image.bgrx) == image.width * image.height * 4


def test_the_cover_begins_with_its_band_and_is_white_below(pdf):
    with render_pages(pdf) as pages:
        image = pages.page(0, 200)
    blue, green, red = image.bgrx[:3]
    assert (red, green, blue) == (0x1F, 0x4D, 0x63)
    below = (image.height - 5) * image.width * 4
    assert image.bgrx[below : below + 3] == b"\xff\xff\xff"


def test_a_width_beyond_all_measure_is_cut(pdf):
    with render_pages(pdf) as pages:
        assert pages.page(0, 10**9).width == 4000
        assert pages.page(0, -5).width == 1


def test_a_page_that_does_not_exist_is_refused_with_a_sentence(pdf):
    with render_pages(pdf) as pages, pytest.raises(Problem) as refusal:
        pages.page(999, 100)
    assert refusal.value.kind.code == "reports.no-pages"


def test_what_is_no_pdf_has_no_pages():
    with pytest.raises(Problem):
        render_pages(b"no pdf")


def test_the_outline_names_each_heading_with_level_and_page(pdf):
    entries = outline(pdf)
    assert [(one.title, one.level) for one in entries if one.title == "At a glance"] == [("At a glance", 1)]
    pages = [one.page for one in entries]
    assert pages == sorted(pages)
    with render_pages(pdf) as drawn:
        assert pages[-1] == drawn.count - 1
        assert drawn.outline() == entries


def test_a_draft_of_one_page_has_no_outline_and_one_page():
    pdf = rendered(bare())
    assert outline(pdf) == ()
    with render_pages(pdf) as pages:
        assert pages.count == 1
