"""A fault found in the journal, as the sentence a person reads."""

from __future__ import annotations

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.vault import Fault


def problem_of_fault(fault: Fault) -> Problem:
    """Names the first entry that is not what was written."""
    return Problem(problems.CHAIN_FAULT, entry=fault.number, space=fault.chain.space.hex()[:8])
