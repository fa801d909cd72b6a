"""The demo programme as a whole: every state of a visit, made by the verbs alone, and true to its own figures."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from tests.actions.demo.given import LIGHT, Played, play

from monitor_app import reports
from monitor_app.actions.before_signing import before_signing
from monitor_app.actions.demo import found_demo
from monitor_app.actions.filled_form import filled_forms
from monitor_app.actions.finding import findings
from monitor_app.actions.home import home
from monitor_app.actions.keep_safe import back_up, restore
from monitor_app.actions.open_response import open_response, responses
from monitor_app.actions.passage import Passage, passages
from monitor_app.actions.quick_note import quick_notes
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.actions.signed_reports import signed_pdf, signed_versions
from monitor_app.actions.visits import visits
from monitor_app.actions.world import World
from monitor_app.actions.written_twice import written_twice
from monitor_app.base import LANGUAGES, Cancelled, installed_resources, speak, system_randomness
from monitor_app.forms import Context
from monitor_app.monitoring import CheckCode, FindingKind, Kind, Outcome, VisitState
from monitor_app.standards import load_library
from monitor_app.vault import Current, Vault

_RUNNING = "2026-11-surrey"
_TORONTO = "2026-05-toronto"
_LAVAL = "2026-07-laval"
_QUEBEC = ("2026-07-laval", "2026-09-sainte-anne-des-plaines", "2026-12-laval")


def test_its_visits_stand_in_every_state(played: Played) -> None:
    rows = visits(played.demo.vault)
    assert Counter(row.visit.state for row in rows) == {
        VisitState.IN_PROGRESS: 1,
        VisitState.PLANNED: 1,
        VisitState.IN_REVIEW: 1,
        VisitState.SIGNED: 4,
    }
    assert len({row.visit.facility for row in rows}) == 5
    assert {row.visit.outcome for row in rows} == {Outcome.CARRIED_OUT, Outcome.CUT_SHORT, Outcome.REFUSED}
    assert len({form.form_id for row in rows for _, form in responses(played.demo.vault, row.visit.space)}) == 3


def test_every_signed_report_is_unchanged_and_stands_under_the_programme_root(played: Played) -> None:
    vault = played.demo.vault
    signed = [version for space in played.demo.visits.values() for version in signed_versions(vault, space)]
    assert len(signed) == 5
    for version in signed:
        pdf = signed_pdf(vault, version.signed)
        verdict = reports.verify_pdf(pdf, [played.demo.root_certificate], played.demo.now)
        assert verdict.confirmed
        assert (verdict.number, verdict.version) == (version.signed.number, version.signed.version)
        assert verdict.signed_at == version.at


def test_the_reopened_report_has_two_versions_with_different_words(played: Played) -> None:
    vault, space = played.demo.vault, played.demo.visits[_TORONTO]
    second, first = signed_versions(vault, space)
    assert (first.signed.version, second.signed.version) == (1, 2)
    assert first.signed.content != second.signed.content
    row = next(row for row in visits(vault) if row.visit.space == space)
    assert row.visit.state is VisitState.SIGNED
    assert row.changes_after_signing == 0


def test_two_laptops_answered_the_running_visit_differently(played: Played) -> None:
    vault, space = played.demo.vault, played.demo.visits[_RUNNING]
    twice = written_twice(vault, space, [Kind.ANSWER])
    assert {one.field.rpartition("/")[2] for one in twice} == {
        "apart_week#value",
        "call_buttons#value",
        "call_buttons#note",
        "consult_private#value",
        "consult_private#note",
    }
    for one in twice:
        assert {version.member.label for version in one.versions} == {"Visitor A", "Visitor B"}


def test_about_three_fifths_of_the_running_visit_are_answered(played: Played) -> None:
    row = visits(played.demo.vault)[0]
    assert row.visit.space == played.demo.visits[_RUNNING]
    assert 0.55 < row.progress.answered / row.progress.asked < 0.65
    assert row.not_shared > 0


def test_one_quick_note_waits_and_one_is_filed(played: Played) -> None:
    notes = quick_notes(played.demo.vault, played.demo.visits[_RUNNING])
    assert sorted(bool(note.path) for note in notes) == [False, True]


def test_the_visit_in_review_has_open_comments_of_two_people(played: Played) -> None:
    row = next(row for row in visits(played.demo.vault) if row.visit.state is VisitState.IN_REVIEW)
    assert row.open_comments == 3
    assert row.conflicts == 0


def test_nothing_that_was_handed_over_was_set_aside(played: Played) -> None:
    assert played.demo.vault.aside() == ()
    assert played.demo.vault.newer_entries() == []


def test_the_other_laptops_leave_nothing_behind(played: Played) -> None:
    assert [path.name for path in played.folder.iterdir()] == ["vault"]


def test_a_demo_that_was_interrupted_leaves_nothing_behind(tmp_path: Path) -> None:
    said: list[str] = []

    def interrupt(line: str) -> None:
        said.append(line)
        if len(said) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        found_demo(tmp_path / "vault", installed_resources(), system_randomness, LIGHT, interrupt, floor_kib=8)
    assert said[-1] == "27 Apr 2026: Toronto Immigration Holding Centre. Visit planned."
    assert list(tmp_path.iterdir()) == []


def test_every_answer_keeps_to_its_checklist(played: Played) -> None:
    vault, now = played.demo.vault, played.demo.now
    for space in played.demo.visits.values():
        for response, _ in responses(vault, space):
            live = open_response(vault, space, response).live(Context(now))
            assert live.violated() == []


def test_the_answers_are_to_questions_that_are_asked(played: Played) -> None:
    vault, now = played.demo.vault, played.demo.now
    for name, space in played.demo.visits.items():
        for response, _ in responses(vault, space):
            opened = open_response(vault, space, response)
            live = opened.live(Context(now))
            asked = {path for path, _ in live.shown()}
            assert opened.answers.keys() - asked == set(), name


def test_whatever_is_not_fully_met_has_a_note_and_a_source(played: Played) -> None:
    vault = played.demo.vault
    judged = 0
    for space in played.demo.visits.values():
        for form in filled_forms(vault, space, "en"):
            for question in form.questions:
                if question.value in ("partly", "not_met") and question.role == "judgement":
                    judged += 1
                    assert question.sources, question.path
                    assert any(note.text for note in question.state.notes), question.path
    assert judged > 100


def test_people_counted_in_groups_add_up(played: Played) -> None:
    vault = played.demo.vault
    sums = 0
    for space in played.demo.visits.values():
        for form in filled_forms(vault, space, "en"):
            values = {q.path.rpartition("/")[2]: q.value for q in form.questions if not q.row}
            groups = ("held_women", "held_men", "held_diverse", "children_held")
            if values.get("held_total"):
                sums += 1
                assert sum(int(values.get(name) or 0) for name in groups) == int(values["held_total"])
                assert int(values.get("held_over_90") or 0) <= int(values["held_over_30"])
                assert int(values["talks_declined"]) <= int(values["talks_offered"])
    assert sums == 5


def test_texts_of_reports_count_no_small_group_and_name_nobody(played: Played) -> None:
    vault, resources = played.demo.vault, installed_resources()
    library = load_library(resources)
    for space in played.demo.visits.values():
        for language in LANGUAGES:
            words = speak(language, resources)
            content = report_content(vault, ReportWish(space, language), library, words)
            points = before_signing(vault, space, content, library, resources, words)
            assert [point.what for point in points if point.code is CheckCode.SMALL_GROUP] == []
            assert not re.search(rb"\b(Mr|Mrs|Ms|Mme|Dr) ", reports.canonical_json(content))


def test_every_concern_rests_on_evidence_and_a_provision(played: Played) -> None:
    vault = played.demo.vault
    for space in played.demo.visits.values():
        for finding in findings(vault, space):
            assert finding.evidence
            assert finding.provisions
            assert (finding.severity is not None) == (finding.kind is FindingKind.CONCERN)


def test_reports_open_with_a_summary_in_both_languages(played: Played) -> None:
    vault = played.demo.vault
    for row in visits(vault):
        if row.visit.state in (VisitState.SIGNED, VisitState.IN_REVIEW):
            assert passages(vault, row.visit.space)[Passage.SUMMARY].keys() == {"en", "fr"}


def test_visits_in_quebec_are_written_in_french(played: Played) -> None:
    vault = played.demo.vault
    for name, space in played.demo.visits.items():
        row = next(row for row in visits(vault) if row.visit.space == space)
        assert row.visit.language == ("fr" if name in _QUEBEC else "en")
        assert all(finding.titles.keys() == {row.visit.language} for finding in findings(vault, space))


def test_home_says_how_long_ago_each_place_was_visited(played: Played) -> None:
    since = {one.facility.city: one.days for one in home(played.demo.vault).since}
    assert since == {
        "Toronto": 189,
        "Laval": 139,
        "Surrey": 93,
        "Sainte-Anne-des-Plaines": 55,
        "Richmond": None,
    }


def test_the_cover_says_in_the_reports_language_that_all_is_invented(played: Played) -> None:
    vault = played.demo.vault
    said = {
        _TORONTO: b"Demo programme: everything here is invented",
        _LAVAL: "Programme de démonstration\u00a0: tout est inventé".encode(),
    }
    for name, notice in said.items():
        latest = signed_versions(vault, played.demo.visits[name])[0].signed
        assert notice in _attached(signed_pdf(vault, latest))


def test_a_copy_of_it_opens_with_its_passphrase(played: Played, tmp_path: Path) -> None:
    vault = played.demo.vault
    backup = back_up(vault, tmp_path).folder
    world = World(vault.clock, system_randomness, LIGHT, floor_kib=8)
    copy = restore(backup, tmp_path / "copy", played.demo.passphrase, world)
    try:
        assert len(visits(copy)) == 7
        copy.verify_all()
        assert copy.faults == ()
    finally:
        copy.close()


def test_its_words_are_always_the_same_and_its_keys_never(played: Played, tmp_path: Path) -> None:
    again = play(tmp_path, "fr")
    try:
        assert _content(again.demo.vault) == _content(played.demo.vault)
        assert again.demo.root_certificate != played.demo.root_certificate
        assert again.demo.vault.identity.device != played.demo.vault.identity.device
    finally:
        again.demo.vault.close()


def test_it_tells_each_step_in_the_language_asked_for(played: Played) -> None:
    assert played.said[0] == "20 Apr 2026: Demo Monitoring Team founds the programme."
    assert "9 Jul 2026: Laval Immigration Holding Centre. Report signed, version 1." in played.said
    assert played.said[-1] == "5 fields were written twice and wait."


def _content(vault: Vault) -> Counter[str]:
    """All that stands, without ids, hashes and signatures."""
    return Counter(_plain(row) for row in vault.current() if not isinstance(row.value, bytes))


def _plain(row: Current) -> str:
    field = re.sub(r"\[[^\]]*\]", "[row]", row.field)
    value = "" if row.entity_kind in (Kind.REPORT, Kind.ACCEPTANCE) and field in ("signed", "key") else row.value
    return f"{row.entity_kind} {field} {value!r} {row.at.isoformat()}"


def _attached(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as file:
        (data,) = (entry.get_file().read_bytes() for entry in file.attachments.values())
    return data
