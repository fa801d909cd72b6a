"""The functions, a module per subject. A new one is an entry in the table of its subject, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from monitor_app.forms.xpath.calls import Function
from monitor_app.forms.xpath.functions import calendar, choices, identity, logic, nodesets, numbers, places, strings

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        **strings.TABLE,
        **numbers.TABLE,
        **logic.TABLE,
        **nodesets.TABLE,
        **choices.TABLE,
        **calendar.TABLE,
        **places.TABLE,
        **identity.TABLE,
    }
)
