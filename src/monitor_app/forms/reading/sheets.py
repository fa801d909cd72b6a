"""Sheets of an XLSForm as rows of text, with the row numbers people see (the header is row 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from monitor_app.base import Problem
from monitor_app.base.problems import forms as problems

MAX_ROWS: Mapping[str, int] = {"survey": 10_000, "choices": 50_000}
MAX_COLUMNS = 200
MAX_CELL = 32_000


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from 1, the header's; `cells` holds what is not empty, by column."""

    number: int
    cells: Mapping[str, str]

    def cell(self, *names: str) -> str:
        """The first of these columns that is filled in; '' where none is."""
        return next((self.cells[name] for name in names if name in self.cells), "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, its rows in order."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """`names` are all sheets as written; `sheets` those an XLSForm has, by lower-case name."""

    names: tuple[str, ...]
    sheets: Mapping[str, Sheet]

    def rows(self, sheet: str) -> tuple[Row, ...]:
        found = self.sheets.get(sheet)
        return found.rows if found is not None else ()

    def for_pyxform(self) -> dict[str, object]:
        """The shape pyxform reads. Blank rows stay, so that its row numbers are ours."""
        book: dict[str, object] = {"sheet_names": list(self.names)}
        for name, sheet in self.sheets.items():
            book[f"{name}_header"] = [dict.fromkeys(sheet.columns)]
            rows: list[dict[str, str]] = []
            for row in sheet.rows:
                rows.extend({} for _ in range(row.number - 2 - len(rows)))
                rows.append(dict(row.cells))
            book[name] = rows
        return book


KNOWN_SHEETS = frozenset({"survey", "choices", "settings", "external_choices", "entities", "osm"})


def sheet_of(name: str, columns: list[str], rows: list[Row]) -> Sheet:
    """A sheet within its limits. Raises Problem for one that is too long, too wide, or has a column twice."""
    limit = MAX_ROWS.get(name, MAX_ROWS["choices"])
    if len(rows) > limit:
        raise Problem(problems.TOO_MANY_ROWS, sheet=name, limit=limit)
    filled = [column for column in columns if column]
    if len(filled) > MAX_COLUMNS:
        raise Problem(problems.TOO_MANY_COLUMNS, sheet=name, limit=MAX_COLUMNS)
    for column in filled:
        if filled.count(column) > 1:
            raise Problem(problems.COLUMN_TWICE, sheet=name, column=column)
    return Sheet(name, tuple(filled), tuple(rows))


def row_of(number: int, columns: list[str], cells: list[str], sheet: str) -> Row:
    """One row. Raises Problem for a cell that is too long."""
    found: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        text = cell.strip(" \t\r\n")
        if column and text:
            if len(text) > MAX_CELL:
                raise Problem(problems.CELL_TOO_LONG, sheet=sheet, row=number, column=column)
            found[column] = text
    return Row(number, found)
