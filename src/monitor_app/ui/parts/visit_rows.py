"""Visit rows: what a list says of a visit. No names of people, no languages."""

from __future__ import annotations

from dataclasses import dataclass

from monitor_app.ui.look import Tone
from monitor_app.ui.parts.avatar import Member
from monitor_app.ui.parts.pill import PillView


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit in the list. `progress` (done, whole) or `report` ("Report v1", "28 Aug 2026") stands in the middle."""

    key: str
    state: PillView
    place: str
    line: str
    team: tuple[Member, ...] = ()
    progress: tuple[int, int] | None = None
    progress_text: str = ""
    report: tuple[str, str] | None = None
    note: str = ""
    note_icon: str = ""
    note_tone: Tone = "na"
