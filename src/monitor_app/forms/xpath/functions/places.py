"""Functions of points on the earth. Source: ODK XForms specification, 'Geographic functions'; radius as in JavaRosa.

A point is 'latitude longitude altitude accuracy' in degrees and metres; a trace or a shape is points apart by ';'.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function, values_of
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.nodes import NAN
from monitor_app.forms.xpath.operands import Kind, Operand
from monitor_app.forms.xpath.values import as_string

EARTH_RADIUS_M = 6_378_100.0

Point = tuple[float, float]


def points(text: str) -> list[Point] | None:
    """Latitude and longitude of each point; None where the text is no trace."""
    found = []
    for part in text.replace(",", ";").split(";"):
        if not part.strip():
            continue
        words = part.split()
        try:
            latitude, longitude = float(words[0]), float(words[1])
        except (ValueError, IndexError):
            return None
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        found.append((latitude, longitude))
    return found or None


def distance_m(trace: Sequence[Point]) -> float:
    """The length of a trace along the surface."""
    return sum(_apart_m(a, b) for a, b in pairwise(trace))


def _apart_m(a: Point, b: Point) -> float:
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    turn = math.radians(a[1] - b[1])
    cosine = math.sin(lat_a) * math.sin(lat_b) + math.cos(lat_a) * math.cos(lat_b) * math.cos(turn)
    return EARTH_RADIUS_M * math.acos(max(-1.0, min(1.0, cosine)))


def area_m2(shape: Sequence[Point]) -> float:
    """Area enclosed on a sphere, side by side down to the pole. Source: Chamberlain and Duquette, 2007."""
    total = 0.0
    for (lat_a, long_a), (lat_b, long_b) in pairwise([*shape, shape[0]]):
        sines = math.sin(math.radians(lat_a)) + math.sin(math.radians(lat_b))
        total += math.radians(long_b - long_a) * (2 + sines)
    return abs(total) * EARTH_RADIUS_M**2 / 2


def inside(point: Point, shape: Sequence[Point]) -> bool:
    """Ray casting over the sides of a closed shape."""
    y, x = point
    within = False
    for (y1, x1), (y2, x2) in pairwise(shape):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            within = not within
    return within


def crosses_itself(trace: Sequence[Point]) -> bool:
    """Whether two sides that are not neighbours touch."""
    sides = list(pairwise(trace))
    closed = len(trace) > 2 and trace[0] == trace[-1]
    for i, (a, b) in enumerate(sides):
        for j in range(i + 2, len(sides)):
            if closed and i == 0 and j == len(sides) - 1:
                continue
            if _cross(a, b, *sides[j]):
                return True
    return False


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    turns = _turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b)
    if (turns[0] > 0) != (turns[1] > 0) and (turns[2] > 0) != (turns[3] > 0) and all(turns):
        return True
    return any(
        turn == 0 and _between(*ends)
        for turn, ends in zip(turns, ((a, b, c), (a, b, d), (c, d, a), (c, d, b)), strict=True)
    )


def _between(a: Point, b: Point, c: Point) -> bool:
    return min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])


def _of_trace(work: Callable[[Sequence[Point]], float]) -> Callable[[Sequence[Operand]], Run]:
    """A number of one trace, to the centimetre; the points may also come as several nodes."""

    def build(operands: Sequence[Operand]) -> Run:
        values = values_of(operands)

        def run(frame: Frame) -> float:
            trace = points(";".join(as_string(value, frame.world.zones) for value in values(frame)))
            return NAN if trace is None else round(work(trace), 2)

        return run

    return build


def _geofence(operands: Sequence[Operand]) -> Run:
    point, shape = operands[0].string(), operands[1].string()

    def run(frame: Frame) -> bool:
        where, around = points(point(frame)), points(shape(frame))
        return where is not None and around is not None and inside(where[0], around)

    return run


def _intersects(operands: Sequence[Operand]) -> Run:
    text = operands[0].string()

    def run(frame: Frame) -> bool:
        trace = points(text(frame))
        return trace is not None and crosses_itself(trace)

    return run


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "area": Function(1, None, Kind.NUMBER, _of_trace(area_m2)),
        "distance": Function(1, None, Kind.NUMBER, _of_trace(distance_m)),
        "geofence": Function(2, 2, Kind.BOOLEAN, _geofence),
        "intersects": Function(1, 1, Kind.BOOLEAN, _intersects),
    }
)
