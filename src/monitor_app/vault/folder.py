"""Whether a vault may live in a folder: on this laptop, writable, and not copied to a cloud behind our back.

A sync client copies a database while it is written, keeps its old pages for ever, and shows others that it exists.
Source: the folder names and marker files the clients themselves make.
"""

from __future__ import annotations

import os
from pathlib import Path

from monitor_app.base import Problem
from monitor_app.base.problems import vault as problems

DATABASE = "vault.db"
_NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "skydrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "icloud~com": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "cloudstorage": "Library/CloudStorage",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "megasync": "MEGA",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
    "tresorit": "Tresorit",
    "tresors": "Tresorit",
    "proton drive": "Proton Drive",
    "creative cloud files": "Creative Cloud",
    "yandex.disk": "Yandex Disk",
}
_AT_HOME = {"box": "Box", "mega": "MEGA", "my drive": "Google Drive", "sync": "Sync"}
_BEGINNINGS = {"onedrive - ": "OneDrive", "dropbox (": "Dropbox", "google drive (": "Google Drive", "box-": "Box"}
_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".stversions": "Syncthing",
    ".seafile-data": "Seafile",
    ".tresorit": "Tresorit",
    ".megaignore": "MEGA",
    ".debris": "MEGA",
    ".sync": "Resilio Sync",
}
_CLOUD_DATABASES = ((".sync_", ".db", "Nextcloud"), ("._sync_", ".db", "ownCloud"))


def check_folder(folder: Path, home: Path) -> Path:
    """The real folder, fit to hold a vault. Raises Problem none, synced-folder, read-only."""
    real = folder.resolve()
    if not real.is_dir():
        raise Problem(problems.NO_VAULT)
    service = cloud_service(real, home)
    if service is not None:
        raise Problem(problems.SYNCED_FOLDER, service=service)
    if not os.access(real, os.W_OK | os.X_OK):
        raise Problem(problems.READ_ONLY)
    return real


def cloud_service(folder: Path, home: Path) -> str | None:
    """The service that copies this folder, None where nothing tells of one. `folder` is absolute, links resolved."""
    for place in (folder, *folder.parents):
        name = place.name.casefold()
        if name in _NAMES:
            return _NAMES[name]
        if name in _AT_HOME and place.parent == home:
            return _AT_HOME[name]
        for beginning, service in _BEGINNINGS.items():
            if name.startswith(beginning):
                return service
        found = _marker(place)
        if found is not None:
            return found
    return None


def _marker(place: Path) -> str | None:
    try:
        names = [entry.name.casefold() for entry in os.scandir(place) if entry.name.startswith(".")]
    except OSError:
        return None
    for name in names:
        if name in _MARKERS:
            return _MARKERS[name]
        for start, end, service in _CLOUD_DATABASES:
            if name.startswith(start) and name.endswith(end):
                return service
    return None
