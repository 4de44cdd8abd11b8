"""What the one who runs the website's host needs."""
