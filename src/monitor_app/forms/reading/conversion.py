"""XLSForm to XForm through pyxform, our own additions put back in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from pyxform.builder import create_survey_element_from_dict
from pyxform.errors import PyXFormError
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import get_xlsform

from monitor_app.forms.reading.sheets import Workbook
from monitor_app.forms.reading.xml import MONITOR, parsed

_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*")
_SHEET = re.compile(r"On the '(\w+)' sheet")
_COLUMN = re.compile(r"the '([^']+)' value")
_OWN = "monitor_"


@dataclass(frozen=True, slots=True)
class Refused(Exception):
    """pyxform refuses a form. `sheet` '' and `row` 0 where it does not say where."""

    sheet: str
    row: int
    column: str
    reason: str


def xform_of(book: Workbook) -> bytes:
    """The XForm of a workbook. Settings columns `monitor_…` become attributes of the model (`monitor_title_fr` the
    French title). Raises Refused.
    """
    try:
        xform = _converted(book)
    except PyXFormError as error:
        raise _refused(str(error)) from None
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Refused("", 0, "", type(error).__name__) from None
    data = xform.encode()
    own = {
        column.removeprefix(_OWN): text
        for row in book.rows("settings")
        for column, text in row.cells.items()
        if column.startswith(_OWN)
    }
    return _with_own_settings(data, own) if own else data


def _converted(book: Workbook) -> str:
    """What pyxform's own `convert` gives, step by step: that one writes the form to a temporary file in between."""
    told = get_xlsform(xlsform=book.for_pyxform())
    form = workbook_to_json(workbook_dict=told, fallback_form_name=told.fallback_form_name, warnings=[])
    return f'<?xml version="1.0"?>{create_survey_element_from_dict(form).xml().toxml()}'


def _with_own_settings(data: bytes, own: dict[str, str]) -> bytes:
    root = parsed(data)
    for model in root.iter("{*}model"):
        for name, value in own.items():
            model.set(f"{{{MONITOR}}}{name}", value)
        break
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _refused(text: str) -> Refused:
    row = _ROW.search(text)
    sheet = _SHEET.search(text)
    column = _COLUMN.search(text)
    reason = _ROW.sub("", text).split(" Learn more:")[0].strip()
    return Refused(
        sheet[1] if sheet else ("survey" if row else ""),
        int(row[1]) if row else 0,
        column[1] if column else "",
        " ".join(reason.split())[:300],
    )
