"""The roof: arguments, wiring, start the window or a headless verb."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from monitor_app import __version__
from monitor_app.base import Language, SystemClock, installed_resources, system_randomness

if TYPE_CHECKING:
    from monitor_app.ui.around import Around

LOCKED = "--locked"


def main() -> None:
    """The console script. A word among the arguments asks for a headless verb; without one the window opens."""
    sys.exit(start(sys.argv[1:]))


def start(arguments: list[str]) -> int:
    """Plays a command or opens the window; returns the exit code."""
    if arguments and arguments != [LOCKED]:
        from monitor_app.cli import Surroundings, run  # noqa: PLC0415

        _harden()
        around = Surroundings(
            installed_resources(),
            SystemClock(),
            system_randomness,
            system_language(),
            _take_pictures,
            lambda: window([]),
        )
        return run(arguments, around)
    return window(arguments)


def window(arguments: list[str]) -> int:
    """Opens the window and stays until it is closed. Garbage is first collected after the first paint."""
    gc.disable()
    from monitor_app.ui.app import open_window  # noqa: PLC0415

    return open_window([sys.argv[0]], lambda: _around(locked=LOCKED in arguments))


def system_language() -> Language:
    """French where this computer speaks it, English everywhere else."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    spoken = next((name for name in names if name), "")
    if not spoken:
        import locale  # noqa: PLC0415

        spoken = locale.getlocale()[0] or ""
    return "fr" if spoken.lower().startswith("fr") else "en"


def _around(*, locked: bool) -> Around:
    from monitor_app.actions.world import World  # noqa: PLC0415
    from monitor_app.ui.around import Around  # noqa: PLC0415

    return Around(
        resources=installed_resources(),
        world=World(SystemClock(), system_randomness),
        settings=Path(platformdirs.user_config_path("monitor-app", appauthor=False)),
        vaults=Path(platformdirs.user_data_path("monitor-app", appauthor=False)),
        restart=_restart,
        language=system_language(),
        version=__version__,
        harden=_harden,
        locked=locked,
    )


def _harden() -> bool:
    from monitor_app.vault import harden_process  # noqa: PLC0415

    return harden_process()


def _restart() -> None:
    """Replaces this process by a fresh one that shows the locked page: what was in its memory is gone with it."""
    os.execv(sys.executable, [sys.executable, "-P", "-m", "monitor_app", LOCKED])  # noqa: S606


def _take_pictures(vault: Path, passphrase: str, folder: Path, language: Language) -> list[Path]:
    from monitor_app.ui.pictures import take_pictures  # noqa: PLC0415

    return take_pictures(vault, passphrase, folder, replace(_around(locked=False), language=language))


if __name__ == "__main__":
    main()
