"""The door of the room: every name is there, every problem speaks, nothing heavy is opened before it is asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from monitor_app import crypto
from monitor_app.base import Kind, Problem, installed_resources, speak
from monitor_app.base.problems import crypto as problems

KINDS = {name: kind for name, kind in vars(problems).items() if isinstance(kind, Kind)}


def test_every_name_of_the_door_leads_somewhere() -> None:
    for name in crypto.__all__:
        assert getattr(crypto, name) is not None
    assert sorted(crypto.__all__) == sorted(name for names in crypto._ROOM.values() for name in names)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(AttributeError):
        _ = crypto.nothing  # type: ignore[attr-defined]


def test_opening_the_door_loads_nothing_heavy() -> None:
    ask = "import sys, monitor_app.crypto; print(sorted({'cryptography', 'zxcvbn', 'mnemonic'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


@pytest.mark.parametrize("name", KINDS)
def test_every_problem_speaks_both_languages_in_full(name: str) -> None:
    details = {"mib": 256, "group": 3, "count": 12, "word": 7, "sheet": 2}
    english, french = (Problem(KINDS[name], **details).say(speak(to, installed_resources())) for to in ("en", "fr"))
    for here, there in zip(
        (english.happened, english.safe, english.next), (french.happened, french.safe, french.next), strict=True
    ):
        assert here.endswith(".")
        assert there.endswith(".")
        assert here != there
        assert "{" not in here + there


def test_every_problem_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in KINDS.values()]
    assert len(set(codes)) == len(codes)
    assert all(code.startswith("crypto.") for code in codes)
