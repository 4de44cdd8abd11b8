"""The pages of the site: a module ``…_page`` for each, and what they are made of.

Words and values stand in ``page``, ``common_page`` and ``table``; ``tables`` has the tables of facts,
``charts`` the pictures of facilities by metal and country. ``switch_chart`` is the chart of the overview that
a reader switches (``chart_views``, ``country_view``, ``chart_values``), ``world_map`` its map (``map_…``,
``shapes``), ``trend_figure`` its picture of the years. What several of them count is counted in
``status_counts`` and ``country_counts``; how a status looks, ``status_looks`` says.
"""
