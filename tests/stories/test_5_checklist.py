"""Story 5: filling in the checklist. Every change is saved by itself; what was said saved is never lost."""

from __future__ import annotations

import pytest
from tests.stories.given import PASSPHRASE, Laptop

from monitor_app.actions.answer import add_row, draft, note_field, tick_source, write_note
from monitor_app.actions.answer_many import Answered, answer_many
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.progress import progress
from monitor_app.actions.quick_note import add_quick_note, file_quick_note, quick_notes
from monitor_app.actions.visits import visit_of
from monitor_app.base import SpaceId, system_randomness
from monitor_app.monitoring import Judgement, Kind, Source, VisitState

QUESTION = "health_seen_24h"


@pytest.fixture
def space(laptop: Laptop) -> SpaceId:
    return laptop.plan()


def test_the_first_judgement_begins_the_visit_and_counts(laptop: Laptop, space: SpaceId) -> None:
    assert visit_of(laptop.vault, space).state is VisitState.PLANNED
    laptop.answer(space, QUESTION, "partly", "3 of 10 waited until Monday.", (Source.DOCUMENTS, Source.DETAINED))
    visit = visit_of(laptop.vault, space)
    assert visit.state is VisitState.IN_PROGRESS
    assert progress(laptop.vault, visit, 1).answered == 1
    state = laptop.checklist(space).answers[laptop.path(space, QUESTION)]
    assert (state.values[0].text, state.notes[0].text) == ("partly", "3 of 10 waited until Monday.")
    assert state.sources == {Source.DOCUMENTS, Source.DETAINED}


def test_every_judgement_can_be_chosen_and_cleared(laptop: Laptop, space: SpaceId) -> None:
    for judgement in Judgement:
        laptop.answer(space, QUESTION, judgement.value)
        assert laptop.live(space).value(laptop.path(space, QUESTION)) == judgement.value
    laptop.answer(space, QUESTION, "")
    assert progress(laptop.vault, visit_of(laptop.vault, space), 0).answered == 0


def test_a_source_is_ticked_and_unticked(laptop: Laptop, space: SpaceId) -> None:
    laptop.answer(space, QUESTION, "met", sources=(Source.STAFF,))
    response, path = laptop.checklist(space).id, laptop.path(space, QUESTION)
    tick_source(laptop.vault, space, response, path, Source.STAFF, on=False)
    assert laptop.checklist(space).answers[path].sources == frozenset()


def test_no_children_held_means_their_questions_are_not_asked(laptop: Laptop, space: SpaceId) -> None:
    asked = laptop.live(space).progress()[1]
    assert laptop.live(space).relevant(laptop.path(space, "child_last_resort"))
    laptop.answer(space, "children_held", "0")
    assert not laptop.live(space).relevant(laptop.path(space, "child_last_resort"))
    assert laptop.live(space).progress()[1] < asked


def test_an_answer_that_breaks_its_rule_is_kept_and_said_so(laptop: Laptop, space: SpaceId) -> None:
    laptop.answer(space, "held_total", "-1")
    live, path = laptop.live(space), laptop.path(space, "held_total")
    assert live.value(path) == "-1"
    assert "zero" in (live.violation(path, "English (en)") or "")


def test_what_is_being_typed_is_there_after_the_power_went(laptop: Laptop, space: SpaceId) -> None:
    response, path = laptop.checklist(space).id, laptop.path(space, QUESTION)
    at = draft(laptop.vault, space, Kind.ANSWER, response, note_field(path), "Nurse on weekdays on")
    assert at == laptop.clock.now()
    laptop.vault.close()
    laptop.vault = open_programme(laptop.folder, PASSPHRASE, laptop.world)
    assert laptop.vault.drafts() == ()
    assert laptop.checklist(space).answers[path].notes[0].text == "Nurse on weekdays on"


def test_leaving_the_field_makes_one_entry_of_what_was_typed(laptop: Laptop, space: SpaceId) -> None:
    response, path = laptop.checklist(space).id, laptop.path(space, QUESTION)
    for text in ("N", "Nu", "Nurse"):
        draft(laptop.vault, space, Kind.ANSWER, response, note_field(path), text)
    before = laptop.vault.frontier(space)
    assert write_note(laptop.vault, space, response, path, "Nurse").entries == 1
    assert laptop.vault.drafts() == ()
    assert len(laptop.vault.entries_since(space, before)) == 1


def test_a_quick_note_waits_and_is_filed_below_what_stands(laptop: Laptop, space: SpaceId) -> None:
    laptop.answer(space, QUESTION, "partly", "The register was read.")
    note = add_quick_note(laptop.vault, space, "Nurse is lent until January.", system_randomness)
    assert [one.path for one in quick_notes(laptop.vault, space)] == [""]
    path = laptop.path(space, QUESTION)
    file_quick_note(laptop.vault, space, note, laptop.checklist(space).id, path)
    assert (
        laptop.checklist(space).answers[path].notes[0].text == "The register was read.\n\nNurse is lent until January."
    )
    assert [one.path for one in quick_notes(laptop.vault, space)] == [path]


def test_rows_of_a_tour_stand_in_the_order_they_were_added(laptop: Laptop, space: SpaceId) -> None:
    response, repeat = laptop.checklist(space).id, laptop.path(space, "area")
    for row, kind in (("z1", "kitchen"), ("a2", "yard")):
        add_row(laptop.vault, space, response, f"{repeat}[{row}]")
        answer_many(laptop.vault, space, response, {f"{repeat}[{row}]/area_kind": Answered(kind)})
    live = laptop.live(space)
    assert live.rows(repeat) == ("z1", "a2")


def test_a_paper_kit_is_typed_in_as_one_change(laptop: Laptop, space: SpaceId) -> None:
    response = laptop.checklist(space).id
    names = ("treat_respect", "treat_no_violence", "rules_explained")
    kit = {laptop.path(space, name): Answered("met", "Read off paper.", frozenset({Source.STAFF})) for name in names}
    row = f"{laptop.path(space, 'area')}[p1]"
    changes = answer_many(laptop.vault, space, response, kit | {f"{row}/area_kind": Answered("yard")}, [row])
    assert changes.entries == 3 * 3 + 2
    assert progress(laptop.vault, visit_of(laptop.vault, space), 3).answered == 3
