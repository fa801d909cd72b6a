"""The choices of select questions: written in place, or drawn from a list of the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from monitor_app.forms.definition import Choice, Itemset
from monitor_app.forms.formulas import unfiltered
from monitor_app.forms.reading.wordings import MakeFormula, Translations, wording_of
from monitor_app.forms.reading.xml import elements, local
from monitor_app.forms.wording import Wording
from monitor_app.forms.xpath import Node

_ITEXT = "jr:itext("


@dataclass(slots=True)
class ChoiceReading:
    """Reads choices; each list of a form is read once, whoever draws from it."""

    lists: Mapping[str, Node] = field(default_factory=dict)
    texts: Mapping[str, Wording] = field(default_factory=dict)
    translations: Translations = field(default_factory=Translations)
    _known: dict[tuple[str, str, str], tuple[Choice, ...]] = field(default_factory=dict)

    def read(self, element: etree._Element, make: MakeFormula) -> tuple[tuple[Choice, ...], Itemset | None]:
        """The whole list of a question, and its itemset where what is offered depends on anything."""
        source = _child(element, "itemset")
        if source is None:
            return tuple(self._inline(item, make) for item in elements(element) if local(item) == "item"), None
        value, label = _child(source, "value"), _child(source, "label")
        reference = label.get("ref", "") if label is not None else ""
        translated = reference.startswith(_ITEXT)
        label_name = reference[len(_ITEXT) : -1].strip() if translated else reference
        value_name = value.get("ref", "") if value is not None else ""
        nodeset = source.get("nodeset", "").strip()
        nodes = make(nodeset)
        itemset = Itemset(nodes, unfiltered(nodes), value_name, label_name, translated)
        key = _list_of(nodeset)
        if key not in self.lists:
            return (), itemset
        mark = (key, value_name, label_name)
        if mark not in self._known:
            self._known[mark] = self._whole(self.lists[key], itemset)
        plain = nodeset.split("/") == [f"instance('{key}')", "root", "item"]
        return self._known[mark], None if plain else itemset

    def _whole(self, instance: Node, itemset: Itemset) -> tuple[Choice, ...]:
        found = []
        for root in instance.named("root"):
            for item in root.named("item"):
                name = next((child.string() for child in item.named(itemset.value)), "")
                text = next((child.string() for child in item.named(itemset.label)), "")
                wording = self.texts.get(text) if itemset.translated else None
                found.append(Choice(name, wording if wording is not None else Wording({"": (text,)})))
        return tuple(found)

    def _inline(self, item: etree._Element, make: MakeFormula) -> Choice:
        value = _child(item, "value")
        name = (value.text or "").strip() if value is not None else ""
        return Choice(name, wording_of(_child(item, "label"), self.translations, make))


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in elements(element) if local(child) == name), None)


def _list_of(nodeset: str) -> str:
    """The list a nodeset starts from: `instance('yn')/…/item[…]` -> `yn`."""
    text = nodeset.removeprefix("randomize(").strip()
    if not text.startswith("instance("):
        return ""
    return text[len("instance(") :].partition(")")[0].strip().strip("'\"")
