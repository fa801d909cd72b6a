"""Deeds of the demo in a checklist: answers, repeat rows, quick notes, comments."""

from __future__ import annotations

from monitor_app.actions.answer_many import Answered, answer_many
from monitor_app.actions.comment import add_comment, resolve_comment
from monitor_app.actions.demo.stage import Scene, answered
from monitor_app.actions.quick_note import add_quick_note, file_quick_note


def answers(scene: Scene) -> None:
    """Answers questions by name."""
    form = scene.on.checklist()
    found = {form.paths[name]: answered(told) for name, told in scene.told.items()}
    answer_many(scene.vault, scene.on.space, form.response, found)


def rows(scene: Scene) -> None:
    """Adds repeat rows; a row told again under the same name (`row`) is changed."""
    form, on = scene.on.checklist(), scene.on
    found: dict[str, Answered] = {}
    new: list[str] = []
    for repeat, told_rows in scene.told.items():
        for told in told_rows:
            name = told.get("row", "")
            path = on.rows.get(name, "")
            if not path:
                path = f"{form.paths[repeat]}[{scene.stage.randomness(4).hex()}]"
                new.append(path)
                if name:
                    on.rows[name] = path
            found |= {f"{path}/{field}": answered(value) for field, value in told.items() if field != "row"}
    answer_many(scene.vault, on.space, form.response, found, new)


def quick_note(scene: Scene) -> None:
    """Writes a note into the inbox."""
    told, on = scene.told, scene.on
    on.made[told["key"]] = add_quick_note(scene.vault, on.space, told["text"], scene.stage.randomness)


def file_note(scene: Scene) -> None:
    """Files a note at a question."""
    told, on, form = scene.told, scene.on, scene.on.checklist()
    path = form.paths[told["question"]]
    file_quick_note(scene.vault, on.space, on.made[told["note"]], form.response, path)


def comment(scene: Scene) -> None:
    """Says something at a question or a finding."""
    told, on = scene.told, scene.on
    path = on.checklist().paths[told["question"]] if "question" in told else ""
    finding = on.made[told["finding"]] if "finding" in told else b""
    on.made[told["key"]] = add_comment(
        scene.vault, on.space, told["text"], scene.stage.randomness, path=path, finding=finding
    )


def resolve(scene: Scene) -> None:
    """Closes a comment."""
    resolve_comment(scene.vault, scene.on.space, scene.on.made[scene.told["comment"]])
