"""The fixtures of the pages of the programme."""

from tests.screens.visits.fixtures import desk, empty_desk, show, template

__all__ = ["desk", "empty_desk", "show", "template"]
