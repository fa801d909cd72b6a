"""Full-text search over everything that is described as text. The latest first; any input is a plain question.

Source: SQLite FTS5 documentation, "Full-text Query Syntax" (every word is quoted, so none of it is syntax) and
"Unicode61 Tokenizer".
"""

from __future__ import annotations

import unicodedata
from itertools import islice

from monitor_app.base import from_ms
from monitor_app.journal import Entry
from monitor_app.vault.book import Book
from monitor_app.vault.cipher import Connection
from monitor_app.vault.folding import Unfolded
from monitor_app.vault.values import Hit

MOST_WORDS = 16
_SHOWN_WORDS = 16
_FOUND = """
SELECT rowid, snippet(search, 0, '', '', '…', 16) FROM search
WHERE search MATCH ? AND rowid NOT IN (SELECT id FROM stale) ORDER BY rowid DESC
"""


def search(connection: Connection, book: Book, unfolded: Unfolded, text: str, limit: int) -> list[Hit]:
    """At most `limit` hits, the latest visit and the latest writing in it first."""
    asked = words(text)[:MOST_WORDS]
    if not asked:
        return []
    question = " ".join(f'"{word}"' for word in asked) + " *"
    rows = connection.execute(_FOUND, (question,))
    found = dict(islice(((id_, said) for id_, said in rows if id_ not in unfolded.gone), limit))
    found |= {id_: said for id_, kept in unfolded.texts.items() if (said := _around(kept, asked)) is not None}
    latest = sorted(found, reverse=True)[:limit]
    return [_hit(entry, found[id_]) for id_, entry in book.by_id(latest) if isinstance(entry, Entry)]


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits."""
    return "".join(letter if letter.isalnum() else " " for letter in unicodedata.normalize("NFC", text)).split()


def _around(text: str, asked: list[str]) -> str | None:
    """What stands around the first word that was asked for, None where not all words are in the text."""
    parts = text.split()
    plain = [[_folded(word) for word in words(part)] for part in parts]
    flat = {word for part in plain for word in part}
    *whole, beginning = [_folded(word) for word in asked]
    if not (flat.issuperset(whole) and any(word.startswith(beginning) for word in flat)):
        return None
    first = whole[0] if whole else beginning
    at = next(place for place, part in enumerate(plain) if any(word.startswith(first) for word in part))
    start = max(0, min(at - 2, len(parts) - _SHOWN_WORDS))
    shown = " ".join(parts[start : start + _SHOWN_WORDS])
    return ("…" if start else "") + shown + ("…" if start + _SHOWN_WORDS < len(parts) else "")


def _folded(word: str) -> str:
    """Without accents and capitals, as the index folds it."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).lower()


def _hit(entry: Entry, snippet: str) -> Hit:
    return Hit(entry.space, entry.entity_kind, entry.entity, entry.field, snippet, from_ms(entry.at_ms))
