"""Faults of an XLSForm, with sheet, row and column, found on the rows themselves before anything is converted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

from monitor_app.base import Kind, Problem
from monitor_app.base.problems import forms as problems
from monitor_app.forms.faults import Fault
from monitor_app.forms.reading.sheets import Row, Workbook
from monitor_app.forms.xpath import ExpressionFault, Reason, parse

_NAME = re.compile(r"[A-Za-z_][\w.\-]*")
_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?\s*([^}\s]*)\s*\}")
_OPENING = re.compile(r"(begin|end)[ _](group|repeat|loop|lgroup)", re.IGNORECASE)
_CHOOSING = re.compile(
    r"(?P<word>select_one_from_file|select_multiple_from_file|select_one_external|select_one|select_multiple|select1"
    r"|rank|select one|select multiple|select all that apply)(?:[ ]+from)?(?:[ ]+(?P<list>\S+))?"
    r"(?:[ ]+or[ _](?:specify[ _])?other)?"
)
_NAMELESS = frozenset({"note", "audit", "start", "end", "today", "deviceid", "username", "email", "phonenumber"})
_EXTRA_TYPES = frozenset({"background-audio", "select_one_external", "osm", "csv-external", "xml-external"})
_FORMULAS = ("relevant", "relevance", "constraint", "calculation", "required", "readonly", "read_only", "choice_filter")
_PLAIN_YES_NO = frozenset({"yes", "no", "true", "false", "true()", "false()", "1", "0", "y", "n"})


@dataclass(slots=True)
class Survey:
    """What the check learns of the survey sheet: the row of each path and name."""

    row_of_path: dict[str, int] = field(default_factory=dict)
    rows_of_name: dict[str, list[int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, sheet: str, row: int, column: str, kind: Kind, **details: str | int) -> None:
        self.faults.append(Fault(sheet, row, column, Problem(kind, **details)))


def check_rows(book: Workbook) -> Survey:
    """Everything that can be said of the rows, in the order of the sheets."""
    survey = Survey()
    if "survey" not in book.sheets:
        survey.fault("survey", 0, "", problems.NO_SURVEY)
        return survey
    if "type" not in (column.lower() for column in book.sheets["survey"].columns):
        survey.fault("survey", 1, "type", problems.NO_TYPE_COLUMN)
        return survey
    lists = _check_choices(book, survey)
    _walk(book, survey, lists)
    for row in book.rows("survey"):
        _check_formulas(row, survey)
    survey.faults.sort(key=lambda fault: (fault.sheet != "survey", fault.row))
    return survey


def _check_choices(book: Workbook, survey: Survey) -> set[str]:
    lists: set[str] = set()
    seen: dict[tuple[str, str], int] = {}
    twice_allowed = any(row.cell("allow_choice_duplicates").lower() in ("yes", "true") for row in book.rows("settings"))
    for row in book.rows("choices"):
        if not row.cells:
            continue
        list_name = row.cell("list_name", "list name")
        name = row.cell("name", "value")
        if not list_name:
            if name:
                survey.fault("choices", row.number, "list_name", problems.CHOICE_WITHOUT_LIST)
            continue
        lists.add(list_name)
        if not name:
            survey.fault("choices", row.number, "name", problems.CHOICE_WITHOUT_NAME, list=list_name)
        elif (list_name, name) in seen and not twice_allowed:
            first = seen[list_name, name]
            survey.fault("choices", row.number, "name", problems.CHOICE_TWICE, name=name, list=list_name, first=first)
        seen.setdefault((list_name, name), row.number)
    return lists


def _walk(book: Workbook, survey: Survey, lists: set[str]) -> None:
    """Types, names and nesting, row by row."""
    top = next((row.cell("name") for row in book.rows("settings") if row.cell("name")), "data")
    open_: list[tuple[str, str, int]] = []
    siblings: list[dict[str, int]] = [{}]
    for row in book.rows("survey"):
        kind = " ".join(row.cell("type").split())
        if not row.cells or row.cell("disabled").lower() in ("yes", "true"):
            continue
        if not kind:
            if row.cell("name"):
                survey.fault("survey", row.number, "type", problems.NO_TYPE)
            continue
        opening = _OPENING.fullmatch(kind)
        if opening is not None and opening[1].lower() == "end":
            if not open_ or open_[-1][1] != opening[2].lower():
                survey.fault("survey", row.number, "type", problems.END_WITHOUT_BEGIN, what=opening[2].lower())
            else:
                open_.pop()
                siblings.pop()
            continue
        if opening is None:
            _check_type(row, kind, survey, lists)
        name = _check_name(row, kind, siblings[-1], survey)
        path = "/".join(["", top, *(part[0] for part in open_), name])
        survey.row_of_path.setdefault(path, row.number)
        if opening is not None:
            open_.append((name, opening[2].lower(), row.number))
            siblings.append({})
    for _name, kind, number in open_:
        survey.fault("survey", number, "type", problems.BEGIN_WITHOUT_END, what=kind)


def _check_type(row: Row, kind: str, survey: Survey, lists: set[str]) -> None:
    choosing = _CHOOSING.fullmatch(kind)
    if choosing is None:
        if kind not in QUESTION_TYPE_DICT and kind not in _EXTRA_TYPES:
            survey.fault("survey", row.number, "type", problems.UNKNOWN_TYPE, type=kind)
        return
    wanted = choosing["list"] or ""
    if "from_file" in choosing["word"] or choosing["word"] == "select_one_external" or wanted.startswith("${"):
        return
    if not wanted:
        survey.fault("survey", row.number, "type", problems.NO_LIST_NAMED)
    elif wanted not in lists:
        survey.fault("survey", row.number, "type", problems.NO_SUCH_LIST, list=wanted)


def _check_name(row: Row, kind: str, siblings: dict[str, int], survey: Survey) -> str:
    name = row.cell("name")
    if not name:
        if kind not in _NAMELESS and kind not in QUESTION_TYPE_DICT.keys() & {"start", "end"}:
            survey.fault("survey", row.number, "name", problems.NO_NAME)
        return f"row{row.number}"
    if not _NAME.fullmatch(name):
        survey.fault("survey", row.number, "name", problems.BAD_NAME, name=name)
    elif name in siblings:
        survey.fault("survey", row.number, "name", problems.NAME_TWICE, name=name, first=siblings[name])
    siblings.setdefault(name, row.number)
    survey.rows_of_name.setdefault(name, []).append(row.number)
    return name


def _check_formulas(row: Row, survey: Survey) -> None:
    """Formulas that cannot be read, and names that are nowhere."""
    for column, text in row.cells.items():
        names = _REFERENCE.findall(text)
        for name in names:
            found = survey.rows_of_name.get(name, [])
            if not found:
                survey.fault("survey", row.number, column, problems.NO_SUCH_NAME, name=name)
            elif len(found) > 1:
                rows = ", ".join(str(number) for number in found)
                survey.fault("survey", row.number, column, problems.NAME_UNCLEAR, name=name, rows=rows)
        if column.lower() in _FORMULAS and text.lower() not in _PLAIN_YES_NO:
            try:
                parse(_REFERENCE.sub(" /x ", text))
            except ExpressionFault as fault:
                survey.faults.append(formula_fault("survey", row.number, column, fault, text))


def formula_fault(sheet: str, row: int, column: str, fault: ExpressionFault, text: str) -> Fault:
    """The problem of a formula that cannot be used."""
    kind, details = _formula_problem(fault, text)
    return Fault(sheet, row, column, Problem(kind, **details))


def _formula_problem(fault: ExpressionFault, text: str) -> tuple[Kind, Mapping[str, str | int]]:
    if fault.reason is Reason.UNKNOWN_FUNCTION:
        return problems.UNKNOWN_FUNCTION, {"name": fault.detail}
    if fault.reason is Reason.ARGUMENTS:
        return problems.WRONG_ARGUMENTS, {"name": fault.detail}
    if fault.reason in (Reason.TOO_LONG, Reason.TOO_DEEP):
        return problems.FORMULA_TOO_LONG, {}
    if fault.reason is Reason.PATTERN:
        return problems.BAD_PATTERN, {"part": fault.detail}
    near = fault.detail or text[-20:]
    return problems.BAD_FORMULA, {"near": near}
