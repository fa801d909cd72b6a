"""Regular expressions that cannot hang: matched by walking all states at once, never by trying and going back.

Meaning as in Java (ODK Collect): the whole text must match. Groups do not capture; lazy and possessive marks change
nothing for a whole match and are read over. Back-references and look-behind are refused when the form is read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from monitor_app.forms.xpath.faults import TooMuchWork
from monitor_app.forms.xpath.pattern_syntax import (
    Alternatives,
    Anchor,
    Letter,
    LookAhead,
    Part,
    Repeat,
    Sequence,
    read_pattern,
    refuse,
)

MAX_STATES = 20_000
MAX_STEPS = 1_000_000
"""States visited for one match: about half a second."""


@dataclass(slots=True)
class _State:
    """`letter` consumes one character to `onward[0]`; `holds` is asked without consuming; else all of `onward`."""

    letter: Callable[[str], bool] | None = None
    holds: Callable[[str, int], bool] | None = None
    onward: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready to match."""

    states: tuple[_State, ...]
    start: int
    end: int
    moves: dict[tuple[frozenset[int], str], frozenset[int]]
    asserts: bool

    @classmethod
    def read(cls, text: str) -> Pattern:
        """Raises ExpressionFault for a pattern that cannot be used."""
        return _Builder().pattern(read_pattern(text))

    def matches(self, text: str) -> bool:
        """Whether the whole text matches. Raises TooMuchWork beyond the step limit."""
        return self._run(text, 0, whole=True)

    def matches_at(self, text: str, at: int) -> bool:
        """Whether something that begins at `at` matches."""
        return self._run(text, at, whole=False)

    def _run(self, text: str, at: int, *, whole: bool) -> bool:
        now = self._closure({self.start}, text, at)
        steps = 0
        for place in range(at, len(text)):
            if not whole and self.end in now:
                return True
            if not now:
                return False
            steps += len(now)
            if steps > MAX_STEPS:
                raise TooMuchWork
            now = self._move(now, text, place)
        return self.end in now

    def _move(self, now: frozenset[int], text: str, place: int) -> frozenset[int]:
        letter = text[place]
        known = None if self.asserts else self.moves.get((now, letter))
        if known is not None:
            return known
        found: set[int] = set()
        for index in now:
            state = self.states[index]
            if state.letter is not None and state.letter(letter):
                found.update(state.onward)
        after = self._closure(found, text, place + 1)
        if not self.asserts and len(self.moves) < 5_000:
            self.moves[now, letter] = after
        return after

    def _closure(self, begin: set[int], text: str, at: int) -> frozenset[int]:
        found = set(begin)
        stack = list(begin)
        while stack:
            state = self.states[stack.pop()]
            if state.letter is not None or (state.holds is not None and not state.holds(text, at)):
                continue
            for index in state.onward:
                if index not in found:
                    found.add(index)
                    stack.append(index)
        return frozenset(found)


@dataclass(slots=True)
class _Builder:
    states: list[_State] = field(default_factory=list)
    asserts: bool = False

    def pattern(self, part: Part) -> Pattern:
        end = self.state()
        start = self.build(part, end)
        return Pattern(tuple(self.states), start, end, {}, self.asserts)

    def state(self) -> int:
        if len(self.states) >= MAX_STATES:
            raise refuse("{}")
        self.states.append(_State())
        return len(self.states) - 1

    def build(self, part: Part, onward: int) -> int:
        """The states of `part`, leading to `onward`; gives the first one."""
        if isinstance(part, Sequence):
            for piece in reversed(part.parts):
                onward = self.build(piece, onward)
            return onward
        if isinstance(part, Alternatives):
            first = self.state()
            self.states[first].onward = [self.build(choice, onward) for choice in part.choices]
            return first
        if isinstance(part, Repeat):
            return self.repeat(part, onward)
        first = self.state()
        self.states[first].onward = [onward]
        if isinstance(part, Letter):
            self.states[first].letter = part.fits
        elif isinstance(part, Anchor):
            self.asserts = True
            self.states[first].holds = part.holds
        elif isinstance(part, LookAhead):
            self.asserts = True
            inner, wanted = _Builder().pattern(part.part), part.wanted
            self.states[first].holds = lambda text, at: inner.matches_at(text, at) is wanted
        return first

    def repeat(self, part: Repeat, onward: int) -> int:
        if part.most is None:
            loop = self.state()
            body = self.build(part.part, loop)
            self.states[loop].onward = [body, onward]
            onward = loop
        else:
            for _ in range(part.most - part.least):
                skip = self.state()
                self.states[skip].onward = [self.build(part.part, onward), onward]
                onward = skip
        for _ in range(part.least):
            onward = self.build(part.part, onward)
        return onward
