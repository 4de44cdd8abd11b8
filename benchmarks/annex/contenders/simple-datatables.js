// Set up as the library's documentation shows: options perPage and paging, multiSearch for the facets.
{
  const isPaged = document.querySelector("[data-bench-rows]").dataset.benchRows === "paged";

  const table = new simpleDatatables.DataTable("#bench-table", {
    ...(isPaged ? { perPage: 25, perPageSelect: [10, 25, 50, 100] } : { paging: false }),
  });

  document.querySelector(".bench-facets").addEventListener("change", (event) => {
    const { name } = event.target;
    const column = name === "metal" ? 0 : 4;
    table.multiSearch([{ terms: bench.chosen(name), columns: [column] }], name);
  });

  table.on("datatable.init", () => {
    bench.ready = true;
  });
}
