"""Room `crypto`."""
