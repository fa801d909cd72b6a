"""What a damaged or hostile file may make the PDF and image libraries raise: everything that is a fact about the file.

Programming slips of ours would be among them; the tests on good files keep those out.
"""

from __future__ import annotations

import struct
import zlib

from pikepdf import PdfError as PikepdfError
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.general import SigningError
from pyhanko_certvalidator.errors import PathBuildingError, PathValidationError, ValidationError
from pypdfium2 import PdfiumError

HOSTILE: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    PathBuildingError,
    PathValidationError,
    PdfError,
    PdfiumError,
    PikepdfError,
    RecursionError,
    SigningError,
    SyntaxError,
    TypeError,
    ValidationError,
    ValueError,
    struct.error,
    zlib.error,
)
