"""The back of the sample report: progress, judgements, accepted checks. All of it invented."""

from __future__ import annotations

from datetime import date

from monitor_app.reports import (
    AcceptedCheck,
    ChecklistJudgements,
    JudgementRow,
    Progress,
    ProgressRow,
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
