"""Spaces and their keys: recovery first, epochs, devices left out, wraps from others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.vault.given import PROGRAMME, RECOVERY, RESPONSE, Laptop, Team

from monitor_app import crypto
from monitor_app.base import DeviceId, Problem, SpaceId, system_randomness
from monitor_app.base.problems import vault as problems
from monitor_app.journal import Wrap, WrapAbout, make_wrap, read_wrap, recovery_recipient
from monitor_app.vault import Vault, Write


def refused(work: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as caught:
        work()
    return caught.value


def abouts(vault: Vault, space: SpaceId) -> list[WrapAbout]:
    return [read_wrap(raw, lambda *_: True).about for raw in vault.wraps(space)]


def test_every_key_is_wrapped_to_recovery_from_the_first_on(laptop: Laptop) -> None:
    laptop.clock.forward(minutes=1)
    visit = laptop.vault.new_space("visit")
    for space in (PROGRAMME, visit):
        kinds = sorted((about.recipient_kind, about.recipient) for about in abouts(laptop.vault, space))
        assert kinds == [
            ("device", laptop.vault.identity.device),
            ("recovery", recovery_recipient(RECOVERY.public)),
        ]
    assert [(space.id, space.kind) for space in laptop.vault.spaces()] == [(PROGRAMME, "programme"), (visit, "visit")]
    assert [space.id for space in laptop.vault.spaces("visit")] == [visit]


def test_the_organisation_can_open_every_key(laptop: Laptop) -> None:
    key = laptop.vault.data_key(PROGRAMME)
    (raw,) = [
        raw
        for raw in laptop.vault.wraps(PROGRAMME)
        if read_wrap(raw, lambda *_: True).about.recipient_kind == "recovery"
    ]
    wrap = read_wrap(raw, lambda *_: True)
    opened = crypto.unwrap(RECOVERY.private, wrap.wrapped, wrap.about.info())
    assert wrap.about.key_id == key
    assert opened == laptop.vault._parts.keyring.key(key)


@pytest.mark.parametrize("damage", ["DELETE FROM wraps", "UPDATE wraps SET raw = x'00'", "swap"])
def test_nothing_is_written_under_a_key_recovery_could_not_open(laptop: Laptop, damage: str) -> None:
    visit = laptop.vault.new_space("visit")
    statement = damage
    if damage == "swap":
        statement = (
            f"UPDATE wraps SET raw = (SELECT raw FROM wraps WHERE key_id = x'{laptop.vault.data_key(visit).hex()}')"
        )
    laptop.vault._parts.store.connection.execute(statement)
    laptop.reopen()
    assert refused(lambda: laptop.answer("met")).kind is problems.NO_RECOVERY
    assert laptop.vault.frontier(PROGRAMME) == ()


def test_a_forged_signature_on_ones_own_wrap_is_noticed(laptop: Laptop) -> None:
    connection = laptop.vault._parts.store.connection
    own = laptop.vault.identity
    stranger = crypto.new_signing_key(system_randomness)
    about = next(a for a in abouts(laptop.vault, PROGRAMME) if a.recipient_kind == "recovery")
    forged = make_wrap(Wrap(about, own.device, 0, b"nothing"), lambda message: crypto.sign(stranger.private, message))
    connection.execute("UPDATE wraps SET raw = ? WHERE recipient_kind = 'recovery'", (forged,))
    laptop.reopen()
    assert refused(lambda: laptop.answer("met")).kind is problems.NO_RECOVERY


def test_a_new_epoch_seals_what_comes_and_leaves_what_was(team: Team) -> None:
    ada, ben = team.laptops
    first = ada.vault.data_key(PROGRAMME)
    ada.answer("met", "q1")
    second = ada.vault.new_epoch(PROGRAMME, without=[ben.vault.identity.device])
    assert second != first
    assert ada.vault.data_key(PROGRAMME) == second
    ada.answer("not_met", "q2")
    assert sorted((about.epoch, about.recipient_kind) for about in abouts(ada.vault, PROGRAMME)) == [
        (1, "device"),
        (1, "device"),
        (1, "recovery"),
        (2, "device"),
        (2, "recovery"),
    ]
    ada.reopen()
    assert [current.value for current in ada.vault.current()] == ["met", "not_met"]
    admitted = team.send(ada, ben)
    assert (admitted.waiting, ben.vault.current()) == (1, [])


def test_a_segment_of_an_epoch_not_held_waits_for_its_key(team: Team) -> None:
    ada, ben = team.laptops
    ada.vault.new_epoch(PROGRAMME)
    ada.answer("met")
    assert team.send(ada, ben).waiting == 1
    for raw in ada.vault.wraps(PROGRAMME):
        ben.vault.take_wrap(raw, team.verified)
    admitted = ben.vault.admit([], lambda *_: True, team.key_of)
    assert (admitted.waiting, admitted.changes.entries) == (0, 1)
    assert ben.values() == ["met"]
    assert ben.vault.data_key(PROGRAMME) == ada.vault.data_key(PROGRAMME)


def test_a_data_key_of_its_own_keeps_a_value_to_those_it_names(team: Team) -> None:
    ada, ben = team.laptops
    key = ada.vault.new_data_key(PROGRAMME, [ada.vault.identity.device])
    ada.vault.append([Write(PROGRAMME, "note", RESPONSE, "n1", "a name", key=key)])
    assert ada.vault.append([Write(PROGRAMME, "note", RESPONSE, "n1", "a name", key=key)]).entries == 0
    ada.answer("met")
    team.exchange()
    (note,) = ben.vault.current(entity_kind="note")
    assert (note.value, note.readable) == (None, False)
    assert ben.vault.search("name") == []
    assert ben.values() == ["met"]
    assert ada.vault.search("name") != []
    assert ben.vault.history(PROGRAMME, "note", RESPONSE, "n1")[0].readable is False
    assert ada.vault.append([Write(PROGRAMME, "note", RESPONSE, "n1", "a name")]).entries == 0


def test_a_value_is_read_as_soon_as_its_key_comes(team: Team) -> None:
    ada, ben = team.laptops
    device = ben.vault.identity.device
    key = ada.vault.new_data_key(PROGRAMME, [ada.vault.identity.device, device])
    ada.vault.append([Write(PROGRAMME, "note", RESPONSE, "n1", "a word apart", key=key)])
    ada.vault.append([Write(PROGRAMME, "answer", RESPONSE, "q1", "met", key=key)])
    team.exchange()
    assert ben.vault.tallies("answered") == {}
    for raw in ada.vault.wraps(PROGRAMME):
        ben.vault.take_wrap(raw, team.verified)
    assert sorted(str(row.value) for row in ben.vault.current()) == ["a word apart", "met"]
    assert [hit.field for hit in ben.vault.search("apart")] == ["n1"]
    assert ben.vault.tallies("answered") == {(PROGRAMME, RESPONSE): 1}
    from tests.vault.test_rebuild import answers_of, rows_of

    said, left = answers_of(ben.vault), rows_of(ben.vault)
    ben.vault.rebuild()
    assert (answers_of(ben.vault), rows_of(ben.vault)) == (said, left)


def test_a_wrap_for_somebody_else_is_passed_on_and_gives_nothing(team: Team) -> None:
    ada, ben = team.laptops
    visit = ada.vault.new_space("visit")
    for raw in ada.vault.wraps(visit):
        assert ben.vault.take_wrap(raw, team.verified) is None
    assert refused(lambda: ben.answer("met", space=visit)).kind is problems.NO_KEY
    assert ben.vault.spaces("visit") == ()


def test_a_wrap_nobody_vouches_for_is_refused(team: Team) -> None:
    ada, ben = team.laptops
    raw = ada.vault.wraps(PROGRAMME)[0]
    for bad in (raw[:-1] + bytes([raw[-1] ^ 1]), b"", raw[:50]):
        assert refused(lambda bad=bad: ben.vault.take_wrap(bad, team.verified)).kind is problems.WRAP_REFUSED  # type: ignore[misc]
    assert refused(lambda: ben.vault.take_wrap(raw, lambda *_: False)).kind is problems.WRAP_REFUSED


def test_another_key_under_a_known_id_is_refused(team: Team) -> None:
    ada, ben = team.laptops
    own = ben.vault.identity
    about = next(a for a in abouts(ada.vault, PROGRAMME) if a.recipient == own.device)
    public = crypto.kem_key(own.kem_private).public
    seals = [(bytes(32), about.info()), (bytes(32), b"other"), (bytes(31), about.info())]
    for wrapped in (crypto.wrap(public, key, info) for key, info in seals):
        forged = make_wrap(Wrap(about, own.device, 0, wrapped), lambda m: crypto.sign(own.journal_private, m))
        assert refused(lambda f=forged: ben.vault.take_wrap(f, lambda *_: True)).kind is problems.WRAP_REFUSED  # type: ignore[misc]


def test_a_wrap_to_another_recovery_key_is_refused(team: Team) -> None:
    _, ben = team.laptops
    own = ben.vault.identity
    about = WrapAbout(PROGRAMME, "epoch", 9, ben.vault.data_key(PROGRAMME), "recovery", bytes(16))
    forged = make_wrap(Wrap(about, own.device, 0, b"x"), lambda m: crypto.sign(own.journal_private, m))
    assert refused(lambda: ben.vault.take_wrap(forged, lambda *_: True)).kind is problems.WRAP_REFUSED


def test_a_space_nobody_shared_has_no_key_and_no_epoch(laptop: Laptop) -> None:
    nowhere = SpaceId(bytes(16))
    for work in (
        lambda: laptop.vault.data_key(nowhere),
        lambda: laptop.vault.new_epoch(nowhere),
        lambda: laptop.vault.own_segments(nowhere),
    ):
        assert refused(work).kind is problems.NO_KEY


def test_a_destroyed_key_shreds_the_words_and_leaves_the_chain(laptop: Laptop) -> None:
    key = laptop.vault.new_data_key(PROGRAMME, [laptop.vault.identity.device])
    laptop.vault.append([Write(PROGRAMME, "note", RESPONSE, "n1", "a name", key=key)])
    laptop.answer("met")
    laptop.vault._parts.store.connection.execute("DELETE FROM keys WHERE id = ?", (key,))
    laptop.reopen()
    laptop.vault.rebuild()
    laptop.vault.verify_all()
    assert [(row.value, row.readable) for row in laptop.vault.current()] == [(None, False), ("met", True)]
    assert laptop.vault.search("name") == []
    with pytest.raises(Problem):
        laptop.vault.append([Write(PROGRAMME, "note", RESPONSE, "n1", "again", key=key)])


def test_a_device_nobody_knows_is_no_recipient(laptop: Laptop) -> None:
    with pytest.raises(crypto.NotAKey):
        laptop.vault.add_recipient(PROGRAMME, "device", DeviceId(bytes(16)), b"no key")
    assert len(laptop.vault.wraps(PROGRAMME)) == 2


def test_a_space_is_begun_once(laptop: Laptop) -> None:
    with pytest.raises(ValueError, match="already"):
        laptop.vault.new_space("programme", PROGRAMME)
    assert len(laptop.vault.wraps(PROGRAMME)) == 2


def test_a_key_of_another_space_seals_nothing_here(laptop: Laptop) -> None:
    visit = laptop.vault.new_space("visit")
    key = laptop.vault.new_data_key(visit, [])
    write = Write(PROGRAMME, "note", RESPONSE, "n1", "a name", key=key)
    assert refused(lambda: laptop.vault.append([write])).kind is problems.NO_KEY


def test_a_new_recovery_key_is_given_every_key(laptop: Laptop) -> None:
    laptop.vault.new_data_key(PROGRAMME, [])
    other = crypto.new_kem_key(system_randomness)
    laptop.vault.add_recipient(PROGRAMME, "recovery", recovery_recipient(other.public), other.public)
    opened = [a for a in abouts(laptop.vault, PROGRAMME) if a.recipient == recovery_recipient(other.public)]
    assert sorted(about.purpose for about in opened) == ["data", "epoch"]


def test_the_first_wrap_that_came_stays(team: Team) -> None:
    ada, ben = team.laptops
    visit = ada.vault.new_space("visit")
    team.share(visit)
    about = next(a for a in abouts(ben.vault, visit) if a.recipient_kind == "recovery")
    before = ben.vault.wraps(visit)
    own = ada.vault.identity
    worthless = make_wrap(Wrap(about, own.device, 0, b"nothing"), lambda m: crypto.sign(own.journal_private, m))
    ben.vault.take_wrap(worthless, team.verified)
    assert ben.vault.wraps(visit) == before
    assert ben.answer("met", space=visit).entries == 1
