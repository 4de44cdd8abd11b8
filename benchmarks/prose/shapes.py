"""Plant every change into invented exhibits of every shape, and count what ``formsd verify --against`` finds.

Prints a Markdown table. Exit code 1 where fewer than 95 % are found, or where an exhibit that agrees with the
data has an error. Needs nothing that is not in this repository.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from generator.findings import errors  # noqa: E402
from generator.pipeline import load_year  # noqa: E402
from generator.verify.verify import compare_documents  # noqa: E402
from tests.support.exhibit_more_shapes import MORE_SHAPES  # noqa: E402
from tests.support.exhibit_shapes import SHAPES, Facts, plants, write_data, write_pages  # noqa: E402

AIM = 0.95
EVERY = (*SHAPES, *MORE_SHAPES)


def main() -> None:
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: list[str] = []
    changes = list(plants())
    with tempfile.TemporaryDirectory() as folder:
        for shape in EVERY:
            place = Path(folder, shape.__name__)
            place.mkdir()
            data = write_data(place, shape)
            disclosure = load_year(data, 2023).disclosure

            def said(facts: Facts, shape=shape, place=place, data=data, disclosure=disclosure) -> list[str]:  # type: ignore[no-untyped-def]
                _, _, several = compare_documents(disclosure, data, write_pages(place, shape, facts))
                return [f"{one.code} {one.message}" for one in errors(several)]

            as_it_was, as_said = shape(Facts()), said(Facts())
            false += [f"{shape.__name__}: {one}" for one in as_said]
            for kind, facts in changes:
                if shape(facts) == as_it_was:
                    continue
                planted[kind] += 1
                if Counter(said(facts)) - Counter(as_said):
                    found[kind] += 1
                else:
                    sys.stdout.write(f"missed: {shape.__name__}, {kind}\n")
    sys.stdout.write("| change | found |\n|---|---:|\n")
    sys.stdout.writelines(f"| {kind} | {found[kind]} of {number} |\n" for kind, number in planted.items())
    share = found.total() / planted.total()
    sys.stdout.write(
        f"\nFound: {share:.1%} of {planted.total()} in {len(EVERY)} shapes; the aim is {AIM:.0%}.\n"
    )
    sys.stdout.writelines(f"false: {one}\n" for one in false)
    sys.exit(int(share < AIM or bool(false)))


if __name__ == "__main__":
    main()
