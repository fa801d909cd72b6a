"""Measure: the page and its column, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PageSize = Literal["letter", "a4"]

_SIZES: dict[PageSize, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}


@dataclass(frozen=True, slots=True)
class Measure:
    """Text stands `indent` to the right of the margin column, which holds numbers and labels; tables take it all."""

    width: float
    height: float
    side: float = 54.0
    top: float = 78.0
    bottom: float = 66.0
    indent: float = 92.0

    @property
    def text_width(self) -> float:
        """From margin to margin."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """The height of the frame that text flows into."""
        return self.height - self.top - self.bottom


def measure(size: PageSize) -> Measure:
    """The page of that size."""
    return Measure(*_SIZES[size])
