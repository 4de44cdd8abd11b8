"""Rendering: facts in, text out. Nothing here touches disk (but the package's templates) or the clock."""
