"""What two people wrote, or one while doing something else, is lost by neither: notes, rows, versions, numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.actions.pair import Pair
from tests.stories.given import RESOURCES, Laptop

from monitor_app.actions.answer import add_row, answer, answer_too, draft, note_field, remove_row, settle, write_note
from monitor_app.actions.answer_history import answer_history
from monitor_app.actions.checklists import publish_checklist
from monitor_app.actions.comment import add_comment, comments, resolve_comment
from monitor_app.actions.overview import overview
from monitor_app.actions.quick_note import add_quick_note, change_quick_note, file_quick_note, quick_notes
from monitor_app.actions.visits import visit_of, visits
from monitor_app.actions.write import put
from monitor_app.base import EntityId, Problem, SpaceId, system_randomness
from monitor_app.monitoring import Kind
from monitor_app.vault import Vault


def _note(laptop: Laptop, space: SpaceId, name: str) -> list[str]:
    state = laptop.checklist(space).answers.get(laptop.path(space, name))
    return [note.text for note in state.notes] if state else []


def test_a_note_filed_where_somebody_is_typing_keeps_what_was_typed(laptop: Laptop) -> None:
    space = laptop.plan()
    response, path = laptop.checklist(space).id, laptop.path(space, "places")
    note = add_quick_note(laptop.vault, space, "Door 4 was locked.", system_randomness)
    draft(laptop.vault, space, Kind.ANSWER, response, note_field(path), "Two cots in the")
    file_quick_note(laptop.vault, space, note, response, path)
    laptop.vault.flush_drafts()
    assert _note(laptop, space, "places") == ["Two cots in the\n\nDoor 4 was locked."]


def test_a_note_is_filed_beside_two_notes_and_both_stay(pair: Pair) -> None:
    space = pair.visit()
    response, path = pair.a.checklist(space).id, pair.a.path(space, "places")
    for one, text in ((pair.a, "Of A."), (pair.b, "Of B.")):
        write_note(one.vault, space, response, path, text)
    pair.meet(space)
    note = add_quick_note(pair.b.vault, space, "Of the inbox.", system_randomness)
    file_quick_note(pair.b.vault, space, note, response, path)
    pair.meet(space)
    for one in (pair.a, pair.b):
        assert sorted(_note(one, space, "places")) == ["Of A.", "Of B.\n\nOf the inbox."]


def test_a_waiting_note_that_two_people_changed_shows_and_files_both(pair: Pair) -> None:
    space = pair.visit()
    note = add_quick_note(pair.a.vault, space, "Door.", system_randomness)
    pair.meet(space)
    change_quick_note(pair.a.vault, space, note, "Door 4 was locked.")
    change_quick_note(pair.b.vault, space, note, "Door 5 was open.")
    pair.meet(space)
    for one in (pair.a, pair.b):
        ((text),) = [waiting.text for waiting in quick_notes(one.vault, space)]
        assert "Door 4 was locked." in text
        assert "Door 5 was open." in text
    file_quick_note(pair.a.vault, space, note, pair.a.checklist(space).id, pair.a.path(space, "places"))
    assert "Door 5 was open." in _note(pair.a, space, "places")[0]
    with pytest.raises(Problem, match=r"work\.not-there"):
        file_quick_note(pair.a.vault, space, note, pair.a.checklist(space).id, pair.a.path(space, "places"))


def _row(laptop: Laptop, space: SpaceId) -> str:
    items = laptop.checklist(space).definition.items
    kind = next(path for path, item in items.items() if item.name == "area_kind")
    return f"{kind.rpartition('/')[0]}[r1]"


def _rows(laptop: Laptop, space: SpaceId) -> tuple[str, ...]:
    return laptop.live(space).rows(_row(laptop, space).partition("[")[0])


def test_a_row_taken_out_and_put_back_shows_its_answers_on_both_laptops(pair: Pair) -> None:
    space = pair.visit()
    response, row = pair.a.checklist(space).id, _row(pair.a, space)
    add_row(pair.a.vault, space, response, row)
    answer(pair.a.vault, space, response, f"{row}/area_name", "North wing")
    pair.meet(space)
    remove_row(pair.b.vault, space, response, row)
    pair.meet(space)
    assert (_rows(pair.a, space), _rows(pair.b, space)) == ((), ())
    add_row(pair.a.vault, space, response, row)
    pair.meet(space)
    for one in (pair.a, pair.b):
        assert _rows(one, space) == ("r1",)
        assert one.live(space).value(f"{row}/area_name") == "North wing"


def test_a_row_that_one_takes_out_and_the_other_keeps_is_kept(pair: Pair) -> None:
    space = pair.visit()
    response, row = pair.a.checklist(space).id, _row(pair.a, space)
    add_row(pair.a.vault, space, response, row)
    pair.meet(space)
    remove_row(pair.a.vault, space, response, row)
    remove_row(pair.b.vault, space, response, row)
    add_row(pair.b.vault, space, response, row)
    pair.meet(space)
    assert (_rows(pair.a, space), _rows(pair.b, space)) == (("r1",), ("r1",))
    assert {one.conflicts for one in visits(pair.a.vault)} == {0}


def test_an_answer_that_came_while_two_others_were_settled_stays(pair: Pair) -> None:
    space = pair.visit()
    response, path = pair.a.checklist(space).id, pair.a.path(space, "call_buttons")
    answer(pair.a.vault, space, response, path, "met")
    pair.meet(space)
    answer_too(pair.b.vault, space, response, path, "not_met")
    pair.meet(space)
    seen = tuple(given.dot for given in pair.a.checklist(space).answers[path].values)
    answer(pair.b.vault, space, response, path, "partly")
    pair.meet(space)
    settle(pair.a.vault, space, Kind.ANSWER, response, f"{path}#value", "met", seen)
    pair.meet(space)
    for one in (pair.a, pair.b):
        assert {given.text for given in one.checklist(space).answers[path].values} == {"met", "partly"}


def test_what_is_typed_while_two_notes_are_settled_is_in_the_history(pair: Pair) -> None:
    space = pair.visit()
    response, path = pair.a.checklist(space).id, pair.a.path(space, "places")
    for one, text in ((pair.a, "Of A."), (pair.b, "Of B.")):
        write_note(one.vault, space, response, path, text)
    pair.meet(space)
    seen = tuple(note.dot for note in pair.a.checklist(space).answers[path].notes)
    draft(pair.a.vault, space, Kind.ANSWER, response, note_field(path), "Of A, and more.")
    settle(pair.a.vault, space, Kind.ANSWER, response, note_field(path), "Of B.", seen)
    assert _note(pair.a, space, "places") == ["Of B."]
    assert "Of A, and more." in {row.text for row in answer_history(pair.a.vault, space, response, path)}


def test_a_running_visit_keeps_the_version_of_its_checklist(laptop: Laptop) -> None:
    space = laptop.plan()
    before = laptop.checklist(space)
    path = RESOURCES.path("checklists", "immigration-holding-centre.md")
    newer = Path(str(path)).read_text(encoding="utf-8").replace("Places for people to sleep", "Beds")
    publish_checklist(laptop.vault, newer.encode(), "immigration-holding-centre.md")
    after = laptop.checklist(space)
    assert after.checklist == before.checklist
    places = laptop.path(space, "places")
    assert after.definition.question(places).label == before.definition.question(places).label
    fresh = laptop.checklist(laptop.plan())
    assert fresh.checklist.id != before.checklist.id


def test_visits_planned_apart_have_numbers_apart(pair: Pair) -> None:
    programme = pair.a.vault.identity.programme
    put(pair.a.vault, programme, Kind.MEMBER, EntityId(pair.b.vault.identity.member), {"role": "lead"})
    pair.meet()
    spaces = [one.plan() for one in (pair.a, pair.b, pair.a, pair.b)]
    vaults = (pair.a.vault, pair.b.vault, pair.a.vault, pair.b.vault)
    numbers = [visit_of(vault, space).number for vault, space in zip(vaults, spaces, strict=True)]
    assert numbers == ["MT-2026-001", "MT-2026-051", "MT-2026-002", "MT-2026-052"]


def test_progress_that_is_remembered_is_the_progress_there_is(pair: Pair) -> None:
    space = pair.visit()
    for step, value in enumerate(("met", "", "partly", "na")):
        pair.b.answer(space, "call_buttons", value)
        if step % 2:
            pair.meet(space)
        for one in (pair.a, pair.b):
            shown = _progress(one.vault, space)
            assert shown == one.live(space).progress()
            assert _progress(one.vault, space) == shown


def _progress(vault: Vault, space: SpaceId) -> tuple[int, int]:
    progress = overview(vault, space, "en").row.progress
    return progress.answered, progress.asked


def test_a_comment_resolved_and_opened_at_once_is_decided_by_the_next_word(pair: Pair) -> None:
    space = pair.visit()
    comment = add_comment(pair.a.vault, space, "Is this so?", system_randomness, path="/data/x")
    resolve_comment(pair.a.vault, space, comment)
    pair.meet(space)
    resolve_comment(pair.b.vault, space, comment, resolved=False)
    resolve_comment(pair.a.vault, space, comment, resolved=False)
    resolve_comment(pair.a.vault, space, comment)
    pair.meet(space)
    resolve_comment(pair.a.vault, space, comment)
    pair.meet(space)
    for one in (pair.a, pair.b):
        assert [said.resolved for said in comments(one.vault, space)] == [True]
