"""Findings: from an answer in one click, with its evidence linked; edited field by field; taken out without loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app import forms
from monitor_app.actions.open_response import AnswerState
from monitor_app.actions.records import records
from monitor_app.actions.write import put, put_all
from monitor_app.base import Canonical, EntityId, Randomness, SpaceId
from monitor_app.monitoring import (
    Extent,
    Finding,
    FindingKind,
    Judgement,
    Kind,
    Relation,
    Severity,
    Source,
    between,
    read_findings,
)
from monitor_app.vault import Changes, Vault, Write


@dataclass(frozen=True, slots=True)
class FromAnswer:
    """What a finding takes from a question: where it stands, what was answered, which provisions it rests on."""

    response: EntityId
    path: str
    question: str
    judgement: str
    note: str
    sources: frozenset[Source]
    theme: str
    provisions: tuple[str, ...]
    language: str


def from_answer(
    response: EntityId,
    question: forms.Question,
    label: str,
    path: str,
    theme: str,
    state: AnswerState,
    language: str,
) -> FromAnswer:
    """The starting point of a finding, out of a question (`label`: its words as shown) and its answer."""
    return FromAnswer(
        response,
        path,
        label,
        state.values[0].text if state.values else "",
        "\n\n".join(note.text for note in state.notes if note.text),
        state.sources,
        theme,
        question.provisions,
        language,
    )


def findings(vault: Vault, space: SpaceId) -> tuple[Finding, ...]:
    """The findings of a visit with their evidence and recommendations, numbered in their order."""
    kinds = (Kind.FINDING, Kind.EVIDENCE, Kind.RECOMMENDATION)
    return read_findings(*(records(vault, space, kind) for kind in kinds))


def make_finding(vault: Vault, space: SpaceId, start: FromAnswer, randomness: Randomness) -> EntityId:
    """Makes a finding from an answer: question and note taken over as a draft, the answer linked as evidence."""
    good = start.judgement == Judgement.MET
    entity, evidence = EntityId(randomness(16)), EntityId(randomness(16))
    values: dict[str, Canonical] = {
        "order": _next_order(vault, space),
        "kind": (FindingKind.GOOD_PRACTICE if good else FindingKind.CONCERN).value,
        "theme": start.theme,
        f"title.{start.language}": start.question,
        f"text.{start.language}": start.note,
        **{f"provision:{key}": True for key in start.provisions},
    }
    if not good:
        values |= {"severity": Severity.MODERATE.value, "extent": Extent.SYSTEMIC.value}
    link: dict[str, Canonical] = {
        "finding": entity,
        "response": start.response,
        "path": start.path,
        "relation": Relation.SUPPORTS.value,
        **{f"source:{source.value}": True for source in start.sources},
    }
    put_all(
        vault,
        [
            *(Write(space, Kind.FINDING, entity, name, value) for name, value in values.items() if value != ""),
            *(Write(space, Kind.EVIDENCE, evidence, name, value) for name, value in link.items()),
        ],
    )
    return entity


def new_finding(vault: Vault, space: SpaceId, randomness: Randomness, *, theme: str = "treatment") -> EntityId:
    """An empty finding at the end of the list."""
    entity = EntityId(randomness(16))
    values: dict[str, Canonical] = {
        "order": _next_order(vault, space),
        "kind": FindingKind.CONCERN.value,
        "severity": Severity.MODERATE.value,
        "extent": Extent.SYSTEMIC.value,
        "theme": theme,
    }
    put(vault, space, Kind.FINDING, entity, values)
    return entity


def change_finding(vault: Vault, space: SpaceId, finding: EntityId, values: Mapping[str, Canonical]) -> Changes:
    """Changes fields: kind, severity, extent, extent_found, extent_of, extent_counted, theme, title.<language>,
    text.<language>, provision:<key>, order, deleted."""
    return put(vault, space, Kind.FINDING, finding, values)


def remove_finding(vault: Vault, space: SpaceId, finding: EntityId) -> Changes:
    """Takes a finding out of lists and report. Its history stays; `restore_finding` brings it back."""
    return put(vault, space, Kind.FINDING, finding, {"deleted": True}, decides=True)


def restore_finding(vault: Vault, space: SpaceId, finding: EntityId) -> Changes:
    """Undo of remove_finding."""
    return put(vault, space, Kind.FINDING, finding, {"deleted": False}, decides=True)


def add_evidence(
    vault: Vault,
    space: SpaceId,
    finding: EntityId,
    randomness: Randomness,
    *,
    response: EntityId | None = None,
    path: str = "",
    text: str = "",
    sources: frozenset[Source] = frozenset(),
    relation: Relation = Relation.SUPPORTS,
) -> EntityId:
    """Links an answer (`response` and `path`) or a text of its own to a finding."""
    entity = EntityId(randomness(16))
    values: dict[str, Canonical] = {"finding": finding, "relation": relation.value, "text": text, "path": path}
    if response is not None:
        values["response"] = response
    values |= {f"source:{source.value}": True for source in sources}
    put(vault, space, Kind.EVIDENCE, entity, {name: value for name, value in values.items() if value != ""})
    return entity


def change_evidence(vault: Vault, space: SpaceId, evidence: EntityId, values: Mapping[str, Canonical]) -> Changes:
    """Changes `relation`, `text`, `source:<source>` or `deleted` of a piece of evidence."""
    return put(vault, space, Kind.EVIDENCE, evidence, values)


def _next_order(vault: Vault, space: SpaceId) -> str:
    last = max((r.text("order") for r in records(vault, space, Kind.FINDING)), default="")
    return between(last, "")
