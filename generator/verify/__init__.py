"""What is published, or was filed, against the data: ``verify``. It shares no code with the writers."""
