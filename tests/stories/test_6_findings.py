"""Story 6: findings and recommendations: from an answer in one click, written out, numbered, never lost."""

from __future__ import annotations

from datetime import date

import pytest
from tests.stories.given import RESOURCES, Laptop

from monitor_app.actions.finding import (
    FromAnswer,
    add_evidence,
    change_finding,
    findings,
    make_finding,
    new_finding,
    remove_finding,
    restore_finding,
)
from monitor_app.actions.open_findings import answered_questions
from monitor_app.actions.recommendation import add_recommendation, change_recommendation
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.base import EntityId, SpaceId, speak, system_randomness
from monitor_app.monitoring import Extent, FindingKind, Relation, Severity, Source


@pytest.fixture
def space(laptop: Laptop) -> SpaceId:
    made = laptop.plan()
    laptop.answer(made, "health_seen_24h", "partly", "3 of 10 waited until Monday.", (Source.DOCUMENTS,))
    laptop.answer(made, "special_diets", "met", "Lists compared.", (Source.STAFF,))
    laptop.answer(made, "treat_respect", "not_met", "Shouting at the gate.", (Source.DETAINED,))
    return made


def _click(laptop: Laptop, space: SpaceId, name: str) -> EntityId:
    """The one click at a question."""
    path = laptop.path(space, name)
    (asked,) = (one for one in answered_questions(laptop.vault, space, "en") if one.path == path)
    start = FromAnswer(
        asked.response,
        path,
        asked.label,
        asked.value,
        asked.state.notes[0].text,
        asked.sources,
        asked.theme,
        asked.provisions,
        "en",
    )
    return make_finding(laptop.vault, space, start, system_randomness)


def test_one_click_takes_question_note_sources_and_provisions_over(laptop: Laptop, space: SpaceId) -> None:
    made = _click(laptop, space, "health_seen_24h")
    (finding,) = findings(laptop.vault, space)
    assert finding.id == made
    assert finding.title("en").startswith("Every person is seen by a health professional within 24 hours")
    assert finding.text("en") == "3 of 10 waited until Monday."
    assert (finding.kind, finding.theme) == (FindingKind.CONCERN, "health")
    assert set(finding.provisions) >= {"mandela:30", "nids:4.3"}
    (evidence,) = finding.evidence
    assert evidence.path == laptop.path(space, "health_seen_24h")
    assert finding.sources == {Source.DOCUMENTS}


def test_an_expectation_that_is_met_becomes_good_practice_without_a_severity(laptop: Laptop, space: SpaceId) -> None:
    _click(laptop, space, "special_diets")
    (finding,) = findings(laptop.vault, space)
    assert (finding.kind, finding.severity) == (FindingKind.GOOD_PRACTICE, None)


def test_a_finding_is_written_out_field_by_field(laptop: Laptop, space: SpaceId) -> None:
    made = _click(laptop, space, "health_seen_24h")
    change_finding(
        laptop.vault,
        space,
        made,
        {
            "title.fr": "L’examen de santé attend le lundi",
            "severity": Severity.SERIOUS.value,
            "extent": Extent.SYSTEMIC.value,
            "extent_found": 3,
            "extent_of": 10,
            "extent_counted": "weekend arrivals",
            "provision:nids:4.3": False,
        },
    )
    (finding,) = findings(laptop.vault, space)
    assert finding.title("fr") == "L’examen de santé attend le lundi"
    assert (finding.severity, finding.extent_found, finding.extent_of) == (Severity.SERIOUS, 3, 10)
    assert "nids:4.3" not in finding.provisions


def test_evidence_that_contradicts_is_kept_and_not_counted_as_support(laptop: Laptop, space: SpaceId) -> None:
    made = _click(laptop, space, "health_seen_24h")
    add_evidence(
        laptop.vault,
        space,
        made,
        system_randomness,
        text="The manager says all are seen the same day.",
        sources=frozenset({Source.STAFF}),
        relation=Relation.CONTRADICTS,
    )
    (finding,) = findings(laptop.vault, space)
    assert len(finding.evidence) == 2
    assert finding.sources == {Source.DOCUMENTS}


def test_recommendations_are_numbered_by_theme_in_the_report(laptop: Laptop, space: SpaceId) -> None:
    health, treatment = _click(laptop, space, "health_seen_24h"), _click(laptop, space, "treat_respect")
    due = {"addressee": "The agency", "due": "2027-01-31", "group": "Everyone held"}
    for finding, texts in ((health, ("Staff Saturdays.", "Staff Sundays.")), (treatment, ("Train the guards.",))):
        for text in texts:
            add_recommendation(laptop.vault, space, finding, system_randomness, {"text.en": text, **due})
    content = report_content(laptop.vault, ReportWish(space, "en"), laptop.library, speak("en", RESOURCES))
    advice = [one for theme in content.themes for finding in theme.findings for one in finding.recommendations]
    assert [(one.number, one.text) for one in advice] == [
        ("1.1", "Train the guards."),
        ("2.1", "Staff Saturdays."),
        ("2.2", "Staff Sundays."),
    ]
    assert {one.due for one in advice} == {date(2027, 1, 31)}


def test_a_recommendation_is_changed_and_taken_out(laptop: Laptop, space: SpaceId) -> None:
    made = _click(laptop, space, "health_seen_24h")
    advice = add_recommendation(laptop.vault, space, made, system_randomness, {"text.en": "Staff Saturdays."})
    change_recommendation(laptop.vault, space, advice, {"text.en": "Staff weekends.", "addressee": "The agency"})
    assert findings(laptop.vault, space)[0].recommendations[0].texts == {"en": "Staff weekends."}
    change_recommendation(laptop.vault, space, advice, {"deleted": True})
    assert findings(laptop.vault, space)[0].recommendations == ()


def test_a_finding_taken_out_comes_back_with_everything(laptop: Laptop, space: SpaceId) -> None:
    made = _click(laptop, space, "health_seen_24h")
    new_finding(laptop.vault, space, system_randomness, theme="family")
    remove_finding(laptop.vault, space, made)
    assert [one.theme for one in findings(laptop.vault, space)] == ["family"]
    restore_finding(laptop.vault, space, made)
    first, second = findings(laptop.vault, space)
    assert (first.id, first.number, second.number) == (made, 1, 2)
    assert len(first.evidence) == 1
