"""Story 7: the report. What stops a signature, what may be accepted with a reason, what is signed, what comes after."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stories.given import PASSPHRASE, RESOURCES, Laptop

from monitor_app import reports
from monitor_app.actions.accept_check import accept_check, withdraw_acceptance
from monitor_app.actions.answer import settle
from monitor_app.actions.before_signing import before_signing
from monitor_app.actions.change_visit import place_in_team
from monitor_app.actions.comment import add_comment, resolve_comment
from monitor_app.actions.enrol_device import accept_grant, grant, request_to_join, request_words
from monitor_app.actions.finding import new_finding
from monitor_app.actions.hand_over import parcel, take_parcel
from monitor_app.actions.open_report import OpenReport, open_report, pdf_to_take_out
from monitor_app.actions.passage import Passage, write_passage
from monitor_app.actions.plan_visit import TeamChoice
from monitor_app.actions.records import records
from monitor_app.actions.reopen_report import reopen_report
from monitor_app.actions.report_content import ReportWish, report_content
from monitor_app.actions.sign_report import sign_report
from monitor_app.actions.sign_with_reason import pack_with_reason
from monitor_app.actions.signed_reports import file_name, save_pdf
from monitor_app.actions.written_twice import written_twice
from monitor_app.base import Problem, SpaceId, speak, system_randomness
from monitor_app.monitoring import Check, CheckCode, Kind, ProgrammeRole, Source, VisitState
from monitor_app.vault import Vault

WORDS = speak("en", RESOURCES)


@pytest.fixture
def space(laptop: Laptop) -> SpaceId:
    """A visit of one day's work with a summary."""
    made = laptop.plan()
    laptop.answer(made, "figures_date", "2026-11-18")
    laptop.answer(made, "places", "184")
    laptop.answer(made, "held_total", "97")
    laptop.answer(made, "health_seen_24h", "partly", "3 of 10 waited until Monday.", (Source.DOCUMENTS,))
    write_passage(laptop.vault, made, Passage.SUMMARY, "en", "The team was let in at once.")
    return made


@pytest.fixture
def other(laptop: Laptop, tmp_path: Path) -> Iterator[Laptop]:
    """The laptop of Visitor B, who joined by request and grant."""
    request = request_to_join("Visitor B", "en", laptop.world)
    assert request_words(request.data, "en") == request_words(request.data, "en")
    granted = grant(laptop.vault, request.data, ProgrammeRole.VISITOR, laptop.world)
    joined = accept_grant(tmp_path / "b", request, granted, "six slow otters under fir", laptop.world)
    made = Laptop(tmp_path / "b", laptop.world, laptop.founded, joined.vault)
    blobs = tuple(
        laptop.vault.blob(r.text("xform"))
        for r in records(laptop.vault, laptop.vault.identity.programme, Kind.CHECKLIST)
    )
    take_parcel(made.vault, parcel(laptop.vault, laptop.vault.identity.programme, blobs=blobs))
    yield made
    made.vault.close()


def _carry(giver: Vault, taker: Vault, space: SpaceId) -> None:
    for one in (giver.identity.programme, space):
        came = take_parcel(taker, parcel(giver, one, taker.frontier(one)))
        assert (came.waiting, came.aside) == (0, ())


def _points(laptop: Laptop, space: SpaceId) -> tuple[Check, ...]:
    content = report_content(laptop.vault, ReportWish(space, "en"), laptop.library, WORDS)
    return before_signing(laptop.vault, space, content, laptop.library, RESOURCES, WORDS)


def _sign(laptop: Laptop, space: SpaceId) -> None:
    wish = ReportWish(space, "en")
    sign_report(laptop.vault, wish, PASSPHRASE, laptop.library, RESOURCES, WORDS, system_randomness)


def _accept_all(laptop: Laptop, space: SpaceId) -> None:
    for point in _points(laptop, space):
        if point.open:
            accept_check(laptop.vault, space, point, "One day only; the rest is seen next time.")


def _opened(laptop: Laptop, space: SpaceId) -> OpenReport:
    return open_report(laptop.vault, ReportWish(space, "en"), laptop.library, RESOURCES, WORDS, WORDS)


def test_the_preview_is_drawn_in_memory_and_says_draft(laptop: Laptop, space: SpaceId) -> None:
    opened = _opened(laptop, space)
    assert opened.content.state == "draft"
    pdf = reports.render(opened.content, WORDS, RESOURCES, check_phrase="")
    assert pdf.startswith(b"%PDF-")
    assert not reports.verify_pdf(pdf, [laptop.founded.root_certificate], laptop.clock.now()).signed


def test_points_to_look_at_keep_the_report_open_until_each_has_a_reason(laptop: Laptop, space: SpaceId) -> None:
    with pytest.raises(Problem, match=r"work\.not-ready-to-sign"):
        _sign(laptop, space)
    points = _points(laptop, space)
    assert {point.code for point in points} == {CheckCode.KEY_UNANSWERED}
    with pytest.raises(Problem, match=r"work\.reason-needed"):
        accept_check(laptop.vault, space, points[0], " ")
    _accept_all(laptop, space)
    assert all(point.reason for point in _points(laptop, space))
    withdraw_acceptance(laptop.vault, space, points[0])
    assert [point.key for point in _points(laptop, space) if point.open] == [points[0].key]


def test_a_finding_without_evidence_or_provision_a_small_group_and_a_comment_are_pointed_out(
    laptop: Laptop, space: SpaceId
) -> None:
    new_finding(laptop.vault, space, system_randomness)
    comment = add_comment(laptop.vault, space, "Is this so?", system_randomness, path=laptop.path(space, "places"))
    write_passage(laptop.vault, space, Passage.SUMMARY, "en", "The team met two women from the north wing.")
    codes = {point.code for point in _points(laptop, space)}
    assert {CheckCode.NO_EVIDENCE, CheckCode.NO_PROVISION, CheckCode.SMALL_GROUP, CheckCode.COMMENT} <= codes
    resolve_comment(laptop.vault, space, comment)
    write_passage(laptop.vault, space, Passage.SUMMARY, "en", "The team met women from the north wing.")
    codes = {point.code for point in _points(laptop, space)}
    assert not {CheckCode.SMALL_GROUP, CheckCode.COMMENT} & codes


def test_a_character_no_font_has_stops_and_cannot_be_accepted(laptop: Laptop, space: SpaceId) -> None:
    write_passage(laptop.vault, space, Passage.SUMMARY, "en", "The sign at the door says ᐃᓄᒃ.")
    stops = [point for point in _points(laptop, space) if point.stops]
    assert {point.code for point in stops} == {CheckCode.CHARACTER}
    with pytest.raises(ValueError, match="solved"):
        accept_check(laptop.vault, space, stops[0], "never mind")
    _accept_all_but_stops(laptop, space)
    with pytest.raises(Problem, match=r"work\.not-ready-to-sign"):
        _sign(laptop, space)


def _accept_all_but_stops(laptop: Laptop, space: SpaceId) -> None:
    for point in _points(laptop, space):
        if point.open and not point.stops:
            accept_check(laptop.vault, space, point, "One day only.")


def test_a_wrong_passphrase_signs_nothing(laptop: Laptop, space: SpaceId) -> None:
    _accept_all(laptop, space)
    with pytest.raises(Problem, match=r"vault\.wrong-passphrase"):
        sign_report(
            laptop.vault, ReportWish(space, "en"), "not this", laptop.library, RESOURCES, WORDS, system_randomness
        )
    assert _opened(laptop, space).versions == ()


def test_a_signed_report_verifies_at_once_and_is_saved_outside_by_an_explicit_act(
    laptop: Laptop, space: SpaceId, tmp_path: Path
) -> None:
    _accept_all(laptop, space)
    _sign(laptop, space)
    opened = _opened(laptop, space)
    (version,) = opened.versions
    assert (opened.visit.state, opened.changes_after) == (VisitState.SIGNED, 0)
    assert not list(tmp_path.glob("*.pdf"))
    with pytest.raises(Problem, match=r"vault\.wrong-passphrase"):
        pdf_to_take_out(laptop.vault, version.signed, "not this")
    pdf = pdf_to_take_out(laptop.vault, version.signed, PASSPHRASE)
    target = tmp_path / file_name(version.signed)
    save_pdf(pdf, target)
    verdict = reports.verify_pdf(target.read_bytes(), [laptop.founded.root_certificate], laptop.clock.now())
    assert verdict.confirmed
    assert (verdict.signer, verdict.number, verdict.version) == ("Visitor A", "MT-2026-001", 1)


def test_one_changed_byte_of_a_signed_report_is_noticed(laptop: Laptop, space: SpaceId) -> None:
    _accept_all(laptop, space)
    _sign(laptop, space)
    pdf = pdf_to_take_out(laptop.vault, _opened(laptop, space).versions[0].signed, PASSPHRASE)
    middle = len(pdf) // 2
    changed = pdf[:middle] + bytes([pdf[middle] ^ 1]) + pdf[middle + 1 :]
    verdict = reports.verify_pdf(changed, [laptop.founded.root_certificate], laptop.clock.now())
    assert not verdict.confirmed


def test_one_reason_for_all_points_signs_in_one_step(laptop: Laptop, space: SpaceId) -> None:
    frozen = pack_with_reason(
        laptop.vault, ReportWish(space, "en"), PASSPHRASE, "One day only.", laptop.library, RESOURCES, WORDS
    )
    assert {one.reason for one in frozen.content.accepted} == {"One day only."}


def test_what_comes_after_signing_changes_nothing_signed_and_a_reopening_makes_version_2(
    laptop: Laptop, space: SpaceId
) -> None:
    _accept_all(laptop, space)
    _sign(laptop, space)
    before = pdf_to_take_out(laptop.vault, _opened(laptop, space).versions[0].signed, PASSPHRASE)
    laptop.clock.forward(days=1)
    for name, value in (("held_total", "95"), ("places", "180"), ("incidents", "4")):
        laptop.answer(space, name, value)
    opened = _opened(laptop, space)
    assert (opened.visit.state, opened.changes_after) == (VisitState.SIGNED, 3)
    assert pdf_to_take_out(laptop.vault, opened.versions[0].signed, PASSPHRASE) == before
    with pytest.raises(Problem, match=r"work\.reason-needed"):
        reopen_report(laptop.vault, space, "", system_randomness)
    reopen_report(laptop.vault, space, "The centre corrected its figures.", system_randomness)
    assert _opened(laptop, space).visit.state is VisitState.IN_PROGRESS
    _sign(laptop, space)
    second, first = _opened(laptop, space).versions
    assert (first.signed.version, second.signed.version) == (1, 2)
    content = _opened(laptop, space).content
    assert content.replaces is not None


def test_two_answers_stop_the_signature_until_the_lead_settles_them(
    laptop: Laptop, space: SpaceId, other: Laptop
) -> None:
    place_in_team(laptop.vault, space, TeamChoice(other.vault.identity.member))
    silent = [point.what for point in _points(laptop, space) if point.code is CheckCode.LAPTOP]
    assert silent == ["Visitor B"]
    _carry(laptop.vault, other.vault, space)
    laptop.answer(space, "call_buttons", "met", "Tried by day.", (Source.OBSERVATION,))
    other.answer(space, "call_buttons", "not_met", "Nobody comes after 23:00.", (Source.DETAINED,))
    _carry(other.vault, laptop.vault, space)
    _carry(laptop.vault, other.vault, space)
    for one in (laptop, other):
        state = one.checklist(space).answers[one.path(space, "call_buttons")]
        assert {given.text for given in state.values} == {"met", "not_met"}
        assert state.sources == {Source.OBSERVATION, Source.DETAINED}
    points = _points(laptop, space)
    assert [point.code for point in points if point.stops] == [CheckCode.CONFLICT]
    assert not [point for point in points if point.code is CheckCode.LAPTOP]
    _accept_all_but_stops(laptop, space)
    with pytest.raises(Problem, match=r"work\.not-ready-to-sign"):
        _sign(laptop, space)
    for one in written_twice(laptop.vault, space, [Kind.ANSWER]):
        kept = next(version.value for version in one.versions if version.member.label == "Visitor B")
        settle(laptop.vault, space, Kind.ANSWER, one.entity, one.field, kept, one.saw)
    _accept_all(laptop, space)
    _sign(laptop, space)
    _carry(laptop.vault, other.vault, space)
    assert other.vault.conflicts(space) == []
    assert other.live(space).value(other.path(space, "call_buttons")) == "not_met"


def test_a_visitor_may_not_sign_nor_accept(laptop: Laptop, space: SpaceId, other: Laptop) -> None:
    place_in_team(laptop.vault, space, TeamChoice(other.vault.identity.member))
    _carry(laptop.vault, other.vault, space)
    opened = _opened(other, space)
    assert opened.may_write
    assert not opened.may_sign
    with pytest.raises(Problem, match=r"work\.not-allowed"):
        accept_check(other.vault, space, _points(other, space)[0], "I say so.")
