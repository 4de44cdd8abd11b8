"""What a model lets stand where in a settings file: the names of entries, lists, texts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

KeyPath = tuple[str | int, ...]
"""Keys and list positions from the top of the file to an entry."""


def keys_at(top: Any, path: KeyPath) -> tuple[str, ...]:
    """The keys that may stand at ``path``, as the file spells them."""
    return tuple(fields(model_in(annotation_at(top, path))))


def annotation_at(top: Any, path: KeyPath) -> Any:
    """What may stand at ``path``, as its model says it; None where nothing is known of it."""
    annotation: Any = top
    for part in path:
        known = fields(model_in(annotation))
        if isinstance(part, str) and part in known:
            annotation = known[part]
        elif isinstance(part, str):  # the key of an entry that people name
            annotation = next((get_args(each)[1] for each in _parts(annotation) if is_named(each)), None)
    return annotation


@cache
def fields(model: Any) -> Mapping[str, Any]:
    """The entries of a model by the names that the file has; none of what is no model."""
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return {}
    return {info.alias or name: info.annotation for name, info in model.model_fields.items()}


def model_in(annotation: Any) -> Any:
    """The model inside ``Model | None``, ``tuple[Model, ...]`` or ``Annotated[Model, …]``."""
    if get_origin(annotation) in (Union, UnionType, tuple, Annotated):
        inner = [model_in(argument) for argument in get_args(annotation)]
        return next((a for a in inner if isinstance(a, type) and issubclass(a, BaseModel)), annotation)
    return annotation


def is_named(annotation: Any) -> bool:
    """Whether people name the entries that stand here, as countries or metals."""
    return any(get_origin(each) is dict for each in _parts(annotation))


def is_list(annotation: Any) -> bool:
    return any(get_origin(each) is tuple for each in _parts(annotation))


def is_text(annotation: Any) -> bool:
    """Whether people may write here what they like: no date, no number, no word of a set."""
    if annotation is str:
        return True
    return get_origin(annotation) in (Union, UnionType, tuple, Annotated) and any(
        is_text(argument) for argument in get_args(annotation)
    )


def may_be_empty(top: Any, path: KeyPath) -> bool:
    """Whether the names of the entries at ``path`` say something alone, as countries without metals do."""
    return any(
        type(None) in get_args(get_args(each)[1])
        for each in _parts(annotation_at(top, path))
        if get_origin(each) is dict
    )


@cache
def all_keys(annotation: Any) -> frozenset[str]:
    """The names of all entries that a file of this model can have, wherever they stand."""
    known = fields(annotation)
    below = [all_keys(each) for each in known.values()]
    if not known:
        below = [all_keys(argument) for argument in get_args(annotation)]
    return frozenset(known).union(*below)


def _parts(annotation: Any) -> tuple[Any, ...]:
    return (annotation, *get_args(annotation))
