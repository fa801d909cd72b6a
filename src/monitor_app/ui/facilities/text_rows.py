"""A list of texts: a title, lines under it, a pill and a short word at the right; rows as high as their words need."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor_app.ui.look import Look, Style, Tone
from monitor_app.ui.parts import Index, PillView, RowsModel, RowsView, paint_pill
from monitor_app.ui.parts.pill import pill_size

_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TALL = 10_000


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row. `aside` stands at the right of the title; `pill` above it;"""

    key: str
    title: str
    line: str = ""
    aside: str = ""
    aside_tone: Tone | None = None
    pill: PillView | None = None
    foot: str = ""
    foot_icon: str = ""
    foot_tone: Tone = "na"

    def said(self) -> str:
        """The row as a screen reader says it."""
        pill = self.pill.text if self.pill else ""
        return ", ".join(part for part in (self.title, pill, self.aside, self.line, self.foot) if part)


class TextDelegate(QStyledItemDelegate):
    """Paints text rows, 52 px high or more; the chosen one has a petrol edge."""

    def __init__(self, look: Look, model: RowsModel[TextRow], *, margin: int = 16) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._margin = margin
        self._known: dict[tuple[str, int, Style], int] = {}
        look.changed.connect(self._known.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._look.px
        view = option.widget
        width = view.viewport().width() if isinstance(view, RowsView) else option.rect.width()
        row = self._model.row(index)
        tall = sum(height for _, height in self._heights(row, width - 2 * px(self._margin)))
        return QSize(px(160), max(px(52), tall + px(22)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, tokens = self._look.px, self._look.tokens
        row, rect, state = self._model.row(index), option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            shade = QColor(tokens.selected)
            shade.setAlphaF(1.0 if chosen else 0.45)
            painter.fillRect(rect, shade)
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), px(4), rect.height()), QColor(tokens.primary.ink))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), tokens.outline), QColor(tokens.border))
        inner = rect.adjusted(px(self._margin), 0, -px(self._margin), 0)
        heights = self._heights(row, inner.width())
        top = rect.top() + (rect.height() - sum(height for _, height in heights)) // 2
        for part, height in heights:
            self._paint_part(painter, row, part, QRect(inner.left(), top, inner.width(), height), chosen)
            top += height
        painter.restore()

    def _heights(self, row: TextRow, width: int) -> list[tuple[str, int]]:
        px = self._look.px
        found = []
        if row.pill:
            found.append(("pill", pill_size(self._look, row.pill).height() + px(4)))
        found.append(("title", self._tall(row.title, width - self._aside(row), "control", 600)))
        if row.line:
            found.append(("line", self._tall(row.line, width, "support") + px(2)))
        if row.foot:
            found.append(("foot", self._tall(row.foot, width - px(20), "caption") + px(5)))
        return found

    def _aside(self, row: TextRow) -> int:
        if not row.aside:
            return 0
        return QFontMetrics(self._look.font("label")).horizontalAdvance(row.aside) + self._look.px(10)

    def _tall(self, text: str, width: int, style: Style, weight: int | None = None) -> int:
        key = (text, width, style)
        tall = self._known.get(key)
        if tall is None:
            metrics = QFontMetrics(self._look.font(style, weight))
            tall = self._known[key] = metrics.boundingRect(0, 0, max(width, 10), _TALL, _WRAPPED, text).height()
        return tall

    def _paint_part(self, painter: QPainter, row: TextRow, part: str, where: QRect, chosen: bool) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        if part == "pill" and row.pill:
            paint_pill(painter, look, row.pill, where.adjusted(0, -px(3), 0, -px(3)))
        elif part == "title":
            painter.setFont(look.font("control", 600))
            painter.setPen(QColor(tokens.primary.ink if chosen else tokens.text))
            painter.drawText(where.adjusted(0, 0, -self._aside(row), 0), _WRAPPED, row.title)
            if row.aside:
                painter.setFont(look.font("label"))
                painter.setPen(QColor(tokens.hue(row.aside_tone).ink if row.aside_tone else tokens.text2))
                line = QRect(where.left(), where.top(), where.width(), px(19))
                painter.drawText(line, _RIGHT, row.aside)
        elif part == "line":
            painter.setFont(look.font("support"))
            painter.setPen(QColor(tokens.text2))
            painter.drawText(where.adjusted(0, px(2), 0, 0), _WRAPPED, row.line)
        elif part == "foot":
            ink = tokens.hue(row.foot_tone).ink
            if row.foot_icon:
                painter.drawPixmap(where.left(), where.top() + px(6), look.pixmap(row.foot_icon, ink, 14))
            painter.setFont(look.font("caption"))
            painter.setPen(QColor(ink))
            painter.drawText(where.adjusted(px(20), px(5), 0, 0), _WRAPPED, row.foot)


class TextRows(RowsView):
    """The heights of its rows follow the width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()


def text_list(
    look: Look, name: str, *, whole: bool = False, parent: QWidget | None = None
) -> tuple[TextRows, RowsModel[TextRow]]:
    """A list of texts and its model."""
    model: RowsModel[TextRow] = RowsModel(lambda row: row.key, TextRow.said)
    view = TextRows(look, model, TextDelegate(look, model), whole=whole, parent=parent)
    model.setParent(view)
    view.setAccessibleName(name)
    return view, model
