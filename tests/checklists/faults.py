"""What can be wrong with a checklist: each function returns its faults as short lines, an empty list for none."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from tests.checklists.sheets import GUIDANCE, LABEL, RESOURCES, Row, Sheets

NO_BREAK = "\u00a0"
SPOKEN_COLUMNS = ("label", "guidance_hint", "hint", "constraint_message", "required_message")


@dataclass(frozen=True, slots=True)
class Standards:
    """What the library holds: scope and topics of each provision key, theme of each topic, field of each theme."""

    scopes: dict[str, str]
    provision_topics: dict[str, frozenset[str]]
    themes: dict[str, str]
    fields: dict[str, str]

    def scopes_for(self, topic: str) -> set[str]:
        return {self.scopes[key] for key, topics in self.provision_topics.items() if topic in topics}


def standards() -> Standards:
    library = json.loads((RESOURCES / "standards" / "library.json").read_text(encoding="utf-8"))
    topics = json.loads((RESOURCES / "standards" / "topics.json").read_text(encoding="utf-8"))
    provisions = [(p, i["scope"]) for i in library["instruments"] for p in i["provisions"]]
    return Standards(
        {p["key"]: scope for p, scope in provisions},
        {p["key"]: frozenset(p["topics"]) for p, _ in provisions},
        {t["key"]: t["theme"] for t in topics["topics"]},
        {t["key"]: t["field"] for t in topics["themes"]},
    )


def bad_names(sheets: Sheets) -> list[str]:
    counted = Counter(row["name"] for row in sheets.named())
    wrong = [name for name in counted if not re.fullmatch(r"[a-z][a-z0-9_]{0,31}", name)]
    return [f"{name} stands {n} times" for name, n in counted.items() if n > 1] + wrong


def bad_sentences(sheets: Sheets) -> list[str]:
    """Source: the brief: a full sentence of at most 140 characters in English."""
    return [
        f"{row['name']} ({language})"
        for row in sheets.judgements()
        for language in LABEL
        if not re.fullmatch(r"[A-ZÀÉÊÎÇ].*[^.…]\.", row[LABEL[language]])
        or (language == "en" and len(row[LABEL["en"]]) > 140)
    ]


def thin_indicators(sheets: Sheets) -> list[str]:
    faults: list[str] = []
    for row in sheets.judgements():
        told = {language: indicators(row, language) for language in GUIDANCE}
        faults += [f"{row['name']} ({language})" for language, all_ in told.items() if len(set(all_)) < 2]
        if len(told["en"]) != len(told["fr"]):
            faults.append(f"{row['name']}: {len(told['en'])} in English, {len(told['fr'])} in French")
    return faults


def indicators(row: Row, language: str) -> list[str]:
    return [part.strip() for part in row.get(GUIDANCE[language], "").split(" · ") if part.strip()]


def bad_citations(sheets: Sheets, known: Standards) -> list[str]:
    """A domestic and an international provision where the library has both for the topic; at least one otherwise."""
    faults: list[str] = []
    for row in sheets.judgements():
        name, topic = row["name"], row.get("bind::monitor:topic", "")
        keys = row.get("bind::monitor:provisions", "").split()
        if topic not in known.themes:
            faults.append(f"{name}: topic {topic!r} is unknown")
        faults += [f"{name}: {key} is not in the library" for key in keys if key not in known.scopes]
        faults += [f"{name}: {key} is cited twice" for key, n in Counter(keys).items() if n > 1]
        cited = {known.scopes[key] for key in keys if key in known.scopes}
        owed = known.scopes_for(topic) if len(known.scopes_for(topic)) > 1 else set()
        if not cited or not owed <= cited:
            faults.append(f"{name}: cites {sorted(cited)}, the library has {sorted(known.scopes_for(topic))}")
        if not any(topic in known.provision_topics.get(key, ()) for key in keys):
            faults.append(f"{name}: no provision cited is about {topic}")
    return faults


def misplaced(sheets: Sheets, known: Standards) -> list[str]:
    """A question stands in a section of its topic's theme, and a section's field is its theme's."""
    sections = [row for row in sheets.survey if row["type"] == "begin_group" and "bind::monitor:theme" in row]
    faults = [
        row["name"]
        for row in sections
        if known.fields.get(row["bind::monitor:theme"]) != row.get("bind::monitor:field")
    ]
    for row in sheets.judgements():
        theme = sheets.section_of(row["name"]).get("bind::monitor:theme")
        if theme is None or known.themes.get(row["bind::monitor:topic"]) != theme:
            faults.append(f"{row['name']}: {row['bind::monitor:topic']} in a section of {theme}")
    return faults


def near_duplicates(rows: tuple[Row, ...], language: str, limit: float) -> list[str]:
    """Pairs of judgements said in nearly the same words: ratio of matching characters at the limit or above."""
    found: list[str] = []
    for one, other in combinations(rows, 2):
        matcher = SequenceMatcher(None, one[LABEL[language]], other[LABEL[language]], autojunk=False)
        if matcher.real_quick_ratio() >= limit and matcher.quick_ratio() >= limit and matcher.ratio() >= limit:
            found.append(f"{one['name']} ~ {other['name']}: {matcher.ratio():.2f}")
    return found


def missing_french(sheets: Sheets) -> list[str]:
    """Whatever is said in English is said in French, with its own spaces, and nothing is said in French alone."""
    faults: list[str] = []
    for row in (*sheets.survey, *sheets.choices):
        for column in SPOKEN_COLUMNS:
            english, french = row.get(f"{column}::English (en)", ""), row.get(f"{column}::Français (fr)", "")
            if bool(english) != bool(french):
                faults.append(f"{row['name']}: {column} in one language only")
            if re.search(rf"[^\s{NO_BREAK}][:;?!](\s|$)| [:;?!»]|« |«[^{NO_BREAK}]", french):
                faults.append(f"{row['name']}: {column} lacks a no-break space")
    if any(row[LABEL["en"]] == row.get(LABEL["fr"]) for row in sheets.judgements()):
        faults.append("a question has English where French is meant")
    if not sheets.settings.get("monitor_title_fr"):
        faults.append("the title has no French")
    return faults


def unsaid(sheets: Sheets) -> list[str]:
    """A question, section or repeat a person sees has words; only calculations have none."""
    return [row["name"] for row in sheets.named() if row["type"] != "calculate" and not row.get(LABEL["en"])]


def dangling(sheets: Sheets) -> list[str]:
    """Names in expressions that no question has, and choice lists that no sheet holds."""
    names = {row["name"] for row in sheets.named()}
    faults = [
        f"{row['name']}: ${{{name}}}"
        for row in sheets.survey
        for cell in row.values()
        for name in re.findall(r"\$\{([^}]*)\}", cell)
        if name not in names
    ]
    for row in sheets.survey:
        kind, _, asked = row["type"].partition(" ")
        if kind in ("select_one", "select_multiple") and asked not in sheets.lists():
            faults.append(f"{row['name']}: list {asked}")
    return faults
