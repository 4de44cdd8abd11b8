"""Form SD microsite generator: one set of facts, every form of a conflict minerals disclosure."""

import os

__version__ = "0.1.0"

# pydantic otherwise asks every installed package whether it is a plugin of pydantic; none of ours is.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
