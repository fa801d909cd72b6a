"""Functions of numbers. Source: XPath 1.0, 4.4; ODK XForms specification, 'Number functions' and 'Math functions'."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function, of_numbers, values_of
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.nodes import NAN
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.values import as_number, number_of_text


def _number(operands: Sequence[Operand]) -> Run:
    if operands:
        return operands[0].number()
    return lambda frame: as_number([frame.node], frame.world.zones)


def _sum(operands: Sequence[Operand]) -> Run:
    nodes = operands[0].nodes()

    def run(frame: Frame) -> float:
        total = 0.0
        for node in nodes(frame):
            number = node.number()
            total += number if number == number else number_of_text(node.string(), frame.world.zones)
        return total

    return run


def _extreme(choose: Callable[[list[float]], float]) -> Callable[[Sequence[Operand]], Run]:
    """min or max of all values; NaN where one is no number or there is none."""

    def build(operands: Sequence[Operand]) -> Run:
        values = values_of(operands)

        def run(frame: Frame) -> float:
            numbers = [as_number(value, frame.world.zones) for value in values(frame)]
            if not numbers or any(number != number for number in numbers):
                return NAN
            return choose(numbers)

        return run

    return build


def _round(operands: Sequence[Operand]) -> Run:
    """Halves away from zero; the second argument counts decimals, negative ones tens (OpenRosa)."""
    number = operands[0].number()
    if len(operands) == 1:
        return lambda frame: rounded(number(frame), 0)
    places = operands[1].number()
    return lambda frame: rounded(number(frame), places(frame))


def rounded(number: float, places: float) -> float:
    """A number to so many decimals, halves away from zero."""
    if number != number or math.isinf(number) or places != places:
        return number
    digits = int(max(-300, min(places, 300)))
    try:
        return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP))
    except InvalidOperation:
        return number if digits > 0 else 0.0


def _whole(work: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: number if number != number or math.isinf(number) else float(work(number))


def _real(work: Callable[..., float]) -> Callable[..., float]:
    """A function of the math library that answers NaN or infinity rather than raise."""

    def run(*numbers: float) -> float:
        try:
            result = work(*numbers)
            return result if isinstance(result, float) else NAN
        except ValueError:
            return NAN
        except (OverflowError, ZeroDivisionError):
            return math.inf

    return run


def _log(work: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else _real(work)(number)


def _power(base: float, exponent: float) -> float:
    return math.pow(base, exponent)


def _random(operands: Sequence[Operand]) -> Run:
    return lambda frame: frame.world.random()


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "number": Function(0, 1, Kind.NUMBER, _number),
        "sum": Function(1, 1, Kind.NUMBER, _sum),
        "min": Function(1, None, Kind.NUMBER, _extreme(min)),
        "max": Function(1, None, Kind.NUMBER, _extreme(max)),
        "round": Function(1, 2, Kind.NUMBER, _round),
        "floor": of_numbers(1, 1, _whole(math.floor)),
        "ceiling": of_numbers(1, 1, _whole(math.ceil)),
        "int": of_numbers(1, 1, _whole(math.trunc)),
        "abs": of_numbers(1, 1, abs),
        "pow": of_numbers(2, 2, _real(_power)),
        "sqrt": of_numbers(1, 1, _real(math.sqrt)),
        "exp": of_numbers(1, 1, _real(math.exp)),
        "exp10": of_numbers(1, 1, _real(lambda number: 10.0**number)),
        "log": of_numbers(1, 1, _log(math.log)),
        "log10": of_numbers(1, 1, _log(math.log10)),
        "sin": of_numbers(1, 1, _real(math.sin)),
        "cos": of_numbers(1, 1, _real(math.cos)),
        "tan": of_numbers(1, 1, _real(math.tan)),
        "asin": of_numbers(1, 1, _real(math.asin)),
        "acos": of_numbers(1, 1, _real(math.acos)),
        "atan": of_numbers(1, 1, _real(math.atan)),
        "atan2": of_numbers(2, 2, _real(math.atan2)),
        "pi": of_numbers(0, 0, lambda: math.pi),
        "random": Function(0, 0, Kind.NUMBER, _random),
    }
)
