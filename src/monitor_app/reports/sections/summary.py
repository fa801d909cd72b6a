"""The summary, in the language of the report or in the other one: only headings that have something under them."""

from __future__ import annotations

from reportlab.platypus import Flowable, KeepTogether

from monitor_app.reports.content import KeyFinding, Summary, UrgentMatter
from monitor_app.reports.dates import long_day, short_day
from monitor_app.reports.pages.press import Press
from monitor_app.reports.pages.table import ruled


def summary(press: Press, said: Summary, title: str, prefix: str, mark: str) -> list[Flowable]:
    """The section on a page of its own; `prefix` begins the keys of its headings."""
    if not (said.lead or said.key_findings or said.urgent or said.good_practice or said.recommendations):
        return []
    words, styles = press.words, press.styles
    flow: list[Flowable] = [*press.fresh_page(), *press.section(title, prefix, mark)]
    flow += [press.text(text, styles.lead if not index else styles.body) for index, text in enumerate(said.lead)]
    if said.key_findings:
        flow += press.part(words("Key findings"), f"{prefix}-key")
        flow += [press.item(_key_finding(press, one)) for one in said.key_findings]
    if said.urgent:
        flow += press.part(words("Urgent matters"), f"{prefix}-urgent")
        flow += _urgent(press, said.urgent)
    if said.good_practice:
        flow += press.part(words("Good practice"), f"{prefix}-good")
        flow += [press.item(press.markup(text)) for text in said.good_practice]
    if said.recommendations:
        flow += press.part(words("Recommendations"), f"{prefix}-recommendations")
        flow += [press.text(text, styles.body) for text in said.recommendations]
    return flow


def _key_finding(press: Press, one: KeyFinding) -> str:
    title = f"<b>{press.markup(_sentence(one.title))}</b> " if one.title else ""
    text = press.markup(one.text)
    if one.finding is None:
        return f"{title}{text}"
    link = press.finding_link(one.finding)
    return f"{title}{text.removesuffix('.')} ({link})." if text else f"{title}({link})."


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", "…")) else f"{text}."


def _urgent(press: Press, matters: tuple[UrgentMatter, ...]) -> list[Flowable]:
    words, content = press.words, press.content
    note = words(
        "Raised during the visit, with the consent of each person concerned. No detail is given here that could "
        "identify anyone."
    )
    last = content.cover.last_date
    head = press.head("", words("Matter"), words("Raised with"), words("State on {day}", day=long_day(words, last)))
    rows = [
        (
            press.bold(f"U{index}"),
            press.cell(one.matter),
            press.cell(f"{one.raised_with}, {short_day(words, one.day, last)}"),
            press.cell(one.state),
        )
        for index, one in enumerate(matters, 1)
    ]
    table = ruled(head, rows, (34, 204, 116, 150), press.width)
    return [KeepTogether([press.text(note, press.styles.body), table])]
