"""Entries of a settings file that are needed and not given: each of them, not the group that they are in."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from ..findings import Finding
from ..findings.catalogue import YAML_MISSING_KEY
from ..model import Fact, LineRef

Path = tuple[str | int, ...]


def needed_below(top: type[Fact], path: Path) -> Iterator[Path]:
    """The entries at and below ``path`` that must be given; a list is one entry, whatever stands in it."""
    model = _at(top, path)
    needed = [info.alias or name for name, info in _fields(model).items() if info.is_required()]
    for name in needed:
        yield from needed_below(top, (*path, name))
    if not needed:
        yield path


def not_given(name: str, where: LineRef, *, is_there: bool) -> Finding:
    """An error for the entry ``name``; ``is_there``: the file has it, without a value."""
    if is_there:
        return Finding(
            YAML_MISSING_KEY,
            f"'{name}' is empty",
            where,
            "Fill it in.",
            together="entries are needed and empty",
            named=name,
            advice_together="Fill them in.",
        )
    return Finding(
        YAML_MISSING_KEY,
        f"'{name}' is not given",
        where,
        f"Add the entry '{name.rpartition('.')[2]}'.",
        together="entries are needed and not given",
        named=name,
        advice_together="Add each of them; what stands behind a dot is indented below what stands before it.",
    )


def _at(top: type[Fact], path: Path) -> Any:
    """What may stand at ``path``: a model, or something else."""
    found: Any = top
    for part in path:
        of_name = {info.alias or name: info.annotation for name, info in _fields(found).items()}
        if isinstance(part, int):
            found = next((one for one in get_args(found) if one is not Ellipsis), None)
        else:
            found = _plain(of_name.get(part))
    return found


def _plain(annotation: Any) -> Any:
    """The type inside ``Model | None`` or ``Annotated[Model, …]``."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return next(_plain(one) for one in get_args(annotation) if one is not type(None))
    return annotation


def _fields(model: Any) -> dict[str, Any]:
    return dict(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else {}
