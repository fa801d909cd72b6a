"""XLSForm as an .xlsx file, with its limits checked before anything of it is unpacked."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from monitor_app.base import Problem
from monitor_app.base.problems import forms as problems
from monitor_app.forms.reading.sheets import KNOWN_SHEETS, MAX_COLUMNS, MAX_ROWS, Row, Sheet, Workbook, row_of, sheet_of

MB = 1024 * 1024
MAX_FILE = 20 * MB
MAX_UNPACKED = 100 * MB
MAX_PART = 50 * MB
MAX_PARTS = 2_000
MAX_RATIO = 200
"""Unpacked bytes per packed byte, for parts over 1 MB. Real sheets stay below 60."""
_BLANK_ROWS_MEAN_THE_END = 200


def read_workbook(data: bytes) -> Workbook:
    """The sheets of an .xlsx file. Raises Problem for what is too big, packed to hurt, damaged or no workbook."""
    _refuse_bombs(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not keep (validation lists, styles) is nothing of ours
        return _sheets(data)


def _sheets(data: bytes) -> Workbook:
    try:
        book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except _DAMAGED:
        raise Problem(problems.NOT_A_WORKBOOK) from None
    try:
        sheets: dict[str, Sheet] = {}
        for name in book.sheetnames:
            lower = name.lower()
            if lower in KNOWN_SHEETS and lower not in sheets:
                sheets[lower] = _sheet(lower, book[name].iter_rows(values_only=True, max_col=MAX_COLUMNS + 1))
        return Workbook(tuple(book.sheetnames), sheets)
    except _DAMAGED:
        raise Problem(problems.NOT_A_WORKBOOK) from None
    finally:
        book.close()


_DAMAGED = (
    zipfile.BadZipFile,
    InvalidFileException,
    KeyError,
    OSError,
    TypeError,
    ValueError,
    AttributeError,
    IndexError,
    EOFError,
    SyntaxError,
    zlib.error,
    NotImplementedError,
    RuntimeError,
)
"""What openpyxl lets through for a damaged or foreign file."""


def _refuse_bombs(data: bytes) -> None:
    if len(data) > MAX_FILE:
        raise Problem(problems.FILE_TOO_BIG, limit_mb=MAX_FILE // MB)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Problem(problems.NOT_A_WORKBOOK) from None
    total = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or total > MAX_UNPACKED:
        raise Problem(problems.ZIP_BOMB)
    for part in parts:
        if part.file_size > MAX_PART:
            raise Problem(problems.SHEET_TOO_BIG, limit_mb=MAX_PART // MB)
        if part.file_size > MB and part.file_size > MAX_RATIO * max(part.compress_size, 1):
            raise Problem(problems.ZIP_BOMB)


def _sheet(name: str, lines: Iterable[tuple[Any, ...]]) -> Sheet:
    columns: list[str] | None = None
    rows: list[Row] = []
    blank = 0
    for number, line in enumerate(lines, 1):
        cells = [_text(value) for value in line]
        if columns is None:
            columns = [" ".join(cell.split()) for cell in cells]
            continue
        row = row_of(number, columns, cells, name)
        blank = 0 if row.cells else blank + 1
        if blank > _BLANK_ROWS_MEAN_THE_END:
            break
        if row.cells:
            rows.append(row)
        if len(rows) > MAX_ROWS.get(name, MAX_ROWS["choices"]):
            break
    return sheet_of(name, columns or [], rows)


def _text(value: object) -> str:
    """A cell as text, as pyxform reads it; no-break spaces stay."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (datetime, date, time)):
        return str(value)
    return str(value)
