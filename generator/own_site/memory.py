"""What a build leaves in memory: nothing of it is looked for while it runs, nor when its process ends.

A build makes some million objects and ends soon. Looking through them for garbage takes a tenth of it, and
Python looks once more when it ends, though all memory is freed then anyway.
"""

from __future__ import annotations

import gc


def begin(*, is_preview: bool) -> None:
    """Before a build, in which nothing is collected; in a preview, which goes on for hours, all is."""
    gc.unfreeze()  # what a build before left in this process
    if is_preview:
        gc.enable()
    else:
        gc.disable()


def end() -> None:
    """After a build: garbage is collected again, and what is there now is left to the process's end."""
    gc.freeze()
    gc.enable()
