"""A whole report to look at and to test with. The place, the people and every figure are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from monitor_app.reports import (
    AcceptedCheck,
    AreaNotSeen,
    ChecklistJudgements,
    Cover,
    Extent,
    Figure,
    Finding,
    JudgementRow,
    KeyFinding,
    Method,
    OtherSummary,
    Outcome,
    Progress,
    ProgressRow,
    Provision,
    Recommendation,
    Register,
    Replaces,
    ReportContent,
    Signer,
    Snapshot,
    Summary,
    Talks,
    TeamMember,
    Theme,
    ThemeCounts,
    UrgentMatter,
)

FINGERPRINT = "eaeb3c8eb5ddd55b28afbaf6d14ef71ddd83393b13acb6546c251519ef3351df"
PHRASE = "harvest copper lantern river mosaic quiet garden signal"

FIRST, SECOND, LAST = date(2026, 11, 3), date(2026, 11, 4), date(2026, 11, 5)
BEFORE = date(2026, 5, 12)
JANUARY, FEBRUARY = date(2027, 1, 31), date(2027, 2, 28)
MARCH, JUNE = date(2027, 3, 31), date(2027, 6, 30)

MANDELA = "United Nations Standard Minimum Rules for the Treatment of Prisoners (Nelson Mandela Rules)"
NATIONAL = "National Immigration Detention Standards"
PRINCIPLES = "Body of Principles for the Protection of All Persons under Any Form of Detention or Imprisonment"
GUIDELINES = "UNHCR Detention Guidelines"


def mandela(rule: str, wording: str) -> Provision:
    return Provision(
        f"mandela-{rule}", f"Nelson Mandela Rules, Rule {rule}", MANDELA, "A/RES/70/175, annex", f"Rule {rule}", wording
    )


def national(number: str, about: str) -> Provision:
    return Provision(
        f"nids-{number}",
        f"NIDS {number} ({about})",
        NATIONAL,
        "CBSA, public web version",
        f"{number} ({about})",
        standing="number and heading checked, text not yet",
    )


def principle(number: str, wording: str) -> Provision:
    return Provision(
        f"bop-{number}",
        f"Body of Principles, Principle {number}",
        PRINCIPLES,
        "A/RES/43/173",
        f"Principle {number}",
        wording,
    )


def guideline(number: str, wording: str) -> Provision:
    return Provision(
        f"unhcr-{number}",
        f"UNHCR Detention Guidelines, Guideline {number}",
        GUIDELINES,
        "UNHCR, 2012",
        f"Guideline {number}",
        wording,
    )


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

F1 = Finding(
    1,
    "Separation is used without a recorded review",
    severity="serious",
    extent=Extent("systemic", 6, 9, "placements sampled"),
    provisions=(
        national("2.11", "special-purpose units"),
        mandela(
            "45(1)",
            "Solitary confinement is used only in exceptional cases, as a last resort, for as short a time as "
            "possible and subject to independent review.",
        ),
        principle("30", "A person has the right to be heard before disciplinary action and to have it reviewed."),
    ),
    sources=("observation", "detained_people", "staff", "documents"),
    paragraphs=(
        "The special-purpose unit was used nine times in the six months before the visit. The register gives a "
        "reason for "
        "each placement and the hour it began. For six placements it gives no review, and for two it gives no end.",
        "Shift supervisors described a review “at every handover”. The team found no form on which such a review "
        "could be "
        "written down. People who had been placed in the unit said that nobody had told them how long it would last or "
        "how to ask for it to end.",
        "The longest recorded placement was 61 hours. No placement reached the duration that the Nelson Mandela "
        "Rules call "
        "prolonged. The concern is the missing safeguard and not the length.",
    ),
    recommendations=(
        Recommendation(
            "1.1",
            "Record the first review of every placement within 24 hours and each later review daily, with "
            "the reviewer’s reasons and the person’s own view.",
            "Facility management",
            JANUARY,
        ),
        Recommendation(
            "1.2",
            "Give each person placed in the unit a written notice of the reason, the expected length and "
            "the way to complain, in a language they understand.",
            "Facility management",
            JANUARY,
        ),
    ),
)
F2 = Finding(
    2,
    "Search practice differs between shifts",
    severity="minor",
    extent=Extent("systemic", 3, 6, "shifts"),
    provisions=(national("2.8", "searches"), mandela("51", "Searches are recorded with their reasons and results.")),
    sources=("observation", "detained_people"),
    paragraphs=(
        "On two shifts a search after a visit was explained before it began; on two it was not. Several people said "
        "they "
        "had learned by watching others what would be asked of them. Nobody reported a humiliating search.",
    ),
    recommendations=(
        Recommendation(
            "1.3",
            "Add a spoken explanation and a translated card to the search procedure, and check its use on every shift.",
            "Facility management",
            FEBRUARY,
        ),
    ),
)
F3 = Finding(
    3,
    "Outdoor exercise falls below one hour in bad weather",
    severity="moderate",
    extent=Extent("systemic", 17, 60, "days in the register"),
    provisions=(mandela("23(1)", "At least one hour of suitable exercise in the open air daily."),),
    sources=("observation", "detained_people", "staff", "documents"),
    paragraphs=(
        "The yard has no cover. On 17 of 60 days the register shows less than one hour outside, and on five days no "
        "entry. "
        "The weather of those days was wet and not exceptional for the season.",
        "The yard itself is clean and has new seating since the last visit, as recommended in 2025.",
    ),
    recommendations=(
        Recommendation(
            "2.1",
            "Put up a covered area in the yard, and offer outdoor time whatever the weather.",
            "Regional Director",
            date(2027, 9, 30),
        ),
    ),
)
F4 = Finding(
    4,
    "First health screening is late at weekends",
    severity="serious",
    extent=Extent("systemic", 11, 40, "admissions sampled"),
    provisions=(
        national("4.3", "health services"),
        mandela("30", "A health professional examines every person as soon as possible after admission."),
        guideline("8", "Medical and psychological screening follows arrival."),
    ),
    sources=("detained_people", "staff", "documents", "third_parties"),
    paragraphs=(
        "The admission file shows a nurse’s screening within 24 hours for 29 of the 40 admissions sampled. The "
        "eleven late "
        "screenings all followed an arrival between Friday evening and Sunday. The longest delay was 67 hours.",
        "Health staff explained that no nurse is on site from Saturday 14:00 to Monday 07:00 and that an on-call "
        "line exists. "
        "The on-call log for the period holds four entries. A partner organisation had raised the same gap in "
        "writing in May.",
        "Three people told the team, separately, that they had arrived with medication which was kept in property "
        "storage "
        "until the Monday. One case is still open and was raised with management, with the person’s consent, on the "
        "first day.",
    ),
    recommendations=(
        Recommendation(
            "3.1",
            "Provide a nurse on site for at least four hours on each day of the weekend.",
            "Regional Director",
            MARCH,
            ("2025-029/2.3",),
        ),
        Recommendation(
            "3.2",
            "Until a nurse is on site at weekends, have admission staff call the on-call nurse for each "
            "arrival after Friday 16:00, and record the call.",
            "Health-care provider",
            date(2026, 12, 15),
        ),
    ),
)
F5 = Finding(
    5,
    "Information on rights does not reach people who read neither English nor French",
    severity="serious",
    extent=Extent("systemic", 13, 27, "people spoken with"),
    provisions=(
        national("6.2", "orientation and information"),
        mandela("54", "Written information on the rules, rights and duties is given on admission."),
        principle("14", "Information is given in a language the person understands."),
    ),
    sources=("observation", "detained_people", "staff", "documents", "third_parties"),
    paragraphs=(
        "The orientation booklet is clear and well made. It exists in English and French. On the days of the visit "
        "the people "
        "held spoke at least eleven languages, and thirteen of those interviewed could not say what a detention "
        "review was for.",
        "Telephone interpretation is available and paid for. The log shows 22 calls in three months, of which 19 "
        "were for health "
        "care. Officers on two shifts did not know the access code.",
    ),
    recommendations=(
        Recommendation(
            "4.1",
            "Issue the orientation booklet in the eight languages most spoken in the past year, with an audio version.",
            "Regional Director",
            JUNE,
            ("2025-029/3.1",),
        ),
        Recommendation(
            "4.2",
            "Use telephone interpretation for every admission interview where it is needed, and record its use.",
            "Facility management",
            JANUARY,
        ),
    ),
)
F6 = Finding(
    6,
    "Calls to counsel can be overheard",
    severity="moderate",
    extent=Extent("individual", None, None, "Unit B only"),
    provisions=(
        principle("18", "Communication with counsel is confidential."),
        guideline("7", "Access to legal advice."),
    ),
    sources=("observation", "detained_people", "third_parties"),
    paragraphs=(
        "The two telephones in Unit B hang in the corridor beside the officers’ post. From the post the team could "
        "follow a test "
        "call word for word. Two lawyers’ organisations described the same difficulty.",
    ),
    recommendations=(
        Recommendation(
            "4.3",
            "Move one telephone in Unit B to the empty interview room and keep it for calls to counsel.",
            "Facility management",
            FEBRUARY,
            ("2025-029/3.2",),
        ),
    ),
)
F7 = Finding(
    7,
    "Video visits are not offered to families abroad",
    severity="moderate",
    extent=Extent("systemic"),
    provisions=(mandela("58(1)", "People are allowed to communicate with family and friends at regular intervals."),),
    sources=("detained_people", "staff", "documents"),
    paragraphs=(
        "Video visits can be booked on weekdays from 13:00 to 16:00, Pacific time. For families in South Asia and "
        "East Africa "
        "this is the middle of the night. The booking sheet shows four such visits in three months.",
    ),
    recommendations=(
        Recommendation(
            "5.1",
            "Open two evening and two early-morning periods a week for video visits.",
            "Facility management",
            JANUARY,
        ),
    ),
)
F8 = Finding(
    8,
    "Peers welcome new arrivals on the first evening",
    kind="good_practice",
    provisions=(guideline("9.1", "Care for the situation of people at risk begins on arrival."),),
    sources=("observation", "detained_people", "staff"),
    paragraphs=(
        "Two people held in the centre have drawn a welcome sheet without words. A peer hands it to each new person "
        "on the "
        "first evening and walks them through the unit. Staff support this and stand back.",
    ),
)

THEMES = (
    Theme(1, "Treatment and safety", (F1, F2)),
    Theme(2, "Living conditions", (F3,)),
    Theme(3, "Health care", (F4,)),
    Theme(4, "Legal safeguards", (F5, F6)),
    Theme(5, "Contact with family", (F7,)),
    Theme(6, "People in a vulnerable situation", (F8,)),
)

PROGRESS = Progress(
    (
        ProgressRow(
            "2025-029/1.1", "Remove the fixed camera from the examination room", "implemented", "Seen on the tour"
        ),
        ProgressRow(
            "2025-029/1.2", "Log every use of restraints during transport", "implemented", "Register, 20 entries"
        ),
        ProgressRow("2025-029/2.1", "Repair the ventilation in Unit A", "implemented", "Measured in 4 rooms"),
        ProgressRow("2025-029/2.2", "Provide seating in the yard", "implemented", "Seen on the tour"),
        ProgressRow("2025-029/2.3", "Screen every arrival within 24 hours", "partly", "Weekdays only", 4),
        ProgressRow("2025-029/2.4", "Offer a vegetarian choice at each meal", "partly", "Dinner only"),
        ProgressRow("2025-029/3.1", "Translate the orientation booklet", "not_implemented", "No budget agreed", 5),
        ProgressRow(
            "2025-029/3.2", "Give a private place for calls to counsel", "not_implemented", "", 6, ("2024-017/3.1",)
        ),
        ProgressRow("2025-029/3.3", "Tell people the date of their next review in writing", "partly", "Unit A only"),
        ProgressRow(
            "2025-029/4.1", "Extend visiting hours to one evening", "not_implemented", "Declined by the authority"
        ),
        ProgressRow("2025-029/4.2", "Allow tablets for family photos", "not_verified", "No time on this visit"),
        ProgressRow(
            "2025-029/5.1", "Review the holding of minors in Unit C", "no_longer_relevant", "Unit closed in March"
        ),
    ),
    ("Twelve recommendations were open after the report of 2025. The team checked eleven of them during this visit.",),
)

_QUESTIONS = (
    ("Treatment and safety", "T", (
        ("Every use of force is recorded the same day.", "NIDS 2.9", "met", ("documents", "staff")),
        ("A manager reviews each record of force.", "NIDS 2.9", "partly", ("documents", "staff")),
        ("Every separation is reviewed and the review is recorded.", "NIDS 2.11", "not_met",
         ("documents", "detained_people", "staff")),
        ("A person placed apart is told why and for how long.", "NMR 45", "not_met", ("detained_people", "staff")),
        ("Searches are explained beforehand.", "NIDS 2.8", "partly", ("observation", "detained_people")),
        ("A complaint can be made in confidence.", "NIDS 6.3", "met", ("observation", "detained_people", "documents")),
    )),
    ("Living conditions", "C", (
        ("There is natural light in each sleeping room.", "NMR 14", "met", ("observation",)),
        ("People can control the light at night.", "NMR 14", "not_met", ("observation", "detained_people")),
        ("Bedding is clean and changed weekly.", "NMR 21", "met", ("observation", "detained_people")),
        ("One hour outdoors is offered each day, whatever the weather, to everyone in each unit.", "NMR 23", "partly",
         ("documents", "detained_people", "observation")),
        ("The facility is accessible with a wheelchair.", "CRPD 14(2)", "not_assessed", ()),
    )),
    ("Health care", "H", (
        ("Everyone is screened by a nurse within 24 hours.", "NMR 30", "not_met",
         ("documents", "detained_people", "staff", "third_parties")),
        ("Screening is done out of the hearing of officers.", "NMR 31", "met", ("observation", "detained_people")),
        ("Medication continues on arrival.", "NMR 24(2)", "partly", ("detained_people", "documents")),
        ("A hunger strike is managed by health staff.", "NIDS 4.2", "na", ()),
    )),
    ("Legal safeguards", "L", (
        ("Information is given in a language that is understood.", "NIDS 6.2", "not_met",
         ("detained_people", "documents", "observation")),
        ("The date of the next review is given in writing.", "IRPA s. 57", "partly", ("detained_people", "documents")),
        ("Calls to counsel are private.", "BoP 18", "not_met", ("observation", "detained_people", "third_parties")),
    )),
    ("Contact with family", "K", (
        ("A first call home is free and within 24 hours.", "NIDS 2.1", "met", ("detained_people", "documents")),
        ("Video visits are possible for families abroad.", "NMR 58", "partly",
         ("detained_people", "documents", "staff")),
    )),
)  # fmt: skip

CHECKLIST = ChecklistJudgements(
    "Immigration holding centre",
    "2026-09",
    tuple(
        JudgementRow(f"{letter}-{number:02d}", theme, question, judgement, provision, sources)  # type: ignore[arg-type]
        for theme, letter, questions in _QUESTIONS
        for number, (question, provision, judgement, sources) in enumerate(questions, 1)
    ),
)

ACCEPTED = (
    AcceptedCheck("2 questions without an answer", "The health visitor was called away; the next visit begins there.",
                  "Health care", date(2026, 11, 19)),
    AcceptedCheck("Citation not confirmed in its text", "The public manual shows the heading only.", "F1, F4, F5",
                  date(2026, 11, 19)),
)  # fmt: skip

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
