"""What other devices send: checked, asked for permission at its causal position, and never dropped."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.vault.given import PROGRAMME, RESPONSE, Laptop, Team, allow, make_laptop
from tests.vault.test_rebuild import rows_of

from monitor_app import crypto
from monitor_app.base import DeviceId, EntityId, IncarnationId, MemberId, cbor_bytes, system_randomness
from monitor_app.journal import Entry, Frontier, Place, entry_hash, make_segment, place_of, segment_name, value_key
from monitor_app.vault import Past, Vault, Write, admission, packer
from monitor_app.vault.admission import DOES_NOT_OPEN, FORK, NOT_ALLOWED, OWN_AHEAD


def own_raws(vault: Vault) -> list[bytes]:
    """The bytes of what a vault wrote itself in the programme space."""
    parts = vault._parts
    own = [chain for chain in parts.store.chains.of(PROGRAMME) if chain.device == vault.identity.device]
    return [raw for chain in own for raw in parts.book.raws(chain)]


def segment(vault: Vault, raws: list[bytes]) -> bytes:
    """A segment of any run, under the programme's key and with this vault's signature."""
    keyring = vault._parts.keyring
    key_id = vault.data_key(PROGRAMME)
    key = keyring.key(key_id)
    assert key is not None
    return make_segment(raws, (key_id, key), keyring.sign, system_randomness)


def continued(vault: Vault, **said: object) -> tuple[Entry, bytes]:
    """An entry that goes on after a vault's own chain, made by hand, not sealed; and its bytes."""
    last = Entry.parse(own_raws(vault)[-1])
    assert isinstance(last, Entry)
    keyring = vault._parts.keyring
    key_id, key = keyring.writing_key(PROGRAMME)
    changes = {"number": last.number + 1, "previous": entry_hash(last.to_bytes()), "key_id": key_id, **said}
    value = changes.pop("value", "by hand")
    unsealed = replace(last, overwrites=(), sealed=b"", **changes)  # type: ignore[arg-type]
    return unsealed, unsealed.sealing(key, cbor_bytes(value), system_randomness)  # type: ignore[arg-type]


def test_what_comes_twice_or_overlaps_is_taken_once(team: Team) -> None:
    ada, ben = team.laptops
    for value in ("met", "not_met", "met", "partly_met"):
        ada.answer(value)
    raws = own_raws(ada.vault)
    first = ben.vault.admit([segment(ada.vault, raws[:2])], allow, team.key_of)
    assert first.changes.entries == 2
    again = ben.vault.admit([segment(ada.vault, raws[:2]), segment(ada.vault, raws[1:])], allow, team.key_of)
    assert (again.changes.entries, again.aside, again.waiting) == (2, (), 0)
    assert ben.values() == ["partly_met"]
    assert ben.vault.frontier(PROGRAMME) == ada.vault.frontier(PROGRAMME)


def test_what_comes_too_early_waits_and_is_taken_in_order(team: Team) -> None:
    ada, ben = team.laptops
    for value in ("met", "not_met", "partly_met"):
        ada.answer(value)
    one, two, three = ([raw] for raw in own_raws(ada.vault))
    early = ben.vault.admit([segment(ada.vault, three), segment(ada.vault, two)], allow, team.key_of)
    assert (early.changes.entries, early.waiting, early.aside) == (0, 2, ())
    assert ben.vault.current() == []
    late = ben.vault.admit([segment(ada.vault, one)], allow, team.key_of)
    assert (late.changes.entries, late.waiting) == (3, 0)
    assert {place.field for place in late.changes.touched} == {"q1#value"}
    assert ben.values() == ["partly_met"]


def test_waiting_survives_a_restart(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    ada.answer("not_met")
    one, two = ([raw] for raw in own_raws(ada.vault))
    ben.vault.admit([segment(ada.vault, two)], allow, team.key_of)
    ben.reopen()
    assert ben.vault.admit([segment(ada.vault, one)], allow, team.key_of).waiting == 0
    assert ben.values() == ["not_met"]


def test_an_entry_waits_for_the_programme_its_author_knew(team: Team) -> None:
    ada, ben = team.laptops
    visit = ada.vault.new_space("visit")
    team.share(visit)
    ada.answer("met", space=visit)
    ada.answer("a rule of the programme")
    ada.answer("not_met", space=visit)
    admitted = team.send(ada, ben, visit)
    assert (admitted.changes.entries, admitted.waiting) == (1, 1)
    assert ben.values(space=visit) == ["met"]
    admitted = team.send(ada, ben, PROGRAMME)
    assert (admitted.changes.entries, admitted.waiting) == (2, 0)
    assert ben.values(space=visit) == ["not_met"]


def test_two_chains_that_wait_for_each_other_go_on_step_by_step(team: Team) -> None:
    ada, ben = team.laptops
    for turn in range(3):
        ada.answer(f"a{turn}", f"a{turn}")
        team.send(ada, ben)
        ben.answer(f"b{turn}", f"b{turn}")
        team.send(ben, ada)
    third = fresh(team, ada.folder.parent / "third")
    came = [segment(ada.vault, own_raws(ada.vault)), segment(ben.vault, own_raws(ben.vault))]
    admitted = third.vault.admit(came, allow, team.key_of)
    assert (admitted.changes.entries, admitted.waiting, admitted.aside) == (6, 0, ())
    third.vault.close()


def test_what_is_not_allowed_is_kept_in_its_chain_without_effect(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met", "q1")
    ada.answer("not_met", "q2")
    ada.answer("met", "q3")
    refuse = team.send(ada, ben, may=lambda entry, past: entry.field != "q2")
    assert [aside.reason for aside in refuse.aside] == [NOT_ALLOWED]
    assert sorted(row.field for row in ben.vault.current()) == ["q1", "q3"]
    assert ben.vault.frontier(PROGRAMME) == ada.vault.frontier(PROGRAMME)
    assert [said.field for said in ben.vault.entries_since(PROGRAMME, ())] == ["q1", "q3"]
    left = rows_of(ben.vault)
    ben.vault.rebuild()
    assert {**rows_of(ben.vault), "folded": 0, "search": 0, "tally": 0} == {
        **left,
        "folded": 0,
        "search": 0,
        "tally": 0,
    }
    ben.vault.verify_all()


def test_what_is_not_allowed_overwrites_nothing(team: Team) -> None:
    ada, ben = team.laptops
    ben.answer("met")
    team.send(ben, ada)
    ada.answer("not_met")
    team.send(ada, ben, may=lambda entry, past: False)
    assert ben.values() == ["met"]
    assert ben.vault.search("anything") == []


def test_permission_is_asked_at_the_position_the_author_was_in(team: Team) -> None:
    ada, ben = team.laptops
    role = EntityId(b"member-ben------")

    def lead_only(entry: Entry, past: Past) -> bool:
        if entry.entity_kind == "member":
            return True
        return [row.value for row in past.current("member", role, "role")] == ["lead"]

    ada.answer("lead", "role", kind="member", entity=role)
    team.send(ada, ben)
    ben.answer("while lead", "q1")
    ada.answer("visitor", "role", kind="member", entity=role)
    team.send(ada, ben)
    ben.answer("after", "q2")
    admitted = team.send(ben, ada, may=lead_only)
    assert [aside.reason for aside in admitted.aside] == [NOT_ALLOWED]
    assert [row.value for row in ada.vault.current(entity_kind="answer")] == ["while lead"]


def test_the_past_holds_what_its_author_knew_and_no_refused_word(team: Team) -> None:
    ada, ben = team.laptops
    seen: list[tuple[object, object, MemberId | None]] = []

    def watch(entry: Entry, past: Past) -> bool:
        author = past.author(place_of(entry), entry.overwrites[0]) if entry.overwrites else None
        both = ([row.value for row in past.current("answer")], [row.value for row in past.current("none")], author)
        seen.append(both)
        return entry.field != "bad"

    ada.answer("one", "q1")
    ada.answer("refused", "bad")
    ada.answer("two", "q1")
    team.send(ada, ben, may=watch)
    assert seen == [
        ([], [], None),
        (["one"], [], None),
        (["one"], [], ada.vault.identity.member),
    ]
    unknown = (DeviceId(bytes(16)), IncarnationId(bytes(16)), 1)
    past = Past(ben.vault._parts.book, ben.vault._parts.reader, PROGRAMME, ())
    first = ada.vault.current(entity_kind="answer", field="q1")[0]
    assert past.author(first.place, unknown) is None
    assert past.author(first.place, first.dot.mark) == ada.vault.identity.member
    assert past.author(Place(PROGRAMME, "answer", RESPONSE, "another"), first.dot.mark) is None


def test_a_broken_or_forged_segment_is_set_aside_with_its_reason(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    good = team.laptops[0].vault.own_segments(PROGRAMME)[0]
    torn, flipped = good[:-3], good[:-1] + bytes([good[-1] ^ 1])
    admitted = ben.vault.admit([torn, flipped, b"", good], allow, team.key_of)
    assert {aside.name for aside in admitted.aside} == {segment_name(bad) for bad in (torn, flipped, b"")}
    assert any("signature" in aside.reason for aside in admitted.aside)
    assert ben.values() == ["met"]
    again = ben.vault.admit([torn], allow, team.key_of)
    assert len(again.aside) == 3
    ben.reopen()
    assert len(ben.vault.aside()) == 3


def test_a_device_nobody_knows_is_not_believed(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    admitted = ben.vault.admit(ada.vault.own_segments(PROGRAMME), allow, lambda device: None)
    assert [aside.reason for aside in admitted.aside] == ["the signature is not the device's"]
    assert ben.vault.current() == []


def test_a_fork_is_set_aside_and_what_is_held_stays(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    ada.answer("not_met")
    team.send(ada, ben)
    raws = own_raws(ada.vault)
    entry = Entry.parse(raws[1])
    assert isinstance(entry, Entry)
    keyring = ada.vault._parts.keyring
    _, key = keyring.writing_key(PROGRAMME)
    other = replace(entry, sealed=b"").sealing(key, cbor_bytes("another story"), system_randomness)
    forks = [segment(ada.vault, [raws[0], other]), segment(ada.vault, [other])]
    admitted = ben.vault.admit(forks, allow, team.key_of)
    assert [aside.reason for aside in admitted.aside] == [FORK, FORK]
    assert ben.values() == ["not_met"]


def test_a_chain_that_goes_on_after_a_fork_is_set_aside(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    team.send(ada, ben)
    _, raw = continued(ada.vault, previous=bytes([7]) * 32)
    admitted = ben.vault.admit([segment(ada.vault, [raw])], allow, team.key_of)
    assert [aside.reason for aside in admitted.aside] == [FORK]


def test_ones_own_chain_beyond_what_one_wrote_is_told(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    _, raw = continued(ada.vault)
    ahead = segment(ada.vault, [raw])
    known = segment(ada.vault, own_raws(ada.vault))
    admitted = ada.vault.admit([known, ahead], allow, team.key_of)
    assert [aside.reason for aside in admitted.aside] == [OWN_AHEAD]
    assert ada.values() == ["met"]
    assert ben.vault.current() == []


def test_a_value_sealed_under_another_key_than_it_says_takes_no_effect(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    entry, _ = continued(ada.vault, field="q2")
    raw = entry.sealing(value_key(bytes(32)), cbor_bytes("x"), system_randomness)
    admitted = ben.vault.admit([segment(ada.vault, [*own_raws(ada.vault), raw])], allow, team.key_of)
    assert [aside.reason for aside in admitted.aside] == [DOES_NOT_OPEN]
    assert ben.values() == ["met"]
    ben.vault.rebuild()
    assert ben.values() == ["met"]


def test_entries_of_a_newer_app_are_kept_passed_on_and_change_nothing(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    known, raw = continued(ada.vault, kind="weave")
    chain = known.chain
    newer = cbor_bytes([7, chain.space, chain.device, chain.incarnation, 3, entry_hash(raw), {"what": "comes"}])
    admitted = ben.vault.admit([segment(ada.vault, [*own_raws(ada.vault), raw, newer])], allow, team.key_of)
    assert (admitted.changes.entries, admitted.aside) == (3, ())
    assert [(entry.version, entry.kind) for entry in ben.vault.newer_entries()] == [(1, "weave"), (7, "")]
    assert ben.values() == ["met"]
    ben.vault.rebuild()
    assert len(ben.vault.newer_entries()) == 2
    ben.vault.verify_all()
    frontier: Frontier = ben.vault.frontier(PROGRAMME)
    assert [number for _, _, number in frontier] == [3]
    assert ben.vault.search("met") == []


def test_an_entry_overwritten_before_it_comes_never_stands(team: Team) -> None:
    ada, ben = team.laptops
    ada.answer("met")
    team.send(ada, ben)
    ben.answer("not_met")
    third = fresh(team, ada.folder.parent / "third")
    team.send(ben, third)
    assert third.values() == []
    third.vault.admit(ada.vault.own_segments(PROGRAMME), allow, team.key_of)
    assert third.values() == ["not_met"]
    third.vault.close()


def test_overwriting_what_another_field_holds_changes_nothing_there(team: Team) -> None:
    ada, ben = team.laptops
    ben.answer("met", "q1")
    team.exchange()
    ada.answer("x", "q9")
    mark = ben.dots("q1")[0].mark
    entry, _ = continued(ada.vault, field="q2")
    raw = replace(entry, overwrites=(mark,)).sealing(
        ada.vault._parts.keyring.writing_key(PROGRAMME)[1], cbor_bytes("y"), system_randomness
    )
    team.send(ada, ben)
    ben.vault.admit([segment(ada.vault, [raw])], allow, team.key_of)
    assert ben.values("q1") == ["met"]
    assert ben.values("q2") == ["y"]
    assert len(ben.vault.current()) == 3
    left = rows_of(ben.vault)["current"]
    ben.vault.rebuild()
    assert rows_of(ben.vault)["current"] == left


def fresh(team: Team, folder: Path) -> Laptop:
    """One more laptop that shares the programme space."""
    third = make_laptop(folder, founds=False)
    own = third.vault.identity
    founder = team.laptops[0].vault
    founder.add_recipient(PROGRAMME, "device", own.device, crypto.kem_key(own.kem_private).public)
    for wrap in founder.wraps(PROGRAMME):
        third.vault.take_wrap(wrap, team.verified)
    return third


def test_a_large_exchange_is_folded_on_the_way(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, ben = team.laptops
    ada.vault.append([Write(PROGRAMME, "note", RESPONSE, f"n{n}", f"lamp {n}") for n in range(30)])
    monkeypatch.setattr(admission, "MOST_BEHIND", 20)
    team.send(ada, ben)
    assert ben.vault._parts.folding.behind() == 0
    assert len(ben.vault.search("lamp")) == 30


def test_many_entries_travel_in_several_segments(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    ada, ben = team.laptops
    monkeypatch.setattr(packer, "MOST_ENTRIES", 4)
    ada.vault.append([Write(PROGRAMME, "answer", RESPONSE, f"q{n}", "met") for n in range(10)])
    segments = ada.vault.own_segments(PROGRAMME)
    assert len(segments) == 3
    ben.vault.admit(reversed(segments), allow, team.key_of)
    assert len(ben.vault.current()) == 10
    assert ada.vault.own_segments(PROGRAMME, ben.vault.frontier(PROGRAMME)) == ()
    monkeypatch.setattr(packer, "MOST_BYTES", 700)
    assert len(ada.vault.own_segments(PROGRAMME)) > 3
