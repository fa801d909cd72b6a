"""What the list and the sheet show of a finding. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from monitor_app.base import Language, Words
from monitor_app.monitoring import Extent, Finding, FindingKind, Severity, name_of
from monitor_app.standards import Library
from monitor_app.ui.look import Tone
from monitor_app.ui.parts.chip import ChipView
from monitor_app.ui.parts.choice import Option
from monitor_app.ui.parts.pill import PillView

SEVERITY_TONES: dict[Severity, Tone] = {
    Severity.CRITICAL: "notmet",
    Severity.SERIOUS: "notmet",
    Severity.MODERATE: "partly",
    Severity.MINOR: "na",
}


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in the list. `key` is its id in hex; `twice` says that two texts of it wait for a decision."""

    key: str
    number: str
    pill: PillView
    count: str
    title: str
    twice: bool = False


@dataclass(frozen=True, slots=True)
class SheetView:
    """The open finding in one language of the report. `texts` tells by language whether anything is written in it."""

    key: str
    number: str
    language: Language
    title: str
    text: str
    kind: str
    severity: str
    extent: str
    found: str
    of: str
    counted: str
    theme: str
    themes: tuple[Option, ...]
    chips: tuple[ChipView, ...]
    missing: frozenset[Language]
    writable: bool = True

    @property
    def is_concern(self) -> bool:
        """Severity and reach are asked of a concern only."""
        return self.kind == FindingKind.CONCERN


def finding_rows(
    findings: Sequence[Finding], twice: frozenset[bytes], language: Language, words: Words
) -> tuple[FindingRow, ...]:
    """The list. `twice`: the ids of findings with a field that two people wrote."""
    return tuple(
        FindingRow(
            key=one.id.hex(),
            number=finding_number(one),
            pill=finding_pill(one, words),
            count=_count(one, words),
            title=one.title(language) or words("Without a title"),
            twice=one.id in twice,
        )
        for one in findings
    )


def finding_number(finding: Finding) -> str:
    """How people call it: F-2."""
    return f"F-{finding.number}"


def finding_pill(finding: Finding, words: Words) -> PillView:
    """Its severity, or that it is a good practice."""
    if finding.severity is None:
        return PillView(words(name_of(FindingKind.GOOD_PRACTICE)), "met")
    icon = "warning-octagon-fill" if finding.severity is Severity.CRITICAL else ""
    return PillView(words(name_of(finding.severity)), SEVERITY_TONES[finding.severity], icon)


def sheet_view(finding: Finding, language: Language, library: Library, words: Words, writable: bool) -> SheetView:
    """The sheet of a finding. A text that exists in the other language only is not shown as this one's."""
    return SheetView(
        key=finding.id.hex(),
        number=finding_number(finding),
        language=language,
        title=finding.titles.get(language, ""),
        text=finding.texts.get(language, ""),
        kind=finding.kind.value,
        severity=finding.severity.value if finding.severity else "",
        extent=finding.extent.value,
        found=_digits(finding.extent_found),
        of=_digits(finding.extent_of),
        counted=finding.extent_counted,
        theme=finding.theme,
        themes=themes(finding, library, words),
        chips=tuple(provision_chip(key, library, words, writable) for key in finding.provisions),
        missing=missing_languages(finding),
        writable=writable,
    )


def missing_languages(finding: Finding) -> frozenset[Language]:
    """The languages in which something of the finding is not written yet, though it is in the other."""
    languages: tuple[Language, ...] = ("en", "fr")
    parts = [finding.titles, finding.texts, *(one.texts for one in finding.recommendations)]
    return frozenset(tongue for tongue in languages if any(part and not part.get(tongue) for part in parts))


def themes(finding: Finding, library: Library, words: Words) -> tuple[Option, ...]:
    """The headings of the report; one this library does not know keeps its key as its word."""
    known = tuple(Option(t.key, t.name.said(words.language)) for t in library.sorting.themes.values())
    if finding.theme and finding.theme not in library.sorting.themes:
        return (*known, Option(finding.theme, finding.theme))
    return known


def provision_chip(key: str, library: Library, words: Words, writable: bool) -> ChipView:
    """A provision the finding is measured against: pin for domestic law, globe for international."""
    about = words("Measured against")
    if library.find(key) is None:
        return ChipView(key, key, icon="question", about=about, removable=True, writable=writable)
    domestic = library.instrument_of(key).scope == "domestic"
    return ChipView(
        key,
        library.cite(key, words.language),
        icon="map-pin" if domestic else "globe-simple",
        about=about,
        removable=True,
        writable=writable,
        tone="primary" if domestic else "indigo",
    )


def kind_options(words: Words) -> tuple[Option, ...]:
    """Concern or good practice."""
    return tuple(Option(kind.value, words(name_of(kind))) for kind in FindingKind)


def severity_options(words: Words) -> tuple[Option, ...]:
    """From the lightest to the heaviest, as on the sheet."""
    return tuple(Option(one.value, words(name_of(one)), SEVERITY_TONES[one]) for one in reversed(Severity))


def extent_options(words: Words) -> tuple[Option, ...]:
    """One person's case, or how the place works."""
    return tuple(Option(one.value, words(name_of(one))) for one in Extent)


def language_options(missing: frozenset[Language], words: Words) -> tuple[Option, ...]:
    """The two languages of a report; a word says where something is missing."""
    names: dict[Language, str] = {"en": "English", "fr": "Français"}
    return tuple(
        Option(key, words("{language} · missing", language=name) if key in missing else name)
        for key, name in names.items()
    )


def _count(finding: Finding, words: Words) -> str:
    count = len(finding.recommendations)
    return words.n("{n} rec.", "{n} rec.", count) if count else ""


def _digits(number: int | None) -> str:
    return "" if number is None else str(number)
