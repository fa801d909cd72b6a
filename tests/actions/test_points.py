"""The points before signing: each fires, holds for what was looked at and nothing later, and prints no name."""

from __future__ import annotations

from tests.actions.pair import Pair, accept_all, content, points
from tests.stories.given import Laptop

from monitor_app.actions.accept_check import accept_check
from monitor_app.actions.change_visit import change_visit, set_outcome
from monitor_app.actions.comment import add_comment
from monitor_app.actions.finding import add_evidence, change_finding, new_finding, remove_finding, restore_finding
from monitor_app.actions.passage import Passage, write_passage
from monitor_app.actions.plan_visit import TeamChoice
from monitor_app.actions.quick_note import add_quick_note, change_quick_note
from monitor_app.actions.recommendation import add_recommendation
from monitor_app.base import EntityId, SpaceId, system_randomness
from monitor_app.monitoring import Check, CheckCode, Outcome, VisitRole


def _of(laptop: Laptop, space: SpaceId, code: CheckCode) -> list[Check]:
    return [point for point in points(laptop, space) if point.code is code]


def _finding(laptop: Laptop, space: SpaceId, text: str) -> EntityId:
    made = new_finding(laptop.vault, space, system_randomness)
    change_finding(laptop.vault, space, made, {"title.en": "Women wait.", "text.en": text})
    return made


def test_an_acceptance_is_of_one_finding_whatever_its_number_becomes(laptop: Laptop) -> None:
    space = laptop.plan()
    first = _finding(laptop, space, "The two women who arrived on Monday had no doctor.")
    (point,) = _of(laptop, space, CheckCode.SMALL_GROUP)
    accept_check(laptop.vault, space, point, "They asked for it.")
    second = _finding(laptop, space, "The two women from dormitory 4 had no doctor.")
    remove_finding(laptop.vault, space, first)
    (point,) = _of(laptop, space, CheckCode.SMALL_GROUP)
    assert (point.place.finding, point.what[:3], point.open) == (second, "F-1", True)


def test_an_accepted_paragraph_that_is_changed_is_looked_at_again(laptop: Laptop) -> None:
    space = laptop.plan()
    made = _finding(laptop, space, "Two women were kept.\n\nOthers were not.")
    (point,) = _of(laptop, space, CheckCode.SMALL_GROUP)
    accept_check(laptop.vault, space, point, "They asked for it.")
    change_finding(laptop.vault, space, made, {"text.en": "Two women were kept.\n\nMany others were not."})
    assert not _of(laptop, space, CheckCode.SMALL_GROUP)[0].open
    change_finding(laptop.vault, space, made, {"text.en": "Two women were kept, both from Eritrea."})
    assert _of(laptop, space, CheckCode.SMALL_GROUP)[0].open


def test_small_groups_are_found_in_every_text_that_prints(laptop: Laptop) -> None:
    space = laptop.plan()
    write_passage(laptop.vault, space, Passage.SUMMARY, "fr", "L’équipe a rencontré deux femmes.")
    write_passage(laptop.vault, space, Passage.LIMITS, "en", "Three men were asleep.")
    set_outcome(laptop.vault, space, Outcome.CUT_SHORT, "Two men were being moved.", "the centre")
    made = _finding(laptop, space, "Nothing here.")
    add_recommendation(laptop.vault, space, made, system_randomness, {"text.fr": "Voir trois femmes."})
    found = " ".join(point.what for point in _of(laptop, space, CheckCode.SMALL_GROUP))
    assert all(words in found for words in ("deux femmes", "Three men", "Two men", "trois femmes"))


def test_a_signed_report_names_no_member_and_repeats_no_small_number_among_what_was_accepted(pair: Pair) -> None:
    space = pair.a.plan(team=(TeamChoice(pair.b.vault.identity.member, VisitRole.VISITOR),))
    add_comment(pair.a.vault, space, "Is this so?", system_randomness, path=pair.a.path(space, "places"))
    made = _finding(pair.a, space, "Two women were kept.")
    assert _of(pair.a, space, CheckCode.LAPTOP)[0].what == "Visitor B"
    accept_all(pair.a, space)
    printed = content(pair.a, space).accepted
    assert len(printed) == len(points(pair.a, space))
    said = " ".join(f"{one.check} {one.place} {one.reason}" for one in printed)
    assert "Visitor" not in said
    assert "Two women" not in said
    change_finding(pair.a.vault, space, made, {"text.en": "Women were kept."})
    assert "Small group" not in {one.check for one in content(pair.a, space).accepted}


def test_a_provision_the_library_does_not_know_is_pointed_out(laptop: Laptop) -> None:
    space = laptop.plan()
    made = _finding(laptop, space, "Women wait.")
    change_finding(laptop.vault, space, made, {"provision:nobody:12": True})
    assert [point.what for point in _of(laptop, space, CheckCode.CITATION)] == ["nobody:12"]


def test_a_finding_without_a_title_is_pointed_out(laptop: Laptop) -> None:
    space = laptop.plan()
    new_finding(laptop.vault, space, system_randomness)
    assert _of(laptop, space, CheckCode.TRANSLATION)


def test_a_conflict_in_what_was_taken_out_or_is_not_asked_any_more_stops_nothing(pair: Pair) -> None:
    space = pair.visit()
    made = _finding(pair.a, space, "Women wait.")
    pair.a.answer(space, "children_held", "3")
    pair.meet(space)
    for one, title, alone in ((pair.a, "One title.", "2"), (pair.b, "Another title.", "1")):
        change_finding(one.vault, space, made, {"title.en": title})
        one.answer(space, "children_alone", alone)
    pair.meet(space)
    assert len(_of(pair.a, space, CheckCode.CONFLICT)) == 2
    remove_finding(pair.a.vault, space, made)
    pair.a.answer(space, "children_held", "0")
    assert _of(pair.a, space, CheckCode.CONFLICT) == []
    restore_finding(pair.a.vault, space, made)
    assert len(_of(pair.a, space, CheckCode.CONFLICT)) == 1


def test_what_one_takes_out_while_another_works_on_it_is_kept_until_it_is_decided(pair: Pair) -> None:
    space = pair.visit()
    made = _finding(pair.a, space, "Women wait.")
    remove_finding(pair.a.vault, space, made)
    pair.meet(space)
    restore_finding(pair.b.vault, space, made)
    restore_finding(pair.a.vault, space, made)
    remove_finding(pair.a.vault, space, made)
    pair.meet(space)
    assert content(pair.b, space).themes
    assert _of(pair.a, space, CheckCode.CONFLICT)
    remove_finding(pair.a.vault, space, made)
    pair.meet(space)
    assert not content(pair.b, space).themes
    assert not _of(pair.b, space, CheckCode.CONFLICT)


def test_what_no_page_shows_twice_stops_nothing(pair: Pair) -> None:
    space = pair.visit(VisitRole.LEAD)
    note = add_quick_note(pair.a.vault, space, "Door 4.", system_randomness)
    pair.meet(space)
    for one in (pair.a, pair.b):
        change_quick_note(one.vault, space, note, f"Door 4 of {one.folder.name}.")
        accept_all(one, space, f"Reason of {one.folder.name}.")
    pair.meet(space)
    assert pair.a.vault.conflicts(space)
    assert _of(pair.a, space, CheckCode.CONFLICT) == []
    assert not [point for point in points(pair.a, space) if point.open]


def test_a_plan_that_two_leads_changed_is_decided_by_planning_again(pair: Pair) -> None:
    space = pair.visit(VisitRole.LEAD)
    for one, told in ((pair.a, "The agency"), (pair.b, "The minister")):
        change_visit(one.vault, space, {"addressees": told})
    pair.meet(space)
    assert len(_of(pair.a, space, CheckCode.CONFLICT)) == 1
    change_visit(pair.b.vault, space, {"addressees": "The agency"})
    pair.meet(space)
    assert _of(pair.a, space, CheckCode.CONFLICT) == []
    assert content(pair.a, space).cover.addressees == ("The agency",)


def test_evidence_that_is_added_closes_its_point(laptop: Laptop) -> None:
    space = laptop.plan()
    made = _finding(laptop, space, "Women wait.")
    assert _of(laptop, space, CheckCode.NO_EVIDENCE)
    add_evidence(laptop.vault, space, made, system_randomness, text="Seen.")
    assert not _of(laptop, space, CheckCode.NO_EVIDENCE)
