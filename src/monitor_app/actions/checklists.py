"""The programme's checklists: published versions that never change, and publishing one."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app import forms
from monitor_app.actions.records import record, records
from monitor_app.actions.write import put
from monitor_app.base import Canonical, EntityId, Problem, sha256
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import Kind, Record
from monitor_app.vault import Vault


@dataclass(frozen=True, slots=True)
class Checklist:
    """One published version. A new version is a new object with the same `form_id`."""

    id: EntityId
    form_id: str
    version: str
    titles: dict[str, str]
    questions: int

    def title(self, language: str) -> str:
        """The title in a language, or in any it has."""
        return self.titles.get(language) or next(iter(self.titles.values()), self.form_id)


def checklists(vault: Vault) -> tuple[Checklist, ...]:
    """All published versions, the latest of each form first."""
    return tuple(reversed(_published(vault)))


def latest_checklists(vault: Vault) -> tuple[Checklist, ...]:
    """The latest version of each form, in the order the forms were first published."""
    return tuple({found.form_id: found for found in _published(vault)}.values())


def publish_checklist(vault: Vault, source: bytes, filename: str) -> EntityId:
    """Publishes an XLSForm (.xlsx, Markdown) or XForm to the programme: source and converted form are kept as blobs.

    Publishing the same form again changes nothing. Raises the forms room's Problems, work.not-allowed.
    """
    converted = forms.convert(source, filename)
    definition = forms.definition_from_xform(converted)
    entity = EntityId(sha256(b"checklist", converted)[:16])
    values: dict[str, Canonical] = {
        "form_id": definition.form_id,
        "version": definition.version,
        "filename": filename,
        "source": sha256(source).hex(),
        "xform": sha256(converted).hex(),
        "questions": sum(1 for question in definition.questions() if question.role == "judgement"),
    }
    values |= {f"title.{language}": definition.title.text(definition.language(language)) for language in ("en", "fr")}
    put(vault, vault.identity.programme, Kind.CHECKLIST, entity, values, blobs=[source, converted])
    return entity


def definition(vault: Vault, checklist: EntityId) -> forms.Definition:
    """The form of a published version. Raises Problem work.not-there."""
    found = record(vault, vault.identity.programme, Kind.CHECKLIST, checklist)
    if found is None:
        raise Problem(problems.NOT_THERE)
    return forms.definition_from_xform(vault.blob(found.text("xform")))


def checklist(vault: Vault, entity: EntityId) -> Checklist:
    """One published version. Raises Problem work.not-there."""
    found = find_checklist(vault, entity)
    if found is None:
        raise Problem(problems.NOT_THERE)
    return found


def find_checklist(vault: Vault, entity: EntityId) -> Checklist | None:
    """One published version; None where it has not come to this laptop."""
    found = record(vault, vault.identity.programme, Kind.CHECKLIST, entity)
    return _checklist(found) if found is not None and found.text("xform") else None


def _published(vault: Vault) -> list[Checklist]:
    found = records(vault, vault.identity.programme, Kind.CHECKLIST)
    return [_checklist(r) for r in found if r.text("xform") and r.text("form_id")]


def _checklist(r: Record) -> Checklist:
    return Checklist(r.id, r.text("form_id"), r.text("version"), r.texts("title"), r.number("questions") or 0)
