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
