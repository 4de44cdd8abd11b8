"""Each template uses exactly the names that its context dataclass has."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import fields
from types import ModuleType
from typing import Any

import pytest
from jinja2 import meta

from generator import pages
from generator.pages import charts, origins_table, tables, world_map
from generator.prose.environment import page_environment
from generator.review import page as review


def page_modules() -> list[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(pages.__path__))
    modules = [
        importlib.import_module(f"{pages.__name__}.{name}") for name in names if name.endswith("_page")
    ]
    return [module for module in (*modules, review) if hasattr(module, "TEMPLATE")]


CONTEXTS: dict[str, type[Any]] = {
    **{module.TEMPLATE: module.Context for module in page_modules()},
    tables.TEMPLATE: tables.Table,
    origins_table.COLUMNS_TEMPLATE: origins_table.Columns,
    charts.STACKED_TEMPLATE: charts.StackedBars,
    charts.RANKED_TEMPLATE: charts.RankedBars,
    world_map.TEMPLATE: world_map.WorldMap,
}


@pytest.mark.parametrize("template", CONTEXTS)
def test_template_uses_exactly_the_fields_of_its_context(template: str) -> None:
    environment = page_environment()
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, template)
    names = meta.find_undeclared_variables(environment.parse(source))
    assert names == {field.name for field in fields(CONTEXTS[template])}


def test_every_page_template_has_a_context() -> None:
    templates = {name for name in page_environment().list_templates() if name.startswith("pages/")}
    assert templates == {template for template in CONTEXTS if template.startswith("pages/")}
