"""Signing: once per version, with the wording that was cited, and with what came after counted on every laptop."""

from __future__ import annotations

import pytest
from tests.actions.pair import WORDS, Pair, accept_all, content, sign
from tests.stories.given import PASSPHRASE, RESOURCES, Laptop

from monitor_app.actions.finding import change_finding, new_finding
from monitor_app.actions.provisions import confirm_provision
from monitor_app.actions.reopen_report import reopen_report
from monitor_app.actions.report_content import ReportWish
from monitor_app.actions.sign_report import pack, travel, unpack
from monitor_app.actions.signed_reports import file_name, signed_versions
from monitor_app.actions.visits import changes_after, visit_of
from monitor_app.base import Problem, SpaceId, system_randomness
from monitor_app.monitoring import SignedReport, VisitState


def test_a_signed_report_is_signed_again_only_after_it_was_reopened(laptop: Laptop) -> None:
    space = laptop.plan()
    sign(laptop, space)
    with pytest.raises(Problem, match=r"work\.visit-signed"):
        sign(laptop, space)
    reopen_report(laptop.vault, space, "A figure was wrong.", system_randomness)
    sign(laptop, space)
    second, first = signed_versions(laptop.vault, space)
    assert (first.signed.version, second.signed.version) == (1, 2)
    replaces = content(laptop, space).replaces
    assert replaces is not None


def test_one_version_frozen_twice_is_kept_once(laptop: Laptop) -> None:
    space = laptop.plan()
    accept_all(laptop, space)
    wish = ReportWish(space, "en")
    frozen = [pack(laptop.vault, wish, PASSPHRASE, laptop.library, RESOURCES, WORDS) for _ in range(2)]
    first, second = (travel(one, RESOURCES, WORDS) for one in frozen)
    unpack(laptop.vault, first, system_randomness)
    with pytest.raises(Problem, match=r"work\.changed-meanwhile"):
        unpack(laptop.vault, second, system_randomness)
    assert len(signed_versions(laptop.vault, space)) == 1


def _after(laptop: Laptop, space: SpaceId) -> int:
    return changes_after(laptop.vault, space, signed_versions(laptop.vault, space)[0].signed)


def test_what_came_after_is_counted_also_where_not_all_has_come(pair: Pair) -> None:
    space = pair.visit()
    for name, value in (("places", "100"), ("incidents", "3"), ("held_total", "50")):
        pair.a.answer(space, name, value)
    sign(pair.a, space)
    pair.b.answer(space, "deaths", "0")
    assert (_after(pair.a, space)) == 0
    pair.meet(space)
    pair.b.answer(space, "self_harm", "0")
    assert (_after(pair.a, space), _after(pair.b, space)) == (1, 2)
    assert visit_of(pair.b.vault, space).state is VisitState.SIGNED


def test_the_wording_signed_is_the_corrected_one_and_stays(laptop: Laptop) -> None:
    space = laptop.plan()
    made = new_finding(laptop.vault, space, system_randomness)
    change_finding(laptop.vault, space, made, {"title.en": "Women wait.", "provision:mandela:30": True})
    confirm_provision(laptop.vault, "mandela:30", "The printed text", {"paraphrase.en": "Seen by a doctor."}, False)
    accept_all(laptop, space)
    frozen = pack(laptop.vault, ReportWish(space, "en"), PASSPHRASE, laptop.library, RESOURCES, WORDS)
    confirm_provision(laptop.vault, "mandela:30", "The printed text", {"paraphrase.en": "Other words."}, False)
    (provision,) = frozen.content.themes[0].findings[0].provisions
    assert (provision.wording, provision.standing) == ("Seen by a doctor.", "")


def test_the_number_of_a_report_may_hold_what_a_file_name_may_not() -> None:
    signed = SignedReport(1, "MT/../2026-001", 0, "", "", "", b"", "en", "confidential", 0)
    assert file_name(signed) == "report-MT-..-2026-001-v1-en.pdf"
