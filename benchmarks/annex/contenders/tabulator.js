// Set up as the documentation shows: data by ajaxURL, filters of lists in the head, one filter function over all columns.
{
  const { benchRows } = document.querySelector("[data-bench-rows]").dataset;
  const list = {
    headerFilter: "list",
    headerFilterParams: { valuesLookup: true, multiselect: true, clearable: true },
    headerFilterFunc: "in",
  };

  const table = new Tabulator("#bench-table", {
    ajaxURL: "rows.json",
    layout: "fitColumns",
    ...{
      all: { renderVertical: "basic" },
      window: { height: "600px" },
      paged: { pagination: true, paginationSize: 25 },
    }[benchRows],
    columns: [
      { title: "Metal", field: "metal", ...list },
      { title: "Smelter or refiner", field: "name" },
      { title: "Country as filed", field: "country_as_filed" },
      { title: "Country", field: "country", ...list },
      { title: "Status", field: "status", ...list },
    ],
  });

  const input = document.querySelector("#bench-search");
  input.addEventListener("input", () => {
    const query = input.value.toLowerCase();
    table.setFilter((row) => Object.values(row).some((text) => text.toLowerCase().includes(query)));
  });

  document.querySelector(".bench-facets").addEventListener("change", ({ target: { name } }) => {
    table.setHeaderFilterValue(name, bench.chosen(name));
  });

  table.on("dataProcessed", () => {
    bench.ready = true;
  });
}
