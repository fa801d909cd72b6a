"""Before you sign: the points of a visit's report, rerun after every change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from monitor_app import reports
from monitor_app.actions.accept_check import acceptances
from monitor_app.actions.comment import Comment, comments
from monitor_app.actions.conflicts import conflicts
from monitor_app.actions.filled_form import FilledForm, filled_forms
from monitor_app.actions.finding import findings
from monitor_app.actions.passage import PASSAGE_NAMES, Passage, passage_id, passages
from monitor_app.actions.people import members, teams
from monitor_app.actions.provisions import corrected
from monitor_app.actions.records import record, records
from monitor_app.actions.signed_reports import reopenings
from monitor_app.actions.visits import visit_of
from monitor_app.base import EntityId, Language, MemberId, Resources, SpaceId, Words
from monitor_app.monitoring import (
    AnswerField,
    Asked,
    Check,
    Kind,
    Laptop,
    Place,
    Printed,
    SigningState,
    Visit,
    checks,
)
from monitor_app.standards import Library
from monitor_app.vault import Touched, Vault


def before_signing(
    vault: Vault, space: SpaceId, content: reports.ReportContent, library: Library, resources: Resources, words: Words
) -> tuple[Check, ...]:
    """All points for this content, stops first; accepted ones carry their reason."""
    visit = visit_of(vault, space)
    forms = filled_forms(vault, space, words.language) if visit.took_place else ()
    uncovered = tuple((one.char, one.where) for one in reports.uncovered_characters(content, resources))
    threshold = content.small_group_below or 0
    return points(vault, visit, forms, corrected(vault, library), content.language, threshold, words, uncovered)


def points(
    vault: Vault,
    visit: Visit,
    forms: Sequence[FilledForm],
    library: Library,
    language: Language,
    threshold: int,
    words: Words,
    uncovered: tuple[tuple[str, str], ...] = (),
) -> tuple[Check, ...]:
    """The same out of what the report is made of. `library` with this programme's corrections."""
    space = visit.space
    found = findings(vault, space)
    cited = {key for one in found for key in one.provisions}
    written = passages(vault, space)
    state = SigningState(
        language=language,
        threshold=threshold,
        conflicts=tuple(_conflicts(vault, space, forms, words)),
        uncovered=uncovered,
        key_unanswered=_unanswered(forms, key=True),
        required_unanswered=_unanswered(forms, key=False),
        findings=found,
        unconfirmed={key: cited_as for key in cited if (cited_as := _unconfirmed(library, key, language))},
        comments=tuple(
            (one.id.hex(), one.label, Place(path=one.path, finding=one.finding)) for one in _open(vault, space)
        ),
        silent_laptops=_silent(vault, space),
        texts=(*_passages(written, language, words), *_told(vault, visit, words)),
        summary=written[Passage.SUMMARY].get(language, ""),
        took_place=visit.took_place,
    )
    return checks(state, {key: one.reason for key, one in acceptances(vault, space).items()})


def _passages(written: Mapping[Passage, Mapping[str, str]], language: Language, words: Words) -> Iterator[Printed]:
    """The passages as they print: all in the report's language, the summary in the other one too."""
    for name, texts in written.items():
        printed = texts if name is Passage.SUMMARY else {language: texts.get(language, "")}
        for text in printed.values():
            yield Printed(words(PASSAGE_NAMES[name]), Place(passage=name.value), text)


def _told(vault: Vault, visit: Visit, words: Words) -> Iterator[Printed]:
    """What is told of the visit itself: why it went otherwise than planned, why the report was reopened."""
    where = words("The plan of the visit")
    yield Printed(where, Place(), visit.outcome_reason)
    yield from (Printed(where, Place(), one.reason) for one in reopenings(vault, visit.space))


def _conflicts(vault: Vault, space: SpaceId, forms: Sequence[FilledForm], words: Words) -> list[tuple[str, Place]]:
    """The conflicts that bear on the report: what was taken out, and questions not asked any more, print nowhere."""
    refs = {(form.response, q.path): q.ref for form in forms for q in form.questions}
    found = []
    for touched in conflicts(vault, space):
        part = AnswerField.parse(touched.field) if touched.entity_kind == Kind.ANSWER else None
        if part is not None:
            ref = refs.get((touched.entity, part.path))
            if ref is not None:
                found.append((words("Question {ref}", ref=ref), Place(response=touched.entity, path=part.path)))
        elif touched.entity_kind == Kind.PASSAGE:
            found.append((words("A text of the report"), Place(passage=_passage_named(touched.entity))))
        elif touched.entity_kind == Kind.VISIT:
            found.append((words("The plan of the visit"), Place()))
        elif (finding := _finding_of(vault, touched)) is not None:
            found.append((words("A finding"), Place(finding=finding)))
    return list(dict.fromkeys(found))


def _finding_of(vault: Vault, touched: Touched) -> bytes | None:
    """The finding that a finding's, evidence's or recommendation's field belongs to; None where it was taken out."""
    own = record(vault, touched.space, touched.entity_kind, touched.entity)
    if own is None or own.deleted:
        return None
    if touched.entity_kind == Kind.FINDING:
        return touched.entity
    owner = record(vault, touched.space, Kind.FINDING, EntityId(own.data("finding")))
    return None if owner is None or owner.deleted else owner.id


def _passage_named(entity: bytes) -> str:
    return next((name.value for name in Passage if passage_id(name) == entity), "")


def _unanswered(forms: Sequence[FilledForm], *, key: bool) -> tuple[Asked, ...]:
    return tuple(
        Asked(form.response, q.path, q.ref, q.asked)
        for form in forms
        for q in form.questions
        if not q.value and (q.key if key else q.required and not q.key)
    )


def _unconfirmed(library: Library, key: str, language: Language) -> str:
    """How a citation reads that needs a look: its text is not confirmed, or the library does not know it (and the
    report cannot print it). "" for one in order."""
    found = library.find(key)
    if found is None:
        return key
    return "" if found.confirmed else library.cite(key, language)


def _open(vault: Vault, space: SpaceId) -> list[Comment]:
    return [one for one in comments(vault, space) if not one.resolved]


def _silent(vault: Vault, space: SpaceId) -> tuple[Laptop, ...]:
    """Laptops of the team from which nothing of this visit has come."""
    team = {place.member.id for place in teams(vault).get(space, ())}
    labels = {member.id: member.label for member in members(vault).values()}
    heard = {bytes(device) for device, _, _ in vault.frontier(space)} | {bytes(vault.identity.device)}
    return tuple(
        Laptop(r.id, labels.get(MemberId(r.data("member")), ""))
        for r in records(vault, vault.identity.programme, Kind.DEVICE)
        if r.data("member") in team and r.id not in heard and not r.true("revoked")
    )
