// Boxes of wide tables, usable with the keyboard alone.
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
