"""Story 8: the same without a window: the demo into a folder, a report verified in plain words, a checklist checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stories.given import RESOURCES, Laptop

from monitor_app import crypto
from monitor_app.base import SystemClock, system_randomness
from monitor_app.cli import Surroundings, run


def _around(open_window: Callable[[], int] = lambda: 0) -> Surroundings:
    return Surroundings(RESOURCES, SystemClock(), system_randomness, "en", None, open_window)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `demo` leaves."""
    folder = tmp_path_factory.mktemp("demo") / "out"
    assert run(["demo", "--out", str(folder), "--no-screens"], _around()) == 0
    return folder


def test_without_a_command_the_window_opens() -> None:
    assert run([], _around(lambda: 7)) == 7


def test_the_demo_leaves_a_report_its_root_and_the_vault(out: Path) -> None:
    assert {path.name for path in out.iterdir()} == {"visit-report.pdf", "programme-root.pem", "vault"}


def test_a_report_is_verified_against_the_root(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, root = out / "visit-report.pdf", out / "programme-root.pem"
    assert run(["verify", str(report), "--root", str(root)], _around()) == 0
    said = capsys.readouterr().out
    assert "Visitor A" in said
    assert "Nothing was changed since it was signed." in said
    assert run(["verify", str(report)], _around()) == 3


def test_a_changed_report_is_not_good(out: Path, tmp_path: Path) -> None:
    pdf = bytearray((out / "visit-report.pdf").read_bytes())
    pdf[len(pdf) // 2] ^= 1
    (tmp_path / "changed.pdf").write_bytes(pdf)
    root = str(out / "programme-root.pem")
    assert run(["verify", str(tmp_path / "changed.pdf"), "--root", root], _around()) == 1


def test_a_report_of_another_programme_is_not_good(out: Path, founded: Laptop, tmp_path: Path) -> None:
    root = tmp_path / "other-root.pem"
    root.write_text(crypto.to_pem(founded.founded.root_certificate), encoding="ascii")
    assert run(["verify", str(out / "visit-report.pdf"), "--root", str(root)], _around()) == 1


@pytest.mark.parametrize("data", [b"", b"not a PDF", b"%PDF-1.7\nbroken"])
def test_what_is_no_report_is_not_readable(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "odd.pdf").write_bytes(data)
    assert run(["verify", str(tmp_path / "odd.pdf")], _around()) == 2
    assert run(["verify", str(tmp_path / "missing.pdf")], _around()) == 2


def test_a_shipped_checklist_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    file = RESOURCES.path("checklists", "immigration-holding-centre.md")
    assert run(["checklist", "check", str(file), "--language", "fr"], _around()) == 0
    assert "148" in capsys.readouterr().out


def test_a_fault_of_a_checklist_is_said_with_its_sheet_and_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.md").write_text(
        "| survey |\n| | type | name | label |\n| | text | one | One |\n| | textt | two | Two |\n"
    )
    assert run(["checklist", "check", str(tmp_path / "odd.md")], _around()) == 1
    said = capsys.readouterr().out
    assert "survey" in said
    assert "row 3" in said
