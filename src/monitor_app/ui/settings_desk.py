"""Settings, joined to their verbs: preferences of this laptop, passphrase, recovery sheet, backup."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from monitor_app import reports
from monitor_app.actions.keep_safe import (
    SafeState,
    back_up,
    change_passphrase,
    confirm_recovery_sheet,
    new_recovery_sheet,
    safe_state,
)
from monitor_app.actions.passphrases import suggestion
from monitor_app.actions.preferences import Liked, keep_liked
from monitor_app.actions.programme_certificate import programme_certificate, save_certificate
from monitor_app.actions.signed_reports import save_pdf
from monitor_app.base import Problem, from_ms
from monitor_app.ui.around import Around
from monitor_app.ui.desk import Desk
from monitor_app.ui.door_founding import saved_sheet, strength_of
from monitor_app.ui.doorway.found_sheet import SheetPage
from monitor_app.ui.doorway.new_passphrase import ChangePassphrasePage
from monitor_app.ui.doorway.page import DoorwayPage
from monitor_app.ui.files import ask_folder, ask_save
from monitor_app.ui.parts import MessageView, message_of
from monitor_app.ui.parts.dialog import Dialog, DialogView
from monitor_app.ui.parts.row import Scroll
from monitor_app.ui.programme import Programme
from monitor_app.ui.settings.page import Preferences, Safekeeping, SettingsPage


class SettingsDesk(QObject):
    """Shows the settings in the programme's shell. Signal: `liked(Preferences)`: wear them, keep the language."""

    liked = Signal(object)

    def __init__(self, desk: Desk, around: Around, programme: Programme, preferences: Preferences) -> None:
        super().__init__(desk.look)
        self._desk = desk
        self._around = around
        self._programme = programme
        self.preferences = preferences

    def show(self, said: MessageView | None = None) -> None:
        """Opens the page; `said`: how the deed went that led back here."""
        page = SettingsPage(self._desk.look, self.preferences, Safekeeping(sheet_confirmed=True))
        page.changed.connect(self._like)
        page.passphrase_asked.connect(self._change_passphrase)
        page.sheet_asked.connect(lambda: self._new_sheet(page))
        page.backup_asked.connect(lambda: self._ask_backup(page))
        page.certificate_asked.connect(lambda: self._save_certificate(page))
        self._programme.show(page, self._desk.words("Settings"), "settings")
        page.say(said)
        self._desk.clerk.ask(page, safe_state, lambda state: page.present_safe(self._safe(state)))

    def _safe(self, state: SafeState, *, working: bool = False) -> Safekeeping:
        words = self._desk.words
        line = ""
        if state.last_backup_ms is not None:
            line = words("Last backup: {moment}.", moment=words.moment(from_ms(state.last_backup_ms)))
        return Safekeeping(state.sheet_confirmed, line, working)

    def _like(self, preferences: Preferences) -> None:
        self.preferences = preferences
        liked = Liked(preferences.theme, preferences.letter_keys, preferences.idle_minutes)
        self._desk.clerk.ask(None, lambda vault: keep_liked(vault, liked))
        self.liked.emit(preferences)

    def _ask_backup(self, page: SettingsPage) -> None:
        def chosen(folder: Path) -> None:
            page.present_safe(replace(self._safe(SafeState(True, None)), working=True))
            self._desk.clerk.ask(page, lambda vault: (back_up(vault, folder), safe_state(vault))[1], done, failed)

        def done(state: SafeState) -> None:
            page.present_safe(self._safe(state))
            words = self._desk.words
            page.say(MessageView(words("The backup is made and was opened once to check it."), weight="done"))

        def failed(problem: Problem) -> None:
            page.say(message_of(problem, self._desk.words))
            self._desk.clerk.ask(page, safe_state, lambda state: page.present_safe(self._safe(state)))

        ask_folder(self._desk.look, page, self._desk.words("Where is the backup kept?"), chosen)

    def _change_passphrase(self) -> None:
        desk, around, words = self._desk, self._around, self._desk.words
        page = ChangePassphrasePage(
            desk.look,
            lambda text: strength_of(desk.look, (), text),
            lambda: suggestion(words.language, around.world.randomness),
        )

        def failed(problem: Problem) -> None:
            page.set_working(False)
            if problem.kind.code == "vault.wrong-passphrase":
                page.say_old_wrong(words("That is not the passphrase of this profile."))
            else:
                page.say(message_of(problem, words))

        def given(old: str, new: str) -> None:
            page.set_working(True)
            desk.clerk.ask(
                page,
                lambda vault: change_passphrase(vault, old, new, around.world),
                lambda _done: self.show(done),
                failed,
            )

        done = MessageView(words("The new passphrase opens this profile from now on."), weight="done")
        page.back.connect(lambda: self.show())
        page.given.connect(given)
        self._put(page)

    def _put(self, page: DoorwayPage) -> None:
        """Shows a page of the doorway inside the shell."""
        frame = Scroll(self._desk.look, margin=24, gap=0)
        frame.inside.addWidget(page)
        frame.inside.addStretch(1)
        frame.setFocusProxy(page)
        self._programme.show(frame, self._desk.words("Settings"), "settings")

    def _save_certificate(self, page: SettingsPage) -> None:
        words = self._desk.words

        def chosen(path: Path) -> None:
            self._desk.clerk.ask(page, lambda vault: save_certificate(programme_certificate(vault), path), done, failed)

        def done(_saved: None) -> None:
            page.say(MessageView(words("The certificate is saved."), weight="done"))

        def failed(problem: Problem) -> None:
            page.say(message_of(problem, words))

        title = words("Where is the certificate saved?")
        ask_save(self._desk.look, page, title, words("programme-root.pem"), chosen)

    def _new_sheet(self, page: SettingsPage) -> None:
        words, randomness = self._desk.words, self._around.world.randomness

        view = DialogView(
            words("Make a new recovery sheet?"),
            words("The sheet you have now no longer opens this profile then."),
            asks="passphrase",
            asks_label=words("Your passphrase"),
            safe=words("Not yet"),
            act=words("Make the sheet"),
        )
        dialog = Dialog(self._desk.look, view, page)

        def made(groups: tuple[str, ...]) -> None:
            dialog.close_dialog()
            self._show_sheet(groups)

        dialog.acted.connect(
            lambda typed: self._desk.clerk.ask(
                dialog,
                lambda vault: new_recovery_sheet(vault, typed, randomness),
                made,
                lambda problem: dialog.say(message_of(problem, words)),
            )
        )

    def _show_sheet(self, groups: tuple[str, ...]) -> None:
        desk, words = self._desk, self._desk.words
        page = SheetPage(desk.look, groups, self._around.world.randomness)

        def print_it(path: Path) -> None:
            day = datetime.now(UTC).date()
            try:
                save_pdf(reports.recovery_sheet_pdf(groups, words, desk.resources, day=day), path)
            except Problem as problem:
                page.say(message_of(problem, words))
                return
            page.say(saved_sheet(desk.look, path))

        def confirmed(typed: dict[int, str]) -> None:
            desk.clerk.ask(
                page, lambda vault: confirm_recovery_sheet(vault, groups, typed), lambda _ok: self.show(right)
            )

        right = MessageView(words("The new recovery sheet opens this profile from now on."), weight="done")
        page.pdf_asked.connect(print_it)
        page.confirmed.connect(confirmed)
        page.later.connect(lambda: self.show())
        page.back.connect(lambda: self.show())
        self._put(page)
