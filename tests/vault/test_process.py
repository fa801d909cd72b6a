"""The process around the vault: one at a time, no core dumps, private things not shown by mistake."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.vault.given import Laptop, new_vault

from monitor_app.base.problems import vault as problems

_HARDENED = """
import resource
from monitor_app.vault import harden_process
assert harden_process()
print(resource.getrlimit(resource.RLIMIT_CORE), open("/proc/self/status").read().count("CoreDumping:\\t0"))
import ctypes
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""

_SECOND = """
import sys
from pathlib import Path
from monitor_app.base import Problem
from tests.vault.given import open_vault
try:
    open_vault(Path(sys.argv[1]))
except Problem as problem:
    print(problem.kind.code)
"""


def run(script: str, *arguments: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="Linux says what it does")
def test_no_other_program_reads_the_process_and_no_core_is_written() -> None:
    limits, dumpable = run(_HARDENED).splitlines()
    assert limits.startswith("(0, 0)")
    assert dumpable == "0"


def test_another_process_does_not_open_the_same_vault(laptop: Laptop) -> None:
    assert run(_SECOND, str(laptop.folder)).strip() == problems.IN_USE.code
    laptop.vault.close()
    assert run(_SECOND, str(laptop.folder)) == ""
    laptop.reopen()


def test_private_things_are_not_shown_by_mistake(laptop: Laptop) -> None:
    identity = laptop.vault.identity
    shown = repr(new_vault(identity)) + repr(identity) + repr(laptop.vault)
    for private in (identity.journal_private, identity.kem_private, "heron"):
        assert repr(private)[2:12] not in shown
