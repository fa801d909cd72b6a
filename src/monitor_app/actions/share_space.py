"""Share a visit's space: its key goes to every laptop of its team and of the coordinators, and to recovery always."""

from __future__ import annotations

from contextlib import suppress

from monitor_app import crypto
from monitor_app.actions.people import members, teams
from monitor_app.actions.records import records
from monitor_app.base import SpaceId
from monitor_app.monitoring import Kind, ProgrammeRole
from monitor_app.vault import Vault


def share_space(vault: Vault, space: SpaceId) -> None:
    """Wraps the space's epochs to the devices that may read it and have no wrap yet."""
    readers = {place.member.id for place in teams(vault).get(space, ())}
    readers |= {member.id for member in members(vault).values() if member.role is ProgrammeRole.COORDINATOR}
    for device in records(vault, vault.identity.programme, Kind.DEVICE):
        if (
            device.data("member") not in readers
            or device.true("revoked")
            or bytes(device.id) == bytes(vault.identity.device)
        ):
            continue
        with suppress(crypto.NotAKey):  # A laptop whose record is broken gets no key; the others do.
            vault.add_recipient(space, "device", device.id, device.data("kem_public"))
