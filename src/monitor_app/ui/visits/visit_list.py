"""The list of visits on Home: rows as high as their words need, so that no name of a place is cut off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor_app.ui.look import Look, Style
from monitor_app.ui.parts import Index, RowsModel, RowsView, VisitRow, paint_avatar, paint_pill, paint_progress
from monitor_app.ui.parts.pill import pill_size

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_WRAPPED = _LEFT | int(Qt.TextFlag.TextWordWrap)
_TALL = 10_000


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row stand, in px from its left; a width of 0 leaves a part out."""

    pill: int
    place: int
    place_width: int
    middle: int
    middle_width: int
    team: int
    team_width: int
    note: int
    note_width: int
    caret: int


def columns(width: int, pill: int, px: int) -> Columns:
    """The columns at a width; `pill` is the widest pill, `px` what 100 px of the design are. Narrow rows lose the team
    first, then the note."""

    def grown(size: int) -> int:
        return size * px // 100

    left = grown(17) + pill + grown(18)
    caret = width - grown(30)
    rest = caret - grown(8) - left
    middle, team, note = grown(122), grown(98), grown(128)
    if rest - middle - team - note < grown(210):
        team = 0
    if rest - middle - team - note < grown(210):
        note = 0
    place = rest - middle - team - note
    return Columns(
        pill=grown(17),
        place=left,
        place_width=place - grown(14),
        middle=left + place,
        middle_width=middle - grown(16),
        team=left + place + middle,
        team_width=team,
        note=left + place + middle + team,
        note_width=note,
        caret=caret,
    )


class VisitDelegate(QStyledItemDelegate):
    """Paints visit rows, 70 px high or more."""

    def __init__(self, look: Look, model: RowsModel[VisitRow]) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._pill_width = 0
        self._known: dict[tuple[str, int, Style], int] = {}
        model.modelReset.connect(self._measure)
        look.changed.connect(self._measure)
        look.changed.connect(self._known.clear)

    def _measure(self) -> None:
        self._pill_width = max((pill_size(self._look, r.state).width() for r in self._model.rows()), default=0)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._look.px
        view = option.widget
        width = view.viewport().width() if isinstance(view, RowsView) else option.rect.width()
        at, row = self._columns(width), self._model.row(index)
        place = self._tall(row.place, at.place_width, "panel", 600) + self._tall(row.line, at.place_width, "support")
        note = self._tall(row.note, at.note_width - px(22), "support", 500) if at.note_width else 0
        return QSize(px(300), max(px(70), place + px(26), note + px(26)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        row, rect, state = self._model.row(index), option.rect, option.state
        at = self._columns(rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            shade = QColor(tokens.selected)
            shade.setAlphaF(1.0 if state & QStyle.StateFlag.State_Selected else 0.45)
            painter.fillRect(rect.adjusted(1, 1, -1, -1), shade)
        if index.row():
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), tokens.outline), QColor(tokens.border))
        painter.translate(rect.topLeft())
        height = rect.height()
        caret = look.pixmap("caret-right", tokens.text2, 16)
        painter.drawPixmap(at.caret, height // 2 - px(8), caret)
        paint_pill(painter, look, row.state, QRect(at.pill, 0, self._pill_width, height))
        self._paint_place(painter, row, at, height)
        self._paint_middle(painter, row, QRect(at.middle, 0, at.middle_width, height))
        if at.team_width:
            self._paint_team(painter, row, QRect(at.team, 0, at.team_width, height))
        if at.note_width:
            self._paint_note(painter, row, QRect(at.note, 0, at.note_width, height))
        painter.restore()

    def _columns(self, width: int) -> Columns:
        return columns(width, self._pill_width, self._look.px(100))

    def _tall(self, text: str, width: int, style: Style, weight: int | None = None) -> int:
        if not text:
            return 0
        key = (text, width, style)
        tall = self._known.get(key)
        if tall is None:
            metrics = QFontMetrics(self._look.font(style, weight))
            tall = self._known[key] = metrics.boundingRect(0, 0, width, _TALL, _WRAPPED, text).height()
        return tall

    def _write(self, painter: QPainter, where: QRect, text: str, style: Style, ink: str, weight: int | None) -> None:
        painter.setFont(self._look.font(style, weight))
        painter.setPen(QColor(ink))
        painter.drawText(where, _WRAPPED, text)

    def _paint_place(self, painter: QPainter, row: VisitRow, at: Columns, height: int) -> None:
        tokens = self._look.tokens
        first = self._tall(row.place, at.place_width, "panel", 600)
        second = self._tall(row.line, at.place_width, "support")
        gap = self._look.px(2)
        top = (height - first - second - gap) // 2
        self._write(painter, QRect(at.place, top, at.place_width, first), row.place, "panel", tokens.text, 600)
        where = QRect(at.place, top + first + gap, at.place_width, second)
        self._write(painter, where, row.line, "support", tokens.text2, None)

    def _paint_middle(self, painter: QPainter, row: VisitRow, where: QRect) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        middle = where.center().y() + 1
        above = QRect(where.left(), middle - px(20), where.width(), px(20))
        if row.report is not None:
            painter.drawPixmap(where.left(), middle - px(18), look.pixmap("shield-check", tokens.met.ink, 16))
            self._write(painter, above.adjusted(px(20), 0, 0, 0), row.report[0], "support", tokens.text, 500)
            self._write(painter, above.translated(0, px(20)), row.report[1], "caption", tokens.text2, None)
        elif row.progress is not None:
            self._write(painter, above, row.progress_text, "support", tokens.text2, 500)
            bar = QRectF(where.left(), middle + px(5), where.width(), px(6))
            paint_progress(painter, look, row.progress[0], row.progress[1], bar)

    def _paint_team(self, painter: QPainter, row: VisitRow, where: QRect) -> None:
        px = self._look.px
        side, step, room = px(25), px(29), where.width() - px(8)
        if len(row.team) * step > room:
            step = max(px(8), (room - side) // max(1, len(row.team) - 1))
        for place, member in enumerate(row.team):
            disc = QRectF(where.left() + place * step, where.center().y() - side / 2 + 1, side, side)
            paint_avatar(painter, self._look, member, disc)

    def _paint_note(self, painter: QPainter, row: VisitRow, where: QRect) -> None:
        px, tokens = self._look.px, self._look.tokens
        if row.note_icon:
            icon = self._look.pixmap(row.note_icon, tokens.hue(row.note_tone).ink, 16)
            painter.drawPixmap(where.left(), where.center().y() - px(7), icon)
        self._write(painter, where.adjusted(px(22), 0, 0, 0), row.note, "support", tokens.text2, 500)


class VisitList(RowsView):
    """Rows at their full height; their heights follow the width. The sum of them is kept while nothing changes."""

    def __init__(self, look: Look, model: RowsModel[VisitRow], parent: QWidget | None = None) -> None:
        self._summed: tuple[tuple[VisitRow, ...], int, int] | None = None
        self._summed_size = QSize()
        self._visits = model
        self._worn = look
        super().__init__(look, model, VisitDelegate(look, model), whole=True, parent=parent)

    def sizeHint(self) -> QSize:
        rows, width, percent = self._visits.rows(), self.viewport().width(), self._worn.percent
        kept = self._summed
        if kept is None or kept[0] is not rows or kept[1:] != (width, percent):
            self._summed = (rows, width, percent)
            self._summed_size = super().sizeHint()
        return self._summed_size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()


def visit_list(look: Look, parent: QWidget | None = None) -> tuple[VisitList, RowsModel[VisitRow]]:
    """The list of visits and its model."""

    def said(row: VisitRow) -> str:
        middle = " ".join(row.report) if row.report else row.progress_text
        return ", ".join(part for part in (row.state.text, row.place, row.line, middle, row.note) if part)

    model: RowsModel[VisitRow] = RowsModel(lambda row: row.key, said)
    view = VisitList(look, model, parent)
    model.setParent(view)
    view.setAccessibleName(look.words("Visits"))
    return view, model
