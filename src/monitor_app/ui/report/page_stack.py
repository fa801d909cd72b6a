"""Where pages lie one under the other at a zoom. Pure geometry, in px of the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

_POINT_PX = 96 / 72


@dataclass(frozen=True, slots=True)
class PageStack:
    """`sizes` of pages in points, `zoom` in percent, `gap` between them and `room` of the view, in px."""

    sizes: tuple[tuple[float, float], ...] = ()
    zoom: int = 100
    gap: int = 16
    room: int = 0

    def size(self, index: int) -> QSize:
        """A page as it is seen."""
        wide, high = self.sizes[index]
        scale = _POINT_PX * self.zoom / 100
        return QSize(round(wide * scale), round(high * scale))

    def rect(self, index: int) -> QRect:
        """Where a page lies, from the top left of the whole stack."""
        top = self.gap + sum(self.size(i).height() + self.gap for i in range(index))
        size = self.size(index)
        return QRect((max(self.room, self.wide()) - size.width()) // 2, top, size.width(), size.height())

    def wide(self) -> int:
        """The widest page with its margins."""
        return max((self.size(i).width() for i in range(len(self.sizes))), default=0) + 2 * self.gap

    def tall(self) -> int:
        """The whole stack."""
        return self.rect(len(self.sizes) - 1).bottom() + self.gap if self.sizes else 0

    def touching(self, seen: QRect) -> list[int]:
        """The pages that a part of the stack shows."""
        return [index for index in range(len(self.sizes)) if self.rect(index).intersects(seen)]

    def fitting(self) -> int:
        """The zoom at which the widest page fills the room."""
        widest = max((wide for wide, _ in self.sizes), default=0) * _POINT_PX
        return int((self.room - 2 * self.gap) * 100 / widest) if widest else self.zoom
