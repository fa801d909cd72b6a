"""Forms that were checked and converted before: from the vault to a definition, with lxml alone."""

from __future__ import annotations

from monitor_app.base import Problem
from monitor_app.base.problems import forms as problems
from monitor_app.forms.definition import Definition
from monitor_app.forms.logic import CyclicLogic, TooMuchLogic
from monitor_app.forms.reading.xform import FormulaFault, definition_of


def definition_from_xform(xform: bytes, source_hash: bytes | None = None) -> Definition:
    """The definition of an XForm made by `convert`. `source_hash`: SHA-256 of the file it was made from (its own
    otherwise). Raises Problem where it is not the sound form it was.
    """
    try:
        return definition_of(xform, source_hash)
    except (FormulaFault, CyclicLogic, TooMuchLogic):
        raise Problem(problems.NOT_A_FORM) from None
