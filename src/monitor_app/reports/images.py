"""Images that come from outside: decoded with limits and encoded anew, so that nothing but the picture is kept.

A camera writes where and when a photograph was taken; the bytes of a JPEG would carry that into the report.
"""

from __future__ import annotations

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from monitor_app.base import Problem
from monitor_app.base.problems import reports as problems
from monitor_app.reports.hostile import HOSTILE

LARGEST_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "MPO")
_QUALITY = 88


def cleaned(data: bytes, max_px: int) -> bytes:
    """The picture as JPEG, or PNG where it is partly transparent; its longer side `max_px` at most, turned upright.

    Raises Problem for what is not an image and for more than 50 million pixels, before they are decoded.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _decoded(data, max_px)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Problem(problems.IMAGE_TOO_LARGE, megapixels=LARGEST_PIXELS // 1_000_000) from None
    except HOSTILE:
        raise Problem(problems.NOT_AN_IMAGE) from None


def _decoded(data: bytes, max_px: int) -> bytes:
    opened = Image.open(BytesIO(data), formats=_FORMATS)
    if opened.width * opened.height > LARGEST_PIXELS:
        raise Image.DecompressionBombError
    opened.draft("RGB", (max_px, max_px))
    upright = ImageOps.exif_transpose(opened)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    picture = upright.convert(mode)
    picture.thumbnail((max_px, max_px), Image.Resampling.LANCZOS)
    return _encoded(picture, mode)


def _encoded(picture: Image.Image, mode: str) -> bytes:
    """Pixels only: a fresh image has no comment, profile or place to write along."""
    fresh = Image.new(mode, picture.size)
    fresh.paste(picture)
    target = BytesIO()
    if mode == "RGBA":
        fresh.save(target, "PNG", optimize=True)
    else:
        fresh.save(target, "JPEG", quality=_QUALITY, optimize=True)
    return target.getvalue()
