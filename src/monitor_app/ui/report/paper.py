"""Paper: the pages one under the other, drawn as they come near; keys and buttons turn them. Hide covers them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import RADIUS, RECT
from monitor_app.ui.report.page_stack import PageStack

ZOOMS = (50, 60, 75, 90, 100, 125, 150, 200)
_WIDEST_FIT = 100
_KEPT = 8


class Paper(QAbstractScrollArea):
    """`present(sizes)` says which pages there are (points), `put` gives one its picture.

    PageUp and PageDown turn a page, Home and End go to the first and last, Ctrl+Plus and Ctrl+Minus zoom.
    Signals: `wanted(index, width_px)` a picture to be drawn; `turned(index)` to another page; `zoomed(percent)`.
    """

    wanted = Signal(int, int)
    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stack = PageStack()
        self._pictures: dict[int, QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self._fits = True
        self._page = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(30)
        self._soon.timeout.connect(self._want)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._scrolled())
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        look.veil.changed.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)
        self._say()

    def present(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Other pages. The one in view stays in view where it still exists; old pictures stay until new ones come."""
        page = self._page
        self._asked.clear()
        self._pictures = {index: picture for index, picture in self._pictures.items() if index < len(sizes)}
        self._arrange(replace(self._stack, sizes=sizes))
        self.show_page(min(page, max(0, len(sizes) - 1)))
        self._say()

    def put(self, index: int, width_px: int, picture: QImage) -> None:
        """The picture of a page. One of another width is passed over: the zoom changed meanwhile."""
        if index < self.count() and width_px == self._pixels(index):
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[index] = picture
            self._forget_far()
            self.viewport().update()

    def count(self) -> int:
        return len(self._stack.sizes)

    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    def zoom(self) -> int:
        """In percent."""
        return self._stack.zoom

    def pictures(self) -> frozenset[int]:
        """The pages whose pictures are here."""
        return frozenset(self._pictures)

    def show_page(self, index: int) -> None:
        """Brings a page to the top of the view."""
        if 0 <= index < self.count():
            self.verticalScrollBar().setValue(self._stack.rect(index).top() - self._stack.gap // 2)
            self._turn_to(index)

    def set_zoom(self, percent: int) -> None:
        """Larger or smaller; the page in view stays. Until then pages are as wide as the view allows."""
        self._fits = False
        page = self._page
        self._arrange(replace(self._stack, zoom=min(max(percent, ZOOMS[0]), ZOOMS[-1])))
        self.show_page(page)

    def zoom_step(self, step: int) -> None:
        """The next larger (1) or smaller (-1) of the usual sizes."""
        larger = [z for z in ZOOMS if z > self.zoom()]
        smaller = [z for z in ZOOMS if z < self.zoom()]
        if step > 0 and larger:
            self.set_zoom(larger[0])
        elif step < 0 and smaller:
            self.set_zoom(smaller[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_PageDown:
            self.show_page(self._page + 1)
        elif key == Qt.Key.Key_PageUp:
            self.show_page(self._page - 1)
        elif key == Qt.Key.Key_Home:
            self.show_page(0)
        elif key == Qt.Key.Key_End:
            self.show_page(self.count() - 1)
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_step(1)
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_step(-1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setProperty(RADIUS, 3)
        self.setProperty(RECT, self.viewport().rect().adjusted(6, 6, -6, -6))
        page = self._page
        self._arrange(self._stack)
        self.show_page(page)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        tokens = self._look.tokens
        painter.fillRect(self.viewport().rect(), QColor(tokens.sunken))
        for index in self._stack.touching(self._seen()):
            rect = self._stack.rect(index).translated(-self._seen().topLeft())
            painter.fillRect(rect, QColor("#FFFFFF"))
            picture = self._pictures.get(index)
            if self._look.veil.hides:
                self._cover(painter, rect)
            elif picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(rect, picture)
            painter.setPen(QColor(tokens.border_strong))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _cover(self, painter: QPainter, rect: QRect) -> None:
        look, tokens = self._look, self._look.tokens
        painter.fillRect(rect, QColor(tokens.surface))
        painter.setFont(look.font("body"))
        painter.setPen(QColor(tokens.text2))
        words = look.words("The pages are hidden. Hold F8 to look.")
        painter.drawText(rect.intersected(self.viewport().rect()), int(Qt.AlignmentFlag.AlignCenter), words)

    def _seen(self) -> QRect:
        """The part of the stack that is in view."""
        corner = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRect(*corner, self.viewport().width(), self.viewport().height())

    def _pixels(self, index: int) -> int:
        return round(self._stack.size(index).width() * self.devicePixelRatioF())

    def _arrange(self, stack: PageStack) -> None:
        before = self._stack.zoom
        stack = replace(stack, gap=self._look.px(16), room=self.viewport().width())
        if self._fits and stack.sizes:
            stack = replace(stack, zoom=min(max(stack.fitting(), ZOOMS[0]), _WIDEST_FIT))
        self._stack = stack
        upright, across = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setRange(0, max(0, stack.tall() - self.viewport().height()))
        upright.setPageStep(self.viewport().height())
        upright.setSingleStep(self._look.px(48))
        across.setRange(0, max(0, stack.wide() - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        self.viewport().update()
        self._soon.start()
        if stack.zoom != before:
            self._asked.clear()
            self.zoomed.emit(stack.zoom)

    def _scrolled(self) -> None:
        seen = self._seen()
        upper = QRect(seen.left(), seen.top(), seen.width(), max(1, seen.height() // 3))
        begun = self._stack.touching(upper)
        if begun:
            self._turn_to(begun[-1])
        self.viewport().update()
        self._soon.start()

    def _turn_to(self, index: int) -> None:
        if index != self._page:
            self._page = index
            self._say()
            self.turned.emit(index)

    def _want(self) -> None:
        half = self.viewport().height() // 2
        for index in self._stack.touching(self._seen().adjusted(0, -half, 0, half)):
            width = self._pixels(index)
            if (index, width) not in self._asked:
                self._asked.add((index, width))
                self.wanted.emit(index, width)

    def _forget_far(self) -> None:
        if len(self._pictures) > _KEPT:
            far = sorted(self._pictures, key=lambda index: -abs(index - self._page))
            for index in far[: len(self._pictures) - _KEPT]:
                del self._pictures[index]
                self._asked = {(i, w) for i, w in self._asked if i != index}

    def _say(self) -> None:
        words = self._look.words
        self.setAccessibleName(words("Preview, page {page} of {count}", page=self._page + 1, count=self.count()))
