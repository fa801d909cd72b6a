"""Other users of the computer do not even see the names in a vault's folder or in a backup."""

import stat
import sys

import pytest
from tests.crash.the_vault import make, open_it

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a person's folders apart by itself")


def test_a_new_vault_and_its_backup_are_closed_to_everybody_else(tmp_path):
    folder, backups = tmp_path / "vault", tmp_path / "backups"
    backups.mkdir()
    make(folder)
    vault = open_it(folder)
    report = vault.backup_to(backups)
    vault.close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(report.folder.stat().st_mode) == 0o700
