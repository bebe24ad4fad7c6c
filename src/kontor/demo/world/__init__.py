"""The demo company as pure facts: who, what, where, when. No database, no clock; the same seed tells the same story."""
