"""Small counts of people said in words: "two women", "3 personnes", found in a text before it is signed."""

from __future__ import annotations

import re

_ONES = (
    ("1", "one", "un seul", "une seule"),
    ("2", "two", "deux", "both"),
    ("3", "three", "trois"),
    ("4", "four", "quatre"),
    ("5", "five", "cinq"),
    ("6", "six"),
    ("7", "seven", "sept"),
    ("8", "eight", "huit"),
    ("9", "nine", "neuf"),
)
_PEOPLE = (
    "people|persons?|m[ae]n|wom[ae]n|child(?:ren)?|girls?|boys?|minors?|famil(?:y|ies)|mothers?|fathers?|parents?|"
    "detained|nationals|residents|asylum[ -]seekers?|claimants?|"
    "personnes?|hommes?|femmes?|enfants?|filles?|garçons?|mineure?s?|familles?|mères?|pères?|détenue?s?|"
    "ressortissante?s?|demandeurs?|demandeuses?"
)
_OTHERS = (
    "arrivals?|newcomers?|patients?|inmates?|prisoners?|individuals?|adults?|infants?|bab(?:y|ies)|couples?|"
    "interviewees?|nobody|anybody|everybody|everyone|who|"
    "arrivante?s?|arrivées?|arrivés?|adultes?|nourrissons?|bébés?|individus?|prisonni(?:er|ère)s?"
)
_BETWEEN = r"(?:[ \u00a0\u202f][\w'’-]+){0,3}?"
_NAMES_PEOPLE = re.compile(rf"\b(?:{_PEOPLE}|{_OTHERS})\b", re.IGNORECASE)


def small_counts_in(text: str, threshold: int) -> tuple[str, ...]:
    """The places of a text where from 1 to threshold-1 people are counted, as they stand there, each once.

    "one person in ten" is found too: a person decides whether it gives somebody away. French "une personne" is not: it
    is as often an article as a count.
    """
    numbers = "|".join(word for ones in _ONES[: max(0, min(threshold, 10) - 1)] for word in ones)
    if not numbers:
        return ()
    pattern = re.compile(rf"\b(?:{numbers}){_BETWEEN}[ \u00a0\u202f](?:{_PEOPLE})\b", re.IGNORECASE)
    return tuple(dict.fromkeys(match[0] for match in pattern.finditer(text)))


def counts_people(counted: str) -> bool:
    """Whether what was counted is people ("weekend arrivals sampled"), or may be: nothing is said of it at all."""
    return not counted.strip() or _NAMES_PEOPLE.search(counted) is not None
