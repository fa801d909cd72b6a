"""The findings of the sample report, with their standards and recommendations. All of it invented."""

from __future__ import annotations

from datetime import date

from monitor_app.reports import (
    Extent,
    Finding,
    Provision,
    Recommendation,
    Theme,
)

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
