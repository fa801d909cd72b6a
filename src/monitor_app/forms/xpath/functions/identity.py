"""Functions of the form itself. Source: ODK XForms specification, 'uuid' and 'version'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function
from monitor_app.forms.xpath.frames import Frame, Run
from monitor_app.forms.xpath.operands import Kind, Operand


def _uuid(operands: Sequence[Operand]) -> Run:
    """A random UUID, or so many random hexadecimal digits."""
    if not operands:
        return lambda frame: frame.world.uuid()
    length = operands[0].number()

    def run(frame: Frame) -> str:
        wanted = length(frame)
        if not 0 <= wanted <= 4096:
            return ""
        digits = ""
        while len(digits) < wanted:
            digits += frame.world.uuid().replace("-", "")
        return digits[: int(wanted)]

    return run


def _version(operands: Sequence[Operand]) -> Run:
    def run(frame: Frame) -> str:
        for top in frame.world.root.children:
            for attribute in top.attributes:
                if attribute.local == "version":
                    return attribute.text
        return ""

    return run


TABLE: Mapping[str, Function] = MappingProxyType(
    {
        "uuid": Function(0, 1, Kind.STRING, _uuid),
        "version": Function(0, 0, Kind.STRING, _version),
    }
)
