"""The checklists we ship: what the issue promises of each one, measured."""

from __future__ import annotations

from functools import cache

import pytest
from tests.checklists import faults
from tests.checklists.sheets import FOLDER, LABEL, Sheets, read

HOLDING_CENTRE = "immigration-holding-centre"
LEAST_JUDGEMENTS = {HOLDING_CENTRE: 120, "short-term-holding-cells": 40, "designated-station-or-jail": 40}
SHIPPED = sorted(LEAST_JUDGEMENTS)
JUDGEMENT_SCALE = (
    ("met", "Met", "Conforme"),
    ("partly", "Partly met", "En partie"),
    ("not_met", "Not met", "Non conforme"),
    ("na", "N/A", "Sans objet"),
    ("not_assessed", "Not assessed", "Non évalué"),
)

every_checklist = pytest.mark.parametrize("name", SHIPPED)


@cache
def sheets(name: str) -> Sheets:
    return read((FOLDER / f"{name}.md").read_text(encoding="utf-8"))


@cache
def known() -> faults.Standards:
    return faults.standards()


def test_every_checklist_in_the_folder_is_measured_here() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == SHIPPED


@every_checklist
def test_a_checklist_has_the_judgement_questions_it_promises(name: str) -> None:
    asked = sheets(name).judgements()
    assert len(asked) >= LEAST_JUDGEMENTS[name]
    assert all(row["bind::monitor:role"] == "judgement" for row in asked)


def test_the_holding_centre_checklist_asks_about_every_topic() -> None:
    asked = {row["bind::monitor:topic"] for row in sheets(HOLDING_CENTRE).judgements()}
    assert len(known().themes) == 52
    assert asked == set(known().themes)


@every_checklist
def test_every_name_is_unique_and_short(name: str) -> None:
    assert faults.bad_names(sheets(name)) == []


@every_checklist
def test_every_question_is_a_sentence_of_readable_length(name: str) -> None:
    assert faults.bad_sentences(sheets(name)) == []


@every_checklist
def test_every_judgement_has_two_indicators_in_both_languages(name: str) -> None:
    assert faults.thin_indicators(sheets(name)) == []


@every_checklist
def test_every_judgement_cites_the_library_at_home_and_abroad(name: str) -> None:
    assert faults.bad_citations(sheets(name), known()) == []


@every_checklist
def test_every_judgement_stands_in_a_section_of_its_theme(name: str) -> None:
    assert faults.misplaced(sheets(name), known()) == []


@every_checklist
@pytest.mark.parametrize("language", sorted(LABEL))
def test_no_two_questions_are_alike_but_for_a_word(name: str, language: str) -> None:
    assert faults.near_duplicates(sheets(name).judgements(), language, 0.85) == []


@pytest.mark.parametrize("language", sorted(LABEL))
def test_each_checklist_asks_in_words_for_its_own_place(language: str) -> None:
    everything = tuple(row for name in SHIPPED for row in sheets(name).judgements())
    assert faults.near_duplicates(everything, language, 0.9) == []


@every_checklist
def test_french_stands_wherever_english_does(name: str) -> None:
    assert faults.missing_french(sheets(name)) == []
    assert faults.unsaid(sheets(name)) == []


@every_checklist
def test_every_expression_and_list_leads_somewhere(name: str) -> None:
    assert faults.dangling(sheets(name)) == []


@every_checklist
def test_answers_use_the_judgement_scale_in_its_order(name: str) -> None:
    assert sheets(name).lists()["judgement"] == JUDGEMENT_SCALE


def test_a_list_two_checklists_share_is_the_same_in_both() -> None:
    first: dict[str, tuple[tuple[str, ...], ...]] = dict(sheets(HOLDING_CENTRE).lists())
    shared = 0
    for name in SHIPPED:
        for list_name, rows in sheets(name).lists().items():
            shared += list_name in first and name != HOLDING_CENTRE
            assert first.setdefault(list_name, rows) == rows, list_name
    assert shared >= 10


@every_checklist
def test_key_questions_and_facts_and_repeats_are_there(name: str) -> None:
    asked = sheets(name).judgements()
    key = [row for row in asked if row.get("bind::monitor:key") == "yes"]
    assert len(asked) / 10 <= len(key) <= len(asked) / 4
    assert sum(row.get("bind::monitor:role") == "fact" for row in sheets(name).survey) >= 20
    assert sum(row["type"] == "begin_repeat" for row in sheets(name).survey) >= 2
    assert any("relevant" in row for row in asked)
