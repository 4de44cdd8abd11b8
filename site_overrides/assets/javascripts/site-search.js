// The search of the whole site for builders whose theme has no box for it: a button in the masthead opens a sheet. What
// finds is search-find.js, as in the theme's box; it and the records are loaded when the sheet is first opened.

const root = new URL("../../", import.meta.url)
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

const load = async () => {
  await import("./search-find.js")
  const answer = await fetch(new URL("search/search_index.json", root))
  if (!answer.ok) throw new Error(answer.statusText)
  return globalThis.fsdSearch.engineOf(await answer.json())
}

const opener = make("button", { type: "button", className: "fsd-search__open", textContent: "Search" })
const box = make("input", { type: "search", id: "fsd-search-box", autocomplete: "off", spellcheck: false, maxLength: 200 })
const close = make("button", { type: "button", className: "fsd-button", textContent: "Close" })
const status = make("p", { className: "fsd-search__status" })
const list = make("ol", { className: "fsd-search__hits" })
const form = make("form", {}, make("label", { htmlFor: box.id, textContent: "Search this site" }), box, close)
const sheet = make("dialog", { className: "fsd-search md-typeset" }, form, status, list)
form.setAttribute("role", "search")
status.setAttribute("role", "status")
sheet.setAttribute("aria-label", "Search")

// Title and text of a hit are HTML with nothing in it but marks.
const nodesOf = (html) => [...new DOMParser().parseFromString(html, "text/html").body.childNodes]

// Of a part of a page, the page is named too.
const hitOf = ({ location, title, text, terms }, page) => {
  const address = new URL(location, root)
  const words = Object.keys(terms).filter((word) => terms[word])
  if (words.length) address.searchParams.set("h", words.join(" "))
  const on = page && page.location !== location ? [" (", ...nodesOf(page.title), ")"] : []
  return make("li", {}, make("a", { href: address.href }, ...nodesOf(title)), ...on, make("span", {}, ...nodesOf(text)))
}

let engine
let pause
const show = async () => {
  const typed = box.value
  engine ??= load()
  try {
    const find = await engine
    if (typed !== box.value) return
    const hits = find(typed).items.flatMap((group) => {
      const page = group.find(({ location }) => !location.includes("#"))
      return group.filter(({ score }) => score >= 1).map((hit) => hitOf(hit, page))
    })
    list.replaceChildren(...hits.slice(0, 40))
    status.textContent = typed.trim() ? (hits.length ? `${hits.length} found` : "Nothing found") : ""
  } catch {
    engine = undefined
    status.textContent = "The search cannot be loaded from here. It needs a website; a folder of files is none."
  }
}

opener.onclick = () => {
  sheet.showModal()
  engine ??= load()
  engine.catch(() => (engine = undefined))
}
close.onclick = () => sheet.close()
box.oninput = () => {
  clearTimeout(pause)
  pause = setTimeout(show, 100)
}
form.onsubmit = (event) => {
  event.preventDefault()
  list.querySelector("a")?.click()
}
// A link to a place on the same page leads there, and not behind the sheet.
list.onclick = ({ target }) => target.closest("a") && sheet.close()

document.querySelector(".md-header__inner")?.append(opener)
document.body.append(sheet)
