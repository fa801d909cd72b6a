"""The points before signing as the panel shows them: grouped by what they are about, stops first. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from monitor_app.base import Words, mark
from monitor_app.monitoring import TITLES, Check, CheckCode, Place
from monitor_app.ui.look import Tone

Weight = Literal["stop", "look", "accepted"]

ICONS: Mapping[CheckCode, str] = {
    CheckCode.CONFLICT: "git-pull-request",
    CheckCode.CHARACTER: "warning-octagon-fill",
    CheckCode.KEY_UNANSWERED: "circle-dashed",
    CheckCode.REQUIRED_UNANSWERED: "circle-dashed",
    CheckCode.CITATION: "scales",
    CheckCode.NO_EVIDENCE: "files",
    CheckCode.NO_PROVISION: "scales",
    CheckCode.SMALL_GROUP: "users-three",
    CheckCode.COMMENT: "chat-text",
    CheckCode.LAPTOP: "hard-drive",
    CheckCode.TRANSLATION: "translate",
    CheckCode.SUMMARY: "file-text",
}
_PASSED: Mapping[CheckCode, str] = {
    CheckCode.CONFLICT: mark("No answer is given twice"),
    CheckCode.CHARACTER: mark("Every character can be printed"),
    CheckCode.KEY_UNANSWERED: mark("Every key question is answered"),
    CheckCode.REQUIRED_UNANSWERED: mark("Every required question is answered"),
    CheckCode.CITATION: mark("Every citation is confirmed in its text"),
    CheckCode.NO_EVIDENCE: mark("Every finding has evidence"),
    CheckCode.NO_PROVISION: mark("Every finding names a provision"),
    CheckCode.SMALL_GROUP: mark("No text names a small group by its number"),
    CheckCode.COMMENT: mark("No comment is open"),
    CheckCode.LAPTOP: mark("Every laptop of the team was heard from"),
    CheckCode.TRANSLATION: mark("Nothing is missing in the report's language"),
    CheckCode.SUMMARY: mark("The report opens with a summary"),
}
_GO: Mapping[str, str] = {
    "question": mark("Open the question"),
    "finding": mark("Open the finding"),
    "passage": mark("Open the text"),
    "provision": mark("Open the provision"),
}
_PASSAGES: Mapping[str, str] = {
    "summary": mark("Summary"),
    "method": mark("How the team worked"),
    "limits": mark("Limits of this visit"),
}


@dataclass(frozen=True, slots=True)
class PointView:
    """One point. `go` is the word of the button that opens its place, "" for none; `reason` once it is accepted."""

    key: str
    line: str
    go: str
    check: Check
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Points about one thing."""

    key: str
    weight: Weight
    icon: str
    tone: Tone
    title: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class PointsView:
    """All points. `passed` are sentences; `looks` counts the open points that do not stop."""

    stops: tuple[GroupView, ...] = ()
    looks: tuple[GroupView, ...] = ()
    accepted: tuple[GroupView, ...] = ()
    passed: tuple[str, ...] = ()
    may_accept: bool = True

    def count(self, weight: Weight) -> int:
        """How many points of a weight."""
        groups = {"stop": self.stops, "look": self.looks, "accepted": self.accepted}[weight]
        return sum(len(group.points) for group in groups)


def points_view(checks: Sequence[Check], words: Words, may_accept: bool = True) -> PointsView:
    """The points, and what passed: everything that no point, open or accepted, speaks of."""
    spoken = {check.code for check in checks}
    return PointsView(
        stops=_groups([check for check in checks if check.stops], "stop", words),
        looks=_groups([check for check in checks if not check.stops and check.open], "look", words),
        accepted=_groups([check for check in checks if not check.open], "accepted", words),
        passed=tuple(words(_PASSED[code]) for code in CheckCode if code not in spoken and code in _PASSED),
        may_accept=may_accept,
    )


def go_word(place: Place, words: Words) -> str:
    """The word of the button that opens a place, "" where there is none to open."""
    kind = place_kind(place)
    return words(_GO[kind]) if kind else ""


def place_kind(place: Place) -> Literal["question", "finding", "passage", "provision", ""]:
    """What a place is."""
    if place.response:
        return "question"
    if place.finding:
        return "finding"
    if place.passage:
        return "passage"
    return "provision" if place.provision else ""


def sign_line(view: PointsView, may_sign: bool, has_key: bool, words: Words) -> str:
    """The line under the button that signs: why it cannot be pressed, or what it will ask."""
    stops = view.count("stop")
    if not may_sign:
        return words("Only the team lead of this visit can sign.")
    if not has_key:
        return words("There is no certificate for signing on this laptop. Ask the coordinator for one.")
    if stops:
        return words.n(
            "Solve the {n} point above first. Signing asks for your passphrase.",
            "Solve the {n} points above first. Signing asks for your passphrase.",
            stops,
        )
    looks = view.count("look")
    if looks:
        return words.n(
            "{n} point is left to look at. Signing asks why it stays, and for your passphrase.",
            "{n} points are left to look at. Signing asks why they stay, and for your passphrase.",
            looks,
        )
    return words("Signing asks for your passphrase.")


def _groups(checks: Sequence[Check], weight: Weight, words: Words) -> tuple[GroupView, ...]:
    by_code: dict[CheckCode, list[Check]] = {}
    for check in checks:
        by_code.setdefault(check.code, []).append(check)
    return tuple(_group(code, found, weight, words) for code, found in by_code.items())


def _group(code: CheckCode, checks: Sequence[Check], weight: Weight, words: Words) -> GroupView:
    tones: dict[Weight, Tone] = {"stop": "notmet", "look": "partly", "accepted": "na"}
    title = words(TITLES[code][0])
    if len(checks) > 1:
        title = f"{title} · {words.number(len(checks))}"
    tone: Tone = "plum" if code is CheckCode.CONFLICT else tones[weight]
    points = tuple(_point(check, words) for check in checks)
    return GroupView(f"{weight}:{code.value}", weight, ICONS[code], tone, title, points)


def _point(check: Check, words: Words) -> PointView:
    go = words("Decide") if check.stops and place_kind(check.place) else go_word(check.place, words)
    line = words(TITLES[check.code][1], what=_what(check, words))
    return PointView(check.key, line, go, check, check.reason or "")


def _what(check: Check, words: Words) -> str:
    """The subject of a point; the name of a passage is said in the words of the screen."""
    passage = check.place.passage
    if passage in _PASSAGES and check.what.startswith(passage):
        return words(_PASSAGES[passage]) + check.what.removeprefix(passage)
    return check.what
