"""Before you sign: the points of a visit's report, rerun after every change."""

from __future__ import annotations

from collections.abc import Sequence

from monitor_app import reports
from monitor_app.actions.accept_check import acceptances
from monitor_app.actions.comment import Comment, comments
from monitor_app.actions.filled_form import FilledForm, filled_forms
from monitor_app.actions.finding import findings
from monitor_app.actions.passage import Passage, passage_id, passages
from monitor_app.actions.people import members, teams
from monitor_app.actions.provisions import corrected
from monitor_app.actions.records import record, records
from monitor_app.actions.visits import visit_of
from monitor_app.base import MemberId, Resources, SpaceId, Words
from monitor_app.monitoring import AnswerField, Asked, Check, Kind, Place, SigningState, checks
from monitor_app.standards import Library
from monitor_app.vault import Vault


def before_signing(
    vault: Vault, space: SpaceId, content: reports.ReportContent, library: Library, resources: Resources, words: Words
) -> tuple[Check, ...]:
    """All points for this content, stops first; accepted ones carry their reason."""
    library = corrected(vault, library)
    visit = visit_of(vault, space)
    forms = filled_forms(vault, space, words.language) if visit.took_place else ()
    found = findings(vault, space)
    cited = {key for one in found for key in one.provisions}
    state = SigningState(
        language=content.language,
        threshold=content.small_group_below or 5,
        conflicts=tuple(_conflicts(vault, space, forms, words)),
        uncovered=tuple((one.char, one.where) for one in reports.uncovered_characters(content, resources)),
        key_unanswered=_unanswered(forms, key=True),
        required_unanswered=_unanswered(forms, key=False),
        findings=found,
        unconfirmed={key: library.cite(key, content.language) for key in cited if _unconfirmed(library, key)},
        comments=tuple(
            (one.id.hex(), one.label, Place(path=one.path, finding=one.finding)) for one in _open(vault, space)
        ),
        silent_laptops=_silent(vault, space),
        passages={name.value: texts.get(content.language, "") for name, texts in passages(vault, space).items()},
        took_place=visit.took_place,
    )
    return checks(state, {key: one.reason for key, one in acceptances(vault, space).items()})


def _conflicts(vault: Vault, space: SpaceId, forms: Sequence[FilledForm], words: Words) -> list[tuple[str, Place]]:
    refs = {(form.response, q.path): q.ref for form in forms for q in form.questions}
    found = []
    for touched in vault.conflicts(space):
        part = AnswerField.parse(touched.field) if touched.entity_kind == Kind.ANSWER else None
        if part is not None:
            ref = refs.get((touched.entity, part.path), "")
            found.append((words("Question {ref}", ref=ref), Place(response=touched.entity, path=part.path)))
        elif touched.entity_kind == Kind.FINDING:
            found.append((words("A finding"), Place(finding=touched.entity)))
        elif touched.entity_kind in (Kind.EVIDENCE, Kind.RECOMMENDATION):
            owner = record(vault, space, touched.entity_kind, touched.entity)
            found.append((words("A finding"), Place(finding=owner.data("finding") if owner else b"")))
        elif touched.entity_kind == Kind.PASSAGE:
            found.append((words("A text of the report"), Place(passage=_passage_named(touched.entity))))
        else:
            found.append((words("The plan of the visit"), Place()))
    return list(dict.fromkeys(found))


def _passage_named(entity: bytes) -> str:
    return next((name.value for name in Passage if passage_id(name) == entity), "")


def _unanswered(forms: Sequence[FilledForm], *, key: bool) -> tuple[Asked, ...]:
    return tuple(
        Asked(form.response, q.path, q.ref, q.label)
        for form in forms
        for q in form.questions
        if not q.value and (q.key if key else q.required and not q.key)
    )


def _unconfirmed(library: Library, key: str) -> bool:
    found = library.find(key)
    return found is not None and not found.confirmed


def _open(vault: Vault, space: SpaceId) -> list[Comment]:
    return [one for one in comments(vault, space) if not one.resolved]


def _silent(vault: Vault, space: SpaceId) -> tuple[str, ...]:
    """Laptops of the team from which nothing of this visit has come."""
    team = {place.member.id for place in teams(vault).get(space, ())}
    labels = {member.id: member.label for member in members(vault).values()}
    heard = {bytes(device) for device, _, _ in vault.frontier(space)} | {bytes(vault.identity.device)}
    return tuple(
        labels.get(MemberId(r.data("member")), "")
        for r in records(vault, vault.identity.programme, Kind.DEVICE)
        if r.data("member") in team and r.id not in heard and not r.true("revoked")
    )
