"""Labels, hints and messages of an XForm, from its translations or written in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from monitor_app.forms.formulas import Formula
from monitor_app.forms.reading.xml import MONITOR, elements, local
from monitor_app.forms.wording import MISSING, SILENT, Output, Piece, Wording, language_named

MakeFormula = Callable[[str], Formula]

_ITEXT = "jr:itext("


@dataclass(slots=True)
class Translations:
    """The itext of a form. `default` is the language of the form; texts by key, then by kind ('' or guidance), then by
    language.
    """

    languages: tuple[str, ...] = ()
    default: str = ""
    elements: dict[str, dict[str, dict[str, etree._Element]]] = field(default_factory=dict)

    @classmethod
    def read(cls, itext: etree._Element | None) -> Translations:
        found = cls()
        if itext is None:
            return found
        languages = []
        for translation in elements(itext):
            language = translation.get("lang", "")
            languages.append(language)
            if translation.get("default") is not None:
                found.default = language
            for text in elements(translation):
                kinds = found.elements.setdefault(text.get("id", ""), {})
                for value in elements(text):
                    kinds.setdefault(value.get("form", ""), {})[language] = value
        found.languages = tuple(languages)
        found.default = found.default or (languages[0] if languages else "")
        return found

    def wording(self, key: str, kind: str, make: MakeFormula) -> Wording:
        """The text of a key in all languages. What pyxform marks as untranslated is left out."""
        values = self.elements.get(key, {}).get(kind, {})
        if not values and kind == "":
            values = self.elements.get(key, {}).get("long", {}) or self.elements.get(key, {}).get("short", {})
        texts = {language: pieces(value, make) for language, value in values.items()}
        return Wording({language: found for language, found in texts.items() if found not in _UNTRANSLATED})

    def plain(self) -> Mapping[str, Wording]:
        """All texts without open places, for jr:itext() and choice labels."""
        found = {}
        for key, kinds in self.elements.items():
            values = kinds.get("") or kinds.get("long") or {}
            texts = {language: _flat(value) for language, value in values.items()}
            found[key] = Wording({language: (text,) for language, text in texts.items() if text not in MISSING})
        return found


_UNTRANSLATED: tuple[tuple[Piece, ...], ...] = ((), ("-",))


def pieces(element: etree._Element, make: MakeFormula) -> tuple[Piece, ...]:
    """The pieces of a text: words, and places that show a formula."""
    if len(element) == 0:
        text = element.text or ""
        return (text,) if text else ()
    found: list[Piece] = [element.text or ""]
    for child in elements(element):
        expression = child.get("value") or child.get("ref")
        if local(child) == "output" and expression:
            found.append(Output(make(expression)))
        else:
            found.append("".join(str(part) for part in child.itertext()))
        found.append(child.tail or "")
    return tuple(piece for piece in found if piece != "")


def _flat(element: etree._Element) -> str:
    if len(element) == 0:
        return element.text or ""
    text = element.text or ""
    for child in elements(element):
        text += ("…" if local(child) == "output" else "".join(str(part) for part in child.itertext())) + (
            child.tail or ""
        )
    return text


def wording_of(
    element: etree._Element | None, translations: Translations, make: MakeFormula, kind: str = ""
) -> Wording:
    """The wording of a label or hint element."""
    if element is None:
        return SILENT
    key = itext_key(element.get("ref", ""))
    if key:
        return translations.wording(key, kind, make)
    if kind:
        return SILENT
    found = pieces(element, make)
    return Wording({"": found}) if found else SILENT


def message(text: str | None, translations: Translations, make: MakeFormula) -> Wording:
    """A constraint or required message: a key of a text, or the text itself."""
    if not text:
        return SILENT
    key = itext_key(text)
    return translations.wording(key, "", make) if key else Wording({"": (text,)})


def itext_key(reference: str) -> str:
    """`jr:itext('/data/q:label')` -> `/data/q:label`; '' for anything else."""
    text = reference.strip()
    if text.startswith(_ITEXT) and text.endswith(")"):
        return text[len(_ITEXT) : -1].strip().strip("'\"")
    return ""


def title_wording(root: etree._Element, model: etree._Element, translations: Translations) -> Wording:
    """The title of the form, and its translations in our own attributes of the model (`monitor:title_fr`)."""
    head = next((child for child in elements(root) if local(child) == "head"), None)
    title = next((child for child in elements(head) if local(child) == "title"), None) if head is not None else None
    texts: dict[str, tuple[Piece, ...]] = {}
    if title is not None and title.text:
        texts[translations.default] = (title.text,)
    for name, value in model.attrib.items():
        space, _, key = str(name).rpartition("}")
        if space == f"{{{MONITOR}" and key.startswith("title_") and value:
            code = key.removeprefix("title_")
            texts[language_named(code, translations.languages) or code] = (str(value),)
    return Wording(texts)
