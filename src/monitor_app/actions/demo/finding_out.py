"""Deeds of the demo that make findings, their evidence and their recommendations."""

from __future__ import annotations

from collections.abc import Mapping

from monitor_app.actions.demo.script import Told
from monitor_app.actions.demo.stage import Scene, sources_of
from monitor_app.actions.finding import FromAnswer, add_evidence, change_finding, make_finding, new_finding
from monitor_app.actions.open_response import AnswerState, answer_states
from monitor_app.actions.recommendation import add_recommendation
from monitor_app.base import Canonical, EntityId
from monitor_app.monitoring import Relation


def finding(scene: Scene) -> None:
    """Makes a finding, from the answer to a question where one is named, and writes it out."""
    told, on, vault = scene.told, scene.on, scene.vault
    if "from" in told:
        made = make_finding(vault, on.space, _start(scene, told["from"]), scene.stage.randomness)
        cited = set(on.checklist().question(told["from"]).provisions)
    else:
        made = new_finding(vault, on.space, scene.stage.randomness, theme=told["theme"])
        cited = set()
    on.made[told["key"]] = made
    values = _values(told)
    values |= {name: told[name] for name in ("kind", "severity", "extent") if name in told}
    if "provisions" in told:
        values |= {f"provision:{key}": key in told["provisions"] for key in cited | set(told["provisions"])}
    change_finding(vault, on.space, made, values)
    for piece in told.get("evidence", ()):
        _evidence(scene, made, piece)
    for advice in told.get("recommendations", ()):
        texts = {f"text.{language}": text for language, text in advice["text"].items()}
        plain = {name: advice[name] for name in ("addressee", "due", "group")}
        add_recommendation(vault, on.space, made, scene.stage.randomness, texts | plain)


def change_one(scene: Scene) -> None:
    """Changes the words or the numbers of a finding made before."""
    change_finding(scene.vault, scene.on.space, scene.on.made[scene.told["key"]], _values(scene.told))


def _values(told: Told) -> dict[str, Canonical]:
    values: dict[str, Canonical] = {}
    for name in ("title", "text"):
        values |= {f"{name}.{language}": text for language, text in told.get(name, {}).items()}
    if "found" in told:
        found, of, counted = told["found"]
        values |= {"extent_found": found, "extent_of": of, "extent_counted": counted}
    return values


def _start(scene: Scene, name: str) -> FromAnswer:
    form, language = scene.on.checklist(), scene.on.language
    question, path = form.question(name), form.paths[name]
    state = _states(scene).get(path, AnswerState())
    return FromAnswer(
        form.response,
        path,
        question.label.text(form.definition.language(language)),
        state.values[0].text if state.values else "",
        "\n\n".join(note.text for note in state.notes if note.text),
        state.sources,
        form.themes[name],
        question.provisions,
        language,
    )


def _evidence(scene: Scene, made: EntityId, told: Told) -> None:
    relation = Relation(told.get("relation", Relation.SUPPORTS))
    vault, space, randomness = scene.vault, scene.on.space, scene.stage.randomness
    if "question" in told:
        form = scene.on.checklist()
        path = form.paths[told["question"]]
        sources = _states(scene).get(path, AnswerState()).sources
        add_evidence(
            vault, space, made, randomness, response=form.response, path=path, sources=sources, relation=relation
        )
    else:
        sources = sources_of(told["sources"])
        add_evidence(vault, space, made, randomness, text=told["text"], sources=sources, relation=relation)


def _states(scene: Scene) -> Mapping[str, AnswerState]:
    states, _ = answer_states(scene.vault, scene.on.space, scene.on.checklist().response)
    return states
