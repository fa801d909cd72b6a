"""Packs this laptop's own entries into segments for the other members of a space."""

from __future__ import annotations

from collections.abc import Iterator

from monitor_app.base import Problem, Randomness, SpaceId
from monitor_app.base.problems import vault as problems
from monitor_app.journal import ChainId, Frontier, make_segment
from monitor_app.vault.book import Book
from monitor_app.vault.chains import Chains
from monitor_app.vault.keyring import Keyring

MOST_ENTRIES = 1_000
MOST_BYTES = 2 * 1024 * 1024


class Packer:
    """Reads, seals and signs; writes nothing."""

    __slots__ = ("_book", "_chains", "_keyring", "_randomness")

    def __init__(self, book: Book, chains: Chains, keyring: Keyring, randomness: Randomness) -> None:
        self._book = book
        self._chains = chains
        self._keyring = keyring
        self._randomness = randomness

    def segments(self, space: SpaceId, beyond: Frontier) -> tuple[bytes, ...]:
        """Every chain of this laptop in a space, from after the frontier on. Raises Problem no-key, no-recovery."""
        key_id, _ = self._keyring.writing_key(space)
        key = self._keyring.key(key_id)
        if key is None:
            raise Problem(problems.NO_KEY)
        known = {(device, incarnation): number for device, incarnation, number in beyond}
        own = [chain for chain in self._chains.of(space) if chain.device == self._keyring.identity.device]
        return tuple(
            make_segment(run, (key_id, key), self._keyring.sign, self._randomness)
            for chain in own
            for run in self._runs(chain, known.get((chain.device, chain.incarnation), 0))
        )

    def _runs(self, chain: ChainId, after: int) -> Iterator[list[bytes]]:
        run: list[bytes] = []
        size = 0
        for raw in self._book.raws(chain, after + 1):
            if run and (len(run) == MOST_ENTRIES or size + len(raw) > MOST_BYTES):
                yield run
                run, size = [], 0
            run.append(raw)
            size += len(raw)
        if run:
            yield run
