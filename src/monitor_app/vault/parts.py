"""How the parts of an open vault hang together."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.vault.book import Book
from monitor_app.vault.checker import Checker
from monitor_app.vault.derived import Derived
from monitor_app.vault.drafts import Drafts
from monitor_app.vault.folding import Folding
from monitor_app.vault.identity import Identity
from monitor_app.vault.keyring import Keyring
from monitor_app.vault.means import Means
from monitor_app.vault.packer import Packer
from monitor_app.vault.pen import Pen
from monitor_app.vault.reader import Reader
from monitor_app.vault.sharing import Sharing
from monitor_app.vault.store import Store


@dataclass(frozen=True, slots=True)
class Parts:
    """Made anew whenever the identity changes; the store and what the checker found stay."""

    store: Store
    means: Means
    book: Book
    derived: Derived
    keyring: Keyring
    sharing: Sharing
    drafts: Drafts
    folding: Folding
    pen: Pen
    reader: Reader
    checker: Checker
    packer: Packer


def assemble(store: Store, means: Means, identity: Identity, checker: Checker | None = None) -> Parts:
    """The parts around one store."""
    connection, chains = store.connection, store.chains
    book = Book(connection, chains)
    derived = Derived(connection, chains, means.describe)
    keyring = Keyring(connection, identity)
    return Parts(
        store,
        means,
        book,
        derived,
        keyring,
        Sharing(store, keyring, means.now_ms, means.randomness),
        Drafts(connection, derived),
        Folding(connection, chains, book, derived),
        Pen(book, chains, derived, keyring, means.randomness),
        Reader(connection, chains, book, keyring),
        checker or Checker(store, book),
        Packer(book, chains, keyring, means.randomness),
    )
