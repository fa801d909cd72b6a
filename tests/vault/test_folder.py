"""Where a vault may live: not in a folder a cloud service copies, not where nothing can be written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.vault.given import make_laptop

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems
from monitor_app.vault.folder import check_folder, cloud_service

HOME = Path("/srv/ada")

SYNCED = {
    "/srv/ada/Dropbox/monitor": "Dropbox",
    "/srv/ada/Dropbox (Personal)/monitor": "Dropbox",
    "/srv/ada/OneDrive/monitor": "OneDrive",
    "/srv/ada/OneDrive - Some Organisation/Documents": "OneDrive",
    "/srv/ada/Google Drive/x": "Google Drive",
    "/srv/ada/My Drive/x": "Google Drive",
    "/srv/ada/Library/Mobile Documents/com~apple~CloudDocs/x": "iCloud",
    "/srv/ada/iCloudDrive/x": "iCloud",
    "/srv/ada/Library/CloudStorage/Box-Box/x": "Box",
    "/srv/ada/Library/CloudStorage/Else/x": "Library/CloudStorage",
    "/srv/ada/Nextcloud/a/b/c": "Nextcloud",
    "/srv/ada/ownCloud": "ownCloud",
    "/srv/ada/Box": "Box",
    "/srv/ada/pCloudDrive": "pCloud",
    "/srv/ada/Seafile/x": "Seafile",
    "/srv/ada/Syncthing/x": "Syncthing",
}


@pytest.mark.parametrize("path", sorted(SYNCED))
def test_the_folders_of_cloud_services_are_known_by_name(path: str) -> None:
    assert cloud_service(Path(path), HOME) == SYNCED[path]


@pytest.mark.parametrize("path", ["/srv/ada/monitor", "/srv/ada/work/box", "/srv/sync/monitor", "/media/stick/mega"])
def test_other_folders_are_not(path: str) -> None:
    assert cloud_service(Path(path), HOME) is None


@pytest.mark.parametrize(
    ("marker", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".sync_3f2a9c.db", "Nextcloud"),
        ("._sync_3f2a9c.db", "ownCloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.driveupload", "Google Drive"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    ],
)
def test_they_are_known_by_their_markers_in_any_folder_above(tmp_path: Path, marker: str, service: str) -> None:
    (tmp_path / "renamed" / "deep" / "vault").mkdir(parents=True)
    (tmp_path / "renamed" / ".hidden").touch()
    (tmp_path / "renamed" / marker).touch()
    assert cloud_service(tmp_path / "renamed" / "deep" / "vault", HOME) == service


def test_a_vault_is_neither_made_nor_opened_in_one(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        make_laptop(tmp_path / "Dropbox" / "vault")
    assert caught.value.kind is problems.SYNCED_FOLDER
    assert caught.value.details == {"service": "Dropbox"}
    assert not (tmp_path / "Dropbox").exists()
    laptop = make_laptop(tmp_path / "vault")
    laptop.vault.close()
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(Problem) as caught:
        laptop.reopen()
    assert caught.value.details == {"service": "Syncthing"}


def test_a_link_into_one_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "OneDrive" / "vault").mkdir(parents=True)
    (tmp_path / "innocent").symlink_to(tmp_path / "OneDrive" / "vault")
    with pytest.raises(Problem) as caught:
        check_folder(tmp_path / "innocent", HOME)
    assert caught.value.kind is problems.SYNCED_FOLDER


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem) as caught:
        check_folder(tmp_path / "file", HOME)
    assert caught.value.kind is problems.NO_VAULT
    with pytest.raises(Problem) as caught:
        make_laptop(tmp_path / "file" / "vault")
    assert caught.value.kind is problems.READ_ONLY


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_a_read_only_folder_is_refused() -> None:
    with tempfile.TemporaryDirectory() as name:
        shelf = Path(name) / "shelf"
        shelf.mkdir()
        Path(name).chmod(0o755)
        shelf.chmod(0o555)
        with as_nobody():
            for folder in (shelf, shelf / "vault"):
                with pytest.raises(Problem) as caught:
                    make_laptop(folder)
                assert caught.value.kind is problems.READ_ONLY
        assert list(shelf.iterdir()) == []


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without an administrator's rights, which would let everything be written."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
