"""`monitor-app demo`: one command from nothing to a signed report, a vault and pictures, in either language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.given import Said, asked, called

from monitor_app import crypto, reports
from monitor_app.actions.open_programme import open_programme
from monitor_app.actions.visits import visits
from monitor_app.actions.world import World
from monitor_app.base import SystemClock, system_randomness
from monitor_app.monitoring import VisitState

WORLD = World(SystemClock(), system_randomness)


def _passphrase(said: Said, before: str) -> str:
    return next(line for line in said.text.splitlines() if line.startswith(before)).removeprefix(before)


def _holds_the_programme(folder: Path, passphrase: str) -> None:
    vault = open_programme(folder, passphrase, WORLD)
    try:
        rows = visits(vault)
        assert len(rows) >= 6
        states = {row.visit.state for row in rows}
        assert states >= {VisitState.SIGNED, VisitState.IN_REVIEW, VisitState.IN_PROGRESS, VisitState.PLANNED}
        assert vault.conflicts()
        vault.verify_all()
    finally:
        vault.close()


def _is_signed(out: Path) -> None:
    root = crypto.certificate_of((out / "programme-root.pem").read_bytes())
    pdf = (out / "visit-report.pdf").read_bytes()
    assert reports.verify_pdf(pdf, [root], SystemClock().now()).confirmed


def test_the_demo_leaves_report_root_vault_and_every_screen(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    said = called("demo", "--out", out, home=tmp_path)
    assert said.code == 0, said.text
    assert "Traceback" not in said.text
    assert {path.name for path in out.iterdir()} == {"visit-report.pdf", "programme-root.pem", "vault", "screens"}
    pictures = sorted((out / "screens").iterdir())
    assert len(pictures) >= 8
    assert all(path.suffix == ".png" and path.stat().st_size > 10_000 for path in pictures)
    assert len({path.read_bytes() for path in pictures}) == len(pictures)
    assert f"{len(pictures)} pictures of screens in {out / 'screens'}" in said.text
    assert "Report signed, version 1." in said.text
    _is_signed(out)
    _holds_the_programme(out / "vault", _passphrase(said, "Its passphrase: "))
    left = {path.name for path in tmp_path.iterdir()} - {"new"}
    assert not left, "nothing is left beside the folder that was asked for"


def test_the_demo_without_screens_speaks_french_and_a_second_one_harms_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "vault").mkdir(parents=True)
    (out / "vault" / "mine.txt").write_text("kept")
    said = asked("demo", "--out", out, "--no-screens", "--language", "fr")
    assert said.code == 0, said.text
    assert {path.name for path in out.iterdir()} == {"visit-report.pdf", "programme-root.pem", "vault", "vault-2"}
    assert [path.name for path in (out / "vault").iterdir()] == ["mine.txt"]
    assert "Rapport signé" in said.text
    assert not re.search(r"\b(Report|The|Its|joins|planned)\b", said.text)
    assert str(out / "vault-2") in said.text
    _is_signed(out)
    line = said.text.splitlines()[-1]
    _holds_the_programme(out / "vault-2", line.rpartition(": ")[2])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_demo_that_cannot_be_kept_says_so(tmp_path: Path, language: str) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "Dropbox").mkdir()
    for out in (tmp_path / "file", tmp_path / "file" / "below", tmp_path / "Dropbox" / "out"):
        said = asked("demo", "--out", out, "--no-screens", "--language", language)
        assert said.code == 2
        assert said.text.count(".") >= 3
    assert (tmp_path / "file").read_text() == "in the way"
