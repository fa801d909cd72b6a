"""Cuts an expression into tokens. Source: XPath 1.0, 3.7 Lexical Structure.

Whether `*`, `and`, `div`... are operators depends on what stands before them, so there is one pattern for the place of
an operand and one for the place of an operator.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from monitor_app.forms.xpath.faults import ExpressionFault, Reason

MAX_LENGTH = 32_000
"""Characters. Longer expressions are refused: no sheet cell needs them."""

_NAME = r"[^\W\d][\w.\-\u00b7]*"
_OPERAND = re.compile(
    rf"""\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)
    |(?P<literal>"[^"]*"|'[^']*')
    |(?P<name>{_NAME}(?::(?:{_NAME}|\*))?)
    |(?P<punct>\.\.|\.|//|/|@|\*|\$|-|\(|\)|\[|\]|,)
    |(?P<end>$))""",
    re.VERBOSE,
)
_OPERATOR = re.compile(
    r"""\s*(?:(?P<op>and|or|mod|div|<=|>=|!=|=|<|>|\+|-|\*|\||//|/)
    |(?P<punct>\)|\[|\]|,)
    |(?P<end>$))""",
    re.VERBOSE,
)
_AXIS = re.compile(r"\s*::")
_CALL = re.compile(r"\s*\(")
_PLAIN_AXIS_NAME = re.compile(r"[a-z-]+")
_BEFORE_OPERAND = frozenset({"//", "/", "@", "$", "-", "(", "[", ","})


class Token(NamedTuple):
    """`kind`: number, literal, name, function, axis, op, end, or the punctuation itself. `at`: character offset."""

    kind: str
    text: str
    at: int


def tokens(expression: str) -> list[Token]:
    """All tokens, the last of kind `end`. Raises ExpressionFault for a character that fits nowhere."""
    if len(expression) > MAX_LENGTH:
        raise ExpressionFault(Reason.TOO_LONG)
    found: list[Token] = []
    at = 0
    operand_next = True
    while True:
        match = (_OPERAND if operand_next else _OPERATOR).match(expression, at)
        if match is None and found and found[-1].kind == "/":
            match = _OPERATOR.match(expression, at)  # the root alone: `/ = 'x'`
        if match is None:
            raise ExpressionFault(Reason.SYNTAX, expression[at : at + 20].strip(), at)
        kind = str(match.lastgroup)
        text = match[kind]
        at = match.end()
        start = match.start(kind)
        if kind == "name":
            if _AXIS.match(expression, at) and _PLAIN_AXIS_NAME.fullmatch(text):
                at = _AXIS.match(expression, at).end()  # type: ignore[union-attr]
                found.append(Token("axis", text, start))
                continue
            kind = "function" if _CALL.match(expression, at) else "name"
            operand_next = kind == "function"
        elif kind == "punct":
            kind = text
            operand_next = text in _BEFORE_OPERAND
        elif kind == "op":
            operand_next = True
        elif kind == "end":
            found.append(Token("end", "", start))
            return found
        else:
            operand_next = False
        found.append(Token(kind, text, start))
