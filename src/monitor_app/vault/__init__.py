"""Room `vault`."""
