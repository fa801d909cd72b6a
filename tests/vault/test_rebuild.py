"""Derived tables hold no truth: rebuilt from the journal they are row for row what appending left."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.vault.given import PROGRAMME, Laptop, Team, make_team

from monitor_app.base import EntityId
from monitor_app.vault import Vault, Write
from monitor_app.vault.chains import Chains

WORDS = ("beds", "été", "lampe", "window", "noise", "nurse", "Fenêtre")
VALUES = ("met", "not_met", "", None, 3, ["a", "b"], "not_met", "lamp beds")
TABLES = ("current", "missed", "newer", "conflicts", "folded", "stale", "tally")


def rows_of(vault: Vault) -> dict[str, Any]:
    """Every derived row, and what the index of texts holds."""
    connection = vault._parts.store.connection
    found: dict[str, Any] = {table: sorted(map(repr, connection.execute(f"SELECT * FROM {table}"))) for table in TABLES}
    found["search"] = sorted(connection.execute("SELECT rowid, text FROM search"))
    return found


def answers_of(vault: Vault) -> dict[str, Any]:
    """What the vault says when it is asked, whether or not anything is folded."""
    return {
        "tallies": {what: vault.tallies(what) for what in ("answered", "serious")},
        "conflicts": vault.conflicts(),
        "found": {word: [(hit.space, hit.field, hit.entity) for hit in vault.search(word)] for word in WORDS},
        "current": vault.current(),
    }


def fold(vault: Vault) -> None:
    while vault._parts.folding.behind() or vault.tidy():
        vault._parts.store.transaction(vault._parts.folding.fold)


def carry_on(team: Team, chance: random.Random, steps: int) -> None:
    """People writing, seeing and not seeing each other, in two spaces."""
    visit = team.laptops[0].vault.spaces("visit")[0].id
    for _ in range(steps):
        laptop = chance.choice(team.laptops)
        space = chance.choice((PROGRAMME, visit))
        step = chance.random()
        if step < 0.2:
            other = chance.choice([one for one in team.laptops if one is not laptop])
            team.send(other, laptop, space)
        elif step < 0.25:
            fold(laptop.vault)
        else:
            laptop.vault.append([a_write(laptop, space, chance) for _ in range(chance.randint(1, 3))])


def a_write(laptop: Laptop, space: Any, chance: random.Random) -> Write:
    kind = chance.choice(("answer", "note"))
    entity = EntityId(bytes([chance.randrange(2)]) * 16)
    field = f"f{chance.randrange(3)}"
    text = " ".join(chance.choices(WORDS, k=3))
    value = text if kind == "note" else chance.choice(VALUES)
    stands = [row.dot for row in laptop.vault.current(space, kind, entity, field)]
    saw = chance.choice((None, None, (), tuple(dot for dot in stands if chance.random() < 0.7)))
    mode = chance.choice(("ordinary", "ordinary", "ordinary", "beside", "settle"))
    return Write(space, kind, entity, field, value, mode, saw)  # type: ignore[arg-type]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_rebuild_equals_append(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        team = make_team(Path(name), 3)
        visit = team.laptops[0].vault.new_space("visit")
        team.share(visit)
        carry_on(team, chance, 50)
        for laptop in team.laptops:
            vault = laptop.vault
            as_asked = answers_of(vault)
            fold(vault)
            assert answers_of(vault) == as_asked
            left = rows_of(vault)
            vault.rebuild()
            assert rows_of(vault) == left
            assert answers_of(vault) == as_asked
            vault.verify_all()
        team.close()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_any_order_of_exchange_converges(seed: int) -> None:
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        team = make_team(Path(name), 3)
        visit = team.laptops[0].vault.new_space("visit")
        team.share(visit)
        carry_on(team, chance, 40)
        for _ in range(2):
            for space in chance.sample((PROGRAMME, visit), 2):
                team.exchange(space)
        first, *others = [standing(laptop.vault) for laptop in team.laptops]
        assert all(other == first for other in others)
        team.close()


def standing(vault: Vault) -> dict[str, Any]:
    """What stands, without what differs between laptops (the order of chains)."""
    return {
        "current": sorted(map(repr, vault.current())),
        "conflicts": vault.conflicts(),
        "tallies": {what: vault.tallies(what) for what in ("answered", "serious")},
        "found": {word: {(hit.space, hit.field, hit.entity) for hit in vault.search(word)} for word in WORDS},
    }


def test_another_rule_of_describing_rebuilds_at_unlock(laptop: Laptop) -> None:
    laptop.note("the beds are clean")
    laptop.vault._parts.store.connection.execute("DELETE FROM current")
    laptop.reopen()
    assert laptop.values("n1") == []
    laptop.reopen(describe_version=2)
    assert laptop.values("n1") == ["the beds are clean"]


def test_tables_of_an_older_app_are_made_anew(laptop: Laptop) -> None:
    laptop.note("the beds are clean")
    connection = laptop.vault._parts.store.connection
    connection.execute("DROP TABLE folded")
    connection.execute("DROP TABLE current")
    connection.execute("DELETE FROM self WHERE name = 'derived'")
    laptop.reopen()
    assert laptop.values("n1") == ["the beds are clean"]
    assert len(laptop.vault.search("beds")) == 1


def test_a_rebuild_tells_how_far_it_is(laptop: Laptop) -> None:
    laptop.vault.append([Write(PROGRAMME, "answer", EntityId(bytes(16)), f"q{n}", "met") for n in range(20)])
    told: list[tuple[int, int]] = []
    assert laptop.vault.rebuild(lambda done, total: told.append((done, total))) == 20
    assert told == [(20, 20)]


def test_a_save_folds_by_itself_before_questions_become_slow(laptop: Laptop, monkeypatch: Any) -> None:
    from monitor_app.vault import vault as module

    monkeypatch.setattr(module, "MOST_BEHIND", 10)
    for number in range(40):
        laptop.note(f"the lamp {number}", f"n{number % 5}")
    chains: Chains = laptop.vault._parts.store.chains
    assert chains.total - chains.folded <= 11
    assert len(laptop.vault.search("lamp")) == 5


def test_what_is_folded_is_swept_when_nobody_waits(laptop: Laptop) -> None:
    for number in range(70):
        laptop.note(f"the lamp {number}", f"n{number}")
    assert laptop.vault.tidy()
    for number in range(70):
        laptop.note(f"the window {number}", f"n{number}")
    assert laptop.vault.search("lamp") == []
    calls = 0
    while laptop.vault.tidy():
        calls += 1
    assert calls == 2
    assert rows_of(laptop.vault)["stale"] == []
    assert len(laptop.vault.search("window", limit=100)) == 70
    left = rows_of(laptop.vault)
    laptop.vault.rebuild()
    assert rows_of(laptop.vault) == left
