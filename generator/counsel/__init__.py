"""What counsel changed in the Word file, against the year as it is now: ``compare``. It imports nothing."""
