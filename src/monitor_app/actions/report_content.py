"""Assemble a report: everything it says, out of the visit, as frozen values. The same for preview and signature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from monitor_app import reports
from monitor_app.actions.accept_check import acceptances
from monitor_app.actions.before_signing import points
from monitor_app.actions.facilities import facility, zone_of
from monitor_app.actions.filled_form import FilledForm, filled_forms
from monitor_app.actions.finding import findings
from monitor_app.actions.last_answers import visit_before
from monitor_app.actions.passage import Passage, passages
from monitor_app.actions.people import teams
from monitor_app.actions.provisions import corrected
from monitor_app.actions.records import record
from monitor_app.actions.report_figures import areas, extent, registers, snapshot, talks
from monitor_app.actions.signed_reports import reopenings
from monitor_app.actions.spoken_languages import language_name
from monitor_app.actions.visits import all_visits, visit_of
from monitor_app.base import EntityId, Language, Problem, SpaceId, Words
from monitor_app.base.problems import work as problems
from monitor_app.monitoring import (
    TITLES,
    Check,
    Finding,
    FindingKind,
    Judgement,
    Kind,
    Record,
    Severity,
    Source,
    Visit,
    VisitState,
    name_of,
)
from monitor_app.standards import Library
from monitor_app.vault import Vault

_SEVERITIES = tuple(Severity)


@dataclass(frozen=True, slots=True)
class ReportWish:
    """Which report is asked for."""

    space: SpaceId
    language: Language
    variant: reports.Variant = "confidential"


def report_content(
    vault: Vault, wish: ReportWish, library: Library, words: Words, signer: reports.Signer | None = None
) -> reports.ReportContent:
    """The content as it stands now; final where a signer is given, else draft or in review. `words` speak the wish's
    language. Raises Problem work.not-there, also for a visit without days or with a checklist that has not come yet."""
    library = corrected(vault, library)
    visit = visit_of(vault, wish.space)
    if visit.first_day is None or visit.last_day is None:
        raise Problem(problems.NOT_THERE)
    about = record(vault, vault.identity.programme, Kind.PROGRAMME, EntityId(vault.identity.programme))
    threshold = _threshold(about, wish.variant)
    forms = filled_forms(vault, wish.space, wish.language) if visit.took_place else ()
    texts = {name: _paragraphs(found.get(wish.language, "")) for name, found in passages(vault, wish.space).items()}
    found = findings(vault, wish.space)
    where = zone_of(vault, wish.space)
    standing = points(vault, visit, forms, library, wish.language, threshold, words)
    state: reports.ReportState = "final" if signer else "in_review" if visit.state is VisitState.IN_REVIEW else "draft"
    content = reports.ReportContent(
        language=wish.language,
        variant="confidential",
        state=state,
        number=visit.number,
        version=visit.version + 1,
        day=vault.clock.now().astimezone(where).date(),
        programme=about.text("name") if about else "",
        organisation=about.text("organisation") if about else "",
        cover=_cover(vault, visit, words, about),
        summary=_summary(texts[Passage.SUMMARY], found, wish.language),
        other_summary=_other_summary(vault, wish),
        judgements=_theme_counts(forms, library, wish.language),
        unanswered=sum(1 for form in forms for q in form.questions if q.role == "judgement" and not q.value),
        snapshot=_snapshot(vault, visit, forms, threshold, where, words),
        method=_method(forms, texts, threshold, words),
        themes=_themes(found, library, wish.language, threshold, words),
        checklists=_judgements(forms, library, wish.language),
        accepted=_accepted(vault, wish.space, standing, where, words),
        signer=signer,
        replaces=_replaces(vault, visit),
        small_group_below=threshold,
    )
    return reports.shareable(content) if wish.variant == "shareable" else content


def _threshold(about: Record | None, variant: reports.Variant) -> int:
    """Below how many people a count is a small group: the programme's setting, twice that where anybody may read."""
    kept = about.number("small_group_below") if about else None
    below = kept if kept is not None and kept > 0 else 5
    return below * 2 if variant == "shareable" else below


def _cover(vault: Vault, visit: Visit, words: Words, about: Record | None) -> reports.Cover:
    place = facility(vault, visit.facility)
    first, last = visit.first_day or date.min, visit.last_day or date.min
    year_before = date.fromordinal(max(1, last.toordinal() - 365))
    visits = [
        other
        for other in all_visits(vault)
        if other.facility == visit.facility
        and other.took_place
        and other.first_day
        and year_before < other.first_day <= last
        and (other.state is not VisitState.PLANNED or other.space == visit.space)
    ]
    team = teams(vault).get(visit.space, ())
    return reports.Cover(
        facility=place.name(words.language),
        place=", ".join(part for part in (place.city, place.province) if part),
        first_date=first,
        last_date=last,
        time_zone=place.time_zone,
        visit_kind=words(name_of(visit.kind)),
        announced=visit.announced,
        outcome=reports.Outcome(visit.outcome.value, visit.outcome_reason, visit.outcome_by),
        visits_in_12_months=len(visits) if visit.took_place else None,
        hours_on_site=visit.hours_on_site,
        team=tuple(
            reports.TeamMember(
                words(name_of(one.role)),
                tuple(language_name(code, words) for code in one.languages or one.member.languages),
            )
            for one in team
        ),
        addressees=tuple(line.strip() for line in visit.addressees.splitlines() if line.strip()),
        notice=about.in_language("notice", words.language) if about else "",
    )


def _summary(lead: tuple[str, ...], found: Sequence[Finding], language: Language) -> reports.Summary:
    concerns = [one for one in found if one.kind is FindingKind.CONCERN and one.severity is not None]
    weightiest = sorted(concerns, key=lambda one: (_SEVERITIES.index(one.severity or Severity.MINOR), one.number))[:5]
    return reports.Summary(
        lead=lead,
        key_findings=tuple(
            reports.KeyFinding(one.title(language), _first_paragraph(one.text(language)), one.number)
            for one in sorted(weightiest, key=lambda one: one.number)
        ),
        good_practice=tuple(one.title(language) for one in found if one.kind is FindingKind.GOOD_PRACTICE),
    )


def _other_summary(vault: Vault, wish: ReportWish) -> reports.OtherSummary | None:
    other: Language = "fr" if wish.language == "en" else "en"
    lead = _paragraphs(passages(vault, wish.space)[Passage.SUMMARY].get(other, ""))
    return reports.OtherSummary(other, reports.Summary(lead=lead)) if lead else None


def _theme_counts(forms: Sequence[FilledForm], library: Library, language: Language) -> tuple[reports.ThemeCounts, ...]:
    counts: dict[str, Counter[Judgement]] = {}
    for form in forms:
        for question in form.questions:
            if question.judgement:
                counts.setdefault(question.theme, Counter())[question.judgement] += 1
    return tuple(
        reports.ThemeCounts(
            theme=theme.name.said(language),
            met=counts[key][Judgement.MET],
            partly=counts[key][Judgement.PARTLY],
            not_met=counts[key][Judgement.NOT_MET],
            na=counts[key][Judgement.NA],
            not_assessed=counts[key][Judgement.NOT_ASSESSED],
        )
        for key, theme in library.sorting.themes.items()
        if key in counts
    )


def _snapshot(
    vault: Vault, visit: Visit, forms: Sequence[FilledForm], threshold: int, where: ZoneInfo, words: Words
) -> reports.Snapshot | None:
    before = visit_before(vault, visit, forms, words.language)
    return snapshot(forms, before, threshold, visit.first_day or date.min, where, words)


def _method(
    forms: Sequence[FilledForm], texts: Mapping[Passage, tuple[str, ...]], threshold: int, words: Words
) -> reports.Method | None:
    seen, missed = areas(forms, words)
    method = reports.Method(
        paragraphs=texts[Passage.METHOD],
        talks=talks(forms, threshold, words),
        areas_seen=seen,
        areas_not_seen=missed,
        registers=registers(forms, words),
        limits=texts[Passage.LIMITS],
    )
    return None if method == reports.Method() else method


def _themes(
    found: Sequence[Finding], library: Library, language: Language, threshold: int, words: Words
) -> tuple[reports.Theme, ...]:
    """The themes that have findings, in the library's order; findings of themes it does not know come last, as one."""
    known = library.sorting.themes
    by_theme: dict[str, list[Finding]] = {key: [] for key in (*known, "")}
    for one in found:
        by_theme[one.theme if one.theme in known else ""].append(one)
    printed = [key for key, those in by_theme.items() if those]
    return tuple(
        reports.Theme(
            number=number,
            title=known[key].name.said(language) if key in known else words("Other matters"),
            findings=_numbered(by_theme[key], number, library, language, threshold, words),
        )
        for number, key in enumerate(printed, 1)
    )


def _numbered(
    found: Sequence[Finding], theme: int, library: Library, language: Language, threshold: int, words: Words
) -> tuple[reports.Finding, ...]:
    printed, n = [], 0
    for one in found:
        advice = []
        for recommendation in one.recommendations:
            text = recommendation.text(language)
            if not text:
                continue
            n += 1
            advice.append(reports.Recommendation(f"{theme}.{n}", text, recommendation.addressee, recommendation.due))
        printed.append(_finding(one, tuple(advice), library, language, threshold, words))
    return tuple(printed)


def _finding(
    one: Finding,
    advice: tuple[reports.Recommendation, ...],
    library: Library,
    language: Language,
    threshold: int,
    words: Words,
) -> reports.Finding:
    return reports.Finding(
        number=one.number,
        title=one.title(language),
        kind=one.kind.value,
        severity=one.severity.value if one.severity else None,
        extent=extent(one, threshold) if one.kind is FindingKind.CONCERN else None,
        provisions=tuple(
            provision for key in one.provisions if (provision := _provision(key, library, language, words))
        ),
        sources=tuple(source.value for source in Source if source in one.sources),
        paragraphs=_paragraphs(one.text(language)),
        recommendations=advice,
    )


def _provision(key: str, library: Library, language: Language, words: Words) -> reports.Provision | None:
    found = library.find(key)
    if found is None:
        return None
    instrument = library.instrument_of(key)
    return reports.Provision(
        key=key,
        citation=library.cite(key, language),
        instrument=instrument.title.said(language),
        instrument_citation=instrument.citation.said(language),
        provision=found.ref.said(language),
        wording=found.wording(language),
        standing="" if found.confirmed else found.say_standing(words),
    )


def _judgements(
    forms: Sequence[FilledForm], library: Library, language: Language
) -> tuple[reports.ChecklistJudgements, ...]:
    printed = []
    for form in forms:
        rows = tuple(
            reports.JudgementRow(
                ref=question.ref,
                theme=_theme_name(question.theme, library, language),
                question=question.asked,
                judgement=question.judgement.value,
                provision=_short(question.provisions, library, language),
                sources=tuple(source.value for source in Source if source in question.sources),
            )
            for question in form.questions
            if question.judgement
        )
        if rows:
            printed.append(reports.ChecklistJudgements(form.checklist.title(language), form.checklist.version, rows))
    return tuple(printed)


def _theme_name(key: str, library: Library, language: Language) -> str:
    theme = library.sorting.themes.get(key)
    return theme.name.said(language) if theme else ""


def _short(provisions: Sequence[str], library: Library, language: Language) -> str:
    return next((library.cite(key, language) for key in provisions if library.find(key)), "")


def _accepted(
    vault: Vault, space: SpaceId, standing: Sequence[Check], where: ZoneInfo, words: Words
) -> tuple[reports.AcceptedCheck, ...]:
    """The points that stand and were accepted. A reason given to what has changed since is not the report's."""
    days = {key: one.at.astimezone(where).date() for key, one in acceptances(vault, space).items()}
    return tuple(
        reports.AcceptedCheck(words(TITLES[check.code][0]), check.reason, check.printed, days[check.key])
        for check in standing
        if check.reason is not None and not check.stops
    )


def _replaces(vault: Vault, visit: Visit) -> reports.Replaces | None:
    if not visit.version:
        return None
    reason = next((one.reason for one in reopenings(vault, visit.space) if one.version == visit.version), "")
    return reports.Replaces(visit.version, reason)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _first_paragraph(text: str) -> str:
    return next(iter(_paragraphs(text)), "")
