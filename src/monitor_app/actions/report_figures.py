"""The figures of a report: the facility snapshot, the talks, the areas, the registers, under the small-group rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from monitor_app import reports
from monitor_app.actions.filled_form import FilledForm, FilledQuestion
from monitor_app.base import Words
from monitor_app.monitoring import Source, Total, day, name_of, shown

_SAME_COUNT_TWICE = "–"


def snapshot(
    forms: Sequence[FilledForm], before: Mapping[str, str], last: date | None, threshold: int, on: date, words: Words
) -> reports.Snapshot | None:
    """The figures with their source and day, beside those of the last visit (`before`: question path -> value).

    People are counted under the small-group rule, now and before alike, so that neither gives the other away.
    """
    figures = [q for form in forms for tag in ("figure", "people") for q in form.tagged(tag)]
    figures = [q for form in forms for q in form.questions if q in figures and not q.row and q.value]
    if not figures:
        return None
    now = _counts(figures, {q.path: q.value for q in figures}, threshold)
    then = _counts(figures, before, threshold)
    for path, text in now.items():
        if path in then and (_hidden(text) != _hidden(then[path])):
            then[path] = reports.WITHHELD
    described = next((day(q.value) for form in forms for q in form.tagged("figures.day") if q.value), None)
    default_source = next((q.said for form in forms for q in form.tagged("figures.source") if q.value), "")
    rows = tuple(
        reports.Figure(
            label=q.label,
            now=_printed(now.get(q.path, q.value)),
            before=_printed(then.get(q.path, before.get(q.path))),
            source=_sources(q.sources, words) or default_source,
            day=described or (q.answered_at.date() if q.answered_at else None),
            people=_counts_people(q),
            level=1 if ":" in q.report else 0,
        )
        for q in figures
    )
    return reports.Snapshot(day=described or on, last_visit=last, rows=rows)


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
        rows.append(
            reports.Talks(
                label=words("Private talks"),
                offered=_printed(said.get("offered")),
                accepted=_printed(said.get("accepted")),
                declined=_printed(said.get("declined")),
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


def _of(checked: int | None, total: int | None, words: Words) -> str:
    if checked is None:
        return ""
    if total is None:
        return words.number(checked)
    return words("{checked} of {total}", checked=words.number(checked), total=words.number(total))


def _counts(figures: Sequence[FilledQuestion], values: Mapping[str, str], threshold: int) -> dict[str, str]:
    people = {
        q.path: count for q in figures if _counts_people(q) and (count := _whole(values.get(q.path, ""))) is not None
    }
    by_name = {q.path.rsplit("/", 1)[-1]: q.path for q in figures}
    parts: dict[str, list[str]] = {}
    for q in figures:
        _, _, whole = q.report.partition(":")
        if whole in by_name:
            parts.setdefault(by_name[whole], []).append(q.path)
    return shown(people, [Total(whole, tuple(names)) for whole, names in parts.items()], threshold)


def _counts_people(question: FilledQuestion) -> bool:
    return question.report.split(":")[0] == "people"


def _hidden(text: str) -> bool:
    return not text.isdecimal()


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _printed(text: str | None) -> reports.Shown:
    if text is None or text == "":
        return None
    if text == _SAME_COUNT_TWICE:
        return reports.WITHHELD
    return int(text) if text.isdecimal() else text


def _sources(sources: frozenset[Source], words: Words) -> str:
    return ", ".join(words(name_of(source)) for source in Source if source in sources)
