"""The outline beside the pages: headings of the real PDF, with a mark where a point stands. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from monitor_app.base import Words
from monitor_app.monitoring import Check, CheckCode, Finding

if TYPE_CHECKING:
    from monitor_app.reports import OutlineEntry

_NUMBER = re.compile(r"^(\d{1,2}|F\d+)[\s\u00a0]+(.*)$")
_SUMMARY, _METHOD, _FINDINGS = "Summary", "Method and limits", "Findings and recommendations"
_JUDGEMENTS, _STANDARDS = "Annex {letter}. Checklist judgements", "Annex {letter}. Standards cited"


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A heading with its page from 0. `stops` and `looks` count the points at it and below; `finding` is n of F-n."""

    key: str
    number: str
    title: str
    level: int
    page: int
    stops: int = 0
    looks: int = 0
    finding: int | None = None


def outline_rows(
    entries: Sequence[OutlineEntry],
    checks: Sequence[Check],
    findings: Sequence[Finding],
    print_words: Words,
    words: Words,
) -> tuple[OutlineRow, ...]:
    """The front page, the sections, the themes with findings under them, and the findings."""
    places = [_place(check, findings, print_words) for check in checks if check.open]
    rows = [OutlineRow("front", "", words("Front page"), 0, 0)]
    for at, entry in enumerate(entries):
        if entry.level == 1 and not (at + 1 < len(entries) and entries[at + 1].level == 2):
            continue
        number, title = _parted(entry.title)
        finding = int(number[1:]) if number.startswith("F") else None
        own = [entry, *_below(entries, at)]
        stops = sum(1 for place, check in places if check.stops and _stands(place, own))
        looks = sum(1 for place, check in places if not check.stops and _stands(place, own))
        rows.append(OutlineRow(f"{at}", number, title, entry.level, entry.page, stops, looks, finding))
    return tuple(rows)


def row_of_page(rows: Sequence[OutlineRow], page: int) -> OutlineRow | None:
    """The first heading on a page (from 0), or the one that runs over it."""
    on = next((row for row in rows if row.page == page), None)
    return on or next((row for row in reversed(rows) if row.page < page), None)


def finding_on_page(rows: Sequence[OutlineRow], page: int) -> int | None:
    """The number of the first finding that begins on a page, or of the one that runs over it."""
    begun = [row for row in rows if row.page <= page]
    on = [row for row in begun if row.page == page and row.finding is not None]
    if on:
        return on[0].finding
    last = begun[-1] if begun else None
    return last.finding if last is not None else None


def _place(check: Check, findings: Sequence[Finding], print_words: Words) -> tuple[str, Check]:
    """What the title of its heading begins with; "" where it belongs to none."""
    place = check.place
    if place.finding:
        number = next((one.number for one in findings if one.id == place.finding), None)
        return (f"F{number}\u00a0" if number is not None else print_words(_FINDINGS)), check
    if place.passage:
        return print_words(_SUMMARY if place.passage == "summary" else _METHOD), check
    if place.provision:
        return print_words(_STANDARDS).split("{letter}")[1], check
    if check.code in (CheckCode.KEY_UNANSWERED, CheckCode.REQUIRED_UNANSWERED, CheckCode.CONFLICT) and place.response:
        return print_words(_JUDGEMENTS).split("{letter}")[1], check
    return "", check


def _stands(place: str, entries: Sequence[OutlineEntry]) -> bool:
    wanted = place.replace("\u00a0", " ")
    return bool(place) and any(_names(entry.title, wanted) for entry in entries)


def _names(title: str, wanted: str) -> bool:
    plain = title.replace("\u00a0", " ")
    if wanted.startswith("F") and wanted.endswith(" "):
        return plain.startswith(wanted)
    return plain == wanted or _parted(plain)[1] == wanted or (wanted.startswith(".") and plain.endswith(wanted))


def _below(entries: Sequence[OutlineEntry], at: int) -> list[OutlineEntry]:
    found = []
    for entry in entries[at + 1 :]:
        if entry.level <= entries[at].level:
            break
        found.append(entry)
    return found


def _parted(title: str) -> tuple[str, str]:
    found = _NUMBER.match(title)
    return (found[1], found[2].strip()) if found else ("", title)
