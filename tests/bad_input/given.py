"""A laptop with work that was said saved, the ways to spoil its files, and what a Problem must look like."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stories.given import LIGHT, MORNING, PASSPHRASE, RESOURCES, Laptop, found, world

from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.quick_note import add_quick_note, quick_notes
from monitor_app.base import LANGUAGES, Problem, SpaceId, speak, system_randomness
from monitor_app.vault import Vault

__all__ = ["LIGHT", "MORNING", "PASSPHRASE", "RESOURCES", "Laptop", "found", "world"]

NOTE = "Three of ten waited until Monday."
TITLE = "Weekend arrivals wait for the nurse"


def work(laptop: Laptop) -> SpaceId:
    """A visit with answers, a note and a quick note, all of it said saved."""
    space = laptop.plan()
    laptop.answer(space, "held_total", "97")
    laptop.answer(space, "space_capacity", "not_met", NOTE)
    add_quick_note(laptop.vault, space, TITLE, system_randomness)
    return space


def is_all_there(laptop: Laptop, vault: Vault, space: SpaceId) -> None:
    """What was said saved stands, and the journal is sound."""
    before, laptop.vault = laptop.vault, vault
    try:
        live = laptop.live(space)
        assert live.value(laptop.path(space, "held_total")) == "97"
        state = laptop.checklist(space).answers[laptop.path(space, "space_capacity")]
        assert [given.text for given in state.values] == ["not_met"]
        assert [note.text for note in state.notes] == [NOTE]
        assert TITLE in [note.text for note in quick_notes(vault, space)]
        vault.verify_all()
    finally:
        laptop.vault = before


def opened(laptop: Laptop, folder: Path | None = None) -> Vault:
    """The vault, opened by its passphrase."""
    return open_programme(folder or laptop.folder, PASSPHRASE, laptop.world)


def refused(attempt: Callable[[], object], *codes: str) -> Problem:
    """The Problem an attempt ends with: one of `codes`, said in three sentences in both languages."""
    with pytest.raises(Problem) as caught:
        attempt()
    problem = caught.value
    assert problem.kind.code in codes, problem.kind.code
    said_well(problem)
    return problem


def said_well(problem: Problem) -> None:
    """Three sentences, each whole, none the same in the two languages, nothing left to fill in."""
    sentences = {}
    for language in LANGUAGES:
        said = problem.say(speak(language, RESOURCES))
        sentences[language] = (said.happened, said.safe, said.next)
        for sentence in sentences[language]:
            assert sentence.endswith("."), sentence
            assert "{" not in sentence
            assert not set(sentence) & set("!_<>")
    assert all(a != b for a, b in zip(sentences["en"], sentences["fr"], strict=True))


def files(folder: Path) -> dict[str, bytes]:
    """The files of a vault but for the lock, which holds nothing."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file() and path.name != "vault.lock"}


def put_back(folder: Path, kept: dict[str, bytes]) -> None:
    """The files as they were."""
    for path in folder.iterdir():
        if path.name != "vault.lock":
            path.unlink()
    for name, data in kept.items():
        (folder / name).write_bytes(data)
