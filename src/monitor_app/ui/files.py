"""Ask for a folder or a file on a sheet of our own: nothing about it is remembered, by us, by Qt or by the system.

The system's own dialogs keep lists of recent places, and Qt's writes folder names to QtProject.conf (security.md).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QRect, QSize, QStandardPaths, QStorageInfo, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from monitor_app.base import Words
from monitor_app.ui.look import Look
from monitor_app.ui.parts.button import Button
from monitor_app.ui.parts.card import Card
from monitor_app.ui.parts.dialog import Dialog, DialogView
from monitor_app.ui.parts.field import Field, Line
from monitor_app.ui.parts.flow import Flow
from monitor_app.ui.parts.label import Label
from monitor_app.ui.parts.message import MessageView
from monitor_app.ui.parts.row import row
from monitor_app.ui.parts.rows import Index, RowsModel, RowsView

Wanted = Literal["folder", "open", "save"]
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder or a file in the list."""

    path: Path
    is_folder: bool


def ask_folder(look: Look, over: QWidget, title: str, then: Callable[[Path], object], act: str = "") -> FilePicker:
    """Asks for a folder that exists; `then(folder)` when one is chosen, nothing when the sheet is left."""
    return FilePicker(look, over, title, "folder", then, act=act or look.words("Use this folder"))


def ask_open(
    look: Look, over: QWidget, title: str, endings: tuple[str, ...], then: Callable[[Path], object]
) -> FilePicker:
    """Asks for a file that exists, of one of these endings (".xlsx"); () for any."""
    return FilePicker(look, over, title, "open", then, endings=endings, act=look.words("Open"))


def ask_save(look: Look, over: QWidget, title: str, name: str, then: Callable[[Path], object]) -> FilePicker:
    """Asks where to save a file; `name` is proposed. A file of that name is replaced only after a second press."""
    return FilePicker(look, over, title, "save", then, name=name, act=look.words("Save here"))


class FilePicker(QWidget):
    """The sheet's content: places, the folder's list, a name. Lives as long as its dialog."""

    def __init__(
        self,
        look: Look,
        over: QWidget,
        title: str,
        wanted: Wanted,
        then: Callable[[Path], object],
        *,
        endings: tuple[str, ...] = (),
        name: str = "",
        act: str,
    ) -> None:
        super().__init__()
        words = look.words
        self._look = look
        self._wanted: Wanted = wanted
        self._endings = endings
        self._then = then
        self._replacing: Path | None = None
        view = DialogView(title, safe=words("Cancel"), act=act, width=720)
        self.dialog = Dialog(look, view, over.window())
        self.dialog.acted.connect(lambda _text: self._act())
        self._model: RowsModel[Listed] = RowsModel(lambda r: str(r.path), lambda r: r.path.name, self)
        self._list = RowsView(look, self._model, _ListedDelegate(look, self._model))
        self._list.setAccessibleName(words("Folders and files"))
        self._list.setFixedHeight(min(look.px(252), max(look.px(126), over.window().height() - look.px(340))))
        self._list.opened.connect(self._opened)
        self._list.moved.connect(self._moved)
        self._path = Label("", "label", "text2", wrap=True)
        self._name = Line(look)
        self._name.setText(name)
        self._name.textChanged.connect(lambda _text: self._check())
        self._name.returnPressed.connect(self._act)
        self._up = Button(look, words("Up"), "caret-up", height=36)
        self._up.clicked.connect(self._go_up)
        self._new = Button(look, words("New folder"), "plus", rank="quiet", height=36)
        self._new.clicked.connect(self._ask_new)
        self._new_line = Line(look, words("Name of the new folder"), height=36)
        self._new_line.returnPressed.connect(self._make_new)
        self._new_line.hide()
        self._lay_out()
        self.dialog.extra.addWidget(self)
        self.show()
        self.folder = Path()
        self.go(_places(words)[0][1])
        (self._name if wanted == "save" else self._list).setFocus()

    def go(self, folder: Path) -> None:
        """Shows a folder. One that cannot be read says so and the one before stays."""
        try:
            found = sorted(folder.iterdir(), key=lambda p: p.name.casefold())
            rows = [Listed(path, path.is_dir()) for path in found if not path.name.startswith(".")]
        except OSError:
            self._say(self._look.words("This folder cannot be read. Choose another one."))
            return
        self.folder = folder
        self._replacing = None
        self._path.setText(str(folder))
        self._up.setEnabled(folder.parent != folder)
        shown = [r for r in rows if r.is_folder or (self._wanted != "folder" and self._fits(r.path))]
        self._model.present(sorted(shown[:_MOST], key=lambda r: not r.is_folder))
        self.dialog.say(None)
        self._check()

    def _lay_out(self) -> None:
        look, words = self._look, self._look.words
        places = Flow(look, gap=6, line_gap=6)
        for text, folder in _places(words):
            button = Button(look, text, "hard-drive" if folder.is_mount() else "folder-open", height=36)
            button.clicked.connect(lambda _=False, folder=folder: self.go(folder))
            places.add(button)
        box = Card(look, margin=1, gap=0)
        box.inside.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(8))
        layout.addWidget(places)
        head = row(look, self._up, self._path)
        head.setStretchFactor(self._path, 1)
        layout.addLayout(head)
        layout.addWidget(box)
        if self._wanted != "open":
            layout.addLayout(row(look, self._new, self._new_line, None))
        if self._wanted == "save":
            layout.addWidget(Field(look, words("File name"), self._name))

    def _fits(self, path: Path) -> bool:
        return not self._endings or path.name.lower().endswith(self._endings)

    def _chosen(self) -> Path | None:
        if self._wanted == "folder":
            return self.folder
        if self._wanted == "save":
            name = self._name.text().strip()
            return self.folder / name if name and name == Path(name).name else None
        key = self._list.current_key()
        return Path(key) if key and Path(key).is_file() else None

    def _check(self) -> None:
        self.dialog.allow(self._chosen() is not None)

    def _moved(self, key: str) -> None:
        if self._wanted == "save" and Path(key).is_file():
            self._name.setText(Path(key).name)
        self._check()

    def _opened(self, key: str) -> None:
        path = Path(key)
        if path.is_dir():
            self.go(path)
            self._list.setFocus()
        elif self._wanted == "open":
            self._check()

    def _go_up(self) -> None:
        self.go(self.folder.parent)

    def _ask_new(self) -> None:
        self._new_line.show()
        self._new_line.setFocus()

    def _make_new(self) -> None:
        name = self._new_line.text().strip()
        if not name or name != Path(name).name:
            self._new_line.set_wrong(True)
            return
        try:
            (self.folder / name).mkdir()
        except OSError:
            self._say(self._look.words("The folder cannot be made here. Choose another place or another name."))
            return
        self._new_line.clear()
        self._new_line.set_wrong(False)
        self._new_line.hide()
        self.go(self.folder / name)
        self._list.setFocus()

    def _act(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            self._check()
            return
        if self._wanted == "save" and chosen.exists() and chosen != self._replacing:
            self._replacing = chosen
            self._say(
                self._look.words("A file of this name is here already. Press again to replace it, or change the name.")
            )
            return
        self.dialog.close_dialog()
        self._then(chosen)

    def _say(self, sentence: str) -> None:
        self.dialog.say(MessageView(sentence, weight="look"))
        self._check()


class _ListedDelegate(QStyledItemDelegate):
    """Paints a folder or a file, 42 px high."""

    def __init__(self, look: Look, model: RowsModel[Listed]) -> None:
        super().__init__()
        self._look = look
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.px(200), self._look.px(42))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, tokens = self._look.px, self._look.tokens
        listed = self._model.row(index)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.fillRect(rect, QColor(tokens.selected))
        ink = tokens.primary.ink if listed.is_folder else tokens.text2
        name = "folder-open" if listed.is_folder else "file-text"
        painter.drawPixmap(rect.left() + px(12), rect.center().y() - px(8), self._look.pixmap(name, ink, 18))
        font = self._look.font("control", 600 if is_current else 500)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        where = rect.adjusted(px(40), 0, -px(10), 0)
        text = QFontMetrics(font).elidedText(listed.path.name, Qt.TextElideMode.ElideMiddle, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


def _places(words: Words) -> list[tuple[str, Path]]:
    """Documents, home, and what is plugged in."""
    standard = QStandardPaths.StandardLocation
    named = (
        (words("Documents"), standard.DocumentsLocation),
        (words("Desktop"), standard.DesktopLocation),
        (words("Home"), standard.HomeLocation),
    )
    found: list[tuple[str, Path]] = []
    for text, where in named:
        path = Path(QStandardPaths.writableLocation(where))
        if path.is_dir() and all(path != known for _, known in found):
            found.append((text, path))
    for volume in QStorageInfo.mountedVolumes():
        path = Path(volume.rootPath())
        plugged = path.parts[:2] in (("/", "media"), ("/", "Volumes")) or path.parts[:3] == ("/", "run", "media")
        if volume.isReady() and (plugged or (path.drive and path != Path(Path.home().anchor))):
            found.append((volume.displayName() or str(path), path))
    return found or [(words("Home"), Path.home())]
