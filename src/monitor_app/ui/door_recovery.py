"""Forgotten passphrase and restored backups, joined to their verbs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from monitor_app.actions.keep_safe import restore
from monitor_app.actions.open_programme import recover_with_organisation, recover_with_sheet
from monitor_app.actions.passphrases import group_is_right, suggestion, wrong_sheet
from monitor_app.actions.profiles import Profile
from monitor_app.ui.around import Around
from monitor_app.ui.door_founding import strength_of
from monitor_app.ui.doorway.forgotten import ForgottenPage
from monitor_app.ui.doorway.new_passphrase import ChangePassphrasePage
from monitor_app.ui.doorway.restore import RestorePage
from monitor_app.ui.look import Look

if TYPE_CHECKING:
    from monitor_app.ui.door import Door


def recover_with_pages(door: Door, look: Look, around: Around, profile: Profile) -> None:
    """The sheet or two of the organisation's, then a new passphrase; the vault is open after that."""
    page = ForgottenPage(look, group_is_right, lambda typed: wrong_sheet(typed, look.words))
    page.back.connect(door.show_unlock)

    def with_code(groups: tuple[str, ...]) -> None:
        code = " ".join(groups)
        _ask_new(door, look, around, profile, lambda new: recover_with_sheet(profile.folder, code, new, around.world))

    def with_sheets(first: str, second: str) -> None:
        sheets = (first, second)
        _ask_new(
            door,
            look,
            around,
            profile,
            lambda new: recover_with_organisation(profile.folder, sheets, new, around.world),
        )

    page.code_given.connect(with_code)
    page.sheets_given.connect(with_sheets)
    door.put(page, lambda: door.show_forgotten(str(profile.folder)))


def restore_with_page(door: Door, look: Look, around: Around) -> None:
    """A backup becomes one more profile of this laptop."""
    page = RestorePage(look)
    page.back.connect(door.start)

    def restored(backup: Path, passphrase: str) -> None:
        folder = door.new_folder()
        profile = Profile(folder, door.label(look.words("Restored work")))
        door.open_with(page, lambda: restore(_backup_in(backup), folder, passphrase, around.world), profile)

    page.restore_asked.connect(restored)
    door.put(page, door.show_restore)


def _backup_in(folder: Path) -> Path:
    """The backup itself where the folder around it was chosen and holds no other one."""
    inside = [one for one in folder.glob("monitor-backup-*") if one.is_dir()]
    return inside[0] if len(inside) == 1 else folder


def _ask_new(door: Door, look: Look, around: Around, profile: Profile, recover: Callable[[str], Any]) -> None:
    words = look.words
    page = ChangePassphrasePage(
        look,
        lambda text: strength_of(look, (), text),
        lambda: suggestion(words.language, around.world.randomness),
        asks_old=False,
    )
    page.back.connect(door.show_unlock)

    def given(_old: str, new: str) -> None:
        door.open_with(page, lambda: recover(new), profile)

    page.given.connect(given)
    door.put(page)
