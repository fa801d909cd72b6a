"""What the tests of forms start from: small forms written as Markdown or XForm, and one fixed moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from monitor_app.forms import Context, Definition, LiveResponse, Value, check
from monitor_app.forms.xpath import FUNCTIONS, Compiler, Frame, Node, NodeKind, parse
from monitor_app.forms.xpath import Value as XPathValue
from monitor_app.forms.xpath.dates import Zones

NOW = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
VANCOUVER = ZoneInfo("America/Vancouver")
CONTEXT = Context(NOW, VANCOUVER, "en", seed=7)


def table(name: str, columns: str, *rows: str) -> str:
    """A sheet in Markdown; cells apart by `;`."""
    lines = [f"| {name} |"]
    for line in (columns, *rows):
        lines.append("| | " + " | ".join(cell.strip() for cell in line.split(";")) + " |")
    return "\n".join(lines) + "\n"


def form(columns: str, *rows: str, choices: tuple[str, ...] = (), settings: str = "") -> bytes:
    """An XLSForm in Markdown with a list `yn` and the list `choices` of lines `list;name;label`."""
    text = table("survey", columns, *rows)
    text += table("choices", "list_name;name;label;region", "yn;yes;Yes;", "yn;no;No;", *choices)
    text += table("settings", "form_title;form_id;version", settings or "Test;test;1")
    return text.encode()


def definition(data: bytes, filename: str = "form.md") -> Definition:
    """The definition of a form that must be sound."""
    result = check(data, filename)
    assert result.definition is not None, [(fault.row, fault.column, fault.kind) for fault in result.faults]
    return result.definition


def live(data: bytes, answers: Mapping[str, Value] | None = None, context: Context = CONTEXT) -> LiveResponse:
    return LiveResponse(definition(data), answers or {}, context)


class PlainWorld:
    """A world with nothing in it but a tree and a time."""

    def __init__(self, root: Node, now: datetime = NOW, zone: ZoneInfo = VANCOUVER) -> None:
        self.root = root
        self.now = now.astimezone(zone)
        self.zones = Zones(zone)
        self.language = "en"

    @property
    def today(self) -> date:
        return self.now.date()

    def instance(self, name: str) -> Node | None:
        return None

    def itext(self, key: str) -> list[Node]:
        return []

    def choice_label(self, path: str, value: str, near: Node) -> str:
        return f"{path}={value}"

    def random(self) -> float:
        return 0.25

    def uuid(self) -> str:
        return "00000000-0000-4000-8000-000000000000"


def tree(fields: Mapping[str, str]) -> Node:
    """`/data` with one child per field, in order; a name may come several times as `name#2`."""
    top = Node(NodeKind.DOCUMENT)
    data = top.append(Node(NodeKind.ELEMENT, "data"))
    for name, text in fields.items():
        data.append(Node(NodeKind.ELEMENT, name.partition("#")[0], text))
    return top


def value(expression: str, fields: Mapping[str, str] | None = None, now: datetime = NOW) -> XPathValue:
    """What an expression gives, asked at `/data`."""
    top = tree(fields or {})
    run = Compiler(FUNCTIONS, {"": "", "jr": "http://openrosa.org/javarosa"}).compile(parse(expression)).operand.run
    return run(Frame(top.children[0], PlainWorld(top, now)))
