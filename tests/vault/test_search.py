"""Search: every word, the last one as a beginning; no input is a mistake; the same answers folded or not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.vault.given import PROGRAMME, RESPONSE, Laptop


@pytest.fixture(params=["just written", "folded", "rebuilt"])
def notes(laptop: Laptop, request: pytest.FixtureRequest) -> Laptop:
    laptop.note("Les fenêtres ne s’ouvrent pas; l’été, la chaleur est grande.", "n1")
    laptop.note("The window of room 12 does not open", "n2")
    laptop.note("Meals come late on Sundays, said three people", "n3")
    laptop.note("an old note about windows", "n4")
    laptop.note("Halal meals are served", "n4")
    if request.param == "folded":
        laptop.vault._parts.store.transaction(laptop.vault._parts.folding.fold)
    if request.param == "rebuilt":
        laptop.vault.rebuild()
    return laptop


@pytest.mark.parametrize(
    ("asked", "fields"),
    [
        ("window", ["n2"]),
        ("WINDOW", ["n2"]),
        ("wind", ["n2"]),
        ("fenetres", ["n1"]),
        ("FENÊTRES", ["n1"]),
        ("fene", ["n1"]),
        ("ete", ["n1"]),
        ("l’été", ["n1"]),
        ("d'ete", []),
        ("meals", ["n4", "n3"]),
        ("meals late", ["n3"]),
        ("late meals", ["n3"]),
        ("late mea", ["n3"]),
        ("mea late", []),
        ("room 12", ["n2"]),
        ("  window ,;  open ", ["n2"]),
        ("old", []),
        ("", []),
        ("   ", []),
        ("…!?", []),
        ("zzz", []),
    ],
)
def test_words_are_found_wherever_they_stand(notes: Laptop, asked: str, fields: list[str]) -> None:
    assert [hit.field for hit in notes.vault.search(asked)] == fields


def test_a_hit_names_its_place_and_shows_the_words_around(notes: Laptop) -> None:
    (hit,) = notes.vault.search("room 1")
    assert (hit.space, hit.entity_kind, hit.entity, hit.field) == (PROGRAMME, "note", RESPONSE, "n2")
    assert "window of room 12" in hit.snippet
    assert hit.at == notes.clock.now()


@pytest.mark.parametrize(
    "asked",
    [
        *('"', "'", '"window', "window*", "* window", "win*dow", "NOT", "window OR", "AND", "NEAR(a b)", "text:window"),
        *("-x", "(", ")", "^window", "window + open", "a" * 5000, "\0", "window\0open", "\ue000", "🙂", "ﬁ", "\u0301"),
    ],
)
def test_no_input_is_a_mistake(notes: Laptop, asked: str) -> None:
    assert isinstance(notes.vault.search(asked), list)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=30))
def test_no_text_at_all_is_a_mistake(notes: Laptop, asked: str) -> None:
    assert isinstance(notes.vault.search(asked), list)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.text(st.characters(categories=["L", "N", "P", "Z"]), max_size=12), min_size=1, max_size=4))
def test_whatever_was_written_is_found_by_its_first_word(laptop: Laptop, parts: list[str]) -> None:
    from monitor_app.vault.finding import words

    text = " ".join(parts)
    laptop.note(text, "n9")
    found = words(text)
    if found:
        assert [hit.field for hit in laptop.vault.search(found[0])] == ["n9"]


def test_the_latest_come_first_and_no_more_than_asked(laptop: Laptop) -> None:
    for number in range(20):
        laptop.note(f"lamp {number}", f"n{number}")
        if number == 9:
            laptop.vault._parts.store.transaction(laptop.vault._parts.folding.fold)
    assert [hit.field for hit in laptop.vault.search("lamp", limit=12)] == [f"n{number}" for number in range(19, 7, -1)]


def test_a_long_note_shows_only_what_stands_around_the_word(laptop: Laptop) -> None:
    laptop.note(" ".join(f"word{number}" for number in range(100)) + " needle and more", "n1")
    (hit,) = laptop.vault.search("needle")
    assert "needle" in hit.snippet
    assert hit.snippet.startswith("…")
    assert len(hit.snippet.split()) <= 18
    laptop.note("needle " + " ".join(f"word{number}" for number in range(100)), "n2")
    assert laptop.vault.search("needle")[0].snippet.endswith("…")


def test_tallies_count_fields_and_not_entries(laptop: Laptop) -> None:
    for value in ("met", "not_met", "met"):
        laptop.answer(value, "q1")
    laptop.answer("not_met", "q2")
    laptop.answer("met", "q3")
    laptop.answer("", "q3")
    assert laptop.vault.tallies("answered") == {(PROGRAMME, RESPONSE): 1}
    assert laptop.vault.tallies("serious") == {(PROGRAMME, RESPONSE): 1}
    laptop.vault.rebuild()
    assert laptop.vault.tallies("answered") == {(PROGRAMME, RESPONSE): 1}
    laptop.answer(None, "q1")
    assert laptop.vault.tallies("answered") == {}
    assert laptop.vault.tallies("never heard of") == {}
