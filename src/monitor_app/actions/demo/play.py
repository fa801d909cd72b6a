"""Plays the acts of all visits in the order of time, each on the laptop and at the hour the script tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from monitor_app.actions.demo import answering, finding_out, planning, reporting
from monitor_app.actions.demo.laptops import exchange
from monitor_app.actions.demo.script import Act, VisitScript
from monitor_app.actions.demo.stage import OnStage, Scene, Stage

Deed = Callable[[Scene], None]


@dataclass(frozen=True, slots=True)
class Cue:
    """An act at its instant (aware)."""

    at: datetime
    visit: VisitScript
    on: OnStage
    act: Act


def play(stage: Stage, visits: Mapping[str, tuple[VisitScript, OnStage]], told: Callable[[Cue], None]) -> None:
    """Plays everything; `told` hears of each act once it is done."""
    known = deeds()
    for cue in sorted(_cues(visits), key=lambda cue: cue.at):
        stage.clock.at = cue.at
        for word, held in cue.act.deeds.items():
            known[word](Scene(stage, cue.on, stage.vaults[cue.act.by], held))
        told(cue)


def deeds() -> Mapping[str, Deed]:
    """Every word an act may hold, and what it does."""
    return {
        "plan": planning.plan,
        "change": planning.change,
        "outcome": planning.outcome,
        "objectives_done": planning.objectives_done,
        "review": planning.review,
        "answers": answering.answers,
        "rows": answering.rows,
        "quick_note": answering.quick_note,
        "file_note": answering.file_note,
        "comment": answering.comment,
        "resolve_comment": answering.resolve,
        "finding": finding_out.finding,
        "change_finding": finding_out.change_one,
        "passages": reporting.write_passages,
        "accept": reporting.accept,
        "sign": reporting.sign,
        "reopen": reporting.reopen,
        "exchange": exchange,
    }


def _cues(visits: Mapping[str, tuple[VisitScript, OnStage]]) -> Iterator[Cue]:
    for visit, on in visits.values():
        for act in visit.acts:
            yield Cue(act.at.replace(tzinfo=on.zone).astimezone(UTC), visit, on, act)
