"""Overview of a visit: its plan and outcome, figures, team, objectives, and the briefing from before."""
