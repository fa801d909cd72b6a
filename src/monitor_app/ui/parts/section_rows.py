"""Section rows: the outline of a checklist: number, name, whose it is, progress, and a sign where two answers stand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.parts.avatar import Member, paint_avatar
from monitor_app.ui.parts.progress import paint_progress
from monitor_app.ui.parts.rows import Index, RowsModel, RowsView


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section: `done` of `whole` judgements answered, who it is assigned to, how many stand with two answers."""

    key: str
    number: str
    name: str
    done: int
    whole: int
    member: Member | None = None
    conflicts: int = 0


class SectionDelegate(QStyledItemDelegate):
    """Paints section rows, 59 px high."""

    def __init__(self, look: Look, model: RowsModel[SectionRow]) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(200), self._look.px(59))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px, tokens = self._look, self._look.px, self._look.tokens
        section = self._model.row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.fillRect(rect, QColor(tokens.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), px(4), rect.height()), QColor(tokens.primary.ink))
        line = QRect(rect.left() + px(16), rect.top() + px(8), rect.width() - px(28), px(24))
        ink = tokens.primary.ink if is_chosen else tokens.text
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(look.font("label"))
        painter.setPen(QColor(tokens.text3))
        number = max(px(16), QFontMetrics(look.font("label")).horizontalAdvance(section.number) + px(6))
        painter.drawText(line, flags, section.number)
        right = line.right()
        if section.member is not None:
            paint_avatar(painter, look, section.member, QRectF(right - px(21), line.top() + px(1), px(22), px(22)))
            right -= px(28)
        if section.conflicts:
            painter.drawPixmap(right - px(16), line.top() + px(4), look.pixmap("git-pull-request", tokens.plum.ink, 16))
            right -= px(22)
        font = look.font("control", 700 if is_chosen else 600)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        name = QRect(line.left() + number, line.top(), right - line.left() - number, line.height())
        shown = QFontMetrics(font).elidedText(section.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, flags, shown)
        count = f"{section.done}/{section.whole}"
        small = look.font("caption")
        painter.setFont(small)
        painter.setPen(QColor(tokens.text2))
        wide = QFontMetrics(small).horizontalAdvance(count)
        below = QRect(rect.left() + px(28), rect.top() + px(34), rect.width() - px(40), px(18))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        bar = QRectF(below.left(), below.center().y() - px(2), below.width() - wide - px(8), px(6))
        paint_progress(painter, look, section.done, section.whole, bar)
        painter.restore()


def section_list(look: Look, parent: QWidget | None = None) -> tuple[RowsView, RowsModel[SectionRow]]:
    """The outline and its model."""
    words = look.words

    def said(row: SectionRow) -> str:
        text = words(
            "{number} {name}, {done} of {whole} answered",
            number=row.number,
            name=row.name,
            done=row.done,
            whole=row.whole,
        )
        return f"{text}, {words.n('{n} conflict', '{n} conflicts', row.conflicts)}" if row.conflicts else text

    model: RowsModel[SectionRow] = RowsModel(lambda row: row.key, said)
    view = RowsView(look, model, SectionDelegate(look, model), parent=parent)
    model.setParent(view)
    view.setAccessibleName(words("Sections"))
    return view, model
