"""What search found, said as lines that open their place. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from monitor_app.actions.facilities import Facility
from monitor_app.actions.search import Found
from monitor_app.actions.visits import VisitRow
from monitor_app.base import EntityId, SpaceId, Words, mark
from monitor_app.monitoring import Kind
from monitor_app.ui.parts.visit_rows import VisitRow as Row
from monitor_app.ui.visits.view import place_name, row_view, visit_line

Page = Literal["overview", "checklist", "findings", "report", "facility"]
"""Where a hit opens."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the app: a visit's page (or a facility), and what stands there to be shown."""

    page: Page
    space: SpaceId
    kind: str
    entity: EntityId
    field: str


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit. `what` says where it stands; `written` are words of the visit, which Hide masks; `safe` ones may stay."""

    place: Place
    what: str
    icon: str
    written: str
    safe: bool


_KINDS: dict[str, tuple[Page, str, str, bool]] = {
    Kind.FACILITY: ("facility", mark("Facility"), "buildings", True),
    Kind.VISIT: ("overview", mark("Visit"), "clipboard-text", True),
    Kind.OBJECTIVE: ("overview", mark("Objective"), "check-circle", False),
    Kind.ANSWER: ("checklist", mark("Answer or note in the checklist"), "note-pencil", False),
    Kind.NOTE: ("checklist", mark("Quick note"), "pencil-simple", False),
    Kind.COMMENT: ("checklist", mark("Comment"), "chat-text", False),
    Kind.FINDING: ("findings", mark("Finding"), "flag", False),
    Kind.EVIDENCE: ("findings", mark("Evidence of a finding"), "files", False),
    Kind.RECOMMENDATION: ("findings", mark("Recommendation"), "list-bullets", False),
    Kind.PASSAGE: ("report", mark("Passage of the report"), "file-text", False),
}


def hit_views(
    found: Sequence[Found], rows: Sequence[VisitRow], places: Sequence[Facility], words: Words
) -> tuple[HitView, ...]:
    """The hits with the names of their visits; a hit of a kind without a place is left out, and a
    place that is found by several of its words is said once."""
    by_space = {row.visit.space: row for row in rows}
    names = {place.id: place.name(words.language) for place in places}
    views = []
    said: set[tuple[bytes, str, bytes]] = set()
    for hit in found:
        known = _KINDS.get(hit.kind)
        if known is None or (hit.space, hit.kind, hit.entity) in said:
            continue
        page, name, icon, safe = known
        if safe:
            said.add((hit.space, hit.kind, hit.entity))
        row = by_space.get(hit.space)
        where = [place_name(row, words), visit_line(row, words)] if row else []
        what = " · ".join([words(name), *where])
        written = names.get(hit.entity, hit.snippet)
        views.append(HitView(Place(page, hit.space, hit.kind, hit.entity, hit.field), what, icon, written, safe))
    return tuple(views)


def rows_found(text: str, rows: Sequence[VisitRow], words: Words) -> tuple[Row, ...]:
    """The visits whose place, town or number hold every word of `text`, whatever the case or accents."""
    asked = fold(text).split()
    return tuple(row_view(row, words) for row in rows if asked and all(word in _found_by(row) for word in asked))


def _found_by(row: VisitRow) -> str:
    return fold(" ".join((*row.facility.names.values(), row.facility.city, row.visit.number)))


def fold(text: str) -> str:
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
