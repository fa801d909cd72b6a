"""Problems of the standards library and the facility data."""

from monitor_app.base.language import mark
from monitor_app.base.problem import Kind

DAMAGED = Kind(
    "standards.damaged",
    mark("The file {file} of the standards library is missing or damaged."),
    mark("Visits, answers and reports are safe: they are kept in the vault, not in this file."),
    mark("Install the app again, or put the original file back."),
)
UNKNOWN_PROVISION = Kind(
    "standards.unknown-provision",
    mark("The standards library of this app does not know the provision {provision}."),
    mark("The question or finding that cites it keeps the citation."),
    mark("Ask the coordinator for a newer app or a corrected checklist."),
)
