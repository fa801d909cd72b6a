"""Check a checklist: every fault of an XLSForm, with its sheet and row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from monitor_app import forms
from monitor_app.base import Words

SOUND, FAULTY, UNREADABLE = 0, 1, 2


def check_checklist(file: Path, words: Words, echo: Callable[[str], object]) -> int:
    """0 where there is no fault, 1 where there are some, 2 where the file cannot be read."""
    try:
        source = file.read_bytes()
    except OSError:
        echo(words("This file cannot be read. Check the name and the folder, then try again."))
        return UNREADABLE
    result = forms.check(source, file.name)
    for fault in result.faults:
        echo(f"{_place(fault, words)}{fault.problem.say(words).text()}")
    if result.definition is None or result.faults:
        echo(words.n("{n} fault.", "{n} faults.", len(result.faults)))
        return FAULTY
    form = result.definition
    title = form.title.text(form.language(words.language))
    asked = list(form.questions())
    judged = sum(1 for question in asked if question.role == "judgement")
    echo(words("{title}, version {version}: no fault.", title=title, version=form.version))
    echo(words("{asked} questions, of these {judged} judgements.", asked=len(asked), judged=judged))
    return SOUND


def _place(fault: forms.Fault, words: Words) -> str:
    parts = []
    if fault.sheet:
        parts.append(words("Sheet {sheet}", sheet=fault.sheet))
    if fault.row:
        parts.append(words("row {row}", row=fault.row))
    if fault.column:
        parts.append(words("column {column}", column=fault.column))
    return ", ".join(parts) + ": " if parts else ""
