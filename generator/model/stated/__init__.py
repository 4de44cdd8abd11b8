"""What ``disclosure.yml`` states, a subject a module; ``facts`` is the whole."""
