"""The door: importing it is light, and what it promises is there."""

import subprocess
import sys

import pytest

import monitor_app.reports as door

HEAVY = ("reportlab", "pyhanko", "pikepdf", "pypdfium2", "PIL", "segno", "asn1crypto", "cryptography")


def test_importing_the_door_imports_no_pdf_library():
    program = f"import sys, monitor_app.reports; print([name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("name", door.__all__)
def test_everything_the_door_promises_is_there(name):
    assert getattr(door, name) is not None


def test_what_the_door_does_not_know_it_does_not_have():
    with pytest.raises(AttributeError):
        _ = door.nothing_of_the_kind
