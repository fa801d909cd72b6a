"""Search and tallies, brought up to date many entries at a time.

Every page a save touches costs an encryption, and indexing one text alone costs as much as fifty together. So a save
writes the journal and the values that stand, and search and tallies follow: what is *folded* of each chain is noted,
and a question looks at the few entries after that as well. Nothing is lost by a crash: what is not folded is found
again from the journal. What is found no more is left out of every answer at once, and swept out of the index later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from monitor_app.base import EntityId, SpaceId
from monitor_app.journal import ChainId, Entry, NewerEntry, place_of
from monitor_app.vault.book import Book
from monitor_app.vault.chains import Chains, entry_id
from monitor_app.vault.cipher import Connection
from monitor_app.vault.derived import Derived, name_of

FEW_BEHIND, FEW_STALE = 64, 50
"""What may be left to fold and to sweep when nobody waits."""

MOST_BEHIND = 1_000
"""A save that finds so many entries not folded folds them. Clerks fold earlier, when nobody waits."""

Counted = tuple[SpaceId, str, EntityId]
"""What is counted together: the fields of one kind of one entity."""


@dataclass(slots=True)
class Unfolded:
    """What the index and the tallies do not know yet: texts by entry id, entries whose text is found no more, entities
    whose fields must be counted again."""

    texts: dict[int, str] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)
    entities: set[Counted] = field(default_factory=set)


class Folding:
    """Questions read; `fold` writes inside the caller's transaction."""

    __slots__ = ("_book", "_chains", "_connection", "_derived", "_known", "_known_at")

    def __init__(self, connection: Connection, chains: Chains, book: Book, derived: Derived) -> None:
        self._connection = connection
        self._chains = chains
        self._book = book
        self._derived = derived
        self._known = Unfolded()
        self._known_at: object = None

    def behind(self) -> int:
        """How many entries are not folded."""
        return self._chains.total - self._chains.folded

    def unfolded(self) -> Unfolded:
        """What is not folded; worked out anew only when the journal has changed."""
        at = (self._chains.total, self._chains.folded)
        if self._known_at != at:
            self._known, self._known_at = self._find(), at
        return self._known

    def fold(self) -> None:
        """Brings search and tallies up to date."""
        self._known_at = None
        found = self._find()
        gone = [(id_,) for id_ in sorted(found.gone)]
        self._connection.executemany("INSERT OR IGNORE INTO stale (id) VALUES (?)", gone)
        self._connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", sorted(found.texts.items()))
        for counted in sorted(found.entities):
            self.count_again(counted)
        self._chains.fold()

    def has_stale(self) -> bool:
        """Whether there is anything to sweep."""
        return bool(self._connection.execute("SELECT EXISTS (SELECT 1 FROM stale)").fetchone()[0])

    def sweep(self, most: int) -> int:
        """Takes texts that are found no more out of the index, at most so many: each is erased where it lies, which
        takes time. How many there were."""
        ids = self._connection.execute("SELECT id FROM stale ORDER BY id LIMIT ?", (most,)).fetchall()
        self._connection.executemany("DELETE FROM search WHERE rowid = ?", ids)
        self._connection.executemany("DELETE FROM stale WHERE id = ?", ids)
        return len(ids)

    def refresh(self, reread: list[tuple[int, Entry]]) -> None:
        """Takes in the values of folded entries whose key has just come."""
        for id_, entry in reread:
            text = self._text(id_, entry)
            self._connection.execute("DELETE FROM search WHERE rowid = ?", (id_,))
            if text is not None:
                self._connection.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (id_, text))
            self.count_again((entry.space, entry.entity_kind, entry.entity))

    def count_again(self, counted: Counted) -> None:
        """Writes the tallies of one entity anew."""
        self._connection.execute("DELETE FROM tally WHERE space = ? AND entity_kind = ? AND entity = ?", counted)
        rows = [(what, *counted, n) for what, n in self.count(counted).items()]
        self._connection.executemany("INSERT INTO tally VALUES (?, ?, ?, ?, ?)", rows)

    def tallies(self, what: str) -> dict[tuple[SpaceId, EntityId], int]:
        """How many fields count as `what`, per space and entity."""
        dirty = self.unfolded().entities
        found: Counter[tuple[SpaceId, EntityId]] = Counter()
        rows = self._connection.execute("SELECT space, entity_kind, entity, n FROM tally WHERE what = ?", (what,))
        for space, kind, entity, n in rows:
            if (space, kind, entity) not in dirty:
                found[space, entity] += n
        for counted in dirty:
            found[counted[0], counted[2]] += self.count(counted)[what]
        return {key: n for key, n in found.items() if n}

    def count(self, counted: Counted) -> Counter[str]:
        """The tallies of one entity; a field counts as its value with the lowest dot does."""
        rows = self._connection.execute(
            "SELECT field, id, counts FROM current WHERE space = ? AND entity_kind = ? AND entity = ? ORDER BY field",
            counted,
        ).fetchall()
        found: Counter[str] = Counter()
        for _, values in groupby(rows, key=lambda row: row[0]):
            _, _, counts = min(values, key=lambda row: self._chains.dot(row[1]))
            if counts is not None:
                found[counts] += 1
        return found

    def _find(self) -> Unfolded:
        found = Unfolded()
        for id_, entry in self._entries():
            found.entities.add((entry.space, entry.entity_kind, entry.entity))
            overwritten = self._book.by_id(self._folded_ids(entry))
            found.gone.update(old_id for old_id, old in overwritten if not self._stands(old_id, old))
            text = self._text(id_, entry)
            if text is not None:
                found.texts[id_] = text
        return found

    def _text(self, id_: int, entry: Entry) -> str | None:
        """What an entry is found by, None where it does not stand or is not searched."""
        row = self._row(id_, entry)
        return self._derived.described(entry, row[0])[0] if row is not None else None

    def _stands(self, id_: int, entry: Entry | NewerEntry) -> bool:
        return isinstance(entry, Entry) and self._row(id_, entry) is not None

    def _row(self, id_: int, entry: Entry) -> tuple[bytes | None] | None:
        found: tuple[bytes | None] | None = self._connection.execute(
            "SELECT value FROM current WHERE space = ? AND entity_kind = ? AND entity = ? AND field = ? AND id = ?",
            (*name_of(place_of(entry)), id_),
        ).fetchone()
        return found

    def _entries(self) -> Iterator[tuple[int, Entry]]:
        """The entries not folded. One without effect has no row in `current`: it adds nothing."""
        for held in self._chains.all():
            if held.folded < held.head.number:
                for raw in self._book.raws(held.chain, held.folded + 1):
                    entry = Entry.trusted(raw)
                    if not isinstance(entry, NewerEntry):
                        yield entry_id(held.id, entry.number), entry

    def _folded_ids(self, entry: Entry) -> Iterator[int]:
        """The ids of folded entries of the same field that this one overwrites."""
        for device, incarnation, number in entry.overwrites:
            held = self._chains.held(ChainId(entry.space, device, incarnation))
            if held is not None and number <= held.folded:
                yield entry_id(held.id, number)
