"""Visit rows: state, place, kind and dates, progress or report, team, share state. No names of people, no languages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor_app.ui.look import Look, Style, Tone
from monitor_app.ui.parts.avatar import Member, paint_avatar
from monitor_app.ui.parts.pill import PillView, paint_pill
from monitor_app.ui.parts.progress import paint_progress
from monitor_app.ui.parts.rows import Index, RowsModel, RowsView

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit in the list. `progress` (done, whole) or `report` ("Report v1", "28 Aug 2026") stands in the middle."""

    key: str
    state: PillView
    place: str
    line: str
    team: tuple[Member, ...] = ()
    progress: tuple[int, int] | None = None
    progress_text: str = ""
    report: tuple[str, str] | None = None
    note: str = ""
    note_icon: str = ""
    note_tone: Tone = "na"


class VisitDelegate(QStyledItemDelegate):
    """Paints visit rows, 70 px high."""

    def __init__(self, look: Look, model: RowsModel[VisitRow]) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(400), self._look.px(70))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        row = self._model.row(index)
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
        inner = rect.adjusted(px(17), 0, -px(14), 0)
        painter.drawPixmap(
            inner.right() - px(16), inner.center().y() - px(7), look.pixmap("caret-right", tokens.text2, 16)
        )
        inner.setRight(inner.right() - px(28))
        paint_pill(painter, look, row.state, inner)
        columns = _columns(look, inner)
        self._two_lines(painter, columns[0], row.place, row.line)
        if len(columns) > 1:
            self._middle(painter, columns[1], row)
        if len(columns) > 2:
            self._team(painter, columns[2], row)
        if len(columns) > 3:
            self._note(painter, columns[3], row)
        painter.restore()

    def _two_lines(self, painter: QPainter, where: QRect, first: str, second: str) -> None:
        px, tokens = self._look.px, self._look.tokens
        middle = where.center().y()
        self._line(
            painter, QRect(where.left(), middle - px(21), where.width(), px(22)), first, "panel", tokens.text, 600
        )
        self._line(painter, QRect(where.left(), middle, where.width(), px(20)), second, "support", tokens.text2)

    def _line(
        self, painter: QPainter, where: QRect, text: str, style: Style, colour: str, weight: int | None = None
    ) -> None:
        font = self._look.font(style, weight)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(where, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, where.width()))

    def _middle(self, painter: QPainter, where: QRect, row: VisitRow) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        middle = where.center().y()
        if row.report is not None:
            painter.drawPixmap(where.left(), middle - px(17), look.pixmap("shield-check", tokens.met.ink, 16))
            first = QRect(where.left() + px(20), middle - px(20), where.width() - px(20), px(22))
            self._line(painter, first, row.report[0], "support", tokens.text, 500)
            self._line(
                painter, QRect(where.left(), middle, where.width(), px(20)), row.report[1], "caption", tokens.text2
            )
        elif row.progress is not None:
            text = QRect(where.left(), middle - px(18), where.width(), px(20))
            self._line(painter, text, row.progress_text, "support", tokens.text2, 500)
            bar = QRectF(where.left(), middle + px(7), where.width() - px(14), px(6))
            paint_progress(painter, look, row.progress[0], row.progress[1], bar)

    def _team(self, painter: QPainter, where: QRect, row: VisitRow) -> None:
        px = self._look.px
        side = px(25)
        step = (
            px(29) if len(row.team) * px(29) <= where.width() else max(px(10), where.width() // max(1, len(row.team)))
        )
        for place, member in enumerate(row.team):
            disc = QRectF(where.left() + place * step, where.center().y() - side / 2 + 1, side, side)
            paint_avatar(painter, self._look, member, disc)

    def _note(self, painter: QPainter, where: QRect, row: VisitRow) -> None:
        if not row.note:
            return
        look, px, tokens = self._look, self._look.px, self._look.tokens
        left = where.left()
        if row.note_icon:
            icon = look.pixmap(row.note_icon, tokens.hue(row.note_tone).ink, 16)
            painter.drawPixmap(left, where.center().y() - px(7), icon)
            left += px(22)
        painter.setFont(look.font("support", 500))
        painter.setPen(QColor(tokens.text2))
        words = QRect(left, where.top(), where.right() - left, where.height())
        painter.drawText(words, int(_LEFT | Qt.TextFlag.TextWordWrap), row.note)


def _columns(look: Look, inner: QRect) -> list[QRect]:
    """Place, progress, team and note; the last ones go first where the row is narrow."""
    px = look.px
    left = inner.left() + px(130)
    whole = inner.right() - left
    rest = [px(132), px(98), px(122)]
    while rest and whole - sum(rest) < px(210):
        rest.pop()
    place = whole - sum(rest)
    columns = [QRect(left, inner.top(), place - px(12), inner.height())]
    at = left + place
    for width in rest:
        columns.append(QRect(at, inner.top(), width - px(4), inner.height()))
        at += width
    return columns


def visit_list(
    look: Look, *, whole: bool = False, parent: QWidget | None = None
) -> tuple[RowsView, RowsModel[VisitRow]]:
    """The list of visits and its model."""

    def said(row: VisitRow) -> str:
        middle = " ".join(row.report) if row.report else row.progress_text
        return ", ".join(part for part in (row.state.text, row.place, row.line, middle, row.note) if part)

    model: RowsModel[VisitRow] = RowsModel(lambda row: row.key, said)
    view = RowsView(look, model, VisitDelegate(look, model), whole=whole, parent=parent)
    model.setParent(view)
    view.setAccessibleName(look.words("Visits"))
    return view, model
