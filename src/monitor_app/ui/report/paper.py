"""Paper: the pages one under the other, drawn as they come near; keys and buttons turn them. Hide covers them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.look.ring import RADIUS, RECT

ZOOMS = (50, 60, 75, 90, 100, 125, 150, 200)
_POINT_PX = 96 / 72
_KEPT = 8
_WIDEST_FIT = 100


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
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._pictures: dict[int, QImage] = {}
        self._asked: set[tuple[int, int]] = set()
        self._zoom = 100
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
        self._sizes = sizes
        self._asked.clear()
        self._pictures = {index: picture for index, picture in self._pictures.items() if index < len(sizes)}
        self._arrange()
        self.show_page(min(page, max(0, len(sizes) - 1)))
        self._fit()
        self._soon.start()

    def put(self, index: int, width_px: int, picture: QImage) -> None:
        """The picture of a page. One of another width is passed over: the zoom changed meanwhile."""
        if index < len(self._sizes) and width_px == self._pixels(index):
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[index] = picture
            self._forget_far()
            self.viewport().update()

    def count(self) -> int:
        return len(self._sizes)

    def page(self) -> int:
        """The page in view, from 0."""
        return self._page

    def zoom(self) -> int:
        """In percent."""
        return self._zoom

    def show_page(self, index: int) -> None:
        """Brings a page to the top of the view."""
        if 0 <= index < len(self._sizes):
            self.verticalScrollBar().setValue(self._rect(index).top() - self._gap() // 2)
            self._turn_to(index)

    def set_zoom(self, percent: int) -> None:
        """Larger or smaller; the page in view stays. Until then pages are as wide as the view allows."""
        self._fits = False
        self._zoom_to(min(max(percent, ZOOMS[0]), ZOOMS[-1]))

    def _zoom_to(self, percent: int) -> None:
        if percent != self._zoom:
            page = self._page
            self._zoom = percent
            self._asked.clear()
            self._arrange()
            self.show_page(page)
            self._soon.start()
            self.zoomed.emit(percent)

    def zoom_step(self, step: int) -> None:
        """The next larger (1) or smaller (-1) of the usual sizes."""
        larger = [z for z in ZOOMS if z > self._zoom]
        smaller = [z for z in ZOOMS if z < self._zoom]
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
            self.show_page(len(self._sizes) - 1)
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
        self._arrange()
        self.show_page(page)
        self._fit()
        self._soon.start()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        tokens = self._look.tokens
        painter.fillRect(self.viewport().rect(), QColor(tokens.sunken))
        for index in self._in_view():
            rect = self._seen(index)
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

    def _gap(self) -> int:
        return self._look.px(16)

    def _size(self, index: int) -> QSize:
        wide, high = self._sizes[index]
        scale = _POINT_PX * self._zoom / 100
        return QSize(round(wide * scale), round(high * scale))

    def _pixels(self, index: int) -> int:
        return round(self._size(index).width() * self.devicePixelRatioF())

    def _rect(self, index: int) -> QRect:
        """Where a page lies on the whole paper, from its top left."""
        top = self._gap() + sum(self._size(i).height() + self._gap() for i in range(index))
        size = self._size(index)
        widest = max(self.viewport().width(), self._widest() + 2 * self._gap())
        return QRect((widest - size.width()) // 2, top, size.width(), size.height())

    def _seen(self, index: int) -> QRect:
        return self._rect(index).translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _widest(self) -> int:
        return max((self._size(i).width() for i in range(len(self._sizes))), default=0)

    def _in_view(self, margin: int = 0) -> list[int]:
        seen = self.viewport().rect().adjusted(0, -margin, 0, margin)
        return [index for index in range(len(self._sizes)) if self._seen(index).intersects(seen)]

    def _fit(self) -> None:
        widest = max((wide for wide, _ in self._sizes), default=0) * _POINT_PX
        if self._fits and widest:
            room = self.viewport().width() - 2 * self._gap()
            self._zoom_to(min(max(int(room * 100 / widest), ZOOMS[0]), _WIDEST_FIT))

    def _arrange(self) -> None:
        tall = self._rect(len(self._sizes) - 1).bottom() + self._gap() if self._sizes else 0
        upright, across = self.verticalScrollBar(), self.horizontalScrollBar()
        upright.setRange(0, max(0, tall - self.viewport().height()))
        upright.setPageStep(self.viewport().height())
        upright.setSingleStep(self._look.px(48))
        across.setRange(0, max(0, self._widest() + 2 * self._gap() - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        self.viewport().update()

    def _scrolled(self) -> None:
        middle = self.viewport().height() // 3
        seen = [index for index in self._in_view() if self._seen(index).top() <= middle]
        if seen:
            self._turn_to(seen[-1])
        self.viewport().update()
        self._soon.start()

    def _turn_to(self, index: int) -> None:
        if index != self._page:
            self._page = index
            self._say()
            self.turned.emit(index)

    def _want(self) -> None:
        for index in self._in_view(margin=self.viewport().height() // 2):
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
        self.setAccessibleName(words("Preview, page {page} of {count}", page=self._page + 1, count=len(self._sizes)))
