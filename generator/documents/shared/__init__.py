"""What others show of the site: the picture beside a link that somebody passes on, and the touch icon."""
