"""What to do where something published is not what the data gives."""

from __future__ import annotations

ADVICE = "Build the site anew; if that does not help, the published file was changed by hand."
