"""Figures of the snapshot: tiles that go on in the next line, each with its source and day, or why to look at it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from monitor_app.ui.look import Look
from monitor_app.ui.overview.figures import FigureView, SnapshotView
from monitor_app.ui.parts import Button, Card, IconLabel, Label, row


class Tile(Card):
    """One figure."""

    def __init__(self, look: Look, view: FigureView, parent: QWidget | None = None) -> None:
        super().__init__(look, ground="canvas", margin=12, gap=2, parent=parent)
        tone = "partly" if view.look else "text2"
        value = Label(view.value, "figure", "text" if view.known else "text3")
        name = Label(view.label, "support", "text2", wrap=True)
        foot = Label(view.foot, "caption", "partly" if view.look else "text2", wrap=True)
        icon = IconLabel(look, "warning" if view.look else "file-text", "partly" if tone == "partly" else "text2", 14)
        self.setAccessibleName(f"{view.label}: {view.value}. {view.foot}")
        self.inside.addWidget(value)
        self.inside.addWidget(name)
        self.inside.addStretch(1)
        if view.foot:
            line = row(look, icon, foot, gap=6, top=True)
            line.setStretchFactor(foot, 1)
            self.inside.addLayout(line)


class Tiles(QWidget):
    """Tiles in columns of one width; each line is as high as its highest tile."""

    def __init__(self, look: Look, *, gap: int = 10, narrowest: int = 220, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._gap = gap
        self._narrowest = narrowest
        self._tiles: list[Tile] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def present(self, figures: tuple[FigureView, ...]) -> None:
        """Shows these figures."""
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._tiles = [Tile(self._look, figure, self) for figure in figures]
        for tile in self._tiles:
            tile.show()
        self._place(self.width())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(height for _, height in self._lines(width)) + self._look.px(self._gap) * max(
            0, len(self._lines(width)) - 1
        )

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > self._look.px(self._narrowest) else self._look.px(700)
        return QSize(self._look.px(self._narrowest), self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(event.size().width())

    def _columns(self, width: int) -> int:
        gap = self._look.px(self._gap)
        return max(1, min(4, (width + gap) // (self._look.px(self._narrowest) + gap)))

    def _wide(self, width: int) -> int:
        count = self._columns(width)
        return (width - self._look.px(self._gap) * (count - 1)) // count

    def _lines(self, width: int) -> list[tuple[list[Tile], int]]:
        count, wide = self._columns(width), self._wide(width)
        lines = [self._tiles[at : at + count] for at in range(0, len(self._tiles), count)]
        return [(line, max(self._tall(tile, wide) for tile in line)) for line in lines]

    def _tall(self, tile: Tile, wide: int) -> int:
        return tile.inside.totalHeightForWidth(wide)

    def _place(self, width: int) -> None:
        gap, wide, top = self._look.px(self._gap), self._wide(width), 0
        for line, height in self._lines(width):
            for column, tile in enumerate(line):
                tile.setGeometry(QRect(column * (wide + gap), top, wide, height))
            top += height + gap


class SnapshotCard(QWidget):
    """Signal: `fill_asked(path)`: go on with the first figure that is not known yet ("" where all are)."""

    fill_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        words = look.words
        self._view: SnapshotView | None = None
        self._shown: object = self
        self._all = False
        card = Card(look, gap=12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        title = Label(words("Facility snapshot"), "panel")
        self._count = Label("", "support", "text2")
        self._fill = Button(look, words("Fill in"), "pencil-simple")
        self._fill.clicked.connect(self._ask)
        card.inside.addLayout(row(look, title, None, self._count, self._fill, gap=12))
        self._tiles = Tiles(look)
        card.inside.addWidget(self._tiles)
        self._more = Button(look, "", "caret-down", rank="quiet", height=36)
        self._more.clicked.connect(self._turn)
        card.inside.addLayout(row(look, self._more, None))

    def present(self, view: SnapshotView | None, *, may_fill: bool) -> None:
        """Shows the figures; nothing where the checklists ask for none."""
        self._fill.setVisible(may_fill)
        if view == self._shown:
            return
        self._shown = view
        self._view = view
        self.setHidden(view is None or not view.whole)
        if view is None:
            return
        self._count.setText(self._look.words("{known} of {whole} figures", known=view.known, whole=view.whole))
        self._show()

    def _show(self) -> None:
        view, words = self._view, self._look.words
        if view is None:
            return
        first = view.first()
        self._tiles.present(view.figures if self._all else first)
        self._more.setHidden(len(first) == len(view.figures))
        if self._all:
            self._more.set_face(words("Show fewer"), "caret-up")
        else:
            self._more.set_face(words.n("Show {n} figure", "Show all {n} figures", view.whole), "caret-down")

    def _turn(self) -> None:
        self._all = not self._all
        self._show()

    def _ask(self) -> None:
        figures = self._view.figures if self._view else ()
        self.fill_asked.emit(next((one.path for one in figures if not one.known), figures[0].path if figures else ""))
