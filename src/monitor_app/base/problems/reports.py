"""Problems of reports: building, signing, verifying."""

from monitor_app.base.language import mark
from monitor_app.base.problem import Kind

NOT_LAID_OUT = Kind(
    "reports.not-laid-out",
    mark("A part of the report does not fit on a page."),
    mark("Nothing was lost and nothing was signed."),
    mark("Shorten the longest text or title, then build the report again."),
)
NO_PAGES = Kind(
    "reports.no-pages",
    mark("This file cannot be shown as pages."),
    mark("The file was not changed."),
    mark("Open it in another PDF reader, or build the report again."),
)
NOT_SIGNED = Kind(
    "reports.not-signed",
    mark("The signature could not be put into the report."),
    mark("The report is kept as it was, without a signature."),
    mark("Build the report again, then sign. If it happens again, renew the certificate."),
)
NOT_AN_IMAGE = Kind(
    "reports.not-an-image",
    mark("This file is not an image that can be read."),
    mark("Nothing was added. The file was not changed."),
    mark("Choose a JPEG, PNG, WebP or TIFF image."),
)
IMAGE_TOO_LARGE = Kind(
    "reports.image-too-large",
    mark("This image is too large to be read safely."),
    mark("Nothing was added. The file was not changed."),
    mark("Make it smaller, to {megapixels} million pixels at most, then add it again."),
)
VERIFY_NOT_A_PDF = Kind(
    "reports.verify.not-a-pdf",
    mark("This file is not a PDF that can be read."),
    mark("The file was not changed."),
    mark("Ask for the report again."),
)
VERIFY_TOO_LARGE = Kind(
    "reports.verify.too-large",
    mark("This file is too large to be a report."),
    mark("The file was not changed."),
    mark("Ask for the report again."),
)
VERIFY_ENCRYPTED = Kind(
    "reports.verify.encrypted",
    mark("This file is locked with a password. A signed report is not."),
    mark("The file was not changed."),
    mark("Ask for the report as it was signed."),
)
VERIFY_NOT_SIGNED = Kind(
    "reports.verify.not-signed",
    mark("Nobody has signed this file."),
    mark("The file was not changed."),
    mark("Ask for the signed report."),
)
VERIFY_SEVERAL = Kind(
    "reports.verify.several-signatures",
    mark("This file carries more than one signature. A report has one."),
    mark("The file was not changed by this check."),
    mark("Do not rely on it. Ask the programme for the report as it was signed."),
)
VERIFY_CHANGED = Kind(
    "reports.verify.changed",
    mark("This file was changed after it was signed, or is damaged."),
    mark("The signed report itself is kept by the programme."),
    mark("Do not rely on this copy. Ask the programme for another."),
)
VERIFY_ADDED = Kind(
    "reports.verify.added",
    mark("Something was added to this file after it was signed."),
    mark("The signed report itself is kept by the programme."),
    mark("Do not rely on this copy. Ask the programme for another."),
)
VERIFY_OTHER_FORM = Kind(
    "reports.verify.other-form",
    mark("The signature is not in the form that this app writes."),
    mark("The file was not changed by this check."),
    mark("Do not rely on it. Ask the programme for the report as it was signed."),
)
VERIFY_NOT_TRUSTED = Kind(
    "reports.verify.not-trusted",
    mark("The programme whose certificate you gave does not vouch for this signer at that time."),
    mark("The file was not changed since it was signed."),
    mark("Compare the fingerprint of the certificate with the programme, by another way."),
)
VERIFY_NO_ROOT = Kind(
    "reports.verify.no-root",
    mark("Who signed is not confirmed: no programme certificate was given to compare with."),
    mark("The file was not changed since it was signed."),
    mark("Check again with the certificate of the programme."),
)
VERIFY_CONTENT_DIFFERS = Kind(
    "reports.verify.content-differs",
    mark("The data in this file are not those that its signature page names."),
    mark("The file was not changed since it was signed."),
    mark("Do not rely on it. Ask the programme how it was made."),
)
VERIFY_NO_CONTENT = Kind(
    "reports.verify.no-content",
    mark("This signed file holds no visit report of this app."),
    mark("The file was not changed since it was signed."),
    mark("Ask the programme for the report."),
)
