"""Every pair of colours that words or outlines are drawn in reaches its contrast."""

from __future__ import annotations

import pytest

from monitor_app.ui.look.tokens import CONTRAST, DARK, LIGHT, Tokens, Tone

TONES: tuple[Tone, ...] = ("primary", "met", "partly", "notmet", "na", "plum", "indigo")
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


def luminance(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_pairs(tokens: Tokens) -> list[tuple[str, str, str]]:
    pairs = [
        (f"{name} on {ground}", getattr(tokens, name), getattr(tokens, ground))
        for name in ("text", "text2", "text3")
        for ground in ("surface", "canvas", "sunken", "selected")
    ]
    for tone in TONES:
        hue = tokens.hue(tone)
        pairs += [
            (f"{tone} on surface", hue.ink, tokens.surface),
            (f"{tone} on canvas", hue.ink, tokens.canvas),
            (f"{tone} on its tint", hue.ink, hue.tint),
            (f"text on {tone} tint", tokens.text, hue.tint),
        ]
    pairs += [
        ("onPrimary on primary", tokens.on_primary, tokens.primary.ink),
        ("primary on selected", tokens.primary.ink, tokens.selected),
        ("rail text on rail", tokens.rail_text, tokens.rail),
        ("chosen on rail", tokens.on_rail_selected, tokens.rail_selected),
    ]
    return pairs


def outline_pairs(tokens: Tokens) -> list[tuple[str, str, str]]:
    grounds = ("surface", "canvas")
    pairs = [(f"borderStrong on {g}", tokens.border_strong, getattr(tokens, g)) for g in grounds]
    pairs += [(f"focus on {g}", tokens.focus, getattr(tokens, g)) for g in grounds]
    return [*pairs, ("focus on rail", tokens.rail_focus, tokens.rail)]


@pytest.mark.parametrize("theme", [*THEMES])
def test_words_reach_four_and_a_half_on_every_ground(theme: str) -> None:
    weak = {name: round(contrast(a, b), 2) for name, a, b in text_pairs(THEMES[theme]) if contrast(a, b) < 4.5}
    assert weak == {}


@pytest.mark.parametrize("theme", [*THEMES])
def test_outlines_and_the_focus_ring_reach_three(theme: str) -> None:
    weak = {name: round(contrast(a, b), 2) for name, a, b in outline_pairs(THEMES[theme]) if contrast(a, b) < 3.0}
    assert weak == {}


def test_high_contrast_darkens_every_accent_to_ten_to_one() -> None:
    inks = [CONTRAST.text, CONTRAST.text2, CONTRAST.text3, *(CONTRAST.hue(tone).ink for tone in TONES)]
    assert [round(contrast(ink, CONTRAST.surface), 1) for ink in inks if contrast(ink, CONTRAST.surface) < 10] == []
    assert CONTRAST.outline == 2
    assert {CONTRAST.border, CONTRAST.border_strong} == {"#000000"}


def test_the_table_of_the_design_is_kept() -> None:
    assert round(contrast(LIGHT.text, LIGHT.surface), 1) == 16.3
    assert round(contrast(LIGHT.primary.ink, LIGHT.canvas), 1) == 7.4
    assert round(contrast(DARK.notmet.ink, DARK.notmet.tint), 1) == 7.0
    assert round(contrast(DARK.focus, DARK.surface), 1) == 8.6
