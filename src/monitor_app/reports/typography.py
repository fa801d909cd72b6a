"""Typography: the text of a person made ready for the page: composed, with the right spaces, nothing invisible.

Source: report design, section 2 (French spaces; U+202F is missing in the serif face, so U+00A0 stands for it).
"""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape

from monitor_app.base import Language

NBSP = "\u00a0"

_PLAIN = str.maketrans(
    {
        "\u202f": NBSP,
        "\u2007": NBSP,
        "\u2011": "-",
        "\u2010": "-",
        "\u2009": " ",
        "\u200a": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u3000": " ",
        "\t": " ",
        "\r": "",
        "\u2028": "\n",
        "\u2029": "\n",
        "\x0b": "\n",
        "\x0c": "\n",
        "\u0085": "\n",
    }
)
_SPACED = re.compile(r" +(?=[;:!?»%$€])")
_UNSPACED = re.compile(r"(?<=[^\W_]|[)»’”])(?=[;!?»](?:[\s)»”.]|$)|:(?:\s|$))")
_OPENING = re.compile(r"« *(?=\S)")
_FEWER = re.compile(r"< +(?=\d)")


def prepared(text: str, language: Language) -> str:
    """NFC, one kind of no-break space, no control or format characters; line breaks are kept as newlines."""
    text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    text = "".join(char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf"))
    text = _FEWER.sub("<" + NBSP, text)
    if language == "fr":
        text = _SPACED.sub(NBSP, text)
        text = _UNSPACED.sub(NBSP, text)
        text = _OPENING.sub("«" + NBSP, text)
    return text


def markup(text: str, language: Language) -> str:
    """The prepared text as paragraph markup: what looks like a tag is text, newlines break the line."""
    return escape(prepared(text, language).strip()).replace("\n", "<br/>")
