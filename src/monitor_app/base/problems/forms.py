"""Problems of checklists and forms: reading, checking, answering."""

from monitor_app.base.language import mark
from monitor_app.base.problem import Kind

_NOTHING_CHANGED = mark("Nothing was changed; checklists already in use are not touched.")

FILE_TOO_BIG = Kind(
    "forms.file-too-big",
    mark("This file is larger than {limit_mb} MB."),
    _NOTHING_CHANGED,
    mark("Choose a smaller file. A checklist is rarely larger than 1 MB."),
)
NOT_XML = Kind(
    "forms.not-xml",
    mark("This file cannot be read as a form. Reading stops at line {row}."),
    _NOTHING_CHANGED,
    mark("Export the form again from the program it was made with."),
)
NOT_A_FORM = Kind(
    "forms.not-a-form",
    mark("This file is not a form."),
    _NOTHING_CHANGED,
    mark("Choose an XLSForm (.xlsx or .md) or an XForm (.xml)."),
)
NO_SUCH_FIELD = Kind(
    "forms.no-such-field",
    mark("The form shows a field it does not have: {path}."),
    _NOTHING_CHANGED,
    mark("Correct the form and check it again."),
)
TOO_DEEP = Kind(
    "forms.too-deep",
    mark("Groups stand inside each other more than {limit} deep."),
    _NOTHING_CHANGED,
    mark("Use fewer groups inside groups."),
)
NOT_A_WORKBOOK = Kind(
    "forms.not-a-workbook",
    mark("This file is not a workbook, or it is damaged."),
    _NOTHING_CHANGED,
    mark("Open it in a spreadsheet program, save it again as .xlsx and try once more."),
)
ZIP_BOMB = Kind(
    "forms.zip-bomb",
    mark("This file unpacks to far more than a checklist can hold. It was not opened."),
    _NOTHING_CHANGED,
    mark("Do not use this file. Ask where it comes from."),
)
SHEET_TOO_BIG = Kind(
    "forms.sheet-too-big",
    mark("A sheet of this file is larger than {limit_mb} MB."),
    _NOTHING_CHANGED,
    mark("Delete empty rows and columns, save the file and try again."),
)
TOO_MANY_ROWS = Kind(
    "forms.too-many-rows",
    mark("The sheet {sheet} has more than {limit} rows."),
    _NOTHING_CHANGED,
    mark("Split the form, or delete empty rows."),
)
TOO_MANY_COLUMNS = Kind(
    "forms.too-many-columns",
    mark("The sheet {sheet} has more than {limit} columns."),
    _NOTHING_CHANGED,
    mark("Delete the columns that are not used."),
)
COLUMN_TWICE = Kind(
    "forms.column-twice",
    mark("The sheet {sheet} has the column {column} twice."),
    _NOTHING_CHANGED,
    mark("Rename or delete one of them."),
)
CELL_TOO_LONG = Kind(
    "forms.cell-too-long",
    mark("A cell holds too much text: sheet {sheet}, row {row}, column {column}."),
    _NOTHING_CHANGED,
    mark("Shorten it and check the file again."),
)
_CORRECT = mark("Correct the sheet and check it again.")
NO_SURVEY = Kind("forms.no-survey", mark("There is no sheet named survey."), _NOTHING_CHANGED, _CORRECT)
NO_TYPE_COLUMN = Kind(
    "forms.no-type-column", mark("The sheet survey has no column named type."), _NOTHING_CHANGED, _CORRECT
)
NO_TYPE = Kind("forms.no-type", mark("This row has no type."), _NOTHING_CHANGED, _CORRECT)
UNKNOWN_TYPE = Kind("forms.unknown-type", mark("The type {type} is not known."), _NOTHING_CHANGED, _CORRECT)
NO_LIST_NAMED = Kind("forms.no-list-named", mark("This question names no list of choices."), _NOTHING_CHANGED, _CORRECT)
NO_SUCH_LIST = Kind(
    "forms.no-such-list",
    mark("The list of choices {list} is missing."),
    _NOTHING_CHANGED,
    mark("Add the list to the sheet choices, or correct its name here."),
)
CHOICE_WITHOUT_LIST = Kind(
    "forms.choice-without-list", mark("This choice belongs to no list."), _NOTHING_CHANGED, _CORRECT
)
CHOICE_WITHOUT_NAME = Kind(
    "forms.choice-without-name", mark("A choice of the list {list} has no name."), _NOTHING_CHANGED, _CORRECT
)
CHOICE_TWICE = Kind(
    "forms.choice-twice",
    mark("The list {list} has the choice {name} already, in row {first}."),
    _NOTHING_CHANGED,
    _CORRECT,
)
NO_NAME = Kind("forms.no-name", mark("This row has no name."), _NOTHING_CHANGED, _CORRECT)
BAD_NAME = Kind(
    "forms.bad-name",
    mark("The name {name} cannot be used."),
    _NOTHING_CHANGED,
    mark("Names begin with a letter and hold letters, digits, - and _ only."),
)
NAME_TWICE = Kind(
    "forms.name-twice", mark("The name {name} is used already, in row {first}."), _NOTHING_CHANGED, _CORRECT
)
NO_SUCH_NAME = Kind(
    "forms.no-such-name", mark("A formula asks for {name}, which is not in the form."), _NOTHING_CHANGED, _CORRECT
)
NAME_UNCLEAR = Kind(
    "forms.name-unclear",
    mark("A formula asks for {name}, which stands in several rows: {rows}."),
    _NOTHING_CHANGED,
    mark("Give each of them a name of its own."),
)
END_WITHOUT_BEGIN = Kind(
    "forms.end-without-begin", mark("This end_{what} has no begin_{what} before it."), _NOTHING_CHANGED, _CORRECT
)
BEGIN_WITHOUT_END = Kind(
    "forms.begin-without-end", mark("This begin_{what} has no end_{what} after it."), _NOTHING_CHANGED, _CORRECT
)
BAD_FORMULA = Kind("forms.bad-formula", mark("This formula cannot be read, near “{near}”."), _NOTHING_CHANGED, _CORRECT)
UNKNOWN_FUNCTION = Kind(
    "forms.unknown-function", mark("The function {name}() is not known."), _NOTHING_CHANGED, _CORRECT
)
WRONG_ARGUMENTS = Kind(
    "forms.wrong-arguments",
    mark("The function {name}() has too few or too many values in its brackets."),
    _NOTHING_CHANGED,
    _CORRECT,
)
FORMULA_TOO_LONG = Kind(
    "forms.formula-too-long",
    mark("This formula is too long or nested too deeply."),
    _NOTHING_CHANGED,
    mark("Split it over several calculations."),
)
BAD_PATTERN = Kind(
    "forms.bad-pattern",
    mark("The pattern in regex() cannot be used, near “{part}”."),
    _NOTHING_CHANGED,
    mark("Write it without back-references and look-behind, then check again."),
)
TOO_MUCH_LOGIC = Kind(
    "forms.too-much-logic",
    mark("The formulas of this form read too many questions at once."),
    _NOTHING_CHANGED,
    mark("Write fewer formulas with // or *, and check the form again."),
)
CYCLE = Kind(
    "forms.cycle",
    mark("These questions are computed from each other: {names}."),
    _NOTHING_CHANGED,
    mark("Change one of their formulas so that the circle ends."),
)
CYCLE_OF_ONE = Kind(
    "forms.cycle-of-one",
    mark("The question {name} is computed from itself."),
    _NOTHING_CHANGED,
    mark("Change its formula."),
)
REFUSED = Kind(
    "forms.refused",
    mark("The form cannot be built. The converter says: {reason}"),
    _NOTHING_CHANGED,
    _CORRECT,
)
