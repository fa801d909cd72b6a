"""Report: the page of a visit where its report is read as it will print, checked, signed, saved and reopened.

Nouns: the *pages* are pictures of the real PDF, made in memory by the courier; the *outline* names their headings with
a mark for each point; a *passage* is a text a person writes for the report; a *point* is solved, or accepted with a
reason. Pure modules (points, outline, signed) compute what the widgets show.
"""
