"""Images: only the picture is kept, and what is none is refused with a sentence."""

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from monitor_app.base import Problem
from monitor_app.reports import clean_image

CANARY = "canary-49.2827N-123.1207W"


def encoded(image: Image.Image, kind: str, **more) -> bytes:
    target = BytesIO()
    image.save(target, kind, **more)
    return target.getvalue()


def gradient(wide: int = 160, high: int = 90, mode: str = "RGB") -> Image.Image:
    return Image.linear_gradient("L").resize((wide, high)).convert(mode)


def photograph(orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = CANARY
    exif[0x0112] = orientation
    exif.get_ifd(0x8825)[1] = "N"
    return encoded(gradient(), "JPEG", exif=exif, comment=CANARY.encode(), icc_profile=CANARY.encode() * 20)


def refusal(data: bytes) -> str:
    with pytest.raises(Problem) as problem:
        clean_image(data, 1000)
    assert problem.value.kind.safe
    return problem.value.kind.code


def test_where_and_when_a_photograph_was_taken_is_gone():
    data = photograph()
    assert CANARY.encode() in data
    clean = clean_image(data, 1000)
    assert CANARY.encode() not in clean
    opened = Image.open(BytesIO(clean))
    assert opened.format == "JPEG"
    assert dict(opened.getexif()) == {}
    assert set(opened.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert opened.size == (160, 90)


def test_notes_inside_a_png_and_bytes_behind_it_are_gone():
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", CANARY)
    data = encoded(gradient(mode="RGBA"), "PNG", pnginfo=notes) + CANARY.encode()
    clean = clean_image(data, 1000)
    assert CANARY.encode() not in clean


def test_a_picture_held_sideways_is_turned_upright():
    assert Image.open(BytesIO(clean_image(photograph(6), 1000))).size == (90, 160)


def test_the_longer_side_is_cut_to_what_was_asked_and_never_enlarged():
    assert Image.open(BytesIO(clean_image(encoded(gradient(3000, 1500), "JPEG"), 1000))).size == (1000, 500)
    assert Image.open(BytesIO(clean_image(encoded(gradient(30, 15), "JPEG"), 1000))).size == (30, 15)


def test_a_transparent_picture_stays_transparent():
    image = gradient(mode="RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    clean = Image.open(BytesIO(clean_image(encoded(image, "PNG"), 1000)))
    assert (clean.format, clean.mode) == ("PNG", "RGBA")
    assert clean.getchannel("A").getextrema() == (1, 254)


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("L", "JPEG"), ("CMYK", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("I;16", "PNG"), ("RGB", "WEBP"), ("RGB", "TIFF")],
)
def test_every_kind_of_pixel_becomes_a_plain_picture(mode, kind):
    image = gradient(mode="L").convert("RGB").convert("P") if mode == "P" else None
    image = Image.new("I;16", (160, 90), 4000) if mode == "I;16" else image or gradient(mode=mode)
    opened = Image.open(BytesIO(clean_image(encoded(image, kind), 1000)))
    assert (opened.format, opened.size) == ("JPEG", (160, 90))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not an image",
        b"\xff\xd8\xff\xe0" + bytes(100),
        photograph()[:400],
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        encoded(gradient(mode="L"), "GIF"),
        encoded(gradient(), "BMP"),
        b"%PDF-1.7",
    ],
    ids=["empty", "text", "torn jpeg", "cut jpeg", "svg", "gif", "bmp", "pdf"],
)
def test_what_is_no_image_of_ours_is_refused(data):
    assert refusal(data) == "reports.not-an-image"


@pytest.mark.parametrize("side", [8_000, 12_000, 60_000])
def test_a_picture_of_more_than_fifty_million_pixels_is_refused_before_it_is_decoded(side):
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
    assert refusal(data) == "reports.image-too-large"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 3000))
def test_a_damaged_photograph_is_a_picture_or_a_sentence(damage, at):
    data = bytearray(photograph())
    data[at : at + len(damage)] = damage
    try:
        clean_image(bytes(data), 500)
    except Problem as problem:
        assert problem.kind.code.startswith("reports.")
