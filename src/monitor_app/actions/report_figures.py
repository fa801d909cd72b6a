"""The figures of a report: the facility snapshot, the talks, the areas, the registers, under the small-group rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from monitor_app import reports
from monitor_app.actions.filled_form import FilledForm, FilledQuestion
from monitor_app.actions.last_answers import VisitBefore
from monitor_app.base import EntityId, Words
from monitor_app.monitoring import WITHHELD, Finding, Source, Total, counts_people, day, name_of, shown

_WHOLE = re.compile(r"([0-9]{1,12})(?:\.0*)?")

Figured = tuple[EntityId, str]
"""A figure of a visit: its response and its path. Two checklists may ask the same at the same path."""


def snapshot(
    forms: Sequence[FilledForm], before: VisitBefore, threshold: int, on: date, zone: ZoneInfo, words: Words
) -> reports.Snapshot | None:
    """The figures with their source and day (in the facility's `zone`), beside those of the last visit.

    People are counted under the small-group rule, now and before alike; what is hidden now is not shown as it was.
    """
    filled = [form for form in forms if any(_figures(form))]
    if not filled:
        return None
    now, then = _people(filled, threshold), _people(before.forms.values(), threshold)
    rows = []
    for form in filled:
        described = _described(form)
        default_source = next((q.said for q in form.tagged("figures.source") if q.value), "")
        earlier = before.forms.get(form.response)
        was = {q.path: q for q in _figures(earlier)} if earlier else {}
        for q in _figures(form):
            value, old = _said(q, now), _said(was[q.path], then) if q.path in was else None
            if _counts_people(q) and isinstance(value, str) and isinstance(old, int):
                old = reports.WITHHELD
            rows.append(
                reports.Figure(
                    label=q.label if len(filled) == 1 else f"{q.label} ({form.checklist.title(words.language)})",
                    now=value,
                    before=old,
                    source=_sources(q.sources, words) or default_source,
                    day=described or (q.answered_at.astimezone(zone).date() if q.answered_at else None),
                    people=_counts_people(q),
                    level=1 if ":" in q.report else 0,
                )
            )
    day_of_figures = next((found for form in filled if (found := _described(form))), on)
    return reports.Snapshot(day=day_of_figures, last_visit=before.day if before.forms else None, rows=tuple(rows))


def talks(forms: Sequence[FilledForm], threshold: int, words: Words) -> tuple[reports.Talks, ...]:
    """Private talks offered and declined, where the checklists record them."""
    rows = []
    for form in forms:
        offered = _whole(next((q.value for q in form.tagged("talks.offered")), ""))
        declined = _whole(next((q.value for q in form.tagged("talks.declined")), ""))
        if offered is None:
            continue
        counts = {"offered": offered} | ({} if declined is None else {"declined": declined})
        if declined is not None and declined <= offered:
            counts["accepted"] = offered - declined
        said = shown(counts, [Total("offered", ("declined", "accepted"))], threshold)
        printed = {name: _printed(text) for name, text in said.items()}
        rows.append(
            reports.Talks(
                label=words("Private talks"),
                offered=printed["offered"],
                accepted=printed.get("accepted"),
                declined=printed.get("declined"),
            )
        )
    return tuple(rows)


def areas(forms: Sequence[FilledForm], words: Words) -> tuple[tuple[str, ...], tuple[reports.AreaNotSeen, ...]]:
    """Areas seen by name, and areas not seen or only in part with the reason. Each area stands in one of the two."""
    seen, missed = [], []
    for form in forms:
        for row in form.rows("area"):
            kind, name = (row[part].said if part in row else "" for part in ("kind", "name"))
            label = f"{kind} ({name})" if kind and name else kind or name
            answer = row["seen"].value if "seen" in row else ""
            if not label:
                continue
            if answer in ("no", "part", "partly"):
                missing = label if answer == "no" else words("{area}, seen in part", area=label)
                missed.append(reports.AreaNotSeen(missing, row["why"].said if "why" in row else ""))
            else:
                seen.append(label)
    return tuple(seen), tuple(missed)


def registers(forms: Sequence[FilledForm], words: Words) -> tuple[reports.Register, ...]:
    """Registers checked: period, how many of how many entries, how many with a discrepancy."""
    found = []
    for form in forms:
        for row in form.rows("register"):
            first, last = (day(row[part].value) if part in row else None for part in ("from", "to"))
            checked, total, gaps = (
                _whole(row[part].value) if part in row else None for part in ("checked", "total", "found")
            )
            name = row["kind"].said if "kind" in row else ""
            if not name:
                continue
            if "given" in row and row["given"].value == "no":
                found.append(reports.Register(name=name, found=words("not shown to the team")))
                continue
            found.append(
                reports.Register(
                    name=name,
                    period=words.days(first, last) if first and last and first <= last else "",
                    checked=_of(checked, total, words),
                    found="" if gaps is None else words.n("{n} discrepancy", "{n} discrepancies", gaps),
                )
            )
    return tuple(found)


def extent(finding: Finding, threshold: int) -> reports.Extent:
    """How far a finding reaches. People are counted under the small-group rule, and so are those it does not reach."""
    found, whole, counted = finding.extent_found, finding.extent_of, finding.extent_counted
    if found is None or found < 0 or not counts_people(counted):
        return reports.Extent(finding.extent.value, found, whole, counted)
    counts = {"found": found} | ({"of": whole} if whole is not None and whole >= 0 else {})
    said = shown(counts, [Total("of", ("found",))], threshold)
    if said["found"] == WITHHELD:
        return reports.Extent(finding.extent.value)
    of = said.get("of", WITHHELD)
    return reports.Extent(
        finding.extent.value, _printed(said["found"]), None if of == WITHHELD else _printed(of), counted
    )


def _of(checked: int | None, total: int | None, words: Words) -> str:
    if checked is None:
        return ""
    if total is None:
        return words.number(checked)
    return words("{checked} of {total}", checked=words.number(checked), total=words.number(total))


def _figures(form: FilledForm) -> list[FilledQuestion]:
    """The answered figures outside repeats, in the order of the form."""
    kinds = ("figure", "people")
    return [q for q in form.questions if q.value and not q.row and q.report.split(":")[0] in kinds]


def _described(form: FilledForm) -> date | None:
    """The day the figures of a checklist describe, where it was given."""
    return next((day(q.value) for q in form.tagged("figures.day") if q.value), None)


def _people(forms: Iterable[FilledForm], threshold: int) -> dict[Figured, str]:
    """How each count of people prints. Counts at one path that are alike are one count, in whatever checklist."""
    counts: dict[str, int] = {}
    keys: dict[Figured, str] = {}
    totals: list[Total] = []
    for form in forms:
        own: dict[str, str] = {}
        parts: dict[str, list[str]] = {}
        for q in _figures(form):
            count = _whole(q.value) if _counts_people(q) else None
            if count is None:
                continue
            key = keys[form.response, q.path] = own[q.path.rsplit("/", 1)[-1]] = f"{q.path}={count}"
            counts[key] = count
            parts.setdefault(q.report.partition(":")[2], []).append(key)
        totals += [Total(own[whole], tuple(names)) for whole, names in parts.items() if whole in own]
    said = shown(counts, totals, threshold)
    return {figured: said[key] for figured, key in keys.items()}


def _said(q: FilledQuestion, people: Mapping[Figured, str]) -> reports.Shown:
    """A figure as it prints. What should be a count of people and is no whole number is withheld."""
    if _counts_people(q):
        return _printed(people.get((q.response, q.path), WITHHELD))
    whole = _whole(q.value)
    return q.said if whole is None else whole


def _counts_people(question: FilledQuestion) -> bool:
    return question.report.split(":")[0] == "people"


def _whole(text: str) -> int | None:
    found = _WHOLE.fullmatch(text.strip())
    return int(found[1]) if found else None


def _printed(text: str) -> reports.Shown:
    if text == WITHHELD:
        return reports.WITHHELD
    return int(text) if text.isdecimal() else text


def _sources(sources: frozenset[Source], words: Words) -> str:
    return ", ".join(words(name_of(source)) for source in Source if source in sources)
