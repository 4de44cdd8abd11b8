"""The pages of the site: a module ``…_page`` for each, and what they are made of."""
