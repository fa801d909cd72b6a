"""The script of the demo programme: what `resources/demo` says, read into plain values.

`programme.json` names the programme, its people and the files of the visits. A visit's file names its place and its
acts. An act happens `at` a time of the place, on the laptop of the person `by` (Visitor A's where none is named); each
of its other words is a deed, told in `play.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from monitor_app.actions.facilities import NewFacility
from monitor_app.base import Language, Resources

Told = Mapping[str, Any]
"""What a deed's word holds in the file."""


@dataclass(frozen=True, slots=True)
class Person:
    """A member. `joins`: when their laptop is let in; None for the one who founds."""

    key: str
    label: str
    role: str
    languages: tuple[str, ...]
    joins: datetime | None


@dataclass(frozen=True, slots=True)
class Act:
    """`at` is naive: a time of the visit's place. `deeds`: word -> what it holds, in the order of the file."""

    at: datetime
    by: str
    deeds: Told


@dataclass(frozen=True, slots=True)
class VisitScript:
    """One visit. `name` is its file's; `place` the id of a facility of the app or of the script."""

    name: str
    place: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A provision the demo's coordinator confirms."""

    at: datetime
    key: str
    source: str


@dataclass(frozen=True, slots=True)
class Script:
    """The whole demo. `began` and `now` are aware."""

    began: datetime
    now: datetime
    programme: str
    organisation: str
    report_prefix: str
    language: Language
    notice: Mapping[str, str]
    people: tuple[Person, ...]
    places: Mapping[str, NewFacility]
    confirmed: tuple[Confirmed, ...]
    visits: tuple[VisitScript, ...]


def read_script(resources: Resources) -> Script:
    """The script that comes with the app. Raises what JSON and its shape raise: a broken installation."""
    told = _json(resources, "programme")
    language: Literal["en", "fr"] = "fr" if told["language"] == "fr" else "en"
    return Script(
        began=datetime.fromisoformat(told["at"]),
        now=datetime.fromisoformat(told["now"]),
        programme=told["programme"],
        organisation=told["organisation"],
        report_prefix=told["report_prefix"],
        language=language,
        notice=told["notice"],
        people=tuple(_person(one) for one in told["people"]),
        places={one["key"]: _place(one) for one in told["facilities"]},
        confirmed=tuple(
            Confirmed(datetime.fromisoformat(one["at"]), one["key"], one["source"]) for one in told["confirmed"]
        ),
        visits=tuple(_visit(resources, name) for name in told["visits"]),
    )


def _person(told: Told) -> Person:
    joins = datetime.fromisoformat(told["joins"]) if "joins" in told else None
    return Person(told["key"], told["label"], told["role"], tuple(told["languages"]), joins)


def _place(told: Told) -> NewFacility:
    return NewFacility(**{name: text for name, text in told.items() if name != "key"})


def _visit(resources: Resources, name: str) -> VisitScript:
    told = _json(resources, name)
    return VisitScript(name, told["place"], tuple(_act(act) for act in told["acts"]))


def _act(told: Told) -> Act:
    deeds = {word: held for word, held in told.items() if word not in ("at", "by")}
    return Act(datetime.fromisoformat(told["at"]), told.get("by", "A"), deeds)


def _json(resources: Resources, name: str) -> Told:
    told: Told = json.loads(resources.text("demo", f"{name}.json"))
    return told
