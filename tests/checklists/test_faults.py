"""The measures can fail: a spoiled copy of a shipped checklist is caught by the measure meant for it."""

from __future__ import annotations

import pytest
from tests.checklists import faults
from tests.checklists.sheets import FOLDER, LABEL, read

TEXT = (FOLDER / "short-term-holding-cells.md").read_text(encoding="utf-8")
QUESTION = next(line for line in TEXT.splitlines() if "| toilet_privacy |" in line)
FACT = next(line for line in TEXT.splitlines() if "| ambulance_calls |" in line)


def spoiled(old: str, new: str, line: str = QUESTION) -> str:
    assert old in line
    return TEXT.replace(line, line.replace(old, new))


def after_question(extra: str) -> str:
    return TEXT.replace(QUESTION, f"{QUESTION}\n{extra}")


def test_a_name_used_twice_is_caught() -> None:
    assert faults.bad_names(read(after_question(QUESTION))) == ["toilet_privacy stands 2 times"]


def test_a_name_that_is_too_long_is_caught() -> None:
    assert faults.bad_names(read(spoiled("toilet_privacy", "t" * 33))) == ["t" * 33]


def test_a_question_alike_but_for_a_word_is_caught() -> None:
    twin = QUESTION.replace("toilet_privacy", "shower_privacy").replace("on the toilet", "in the shower")
    rows = read(after_question(twin)).judgements()
    assert [pair.split(":")[0] for pair in faults.near_duplicates(rows, "en", 0.85)] == [
        "toilet_privacy ~ shower_privacy"
    ]


def test_a_single_indicator_is_caught() -> None:
    guidance = QUESTION.split(" | ")[5]
    assert "toilet_privacy (en)" in faults.thin_indicators(read(spoiled(guidance, guidance.split(" · ")[0])))


@pytest.mark.parametrize(
    ("provisions", "complaint"),
    [
        ("mandela:15 nowhere:1", "nowhere:1 is not in the library"),
        ("mandela:15", "cites ['international']"),
        ("nids:4.4 nids:4.4 mandela:15", "nids:4.4 is cited twice"),
        ("charter:9 iccpr:17", "no provision cited is about hygiene"),
    ],
)
def test_a_citation_that_does_not_hold_is_caught(provisions: str, complaint: str) -> None:
    found = faults.bad_citations(read(spoiled("nids:4.4 mandela:15 iccpr:17", provisions)), faults.standards())
    assert any(complaint in fault for fault in found)


def test_an_unknown_topic_and_a_topic_of_another_section_are_caught() -> None:
    assert faults.bad_citations(read(spoiled("| hygiene |", "| hygeine |")), faults.standards())
    assert faults.misplaced(read(spoiled("| hygiene |", "| visits |")), faults.standards())


def test_french_left_out_or_left_in_english_or_without_its_spaces_is_caught() -> None:
    english, french = QUESTION.split(" | ")[3:5]
    assert faults.missing_french(read(spoiled(french, "")))
    assert faults.missing_french(read(spoiled(french, english)))
    assert faults.missing_french(read(spoiled("\u00a0:", ":")))


def test_a_message_in_one_language_only_is_caught() -> None:
    message = "Inscrivez zéro ou un nombre entier positif."
    assert faults.missing_french(read(spoiled(message, "", FACT))) == [
        "ambulance_calls: constraint_message in one language only"
    ]


def test_a_name_or_a_list_that_leads_nowhere_is_caught() -> None:
    assert faults.dangling(read(TEXT.replace("${women_since} != 0", "${woman_since} != 0")))
    assert faults.dangling(read(spoiled("select_one judgement", "select_one judgment")))


def test_an_unfinished_or_endless_sentence_is_caught() -> None:
    label = read(TEXT).judgements()[0][LABEL["en"]]
    line = next(line for line in TEXT.splitlines() if label in line)
    assert faults.bad_sentences(read(spoiled(label, label.removesuffix("."), line)))
    assert faults.bad_sentences(read(spoiled(label, "A" + "n" * 140 + ".", line)))


def test_a_torn_row_is_refused() -> None:
    with pytest.raises(ValueError, match="cells for"):
        read(after_question(QUESTION + " x |"))
