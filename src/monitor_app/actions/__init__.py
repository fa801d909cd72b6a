"""Actions: one file per verb a person does, and the queries its screen needs. Import the verb from its file.

Nouns: a *verb* is `(vault, ...) -> Changes` (or the id of what it made); a *query* is `(vault, ...) -> value`, frozen;
an *errand* has three parts: `pack` with the vault, `travel` without it, `unpack` with it again. Every verb asks the
permission function before it writes; every query gathers *records* out of current values.
"""
