"""What can be wrong with an expression, found before anybody answers."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why an expression is refused."""

    SYNTAX = "syntax"
    TOO_LONG = "too long"
    TOO_DEEP = "too deep"
    UNKNOWN_FUNCTION = "unknown function"
    ARGUMENTS = "arguments"
    NOT_A_NODESET = "not a node-set"
    VARIABLE = "variable"
    PREFIX = "unknown prefix"
    PATTERN = "pattern"


class ExpressionFault(Exception):
    """An expression cannot be used. `detail` is a word of the expression itself; `at` a character offset."""

    def __init__(self, reason: Reason, detail: str = "", at: int = 0) -> None:
        super().__init__(f"{reason.value}: {detail}")
        self.reason = reason
        self.detail = detail
        self.at = at


class TooMuchWork(Exception):
    """An evaluation grew beyond its limits (node-set size, pattern steps); the expression then reads as empty."""
