"""Before you sign: what must be solved, what to look at, what was accepted, what passed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, IconLabel, Label, line, row
from monitor_app.ui.parts.label import Ink
from monitor_app.ui.report.point_lines import PointGroup
from monitor_app.ui.report.points import GroupView, PointsView


class PointsPanel(QWidget):
    """Signals: `opened(Place)`; `accepted(checks, reason)`; `taken_back(check)`."""

    opened = Signal(object)
    accepted = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view = PointsView()
        self._unfolded: set[str] = set()
        self._asks = ""
        self._begun = ""
        self._when = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(look.px(4))
        self._head = Label(look.words("Before you sign"), "panel")
        self._checked = Label("", "caption", "text3")
        self._layout.addLayout(row(look, self._head, None, self._checked))
        self._content: QWidget | None = None

    def present(self, view: PointsView, when: str) -> None:
        """Shows the points; `when` says at what time they were checked. A reason being typed stays."""
        if view == self._view and self._content is not None:
            self._checked.setText(when)
            return
        self._view, self._when = view, when
        known = {point.key for group in view.looks for point in group.points} | {group.key for group in view.looks}
        if self._asks not in known:
            self._asks = ""
        self._build()

    def _build(self) -> None:
        look, words, view = self._look, self._look.words, self._view
        self._checked.setText(self._when)
        focused = QApplication.focusWidget()
        had_focus = self._content is not None and focused is not None and self._content.isAncestorOf(focused)
        begun = (
            next((text for made in self._groups() if (text := made.reason())), "") if self._asks == self._begun else ""
        )
        if self._content is not None:
            self._content.hide()
            self._layout.removeWidget(self._content)
            self._content.deleteLater()
        self._content = QWidget()
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.px(4))
        parts = (
            (words("Must be solved"), "notmet", view.stops, view.count("stop")),
            (words("Look at"), "partly", view.looks, view.count("look")),
            (words("Accepted with a reason"), "text2", view.accepted, view.count("accepted")),
        )
        for name, ink, groups, count in parts:
            if groups:
                self._add_part(inside, f"{name} ({words.number(count)})", ink, groups)
        self._add_passed(inside)
        self._layout.addWidget(self._content)
        self._begun = self._asks
        for made in self._groups():
            made.type_reason(begun)
        if had_focus:
            self._take_focus()

    def _groups(self) -> list[PointGroup]:
        return [] if self._content is None else self._content.findChildren(PointGroup)

    def _take_focus(self) -> None:
        """To the reason that is being typed, or else to the first button: never out of the panel by itself."""
        if any(made.focus_reason() for made in self._groups()) or self._content is None:
            return
        button = next((one for made in self._groups() for one in made.findChildren(Button)), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_part(self, inside: QVBoxLayout, title: str, ink: str, groups: tuple[GroupView, ...]) -> None:
        inks: dict[str, Ink] = {"notmet": "notmet", "partly": "partly", "text2": "text2"}
        inside.addWidget(Label(title, "label", inks[ink]))
        for group in groups:
            is_open = group.key in self._unfolded
            made = PointGroup(self._look, group, is_open=is_open, asks=self._asks, may_accept=self._view.may_accept)
            made.opened.connect(self.opened)
            made.accepted.connect(self._accept)
            made.taken_back.connect(self.taken_back)
            made.unfolded.connect(self._unfold)
            made.asking.connect(self._ask)
            inside.addWidget(made)
        inside.addWidget(line())

    def _add_passed(self, inside: QVBoxLayout) -> None:
        look, words, passed = self._look, self._look.words, self._view.passed
        if not passed:
            return
        is_open = "passed" in self._unfolded
        said = words.n("{n} check passed", "{n} checks passed", len(passed))
        turn = Button(look, words("Hide them") if is_open else words("Show"), rank="quiet", height=36)
        turn.setAccessibleName(words("Show the checks that passed"))
        turn.clicked.connect(lambda: self._unfold("passed"))
        inside.addLayout(row(look, IconLabel(look, "check-circle-fill", "met"), Label(said, "label"), None, turn))
        if is_open:
            for sentence in passed:
                label = Label(sentence, "support", "text2", wrap=True)
                label.setContentsMargins(look.px(26), 0, 0, 0)
                inside.addWidget(label)

    def _unfold(self, key: str) -> None:
        self._unfolded ^= {key}
        self._build()

    def _ask(self, key: str) -> None:
        self._asks = key
        self._build()
        self._take_focus()

    def _accept(self, checks: object, reason: str) -> None:
        self._asks = ""
        self.accepted.emit(checks, reason)
