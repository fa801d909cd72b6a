"""Hand over work from one laptop to another: the keys it may have, and sealed segments, taken in by the one door."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app import crypto
from monitor_app.actions.arriving import journal_key, rule
from monitor_app.base import DeviceId, SpaceId
from monitor_app.vault import Admitted, Frontier, Vault


@dataclass(frozen=True, slots=True)
class Parcel:
    """One space's keys (wrapped) and this laptop's own segments beyond what the other holds. Blobs are in the clear: a
    parcel is handed over in memory and never written to a disk."""

    space: SpaceId
    kind: str
    wraps: tuple[bytes, ...]
    segments: tuple[bytes, ...]
    blobs: tuple[bytes, ...] = ()


def parcel(vault: Vault, space: SpaceId, beyond: Frontier = (), blobs: tuple[bytes, ...] = ()) -> Parcel:
    """Packs what this laptop wrote in a space. `beyond`: the other's frontier of that space."""
    kind = next((known.kind for known in vault.spaces() if known.id == space), "")
    return Parcel(space, kind, vault.wraps(space), vault.own_segments(space, beyond), blobs)


def take_parcel(vault: Vault, came: Parcel) -> Admitted:
    """Takes a parcel in. Nothing that comes is dropped: see the vault's `admit`. Raises Problem vault.wrap-refused."""

    def signed(device: bytes, message: bytes, signature: bytes) -> bool:
        public = journal_key(vault, DeviceId(device))
        return public is not None and crypto.verify(public, message, signature)

    for wrap in came.wraps:
        vault.take_wrap(wrap, signed, came.kind)
    for data in came.blobs:
        vault.put_blob(data)
    return vault.admit(came.segments, rule(vault), lambda device: journal_key(vault, device))
