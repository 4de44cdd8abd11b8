"""What must not get out, and the search of what goes out: ``site_search`` is what others call."""
