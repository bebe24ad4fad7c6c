"""How a page is made: Jinja2 components, htmx parts, forms, icons, formats, one-time posts, the shell and its navigation."""
