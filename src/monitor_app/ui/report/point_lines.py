"""Lines of points: a group with its points, the button that opens each place, and a reason given in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts import Button, Flow, IconLabel, Label, Line, VeiledLabel, row
from monitor_app.ui.report.points import GroupView, PointView

FEW = 3


class PointGroup(QWidget):
    """Signals: `opened(Place)`; `accepted(checks, reason)` with a tuple of points; `taken_back(check)`;
    `unfolded(key)` when all points are asked for; `asking(key)` when a reason is about to be typed."""

    opened = Signal(object)
    accepted = Signal(object, str)
    taken_back = Signal(object)
    unfolded = Signal(str)
    asking = Signal(str)

    def __init__(
        self,
        look: Look,
        group: GroupView,
        *,
        is_open: bool,
        asks: str,
        may_accept: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._group = group
        self._asks = asks
        self._may_accept = may_accept and group.weight == "look"
        self._reason: Line | None = None
        words = look.words
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, look.px(4), 0, look.px(6))
        outer.setSpacing(look.px(4))
        title = Label(group.title, "label", wrap=True)
        head = row(look, IconLabel(look, group.icon, group.tone, 18), gap=10, top=True)
        head.addWidget(title, 1)
        outer.addLayout(head)
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(look.px(28), 0, 0, 0)
        self._inside.setSpacing(look.px(4))
        outer.addLayout(self._inside)
        shown = group.points if is_open else group.points[:FEW]
        for point in shown:
            self._add_point(point)
        if len(shown) < len(group.points):
            more = Button(look, words("Show all {n}", n=words.number(len(group.points))), rank="quiet", height=36)
            more.clicked.connect(lambda: self.unfolded.emit(group.key))
            self._inside.addLayout(row(look, more, None))
        if self._may_accept and len(group.points) > 1:
            said = words("Accept all {n}", n=words.number(len(group.points)))
            self._add_accept(group.key, said, group.points)

    def reason(self) -> str | None:
        """The reason as far as it is typed; None where none is asked for."""
        return None if self._reason is None else self._reason.text()

    def type_reason(self, text: str) -> None:
        """Goes on with a reason that was begun."""
        if self._reason is not None:
            self._reason.setText(text)

    def focus_reason(self) -> bool:
        """The focus on the line where the reason is typed, where there is one."""
        if self._reason is not None:
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._reason is not None

    def _add_point(self, point: PointView) -> None:
        look, words = self._look, self._look.words
        if point.line:
            self._inside.addWidget(VeiledLabel(look, point.line, "support", "text2"))
        if point.reason:
            self._inside.addWidget(VeiledLabel(look, words("Accepted: {reason}", reason=point.reason), "support"))
        buttons = Flow(look, gap=2)
        if point.go:
            go = Button(look, point.go, height=36)
            go.setAccessibleName(f"{point.go}, {self._group.title}")
            go.clicked.connect(lambda: self.opened.emit(point.check.place))
            buttons.add(go)
        if self._group.weight == "accepted" and point.check.reason is not None:
            back = Button(look, words("Take back"), "arrow-u-up-left", rank="quiet", height=36)
            back.clicked.connect(lambda: self.taken_back.emit(point.check))
            buttons.add(back)
        if self._may_accept and self._asks != point.key:
            accept = Button(look, words("Accept…"), rank="quiet", height=36)
            accept.setAccessibleName(words("Accept with a reason, {title}", title=self._group.title))
            accept.clicked.connect(lambda: self.asking.emit(point.key))
            buttons.add(accept)
        if buttons.held():
            self._inside.addWidget(buttons)
        else:
            buttons.deleteLater()
        if self._may_accept and self._asks == point.key:
            self._add_reason((point,))

    def _add_accept(self, key: str, said: str, points: tuple[PointView, ...]) -> None:
        if self._asks == key:
            self._add_reason(points)
            return
        accept = Button(self._look, words_dots(said), rank="quiet", height=36)
        accept.clicked.connect(lambda: self.asking.emit(key))
        self._inside.addLayout(row(self._look, accept, None))

    def _add_reason(self, points: tuple[PointView, ...]) -> None:
        look, words = self._look, self._look.words
        line = Line(look, words("Why it stays as it is"), height=40)
        line.setAccessibleName(words("Reason for accepting"))
        accept = Button(look, words("Accept with this reason"), height=40)
        accept.setEnabled(False)
        leave = Button(look, words("Not now"), rank="quiet", height=40)
        line.textChanged.connect(lambda text: accept.setEnabled(bool(text.strip())))
        checks = tuple(point.check for point in points)

        def give() -> None:
            if line.text().strip():
                self.accepted.emit(checks, line.text().strip())

        line.returnPressed.connect(give)
        accept.clicked.connect(give)
        leave.clicked.connect(lambda: self.asking.emit(""))
        buttons = Flow(look, gap=6)
        for button in (accept, leave):
            buttons.add(button)
        self._inside.addWidget(line)
        self._inside.addWidget(Label(words("It prints in the report, with the reason."), "caption", "text3", wrap=True))
        self._inside.addWidget(buttons)
        self._reason = line


def words_dots(said: str) -> str:
    """A word that asks something before it acts."""
    return f"{said}…"
