"""Findings: the page of a visit where findings are written, with their evidence, provisions and recommendations.

Nouns: the *list* names every finding; the *sheet* is the open one; a *piece* is a line of its evidence; *advice* is
what a recommendation still lacks. Pure modules (view, pieces, advice) compute what the widgets show.
"""
