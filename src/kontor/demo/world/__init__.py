"""The demo company as pure facts: who, what, where, when. No database, no clock; the same seed tells the same story.

`year.make(lang, today)` makes the whole `facts.World`; `statement` writes the morning's bank file. Rows of it all are
made elsewhere. Names are invented, tax ids and accounts only pass their checks, e-mail ends in `.example`.
"""
