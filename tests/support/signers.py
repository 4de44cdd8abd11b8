"""Invented people who sign, another one for each role."""

SIGNERS = {"legal": "Ann Example", "compliance": "Bob Example", "ir": "Cleo Example"}
