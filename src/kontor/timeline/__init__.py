"""What happened: when, who, about which document and client. Entries are never edited."""
