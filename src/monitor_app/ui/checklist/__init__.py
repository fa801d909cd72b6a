"""Checklist: the page of a visit where questions are answered.

Nouns: a *filling* is a response being filled in (live form, stored answers, what is on its way to the vault); an *item*
is one card of the middle (a question, words to read, a repeat row, two answers); *shown* is which of them are there (a
section, a filter, what is searched). Pure modules compute views; the *column* builds only the cards that are near.
"""
