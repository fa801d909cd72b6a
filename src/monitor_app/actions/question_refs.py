"""The numbers of questions: section and place in it ("3.4"), the same on screen, in checks and in the report."""

from __future__ import annotations

from monitor_app import forms

_UNNUMBERED = frozenset({"note", "calculate", "hidden", "start", "end", "today", "deviceid", "username"})


def question_refs(definition: forms.Definition) -> dict[str, str]:
    """Generic question path -> number. Notes and calculated values have none."""
    refs: dict[str, str] = {}
    for section in definition.sections:
        place = 0
        for question in section.questions():
            if question.type in _UNNUMBERED or not question.control:
                continue
            place += 1
            refs[question.path] = f"{section.number}.{place}"
    return refs
