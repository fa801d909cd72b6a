"""The look: letters, sizes, icons and the stylesheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

from monitor_app.base import installed_resources, speak
from monitor_app.ui.look import Look
from monitor_app.ui.look.stylesheet import stylesheet
from monitor_app.ui.look.tokens import THEMES
from monitor_app.ui.look.type import STYLES


def test_every_style_is_drawn_in_the_bundled_letters(look: Look) -> None:
    for style, (_, weight) in STYLES.items():
        drawn = QFontInfo(look.font(style))
        assert (drawn.family(), drawn.weight()) == ("Monitor Inter", weight)
        assert look.font(style).hintingPreference() is QFont.HintingPreference.PreferNoHinting


def test_figures_are_all_equally_wide(look: Look) -> None:
    metrics = QFontMetrics(look.font("figure"))
    assert len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"}) == 1


def test_nothing_is_smaller_than_twelve_px() -> None:
    assert min(size for size, _ in STYLES.values()) == 12


def test_sizes_grow_with_the_text_up_to_two_hundred_percent(look: Look) -> None:
    look.wear("light", 150)
    assert look.font("body").pixelSize() == 21
    assert look.px(44) == 66
    look.wear("light", 900)
    assert look.percent == 200


@pytest.mark.parametrize("theme", [*THEMES.values()], ids=[*THEMES])
def test_the_stylesheet_names_only_tokens_that_exist(theme: object) -> None:
    template = installed_resources().text("styles", "monitor.qss")
    for tokens in THEMES.values():
        filled = stylesheet(template, tokens, 125)
        assert "@" not in filled
        assert not re.search(r"\d+sp\b", filled)


def test_a_token_that_does_not_exist_is_refused() -> None:
    with pytest.raises(AttributeError):
        stylesheet("QLabel { color: @petrol; }", THEMES["light"], 100)


def test_every_page_of_the_rail_has_an_outlined_and_a_filled_icon() -> None:
    bundled = {path.stem for path in installed_resources().path("icons").glob("*.svg")}
    for entry in ("clipboard-text", "buildings", "scales", "gear-six"):
        assert {entry, f"{entry}-fill"} <= bundled


def test_no_icon_is_bundled_that_no_screen_uses() -> None:
    source = Path(__file__).resolve().parents[2] / "src" / "monitor_app" / "ui"
    written = "\n".join(path.read_text(encoding="utf-8") for path in source.rglob("*.py"))
    bundled = {path.stem for path in installed_resources().path("icons").glob("*.svg")}
    assert {name for name in bundled if f'"{name.removesuffix("-fill")}' not in written} == set()


def test_an_icon_is_drawn_in_the_colour_of_its_token(look: Look) -> None:
    picture = look.pixmap("check-circle-fill", "#FF0000", 32).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 32, 4) for y in range(0, 32, 4)}
    assert "#ff0000" in colours


def test_a_missing_icon_is_a_broken_installation(look: Look) -> None:
    with pytest.raises(OSError, match="no-such-icon"):
        look.pixmap("no-such-icon", "#000000", 16)


def test_another_theme_reaches_every_widget_at_once(look: Look, qapp: QApplication) -> None:
    told: list[str] = []
    look.changed.connect(lambda: told.append(look.theme))
    look.wear("dark")
    assert told == ["dark"]
    assert qapp.palette().window().color().name().upper() == THEMES["dark"].canvas
    assert THEMES["dark"].text in qapp.styleSheet()


def test_without_a_choice_the_theme_of_the_system_is_worn(look: Look) -> None:
    look.wear(None)
    assert look.theme in ("light", "dark")


def test_qts_own_words_follow_the_language(look: Look, qapp: QApplication) -> None:
    look.speak(speak("fr", look.resources))
    assert qapp.translate("QWidgetTextControl", "&Copy").replace("&", "") == "Copier"
    look.speak(speak("en", look.resources))
    assert qapp.translate("QWidgetTextControl", "&Copy") == "&Copy"
