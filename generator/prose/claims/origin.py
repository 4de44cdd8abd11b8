"""That no country of origin that is known is a covered country, or which ones are."""

from __future__ import annotations

from ..claim import Claim
from ..environment import Markdown
from ..facts import OriginsFacts
from ..wording.spec import Case, Spec
from .said import Asked

_COVERED = "origins.covered_sentence"
SPEC = Spec(
    "origin",
    "Countries of origin",
    (
        Case("not-determined", "where no country of origin is known"),
        Case("recycled-only", "where recycled or scrap material is the only origin"),
        Case("recycled-only-of-metals", "as before, where its metals are given",
             ("origins.recycled_metals",)),
        Case("one-not-covered", "where one country is known, and it is no covered country"),
        Case("none-covered", "where no country that is known is a covered country", ("origins.count",)),
        Case("one-covered", "where one country is known, and it is a covered country", (_COVERED,)),
        Case("some-covered", "where covered countries are among those known", ("origins.count",
             "origins.covered", _COVERED)),
        Case("recycled-too", "behind it where recycled or scrap material is an origin too"),
        Case("recycled-too-of-metals", "as before, where its metals are given", ("origins.recycled_metals",)),
    ),
)  # fmt: skip


def origin(asked: Asked) -> Markdown:
    """The sentence, and whether recycled or scrap material was reported too."""
    origins = asked.facts.origins
    covered = str(origins.covered_sentence or "")
    asked.made.append(Claim("no covered country among the origins", (), asked.place(), covered))
    of_metals = "-of-metals" if origins.recycled_metals else ""
    if not origins.determined:
        return asked.text(SPEC.name, f"recycled-only{of_metals}" if origins.recycled else "not-determined")
    return asked.texts(
        SPEC.name, [_case(origins), *([f"recycled-too{of_metals}"] if origins.recycled else [])]
    )


def _case(origins: OriginsFacts) -> str:
    if not origins.covered:
        return "one-not-covered" if origins.count == 1 else "none-covered"
    return "one-covered" if origins.count == 1 else "some-covered"
