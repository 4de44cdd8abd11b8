"""Invented exhibits in the shapes that filers use: nothing false is said, and changes are found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.findings import errors
from generator.model import Disclosure
from generator.pipeline import load_year
from generator.verify.verify import compare_documents
from tests.support.exhibit_more_shapes import MORE_SHAPES, names_in_paragraphs
from tests.support.exhibit_shapes import SHAPES, Facts, Shape, plants, write_data, write_pages

_EVERY = 7
"""Of the changes, each shape takes every so many; ``python -m benchmarks.prose.shapes`` takes all."""
EVERY_SHAPE = (*SHAPES, *MORE_SHAPES)
IDS = [shape.__name__ for shape in EVERY_SHAPE]


def read(folder: Path, shape: Shape) -> Disclosure:
    """The data that agree with the shape, written into the folder and read."""
    disclosure = load_year(write_data(folder, shape), 2023).disclosure
    assert isinstance(disclosure, Disclosure)
    return disclosure


def said(folder: Path, disclosure: Disclosure, shape: Shape, facts: Facts) -> Counter[str]:
    _, _, found = compare_documents(disclosure, folder / "data", write_pages(folder, shape, facts))
    return Counter(f"{one.code} {one.message}" for one in errors(found))


@pytest.mark.parametrize("shape", EVERY_SHAPE, ids=IDS)
def test_an_exhibit_that_agrees_with_the_data_has_no_difference(tmp_path: Path, shape: Shape) -> None:
    assert said(tmp_path, read(tmp_path, shape), shape, Facts()) == Counter()


@pytest.mark.parametrize("shape", EVERY_SHAPE, ids=IDS)
def test_changes_of_an_exhibit_are_found(tmp_path: Path, shape: Shape) -> None:
    disclosure = read(tmp_path, shape)
    as_it_was = shape(Facts())
    for kind, facts in list(plants())[EVERY_SHAPE.index(shape) % _EVERY :: _EVERY]:
        is_list = shape is names_in_paragraphs and facts.rows != Facts().rows  # told as not found
        if shape(facts) != as_it_was and not is_list:
            assert said(tmp_path, disclosure, shape, facts), kind
