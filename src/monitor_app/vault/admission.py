"""Entries from other devices: checked, asked for permission, and taken in through the same door as one's own.

Nothing that comes is dropped. What breaks the format is set aside with its reason, what comes too early waits, what was
not allowed is kept in its chain without effect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from monitor_app.base import DeviceId, KeyId
from monitor_app.crypto import verify
from monitor_app.journal import (
    Broken,
    ChainId,
    Entry,
    Frontier,
    NewerEntry,
    NoKey,
    Segment,
    place_of,
    read_segment,
    segment_name,
)
from monitor_app.vault.folding import MOST_BEHIND
from monitor_app.vault.parts import Parts
from monitor_app.vault.past import May, Past
from monitor_app.vault.values import Touched

NOT_ALLOWED = "not allowed"
DOES_NOT_OPEN = "the value does not open"
FORK = "another entry of the same number is held"
OWN_AHEAD = "this laptop's own chain, beyond what it wrote"

JournalKeyOf = Callable[[DeviceId], bytes | None]
"""The public journal key of a device, None where the programme knows no such device."""


@dataclass(slots=True)
class Taken:
    """What one admission took in, so far."""

    touched: set[Touched] = field(default_factory=set)
    entries: int = 0


class Admission:
    """One call: takes segments, and then those that waited for them."""

    __slots__ = ("_journal_key_of", "_may", "_parts", "_pasts", "taken")

    def __init__(self, parts: Parts, may: May, journal_key_of: JournalKeyOf) -> None:
        self._parts = parts
        self._may = may
        self._journal_key_of = journal_key_of
        self._pasts: dict[Frontier, Past] = {}
        self.taken = Taken()

    def run(self, segments: Iterable[bytes]) -> None:
        """One transaction per segment, so that what came stays where a later one fails."""
        for data in segments:
            self._admit(data)
        while self._retry_waiting():
            continue

    def _retry_waiting(self) -> bool:
        """Whether any that waited went on."""
        before = self.taken.entries
        rows = self._parts.store.connection.execute("SELECT raw FROM waiting ORDER BY name").fetchall()
        for (raw,) in rows:
            self._admit(raw)
        return self.taken.entries > before

    def _admit(self, data: bytes) -> None:
        store, folding = self._parts.store, self._parts.folding
        taken = store.transaction(lambda: self._take(data))
        if folding.behind() > MOST_BEHIND:
            store.transaction(folding.fold, urgent=False)
        self.taken.touched |= taken.touched
        self.taken.entries += taken.entries

    def _take(self, data: bytes) -> Taken:
        name = segment_name(data)
        taken = Taken()
        try:
            segment = read_segment(data, self._segment_key, self._verified)
            whole = self._take_entries(segment, taken)
        except NoKey:
            whole = False
        except Broken as broken:
            self._set_aside(name, data, broken.what)
            whole = True
        if whole:
            self._parts.store.connection.execute("DELETE FROM waiting WHERE name = ?", (name,))
        else:
            row = (name, data)
            self._parts.store.connection.execute("INSERT OR IGNORE INTO waiting (name, raw) VALUES (?, ?)", row)
        return taken

    def _take_entries(self, segment: Segment, taken: Taken) -> bool:
        """False where the segment, or the rest of it, has to wait. Raises Broken."""
        chain, first = segment.header.chain, segment.header.first
        head = self._parts.store.chains.head(chain)
        if first > head.number + 1:
            return False
        self._compare_with_held(segment, head.number)
        rest = head.number - first + 1
        if rest < len(segment.entries) and self._is_own(chain):
            raise Broken(OWN_AHEAD)
        for entry, raw in zip(segment.entries[rest:], segment.raws[rest:], strict=True):
            if isinstance(entry, Entry) and not self._covers(entry.frontier):
                return False
            if entry.previous != self._parts.store.chains.head(chain).hash:
                raise Broken(FORK)
            self._take_entry(entry, raw, taken)
        return True

    def _take_entry(self, entry: Entry | NewerEntry, raw: bytes, taken: Taken) -> None:
        derived, book = self._parts.derived, self._parts.book
        id_ = book.append(entry.chain, raw, entry.at_ms if isinstance(entry, Entry) else 0)
        taken.entries += 1
        if isinstance(entry, NewerEntry):
            derived.apply_newer(id_, entry)
            return
        value = self._parts.reader.value_bytes(entry)
        if value is None and self._parts.keyring.value_key(entry.key_id) is not None:
            book.set_idle(id_, DOES_NOT_OPEN)
            derived.arrived(entry)
        elif not self._may(entry, self._past(entry)):
            book.set_idle(id_, NOT_ALLOWED)
            derived.arrived(entry)
        else:
            derived.apply(id_, entry, value)
            taken.touched.add(place_of(entry))

    def _past(self, entry: Entry) -> Past:
        """The programme as the author knew it; in the programme's own space also their own words until then."""
        programme = self._parts.keyring.identity.programme
        frontier = entry.frontier
        if entry.space == programme:
            own = [(entry.device, entry.incarnation, entry.number - 1)] if entry.number > 1 else []
            frontier = (*(mark for mark in frontier if mark[:2] != (entry.device, entry.incarnation)), *own)
        if frontier not in self._pasts:
            self._pasts[frontier] = Past(self._parts.book, self._parts.reader, programme, frontier)
        return self._pasts[frontier]

    def _covers(self, frontier: Frontier) -> bool:
        """Whether all that the author knew of the programme is held here."""
        programme = self._parts.keyring.identity.programme
        head = self._parts.store.chains.head
        return all(head(ChainId(programme, device, incarnation)).number >= n for device, incarnation, n in frontier)

    def _compare_with_held(self, segment: Segment, head: int) -> None:
        """Raises Broken where the segment says other things than what is held."""
        header = segment.header
        last = min(header.last, head)
        for came, held in zip(segment.raws, self._parts.book.raws(header.chain, header.first, last), strict=False):
            if came != held:
                raise Broken(FORK)

    def _is_own(self, chain: ChainId) -> bool:
        identity = self._parts.keyring.identity
        return chain == ChainId(chain.space, identity.device, identity.incarnation)

    def _segment_key(self, key_id: KeyId) -> bytes | None:
        return self._parts.keyring.key(key_id)

    def _verified(self, device: DeviceId, message: bytes, signature: bytes) -> bool:
        public = self._journal_key_of(device)
        return public is not None and verify(public, message, signature)

    def _set_aside(self, name: str, data: bytes, reason: str) -> None:
        self._parts.store.connection.execute(
            "INSERT OR IGNORE INTO aside (name, reason, at_ms, raw) VALUES (?, ?, ?, ?)",
            (name, reason, self._parts.means.now_ms(), data),
        )
