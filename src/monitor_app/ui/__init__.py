"""Room `ui`."""
