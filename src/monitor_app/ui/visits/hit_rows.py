"""Rows of what search found: where it stands, and the words around it, which Hide masks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor_app.ui.look import Look, masked
from monitor_app.ui.parts.rows import Index, RowsModel, RowsView
from monitor_app.ui.visits.hits import HitView

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit with the key of its row."""

    key: str
    hit: HitView


class HitDelegate(QStyledItemDelegate):
    """Paints hits, 58 px high."""

    def __init__(self, look: Look, model: RowsModel[HitRow]) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(300), self._look.px(58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        hit = self._model.row(index).hit
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            shade = QColor(tokens.selected)
            shade.setAlphaF(1.0 if state & QStyle.StateFlag.State_Selected else 0.45)
            painter.fillRect(rect.adjusted(1, 1, -1, -1), shade)
        if index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), tokens.outline), QColor(tokens.border))
        middle = rect.center().y()
        painter.drawPixmap(rect.left() + px(17), middle - px(9), look.pixmap(hit.icon, tokens.text2))
        painter.drawPixmap(rect.right() - px(30), middle - px(7), look.pixmap("caret-right", tokens.text2, 16))
        words = QRect(rect.left() + px(48), middle - px(22), rect.width() - px(48 + 40), px(22))
        hidden = look.veil.hides and not hit.safe
        self._line(painter, words, masked(hit.written) if hidden else hit.written, first=True)
        self._line(painter, words.translated(0, px(22)), hit.what, first=False)
        painter.restore()

    def _line(self, painter: QPainter, where: QRect, text: str, *, first: bool) -> None:
        font = self._look.font("control" if first else "support")
        painter.setFont(font)
        painter.setPen(QColor(self._look.tokens.text if first else self._look.tokens.text2))
        flat = " ".join(text.split())
        painter.drawText(where, _LEFT, QFontMetrics(font).elidedText(flat, Qt.TextElideMode.ElideRight, where.width()))


def hit_list(look: Look, parent: QWidget | None = None) -> tuple[RowsView, RowsModel[HitRow]]:
    """The list of hits and its model."""
    model: RowsModel[HitRow] = RowsModel(lambda row: row.key, lambda row: row.hit.what)
    view = RowsView(look, model, HitDelegate(look, model), whole=True, parent=parent)
    model.setParent(view)
    view.setAccessibleName(look.words("Found"))
    look.veil.changed.connect(view.viewport().update)
    return view, model
