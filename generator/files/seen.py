"""What stood in files when a command read them, so that nothing is written over what a person saved since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..errors import DisclosureError
from ..model.counted import named


def digest_of(path: Path) -> str | None:
    """SHA-256 of a file, as hexadecimal digits; None where there is none. Raises OSError."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


@dataclass(frozen=True)
class Seen:
    """The files of some places with the checksums of what stood in them."""

    places: tuple[Path, ...]
    digests: Mapping[Path, str | None]

    @classmethod
    def of(cls, places: Iterable[Path]) -> Seen:
        """Those of ``places`` that are files, and the visible files of those that are folders.

        Folders inside are left out: name these too.
        """
        known = tuple(places)
        return cls(known, _digests(known))

    def must_be_same(self) -> None:
        """Raises DisclosureError where one was changed, deleted or added since."""
        now = _digests(self.places)
        changed = [path for path in {**now, **self.digests} if now.get(path) != self.digests.get(path)]
        if changed:
            raise saved_meanwhile(sorted(changed))


def _digests(places: Iterable[Path]) -> dict[Path, str | None]:
    found: dict[Path, str | None] = {}
    for place in places:
        with suppress(OSError):  # what cannot be read is said by whoever reads it
            inside = place.iterdir() if place.is_dir() else (place,)
            found |= {path: digest_of(path) for path in inside if not path.name.startswith((".", "~"))}
    return {path: digest for path, digest in found.items() if digest is not None}


def saved_meanwhile(paths: Iterable[Path]) -> DisclosureError:
    """That files were changed while a command ran, which therefore wrote nothing."""
    names = [str(path) for path in paths]
    were = "was" if len(names) == 1 else "were"
    return DisclosureError(
        f"{named(names)} {were} changed while this command ran, and may hold what a person has just saved."
        " Nothing of that is lost: run the command again, which then reads it."
    )
