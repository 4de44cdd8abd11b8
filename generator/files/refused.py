"""What the system refused, in words: the file, why, and what a person can do."""

from __future__ import annotations

import errno
import os

from ..errors import DisclosureError

_RIGHTS = "Close it in other programs, and check who may read and write there."
_NAME = "Give it a shorter name, or a place with fewer folders above it."
_ADVICE = {
    errno.ENOSPC: "Free space on that disk, and run again.",
    errno.EDQUOT: "Your share of that disk is used up: free space, or ask for more, and run again.",
    errno.EFBIG: "Files may not be larger there: write to another disk, and run again.",
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "Nobody can write on that disk: name a place on another one.",
    errno.EIO: "The disk, or the way to it, fails: copy your files elsewhere before you go on.",
    errno.ENAMETOOLONG: _NAME,
    errno.ENOTDIR: "A part of its place is a file and no folder: move that file away, or name another place.",
    errno.EISDIR: "A folder has this name: move it away.",
    errno.EEXIST: "Move away what has this name.",
    errno.ENOENT: "Look whether all folders above it are there.",
    errno.ELOOP: "Links lead in a circle there: put the file or folder itself in the place of the link.",
    errno.EILSEQ: "Rename it.",
    errno.EMFILE: "Close other programs, and run again; 'ulimit -n' says how many files may be open at once.",
    errno.ENFILE: "Close other programs, and run again.",
    errno.EBUSY: "Close it in other programs, and run again.",
    errno.ETXTBSY: "Close it in other programs, and run again.",
}
_IN_USE = {32: "Close it in Excel and in other programs, and run again.", 33: "Close it, and run again."}
"""Windows' own numbers for a file that another program has open."""
_OTHERWISE = _RIGHTS


class NoOrdinaryFileError(OSError):
    """A pipe, a device or a socket stands where a file is expected: reading it might never end."""

    def __init__(self, path: os.PathLike[str] | str) -> None:
        super().__init__(errno.EINVAL, "it is no ordinary file", os.fspath(path))


def why(problem: OSError) -> str:
    """The system's own words, without the name of the file."""
    return problem.strerror or str(problem) or type(problem).__name__


def what_to_do(problem: OSError) -> str:
    """A sentence, or two."""
    if isinstance(problem, NoOrdinaryFileError):
        return "Put the file itself there."
    in_use = _IN_USE.get(getattr(problem, "winerror", None) or 0)
    return in_use or _ADVICE.get(problem.errno or 0, _OTHERWISE)


def refused(
    problem: OSError, path: os.PathLike[str] | str | None = None, what: str = "written"
) -> DisclosureError:
    """That ``path`` cannot be read, written or whatever ``what`` says; None: the file that the system names.

    A file for the time being is no name that a person knows, so whoever writes one names its place here.
    """
    named = os.fspath(path) if path is not None else _named(problem)
    return DisclosureError(f"{named} cannot be {what}: {why(problem)}. {what_to_do(problem)}")


def _named(problem: OSError) -> str:
    """The file that the system names; of its second one, if any, the place where something should go."""
    name = problem.filename2 or problem.filename
    if name is None or isinstance(name, int):
        return "A file or the output"
    return os.fsdecode(name)
