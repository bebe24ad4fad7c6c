"""The REST API: the same actions and gates, as problem details and OpenAPI."""
