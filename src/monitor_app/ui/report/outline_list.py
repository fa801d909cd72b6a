"""The outline as a list: number, heading, and how many points stand there, as a shape and a count."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor_app.ui.look import Look, masked
from monitor_app.ui.parts.rows import Index, RowsModel, RowsView
from monitor_app.ui.report.outline import OutlineRow

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class OutlineDelegate(QStyledItemDelegate):
    """Paints headings, 38 px high; themes and findings are set in."""

    def __init__(self, look: Look, model: RowsModel[OutlineRow]) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(200), self._look.px(38 if self._model.row(index).level == 0 else 34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        row = self._model.row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_here = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_here:
            painter.fillRect(rect, QColor(tokens.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), px(4), rect.height()), QColor(tokens.primary.ink))
        right = self._mark(painter, row, rect)
        left = rect.left() + px(16 + 12 * min(row.level, 2))
        title = masked(row.title) if row.finding is not None and look.veil.hides else row.title
        text = f"{row.number}  {title}" if row.number else title
        font = look.font("control" if row.level == 0 else "support", 700 if is_here else 500)
        painter.setFont(font)
        painter.setPen(QColor(tokens.primary.ink if is_here else tokens.text if row.level == 0 else tokens.text2))
        where = QRect(left, rect.top(), right - left - px(6), rect.height())
        painter.drawText(where, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width()))
        painter.restore()

    def _mark(self, painter: QPainter, row: OutlineRow, rect: QRect) -> int:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        right = rect.right() - px(12)
        icon, ink, count = "check", tokens.met.ink, 0
        if row.stops:
            icon, ink, count = "warning-octagon-fill", tokens.notmet.ink, row.stops
        elif row.looks:
            icon, ink, count = "warning", tokens.partly.ink, row.looks
        painter.drawPixmap(right - px(16), rect.center().y() - px(8) + 1, look.pixmap(icon, ink, 16))
        right -= px(22)
        if count:
            font = look.font("caption", 700)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            wide = QFontMetrics(font).horizontalAdvance(str(count))
            painter.drawText(QRect(right - wide, rect.top(), wide + 2, rect.height()), _LEFT, str(count))
            right -= wide + px(4)
        return right


def outline_list(look: Look, parent: QWidget | None = None) -> tuple[RowsView, RowsModel[OutlineRow]]:
    """The outline and its model."""
    words = look.words

    def said(row: OutlineRow) -> str:
        title = row.number if row.finding is not None and look.veil.hides else f"{row.number} {row.title}".strip()
        if row.stops:
            return f"{title}, {words.n('{n} point to be solved', '{n} points to be solved', row.stops)}"
        if row.looks:
            return f"{title}, {words.n('{n} point to look at', '{n} points to look at', row.looks)}"
        return title

    model: RowsModel[OutlineRow] = RowsModel(lambda row: row.key, said)
    view = RowsView(look, model, OutlineDelegate(look, model), parent=parent)
    model.setParent(view)
    view.setAccessibleName(words("Parts of the report"))
    look.veil.changed.connect(view.viewport().update)
    return view, model
