"""Sureness: facts of the data files that are known, and those a person still has to check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from monitor_app.base import Words, mark
from monitor_app.standards.bilingual import Bilingual
from monitor_app.standards.reading import Damaged, Record


class Sureness(Enum):
    """How sure a fact is. The value is a short label for the catalogue."""

    KNOWN = mark("known")
    TO_BE_CHECKED = mark("to be checked")

    def label(self, words: Words) -> str:
        """The short label."""
        return words(self.value)


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence about a facility or about detention in general, with the keys of provisions it rests on."""

    text: Bilingual
    sureness: Sureness
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class When:
    """A day as well as it is known: `iso` is YYYY, YYYY-MM or YYYY-MM-DD."""

    iso: str

    def said(self, words: Words) -> str:
        """2024; Jul 2022; 31 Oct 2023."""
        if len(self.iso) == 4:
            return self.iso
        if len(self.iso) == 7:
            # the second of the month: the first has its own form in French, and the day is dropped
            return words.day(date.fromisoformat(f"{self.iso}-02")).removeprefix("2 ")
        return words.day(date.fromisoformat(self.iso))


def read_fact(record: Record) -> Fact:
    """Raises Damaged."""
    return Fact(record.bilingual("text"), read_sureness(record, "sureness"), record.texts("provisions"))


def read_sureness(record: Record, name: str) -> Sureness:
    """Raises Damaged for any other word than known and to_be_checked."""
    match record.text(name):
        case "known":
            return Sureness.KNOWN
        case "to_be_checked":
            return Sureness.TO_BE_CHECKED
    raise Damaged(name)


def read_when(record: Record, name: str) -> When:
    """Raises Damaged for what is no year, month or day."""
    iso = record.text(name)
    try:
        date.fromisoformat(f"{iso}-01-01"[:10])
    except ValueError as error:
        raise Damaged(name) from error
    if len(iso) not in (4, 7, 10):
        raise Damaged(name)
    return When(iso)
