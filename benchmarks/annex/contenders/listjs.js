// Set up as the library's pages on existing lists, search, filter and pagination show.
{
  const page = document.querySelector("[data-bench-rows]").dataset.benchRows === "paged" ? 25 : 100000;

  const list = new List("bench-list", {
    valueNames: ["metal", "name", "country_as_filed", "country", "status"],
    page,
    ...(page === 25 && { pagination: { item: '<li><a class="page" href="#"></a></li>' } }),
  });

  document.querySelector(".bench-facets").addEventListener("change", () => {
    const metals = bench.chosen("metal");
    const statuses = bench.chosen("status");
    list.filter((item) => {
      const { metal, status } = item.values();
      return (!metals.length || metals.includes(metal)) && (!statuses.length || statuses.includes(status));
    });
  });

  bench.ready = true;
}
