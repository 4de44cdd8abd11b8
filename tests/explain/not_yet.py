"""Codes without a longer text in ``generator/explain/texts``. The list gets shorter, never longer."""

NOT_YET = frozenset({
    "WD-001", "WD-002", "WD-003", "WD-004", "WD-005", "WD-006",
    "CP-001", "CP-002", "CP-003", "CP-004", "CP-005", "CP-006", "CP-007",
})  # fmt: skip
