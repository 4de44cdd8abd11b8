"""What changed since another filing, word by word and row by row, to be sent by mail: ``redline``."""
