"""Appear: show or hide a widget that may not stand anywhere yet, so that it never flashes as a window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def appear(widget: QWidget, shown: bool) -> None:
    """Shows or hides a part. One without a parent is shown as soon as it gets one."""
    if not shown:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()
    else:
        # what Qt looks at when the widget is put into a layout: nobody hid it on purpose
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
