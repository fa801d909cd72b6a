"""A wrap: one key sealed to one recipient, signed by its maker. The law of its bytes: FORMAT.md, "Wrap"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from monitor_app.base import DeviceId, KeyId, SpaceId, cbor_bytes, sha256
from monitor_app.journal.broken import Broken
from monitor_app.journal.segment import Sign, Verify
from monitor_app.journal.shape import MOST_MS, identifier, items, octets, text, whole

VERSION = 1
Purpose = Literal["epoch", "data"]
"""`epoch`: the key of a space from that epoch on; `data`: a key of its own inside the space, epoch 0."""
RecipientKind = Literal["device", "recovery"]
RECIPIENT_BYTES = 16
_DOMAIN = "monitor journal wrap"
_INFO = "monitor journal wrapped key"
_PURPOSES = frozenset({"epoch", "data"})
_RECIPIENTS = frozenset({"device", "recovery"})
_ITEMS = 10
_MOST_WRAPPED_BYTES = 8192
_MOST_SIGNATURE_BYTES = 128


@dataclass(frozen=True, slots=True)
class WrapAbout:
    """Which key for whom. `recipient` is a device id, or for recovery `recovery_recipient(public key)`."""

    space: SpaceId
    purpose: Purpose
    epoch: int
    key_id: KeyId
    recipient_kind: RecipientKind
    recipient: bytes

    def info(self) -> bytes:
        """What the HPKE seal is bound to."""
        return cbor_bytes([_INFO, VERSION, *self.items()])

    def items(self) -> tuple[SpaceId, str, int, KeyId, str, bytes]:
        return (self.space, self.purpose, self.epoch, self.key_id, self.recipient_kind, self.recipient)


@dataclass(frozen=True, slots=True)
class Wrap:
    """A wrapped key: `wrapped` is HPKE to the recipient with `about.info()`."""

    about: WrapAbout
    maker: DeviceId
    at_ms: int
    wrapped: bytes

    def body(self) -> bytes:
        return cbor_bytes([VERSION, *self.about.items(), self.maker, self.at_ms, self.wrapped])


def recovery_recipient(public: bytes) -> bytes:
    """The recipient id of an organisation recovery key: the first 16 bytes of the SHA-256 of its public bytes."""
    return sha256(public)[:RECIPIENT_BYTES]


def make_wrap(wrap: Wrap, sign: Sign) -> bytes:
    """The signed record."""
    body = wrap.body()
    return cbor_bytes([body, sign(_signed_message(body))])


def read_wrap(data: bytes, verify: Verify) -> Wrap:
    """The record, its form and signature checked. Raises Broken."""
    parts = items(data, "a wrap")
    if len(parts) != 2:
        raise Broken("a wrap has another number of parts")
    body = octets(parts[0], "body", 1, 2 * _MOST_WRAPPED_BYTES)
    signature = octets(parts[1], "signature", 1, _MOST_SIGNATURE_BYTES)
    wrap = _body(body)
    if not verify(wrap.maker, _signed_message(body), signature):
        raise Broken("the signature is not the device's")
    return wrap


def _body(body: bytes) -> Wrap:
    found = items(body, "the body of a wrap")
    if not found or whole(found[0], "version", 1) != VERSION:
        raise Broken("the wrap is of a version this app does not know")
    if len(found) != _ITEMS:
        raise Broken("the body of a wrap has another number of items")
    _, space, purpose, epoch, key_id, kind, recipient, maker, at_ms, wrapped = found
    said_purpose = text(purpose, "purpose", 16)
    said_kind = text(kind, "recipient kind", 16)
    number = whole(epoch, "epoch")
    if said_purpose not in _PURPOSES or (said_purpose == "epoch") != (number > 0):
        raise Broken("the purpose of the wrap is none that is known")
    if said_kind not in _RECIPIENTS:
        raise Broken("the recipient of the wrap is of no known kind")
    about = WrapAbout(
        SpaceId(identifier(space, "space")),
        cast(Purpose, said_purpose),
        number,
        KeyId(identifier(key_id, "key")),
        cast(RecipientKind, said_kind),
        octets(recipient, "recipient", RECIPIENT_BYTES),
    )
    return Wrap(
        about,
        DeviceId(identifier(maker, "maker")),
        whole(at_ms, "time", most=MOST_MS),
        octets(wrapped, "wrapped key", 1, _MOST_WRAPPED_BYTES),
    )


def _signed_message(body: bytes) -> bytes:
    return cbor_bytes([_DOMAIN, VERSION, body])
