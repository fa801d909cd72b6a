"""The sample report before its findings: cover, summaries, figures, method. All of it invented."""

from __future__ import annotations

from datetime import date

from monitor_app.reports import (
    AreaNotSeen,
    Cover,
    Figure,
    KeyFinding,
    Method,
    Register,
    Snapshot,
    Summary,
    Talks,
    TeamMember,
    ThemeCounts,
    UrgentMatter,
)

FIRST, SECOND, LAST = date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 5)
BEFORE = date(2026, 5, 12)

COVER = Cover(
    facility="Lakeshore Immigration Holding Centre",
    place="Port Arden, British Columbia",
    first_date=FIRST,
    last_date=LAST,
    time_zone="America/Vancouver",
    visit_kind="Planned visit",
    announced=True,
    visits_in_12_months=3,
    hours_on_site=23,
    team=(
        TeamMember("Team lead (law)"),
        TeamMember("visitor (nursing)"),
        TeamMember("visitor (social work)"),
        TeamMember("visitor", ("French", "Spanish")),
        TeamMember("two interpreters", ("Punjabi", "Tigrinya")),
    ),
    addressees=("Regional Director, Pacific Region", "Facility management"),
    notice="Demo programme. The place and every figure, finding and statement in this report are invented.",
)

SUMMARY = Summary(
    lead=(
        "The team visited the centre for three days, spoke in private with 27 people and with 9 members of staff, and "
        "saw 14 of its 15 areas. Nobody refused the team access to a place, a person or a document.",
        "Conditions in the two open units are good and the staff know the people by name. The concerns of this report "
        "are about what is not written down, what comes late, and what is said in a language that is not understood.",
    ),
    key_findings=(
        KeyFinding("Separation without recorded review", "Six of nine placements carry no written review.", 1),
        KeyFinding("Late health screening at weekends", "Eleven of forty arrivals waited more than 24 hours.", 4),
        KeyFinding("Rights not understood", "Thirteen of 27 people could not say what a detention review is for.", 5),
    ),
    urgent=(
        UrgentMatter(
            "Medication held in the property store after arrival",
            "Facility management",
            FIRST,
            "Handed over the same evening. Confirmed on 4 Nov.",
        ),
        UrgentMatter(
            "A person at risk of self-harm without a written plan",
            "Health-care provider",
            SECOND,
            "Plan opened on 4 Nov. To be checked at the next visit.",
        ),
    ),
    good_practice=(
        "A welcome sheet drawn by people held in the centre is handed out by a peer on the first evening.",
        "The evening nurse’s clinic in Unit A is open without appointment. It was praised by all who used it.",
    ),
)

SOMMAIRE = Summary(
    lead=(
        "L’équipe a visité le centre pendant trois jours. Elle s’est entretenue en privé avec 27 personnes et avec 9 "
        "membres du personnel, et a vu 14 des 15 secteurs. L’accès à un lieu, à une personne ou à un document ne lui a "
        "jamais été refusé.",
        "Les deux unités ouvertes sont bien tenues. Les préoccupations : ce qui n’est pas consigné, ce qui vient tard "
        "et ce qui est dit dans une langue qui n’est pas comprise.",
    ),
    key_findings=(
        KeyFinding("Isolement sans examen consigné", "Six des neuf placements ne comportent aucun examen écrit.", 1),
        KeyFinding("Dépistage tardif la fin de semaine", "Onze des quarante personnes ont attendu plus de 24 h.", 4),
        KeyFinding("Droits mal compris", "Treize des 27 personnes ignoraient à quoi sert le contrôle des motifs.", 5),
    ),
    urgent=(
        UrgentMatter(
            "Médicaments gardés avec les effets personnels après l’arrivée",
            "Direction",
            FIRST,
            "Remis le soir même. Confirmé le 4 nov.",
        ),
        UrgentMatter(
            "Personne à risque d’automutilation sans plan écrit",
            "Service de santé",
            SECOND,
            "Plan ouvert le 4 nov. À vérifier à la prochaine visite.",
        ),
    ),
    good_practice=(
        "Une feuille d’accueil dessinée par des personnes détenues est remise par un pair le premier soir.",
        "La consultation infirmière du soir, à l’unité A, est ouverte sans rendez-vous.",
    ),
    recommendations=(
        "Le rapport contient douze recommandations. Quatre visent la sécurité, la santé et l’accès aux droits et "
        "sont à "
        "réaliser au plus tard le 31 janvier 2027 : 1.1, 1.2, 3.2 et 4.2.",
    ),
)

JUDGEMENTS = (
    ThemeCounts("Treatment and safety", 14, 5, 2, 1, 0),
    ThemeCounts("Living conditions", 22, 6, 3, 2, 1),
    ThemeCounts("Health care", 11, 7, 4, 1, 2),
    ThemeCounts("Legal safeguards", 9, 6, 3, 0, 1),
    ThemeCounts("Contact with family", 8, 4, 1, 0, 0),
    ThemeCounts("People in a vulnerable situation", 6, 5, 2, 3, 1),
)

SNAPSHOT = Snapshot(
    FIRST,
    BEFORE,
    (
        Figure("Places to sleep", 70, 70, "Management", FIRST),
        Figure("People held", 48, 41, "Daily count sheet, 08:00", FIRST, people=True),
        Figure("Men", 39, "withheld", "Daily count sheet", people=True, level=1),
        Figure("Women", 9, "< 5", "Daily count sheet", people=True, level=1),
        Figure("Minors", 0, 0, "Daily count sheet; seen on the tour", people=True, level=1),
        Figure("Held for more than 90 days", 7, "< 5", "Case list", FIRST, people=True),
        Figure("Median length of stay", "13 days", "11 days", "Case list, calculated by the team"),
        Figure("Placements in separation, past 6 months", 9, 5, "Unit register", SECOND),
        Figure("Uses of force, past 6 months", 3, 2, "Incident log", SECOND),
        Figure("Officers on day shift", 14, 15, "Roster, 3 to 5 Nov"),
        Figure("Nurse hours on site, per week", 62, None, "Provider’s roster, Nov 2026"),
    ),
    (
        "The centre opened in 2020. Units A and B hold men, Unit D holds women. Unit C has been closed since March "
        "2026. "
        "Health care is provided under contract.",
    ),
)

METHOD = Method(
    paragraphs=(
        "The team chose whom to speak with. It offered a private talk to everyone in Units A and D and to every second "
        "person on the list of Unit B. Talks took place in rooms that the team chose, out of the hearing and sight of "
        "staff. Notes carry a code and no name.",
    ),
    talks=(
        Talks("Private talks with people held", 41, 27, 11, "< 5"),
        Talks("of these, with an interpreter", 14, 12, "< 5", 0, level=1),
        Talks("Talks with staff", 10, 9, "< 5", 0),
        Talks("Group talks", 2, 2, 0, 0),
    ),
    talk_notes=(
        "A talk declined is recorded without a reason unless the person gave one. Those who could not be met were at a "
        "hearing or a hospital.",
    ),
    areas_seen=(
        "admission",
        "Units A, B and D",
        "special-purpose unit",
        "health unit",
        "kitchen",
        "dining room",
        "laundry",
        "yard",
        "visits",
        "video rooms",
        "chapel",
        "property store",
    ),
    areas_not_seen=(AreaNotSeen("transport bay", "in use during the tour"),),
    registers=(
        Register("Admissions", "1 May to 31 Oct", "40 of 212", "Screening time missing in 2 entries"),
        Register("Special-purpose unit", "1 May to 31 Oct", "9 of 9", "No review in 6, no end time in 2"),
        Register("Incidents and force", "1 May to 31 Oct", "all", "Agrees with the incident reports"),
        Register("Interpretation calls", "1 Aug to 31 Oct", "22 of 22", "3 calls without a language"),
        Register("Outdoor exercise", "1 Sep to 30 Oct", "60 of 60 days", "5 days without an entry for Unit B"),
    ),
    limits=(
        "The figures describe the days of the visit and the registers named above. The team did not open medical "
        "files. "
        "Its health visitor saw the screening log without names.",
    ),
)
