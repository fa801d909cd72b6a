"""XPath 1.0 with the functions of ODK XForms: parse to a typed tree, compile to closures, run on own nodes."""

from monitor_app.forms.xpath.compiling import Compiled, Compiler
from monitor_app.forms.xpath.faults import ExpressionFault, Reason, TooMuchWork
from monitor_app.forms.xpath.frames import Frame, World
from monitor_app.forms.xpath.functions import FUNCTIONS
from monitor_app.forms.xpath.nodes import Node, NodeKind
from monitor_app.forms.xpath.parsing import parse
from monitor_app.forms.xpath.values import Value, as_boolean, as_number, as_string

__all__ = [
    "FUNCTIONS",
    "Compiled",
    "Compiler",
    "ExpressionFault",
    "Frame",
    "Node",
    "NodeKind",
    "Reason",
    "TooMuchWork",
    "Value",
    "World",
    "as_boolean",
    "as_number",
    "as_string",
    "parse",
]
