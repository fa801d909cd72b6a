"""Avatar: a disc with the letter of a member; its colour goes by the order in the team, never by the person."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from monitor_app.ui.look import Look, Tone
from monitor_app.ui.parts.strokes import begin, box

_ORDER: tuple[Tone, ...] = ("primary", "plum", "partly", "indigo", "met", "na")


@dataclass(frozen=True, slots=True)
class Member:
    """A member on a screen: `order` in the team from 0, one or two letters on the disc, the name that is said."""

    order: int
    letter: str
    name: str


def paint_avatar(painter: QPainter, look: Look, member: Member, disc: QRectF) -> None:
    """Paints the disc into a square box; for delegates as well as for the widget."""
    hue = look.tokens.hue(_ORDER[member.order % len(_ORDER)])
    width = max(1.5, look.tokens.outline)
    box(painter, disc, disc.height() / 2, hue.tint, hue.ink, width)
    font = look.font("caption", 700)
    painter.setFont(font)
    painter.setPen(QColor(hue.ink))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, member.letter)


class Avatar(QWidget):
    """A disc 24 to 32 px wide."""

    def __init__(self, look: Look, member: Member, size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._member = member
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        self.present(member)

    def present(self, member: Member) -> None:
        """Shows a member."""
        self._member = member
        self.setAccessibleName(member.name)
        self.setToolTip(member.name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._size), self._look.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_avatar(begin(self), self._look, self._member, QRectF(self.rect()))
