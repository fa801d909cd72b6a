"""Sheets: one page each, with everything that must be copied and no name but the label."""

from datetime import date

import pytest
from tests.reports.given import RESOURCES, page_texts

from monitor_app.base import speak
from monitor_app.crypto import split, write_code
from monitor_app.reports import recovery_sheet_pdf, share_sheet_pdf

DAY = date(2026, 11, 20)
GROUPS = write_code(bytes(range(40, 60)))


@pytest.mark.parametrize("page_size", ["letter", "a4"])
@pytest.mark.parametrize(
    ("language", "title", "keep"),
    [("en", "Recovery sheet", "closed envelope"), ("fr", "Feuille de récupération", "enveloppe fermée")],
)
def test_a_recovery_sheet_is_one_page_with_eight_groups_and_how_to_keep_it(language, title, keep, page_size):
    words = speak(language, RESOURCES)
    pdf = recovery_sheet_pdf(GROUPS, words, RESOURCES, day=DAY, label="Visitor A", page_size=page_size)
    (text,) = page_texts(pdf)
    assert title in text
    assert keep in text
    assert "Visitor A" in text
    places = [text.index(f"{number} {group}") for number, group in enumerate(GROUPS, 1)]
    assert places == sorted(places)


def test_a_sheet_without_a_label_names_nobody():
    (text,) = page_texts(recovery_sheet_pdf(GROUPS, speak("en", RESOURCES), RESOURCES, day=DAY))
    assert text.startswith("Made on 20 Nov 2026 Recovery sheet This sheet opens")


@pytest.mark.parametrize("count", [20, 33])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_share_sheet_is_one_page_with_its_words_numbered(language, count):
    sheet = split(bytes(range(32)))[1].split()
    assert len(sheet) == 33
    sheet = sheet[:count]
    (text,) = page_texts(share_sheet_pdf(sheet, speak(language, RESOURCES), RESOURCES, number=2, day=DAY))
    for number, word in enumerate(sheet, 1):
        assert f"{number} {word}" in text
    assert ("sheet 2 of 3" if language == "en" else "feuille 2 sur 3") in text


def test_the_same_sheet_gives_the_same_bytes():
    words = speak("en", RESOURCES)
    assert len({recovery_sheet_pdf(GROUPS, words, RESOURCES, day=DAY) for _ in range(2)}) == 1
