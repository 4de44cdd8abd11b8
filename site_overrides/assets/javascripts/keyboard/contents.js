// The theme scrolls the table of contents along with the text, also away from the link that has the focus: back to it.
function keepFocusInSight({ currentTarget: box }) {
  const link = box.querySelector(":focus-visible")
  if (!link) return
  const [inner, outer] = [link, box].map((element) => element.getBoundingClientRect())
  if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom
  else if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top
}
