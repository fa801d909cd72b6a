"""Full-text search over everything that is described as text. Most recent first; any input is a plain question.

Source: SQLite FTS5 documentation, "Full-text Query Syntax" (every word is quoted, so none of it is syntax).
"""

from __future__ import annotations

from monitor_app.base import EntityId, SpaceId, from_ms
from monitor_app.vault.cipher import Connection
from monitor_app.vault.derived import searchable
from monitor_app.vault.values import Hit

MOST_WORDS = 16
_FOUND = """
SELECT space, entity_kind, entity, field, found.snippet, at_ms
FROM (SELECT rowid AS seq, snippet(search, 0, '', '', '…', 16) AS snippet FROM search
      WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) AS found
JOIN current USING (seq) ORDER BY seq DESC
"""


def question(text: str) -> str | None:
    """The FTS5 question for what a person typed: all words, the last one a beginning. None where there is no word."""
    letters = "".join(letter if letter.isalnum() else " " for letter in searchable(text))
    words = letters.split()[:MOST_WORDS]
    if not words:
        return None
    return " ".join(f'"{word}"' for word in words) + " *"


def search(connection: Connection, text: str, limit: int) -> list[Hit]:
    """At most `limit` hits, the latest writing first."""
    asked = question(text)
    if asked is None:
        return []
    rows = connection.execute(_FOUND, (asked, limit))
    return [
        Hit(SpaceId(space), kind, EntityId(entity), field, snippet, from_ms(at_ms))
        for space, kind, entity, field, snippet, at_ms in rows
    ]
