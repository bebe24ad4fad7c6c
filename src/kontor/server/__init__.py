"""Settings, urls, the kontor command, the supervisor of database, web and worker."""
