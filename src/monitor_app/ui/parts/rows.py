"""Rows: a list of frozen rows behind a QListView, and the view that shows them with a delegate of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyledItemDelegate, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import RADIUS, RECT

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractListModel, Generic[R]):
    """Rows of one type. `key_of` names a row over time, so that the chosen one stays chosen when the rows change.

    `said` is what a screen reader says of a row; it names no language, quote or person.
    """

    def __init__(self, key_of: Callable[[R], str], said: Callable[[R], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[R, ...] = ()
        self._key_of = key_of
        self._said = said

    def present(self, rows: Sequence[R]) -> None:
        """Shows these rows. Rows that stay in their place are only told to have changed."""
        new = tuple(rows)
        if [self._key_of(r) for r in new] == [self._key_of(r) for r in self._rows]:
            old, self._rows = self._rows, new
            for place, (before, after) in enumerate(zip(old, new, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self._said(self._rows[index.row()])

    def row(self, index: Index) -> R:
        """The row at an index."""
        return self._rows[index.row()]

    def rows(self) -> tuple[R, ...]:
        return self._rows

    def key(self, place: int) -> str:
        return self._key_of(self._rows[place])

    def place_of(self, key: str) -> int:
        """Where the row of that key stands; -1 for nowhere."""
        return next((place for place, r in enumerate(self._rows) if self._key_of(r) == key), -1)


class RowsView(QListView):
    """Arrows move, Enter, Space or a press opens. Signals: `opened(key)`; `moved(key)` when the current row changes.

    `whole` shows every row at its full height, for lists inside a page that scrolls.
    """

    opened = Signal(str)
    moved = Signal(str)

    def __init__(
        self,
        look: Look,
        model: RowsModel[R],
        delegate: QStyledItemDelegate,
        *,
        whole: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._rows_model = model
        self._whole = whole
        self._kept = ""
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda index: self._open(index))
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._come_back)
        model.dataChanged.connect(lambda *_: self._sized())
        look.changed.connect(self._sized)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._mark_ring())

    def choose(self, key: str) -> None:
        """Makes a row the current one, without a signal."""
        place = self._rows_model.place_of(key)
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._rows_model.index(place) if place >= 0 else QModelIndex())
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        self._mark_ring()

    def current_key(self) -> str:
        index = self.currentIndex()
        return self._rows_model.key(index.row()) if index.isValid() else ""

    def sizeHint(self) -> QSize:
        if not self._whole:
            return super().sizeHint()
        tall = sum(self.sizeHintForRow(place) for place in range(self._rows_model.rowCount()))
        return QSize(self._look.px(200), tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._whole else QSize(self._look.px(120), self._look.px(60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows_model.rowCount():
            self.setCurrentIndex(self._rows_model.index(0))
        self._mark_ring()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mark_ring()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows_model.key(index.row()))

    def _current_changed(self, index: QModelIndex) -> None:
        self._mark_ring()
        if index.isValid():
            self.moved.emit(self._rows_model.key(index.row()))

    def _keep(self) -> None:
        self._kept = self.current_key()

    def _come_back(self) -> None:
        if self._kept:
            self.choose(self._kept)
        self._sized()

    def _sized(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self._mark_ring()

    def _mark_ring(self) -> None:
        inset = 6
        where = self.visualRect(self.currentIndex()) if self.currentIndex().isValid() else self.viewport().rect()
        self.setProperty(RADIUS, 3)
        self.setProperty(RECT, where.adjusted(inset, inset, -inset, -inset))
