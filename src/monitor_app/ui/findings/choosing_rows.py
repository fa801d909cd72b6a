"""Rows to choose from in a dialog: a strong line, a second that may be veiled, a pill, a tick on the chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor_app.ui.look import Look, Tone, masked
from monitor_app.ui.parts.pill import PillView, paint_pill, pill_size
from monitor_app.ui.parts.rows import Index, RowsModel, RowsView

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class ChoosingRow:
    """`second` is masked by Hide where `veiled`; `pill` stands at the right; `chosen` has a tick and a tint."""

    key: str
    first: str
    second: str = ""
    third: str = ""
    icon: str = ""
    tone: Tone = "primary"
    pill: PillView | None = None
    veiled: bool = False
    chosen: bool = False


class ChoosingDelegate(QStyledItemDelegate):
    """Paints rows 62 px high, 80 with a third line."""

    def __init__(self, look: Look, model: RowsModel[ChoosingRow]) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(300), self._look.px(80 if self._model.row(index).third else 60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        row = self._model.row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        hue = tokens.hue(row.tone)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.chosen or state & QStyle.StateFlag.State_MouseOver:
            shade = QColor(tokens.selected)
            shade.setAlphaF(1.0 if row.chosen else 0.45)
            painter.fillRect(rect, shade)
        if index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), tokens.outline), QColor(tokens.border))
        left = rect.left() + px(12)
        sign = "check-circle-fill" if row.chosen else row.icon or "circle-dashed"
        painter.drawPixmap(left, rect.top() + px(11), look.pixmap(sign, tokens.primary.ink if row.chosen else hue.ink))
        left += px(28)
        right = rect.right() - px(12)
        if row.pill is not None:
            size = pill_size(look, row.pill)
            right -= size.width()
            paint_pill(painter, look, row.pill, QRect(right, rect.top() + px(6), size.width(), px(28)))
            right -= px(10)
        line = QRect(left, rect.top() + px(9), right - left, px(20))
        self._line(painter, line, row.first, tokens.text, strong=True)
        second = masked(row.second) if row.veiled and look.veil.hides else row.second
        wide = QRect(left, line.bottom() + px(2), rect.right() - px(12) - left, px(18))
        self._line(painter, wide, second, tokens.text2)
        self._line(painter, wide.translated(0, px(20)), row.third, tokens.text3)
        painter.restore()

    def _line(self, painter: QPainter, where: QRect, text: str, ink: str, *, strong: bool = False) -> None:
        font = self._look.font("label") if strong else self._look.font("support")
        painter.setFont(font)
        painter.setPen(QColor(ink))
        flat = " ".join(text.split())
        painter.drawText(where, _LEFT, QFontMetrics(font).elidedText(flat, Qt.TextElideMode.ElideRight, where.width()))


def choosing_list(look: Look, about: str, parent: QWidget | None = None) -> tuple[RowsView, RowsModel[ChoosingRow]]:
    """The list and its model."""
    words = look.words

    def said(row: ChoosingRow) -> str:
        second = "" if row.veiled and look.veil.hides else row.second
        parts = [row.first, row.pill.text if row.pill else "", second, row.third]
        text = ", ".join(part for part in parts if part)
        return words("{row}, chosen", row=text) if row.chosen else text

    model: RowsModel[ChoosingRow] = RowsModel(lambda row: row.key, said)
    view = RowsView(look, model, ChoosingDelegate(look, model), parent=parent)
    model.setParent(view)
    view.setAccessibleName(about)
    return view, model
