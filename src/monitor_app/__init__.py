"""Monitor: an offline-first desktop app for people who visit places of detention."""

__version__ = "0.1.0"
