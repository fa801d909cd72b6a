"""A whole report to look at and to test with. The place, the people and every figure are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.reports.sample_back import ACCEPTED, CHECKLIST, PROGRESS
from tests.reports.sample_findings import F1, F3, F4, F5, THEMES
from tests.reports.sample_front import COVER, FIRST, JUDGEMENTS, METHOD, SNAPSHOT, SOMMAIRE, SUMMARY

from monitor_app.reports import (
    Cover,
    Extent,
    OtherSummary,
    Outcome,
    Recommendation,
    Replaces,
    ReportContent,
    Signer,
    Summary,
    TeamMember,
    Theme,
    ThemeCounts,
)

FINGERPRINT = "eaeb3c8eb5ddd55b28afbaf6d14ef71ddd83393b13acb6546c251519ef3351df"
PHRASE = "harvest copper lantern river mosaic quiet garden signal"
SIGNER = Signer("A. Specimen", "Team lead", FINGERPRINT)


def sample() -> ReportContent:
    """A final confidential report in English with a summary in French: every section, about sixteen pages."""
    return ReportContent(
        language="en",
        variant="confidential",
        state="final",
        number="IDM-2026-041",
        version=1,
        day=date(2026, 11, 20),
        programme="Independent Immigration Detention Monitoring Programme",
        organisation="Harbour Society",
        cover=COVER,
        summary=SUMMARY,
        other_summary=OtherSummary("fr", SOMMAIRE),
        judgements=JUDGEMENTS,
        unanswered=2,
        snapshot=SNAPSHOT,
        method=METHOD,
        themes=THEMES,
        progress=PROGRESS,
        checklists=(CHECKLIST,),
        accepted=ACCEPTED,
        signer=SIGNER,
    )


def sample_fr() -> ReportContent:
    """The same visit in French: long words and French spaces in every table; a second version that replaces one."""
    finding = replace(
        F1,
        title="L’isolement est utilisé sans qu’aucun réexamen soit consigné",
        extent=Extent("systemic", 6, 9, "placements vérifiés"),
        paragraphs=(
            "L’unité spéciale a servi neuf fois en six mois. Le registre indique un motif : pour six placements, il ne "
            "comporte aucun réexamen ; pour deux, aucune heure de fin !",
            "Les chefs d’équipe ont parlé d’un réexamen « à chaque relève ». Qui l’a vu? Personne.",
        ),
        recommendations=(
            Recommendation("1.1", "Consigner le premier réexamen de chaque placement dans les 24 heures.",
                           "Direction de l’établissement", date(2027, 2, 1)),
        ),
    )  # fmt: skip
    return replace(
        sample(),
        language="fr",
        version=2,
        replaces=Replaces(1, "erreur de date au constat F1"),
        cover=replace(
            COVER,
            facility="Centre de surveillance de l’Immigration de la Rive-du-Lac",
            place="Port-Arden (Colombie-Britannique)",
            visit_kind="Visite planifiée",
            team=(
                TeamMember("Responsable d’équipe (droit)"),
                TeamMember("personne visiteuse", ("français", "espagnol")),
            ),
            addressees=("Direction régionale, région du Pacifique", "Direction de l’établissement"),
            notice="Programme de démonstration. Tout est inventé.",
        ),
        summary=SOMMAIRE,
        other_summary=OtherSummary("en", SUMMARY),
        judgements=(
            ThemeCounts("Traitement et sécurité", 14, 5, 2, 1, 0),
            ThemeCounts("Personnes en situation de vulnérabilité particulière", 6, 5, 2, 3, 1),
        ),
        themes=(Theme(1, "Traitement et sécurité", (finding,)),),
        signer=Signer("A. Spécimen", "Responsable d’équipe", FINGERPRINT),
    )


def long_sample(findings: int = 66) -> ReportContent:
    """About forty pages: many findings and a long checklist."""
    themes = tuple(
        Theme(
            theme,
            f"{THEMES[(theme - 1) % 6].title} {theme}",
            tuple(
                replace(
                    (F1, F3, F4, F5)[number % 4],
                    number=number,
                    recommendations=tuple(
                        replace(one, number=f"{theme}.{number * 2 + index}")
                        for index, one in enumerate((F1, F3, F4, F5)[number % 4].recommendations)
                    ),
                )
                for number in range((theme - 1) * findings // 6 + 1, theme * findings // 6 + 1)
            ),
        )
        for theme in range(1, 7)
    )
    rows = tuple(replace(row, ref=f"{row.ref}-{index}") for index in range(7) for row in CHECKLIST.rows)
    return replace(sample(), themes=themes, checklists=(replace(CHECKLIST, rows=rows),))


def refused() -> ReportContent:
    """A visit that did not take place: short and honest."""
    return replace(
        sample(),
        cover=replace(
            COVER,
            last_date=FIRST,
            announced=False,
            hours_on_site=0,
            outcome=Outcome("refused", "A move of people was said to be under way.", "The duty manager"),
        ),
        summary=Summary(
            lead=("The team presented itself at 09:10 with its letter of access and waited until 11:40.",),
            recommendations=("The programme asks for a written explanation and for access without delay.",),
        ),
        other_summary=None,
        judgements=(),
        unanswered=0,
        snapshot=None,
        method=None,
        themes=(),
        progress=None,
        checklists=(),
        accepted=(),
    )


def bare() -> ReportContent:
    """As little as a draft can hold."""
    return ReportContent(
        "en", "confidential", "draft", "2026-001", 1, date(2026, 11, 20), "Programme", "Organisation",
        Cover("A place", "Somewhere", FIRST, FIRST, "UTC", "Ad hoc visit"),
    )  # fmt: skip
