"""Outgoing mail: the outbox, sending through SMTP in a job, results."""
