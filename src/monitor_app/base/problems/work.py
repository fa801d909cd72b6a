"""Problems of a person's work: planning, answering, findings, signing, permissions."""

from monitor_app.base.language import mark
from monitor_app.base.problem import Kind

_SAVED = mark("Everything you wrote is saved.")

NOT_ALLOWED = Kind(
    "work.not-allowed",
    mark("Your role does not allow this change."),
    _SAVED,
    mark("Ask the team lead of this visit or the coordinator."),
)
NOT_THERE = Kind(
    "work.not-there",
    mark("This is no longer there: it may have been removed meanwhile."),
    _SAVED,
    mark("Go back to the list and open it again."),
)
NAME_NEEDED = Kind(
    "work.name-needed",
    mark("A name is missing."),
    _SAVED,
    mark("Type a name, then go on."),
)
DAYS_WRONG = Kind(
    "work.days-wrong",
    mark("The last day lies before the first day."),
    mark("Nothing was changed."),
    mark("Correct one of the two dates."),
)
CHECKLIST_NEEDED = Kind(
    "work.checklist-needed",
    mark("No checklist is chosen."),
    mark("Nothing was changed."),
    mark("Choose at least one checklist for this visit."),
)
REASON_NEEDED = Kind(
    "work.reason-needed",
    mark("A reason is missing."),
    mark("Nothing was changed."),
    mark("Write the reason in a few words, then go on."),
)
VISIT_SIGNED = Kind(
    "work.visit-signed",
    mark("The report of this visit is signed."),
    mark("The signed version stays as it is. What you write is kept and counted as a later change."),
    mark("Reopen the report to make a new version."),
)
NOT_READY = Kind(
    "work.not-ready-to-sign",
    mark("The report cannot be signed yet: {n} points must be solved first."),
    _SAVED,
    mark("Open the list of points before you sign."),
)
NO_DOCUMENT_KEY = Kind(
    "work.no-document-key",
    mark("There is no certificate for signing on this laptop."),
    _SAVED,
    mark("Ask the coordinator to certify you as a team lead."),
)
CHANGED_MEANWHILE = Kind(
    "work.changed-meanwhile",
    mark("The report changed while it was being signed."),
    mark("Nothing was signed, and everything you wrote is saved."),
    mark("Look at the preview again, then sign."),
)
SIGNATURE_NOT_CONFIRMED = Kind(
    "work.signature-not-confirmed",
    mark("The signature just made could not be confirmed."),
    mark("Nothing was kept as signed, and everything you wrote is saved."),
    mark("Try again. If it happens again, make a backup and tell the coordinator."),
)
NOT_OPEN_FOR_REOPENING = Kind(
    "work.not-signed",
    mark("There is no signed version to reopen."),
    _SAVED,
    mark("Go on with the draft."),
)
CANNOT_SAVE_THERE = Kind(
    "work.cannot-save-there",
    mark("The file could not be written there."),
    mark("The report is safe in your vault."),
    mark("Choose another folder or free some space, then save it again."),
)
REQUEST_UNREADABLE = Kind(
    "work.request-unreadable",
    mark("This is not a request to join, or it is damaged."),
    mark("Nothing was changed."),
    mark("Ask for the request again."),
)
GRANT_NOT_FOR_YOU = Kind(
    "work.grant-not-for-you",
    mark("This invitation was made for another request, or it is damaged."),
    mark("Nothing was changed."),
    mark("Ask the coordinator for the invitation that answers your request."),
)
