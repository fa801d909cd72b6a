"""Passages of the report: the texts a lead writes beside findings (summary, method, limits), per language."""

from __future__ import annotations

from enum import StrEnum

from monitor_app.actions.records import records
from monitor_app.actions.write import put
from monitor_app.base import Canonical, EntityId, SpaceId, mark, sha256
from monitor_app.monitoring import Kind
from monitor_app.vault import Changes, Vault


class Passage(StrEnum):
    """The passages a report has room for."""

    SUMMARY = "summary"
    METHOD = "method"
    LIMITS = "limits"


PASSAGE_NAMES = {
    Passage.SUMMARY: mark("Summary"),
    Passage.METHOD: mark("How the team worked"),
    Passage.LIMITS: mark("Limits of this visit"),
}


def passages(vault: Vault, space: SpaceId) -> dict[Passage, dict[str, str]]:
    """The passages of a visit: name -> language -> text."""
    found = {r.id: r.texts("text") for r in records(vault, space, Kind.PASSAGE)}
    return {name: found.get(passage_id(name), {}) for name in Passage}


def write_passage(vault: Vault, space: SpaceId, name: Passage, language: str, text: str) -> Changes:
    """Writes a passage in one language. Blank lines part its paragraphs."""
    values: dict[str, Canonical] = {f"text.{language}": text}
    return put(vault, space, Kind.PASSAGE, passage_id(name), values)


def passage_id(name: Passage) -> EntityId:
    """The entity of a passage: the same on every laptop, so that two drafts meet as siblings and none is lost."""
    return EntityId(sha256(b"passage", name.encode())[:16])
