// The script of the whole disclosure as one file: the list as the site has it, and what the pages have instead of a host.
// @import "annex/rules.js";
// @import "annex/files.js";
// @import "annex/address.js";
// @import "annex/near.js";
// @import "annex/either.js";
// @import "annex/marks.js";
// @import "annex-more.js";
// @import "annex.js";
// @import "keyboard/tables.js";
document.querySelectorAll(".md-typeset__scrollwrap").forEach(followWidth)

// A file stands in one link of the list; the other links to it save it too, and lead to that one without scripts.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-file]")
  if (!link) return
  event.preventDefault()
  const { href, download } = document.querySelector(link.getAttribute("href").replace(/[.]/g, "\\$&"))
  Object.assign(document.createElement("a"), { href, download }).click()
})

// A link to some rows chooses them in the list, as a reader would; its address alone leads to the list.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-rows]")
  const list = document.querySelector(".fsd-list")
  if (!link || !list) return
  event.preventDefault()
  const asked = new URLSearchParams(link.dataset.rows)
  const inputs = [...list.querySelectorAll("[data-facet] [type=checkbox]")]
  document.getElementById("fsd-find").value = asked.get("find") ?? ""
  for (const input of inputs) input.checked = asked.getAll(input.name).includes(input.value)
  inputs[0].dispatchEvent(new Event("change", { bubbles: true }))
  list.tabIndex = -1
  list.focus()
  list.scrollIntoView()
})
