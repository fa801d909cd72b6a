"""Lets a widget go without the focus running away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def let_go(widget: QWidget, keeper: QWidget) -> None:
    """Hides a widget and deletes it. A focus inside it goes to `keeper`; else Qt would hand it to whatever comes next,
    as if a person had gone there."""
    focused = QApplication.focusWidget()
    if focused is not None and (focused is widget or widget.isAncestorOf(focused)):
        keeper.setFocus(Qt.FocusReason.OtherFocusReason)
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
