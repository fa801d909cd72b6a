"""FORMAT.md, read by somebody who has only that page: no code of this app makes or reads a byte in here."""

from __future__ import annotations

import hashlib
import json
import zlib
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2
import pytest
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import load_der_public_key

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "vectors" / "journal.json").read_text(encoding="utf-8")
)
PAGE = (Path(__file__).parents[2] / "src" / "monitor_app" / "journal" / "FORMAT.md").read_text(encoding="utf-8")
NAMES = ["version", "space", "device", "incarnation", "number", "previous", "author", "kind", "entity_kind", "entity"]
NAMES += ["field", "overwrites", "frontier", "at_ms", "key_id", "sealed"]


class Refused(Exception):
    """The bytes break the page."""


def demand(holds: bool, rule: str) -> None:
    if not holds:
        raise Refused(rule)


def decode(data: bytes) -> Any:
    """Section 1."""
    try:
        value = cbor2.loads(data)
    except (ValueError, EOFError) as error:
        raise Refused("not CBOR") from error
    demand(cbor2.dumps(value, canonical=True) == data, "not deterministic")
    return value


def key_for(info: str) -> bytes:
    """Section 3."""
    key = bytes.fromhex(VECTORS["key"]["key"])
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info.encode()).derive(key)


def opened(key: bytes, sealed: bytes, context: bytes) -> bytes:
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], context)


def signed_by(device: bytes, message: Any, signature: bytes) -> None:
    public = load_der_public_key(bytes.fromhex(VECTORS["journal_keys"][device.hex()]))
    assert isinstance(public, EllipticCurvePublicKey)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    public.verify(encode_dss_signature(r, s), cbor2.dumps(message, canonical=True), ECDSA(SHA256()))


def octets(value: Any, size: int) -> bool:
    return isinstance(value, bytes) and len(value) == size


def marks(value: Any) -> list[tuple[bytes, bytes, int]]:
    demand(isinstance(value, list), "marks are an array")
    found = [tuple(mark) for mark in value]
    demand(all(octets(d, 16) and octets(i, 16) and n >= 1 for d, i, n in found), "a mark")
    demand(all(a < b for a, b in pairwise(found)), "marks ascend")
    return found


def read_entry(raw: bytes) -> dict[str, Any]:
    """Section 4."""
    items = decode(raw)
    demand(isinstance(items, list) and len(items) >= 6 and items[0] >= 1, "an array that begins with a version")
    demand(all(octets(item, 16) for item in items[1:4]) and octets(items[5], 32), "ids and hash")
    demand(items[4] >= 1 and (items[4] == 1) == (items[5] == bytes(32)), "number and previous")
    if items[0] > 1:
        return dict(zip(NAMES[:6], items[:6], strict=True))
    demand(len(items) == 16, "16 items")
    entry = dict(zip(NAMES, items, strict=True))
    demand(all(octets(entry[name], 16) for name in ("author", "entity", "key_id")), "ids")
    demand(all(1 <= len(entry[name].encode()) <= 64 for name in ("kind", "entity_kind")), "kinds")
    demand(1 <= len(entry["field"].encode()) <= 1024, "field")
    demand(29 <= len(entry["sealed"]) <= 2**20, "sealed")
    own = (entry["device"], entry["incarnation"])
    demand(all(m[:2] != own or m[2] < entry["number"] for m in marks(entry["overwrites"])), "own future")
    chains = [m[:2] for m in marks(entry["frontier"])]
    demand(len(chains) == len(set(chains)), "a chain twice")
    return entry


def value_of(entry: dict[str, Any]) -> Any:
    header = cbor2.dumps([entry[name] for name in NAMES[:15]], canonical=True)
    return decode(opened(key_for("monitor journal: entry value 1"), entry["sealed"], header))


def plain(value: Any) -> Any:
    """As JSON has it."""
    if isinstance(value, bytes):
        return value.hex()
    return [plain(item) for item in value] if isinstance(value, list) else value


def size_class(size: int) -> int:
    step = max(1024, 2 ** max(0, (size - 1).bit_length() - 4))
    return int((size + step - 1) // step * step)


def test_every_entry_of_the_vectors_reads_as_the_page_says() -> None:
    for said in VECTORS["entries"].values():
        raw = bytes.fromhex(said["bytes"])
        entry = read_entry(raw)
        assert {name: plain(entry[name]) for name in NAMES[1:15]} == {name: said[name] for name in NAMES[1:15]}
        assert value_of(entry) == said["value"]
        assert hashlib.sha256(raw).hexdigest() == said["hash"]


def test_the_keys_of_the_vectors_come_from_the_page() -> None:
    assert key_for("monitor journal: entry value 1").hex() == VECTORS["key"]["value_key"]
    assert key_for("monitor journal: segment 1").hex() == VECTORS["key"]["segment_key"]


def test_the_chains_of_the_vectors_hold() -> None:
    heads: dict[tuple[str, str], tuple[int, str]] = {}
    for said in VECTORS["entries"].values():
        chain = (said["device"], said["incarnation"])
        number, head = heads.get(chain, (0, "00" * 32))
        assert (said["number"], said["previous"]) == (number + 1, head)
        heads[chain] = (said["number"], said["hash"])


def test_the_registers_of_the_vectors_hold_what_the_page_says() -> None:
    entries = [VECTORS["entries"][name] for name in VECTORS["register"]["of"]]
    for upto, expected in ((3, "current_before_settling"), (4, "current")):
        own = [[e["device"], e["incarnation"], e["number"]] for e in entries[:upto]]
        gone = [mark for e in entries[:upto] for mark in e["overwrites"]]
        assert [mark for mark in own if mark not in gone] == VECTORS["register"][expected]


def test_an_entry_of_a_later_version_is_known_by_its_first_six_items() -> None:
    first = VECTORS["entries"]["first"]
    newer = read_entry(bytes.fromhex(VECTORS["newer"]))
    assert newer["version"] == 2
    assert plain(newer["space"]) == first["space"]


@pytest.mark.parametrize("rule", sorted(VECTORS["refused"]))
def test_what_breaks_the_page_is_refused(rule: str) -> None:
    with pytest.raises(Refused):
        read_entry(bytes.fromhex(VECTORS["refused"][rule]))


def test_the_segment_of_the_vectors_reads_as_the_page_says() -> None:
    said = VECTORS["segment"]
    data = bytes.fromhex(said["bytes"])
    assert hashlib.sha256(data).hexdigest() == said["name"]
    clear, sealed, signature = decode(data)
    version, space, device, incarnation, first, last, previous, _ = decode(clear)
    signed_by(device, ["monitor journal segment", 1, clear, hashlib.sha256(sealed).digest()], signature)
    padded = opened(key_for("monitor journal: segment 1"), sealed, clear)
    length = int.from_bytes(padded[:4], "big")
    assert len(padded) == size_class(length + 4)
    assert padded[4 + length :] == bytes(len(padded) - 4 - length)
    raws = decode(zlib.decompress(padded[4 : 4 + length]))
    expected = [VECTORS["entries"][name] for name in said["entries"]]
    assert [raw.hex() for raw in raws] == [entry["bytes"] for entry in expected]
    assert (version, first, last) == (1, expected[0]["number"], expected[-1]["number"])
    assert previous.hex() == expected[0]["previous"]
    assert (space.hex(), device.hex(), incarnation.hex()) == tuple(expected[0][n] for n in NAMES[1:4])


def test_the_wrap_of_the_vectors_opens_to_the_key() -> None:
    body, signature = decode(bytes.fromhex(VECTORS["wrap"]["bytes"]))
    version, *about, maker, _, wrapped = decode(body)
    signed_by(maker, ["monitor journal wrap", 1, body], signature)
    both = hashlib.shake_256(bytes.fromhex(VECTORS["wrap"]["recipient_seed"])).digest(96)
    private = MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(both[:64]), X25519PrivateKey.from_private_bytes(both[64:])
    )
    info = cbor2.dumps(["monitor journal wrapped key", 1, *about], canonical=True)
    suite = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    assert suite.decrypt(wrapped, private, info).hex() == VECTORS["key"]["key"]
    assert (version, about[1], about[2], about[4]) == (1, "epoch", 1, "recovery")
    assert len(wrapped) == 1120 + 32 + 16


def test_the_example_on_the_page_is_the_first_entry_of_the_vectors() -> None:
    lines = PAGE.split("```")[1].strip().splitlines()
    column = "".join(line[:44] for line in lines).replace("00000000 ... 00000000", "00" * 32)
    shown = "".join(column.split())
    assert shown == VECTORS["entries"]["first"]["bytes"]
    assert VECTORS["entries"]["first"]["hash"].upper() in PAGE
    assert VECTORS["key"]["value_key"].upper() in PAGE
