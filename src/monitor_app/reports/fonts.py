"""The report's faces: six fonts that come with the app, made known to the PDF library before anything else of it.

Styles and tables of the library remember the base font when they are first imported. So the doors of this room call
`register_fonts` first and import the modules that draw after it; else every table drags in a font that is not embedded.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFile

from monitor_app.base import Resources

SERIF, SERIF_BOLD, SERIF_ITALIC = "SourceSerifPro", "SourceSerifPro-Semibold", "SourceSerifPro-It"
SANS, SANS_BOLD, SANS_ITALIC = "SourceSansPro", "SourceSansPro-Semibold", "SourceSansPro-It"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file under resources/fonts."""

    name: str
    folder: str
    file: str


FACES: tuple[Face, ...] = (
    Face(SERIF, "source-serif-pro", "SourceSerifPro-Regular.ttf"),
    Face(SERIF_BOLD, "source-serif-pro", "SourceSerifPro-Semibold.ttf"),
    Face(SERIF_ITALIC, "source-serif-pro", "SourceSerifPro-It.ttf"),
    Face(SANS, "source-sans-pro", "SourceSansPro-Regular.ttf"),
    Face(SANS_BOLD, "source-sans-pro", "SourceSansPro-Semibold.ttf"),
    Face(SANS_ITALIC, "source-sans-pro", "SourceSansPro-It.ttf"),
)
_UPRIGHT = (SERIF, SERIF_BOLD, SANS, SANS_BOLD)


def register_fonts(resources: Resources) -> None:
    """Makes the six faces known, once a process. Sets up: no ASCII85, our base font, the same bytes twice."""
    rl_config.useA85 = 0
    rl_config.invariant = 1
    rl_config.canvas_basefontname = SANS
    rl_config.defaultGraphicsFontName = SANS
    known = pdfmetrics.getRegisteredFontNames()
    for face in FACES:
        if face.name not in known:
            pdfmetrics.registerFont(TTFont(face.name, str(resources.path("fonts", face.folder, face.file))))
    for regular, bold, italic in ((SERIF, SERIF_BOLD, SERIF_ITALIC), (SANS, SANS_BOLD, SANS_ITALIC)):
        addMapping(regular, 0, 0, regular)
        addMapping(regular, 1, 0, bold)
        addMapping(regular, 0, 1, italic)
        addMapping(regular, 1, 1, bold)


def covered_characters(resources: Resources) -> frozenset[int]:
    """Code points that every upright face has: text of people is never set in italics."""
    covered: set[int] | None = None
    for face in FACES:
        if face.name in _UPRIGHT:
            file = TTFontFile(str(resources.path("fonts", face.folder, face.file)))
            points = {int(point) for point in file.charToGlyph}
            covered = points if covered is None else covered & points
    return frozenset(covered or ())
