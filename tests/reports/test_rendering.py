"""Rendering: the same bytes twice, every section that has data, nothing that has none, links that lead somewhere."""

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from tests.reports.given import RESOURCES, page_texts, rendered
from tests.reports.sample import FINGERPRINT, PHRASE, bare, long_sample, refused, sample, sample_fr
from tests.reports.sample_findings import F1, THEMES
from tests.reports.sample_front import COVER, METHOD, SNAPSHOT, SUMMARY

from monitor_app.base import speak
from monitor_app.reports import (
    KeyFinding,
    OtherSummary,
    Outcome,
    Recommendation,
    Summary,
    Theme,
    canonical_json,
    content_hash,
    outline,
    page_of_finding,
    render,
    render_pages,
    shareable,
)

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import hashlib, sys
from tests.reports import sample
from tests.reports.given import rendered
opened = []
from tests.reports.given import RESOURCES
rendered(sample.bare())
def hear(event, args):
    if event == "open" and "w" in str(args[1]):
        opened.append(args)
sys.addaudithook(hear)
print(hashlib.sha256(rendered(sample.sample())).hexdigest(), len(opened))
"""


@pytest.fixture(scope="module")
def pdf():
    return rendered(sample())


@pytest.fixture(scope="module")
def texts(pdf):
    return page_texts(pdf)


def test_the_same_content_gives_the_same_bytes_and_the_same_pixels(pdf):
    again = rendered(sample())
    assert again == pdf
    with render_pages(pdf) as one, render_pages(again) as two:
        assert one.count == two.count
        assert all(one.page(i, 200) == two.page(i, 200) for i in range(one.count))


def test_another_process_hash_seed_and_time_zone_give_the_same_bytes_and_write_no_file(pdf):
    environment = {**os.environ, "PYTHONHASHSEED": "77", "TZ": "Pacific/Chatham", "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == [hashlib.sha256(pdf).hexdigest(), "0"]


def test_the_file_says_title_language_and_the_day_of_the_report_and_embeds_every_font(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        assert str(file.docinfo["/Title"]) == (
            "Report of a visit: Lakeshore Immigration Holding Centre, 3 to 5 November 2026"
        )
        assert str(file.docinfo["/CreationDate"]).startswith("D:20261120000000")
        assert str(file.Root.Lang) == "en-CA"
        assert file.pdf_version == "1.7"
        fonts = [
            font.get("/FontDescriptor")
            for page in file.pages
            for font in page.resources.get("/Font", pikepdf.Dictionary()).values()
        ]
        assert fonts
        assert all(font is not None and "/FontFile2" in font for font in fonts)


def test_every_page_but_the_cover_counts_itself_and_all(texts):
    total = len(texts)
    assert "Page 1 of" not in texts[0]
    for number, text in enumerate(texts[1:], 2):
        assert f"Page {number} of {total}" in text
        assert "IDM-2026-041, version 1" in text
        assert "Confidential" in text


def test_the_contents_name_the_page_on_which_each_heading_stands(pdf, texts):
    contents = texts[1]
    for entry in outline(pdf):
        if entry.title.startswith("F"):
            line = f"{entry.title.split(' ', 1)[1]} {entry.page + 1}"
            assert line in contents, line
    assert "6\xa0\xa0Progress" in contents or "6 Progress on earlier recommendations 13" in contents


def test_sections_are_numbered_without_gaps_and_findings_can_be_jumped_to(pdf):
    entries = outline(pdf)
    sections = [one.title for one in entries if one.level == 0]
    assert [title.split("\xa0")[0] for title in sections[:6]] == ["1", "2", "3", "4", "5", "6"]
    assert sections[6:] == [
        "Annex A. Checklist judgements",
        "Annex B. Standards cited",
        "Annex C. Points accepted before signing",
        "Signature",
    ]
    assert page_of_finding(entries, 4) == next(one.page for one in entries if one.title.startswith("F4 "))
    assert page_of_finding(entries, 99) is None


def test_the_outline_skips_no_level(pdf):
    levels = [entry.level for entry in outline(pdf)]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_link_leads_to_a_place_that_exists(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = {page.objgen for page in file.pages}
        links = [note for page in file.pages for note in page.get("/Annots", []) if note.get("/Subtype") == "/Link"]
        assert len(links) > 40
        for link in links:
            assert link.Dest[0].objgen in pages


def test_paragraph_numbers_run_through_the_report(texts):
    body = " ".join(texts)
    for number, words in (
        (1, "Figures come from"),
        (3, "The team chose whom"),
        (9, "The special-purpose unit was used"),
        (23, "Twelve recommendations"),
    ):
        assert f"{number} {words}" in body, number


def test_the_attachment_is_the_content_and_its_hash_stands_on_the_last_page(pdf, texts):
    with pikepdf.open(BytesIO(pdf)) as file:
        attached = file.attachments["visit-report.json"]
        assert attached.get_file().read_bytes() == canonical_json(sample())
        assert str(file.Root.AF[0].AFRelationship) == "/Data"
    last = texts[-1].replace(" ", "")
    assert content_hash(sample()).hex() in last
    assert FINGERPRINT.upper() in last


def test_nobody_is_named_but_the_signer_on_the_last_page(texts):
    assert "A. Specimen" in texts[-1]
    assert not [text for text in texts[:-1] if "A. Specimen" in text]


def test_the_signature_field_is_one_object_with_its_widget_on_the_last_page(pdf):
    with pikepdf.open(BytesIO(pdf)) as file:
        fields = file.Root.AcroForm.Fields
        assert len(fields) == 1
        assert fields[0].objgen == file.pages[-1].Annots[0].objgen
        assert (str(fields[0].FT), str(fields[0].Subtype), str(fields[0]["/T"])) == ("/Sig", "/Widget", "TeamLead")
        assert fields[0].TU
        assert "/V" not in fields[0]


@pytest.mark.parametrize("state", ["draft", "in_review"])
def test_a_report_that_is_not_final_says_so_on_every_page_and_has_no_signature_page(state):
    pdf = rendered(replace(sample(), state=state))
    texts = page_texts(pdf)
    said = {"draft": "Draft, not signed", "in_review": "In review, not signed"}[state]
    assert all("DRAFT" in text and said in text for text in texts)
    assert "Signature" not in [one.title for one in outline(pdf)]
    with pikepdf.open(BytesIO(pdf)) as file:
        assert "/AcroForm" not in file.Root


def test_a_final_report_has_no_mark_across_its_pages(texts):
    assert not [text for text in texts if "DRAFT" in text]


def test_a_refused_visit_gives_a_short_honest_report():
    pdf = rendered(refused())
    texts = page_texts(pdf)
    body = " ".join(texts)
    assert len(texts) <= 4
    assert "The team was refused access. The visit did not take place." in body
    assert "The duty manager" in body
    assert "A move of people was said to be under way." in body
    for heading in ("Facility snapshot", "Judgements by theme", "Annex", "At a glance", "Findings", "Contents"):
        assert heading not in body
    assert content_hash(refused()).hex() in texts[-1].replace(" ", "")


def test_a_visit_that_was_cut_short_says_so_first_and_reports_what_was_seen():
    cover = replace(COVER, outcome=Outcome("cut_short", "A fire alarm.", "The team lead"))
    entries = outline(rendered(replace(sample(), cover=cover)))
    assert next(one.title for one in entries if one.level == 0).endswith("How the visit went")
    assert page_of_finding(entries, 8) is not None


def test_parts_without_data_leave_no_heading():
    texts = page_texts(rendered(bare()))
    assert len(texts) == 1
    method = replace(METHOD, registers=(), limits=(), talks=(), talk_notes=(), areas_seen=(), areas_not_seen=())
    partial = replace(
        sample(),
        summary=replace(SUMMARY, urgent=(), good_practice=()),
        other_summary=None,
        method=method,
        judgements=(),
        progress=None,
        snapshot=replace(SNAPSHOT, rows=()),
        accepted=(),
        checklists=(),
    )
    body = " ".join(page_texts(rendered(partial)))
    for heading in ("Urgent matters", "Good practice 1", "Registers checked", "Limits", "Progress", "Judgements by"):
        assert heading not in body, heading
    assert "Annex A. Standards cited" in body


def test_judgements_without_a_summary_still_have_a_section_of_their_own():
    entries = outline(rendered(replace(sample(), summary=Summary(), other_summary=None)))
    assert entries[0].title.endswith("Summary")
    assert entries[1].title == "At a glance"


def test_a_withheld_count_is_said_in_words_and_the_rule_is_told_once(texts):
    body = " ".join(texts)
    assert "withheld" in body
    assert body.count("nobody can be recognised by a number") == 1
    open_rows = tuple(replace(row, now=7, before=9) for row in SNAPSHOT.rows)
    plain = replace(sample(), snapshot=replace(SNAPSHOT, rows=open_rows), method=replace(METHOD, talks=()))
    assert "nobody can be recognised" not in " ".join(page_texts(rendered(plain)))


def test_the_french_report_speaks_french_and_its_second_summary_english():
    texts = page_texts(rendered(sample_fr()))
    body = " ".join(texts)
    assert "Rapport de visite" in texts[0]
    assert "3 au 5 novembre 2026" in texts[0]
    assert "Remplace la version 1" in texts[0]
    assert "Page 2 sur" in texts[1]
    assert "Constats et recommandations" in body
    assert "Key findings" in body
    assert "Qui l’a vu ?" in body
    assert "1er févr. 2027" in body


def test_the_words_must_speak_the_language_of_the_report():
    with pytest.raises(ValueError, match="language"):
        render(sample(), speak("fr", RESOURCES), RESOURCES, check_phrase=PHRASE)


def test_a_shareable_report_names_its_kind_and_holds_no_annex_of_judgements():
    body = " ".join(page_texts(rendered(shareable(sample()))))
    assert "Shareable version" in body
    assert "Checklist judgements" not in body
    assert "Urgent matters" not in body


def test_a_key_finding_whose_number_is_not_in_the_report_is_plain_text():
    summary = replace(SUMMARY, key_findings=tuple(replace(one, finding=77) for one in SUMMARY.key_findings))
    body = " ".join(page_texts(rendered(replace(sample(), summary=summary, other_summary=OtherSummary("fr", summary)))))
    assert "finding F77" in body


def test_a_finding_counts_its_extent_as_far_as_it_is_known():
    extents = [
        (replace(F1.extent, found=None, of=None, counted=""), "Systemic Standards"),
        (replace(F1.extent, of=None), "Systemic. 6 placements sampled"),
        (replace(F1.extent, kind="individual", found="< 5"), "Individual. < 5 of 9 placements sampled"),
    ]
    for extent, said in extents:
        themes = (replace(THEMES[0], findings=(replace(F1, extent=extent),)),)
        assert said in " ".join(page_texts(rendered(replace(sample(), themes=themes)))), said


def test_a_long_report_keeps_its_page_numbers_right():
    pdf = rendered(long_sample())
    texts = page_texts(pdf)
    assert len(texts) > 40
    assert f"Page 40 of {len(texts)}" in texts[39]
    entry = next(one for one in outline(pdf) if one.title.startswith("F40 "))
    assert "F40" in texts[entry.page]


def test_a4_is_as_good_as_letter():
    pdf = rendered(sample(), "a4")
    with render_pages(pdf) as pages:
        wide, high = pages.size(0)
        assert (round(wide), round(high)) == (595, 842)
    assert len(page_texts(pdf)) in range(15, 19)


def test_a_report_with_a_method_only_begins_it_on_a_new_page():
    texts = page_texts(rendered(replace(bare(), method=METHOD)))
    assert "Method and limits" not in texts[0]
    assert "1 Method and limits" in texts[1]


def test_a_theme_may_say_something_before_its_findings_or_without_any():
    themes = (replace(THEMES[0], paragraphs=("What the team looked at.", "And how.")), Theme(9, "Empty"))
    silent = Theme(8, "Nothing to report", (), ("The team found no concern.",))
    body = " ".join(page_texts(rendered(replace(sample(), themes=(*themes, silent)))))
    assert "Treatment and safety 9 What the team looked at. 10 And how. F1" in body
    assert "Nothing to report 15 The team found no concern." in body
    assert "Empty" not in body


def test_a_key_finding_may_stand_without_a_number_title_or_text():
    found = (KeyFinding("", "Only a text.", None), KeyFinding("Only a title", "", 1), KeyFinding("Why?", "So.", None))
    body = " ".join(page_texts(rendered(replace(sample(), summary=Summary(key_findings=found)))))
    assert "• Only a text." in body
    assert "• Only a title. (finding F1)." in body
    assert "• Why? So." in body


def test_findings_print_only_the_facts_they_have():
    bare_finding = replace(
        F1, severity=None, extent=None, provisions=(), sources=(), recommendations=(Recommendation("1.1", "Do it."),)
    )
    content = replace(bare(), themes=(replace(THEMES[0], findings=(bare_finding,)),))
    body = " ".join(page_texts(rendered(content)))
    for label in ("Severity", "Extent", "Standards", "Sources", "To:", "By:", "What each finding rests on"):
        assert label not in body, label
    assert "1.1 Do it." in body


def test_a_table_without_an_earlier_visit_has_one_column_of_figures():
    body = " ".join(page_texts(rendered(replace(sample(), snapshot=replace(SNAPSHOT, last_visit=None)))))
    assert "On 3 Nov 2026" in body
    assert "12 May 2026" not in body


def test_an_outcome_without_reason_or_person_is_said_alone():
    cover = replace(COVER, outcome=Outcome("cancelled"))
    texts = page_texts(rendered(replace(refused(), cover=cover)))
    assert "The visit was cancelled. It did not take place." in texts[1]
    assert "Reason" not in texts[1]


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (date(2026, 11, 3), "3 November 2026"),
        (date(2026, 12, 1), "3 November to 1 December 2026"),
        (date(2027, 1, 2), "3 November 2026 to 2 January 2027"),
    ],
)
def test_days_are_said_in_full_and_no_part_twice(last, said):
    texts = page_texts(rendered(replace(bare(), cover=replace(COVER, last_date=last))))
    assert f"Holding Centre {said} Port Arden" in texts[0]


def test_numbers_above_a_thousand_are_grouped():
    rows = (replace(SNAPSHOT.rows[0], now=12345),)
    content = replace(sample_fr(), snapshot=replace(SNAPSHOT, rows=rows))
    assert "12 345" in " ".join(page_texts(rendered(content)))


def test_a_refused_visit_with_a_finding_follows_on_without_empty_pages():
    content = replace(refused(), themes=(replace(THEMES[0], findings=(F1,)),))
    pdf = rendered(content)
    assert len(page_texts(pdf)) <= 6
    assert page_of_finding(outline(pdf), 1) is not None
