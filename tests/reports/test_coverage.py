"""Coverage: a character that no font has is found before anything is built, with its place."""

from dataclasses import replace

import polib
from tests.reports.given import RESOURCES
from tests.reports.sample import bare, long_sample, refused, sample, sample_fr
from tests.reports.sample_findings import F1, THEMES

from monitor_app.reports import uncovered_characters
from monitor_app.reports.fonts import covered_characters
from monitor_app.reports.typography import prepared


def test_the_sample_reports_print_in_full():
    for content in (sample(), sample_fr(), long_sample(), refused(), bare()):
        assert uncovered_characters(content, RESOURCES) == ()


def test_a_name_in_a_script_that_no_font_has_is_named_with_its_place_and_finding():
    finding = replace(F1, title="ਕੰਮ is missing")
    content = replace(sample(), themes=(replace(THEMES[0], findings=(finding,)),))
    found = uncovered_characters(content, RESOURCES)
    assert {one.char for one in found} >= {"ਕ", "ਮ"}
    assert {one.where for one in found} == {"themes.0.findings.0.title"}
    assert {one.finding for one in found} == {1}


def test_a_missing_character_outside_a_finding_names_its_field_only():
    cover = replace(sample().cover, addressees=("Direction", "ተቆጣጣሪ"))
    found = uncovered_characters(replace(sample(), cover=cover), RESOURCES)
    assert {one.where for one in found} == {"cover.addressees.1"}
    assert {one.finding for one in found} == {None}


def test_each_missing_character_is_told_once_per_field():
    found = uncovered_characters(replace(bare(), programme="漢漢漢字"), RESOURCES)
    assert [one.char for one in found] == ["漢", "字"]


def test_invisible_and_typographic_characters_are_no_reason_to_stop():
    content = replace(bare(), programme="a\u200bb\u202fc\u2011d\u00ade\u2009f\ng")
    assert uncovered_characters(content, RESOURCES) == ()


def test_what_the_fonts_lack_in_one_face_only_is_missing_too():
    covered = covered_characters(RESOURCES)
    assert ord("é") in covered
    assert ord("œ") in covered
    assert ord("\u202f") not in covered


def test_the_fonts_have_every_character_of_our_own_sentences_in_both_languages():
    covered = covered_characters(RESOURCES)
    for part in RESOURCES.path("i18n", "fr").glob("reports.po"):
        for entry in polib.pofile(str(part)):
            said = [(entry.msgid, "en"), (entry.msgid_plural, "en"), (entry.msgstr, "fr")]
            said += [(text, "fr") for text in entry.msgstr_plural.values()]
            for text, language in said:
                missing = [char for char in prepared(text, language) if char != "\n" and ord(char) not in covered]
                assert not missing, (text, missing)
