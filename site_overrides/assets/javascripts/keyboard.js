// Material opens its menu and its search with <label> elements, which the Tab key passes over, and
// puts wide tables into boxes that only a mouse can scroll. This module mends both.

function buttonFor(label, toggle, name) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = `${label.className} fsd-toggle fsd-toggle--${name.toLowerCase()}`
  button.setAttribute("aria-label", name)
  button.append(...label.childNodes)
  button.addEventListener("click", () => toggle.click())
  const showState = () => button.setAttribute("aria-expanded", String(toggle.checked))
  toggle.addEventListener("change", showState)
  showState()
  return button
}

function replaceLabel(id, name) {
  const toggle = document.getElementById(id)
  const label = document.querySelector(`label.md-header__button[for="${id}"]`)
  if (!toggle || !label) return null
  const button = buttonFor(label, toggle, name)
  label.replaceWith(button)
  return { button, toggle }
}

function isShown(element) {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible"
}

function firstStopIn(menu) {
  return [...menu.querySelectorAll("a[href], label[tabindex]")].find(isShown)
}

// What opens takes the focus; Escape closes it and gives the focus back.
function mendMenu() {
  const menu = replaceLabel("__drawer", "Menu")
  menu?.button.addEventListener("click", () => {
    if (menu.toggle.checked) firstStopIn(document.querySelector(".md-sidebar--primary"))?.focus()
  })
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu?.toggle.checked) return
    menu.toggle.click()
    menu.button.focus()
  })
}

// Material closes the search on Escape, and leaves the focus nowhere.
function mendSearch() {
  const search = replaceLabel("__search", "Search")
  search?.button.addEventListener("click", () => {
    if (search.toggle.checked) document.querySelector(".md-search__input").focus()
  })
  document.addEventListener("keyup", (event) => {
    if (event.key === "Escape" && document.activeElement === document.body) search?.button.focus()
  })
}

function nameOf(box) {
  const caption = box.querySelector("caption")
  const headings = [...document.querySelectorAll("article :is(h1, h2, h3, h4)")]
  const above = headings.findLast(
    (heading) => heading.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const text = (caption ?? above)?.cloneNode(true)
  text?.querySelector(".headerlink")?.remove()
  return text ? `Table: ${text.textContent.trim()}` : "Table"
}

// A table box is a stop for the Tab key only while there is something to scroll.
function followWidth(box) {
  const name = nameOf(box)
  new ResizeObserver(() => {
    const scrolls = box.scrollWidth > box.clientWidth
    if (scrolls) {
      box.tabIndex = 0
      box.setAttribute("role", "region")
      box.setAttribute("aria-label", name)
    } else {
      for (const attribute of ["tabindex", "role", "aria-label"]) box.removeAttribute(attribute)
    }
  }).observe(box)
}

mendMenu()
mendSearch()

// Material makes the boxes when it announces the page, and again after each page that it loads itself.
window.document$.subscribe(() =>
  requestAnimationFrame(() => document.querySelectorAll(".md-typeset__scrollwrap").forEach(followWidth)),
)
