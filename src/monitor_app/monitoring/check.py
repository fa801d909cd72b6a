"""Checks before signing: what must be solved, what a person must look at and may accept with a reason.

Pure: given the state of a visit and its report as plain values, gives the points. Stops: a conflict, a character no
font has. Looks: everything else. A point's `key` changes when what it is about changes, so that an acceptance holds for
what was looked at and for nothing later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from monitor_app.base import cbor_bytes, mark, sha256
from monitor_app.monitoring.finding import Finding
from monitor_app.monitoring.small_words import small_counts_in


class CheckCode(StrEnum):
    """What a point is about. Later issues add codes, never change one."""

    CONFLICT = "conflict"
    CHARACTER = "character"
    KEY_UNANSWERED = "key_unanswered"
    REQUIRED_UNANSWERED = "required_unanswered"
    CITATION = "citation"
    NO_EVIDENCE = "no_evidence"
    NO_PROVISION = "no_provision"
    SMALL_GROUP = "small_group"
    COMMENT = "comment"
    LAPTOP = "laptop"
    TRANSLATION = "translation"
    SUMMARY = "summary"


STOPS = frozenset({CheckCode.CONFLICT, CheckCode.CHARACTER})

TITLES: Mapping[CheckCode, tuple[str, str]] = {
    CheckCode.CONFLICT: (mark("One answer given twice"), mark("{what}: both are kept. Decide which one counts.")),
    CheckCode.CHARACTER: (
        mark("A character that cannot be printed"),
        mark("{what}: no font of the report has it. Write it another way."),
    ),
    CheckCode.KEY_UNANSWERED: (mark("Key question not answered"), mark("{what}")),
    CheckCode.REQUIRED_UNANSWERED: (mark("Required question not answered"), mark("{what}")),
    CheckCode.CITATION: (
        mark("Citation not confirmed in its text"),
        mark("{what}. A coordinator can confirm it with its source."),
    ),
    CheckCode.NO_EVIDENCE: (mark("Finding without evidence"), mark("{what}: nothing is linked that supports it.")),
    CheckCode.NO_PROVISION: (mark("Finding without a provision"), mark("{what}: it is measured against nothing.")),
    CheckCode.SMALL_GROUP: (
        mark("Small group"),
        mark("{what}. So few people may be recognised. Can it be said without the number?"),
    ),
    CheckCode.COMMENT: (mark("Open comment"), mark("{what}")),
    CheckCode.LAPTOP: (
        mark("A team laptop not heard from"),
        mark("{what}: what was written there is not in this report."),
    ),
    CheckCode.TRANSLATION: (mark("Text missing in the report's language"), mark("{what}")),
    CheckCode.SUMMARY: (mark("No summary"), mark("The report opens without a summary.")),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a point is solved: a question of a response, a finding, a passage of the report, a provision."""

    response: bytes = b""
    path: str = ""
    finding: bytes = b""
    passage: str = ""
    provision: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One point. `what` names its subject on the screen; `printed` does so in the signed report, where no member and no
    small number is named. `reason` is set once accepted."""

    code: CheckCode
    what: str
    key: str
    place: Place = Place()
    printed: str = ""
    reason: str | None = None

    @property
    def stops(self) -> bool:
        """Whether it must be solved before signing."""
        return self.code in STOPS

    @property
    def open(self) -> bool:
        """Whether somebody still has to act on it."""
        return self.stops or self.reason is None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the checks see it."""

    response: bytes
    path: str
    ref: str
    label: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A text that the report prints beside the findings: what people call it, where it is written, its words."""

    where: str
    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Laptop:
    """A laptop of the team: its device id, and whose it is."""

    device: bytes
    label: str


@dataclass(frozen=True, slots=True)
class SigningState:
    """Everything the checks look at."""

    language: str
    threshold: int
    conflicts: tuple[tuple[str, Place], ...] = ()
    uncovered: tuple[tuple[str, str], ...] = ()
    """(character, where it stands)."""
    key_unanswered: tuple[Asked, ...] = ()
    required_unanswered: tuple[Asked, ...] = ()
    findings: tuple[Finding, ...] = ()
    unconfirmed: Mapping[str, str] = field(default_factory=dict)
    """Provision key -> citation, for those whose text nobody confirmed, or that the library does not know."""
    comments: tuple[tuple[str, str, Place], ...] = ()
    """(id, who and where, place)."""
    silent_laptops: tuple[Laptop, ...] = ()
    texts: tuple[Printed, ...] = ()
    summary: str = ""
    """The summary in the report's language, "" where there is none."""
    took_place: bool = True


def checks(state: SigningState, accepted: Mapping[str, str]) -> tuple[Check, ...]:
    """All points, stops first. `accepted`: key -> reason."""
    found = [*_stops(state), *_looks(state)]
    return tuple(
        check if check.stops or check.key not in accepted else replace(check, reason=accepted[check.key])
        for check in found
    )


def _stops(state: SigningState) -> Iterable[Check]:
    for what, place in state.conflicts:
        yield _check(CheckCode.CONFLICT, what, place, [what, place.path, place.finding])
    for character, where in state.uncovered:
        what = f"{character} (U+{ord(character[0]):04X}), {where}"
        yield _check(CheckCode.CHARACTER, what, Place(), [character, where])


def _looks(state: SigningState) -> Iterable[Check]:
    for code, questions in (
        (CheckCode.KEY_UNANSWERED, state.key_unanswered),
        (CheckCode.REQUIRED_UNANSWERED, state.required_unanswered),
    ):
        for asked in questions:
            place = Place(asked.response, asked.path)
            yield _check(code, f"{asked.ref} {asked.label}", place, [asked.response, asked.path])
    for finding in state.findings:
        yield from _about(finding, state)
    for key in sorted({key for finding in state.findings for key in finding.provisions if key in state.unconfirmed}):
        yield _check(CheckCode.CITATION, state.unconfirmed[key], Place(provision=key), [key])
    for printed in state.texts:
        yield from _small(printed, state.threshold)
    if state.took_place and not state.summary:
        yield _check(CheckCode.SUMMARY, "", Place(passage="summary"), [])
    for ident, what, place in state.comments:
        yield _check(CheckCode.COMMENT, what, place, [ident], printed="")
    for laptop in state.silent_laptops:
        yield _check(CheckCode.LAPTOP, laptop.label, Place(), [laptop.device], printed="")


def _about(finding: Finding, state: SigningState) -> Iterable[Check]:
    place = Place(finding=finding.id)
    name = f"F-{finding.number}"
    if not any(piece.relation == "supports" for piece in finding.evidence):
        yield _check(CheckCode.NO_EVIDENCE, name, place, [finding.id])
    if not finding.provisions:
        yield _check(CheckCode.NO_PROVISION, name, place, [finding.id])
    texts = [finding.texts, *(one.texts for one in finding.recommendations)]
    if not finding.titles.get(state.language) or any(text and not text.get(state.language) for text in texts):
        yield _check(CheckCode.TRANSLATION, name, place, [finding.id, state.language])
    advice = [one.text(state.language) for one in finding.recommendations]
    words = "\n\n".join([finding.title(state.language), finding.text(state.language), *advice])
    yield from _small(Printed(name, place, words), state.threshold)


def _small(printed: Printed, threshold: int) -> Iterable[Check]:
    """One point for a paragraph. Accepted is the paragraph as it stands; changed, it is looked at again."""
    about: list[str | bytes] = [printed.place.finding, printed.place.passage]
    for paragraph in dict.fromkeys(printed.text.split("\n\n")):
        found = small_counts_in(paragraph, threshold)
        if found:
            what = f"{printed.where}: {', '.join(f'“{words}”' for words in found)}"
            yield _check(CheckCode.SMALL_GROUP, what, printed.place, [*about, paragraph], printed=printed.where)


def _check(code: CheckCode, what: str, place: Place, about: list[str | bytes], *, printed: str | None = None) -> Check:
    key = sha256(cbor_bytes([code.value, *about])).hex()[:32]
    return Check(code, what, key, place, what if printed is None else printed)
