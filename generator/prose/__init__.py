"""Sections: Markdown with Jinja in a sandbox; facts, claims, and marks that say where each value is from."""
