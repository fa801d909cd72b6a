"""Checks the journal against itself: each chain's links, and that it ends where it was left; and then the values that
stand against the journal.

The cipher notices a changed page, but not one old page put back in its place; the chains do.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor_app.base import Problem, SpaceId
from monitor_app.base.problems import vault as problems
from monitor_app.journal import ChainId, Fault, entry_hash, verify
from monitor_app.vault.book import Book
from monitor_app.vault.chains import MOST_NUMBER, Held
from monitor_app.vault.space_check import SpaceCheck
from monitor_app.vault.store import Store
from monitor_app.vault.values import VerifyState

_SLICE = 10_000


_BEYOND = """
SELECT first, beyond FROM (
    SELECT chains.id << 32 | chains.number AS first,
        (SELECT min(entries.id) FROM entries
         WHERE entries.id > (chains.id << 32 | chains.number) AND entries.id < (chains.id + 1) << 32) AS beyond
    FROM chains)
WHERE beyond IS NOT NULL
"""
"""Entries a chain's head knows nothing of: an old page with an old head was put back."""


class Checker:
    """Remembers how far it has come. The first fault of a chain stays: what was wrong once is not trusted again.

    `derived_differ` says that the values that stand are not those of the journal: they have to be made anew.
    """

    __slots__ = ("_book", "_done", "_store", "_total", "_verified", "_walk", "derived_differ", "faults")

    def __init__(self, store: Store, book: Book) -> None:
        self._store = store
        self._book = book
        self._walk: Iterator[int] = iter(())
        self._verified: list[Held] = []
        self._done = self._total = 0
        self.faults: dict[ChainId, Fault] = {}
        self.derived_differ = False

    def check_tails(self) -> None:
        """The head of every chain, and all that came after the link it was last verified at: done at every unlock."""
        self.check_heads()
        for held in self._store.chains.all():
            if held.chain not in self.faults and held.checked.number < held.head.number:
                run = self._book.raws(held.chain, held.checked.number + 1)
                self._note(verify(held.chain, held.checked, run, held.head))

    def check_heads(self) -> None:
        """Every chain has as many entries as its head says, no more, and the last one is the one that was written."""
        rows = self._store.connection.execute(
            "SELECT chains.id << 32 | chains.number, entries.raw FROM chains "
            "LEFT JOIN entries ON entries.id = chains.id << 32 | chains.number WHERE chains.number > 0"
        )
        for id_, raw in rows:
            chain = self._store.chains.dot(id_).chain
            head = self._store.chains.head(chain)
            if raw is None:
                self._note(Fault(chain, head.number, "the last entry is missing"))
            elif entry_hash(raw) != head.hash:
                self._note(Fault(chain, head.number, "the last entry is another"))
        for id_, beyond in self._store.connection.execute(_BEYOND):
            chain = self._store.chains.dot(id_).chain
            self._note(Fault(chain, beyond & MOST_NUMBER, "an entry stands after the end"))

    def begin(self) -> None:
        """Starts the check of the whole journal anew."""
        spaces = dict.fromkeys(held.chain.space for held in self._store.chains.all())
        self._done, self._total = 0, self._store.chains.total
        self._walk = self._spaces(tuple(spaces))

    def step(self, most: int) -> VerifyState:
        """Goes on with the check of the whole journal, for about `most` entries."""
        until = min(self._done + most, self._total)
        while self._done < until:
            self._done += next(self._walk)
        if self._done >= self._total:
            self._done = self._total = self._done + sum(self._walk)
        if self._verified:
            verified, self._verified = self._verified, []
            self._check_off(verified)
        return VerifyState(self._done, self._total)

    def check_all(self) -> None:
        """The whole journal, now. Raises Problem chain-fault naming the first entry that is wrong."""
        self.check_heads()
        self.begin()
        while not self.step(_SLICE).done:
            continue
        self.demand_sound()

    def demand_sound(self, chain: ChainId | None = None) -> None:
        """Raises Problem chain-fault where a fault was found, in that chain or (None) in any."""
        for fault in self.faults.values():
            if chain is None or fault.chain == chain:
                raise Problem(problems.CHAIN_FAULT, entry=fault.number, space=fault.chain.space.hex()[:8])

    def _spaces(self, spaces: tuple[SpaceId, ...]) -> Iterator[int]:
        """Checks space after space, and yields how many entries each step was."""
        for space in spaces:
            check = SpaceCheck(self._store, self._book, space)
            yield from check.walk()
            for fault in check.faults:
                self._note(fault)
            self._verified.extend(check.verified())
            self.derived_differ = self.derived_differ or check.derived_differ()

    def _check_off(self, verified: list[Held]) -> None:
        """Notes how far the journal was verified. On a full disk that is left out; it only saves time."""
        try:
            self._store.transaction(lambda: self._store.chains.check_off(verified), urgent=False)
        except Problem as problem:
            if problem.kind is not problems.DISK_FULL:
                raise

    def _note(self, fault: Fault | None) -> None:
        if fault is None:
            return
        known = self.faults.get(fault.chain)
        if known is None or fault.number < known.number:
            self.faults[fault.chain] = fault
