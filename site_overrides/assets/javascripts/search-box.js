// The theme's search box listens to keys alone. This script tells it of text that comes otherwise, pasted or dictated,
// says where the search cannot work, and marks on a page the words by which the search led to it.
"use strict"
{
  const box = document.querySelector(".md-search__input")
  box?.addEventListener("input", () => {
    for (const kind of ["keydown", "keyup"]) box.dispatchEvent(new Event(kind))
  })

  const told = document.querySelector(".md-search-result__meta")
  const say = (words) => {
    if (told) told.textContent = words
  }

  // From a folder a browser loads no records, and the theme takes its box away.
  function sayThatItNeedsAHost() {
    const search = box?.closest("[data-md-component=search]")
    const toggle = document.getElementById("__search")
    if (!search || !toggle) return
    search.hidden = false
    const open = () => {
      toggle.checked = true
      say("The search needs a web host: it does not work in files opened from a folder. The list can be searched here.")
    }
    box.addEventListener("focus", open)
    box.addEventListener("input", open)
    toggle.addEventListener("change", () => toggle.checked && box.focus())
    addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !toggle.checked) return
      toggle.checked = false
      box.blur()
    })
  }

  // search.js tells what a host does not give.
  if (location.protocol === "file:") {
    addEventListener("load", sayThatItNeedsAHost)
  } else if (window.BroadcastChannel) {
    new BroadcastChannel("fsd-search").addEventListener("message", ({ data: { typed, words } }) => {
      if (typed === box?.value) say(words)
    })
  }

  function rangesOf(words) {
    const either = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("|")
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?![\\p{L}\\p{N}])`, "giu")
    const texts = document.createNodeIterator(document.querySelector("article"), NodeFilter.SHOW_TEXT)
    const ranges = []
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: word, index } of text.data.matchAll(pattern)) {
        const range = new Range()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        ranges.push(range)
      }
    }
    return ranges
  }

  const words = new URLSearchParams(location.search).get("h")?.slice(0, 300).split(/\s+/).filter(Boolean) ?? []
  if (words.length && window.CSS?.highlights) CSS.highlights.set("fsd-searched", new Highlight(...rangesOf(words)))
}
