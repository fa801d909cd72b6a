"""Keeping an open vault sound and quick: checking the journal, making derived tables anew, tidying a little."""

from __future__ import annotations

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.vault.folding import FEW_BEHIND, FEW_STALE
from monitor_app.vault.own_facts import DERIVED, set_fact
from monitor_app.vault.parts import Parts
from monitor_app.vault.rebuild import Progress, Rebuild
from monitor_app.vault.values import VerifyState


def rebuild(parts: Parts, progress: Progress | None = None) -> int:
    """Makes the derived tables anew; how many entries took effect."""

    def work() -> int:
        set_fact(parts.store.connection, DERIVED, parts.means.derived_version)
        return Rebuild(parts.store, parts.derived, parts.folding, parts.keyring).run(progress)

    return parts.store.transaction(work)


def begin_checks(parts: Parts) -> None:
    """Checks heads and tails of all chains, and begins the check of the whole journal."""
    parts.checker.check_tails()
    parts.checker.begin()


def verify_slice(parts: Parts, most: int) -> VerifyState:
    """Goes on with the check of the whole journal, and tidies a little."""
    state = parts.checker.step(most)
    _mend(parts)
    tidy(parts)
    return state


def verify_all(parts: Parts) -> None:
    """Checks the whole journal now. Raises Problem chain-fault."""
    try:
        parts.checker.check_all()
    finally:
        _mend(parts)


def tidy(parts: Parts) -> bool:
    """Brings search and tallies up to date, a little at a time; True where there is more. Waits on a full disk."""
    folding, store = parts.folding, parts.store
    try:
        if folding.behind() > FEW_BEHIND:
            store.transaction(folding.fold, urgent=False)
            return True
        return folding.has_stale() and store.transaction(lambda: folding.sweep(FEW_STALE), urgent=False) == FEW_STALE
    except Problem as problem:
        if problem.kind is not problems.DISK_FULL:
            raise
        return False


def _mend(parts: Parts) -> None:
    """Makes the values that stand anew where they are not those of the journal."""
    if parts.checker.derived_differ:
        rebuild(parts)
        parts.checker.derived_differ = False
