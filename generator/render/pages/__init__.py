"""Pages of the site as Markdown: one module a page, each with the context of its template."""
