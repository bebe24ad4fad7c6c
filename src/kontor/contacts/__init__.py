"""The contact log: calls, letters, visits, with the client's own words; the plan of contacts."""
