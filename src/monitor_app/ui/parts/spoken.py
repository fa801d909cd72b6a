"""Spoken: what a screen reader is told while the app runs."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def tell_name(widget: QWidget) -> None:
    """The accessible name of a widget is another one now."""
    if QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleEvent(widget, QtGui.QAccessible.Event.NameChanged)
        QtGui.QAccessible.updateAccessibility(event)


def alert(widget: QWidget) -> None:
    """What the widget says cannot wait. Only for Cannot save and what stops."""
    if QtGui.QAccessible.isActive():
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleEvent(widget, QtGui.QAccessible.Event.Alert))


def announce(widget: QWidget, words: str, *, urgent: bool) -> None:
    """Says words; politely when there is a pause, or at once."""
    if QtGui.QAccessible.isActive():
        event = QtGui.QAccessibleAnnouncementEvent(widget, words)
        manners = QtGui.QAccessible.AnnouncementPoliteness
        event.setPoliteness(manners.Assertive if urgent else manners.Polite)
        QtGui.QAccessible.updateAccessibility(event)
