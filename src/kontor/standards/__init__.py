"""The written standards as running code: clauses in three languages, typed settings with effective dates, playbooks, the working calendar."""
