"""The signature page: who signs, what identifies this version, the field, and how to check it without a network."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Spacer

from monitor_app.reports.content import Signer, content_hash
from monitor_app.reports.fonts import SERIF_BOLD
from monitor_app.reports.pages.boxes import side_by_side
from monitor_app.reports.pages.code import QrCode
from monitor_app.reports.pages.field import SignatureField
from monitor_app.reports.pages.look import ACCENT
from monitor_app.reports.pages.node import LIST_ITEM, Node
from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.table import Cell, facts
from monitor_app.reports.pages.text import Text
from monitor_app.reports.sections.names import variant_name

_PHRASE = ParagraphStyle("phrase", fontName=SERIF_BOLD, fontSize=11.5, leading=15, textColor=ACCENT)
_FIELD = ParagraphStyle("field", fontName=SERIF_BOLD, fontSize=12, leading=16, textColor=ACCENT)
_CODE_SIDE = 92.0
_CODE_COLUMN = 120.0


def signature(press: Press, check_phrase: str) -> list[Flowable]:
    """A new page at the end of a final report; empty for every other state."""
    content, words, styles = press.content, press.words, press.styles
    if content.state != "final" or content.signer is None:
        return []
    rows = facts(_rows(press, content.signer, check_phrase), press.measure.indent, press.width - _CODE_COLUMN)
    code = QrCode(
        qr_message(press, content.signer), _CODE_SIDE, Node("Figure", words("Code with number, hash and certificate"))
    )
    beside = press.text(words("Read by the app, without a network."), styles.caption)
    return [
        PageBreak(),
        *press.section(words("Signature"), "signature"),
        press.text(
            words(
                "The team lead signs this document as a whole. Any change after the signature shows when it is checked."
            ),
            styles.body,
        ),
        Spacer(1, 4),
        side_by_side([rows], [_at_right(code), Spacer(1, 5), _at_right(beside)], press.width, _CODE_COLUMN),
        _field(press, content.signer),
        *press.part(words("How to check this report"), "signature-check"),
        *_steps(press),
    ]


def qr_message(press: Press, signer: Signer) -> str:
    """`MONITOR1;number;version;hash;fingerprint`."""
    content = press.content
    return ";".join(
        ("MONITOR1", content.number, str(content.version), content_hash(content).hex(), signer.fingerprint.lower())
    )


def _at_right(flowable: Flowable) -> Flowable:
    return side_by_side([Spacer(1, 1)], [flowable], _CODE_COLUMN, _CODE_SIDE)


def _rows(press: Press, signer: Signer, check_phrase: str) -> list[tuple[Cell, Cell]]:
    content, words = press.content, press.words
    report = words(
        "{number}, version {version}. {variant}.",
        number=content.number,
        version=content.version,
        variant=variant_name(words, content.variant),
    )
    certificate = [press.cell(words("SHA-256 fingerprint")), *_grouped(press, signer.fingerprint.upper())]
    digest = [press.cell(words("SHA-256 of the attached data file")), *_grouped(press, content_hash(content).hex())]
    return [
        (press.bold(words("Signed by")), press.cell(signer.name)),
        (press.bold(words("Role")), press.cell(signer.role)),
        (press.bold(words("Report")), press.cell(report)),
        (press.bold(words("Certificate")), certificate),
        (press.bold(words("Content hash")), digest),
        (press.bold(words("Check phrase")), press.text(check_phrase, _PHRASE)),
    ]


def _grouped(press: Press, digits: str) -> list[Text]:
    groups = [digits[at : at + 4] for at in range(0, len(digits), 4)]
    half = len(groups) // 2
    return [press.cell(" ".join(part)) for part in (groups[:half], groups[half:]) if part]


def _field(press: Press, signer: Signer) -> SignatureField:
    words = press.words
    texts = [
        press.text(words("Digital signature: {role}", role=signer.role), _FIELD),
        press.text(
            words("The state of the signature is shown by the reader’s signature panel, not by this page."),
            press.styles.cell_slate,
        ),
    ]
    return SignatureField(texts, words("Digital signature field"), press.measure.indent)


def _steps(press: Press) -> list[Flowable]:
    words = press.words
    steps = (
        words(
            "Open the file in this app or in a PDF reader with a signature panel. It must say that the document was "
            "not changed and that the signature covers the whole of it."
        ),
        words("Compare the fingerprint of the certificate with the one that the programme gave you by another way."),
        words(
            "Call the programme and read the eight words of the check phrase to each other. They stand for this "
            "version."
        ),
    )
    return [
        Text(press.markup(step), press.styles.step, f"{number}.", node=LIST_ITEM)
        for number, step in enumerate(steps, 1)
    ]
