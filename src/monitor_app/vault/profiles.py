"""Profiles: the list of vaults on this laptop, with language and text size. All that is ever written outside a vault.

One small JSON file: anybody can read it, so labels are the owner's choice and no name of a programme, place or person
is taken over into it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from monitor_app.base import Language, Problem
from monitor_app.base.problems import vault as problems
from monitor_app.vault.disk import is_out_of_space, write_durably

FILE = "profiles.json"
_MOST = 64 * 1024


@dataclass(frozen=True, slots=True)
class Profile:
    """One vault of this laptop: where it lies, and what its owner calls it. `training`: it holds invented data only."""

    folder: Path
    label: str
    training: bool = False


@dataclass(frozen=True, slots=True)
class Profiles:
    """What stands outside the vaults. `text_size` in percent, 100 to 200."""

    language: Language | None = None
    text_size: int = 100
    profiles: tuple[Profile, ...] = ()

    def with_profile(self, profile: Profile) -> Profiles:
        """With one more; a profile of the same folder is replaced."""
        others = tuple(one for one in self.profiles if one.folder != profile.folder)
        return replace(self, profiles=(profile, *others))


def read_profiles(folder: Path) -> Profiles:
    """The profiles kept in a folder; what is missing, broken or foreign reads as empty, never as an error."""
    try:
        data = (folder / FILE).read_bytes()[:_MOST]
        kept = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return Profiles()
    if not isinstance(kept, dict):
        return Profiles()
    language, size, rows = kept.get("language"), kept.get("text_size"), kept.get("profiles")
    found = [_profile(row) for row in rows] if isinstance(rows, list) else []
    return Profiles(
        language if language in ("en", "fr") else None,
        size if isinstance(size, int) and 100 <= size <= 200 else 100,
        tuple(profile for profile in found if profile is not None),
    )


def write_profiles(folder: Path, profiles: Profiles) -> None:
    """Keeps them: written beside, flushed, renamed. Raises Problem disk-full, read-only."""
    rows = [
        {"folder": str(profile.folder), "label": profile.label, "training": profile.training}
        for profile in profiles.profiles
    ]
    kept = {"language": profiles.language, "text_size": profiles.text_size, "profiles": rows}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_durably(folder / FILE, json.dumps(kept, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        raise Problem(problems.DISK_FULL if is_out_of_space(error) else problems.READ_ONLY) from None


def _profile(row: object) -> Profile | None:
    if not isinstance(row, dict):
        return None
    folder, label = row.get("folder"), row.get("label")
    if not isinstance(folder, str) or not isinstance(label, str) or not Path(folder).is_absolute():
        return None
    return Profile(Path(folder), label, row.get("training") is True)
