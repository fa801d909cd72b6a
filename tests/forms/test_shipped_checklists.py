"""The checklists we ship, through the engine: sound, filled in whole, and accepted by ODK's own validator."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
import pyxform.validators
from tests.forms.given import CONTEXT

from monitor_app.base import installed_resources
from monitor_app.forms import Definition, LiveResponse, Question, Repeat, check, convert, definition_from_xform

FOLDER = installed_resources().path("checklists")
NAMES = sorted(path.name for path in FOLDER.glob("*.md"))
VALIDATOR = Path(pyxform.validators.__file__).parent / "odk_validate" / "bin" / "ODK_Validate.jar"

every_checklist = pytest.mark.parametrize("name", NAMES)


@cache
def xform(name: str) -> bytes:
    return convert((FOLDER / name).read_bytes(), name)


@cache
def definition(name: str) -> Definition:
    return definition_from_xform(xform(name))


@every_checklist
def test_it_has_no_fault(name: str) -> None:
    result = check((FOLDER / name).read_bytes(), name)
    assert [(fault.sheet, fault.row, fault.kind) for fault in result.faults] == []


@every_checklist
def test_every_section_has_a_theme_and_both_languages(name: str) -> None:
    found = definition(name)
    assert found.title.text(found.language("fr")) != found.title.text(found.language("en"))
    for section in found.sections:
        assert section.theme
        assert section.field in ("treatment", "conditions", "legal", "family")
    for question in found.questions():
        assert len(question.label.texts) == 2, question.path


@every_checklist
def test_every_judgement_has_its_scale_its_topic_and_its_rules(name: str) -> None:
    asked = [question for question in definition(name).questions() if question.role == "judgement"]
    assert len(asked) >= 40
    for question in asked:
        assert [choice.name for choice in question.choices] == ["met", "partly", "not_met", "na", "not_assessed"]
        assert question.topic
        assert question.guidance
        assert all(":" in provision for provision in question.provisions)


@every_checklist
def test_it_can_be_filled_in_from_end_to_end(name: str) -> None:
    found = definition(name)
    response = LiveResponse(found, {}, CONTEXT)
    response.begin()
    for item in found.items.values():
        if isinstance(item, Repeat):
            response.add_row(item.path, "r1")
    for question in found.questions():
        for path in response.paths(question.path):
            response.set(path, an_answer(question))
            response.label(path, "fr")
    answered, asked = response.progress()
    assert 0 < answered == asked
    assert response.missing() == []
    again = LiveResponse(found, response.values(), CONTEXT)
    assert again.values() == response.values()
    assert again.progress() == response.progress()


def an_answer(question: Question) -> str:
    if question.choices:
        return question.choices[0].name
    if question.readonly is not None:
        return ""
    return {"integer": "5", "decimal": "1.5", "date": "2026-11-18", "time": "10:00"}.get(question.type, "words")


@pytest.mark.skipif(shutil.which("java") is None or not VALIDATOR.exists(), reason="ODK Validate needs Java")
@every_checklist
def test_odks_own_validator_accepts_it(name: str, tmp_path: Path) -> None:
    stored = tmp_path / "form.xml"
    stored.write_bytes(xform(name))
    done = subprocess.run(
        ["java", "-Djava.awt.headless=true", "-jar", str(VALIDATOR), str(stored)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={"PATH": os.environ["PATH"]},
    )
    assert done.returncode == 0, done.stderr[-2000:]
