"""Reading: one module per source. Gives values of ``model`` and findings with the place of each."""
