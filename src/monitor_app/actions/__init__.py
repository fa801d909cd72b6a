"""Room `actions`."""
