"""The slot file: every way in, every change of a byte, every slot put in, taken out or put back."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.crypto.given import LIGHT, LIGHT_FLOOR_KIB, replayed

from monitor_app.base import Problem, sha256, system_randomness
from monitor_app.crypto import (
    Argon2Params,
    NotAKey,
    OrganisationWay,
    PassphraseWay,
    RecoveryWay,
    SlotFile,
    VaultKeys,
    WrongPassphrase,
    combine,
    kem_key,
    new_code,
    new_kem_key,
    new_vault_keys,
    split,
    unwrap,
    wrap,
)

VAULT_ID = bytes(range(16))
KEYS = new_vault_keys(replayed("keys"))
CODE = new_code(replayed("code"))
ORGANISATION = new_kem_key(replayed("organisation"))
PASSPHRASE = "étoile filante du matin"


def whole(vault_id: bytes = VAULT_ID, keys: VaultKeys = KEYS) -> SlotFile:
    """A slot file with all three ways in."""
    randomness = replayed("slots")
    file = SlotFile.found(vault_id, keys)
    file = file.with_passphrase(keys, PASSPHRASE, LIGHT, randomness, LIGHT_FLOOR_KIB)
    return file.with_recovery(keys, CODE, randomness).with_organisation(keys, ORGANISATION.public, randomness)


FILE = whole()
BYTES = FILE.to_bytes()


def read(data: bytes) -> SlotFile:
    return SlotFile.parse(data, floor_kib=LIGHT_FLOOR_KIB)


def rewritten(change: Callable[[dict[str, object]], object]) -> bytes:
    """The bytes of the file after a change by someone who can make the hash right, but not the mac."""
    said = cbor2.loads(BYTES[:-32])
    change(said)
    data = cbor2.dumps(said, canonical=True)
    return data + sha256(data)


def code_of(met: pytest.ExceptionInfo[Problem]) -> str:
    return met.value.kind.code


WAYS_IN: list[Callable[[SlotFile], object]] = [
    lambda file: file.unlock(PASSPHRASE),
    lambda file: file.open_with_passphrase(PASSPHRASE),
    lambda file: file.open_with_recovery(CODE),
    lambda file: file.open_with_organisation(ORGANISATION.private),
]


def test_every_way_in_gives_the_same_keys_after_a_round_through_bytes() -> None:
    file = read(BYTES)
    assert file == FILE
    assert file.open_with_passphrase(PASSPHRASE) == KEYS
    assert file.open_with_recovery(CODE) == KEYS
    assert file.open_with_organisation(ORGANISATION.private) == KEYS
    assert file.unlock(PASSPHRASE) == KEYS.vault_key
    assert file.generation == 3
    assert [type(way) for way in file.ways()] == [PassphraseWay, RecoveryWay, OrganisationWay]


def test_two_sheets_of_the_recovery_officers_open_a_vault() -> None:
    first, _second, third = split(ORGANISATION.private)
    assert FILE.open_with_organisation(combine([first, third])) == KEYS


def test_a_real_passphrase_slot_opens_at_the_floor() -> None:
    file = SlotFile.found(VAULT_ID, KEYS)
    file = file.with_passphrase(KEYS, PASSPHRASE, Argon2Params(64 * 1024, 3, 4), system_randomness)
    assert SlotFile.parse(file.to_bytes()).unlock(PASSPHRASE) == KEYS.vault_key


def test_a_file_that_was_read_is_written_the_same() -> None:
    assert read(BYTES).to_bytes() == BYTES
    assert len(BYTES) < 4096


def test_a_wrong_passphrase_says_so_and_nothing_else() -> None:
    for wrong in ("", "étoile filante du soir", PASSPHRASE.upper(), PASSPHRASE + " "):
        with pytest.raises(WrongPassphrase) as met:
            FILE.unlock(wrong)
        assert met.value.__cause__ is None
        assert str(met.value) == ""
        with pytest.raises(WrongPassphrase):
            FILE.open_with_passphrase(wrong)


def test_a_sheet_of_another_profile_or_an_older_sheet_says_so() -> None:
    newer = FILE.with_recovery(KEYS, new_code(system_randomness), system_randomness)
    with pytest.raises(Problem) as met:
        newer.open_with_recovery(CODE)
    assert code_of(met) == "crypto.recovery-other-sheet"


def test_the_recovery_key_of_another_programme_says_so() -> None:
    with pytest.raises(Problem) as met:
        FILE.open_with_organisation(new_kem_key(system_randomness).private)
    assert code_of(met) == "crypto.recovery-other-programme"
    with pytest.raises(NotAKey):
        FILE.open_with_organisation(b"short")
    with pytest.raises(NotAKey):
        FILE.with_organisation(KEYS, b"short", system_randomness)


@pytest.mark.parametrize("way", WAYS_IN)
def test_a_way_that_was_never_set_up_says_so(way: Callable[[SlotFile], object]) -> None:
    with pytest.raises(Problem) as met:
        way(SlotFile.found(VAULT_ID, KEYS))
    assert code_of(met) == "crypto.no-such-way-in"


def test_a_new_passphrase_replaces_the_old_and_leaves_the_other_ways() -> None:
    changed = FILE.with_passphrase(KEYS, "a new one", LIGHT, system_randomness, LIGHT_FLOOR_KIB)
    assert changed.generation == FILE.generation + 1
    assert changed.unlock("a new one") == KEYS.vault_key
    with pytest.raises(WrongPassphrase):
        changed.unlock(PASSPHRASE)
    assert changed.open_with_recovery(CODE) == KEYS
    assert changed.open_with_organisation(ORGANISATION.private) == KEYS
    assert len(changed.slots) == 3


def test_an_organisation_can_change_its_recovery_key() -> None:
    other = new_kem_key(system_randomness)
    changed = FILE.with_organisation(KEYS, other.public, system_randomness)
    assert changed.open_with_organisation(other.private) == KEYS
    with pytest.raises(Problem):
        changed.open_with_organisation(ORGANISATION.private)


def test_every_flipped_bit_is_seen_before_a_passphrase_is_typed() -> None:
    for at in range(len(BYTES) * 8):
        changed = bytearray(BYTES)
        changed[at // 8] ^= 1 << at % 8
        with pytest.raises(Problem) as met:
            read(bytes(changed))
        assert code_of(met) == "crypto.slots-damaged"


def test_a_torn_or_foreign_file_is_said_to_be_damaged() -> None:
    files = [BYTES[:length] for length in range(0, len(BYTES), 97)]
    files += [BYTES + b"x", b"\0" * 200_000, secrets.token_bytes(500)]
    for foreign in (b"", b"\xff", cbor2.dumps([]), cbor2.dumps({"file": "another"}), cbor2.dumps({"file": 1.5})):
        files.append(foreign + sha256(foreign))
    for data in files:
        with pytest.raises(Problem) as met:
            read(data)
        assert code_of(met) == "crypto.slots-damaged"


def test_a_file_larger_than_any_slot_file_is_not_read() -> None:
    large = cbor2.dumps({"file": "monitor: slots", "more": bytes(70_000)}, canonical=True)
    with pytest.raises(Problem) as met:
        read(large + sha256(large))
    assert code_of(met) == "crypto.slots-damaged"


def test_a_file_of_a_newer_format_asks_for_a_newer_app() -> None:
    with pytest.raises(Problem) as met:
        read(rewritten(lambda said: said.update(format=2, more="unknown")))
    assert code_of(met) == "crypto.slots-newer"


@pytest.mark.parametrize(
    "change",
    [
        {"format": 0},
        {"format": "1"},
        {"format": True},
        {"vault": "text"},
        {"generation": "1"},
        {"generation": True},
        {"mac": None},
        {"slots": None},
        {"slots": "text"},
        {"slots": b"bytes"},
        {"slots": [1]},
        {"slots": [{}]},
        {"slots": [{"kind": 1}]},
        {"slots": [{"kind": "passphrase"}]},
        {"slots": [{"kind": "recovery", "salt": b""}]},
        {"slots": [{"kind": "recovery", "salt": "", "vault key": b"", "inner key": b""}]},
        {"slots": [{"kind": "recovery", "salt": b"", "vault key": b"", "inner key": 1}]},
        {"slots": [{"kind": "recovery", "salt": b"", "more": 1, "vault key": b"", "inner key": b""}]},
        {"slots": [{"kind": "organisation", "recipient": b"", "vault key": b"", "inner key": b""}]},
        {"more": 1},
    ],
)
def test_a_field_of_another_shape_is_damage(change: dict[str, object]) -> None:
    with pytest.raises(Problem) as met:
        read(rewritten(lambda said: said.update(change)))
    assert code_of(met) == "crypto.slots-damaged"


@pytest.mark.parametrize(("name", "value"), [("passes", 0), ("lanes", 17), ("memory KiB", 2**30), ("memory KiB", 63)])
def test_argon2id_outside_its_bounds_is_damage(name: str, value: int) -> None:
    def change(said: dict[str, object]) -> None:
        said["slots"][0][name] = value  # type: ignore[index]

    with pytest.raises(Problem) as met:
        read(rewritten(change))
    assert code_of(met) == "crypto.slots-damaged"


def test_a_file_below_the_floor_is_read_only_where_a_test_lowers_it() -> None:
    with pytest.raises(Problem):
        SlotFile.parse(BYTES)
    with pytest.raises(ValueError, match="Argon2id"):
        FILE.with_passphrase(KEYS, "words", LIGHT, system_randomness)


@pytest.mark.parametrize("way", WAYS_IN)
@pytest.mark.parametrize(
    "change",
    [
        lambda said: said.update(generation=99),
        lambda said: said.update(mac=bytes(32)),
        lambda said: said["slots"].append({"kind": "from tomorrow"}),
        lambda said: said["slots"].append(said["slots"][0]),
        lambda said: said["slots"].reverse(),
    ],
)
def test_a_slot_file_somebody_altered_does_not_open(
    way: Callable[[SlotFile], object], change: Callable[[dict[str, object]], object]
) -> None:
    altered = read(rewritten(change))
    with pytest.raises(Problem) as met:
        way(altered)
    assert code_of(met) == "crypto.slots-damaged"


@pytest.mark.parametrize(("slot", "name"), [(0, "salt"), (0, "vault key"), (1, "inner key"), (2, "wrapped")])
def test_an_altered_slot_opens_nothing(slot: int, name: str) -> None:
    def change(said: dict[str, object]) -> None:
        part = bytearray(said["slots"][slot][name])  # type: ignore[index]
        part[0] ^= 1
        said["slots"][slot][name] = bytes(part)  # type: ignore[index]

    altered = read(rewritten(change))
    with pytest.raises((WrongPassphrase, Problem)):
        WAYS_IN[slot + 1](altered)


def test_a_slot_of_another_vault_opens_nothing_here() -> None:
    other = whole(vault_id=bytes(16))
    moved = replace(FILE, slots=other.slots)
    with pytest.raises(WrongPassphrase):
        moved.unlock(PASSPHRASE)
    for way in WAYS_IN[2:]:
        with pytest.raises(Problem):
            way(moved)


def test_keys_of_another_vault_change_nothing_here() -> None:
    with pytest.raises(Problem) as met:
        FILE.with_recovery(new_vault_keys(system_randomness), CODE, system_randomness)
    assert code_of(met) == "crypto.slots-damaged"


def test_a_slot_of_an_unknown_kind_is_kept_and_passed_on() -> None:
    tomorrow = {"kind": "security key", "what": ["ever", 1, b"x"]}
    authentic = read(rewritten(lambda said: said["slots"].append(tomorrow)))  # type: ignore[attr-defined]
    authentic = authentic._authenticated(KEYS.vault_key)  # as a newer app would have written it
    assert authentic.unlock(PASSPHRASE) == KEYS.vault_key
    changed = read(authentic.with_recovery(KEYS, CODE, system_randomness).to_bytes())
    assert tomorrow in cbor2.loads(changed.to_bytes()[:-32])["slots"]
    assert changed.open_with_recovery(CODE) == KEYS


@settings(max_examples=25)
@given(passphrase=st.text(max_size=40), other=st.text(max_size=40))
def test_any_passphrase_opens_its_own_file_only(passphrase: str, other: str) -> None:
    file = SlotFile.found(VAULT_ID, KEYS).with_passphrase(KEYS, passphrase, LIGHT, system_randomness, LIGHT_FLOOR_KIB)
    assert read(file.to_bytes()).open_with_passphrase(passphrase) == KEYS
    if PassphraseWay(bytes(16), LIGHT).slot_key(other) != PassphraseWay(bytes(16), LIGHT).slot_key(passphrase):
        with pytest.raises(WrongPassphrase):
            file.unlock(other)


def test_an_identity_is_written_with_the_public_half_and_read_with_the_inner_key() -> None:
    sealed = wrap(KEYS.identity_public(), b"a name", b"identity")
    assert unwrap(KEYS.inner_key, sealed, b"identity") == b"a name"
    assert kem_key(KEYS.inner_key).public == KEYS.identity_public()


def test_keys_do_not_print_themselves() -> None:
    assert repr(KEYS) == "VaultKeys()"
    assert KEYS.vault_key != KEYS.inner_key
