"""The look: what every widget wears. One per application, given to each widget when it is made."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, QSize, Qt, QTranslator, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from monitor_app.base import Resources, Words
from monitor_app.ui.look.icons import Icons
from monitor_app.ui.look.stylesheet import stylesheet
from monitor_app.ui.look.tokens import THEMES, Theme, Tokens
from monitor_app.ui.look.type import FAMILY, STYLES, Style
from monitor_app.ui.look.veil import Veil

SMALLEST_PERCENT = 100
LARGEST_PERCENT = 200


class Look(QObject):
    """Tokens, text size, fonts, icons, words and the veil. Widgets read it when they paint; `changed` tells them to.

    GUI thread. Give it the application once, `styled` where it was started in the Fusion
    style; `wear` changes theme and text size of all windows at once.
    """

    changed = Signal()

    def __init__(self, app: QApplication, resources: Resources, words: Words, *, styled: bool = False) -> None:
        super().__init__(app)
        self.words = words
        self.veil = Veil(self)
        self.letter_keys = True
        self.theme: Theme = "light"
        self.tokens: Tokens = THEMES["light"]
        self.percent = 100
        self.resources = resources
        self._app = app
        self._translator: QTranslator | None = None
        self._icons = Icons(resources)
        self._fonts: dict[Style, QFont] = {}
        self._template = resources.text("styles", "monitor.qss")
        for path in sorted(resources.path("fonts", "inter").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
        if not styled:
            app.setStyle("Fusion")
        if words.language != "en":
            self._speak_qt()

    def wear(self, theme: Theme | None, percent: int = 100) -> None:
        """Puts a theme (None: the one of the system) and a text size in percent on every widget."""
        self.theme = theme or _system_theme()
        self.tokens = THEMES[self.theme]
        self.percent = min(max(percent, SMALLEST_PERCENT), LARGEST_PERCENT)
        self._fonts.clear()
        self._app.setFont(self.font("body"))
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(stylesheet(self._template, self.tokens, self.percent))
        self.changed.emit()

    def speak(self, words: Words) -> None:
        """Another language for what is made from now on; who holds pages makes them anew."""
        self.words = words
        self._speak_qt()
        self.changed.emit()

    def _speak_qt(self) -> None:
        """Qt's own few words (Copy, Paste) in the language of the rest."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None
        if self.words.language != "en":
            translator = QTranslator(self)
            if translator.load(
                f"qtbase_{self.words.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            ):
                self._app.installTranslator(translator)
                self._translator = translator

    def px(self, size: int) -> int:
        """A size of the design in px, grown with the text."""
        return round(size * self.percent / 100)

    def font(self, style: Style, weight: int | None = None) -> QFont:
        """The font of a style, for widgets that paint themselves. `weight` overrides the style's own."""
        made = self._fonts.get(style)
        if made is None:
            made = QFont(FAMILY)
            size, own_weight = STYLES[style]
            made.setPixelSize(self.px(size))
            made.setWeight(QFont.Weight(own_weight))
            made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[style] = made
        if weight is None:
            return made
        other = QFont(made)
        other.setWeight(QFont.Weight(weight))
        return other

    def pixmap(self, name: str, colour: str, size: int = 18) -> QPixmap:
        """A bundled icon; `colour` "#RRGGBB", `size` in px of the design."""
        return self._icons.pixmap(name, colour, self.px(size), self._app.devicePixelRatio())

    def icon(self, name: str, colour: str, size: int = 18) -> QIcon:
        """The same, for Qt's own buttons and lists."""
        return QIcon(self.pixmap(name, colour, size))

    def icon_size(self, size: int = 18) -> QSize:
        return QSize(self.px(size), self.px(size))


def _system_theme() -> Theme:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if dark else "light"


def _palette(tokens: Tokens) -> QPalette:
    colours = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, tokens.canvas),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.canvas),
        (role.Text, tokens.text),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Highlight, tokens.primary.ink),
        (role.HighlightedText, tokens.on_primary),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.Link, tokens.primary.ink),
    ):
        colours.setColor(where, colour)
    return colours
