"""The world: light to import, and never lighter than the crypto room allows."""

import subprocess
import sys

from monitor_app.actions.world import LEAST_KIB, World
from monitor_app.base import SystemClock, system_randomness
from monitor_app.crypto import FLOOR_KIB, Argon2Params


def test_the_floor_is_the_one_of_the_crypto_room():
    assert LEAST_KIB == FLOOR_KIB
    assert World(SystemClock(), system_randomness).floor_kib == FLOOR_KIB


def test_a_cost_that_was_given_is_the_cost():
    light = Argon2Params(1024, 1, 1)
    assert World(SystemClock(), system_randomness, light).slot_cost() == light


def test_the_unlock_screen_loads_neither_database_nor_cryptography_nor_pdf():
    code = (
        "import sys, monitor_app.ui.door, monitor_app.ui.app;"
        "heavy = {'sqlcipher3', 'cryptography', 'reportlab', 'pyxform', 'lxml', 'pyhanko', 'pypdfium2', 'zxcvbn'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"
