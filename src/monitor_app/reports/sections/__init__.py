"""Sections: each part of a report as a list of flowables, empty where the content has nothing for it."""
