"""The yearly round: many suppliers' answers into one list for review. No public wing can reach it."""
