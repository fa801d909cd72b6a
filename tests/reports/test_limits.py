"""Limits: whatever people write, it is laid out inside the margins or refused with a sentence."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from tests.reports.given import page_texts, rendered
from tests.reports.sample import bare, sample, sample_fr
from tests.reports.sample_back import CHECKLIST, PROGRESS
from tests.reports.sample_findings import F1, THEMES
from tests.reports.sample_front import COVER, FIRST, METHOD, SNAPSHOT, SUMMARY

from monitor_app.base import Problem
from monitor_app.reports import AcceptedCheck, Recommendation, Theme, ThemeCounts, UrgentMatter, outline

LONG_WORD = "anticonstitutionnellementincommensurabilité" * 3
LONG_TITLE = "Une phrase très longue qui dit tout ce qui ne va pas et qui ne finit jamais de le dire ; " * 4


def outside(pdf: bytes) -> list[tuple[int, str]]:
    """Runs of text that stand outside the margins; the edge line is turned by 90 degrees and meant to."""
    found = []
    document = PdfDocument(pdf)
    for number in range(len(document)):
        page = document[number]
        wide, high = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            if left > wide - 54 + 8:
                continue
            if left < 52 or right > wide - 54 + 1 or bottom < 30 or top > high - 30:
                found.append((number, text.get_text_bounded(left, bottom, right, top)))
    document.close()
    return found


def crowded(word: str, title: str = ""):
    """Every field of every table filled with one word, headings with the title."""
    title = title or word
    finding = replace(
        F1,
        title=title,
        paragraphs=(word,),
        extent=replace(F1.extent, counted=word),
        provisions=tuple(
            replace(one, citation=word, provision=word, wording=word, standing=word) for one in F1.provisions
        ),
        recommendations=(Recommendation("1.1", word, word, FIRST, (word,)),),
    )
    return replace(
        sample_fr(),
        cover=replace(COVER, facility=title, place=title, addressees=(word,), notice=word),
        summary=replace(SUMMARY, lead=(word,), urgent=(UrgentMatter(word, word, FIRST, word),)),
        judgements=(ThemeCounts(title, 400, 1, 1, 1, 1), ThemeCounts("x", 1, 1, 1, 1, 1)),
        snapshot=replace(
            SNAPSHOT, rows=tuple(replace(row, label=word, now="13 jours", source=word) for row in SNAPSHOT.rows[:3])
        ),
        method=replace(
            METHOD,
            talks=tuple(replace(one, label=word) for one in METHOD.talks),
            registers=tuple(replace(one, name=word, period=word, found=word) for one in METHOD.registers),
        ),
        themes=(Theme(1, title, (finding,)),),
        progress=replace(PROGRESS, rows=tuple(replace(row, text=word, how=word) for row in PROGRESS.rows[:3])),
        checklists=(
            replace(
                CHECKLIST,
                rows=tuple(replace(row, theme=word, question=word, provision=word) for row in CHECKLIST.rows[:3]),
            ),
        ),
        accepted=(AcceptedCheck(word, word, word, FIRST),),
    )


@pytest.mark.parametrize("page_size", ["letter", "a4"])
@pytest.mark.parametrize("make", [sample, sample_fr, bare])
def test_no_character_leaves_the_margins(make, page_size):
    assert outside(rendered(make(), page_size)) == []


@pytest.mark.parametrize("word", [LONG_WORD, LONG_TITLE], ids=["a word without a break", "a title of 350 characters"])
def test_long_words_and_titles_stay_in_every_table_and_box(word):
    assert outside(rendered(crowded(word))) == []


def test_a_text_longer_than_a_page_goes_on_on_the_next_in_every_place():
    text = "Une phrase qui revient. " * 320
    pdf = rendered(crowded(text, "Un titre"))
    assert outside(pdf) == []
    assert " ".join(page_texts(pdf)).count("Une phrase qui revient.") > 320 * 10


def test_a_heading_longer_than_a_page_is_refused_with_a_sentence_that_repeats_none_of_it():
    with pytest.raises(Problem) as refusal:
        rendered(crowded("kurz", "Un titre sans fin. " * 400))
    assert refusal.value.kind.code == "reports.not-laid-out"
    assert "titre" not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_a_row_is_moved_to_the_next_page_rather_than_split():
    question = "A question that takes two lines because it says in full what is expected and then adds the reason. " * 2
    rows = tuple(replace(CHECKLIST.rows[n % 5], ref=f"Q-{n}", question=question.strip()) for n in range(90))
    texts = page_texts(rendered(replace(sample(), checklists=(replace(CHECKLIST, rows=rows),))))
    for n in range(90):
        assert [text for text in texts if f"Q-{n} {question.strip()}" in text], n


def test_a_recommendation_is_never_split_while_it_fits_on_a_page():
    recommendations = tuple(Recommendation(f"1.{n}", "Do this thing. " * (10 + n), "Someone") for n in range(1, 40))
    themes = (replace(THEMES[0], findings=(replace(F1, recommendations=recommendations),)),)
    texts = page_texts(rendered(replace(sample(), themes=themes, judgements=())))
    for n in range(1, 40):
        whole = ("Do this thing. " * (10 + n)).strip()
        assert [text for text in texts if f"1.{n} {whole} To: Someone" in text], n


def test_a_finding_keeps_its_heading_facts_and_first_paragraph_on_one_page():
    for padding in range(0, 24, 3):
        first = replace(F1, paragraphs=F1.paragraphs * 2 + ("More.",) * padding)
        second = replace(F1, number=2, title="The second finding", paragraphs=("Its first paragraph.",))
        themes = (replace(THEMES[0], findings=(first,)), Theme(2, "The second theme", (second,)))
        content = replace(sample(), themes=themes, method=None)
        pdf = rendered(content)
        entry = next(one for one in outline(pdf) if one.title == "F2 The second finding")
        page = page_texts(pdf)[entry.page]
        assert "The second theme F2 The second finding" in page
        assert "Its first paragraph." in page


def test_line_breaks_and_markup_in_peoples_text_are_only_text():
    finding = replace(F1, title="A <b>title</b> & more", paragraphs=("one\ntwo <br/> </para> &amp; <font size=90>",))
    body = " ".join(page_texts(rendered(replace(sample(), themes=(replace(THEMES[0], findings=(finding,)),)))))
    assert "A <b>title</b> & more" in body
    assert "one two <br/> </para> &amp; <font size=90>" in body


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(max_size=400),
    st.lists(st.text(max_size=120), max_size=6),
    st.lists(st.integers(0, 500), min_size=5, max_size=5),
)
def test_any_text_and_any_counts_give_pages(title, paragraphs, counts):
    finding = replace(F1, title=title, paragraphs=tuple(paragraphs))
    content = replace(
        sample(),
        cover=replace(COVER, facility=title),
        judgements=(ThemeCounts(title, *counts),),
        themes=(replace(THEMES[0], title=title, findings=(finding,)),),
    )
    assert rendered(content).startswith(b"%PDF-1.7")
