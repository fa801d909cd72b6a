"""Founding, joined to its verb: names and passphrase in, sheets out, a backup offered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from monitor_app import reports
from monitor_app.actions.found_programme import Founded, Founding, found_programme
from monitor_app.actions.keep_safe import back_up, confirm_recovery_sheet
from monitor_app.actions.passphrases import measure, suggestion
from monitor_app.actions.profiles import Profile
from monitor_app.actions.signed_reports import save_pdf
from monitor_app.base import Problem
from monitor_app.ui.around import Around
from monitor_app.ui.background import Clerk
from monitor_app.ui.doorway.founding import FoundedView, FoundingWish, FoundingWizard
from monitor_app.ui.doorway.passphrase import StrengthView
from monitor_app.ui.look import Look
from monitor_app.ui.parts.message import MessageView, message_of

if TYPE_CHECKING:
    from monitor_app.ui.door import Door


def found_with_wizard(door: Door, look: Look, around: Around, clerk: Clerk[Any]) -> None:
    """Shows the wizard; the door is opened when it is finished."""
    founding = _Founding(door, look, around, clerk)
    door.put(founding.wizard)


def strength_of(look: Look, hints: tuple[str, ...], text: str) -> StrengthView:
    """The strength of a typed passphrase, for the meter."""
    found = measure(text, hints, look.words)
    return StrengthView(found.score, found.word, found.sentence)


def saved_sheet(look: Look, path: Path) -> MessageView:
    """That a sheet was saved, and what is left to do with the file."""
    words = look.words
    line = words("Print it, then delete the file: a sheet on this laptop helps whoever takes the laptop.")
    return MessageView(words("Saved as {name}.", name=path.name), line, "done")


class _Founding(QObject):
    """Lives as long as its wizard: Qt keeps no hold on what merely hears a signal."""

    def __init__(self, door: Door, look: Look, around: Around, clerk: Clerk[Any]) -> None:
        super().__init__()
        self._door = door
        self._look = look
        self._around = around
        self._clerk = clerk
        self._profile = Profile(door.new_folder(), "")
        self._made: Founded | None = None
        words = look.words
        self.wizard = FoundingWizard(
            look,
            lambda text: strength_of(look, self.wizard.names(), text),
            lambda: suggestion(words.language, around.world.randomness),
            around.world.randomness,
        )
        self.setParent(self.wizard)
        self.wizard.left.connect(door.show_welcome)
        self.wizard.found_asked.connect(self._found)
        self.wizard.pdf_asked.connect(self._print)
        self.wizard.sheet_confirmed.connect(self._confirm)
        self.wizard.backup_asked.connect(self._back_up)
        self.wizard.finished.connect(self._finish)

    def _found(self, wish: FoundingWish) -> None:
        around, language = self._around, self._look.words.language
        founding = Founding(wish.person, wish.organisation, wish.programme, wish.passphrase, language)
        folder = self._profile.folder

        def work() -> object:
            self._made = found_programme(folder, founding, around.resources, around.world)
            return self._made.vault

        def done(_vault: object) -> None:
            self._profile = Profile(folder, self._door.label(self._look.words("My work")))
            self._door.keep(self._door.profiles.with_profile(self._profile))
            if self._made is not None:
                self.wizard.present(FoundedView(self._made.recovery_groups, self._made.sheets))

        self._door.keep_vault(work, done, self._say)

    def _print(self, number: int, path: Path) -> None:
        if self._made is None:
            return
        words, resources = self._look.words, self._around.resources
        day = self._around.world.clock.now().astimezone(UTC).date()
        try:
            if number:
                sheet = self._made.sheets[number - 1].split()
                pdf = reports.share_sheet_pdf(sheet, words, resources, number=number, day=day)
            else:
                pdf = reports.recovery_sheet_pdf(self._made.recovery_groups, words, resources, day=day)
            save_pdf(pdf, path)
        except Problem as problem:
            self._say(problem)
            return
        self.wizard.say(saved_sheet(self._look, path))

    def _confirm(self, typed: Mapping[int, str]) -> None:
        made = self._made
        if made is not None:
            self._clerk.ask(self.wizard, lambda vault: confirm_recovery_sheet(vault, made.recovery_groups, typed))

    def _back_up(self, folder: Path) -> None:
        self._clerk.ask(
            self.wizard, lambda vault: back_up(vault, folder), lambda _report: self.wizard.backup_made(), self._say
        )

    def _finish(self) -> None:
        self._made = None
        self._door.opened.emit(self._profile)

    def _say(self, problem: Problem) -> None:
        self.wizard.say(message_of(problem, self._look.words))
