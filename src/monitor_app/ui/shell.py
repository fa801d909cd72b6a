"""The shell: rail, top bar and the open page; the keys that work everywhere; the idle lock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from monitor_app.base import Words
from monitor_app.ui.clipboard import ForgetfulClipboard
from monitor_app.ui.idle import Idle
from monitor_app.ui.look import Look
from monitor_app.ui.parts.dialog import Dialog, DialogView
from monitor_app.ui.parts.letter_keys import LetterKeys
from monitor_app.ui.parts.message import Message, MessageView
from monitor_app.ui.parts.states import SaveView, ShareView
from monitor_app.ui.rail import Rail, RailEntry
from monitor_app.ui.topbar import Myself, TopBar, Where


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key of a page and what it does, for the list behind `?`."""

    key: str
    does: str


@runtime_checkable
class HasRegions(Protocol):
    """A page with parts of its own that F6 visits: outline, centre, context. In reading order; each can take the focus
    or holds something that can."""

    def regions(self) -> list[QWidget]: ...


@runtime_checkable
class HasKeys(Protocol):
    """A page with keys of its own."""

    def key_hints(self) -> list[KeyHint]: ...


@runtime_checkable
class Flushes(Protocol):
    """A page where words are typed: tells at once what was typed and not yet told."""

    def flush(self) -> None: ...


class Shell(QWidget):
    """Stands around the pages. Whoever makes it puts pages in (`put`) and answers its signals:

    `page_asked(key)`: a rail entry or a crumb; `lock_asked()`: Lock, Ctrl+L or idle: the page was flushed and the
    clipboard cleared before; `share_asked()`.
    """

    page_asked = Signal(str)
    lock_asked = Signal()
    share_asked = Signal()

    def __init__(
        self, look: Look, entries: Sequence[RailEntry], *, idle_minutes: float = 5, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._page: QWidget | None = None
        self._narrow = False
        self.setObjectName("page")
        self.rail = Rail(look, entries)
        self._stays_on_rail = False
        self.rail.asked.connect(self._asked_on_rail)
        self.top_bar = TopBar(look)
        self.top_bar.crumb_asked.connect(self.page_asked)
        self.top_bar.lock_asked.connect(self.lock)
        self.top_bar.share_asked.connect(self.share_asked)
        self._message = Message(look)
        self._message.closed.connect(lambda: self.say(None))
        self._place = QVBoxLayout()
        self._place.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        self._message_place = QVBoxLayout()
        right.addLayout(self._message_place)
        self._message_place.addWidget(self._message)
        right.addLayout(self._place, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(right, 1)
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("the shell needs the application")
        self._idle = Idle(app, idle_minutes, self)
        self._idle.idle.connect(self.lock)
        app.installEventFilter(self)
        ForgetfulClipboard(self)
        self._bind()

    def put(
        self, page: QWidget, where: Where, *, key: str = "", narrow: bool = False, tools: tuple[QWidget, ...] = ()
    ) -> None:
        """Shows a page; the one before is flushed and let go. `key`: its rail entry; `narrow`: inside a visit."""
        self.flush()
        before, self._page = self._page, page
        focused = QApplication.focusWidget()
        if before is not None and before is not page:
            if focused is not None and before.isAncestorOf(focused):
                focused.clearFocus()
            before.hide()
            self._place.removeWidget(before)
            before.deleteLater()
        self.say(None)
        self.rail.choose(key)
        self._narrow = narrow
        self._fit()
        self.top_bar.present(where, tools)
        self._place.addWidget(page, 1)
        page.show()
        if not self._stays_on_rail:
            self._enter(page)

    def page(self) -> QWidget | None:
        return self._page

    def name_page(self, where: Where, tools: tuple[QWidget, ...] = ()) -> None:
        """Other words in the top bar for the page that is open."""
        self.top_bar.present(where, tools)

    def present_saved(self, view: SaveView) -> None:
        self.top_bar.present_saved(view)

    def present_shared(self, view: ShareView | None) -> None:
        self.top_bar.present_shared(view)

    def present_myself(self, myself: Myself) -> None:
        self.top_bar.present_myself(myself)

    def set_idle_minutes(self, minutes: float) -> None:
        self._idle.set_minutes(minutes)

    def say(self, message: MessageView | None) -> None:
        """A message under the top bar, for what concerns no single field; None takes it away."""
        gap = self._look.px(12) if message else 0
        self._message_place.setContentsMargins(gap * 2, gap, gap * 2, 0)
        self._message.present(message)

    def flush(self) -> None:
        """Everything typed is told to the page's verbs."""
        if isinstance(self._page, Flushes):
            self._page.flush()

    def lock(self) -> None:
        """Flushes, clears the clipboard, asks to be locked. Works from anywhere, also while a dialog is open."""
        self.flush()
        QGuiApplication.clipboard().clear()
        self.lock_asked.emit()

    def list_keys(self) -> None:
        """The keys of this screen, on a sheet."""
        words = self._look.words
        hints = [*self._page.key_hints()] if isinstance(self._page, HasKeys) else []
        hints += _keys_everywhere(words)
        facts = tuple((hint.key, hint.does) for hint in hints)
        Dialog(self._look, DialogView(words("Keys of this screen"), facts=facts, safe=words("Close")), self.window())

    def _bind(self) -> None:
        deeds: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+L", self.lock),
            ("F9", self._turn_veil),
            ("F6", lambda: self._next_region(1)),
            ("Shift+F6", lambda: self._next_region(-1)),
            ("F1", self.list_keys),
        )
        for key, deed in deeds:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(deed)
        LetterKeys(self._look, self, {"?": self.list_keys})

    def _asked_on_rail(self, key: str) -> None:
        """Whoever goes along the rail stays on it; every other way leads into the page."""
        self._stays_on_rail = True
        self.page_asked.emit(key)
        self._stays_on_rail = False

    def _turn_veil(self) -> None:
        self._look.veil.set_down(not self._look.veil.down)

    def _next_region(self, step: int) -> None:
        if self.window().findChild(Dialog) is not None:
            return
        regions: list[QWidget] = [self.rail]
        if isinstance(self._page, HasRegions):
            regions += [region for region in self._page.regions() if region.isVisible()]
        elif self._page is not None:
            regions.append(self._page)
        regions.append(self.top_bar)
        now = QApplication.focusWidget()
        place = next((i for i, r in enumerate(regions) if now is not None and (r is now or r.isAncestorOf(now))), -step)
        for turn in range(1, len(regions) + 1):
            if self._enter(regions[(place + step * turn) % len(regions)]):
                return

    def _enter(self, region: QWidget) -> bool:
        if region is self.rail:
            self.rail.focus_rail()
            return True
        if region.focusPolicy() & Qt.FocusPolicy.TabFocus or region.focusProxy() is not None:
            region.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        for child in region.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible() and child.isEnabled():
                child.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def _fit(self) -> None:
        tight = self._look.percent > 125 or self.width() < self._look.px(1000)
        self.rail.set_narrow(self._narrow or tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8 and not event.isAutoRepeat():
            if event.type() == QEvent.Type.KeyPress:
                self._look.veil.peek(True)
            elif event.type() == QEvent.Type.KeyRelease:
                self._look.veil.peek(False)
        elif event.type() in (QEvent.Type.WindowDeactivate, QEvent.Type.ApplicationDeactivate):
            self._look.veil.peek(False)
        return False


def _keys_everywhere(words: Words) -> list[KeyHint]:
    return [
        KeyHint("F6", words("go to the next part of the screen")),
        KeyHint("F9", words("hide or show written words")),
        KeyHint("F8", words("hold to look at hidden words")),
        KeyHint("Ctrl+L", words("lock at once")),
        KeyHint("?  F1", words("list the keys of this screen")),
    ]
