"""What goes into a reconciliation besides the answers: rules, decisions, lists, the list of last time."""
