"""The colours of the screens: one set of names, three themes. Source: design page "Screens", section 2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark", "contrast"]
Tone = Literal["primary", "met", "partly", "notmet", "na", "plum", "indigo"]
"""What a colour reports. `primary` acts, the others only tell."""


@dataclass(frozen=True, slots=True)
class Hue:
    """A tone on screen: `ink` for words, shapes and outlines, `tint` for the ground behind them; "#RRGGBB"."""

    ink: str
    tint: str


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Tokens:
    """Every colour a screen may use, "#RRGGBB", and the width of outlines in px."""

    text: str
    text2: str
    text3: str
    primary: Hue
    on_primary: str
    met: Hue
    partly: Hue
    notmet: Hue
    na: Hue
    plum: Hue
    indigo: Hue
    border_strong: str
    border: str
    focus: str
    surface: str
    canvas: str
    sunken: str
    selected: str
    rail: str
    rail_text: str
    rail_selected: str
    on_rail_selected: str
    rail_focus: str
    outline: int

    def hue(self, tone: Tone) -> Hue:
        """The hue of a tone."""
        hues: dict[Tone, Hue] = {
            "primary": self.primary,
            "met": self.met,
            "partly": self.partly,
            "notmet": self.notmet,
            "na": self.na,
            "plum": self.plum,
            "indigo": self.indigo,
        }
        return hues[tone]


LIGHT = Tokens(
    text="#14222A",
    text2="#41515A",
    text3="#586770",
    primary=Hue("#17566A", "#E0EDF0"),
    on_primary="#FFFFFF",
    met=Hue("#1B6B4A", "#E1F1E9"),
    partly=Hue("#7F5000", "#FAEFD8"),
    notmet=Hue("#992F2A", "#F9E7E4"),
    na=Hue("#52616A", "#ECF0F1"),
    plum=Hue("#74388A", "#F4EAF7"),
    indigo=Hue("#3B4A8C", "#EAECF7"),
    border_strong="#75848A",
    border="#D2DAD9",
    focus="#0A5FD6",
    surface="#FFFFFF",
    canvas="#F2F5F4",
    sunken="#E8EDEC",
    selected="#E0EDF0",
    rail="#12303A",
    rail_text="#C9DADF",
    rail_selected="#1F4855",
    on_rail_selected="#FFFFFF",
    rail_focus="#8CC2FF",
    outline=1,
)

DARK = Tokens(
    text="#E8EEF0",
    text2="#BAC6CB",
    text3="#9DACB2",
    primary=Hue("#7CC3D3", "#1E3B45"),
    on_primary="#06222B",
    met=Hue("#7FD0A6", "#173429"),
    partly=Hue("#F0C069", "#3A2D10"),
    notmet=Hue("#F2A097", "#43201D"),
    na=Hue("#A9B6BC", "#26343A"),
    plum=Hue("#D9A9E6", "#36213D"),
    indigo=Hue("#AFB9F0", "#232A4A"),
    border_strong="#7F929A",
    border="#33444C",
    focus="#8CC2FF",
    surface="#182328",
    canvas="#11191D",
    sunken="#0D1417",
    selected="#1E3B45",
    rail="#0B1317",
    rail_text="#A9BBC2",
    rail_selected="#1E3B45",
    on_rail_selected="#FFFFFF",
    rail_focus="#8CC2FF",
    outline=1,
)

CONTRAST = Tokens(
    text="#000000",
    text2="#000000",
    text3="#000000",
    primary=Hue("#0B3644", "#FFFFFF"),
    on_primary="#FFFFFF",
    met=Hue("#0B4029", "#FFFFFF"),
    partly=Hue("#553500", "#FFFFFF"),
    notmet=Hue("#741713", "#FFFFFF"),
    na=Hue("#2C3A42", "#FFFFFF"),
    plum=Hue("#58206E", "#FFFFFF"),
    indigo=Hue("#26336F", "#FFFFFF"),
    border_strong="#000000",
    border="#000000",
    focus="#0A36C8",
    surface="#FFFFFF",
    canvas="#FFFFFF",
    sunken="#FFFFFF",
    selected="#E0EDF0",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_selected="#FFFFFF",
    on_rail_selected="#000000",
    rail_focus="#8CC2FF",
    outline=2,
)

THEMES: dict[Theme, Tokens] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
