"""Visits: Home. The visit under way, all visits by state, search over everything, days since the last visit."""
