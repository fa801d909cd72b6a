"""A file becomes a definition, or the list of everything that keeps it from being one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from monitor_app.base import Problem, sha256
from monitor_app.base.problems import forms as problems
from monitor_app.forms.definition import Definition, Question
from monitor_app.forms.faults import CheckResult, Fault
from monitor_app.forms.formulas import Formula
from monitor_app.forms.logic import CyclicLogic, TooMuchLogic
from monitor_app.forms.reading.checking import Survey, check_rows, formula_fault
from monitor_app.forms.reading.conversion import Refused, xform_of
from monitor_app.forms.reading.markdown import read_markdown
from monitor_app.forms.reading.sheets import Workbook
from monitor_app.forms.reading.workbook import MB, read_workbook
from monitor_app.forms.reading.xform import FormulaFault, definition_of

MAX_TEXT_BYTES = 50 * MB


@dataclass(frozen=True, slots=True)
class _Converted:
    """`xform` is None where there are faults."""

    faults: tuple[Fault, ...]
    xform: bytes | None
    survey: Survey


def check(data: bytes, filename: str) -> CheckResult:
    """Everything that is wrong with a form, or its definition. Raises nothing for what a file may hold."""
    return _examined(data, filename)[0]


def read(data: bytes, filename: str) -> Definition:
    """The definition of a form. Raises Problem, the first of those that `check` lists."""
    result = check(data, filename)
    if result.definition is None:
        raise result.faults[0].problem
    return result.definition


def convert(data: bytes, filename: str) -> bytes:
    """The XForm of a sound form, complete with our extensions: `definition_from_xform` needs nothing else.

    Raises Problem, the first of those that `check` lists.
    """
    result, xform = _examined(data, filename)
    if result.definition is None:
        raise result.faults[0].problem
    return xform


def _examined(data: bytes, filename: str) -> tuple[CheckResult, bytes]:
    """What the check says, and the XForm (empty where there is none)."""
    try:
        converted = _converted(data, filename)
        if converted.xform is None:
            return CheckResult(converted.faults, None), b""
        definition = definition_of(converted.xform, sha256(data))
    except Problem as problem:
        return CheckResult((Fault("", 0, "", problem),), None), b""
    except FormulaFault as found:
        row = converted.survey.row_of_path.get(found.path, 0)
        return CheckResult((formula_fault(_sheet(row), row, found.column, found.fault, found.text),), None), b""
    except CyclicLogic as cycle:
        return CheckResult((_cycle(cycle, converted.survey),), None), b""
    except TooMuchLogic:
        return CheckResult((Fault("", 0, "", Problem(problems.TOO_MUCH_LOGIC)),), None), b""
    faults = tuple(_formula_faults(definition, converted.survey))
    return CheckResult(faults, None if faults else definition), converted.xform


def _converted(data: bytes, filename: str) -> _Converted:
    """The XForm of any kind of form file. Raises Problem for a file that is none."""
    if len(data) > MAX_TEXT_BYTES:
        raise Problem(problems.FILE_TOO_BIG, limit_mb=MAX_TEXT_BYTES // MB)
    extension = filename.lower().rpartition(".")[2]
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"PK") or extension in ("xlsx", "xlsm"):
        return _from_workbook(read_workbook(data))
    if start.startswith(b"<"):
        return _Converted((), data, Survey())
    if b"\x00" in data[:4096] or not start:
        raise Problem(problems.NOT_A_FORM)
    return _from_workbook(read_markdown(data))


def _from_workbook(book: Workbook) -> _Converted:
    survey = check_rows(book)
    if survey.faults:
        return _Converted(tuple(survey.faults), None, survey)
    try:
        return _Converted((), xform_of(book), survey)
    except Refused as refused:
        problem = Problem(problems.REFUSED, reason=refused.reason)
        return _Converted((Fault(refused.sheet, refused.row, refused.column, problem),), None, survey)


def _sheet(row: int) -> str:
    return "survey" if row else ""


def _cycle(cycle: CyclicLogic, survey: Survey) -> Fault:
    """Names the questions that are computed from each other."""
    rows = sorted(survey.row_of_path.get(path, 0) for path in cycle.paths)
    names = [path.rpartition("/")[2] for path in cycle.paths]
    row = next((number for number in rows if number), 0)
    if len(names) == 1:
        return Fault(_sheet(row), row, "calculation", Problem(problems.CYCLE_OF_ONE, name=names[0]))
    listed = ", ".join(names[:6]) + ("…" if len(names) > 6 else "")
    return Fault(_sheet(row), row, "calculation", Problem(problems.CYCLE, names=listed))


def _formula_faults(definition: Definition, survey: Survey) -> Iterator[Fault]:
    for path, column, formula in _formulas(definition):
        for fault in formula.faults():
            row = survey.row_of_path.get(path, 0)
            yield formula_fault(_sheet(row), row, column, fault, formula.text)


def _formulas(definition: Definition) -> Iterator[tuple[str, str, Formula]]:
    """Every formula of a form, with its field and column."""
    for path, item in definition.items.items():
        found: list[tuple[str, Formula | None]] = [("relevant", item.relevant)]
        if isinstance(item, Question):
            found += [
                ("constraint", item.constraint),
                ("calculation", item.calculate),
                ("required", item.required),
                ("read_only", item.readonly),
                ("choice_filter", item.itemset.nodes if item.itemset is not None else None),
            ]
        found += [("label", formula) for formula in item.label.outputs()]
        for column, formula in found:
            if formula is not None:
                yield path, column, formula
    for action in definition.set_values:
        if action.formula is not None:
            yield action.target, "default", action.formula
