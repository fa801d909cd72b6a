"""Every problem we may meet, a file per room: `from monitor_app.base.problems import vault as problems`, then
`raise Problem(problems.DAMAGED, entry=12)`. Sentences: short, present tense; what happened, what is safe, what next."""
