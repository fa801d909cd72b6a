"""A segment: a run of entries of one chain, sealed and signed for the way. The law of its bytes: FORMAT.md, "Segment".

Its name is the SHA-256 of its bytes; who carries it learns the chain, the numbers and the size class, nothing else.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from monitor_app.base import DeviceId, IncarnationId, KeyId, Randomness, SpaceId, cbor_bytes, sha256
from monitor_app.crypto import NotAuthentic, open_sealed, seal
from monitor_app.journal.broken import Broken, NoKey
from monitor_app.journal.chain import Link, follow
from monitor_app.journal.entry import Entry, NewerEntry
from monitor_app.journal.names import NO_HASH, ChainId
from monitor_app.journal.padding import pad, unpad
from monitor_app.journal.purposes import segment_key
from monitor_app.journal.shape import HASH_BYTES, identifier, items, octets, whole

VERSION = 1
MOST_PLAIN_BYTES = 16 * 1024 * 1024
MOST_BYTES = 20 * 1024 * 1024
MOST_ENTRIES = 10_000
_DOMAIN = "monitor journal segment"
_MOST_HEADER_BYTES = 1024
_MOST_SIGNATURE_BYTES = 128
_HEADER_ITEMS = 8

KeyOf = Callable[[KeyId], bytes | None]
"""The 32-byte key of an id, None where this device does not hold it."""
Sign = Callable[[bytes], bytes]
Verify = Callable[[DeviceId, bytes, bytes], bool]
"""Whether (device, message, signature) is the device's own: false for a device nothing is known of."""


@dataclass(frozen=True, slots=True)
class SegmentHeader:
    """What a segment says in clear. `previous` is the hash of the entry before its first one."""

    chain: ChainId
    first: int
    last: int
    previous: bytes
    key_id: KeyId

    def to_bytes(self) -> bytes:
        chain = self.chain
        return cbor_bytes(
            [
                VERSION,
                chain.space,
                chain.device,
                chain.incarnation,
                self.first,
                self.last,
                self.previous,
                self.key_id,
            ]
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment that was read: its header, and each entry with the bytes it came in."""

    header: SegmentHeader
    entries: tuple[Entry | NewerEntry, ...]
    raws: tuple[bytes, ...]


def make_segment(raws: Sequence[bytes], key: tuple[KeyId, bytes], sign: Sign, randomness: Randomness) -> bytes:
    """The bytes of a segment of entries in order, one or more. Raises Broken for a run that is none, or too long."""
    if not 1 <= len(raws) <= MOST_ENTRIES:
        raise Broken("a segment holds 1 to 10,000 entries")
    first = Entry.parse(raws[0])
    header = SegmentHeader(first.chain, first.number, first.number + len(raws) - 1, first.previous, key[0])
    _check_run(header, raws)
    plain = cbor_bytes(list(raws))
    if len(plain) > MOST_PLAIN_BYTES:
        raise Broken("a segment holds at most 16 MiB")
    clear = header.to_bytes()
    sealed = seal(segment_key(key[1]), pad(zlib.compress(plain, 9)), clear, randomness)
    return cbor_bytes([clear, sealed, sign(_signed_message(clear, sealed))])


def segment_name(data: bytes) -> str:
    """The name of a segment: SHA-256 of its exact bytes, lower-case hex."""
    return sha256(data).hex()


def read_header(data: bytes) -> SegmentHeader:
    """What a segment says in clear, nothing of it proven. Raises Broken."""
    clear, _, _ = _parts(data)
    return _header(clear)


def read_segment(data: bytes, key_of: KeyOf, verify: Verify) -> Segment:
    """The entries of a segment: signature, seal, chain and every entry checked. Raises Broken, or NoKey."""
    clear, sealed, signature = _parts(data)
    header = _header(clear)
    if not verify(header.chain.device, _signed_message(clear, sealed), signature):
        raise Broken("the signature is not the device's")
    key = key_of(header.key_id)
    if key is None:
        raise NoKey(header.key_id)
    try:
        padded = open_sealed(segment_key(key), sealed, clear)
    except NotAuthentic:
        raise Broken("the segment does not open") from None
    listed = items(_inflated(unpad(padded)), "a segment")
    if len(listed) != header.last - header.first + 1:
        raise Broken("the segment holds another number of entries")
    raws = tuple(octets(raw, "an entry", 1, MOST_PLAIN_BYTES) for raw in listed)
    return Segment(header, _check_run(header, raws), raws)


def _parts(data: bytes) -> tuple[bytes, bytes, bytes]:
    if len(data) > MOST_BYTES:
        raise Broken("the segment is too large")
    found = items(data, "a segment")
    if len(found) != 3:
        raise Broken("a segment has another number of parts")
    return (
        octets(found[0], "header", 1, _MOST_HEADER_BYTES),
        octets(found[1], "sealed part", 1, MOST_BYTES),
        octets(found[2], "signature", 1, _MOST_SIGNATURE_BYTES),
    )


def _header(clear: bytes) -> SegmentHeader:
    found = items(clear, "a segment header")
    if not found or whole(found[0], "version", 1) != VERSION:
        raise Broken("the segment is of a version this app does not know")
    if len(found) != _HEADER_ITEMS:
        raise Broken("a segment header has another number of items")
    _, space, device, incarnation, first, last, previous, key_id = found
    start = whole(first, "first", 1)
    header = SegmentHeader(
        ChainId(
            SpaceId(identifier(space, "space")),
            DeviceId(identifier(device, "device")),
            IncarnationId(identifier(incarnation, "incarnation")),
        ),
        start,
        whole(last, "last", start, start + MOST_ENTRIES - 1),
        octets(previous, "previous", HASH_BYTES),
        KeyId(identifier(key_id, "key")),
    )
    if (start == 1) != (header.previous == NO_HASH):
        raise Broken("previous does not suit the first number")
    return header


def _check_run(header: SegmentHeader, raws: Sequence[bytes]) -> tuple[Entry | NewerEntry, ...]:
    _, fault = follow(header.chain, Link(header.first - 1, header.previous), raws)
    if fault is not None:
        raise Broken(f"entry {fault.number} of the segment: {fault.what}")
    return tuple(Entry.trusted(raw) for raw in raws)


def _signed_message(clear: bytes, sealed: bytes) -> bytes:
    return cbor_bytes([_DOMAIN, VERSION, clear, sha256(sealed)])


def _inflated(compressed: bytes) -> bytes:
    """Inflates with a ceiling, so that a small segment cannot fill the memory."""
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(compressed, MOST_PLAIN_BYTES)
    except zlib.error:
        raise Broken("the segment does not inflate") from None
    if not inflater.eof or inflater.unused_data:
        raise Broken("the segment inflates to another length")
    return plain
