"""Deeds of the demo around a visit's plan."""

from __future__ import annotations

from datetime import date

from monitor_app.actions.change_visit import change_objective, change_visit, set_outcome
from monitor_app.actions.checklists import definition, latest_checklists
from monitor_app.actions.demo.stage import Scene, form_of
from monitor_app.actions.objectives import objectives
from monitor_app.actions.open_response import responses
from monitor_app.actions.plan_visit import TeamChoice, VisitPlan, plan_visit
from monitor_app.monitoring import Outcome, VisitKind, VisitRole


def plan(scene: Scene) -> None:
    """Plans the visit; the person whose act it is leads it."""
    told, on, vault = scene.told, scene.on, scene.vault
    published = {form.form_id: form.id for form in latest_checklists(vault)}
    team = tuple(
        TeamChoice(scene.stage.members[key], VisitRole.VISITOR, tuple(languages))
        for key, languages in told["team"].items()
    )
    wish = VisitPlan(
        facility=on.place,
        kind=VisitKind(told["kind"]),
        announced=told["announced"],
        first_day=date.fromisoformat(told["first_day"]),
        last_day=date.fromisoformat(told["last_day"]),
        checklists=tuple(published[form_id] for form_id in told["checklists"]),
        team=team,
        objectives=tuple(told["objectives"]),
        language=told["language"],
        carried_in=told["carried_in"],
        addressees=told["addressees"],
    )
    on.language = wish.language
    on.space = plan_visit(vault, wish, scene.stage.randomness)
    response, form = responses(vault, on.space)[0]
    on.form = form_of(response, definition(vault, form.id))


def change(scene: Scene) -> None:
    """Changes fields of the plan."""
    change_visit(scene.vault, scene.on.space, scene.told)


def outcome(scene: Scene) -> None:
    """Says what became of the visit."""
    told = scene.told
    set_outcome(scene.vault, scene.on.space, Outcome(told["outcome"]), told["reason"], told["by_whom"])


def objectives_done(scene: Scene) -> None:
    """Ticks objectives by their number in the plan, from 1."""
    known = objectives(scene.vault, scene.on.space)
    for number in scene.told["numbers"]:
        change_objective(scene.vault, scene.on.space, known[number - 1].id, {"done": True})


def review(scene: Scene) -> None:
    """Hands the visit to review."""
    change_visit(scene.vault, scene.on.space, {"in_review": True})
