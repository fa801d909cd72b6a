"""The list of findings: number, severity, how many recommendations, and the title on two lines, which Hide masks."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor_app.ui.findings.view import FindingRow
from monitor_app.ui.look import Look, masked
from monitor_app.ui.parts.pill import paint_pill
from monitor_app.ui.parts.rows import Index, RowsModel, RowsView

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def two_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """The text broken at spaces into at most two lines of `width` px; what does not fit ends in an ellipsis."""
    metrics = QFontMetrics(font)
    words = text.split()
    first = ""
    while words and (not first or metrics.horizontalAdvance(f"{first} {words[0]}") <= width):
        first = f"{first} {words.pop(0)}".strip()
    lines = [first, " ".join(words)] if words else [first]
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)


class FindingDelegate(QStyledItemDelegate):
    """Paints findings, 78 px high."""

    def __init__(self, look: Look, model: RowsModel[FindingRow]) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(200), self._look.px(78))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        finding = self._model.row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_open = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_open:
            painter.fillRect(rect, QColor(tokens.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), px(4), rect.height()), QColor(tokens.primary.ink))
        bottom = QRect(rect.left(), rect.bottom() + 1 - tokens.outline, rect.width(), tokens.outline)
        painter.fillRect(bottom, QColor(tokens.border))
        top = QRect(rect.left() + px(16), rect.top() + px(7), rect.width() - px(30), px(28))
        painter.setFont(look.font("label"))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(top, _LEFT, finding.number)
        number = QFontMetrics(look.font("label")).horizontalAdvance(finding.number) + px(8)
        paint_pill(painter, look, finding.pill, top.adjusted(number, 0, 0, 0))
        painter.setFont(look.font("caption"))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(top, _RIGHT, finding.count)
        if finding.twice:
            wide = QFontMetrics(look.font("caption")).horizontalAdvance(finding.count) + px(22)
            sign = look.pixmap("git-pull-request", tokens.plum.ink, 16)
            painter.drawPixmap(top.right() - wide, top.center().y() - px(7), sign)
        self._title(painter, finding, top, is_open=is_open)
        painter.restore()

    def _title(self, painter: QPainter, finding: FindingRow, top: QRect, *, is_open: bool) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        font = look.font("control", 700 if is_open else 600)
        painter.setFont(font)
        painter.setPen(QColor(tokens.primary.ink if is_open else tokens.text))
        title = masked(finding.title) if look.veil.hides else finding.title
        line = QRect(top.left(), top.bottom() + px(1), top.width(), px(18))
        for words in two_lines(title, font, top.width()):
            painter.drawText(line, _LEFT, words)
            line.translate(0, px(18))


def finding_list(look: Look, parent: QWidget | None = None) -> tuple[RowsView, RowsModel[FindingRow]]:
    """The list and its model."""
    words = look.words

    def said(row: FindingRow) -> str:
        title = masked(row.title) if look.veil.hides else row.title
        parts = [row.number, row.pill.text, title, row.count, words("two texts to decide between") if row.twice else ""]
        return ", ".join(part for part in parts if part)

    model: RowsModel[FindingRow] = RowsModel(lambda row: row.key, said)
    view = RowsView(look, model, FindingDelegate(look, model), parent=parent)
    model.setParent(view)
    view.setAccessibleName(words("Findings"))
    look.veil.changed.connect(view.viewport().update)
    return view, model
