"""Pages that join several apps: My day, the client passport, search, the trays."""
