"""Room `monitoring`."""
