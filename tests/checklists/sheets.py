"""A checklist sheet as the tests read it: the Markdown tables row by row, nothing interpreted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

RESOURCES = Path(__file__).parents[2] / "resources"
FOLDER = RESOURCES / "checklists"
LABEL = {"en": "label::English (en)", "fr": "label::Français (fr)"}
GUIDANCE = {"en": "guidance_hint::English (en)", "fr": "guidance_hint::Français (fr)"}

Row: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheets:
    """The three sheets of one checklist; a row holds only its filled cells. Raises ValueError for a torn table."""

    survey: tuple[Row, ...]
    choices: tuple[Row, ...]
    settings: Row

    def judgements(self) -> tuple[Row, ...]:
        return tuple(row for row in self.survey if row["type"] == "select_one judgement")

    def named(self) -> Iterator[Row]:
        """Every question, section and repeat once: the rows that open a name, not those that close it."""
        return (row for row in self.survey if not row["type"].startswith("end_"))

    def lists(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        found: dict[str, tuple[tuple[str, ...], ...]] = {}
        for row in self.choices:
            choice = (row["name"], row.get(LABEL["en"], ""), row.get(LABEL["fr"], ""))
            found[row["list_name"]] = (*found.get(row["list_name"], ()), choice)
        return found

    def section_of(self, name: str) -> Row:
        """The section (outermost group) that holds the named question."""
        open_groups: list[Row] = []
        for row in self.survey:
            if row["type"].startswith("end_"):
                open_groups.pop()
            elif row["name"] == name:
                return open_groups[0] if open_groups else row
            elif row["type"].startswith("begin_"):
                open_groups.append(row)
        raise ValueError(f"no question {name}")


def read(text: str) -> Sheets:
    sheets: dict[str, list[Row]] = {}
    columns: list[str] = []
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
        if cells[0]:
            current, columns = cells[0], []
            sheets[current] = []
        elif not columns:
            columns = cells[1:]
        elif len(cells) != len(columns) + 1:
            raise ValueError(f"row {number} has {len(cells) - 1} cells for {len(columns)} columns")
        else:
            sheets[current].append({name: cell for name, cell in zip(columns, cells[1:], strict=True) if cell})
    return Sheets(tuple(sheets["survey"]), tuple(sheets["choices"]), sheets["settings"][0])
