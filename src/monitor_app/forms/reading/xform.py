"""An XForm becomes a definition. Source: ODK XForms specification (model, bind, body, itext, setvalue)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lxml import etree

from monitor_app.base import Problem, sha256
from monitor_app.base.problems import forms as problems
from monitor_app.forms.definition import Choice, Definition, Group, Item, Itemset, Question, Repeat, Section, SetValue
from monitor_app.forms.formulas import Formula, Formulary
from monitor_app.forms.logic import Draft, RuleKind, build_logic
from monitor_app.forms.model import ModelNode
from monitor_app.forms.reading.binds import PRELOADED, Bind, read_binds
from monitor_app.forms.reading.choices import ChoiceReading
from monitor_app.forms.reading.instance import read_model
from monitor_app.forms.reading.wordings import Translations, message, title_wording, wording_of
from monitor_app.forms.reading.xml import JAVAROSA, XFORMS, elements, list_tree, local, parsed
from monitor_app.forms.wording import SILENT, Wording
from monitor_app.forms.xpath import ExpressionFault, Node

_CONTROLS = frozenset({"input", "select1", "select", "rank", "upload", "trigger", "range", "secret", "textarea"})
_TYPES: Mapping[str, str] = MappingProxyType({"int": "integer", "string": "text", "datetime": "dateTime", "": "text"})
_BY_CONTROL: Mapping[str, str] = MappingProxyType(
    {"select1": "select_one", "select": "select_multiple", "rank": "rank", "trigger": "acknowledge", "range": "range"}
)
_OWN_ATTRIBUTES = frozenset({"ref", "nodeset", "appearance", "bind"})


@dataclass(frozen=True, slots=True)
class FormulaFault(Exception):
    """A formula that cannot be used, at the field and in the column it stands in."""

    path: str
    column: str
    fault: ExpressionFault
    text: str


def definition_of(data: bytes, source_hash: bytes | None = None) -> Definition:
    """The definition of an XForm. `source_hash` is that of the file it was made from (its own otherwise).

    Raises Problem for what is no form, FormulaFault and CyclicLogic for faults of its logic.
    """
    root = parsed(data)
    model = next((child for head in elements(root) for child in elements(head) if local(child) == "model"), None)
    body = next((child for child in elements(root) if local(child) == "body"), None)
    if local(root) != "html" or model is None:
        raise Problem(problems.NOT_A_FORM)
    return _Reader(root, model, body).definition(source_hash if source_hash is not None else sha256(data))


@dataclass(slots=True)
class _Reader:
    root: etree._Element
    model: etree._Element
    body: etree._Element | None
    binds: dict[str, Bind] = field(default_factory=dict)
    nodes: dict[str, ModelNode] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    lists: dict[str, Node] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    set_values: list[SetValue] = field(default_factory=list)
    translations: Translations = field(default_factory=Translations)
    choices: ChoiceReading = field(default_factory=ChoiceReading)
    formulary: Formulary = field(default_factory=lambda: Formulary({}, frozenset()))
    counts: dict[str, str] = field(default_factory=dict)
    fixed: set[str] = field(default_factory=set)

    def definition(self, source_hash: bytes) -> Definition:
        instances = [child for child in elements(self.model) if local(child) == "instance"]
        primary = next((child for instance in instances[:1] for child in elements(instance)), None)
        if primary is None:
            raise Problem(problems.NOT_A_FORM)
        for instance in instances[1:]:
            self.lists[instance.get("id", "")] = list_tree(instance)
        itext = next((child for child in elements(self.model) if local(child) == "itext"), None)
        self.translations = Translations.read(itext)
        self.choices = ChoiceReading(self.lists, self.translations.plain(), self.translations)
        self.binds = read_binds(self.model)
        repeats = self._repeats()
        namespaces = {prefix: uri for prefix, uri in self.root.nsmap.items() if prefix} | {"": ""}
        self.formulary = Formulary(namespaces | {"jr": JAVAROSA}, frozenset(repeats))
        top = read_model(primary, repeats, self.binds)
        self.nodes = {node.path: node for node in top.walk()}
        children = self._children(self.body, top.path) if self.body is not None else ()
        self._hidden(top)
        self._actions(self.model, "")
        self._preloads()
        for path, text in self.counts.items():
            if path not in self.nodes:
                raise Problem(problems.NO_SUCH_FIELD, path=path)
            self.drafts.append(Draft(path, RuleKind.COUNT, self._formula(text, path, "repeat_count")))
        logic = build_logic(self.drafts, self.nodes, frozenset(repeats))
        return Definition(
            form_id=primary.get("id") or local(primary),
            version=primary.get("version", ""),
            title=title_wording(self.root, self.model, self.translations),
            languages=self.translations.languages,
            default_language=self.translations.default,
            source_hash=source_hash,
            model=top,
            sections=self._sections(children, top.path),
            items=self.items,
            lists=self.lists,
            texts=self.choices.texts,
            set_values=tuple(self.set_values),
            logic=logic,
        )

    def _repeats(self) -> set[str]:
        """The paths of repeats; also what their bodies say of the number of rows."""
        found: set[str] = set()
        for element in self.body.iter(f"{{{XFORMS}}}repeat") if self.body is not None else ():
            path = (element.get("nodeset") or element.get("ref") or "").strip()
            found.add(path)
            count = element.get(f"{{{JAVAROSA}}}count")
            if count:
                self.counts[path] = count
            if element.get(f"{{{JAVAROSA}}}noAddRemove", "").startswith("true"):
                self.fixed.add(path)
        return found

    def _sections(self, children: tuple[Item, ...], top: str) -> tuple[Section, ...]:
        """One per group or repeat at the top; what stands between them makes sections of its own."""
        sections: list[Section] = []
        loose: list[Item] = []
        for child in (*children, None):
            if child is None or not (isinstance(child, Question) or child.path == top):
                if loose:
                    sections.append(Section(top, "", len(sections) + 1, SILENT, tuple(loose)))
                    loose = []
                if child is not None and not isinstance(child, Question):
                    inside = child.children if isinstance(child, Group) else (child,)
                    number = len(sections) + 1
                    sections.append(Section(child.path, child.name, number, child.label, inside, child.extra))
            else:
                loose.append(child)
        return tuple(sections)

    def _children(self, parent: etree._Element, place: str) -> tuple[Item, ...]:
        found: list[Item] = []
        for element in elements(parent):
            name = local(element)
            if name == "group":
                found.append(self._group(element, place))
            elif name == "repeat":
                found.append(self._repeat(element, element, place))
            elif name in _CONTROLS:
                question = self._question(element, name, place)
                if question is not None:
                    found.append(question)
        return tuple(found)

    def _group(self, element: etree._Element, place: str) -> Item:
        path = self._path(element, place) or place
        if path not in self.nodes:
            raise Problem(problems.NO_SUCH_FIELD, path=path)
        inner = [child for child in elements(element) if local(child) in _CONTROLS | {"group", "repeat"}]
        if (
            len(inner) == 1
            and local(inner[0]) == "repeat"
            and self._path(inner[0], place) in (path, *self.counts, *self.nodes)
        ):
            return self._repeat(inner[0], element, path)
        label = wording_of(self._child(element, "label"), self.translations, self._outputs(path))
        children = self._children(element, path)
        bind = self.binds.get(path, Bind())
        named = path != place
        group = Group(
            path=path,
            name=path.rpartition("/")[2] if named else "",
            label=label,
            appearance=element.get("appearance", ""),
            children=children,
            relevant=self._rule(path, RuleKind.RELEVANT, "relevant", bind.relevant) if named else None,
            extra=bind.extra if named else {},
        )
        if named:
            self._rule(path, RuleKind.READONLY, "read_only", bind.readonly)
            self.items[path] = group
        return group

    def _repeat(self, element: etree._Element, around: etree._Element, place: str) -> Repeat:
        path = self._path(element, place)
        if path not in self.nodes:
            raise Problem(problems.NO_SUCH_FIELD, path=path)
        label = self._child(element, "label")
        if label is None:
            label = self._child(around, "label")
        bind = self.binds.get(path, Bind())
        count = self.counts.get(path)
        self._actions(element, path)
        repeat = Repeat(
            path=path,
            name=path.rpartition("/")[2],
            label=wording_of(label, self.translations, self._outputs(path)),
            appearance=around.get("appearance", "") or element.get("appearance", ""),
            children=self._children(element, path),
            count=self._formula(count, path, "repeat_count") if count else None,
            fixed=bool(count) or path in self.fixed,
            first_rows=len(self.nodes[path].first_rows),
            relevant=self._rule(path, RuleKind.RELEVANT, "relevant", bind.relevant),
            extra=bind.extra,
        )
        self.items[path] = repeat
        return repeat

    def _question(self, element: etree._Element, control: str, place: str) -> Question | None:
        path = self._path(element, place)
        node = self.nodes.get(path)
        if node is None:
            raise Problem(problems.NO_SUCH_FIELD, path=path)
        self._actions(element, path)
        choices, itemset = self.choices.read(element, lambda text: self._formula(text, path, "choice_filter"))
        hint = self._child(element, "hint")
        parameters = {
            str(name): str(value) for name, value in element.attrib.items() if str(name) not in _OWN_ATTRIBUTES
        }
        media = element.get("mediatype", "")
        outputs = self._outputs(path)
        question = self._field(
            node,
            control,
            _BY_CONTROL.get(control) or (media.partition("/")[0] if media else ""),
            label=wording_of(self._child(element, "label"), self.translations, outputs),
            hint=wording_of(hint, self.translations, outputs),
            guidance=wording_of(hint, self.translations, outputs, "guidance"),
            choices=choices,
            itemset=itemset,
            appearance=element.get("appearance", ""),
            parameters=parameters,
        )
        if itemset is not None:
            self.drafts.append(Draft(path, RuleKind.OPTIONS, itemset.nodes))
        return question

    def _hidden(self, top: ModelNode) -> None:
        """Fields without a control: calculations and what the form keeps for itself."""
        for node in top.walk():
            if node.path in self.items or node.path == top.path:
                continue
            if node.children:
                bind = self.binds.get(node.path, Bind())
                relevant = self._rule(node.path, RuleKind.RELEVANT, "relevant", bind.relevant)
                self.items[node.path] = Group(node.path, node.local, SILENT, "", (), relevant, bind.extra)
            else:
                self._field(node, "", "")

    def _field(
        self,
        node: ModelNode,
        control: str,
        kind: str,
        *,
        label: Wording = SILENT,
        hint: Wording = SILENT,
        guidance: Wording = SILENT,
        choices: tuple[Choice, ...] = (),
        itemset: Itemset | None = None,
        appearance: str = "",
        parameters: Mapping[str, str] = MappingProxyType({}),
    ) -> Question:
        bind = self.binds.get(node.path, Bind())
        path = node.path
        calculate = self._rule(path, RuleKind.CALCULATE, "calculation", bind.calculate)
        if not kind:
            kind = _TYPES.get(bind.type, bind.type)
            if not control:
                kind = "calculate" if calculate is not None else "hidden"
            elif kind == "text" and bind.readonly == "true()" and control == "input":
                kind = "note"
        question = Question(
            path=path,
            name=node.local,
            type=kind,
            control=control,
            label=label,
            hint=hint,
            guidance=guidance,
            choices=choices,
            itemset=itemset,
            appearance=appearance,
            parameters=parameters,
            relevant=self._rule(path, RuleKind.RELEVANT, "relevant", bind.relevant),
            required=self._rule(path, RuleKind.REQUIRED, "required", bind.required),
            readonly=self._rule(path, RuleKind.READONLY, "read_only", bind.readonly),
            constraint=self._rule(path, RuleKind.CONSTRAINT, "constraint", bind.constraint),
            calculate=calculate,
            constraint_message=message(bind.constraint_message, self.translations, self._outputs(path)),
            required_message=message(bind.required_message, self.translations, self._outputs(path)),
            default=node.text,
            extra=bind.extra,
        )
        self.items[path] = question
        return question

    def _rule(self, path: str, kind: RuleKind, column: str, text: str) -> Formula | None:
        """A formula of a bind; also a rule of the logic unless it always says the same."""
        if not text:
            return None
        formula = self._formula(text, path, column)
        if kind is RuleKind.CALCULATE or formula.constant() is None:
            self.drafts.append(Draft(path, kind, formula, kind is RuleKind.CALCULATE and formula.once))
        return formula

    def _formula(self, text: str, path: str, column: str) -> Formula:
        try:
            return self.formulary.formula(text, path)
        except ExpressionFault as fault:
            raise FormulaFault(path, column, fault, text) from None

    def _outputs(self, path: str) -> _Outputs:
        return _Outputs(self, path)

    def _actions(self, parent: etree._Element, place: str) -> None:
        """setvalue elements directly inside the model, a repeat or a question."""
        for element in elements(parent):
            if local(element) != "setvalue":
                continue
            target = self._path(element, place)
            if target not in self.nodes:
                continue
            value = element.get("value")
            formula = self._formula(value, target, "default") if value else None
            events = tuple((element.get("event") or "").split())
            self.set_values.append(SetValue(target, events, formula, element.text or "", place))

    def _preloads(self) -> None:
        """What the form notes about itself at the start (`today`, `start`, an id) is written like a dynamic default."""
        for path, bind in self.binds.items():
            text = PRELOADED.get((bind.preload, bind.preload_parameters), PRELOADED.get((bind.preload, "")))
            if text is not None and path in self.nodes:
                formula = self._formula(text, path, "default")
                self.set_values.append(SetValue(path, ("odk-instance-first-load",), formula, ""))

    def _path(self, element: etree._Element, place: str) -> str:
        """The absolute path an element refers to."""
        path = (element.get("ref") or element.get("nodeset") or "").strip()
        if not path and element.get("bind"):
            wanted = element.get("bind")
            path = next((found for found, bind in self.binds.items() if bind.id == wanted), "")
        if not path or path.startswith("/"):
            return path
        path = path.removeprefix("current()/")
        names = place.split("/")
        for step in path.split("/"):
            if step == "..":
                names.pop()
            elif step != ".":
                names.append(step)
        return "/".join(names)

    def _child(self, element: etree._Element, name: str) -> etree._Element | None:
        return next((child for child in elements(element) if local(child) == name), None)


@dataclass(frozen=True, slots=True)
class _Outputs:
    """Makes the formulas inside a text of the field at `path`; they become rules that tell when the text changed."""

    reader: _Reader
    path: str

    def __call__(self, text: str) -> Formula:
        formula = self.reader._formula(text, self.path, "label")
        self.reader.drafts.append(Draft(self.path, RuleKind.LABEL, formula))
        return formula
