"""The templates of the pages, each with the dataclass that is its context."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import Any

from generator import pages
from generator.pages import chart_values, origins_table, switch_chart, table, world_map
from generator.pages.charts import ranked_bars, stacked_bars
from generator.review import page as review


def page_modules() -> list[ModuleType]:
    names = sorted(module.name for module in pkgutil.iter_modules(pages.__path__))
    modules = [
        importlib.import_module(f"{pages.__name__}.{name}") for name in names if name.endswith("_page")
    ]
    return [module for module in (*modules, review) if hasattr(module, "TEMPLATE")]


CONTEXTS: dict[str, type[Any]] = {
    **{module.TEMPLATE: module.Context for module in page_modules()},
    table.TEMPLATE: table.Table,
    origins_table.COLUMNS_TEMPLATE: origins_table.Columns,
    stacked_bars.STACKED_TEMPLATE: stacked_bars.StackedBars,
    ranked_bars.RANKED_TEMPLATE: ranked_bars.RankedBars,
    switch_chart.CHART_TEMPLATE: chart_values.SwitchChart,
    switch_chart.BAR_TEMPLATE: chart_values.StatusBar,
    world_map.TEMPLATE: world_map.WorldMap,
}
