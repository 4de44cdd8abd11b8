"""What a person reviews: the list with its evidence, letters, open questions."""
