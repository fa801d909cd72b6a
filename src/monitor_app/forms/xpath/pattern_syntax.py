"""The syntax of regular expressions, as far as forms use Java's. Source: java.util.regex.Pattern, its summary."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from monitor_app.forms.xpath.faults import ExpressionFault, Reason

MAX_LENGTH = 2_000
MAX_COUNT = 1_000
MAX_DEPTH = 50

Fits = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Letter:
    """One character that fits."""

    fits: Fits


@dataclass(frozen=True, slots=True)
class Anchor:
    """Asked between characters: (text, place) -> bool."""

    holds: Callable[[str, int], bool]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts one after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One of several parts."""

    choices: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part so many times; `most` None: without end."""

    part: Part
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class LookAhead:
    """Asks, without going on, whether a part comes next."""

    part: Part
    wanted: bool


Part = Letter | Anchor | Sequence | Alternatives | Repeat | LookAhead


def refuse(detail: str) -> ExpressionFault:
    """The fault of a pattern that cannot be used."""
    return ExpressionFault(Reason.PATTERN, detail)


def read_pattern(text: str) -> Part:
    """The parts of a pattern. Raises ExpressionFault where it cannot be read."""
    if len(text) > MAX_LENGTH:
        raise refuse("")
    reader = _Reader(text)
    if text.startswith("(?i)"):
        reader.at, reader.fold = 4, True
    part = reader.alternatives()
    if reader.at < len(text):
        raise refuse(text[reader.at])
    return part


@dataclass(slots=True)
class _Reader:
    text: str
    at: int = 0
    depth: int = 0
    fold: bool = False

    def peek(self, size: int = 1) -> str:
        return self.text[self.at : self.at + size]

    def take(self) -> str:
        letter = self.peek()
        if not letter:
            raise refuse(self.text[-5:])
        self.at += 1
        return letter

    def alternatives(self) -> Part:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise refuse("(")
        choices = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            choices.append(self.sequence())
        self.depth -= 1
        return choices[0] if len(choices) == 1 else Alternatives(tuple(choices))

    def sequence(self) -> Part:
        parts: list[Part] = []
        while self.peek() not in ("", "|", ")"):
            parts.append(self.counted(self.atom()))
        return Sequence(tuple(parts))

    def counted(self, part: Part) -> Part:
        while True:
            mark = self.peek()
            if mark == "*":
                bounds: tuple[int, int | None] = (0, None)
            elif mark == "+":
                bounds = (1, None)
            elif mark == "?":
                bounds = (0, 1)
            elif mark == "{":
                bounds = self.bounds()
            else:
                return part
            self.at += 1
            if self.peek() in ("?", "+"):
                self.at += 1
            part = Repeat(part, *bounds)

    def bounds(self) -> tuple[int, int | None]:
        """Leaves the reader on the closing brace."""
        end = self.text.find("}", self.at)
        inner = self.text[self.at + 1 : end] if end > 0 else ""
        low, comma, high = inner.partition(",")
        if not low.isascii() or not low.isdigit() or (high and not (high.isascii() and high.isdigit())):
            raise refuse("{")
        least = int(low)
        most = (int(high) if high else None) if comma else least
        if least > MAX_COUNT or (most is not None and (most > MAX_COUNT or most < least)):
            raise refuse(inner)
        self.at = end
        return least, most

    def atom(self) -> Part:
        letter = self.take()
        if letter == "(":
            return self.group()
        if letter == "[":
            return Letter(self.set())
        if letter == ".":
            return Letter(lambda c: c != "\n")
        if letter == "^":
            return Anchor(lambda text, at: at == 0)
        if letter == "$":
            return Anchor(lambda text, at: at == len(text))
        if letter == "\\":
            return self.escape()
        if letter in "*+?{":
            raise refuse(letter)
        return Letter(self.exactly(letter))

    def exactly(self, letter: str) -> Fits:
        if self.fold:
            folded = letter.casefold()
            return lambda c: c.casefold() == folded
        return lambda c: c == letter

    def group(self) -> Part:
        wanted: bool | None = None
        if self.peek() == "?":
            kind = self.peek(2)
            if kind == "?:":
                self.at += 2
            elif kind in ("?=", "?!"):
                self.at += 2
                wanted = kind == "?="
            else:
                raise refuse(self.peek(3))
        part = self.alternatives()
        if self.take() != ")":
            raise refuse("(")
        return part if wanted is None else LookAhead(part, wanted)

    def escape(self) -> Part:
        letter = self.peek()
        if letter in ("b", "B"):
            self.at += 1
            edge = letter == "b"
            return Anchor(lambda text, at: _at_word_edge(text, at) is edge)
        if letter in ("A", "z", "Z"):
            self.at += 1
            start = letter == "A"
            return Anchor(lambda text, at: at == (0 if start else len(text)))
        if letter == "Q":
            end = self.text.find("\\E", self.at)
            end = end if end >= 0 else len(self.text)
            quoted = self.text[self.at + 1 : end]
            self.at = min(end + 2, len(self.text))
            return Sequence(tuple(Letter(self.exactly(c)) for c in quoted))
        fits, exact = self.escaped()
        return Letter(self.exactly(exact) if exact else fits)

    def escaped(self) -> tuple[Fits, str]:
        """A class such as \\d, or one exact character."""
        letter = self.take()
        if letter in _CLASSES:
            return _CLASSES[letter], ""
        if letter.lower() == "p":
            return self.category(letter == "P"), ""
        if letter in _CONTROLS:
            return _never, _CONTROLS[letter]
        if letter in "xu":
            size = 2 if letter == "x" else 4
            digits = self.peek(size)
            if len(digits) < size or any(c not in "0123456789abcdefABCDEF" for c in digits):
                raise refuse(f"\\{letter}")
            self.at += size
            return _never, chr(int(digits, 16))
        if letter.isalnum():
            raise refuse(f"\\{letter}")
        return _never, letter

    def category(self, negated: bool) -> Fits:
        """\\p{Lu}, \\pL, \\p{IsAlphabetic}: a Unicode category by its first letters."""
        if self.peek() == "{":
            end = self.text.find("}", self.at)
            if end < 0:
                raise refuse("\\p")
            name = self.text[self.at + 1 : end]
            self.at = end + 1
        else:
            name = self.take()
        wanted = _CATEGORIES.get(name.removeprefix("Is"), name.removeprefix("Is"))
        if not wanted or wanted[0] not in "LMNPSZC" or len(wanted) > 2:
            raise refuse(f"\\p{{{name}}}")
        return lambda c: unicodedata.category(c).startswith(wanted) is not negated

    def set(self) -> Fits:
        negated = self.peek() == "^"
        if negated:
            self.at += 1
        singles: set[str] = set()
        ranges: list[tuple[str, str]] = []
        others: list[Fits] = []
        first = True
        while first or self.peek() != "]":
            first = False
            low = self.member(others)
            if low is None:
                continue
            if self.peek() == "-" and self.peek(2)[1:] not in ("]", ""):
                self.at += 1
                high = self.member(others)
                if high is None or high < low:
                    raise refuse("-")
                ranges.append((low, high))
            else:
                singles.add(low)
        self.at += 1
        fold = self.fold

        def held(c: str) -> bool:
            return c in singles or any(low <= c <= high for low, high in ranges) or any(fits(c) for fits in others)

        def fits(c: str) -> bool:
            return (held(c) or (fold and (held(c.lower()) or held(c.upper())))) is not negated

        return fits

    def member(self, others: list[Fits]) -> str | None:
        """One character of a set; None where it was a class, which then is among `others`."""
        letter = self.take()
        if letter == "[":
            others.append(self.set())
            return None
        if letter == "&" and self.peek() == "&":
            raise refuse("&&")
        if letter != "\\":
            return letter
        fits, exact = self.escaped()
        if exact:
            return exact
        others.append(fits)
        return None


def _never(letter: str) -> bool:
    return False


def _word(letter: str) -> bool:
    return letter == "_" or (letter.isascii() and letter.isalnum())


def _at_word_edge(text: str, at: int) -> bool:
    before = at > 0 and _word(text[at - 1])
    after = at < len(text) and _word(text[at])
    return before != after


_CLASSES: dict[str, Fits] = {
    "d": lambda c: "0" <= c <= "9",
    "D": lambda c: not "0" <= c <= "9",
    "w": _word,
    "W": lambda c: not _word(c),
    "s": lambda c: c in " \t\n\r\f\v",
    "S": lambda c: c not in " \t\n\r\f\v",
    "h": lambda c: c in " \t\u00a0\u202f",
}
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "e": "\x1b"}
_CATEGORIES = {
    "Alpha": "L",
    "Alphabetic": "L",
    "Letter": "L",
    "Lower": "Ll",
    "Upper": "Lu",
    "Digit": "Nd",
    "Punct": "P",
}
