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
