"""XLSForm as Markdown tables: `| survey | | |` opens a sheet, the next row names its columns.

Source: pyxform's own Markdown form of an XLSForm, so that the same file loads elsewhere.
"""

from __future__ import annotations

import re

from monitor_app.base import Problem
from monitor_app.base.problems import forms as problems
from monitor_app.forms.reading.sheets import KNOWN_SHEETS, Row, Sheet, Workbook, row_of, sheet_of

_ROW = re.compile(r"\s*\|(.*)\|\s*")
_RULE = re.compile(r"[|:\-\s]+")
_PIPE = re.compile(r"(?<!\\)\|")


def read_markdown(data: bytes) -> Workbook:
    """The sheets of a Markdown file. Raises Problem where it has none."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(problems.NOT_A_FORM) from None
    tables: dict[str, list[list[str]]] = {}
    now: list[list[str]] | None = None
    for line in text.split("\n"):
        cells = _cells(line)
        if cells is None:
            continue
        if cells[0]:
            now = tables.setdefault(cells[0], [])
        if now is not None and any(cells[1:]):
            now.append(cells[1:])
    if not tables:
        raise Problem(problems.NOT_A_FORM)
    sheets = {
        name.lower(): _sheet(name.lower(), table) for name, table in tables.items() if name.lower() in KNOWN_SHEETS
    }
    return Workbook(tuple(tables), sheets)


def _cells(line: str) -> list[str] | None:
    """The cells of a line, the sheet's name first; None for a line that is no row."""
    if line.lstrip().startswith("#"):
        return None
    match = _ROW.fullmatch(line.rstrip("\r"))
    if match is None or (_RULE.fullmatch(match[1]) and "-" in match[1]):
        return None
    return [cell.strip(" \t").replace("\\|", "|") for cell in _PIPE.split(match[1])]


def _sheet(name: str, table: list[list[str]]) -> Sheet:
    if not table:
        return Sheet(name, (), ())
    columns = table[0]
    rows: list[Row] = [row_of(number, columns, cells, name) for number, cells in enumerate(table[1:], 2)]
    return sheet_of(name, columns, rows)
