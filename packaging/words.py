"""Collects the sentences of the source for the translators and compiles their words.

`python packaging/words.py` adds missing sentences to resources/i18n/fr/<room>.po, drops unused ones and writes
resources/i18n/fr.mo; `--check` changes nothing and exits 1 naming what is untranslated, unused or stale.
A sentence said in several rooms stands in the part of the first room, in alphabetical order.
"""

from __future__ import annotations

import ast
import string
import sys
from dataclasses import dataclass
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "monitor_app"
PARTS = ROOT / "resources" / "i18n" / "fr"
COMPILED = ROOT / "resources" / "i18n" / "fr.mo"
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "fr",
    "Plural-Forms": "nplurals=2; plural=(n > 1);",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the source; `plural` is empty where it has none."""

    text: str
    plural: str = ""


def sentences_in(tree: ast.AST) -> list[Sentence]:
    """Literals given to words(...), <x>.words(...), words.n(...), mark(...)."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node.func)
        literals = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if (name in ("words", "mark") or name.endswith((".words", "._words"))) and literals:
            found.append(Sentence(literals[0]))
        elif name.endswith(("words.n",)) and len(literals) >= 2:
            found.append(Sentence(literals[0], literals[1]))
    return found


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_name(node.value)}.{node.attr}"
    return ""


def collect() -> dict[str, dict[str, Sentence]]:
    """Room -> msgid -> sentence, each sentence in one room only."""
    parts: dict[str, dict[str, Sentence]] = {}
    seen: dict[str, tuple[str, str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        for sentence in sentences_in(ast.parse(path.read_text(encoding="utf-8"))):
            if not sentence.text:
                continue
            first = seen.get(sentence.text)
            if first is None:
                seen[sentence.text] = (room, sentence.plural)
                parts.setdefault(room, {})[sentence.text] = sentence
            elif sentence.plural and not first[1]:
                parts[first[0]][sentence.text] = sentence
    return parts


def load(part: Path) -> polib.POFile:
    if part.exists():
        return polib.pofile(str(part), wrapwidth=110)
    catalogue = polib.POFile(wrapwidth=110)
    catalogue.metadata = dict(HEADER)
    return catalogue


def merge() -> list[str]:
    """Brings the parts in line with the source; returns what is still untranslated."""
    parts = collect()
    known = {entry.msgid: entry for path in sorted(PARTS.glob("*.po")) for entry in load(path) if _done(entry)}
    PARTS.mkdir(parents=True, exist_ok=True)
    for path in PARTS.glob("*.po"):
        if path.stem not in parts:
            path.unlink()
    missing = []
    for room, sentences in parts.items():
        catalogue = polib.POFile(wrapwidth=110)
        catalogue.metadata = dict(HEADER)
        for text in sorted(sentences):
            entry = _entry(sentences[text], known.get(text))
            if not _done(entry):
                missing.append(f"{room}: {text}")
            catalogue.append(entry)
        path = PARTS / f"{room}.po"
        new = str(catalogue) + "\n"
        if not path.exists() or path.read_text(encoding="utf-8") != new:
            path.write_text(new, encoding="utf-8")
    COMPILED.write_bytes(compiled())
    return missing


def _entry(sentence: Sentence, known: polib.POEntry | None) -> polib.POEntry:
    if sentence.plural:
        plurals = {0: "", 1: ""}
        if known is not None and known.msgid_plural == sentence.plural:
            plurals = dict(known.msgstr_plural)
        return polib.POEntry(msgid=sentence.text, msgid_plural=sentence.plural, msgstr_plural=plurals)
    return polib.POEntry(msgid=sentence.text, msgstr=known.msgstr if known is not None else "")


def _done(entry: polib.POEntry) -> bool:
    if entry.msgid_plural:
        return len(entry.msgstr_plural) == 2 and all(entry.msgstr_plural.values())
    return bool(entry.msgstr)


def compiled() -> bytes:
    """The bytes of fr.mo: all translated sentences of all parts."""
    whole = polib.POFile()
    whole.metadata = dict(HEADER)
    for path in sorted(PARTS.glob("*.po")):
        for entry in load(path):
            if _done(entry):
                whole.append(entry)
    return bytes(whole.to_binary())


def faults() -> list[str]:
    """What keeps the catalogue from being whole: untranslated, unused, in another part, stale .mo, lost {places}."""
    parts = collect()
    wanted = {text: (room, s) for room, sentences in parts.items() for text, s in sentences.items()}
    found: dict[str, tuple[str, polib.POEntry]] = {}
    out = []
    for path in sorted(PARTS.glob("*.po")):
        for entry in load(path):
            found[entry.msgid] = (path.stem, entry)
            if entry.msgid not in wanted:
                out.append(f"unused: {path.stem}: {entry.msgid}")
    for text, (room, _sentence) in wanted.items():
        if text not in found or not _done(found[text][1]):
            out.append(f"untranslated: {room}: {text}")
        elif _places(found[text][1]):
            out.append(f"other places in the French: {room}: {text}")
    if not out and (not COMPILED.exists() or COMPILED.read_bytes() != compiled()):
        out.append("fr.mo is older than its parts: run packaging/words.py")
    return out


def _places(entry: polib.POEntry) -> bool:
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    want = _fields(entry.msgid_plural or entry.msgid)
    return any(not _fields(text) <= want | {"n"} or (want - {"n"}) - _fields(text) for text in texts)


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


if __name__ == "__main__":
    problems = faults() if "--check" in sys.argv else merge()
    for problem in problems:
        print(problem)
    if "--check" in sys.argv:
        sys.exit(1 if problems else 0)
    print(f"{len(problems)} sentences still to translate" if problems else "every sentence is translated")
