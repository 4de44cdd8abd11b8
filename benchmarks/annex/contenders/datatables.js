// Set up as the documentation of ColumnControl shows for search lists in the head.
{
  const isPaged = document.querySelector("[data-bench-rows]").dataset.benchRows === "paged";
  const withList = ["order", ["searchList"]];

  new DataTable("#bench-table", {
    ...(isPaged ? { pageLength: 25 } : { paging: false }),
    order: [],
    ordering: { indicators: false, handler: false },
    columnDefs: [
      { targets: [0, 3, 4], columnControl: withList },
      { targets: [1, 2], columnControl: ["order"] },
    ],
    initComplete() {
      bench.ready = true;
    },
  });
}
