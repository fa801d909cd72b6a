"""The signed versions: look at one, save a copy outside, reopen the report when something came after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Card, Flow, IconLabel, Label, Message, MessageView, VeiledLabel, row
from monitor_app.ui.report.signed import SignedView, VersionView


class SignedPanel(QWidget):
    """Signals: `shown(key)` the pages of a version, "" of the draft; `copy_asked(key)`; `reopen_asked()`."""

    shown = Signal(str)
    copy_asked = Signal(str)
    reopen_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: SignedView | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(8))
        self._layout.addWidget(Label(look.words("Signed versions"), "panel"))
        self._message = Message(look)
        self._message.acted.connect(lambda _: self.reopen_asked.emit())
        self._layout.addWidget(self._message)
        self._held = QVBoxLayout()
        self._layout.addLayout(self._held)

    def present(self, view: SignedView, in_view: str) -> None:
        """Shows the versions; `in_view` is the key of the one whose pages are shown, "" for the draft."""
        words = self._look.words
        self.setHidden(not view.versions)
        self._view = view
        while (item := self._held.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._message.present(self._news(view))
        for version in view.versions:
            self._held.addWidget(self._version(version, in_view))
        if view.is_signed and view.may_reopen and not view.news:
            reopen = Button(self._look, words("Reopen with a reason"), "lock-simple-open", rank="quiet", height=44)
            reopen.clicked.connect(self.reopen_asked)
            self._held.addWidget(reopen)
        if in_view and not view.is_signed:
            draft = Button(self._look, words("Back to the draft"), "arrow-left", height=40)
            draft.clicked.connect(lambda: self.shown.emit(""))
            self._held.addWidget(draft)

    def _news(self, view: SignedView) -> MessageView | None:
        words = self._look.words
        if not view.news:
            return None
        line = words("Nothing signed has changed. Reopening makes a new version and asks for a reason.")
        actions = (("reopen", words("Reopen")),) if view.may_reopen else ()
        return MessageView(view.news, line, "look", actions)

    def _version(self, version: VersionView, in_view: str) -> QWidget:
        look, words = self._look, self._look.words
        card = Card(look, margin=12, gap=6, ground="primary" if version.key == in_view else "surface")
        card.inside.addLayout(row(look, IconLabel(look, "shield-check", "met"), Label(version.title, "strong"), None))
        card.inside.addWidget(Label(version.line, "support", "text2", wrap=True))
        if version.reopened:
            reason = words("Reopened: {reason}", reason=version.reopened)
            card.inside.addWidget(VeiledLabel(look, reason, "support", "text2"))
        buttons = Flow(look, gap=6, line_gap=4)
        copy = Button(look, words("Save a copy"), "download-simple", height=40)
        copy.setAccessibleName(words("Save a copy of {version}", version=version.title))
        copy.clicked.connect(lambda: self.copy_asked.emit(version.key))
        buttons.add(copy)
        if version.key != in_view:
            look_at = Button(look, words("Look at it"), "eye", rank="quiet", height=40)
            look_at.setAccessibleName(words("Look at {version}", version=version.title))
            look_at.clicked.connect(lambda: self.shown.emit(version.key))
            buttons.add(look_at)
        card.inside.addWidget(buttons)
        return card
