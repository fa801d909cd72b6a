"""What the register says, computed from the vault's records and the data that come with the app. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from monitor_app.actions.facilities import Facility, known_facility_id
from monitor_app.actions.facility_register import Register, Registered
from monitor_app.actions.visits import VisitRow as RowOfVisit
from monitor_app.base import EntityId, Language, Words
from monitor_app.standards import Agreement, Agreements, Facilities, Fact, Sureness
from monitor_app.standards import Facility as KnownFacility
from monitor_app.ui.facilities.text_rows import TextRow
from monitor_app.ui.parts import PillView, VisitRow
from monitor_app.ui.visits.hits import fold
from monitor_app.ui.visits.view import row_view, visit_line


@dataclass(frozen=True, slots=True)
class FactView:
    """Something known of a place. `open`: a person still has to check it."""

    text: str
    foot: str
    open: bool


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place in full."""

    id: EntityId
    name: str
    other_name: str
    pills: tuple[PillView, ...]
    facts: tuple[tuple[str, str], ...]
    note: str
    since: str
    known: tuple[FactView, ...]
    agreement: tuple[FactView, ...]
    agreement_title: str
    visits: tuple[VisitRow, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What comes with the app about places."""

    facilities: Facilities
    agreements: Agreements

    def of(self, place: EntityId) -> KnownFacility | None:
        """The app's own data about a place, None for one the programme added."""
        found = self.facilities.facilities.values()
        return next((one for one in found if known_facility_id(one.id) == place), None)

    def kind(self, key: str, language: Language) -> str:
        """The name of a kind of place."""
        kind = self.facilities.kinds.get(key)
        return kind.name.said(language) if kind else ""


def place_rows(register: Register, known: Known, words: Words, asked: str = "") -> tuple[TextRow, ...]:
    """The places whose name, town or kind hold every word of `asked`; closed ones last."""
    language = words.language
    found = []
    for one in register.places:
        place = one.facility
        kind = known.kind(place.kind, language)
        line = " · ".join(part for part in (kind, _town(place)) if part)
        searched = fold(" ".join((*place.names.values(), place.city, place.province, kind)))
        if not all(word in searched for word in fold(asked).split()):
            continue
        since = one.since
        days = words.n("{n} day", "{n} days", since.days) if since is not None and since.days is not None else ""
        pill = PillView(words("Closed"), "na", "prohibit") if place.closed else None
        found.append((place.closed, TextRow(place.id.hex(), place.name(language), line, days, None, pill)))
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def place_view(one: Registered, known: Known, words: Words) -> PlaceView:
    """One place with what is known of it and its visits."""
    place, language = one.facility, words.language
    name = place.name(language)
    ours = known.of(place.id)
    other = next((text for text in place.names.values() if text != name), "")
    facts = (
        (words("Kind of place"), known.kind(place.kind, language)),
        (words("Town"), _town(place)),
        (words("Time zone"), place.time_zone),
    )
    agreement = known.agreements.agreements.get(place.province) if place.kind == "provincial_jail" else None
    return PlaceView(
        id=place.id,
        name=name,
        other_name=other,
        pills=(PillView(words("Closed"), "na", "prohibit"),) if place.closed else (),
        facts=tuple((label, value) for label, value in facts if value),
        note=place.note,
        since=_since(one, words),
        known=_known_facts(ours, words) if ours else (),
        agreement=_agreement(agreement, words) if agreement else (),
        agreement_title=agreement.name.said(language) if agreement else "",
        visits=tuple(_visit(row, words) for row in one.visits),
        closed=place.closed,
    )


def _visit(row: RowOfVisit, words: Words) -> VisitRow:
    visit = row.visit
    days = words.days(visit.first_day, visit.last_day) if visit.first_day and visit.last_day else visit.number
    return replace(row_view(row, words), place=days, line=visit_line(row, words, days=False))


def _town(place: Facility) -> str:
    return ", ".join(part for part in (place.city, place.province) if part)


def _since(one: Registered, words: Words) -> str:
    if one.since is None or one.since.days is None:
        return words("Not visited yet")
    return words.n("{n} day since the last visit", "{n} days since the last visit", one.since.days)


def _known_facts(place: KnownFacility, words: Words) -> tuple[FactView, ...]:
    language = words.language
    places = [
        FactView(
            words.n("{n} place", "{n} places", capacity.places) + (f" ({capacity.year})" if capacity.year else ""),
            _checked(capacity.sureness, words, capacity.source.said(language)),
            capacity.sureness is not Sureness.KNOWN,
        )
        for capacity in place.capacities
    ]
    return (*places, *_facts(place.facts, words))


def _facts(facts: Sequence[Fact], words: Words) -> tuple[FactView, ...]:
    return tuple(
        FactView(fact.text.said(words.language), _checked(fact.sureness, words), fact.sureness is not Sureness.KNOWN)
        for fact in facts
    )


def _agreement(agreement: Agreement, words: Words) -> tuple[FactView, ...]:
    steps = tuple(
        FactView(
            f"{step.when.said(words)} · {step.what.said(words.language)}",
            _checked(step.sureness, words),
            step.sureness is not Sureness.KNOWN,
        )
        for step in agreement.steps
    )
    if agreement.last_day is None:
        return steps
    last = words("Last day of immigration detention there: {day}", day=agreement.last_day.said(words))
    return (*steps, FactView(last, _checked(agreement.sureness, words), agreement.sureness is not Sureness.KNOWN))


def _checked(sureness: Sureness, words: Words, source: str = "") -> str:
    label = sureness.label(words)
    said = label[:1].upper() + label[1:]
    return " · ".join(part for part in (said, source) if part)
