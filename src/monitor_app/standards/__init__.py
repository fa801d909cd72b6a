"""Room `standards`."""
