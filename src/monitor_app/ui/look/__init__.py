"""Look: tokens, letters, icons, shapes, the veil and the focus ring. `Look` holds them; `Ring` follows the focus."""

from monitor_app.ui.look.look import Look
from monitor_app.ui.look.shapes import JUDGED, TONE_OF, Judged, paint_shape
from monitor_app.ui.look.tokens import Hue, Theme, Tokens, Tone
from monitor_app.ui.look.type import Style
from monitor_app.ui.look.veil import Veil, masked

__all__ = [
    "JUDGED",
    "TONE_OF",
    "Hue",
    "Judged",
    "Look",
    "Style",
    "Theme",
    "Tokens",
    "Tone",
    "Veil",
    "masked",
    "paint_shape",
]
