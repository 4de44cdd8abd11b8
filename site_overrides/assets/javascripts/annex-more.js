// What few readers of the annex ask for: the detail of a row, a line to cite, files of the rows that are found, columns
// to leave out. annex.js loads it with the first touch of the list, and gives it what it needs.
"use strict"
// @import "annex/files.js";
// @import "annex/address.js";
// @import "annex/near.js";
// @import "annex/either.js";
// @import "annex/marks.js";
globalThis.fsdMore = ({
  list, form, box, rows, index, heads, columns, headings, facets, details, note, live, make, button, rowsFound, rowInAddress, leadsNowhere, addAll,
  opening, reset, clear, update, restore, isGroup, chosenIn, IN_SHORT,
}) => {
  const { csvOf, jsonOf, nameOf, cited } = fsdFiles
  const { marksIn } = fsdMarks
  const { SMALL, eitherOf } = fsdEither
  // What a row shows on the smallest screen, too.
  const KNOWN = ["name", "status", "metal", "country"]
  const { format } = new Intl.NumberFormat("en")
  const inRows = (number) => `${format(number)} row${number === 1 ? "" : "s"}`
  const today = () => new Date().toISOString().slice(0, 10)
  // A page that is a file by itself says at which address readers find it; empty: none is known.
  const { address: home } = list.dataset
  const page = () => home ?? location.href.split(/[?#]/)[0]
  const here = () => (home ? home + location.search + location.hash : home ?? location.href)
  const citation = (what, address) =>
    cited(document.querySelector(".fsd-cite__text")?.textContent ?? "", what, address, today())

  // A page in a frame of a document, as a mail program has it, may not change its address.
  let isKept = true
  const putAddress = (method, address) => {
    try {
      history[method](history.state, "", address)
    } catch {
      isKept = false
    }
  }

  // The answer stands where the reader looks: on the button.
  const copy = async (target, text, id) => {
    const before = target.textContent
    let answer = "✓ Copied"
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      answer = "Not copied"
      note.textContent = "This browser does not let the page copy."
      if (id) {
        putAddress("replaceState", `#${id}`)
        note.textContent += " The address of the page now leads to the row."
      }
    }
    live.textContent = `${answer}: ${before}`
    target.textContent = answer
    setTimeout(() => (target.textContent = before), 3000)
  }
  const copying = (text, label, id) =>
    button("fsd-button fsd-copy", label, { onclick: ({ target }) => copy(target, text(), id) })

  // ---- The address of what is found. `own`: what others than the finder say there.

  let step
  const write = (cause, hash = rowInAddress() < 0 ? location.hash : "", own = {}) => {
    if (!list.isConnected) return
    const address = new URL(location)
    const { typed, sorting } = rowsFound()
    const chosen = facets.map((facet) => [facet.facet, chosenIn(facet).map(({ input }) => input.value)])
    address.search = fsdAddress.withState(address.search, {
      find: [typed], ...Object.fromEntries(chosen), sort: [sorting], ...own,
    })
    address.hash = isGroup(hash) ? "" : hash
    // A word is one step back, not each of its letters.
    const method = cause && (cause !== "typed" || step !== cause) ? "pushState" : "replaceState"
    if (address.href !== location.href) putAddress(method, address)
    step = cause
  }
  window.addEventListener("popstate", () => {
    step = ""
    if (list.isConnected && isKept) restore()
  })

  // ---- The detail of a row

  const meant = "What the status means"
  // Of lists in which a sign at the name is the status.
  const statusTexts = Object.fromEntries(
    [...form.querySelectorAll("[name=status]")].map(({ value, dataset, nextElementSibling }) => [
      dataset.keys ?? value, nextElementSibling.firstChild.data,
    ]),
  )

  // What stands in the table of the statuses beside the label; what a note says, without the rows that it names.
  const meaning = (status) => {
    const row = document.querySelector("#fsd-status-definitions")?.tBodies[0].rows[status || -1]
    return [...(row?.cells ?? [])].slice(1).map(({ textContent }) => textContent.trim()).filter(Boolean).join(" ")
  }
  const text = (cell) => {
    const link = cell.querySelector("a")
    return (link ? document.getElementById(link.hash.slice(1))?.firstChild : cell)?.textContent.trim()
  }

  const toggle = (row, isOpen = !details[rows.indexOf(row)]) => {
    const at = rows.indexOf(row)
    opening(row).ariaExpanded = `${isOpen}`
    row.classList.toggle("fsd-opened", isOpen)
    if (isOpen) row.after((details[at] ??= detail(row, at)))
    else {
      details[at]?.remove()
      delete details[at]
    }
  }

  // Of countries that the filing has in capitals only the table says so.
  const inCapitals = (row) => {
    const { dataset, textContent } = row.querySelector("[data-country]")
    return row.closest("table").dataset.filed === "capitals" && (dataset.land ?? textContent).toUpperCase()
  }

  // The page of the smelter over all years, as the way to all of them says (smelters_page.py); none where there are none.
  const smelterOf = ({ id }, place) => {
    const way = document.querySelector("#fsd-smelters")
    if (!way) return
    const said = (name) => {
      const { options, values } = facets.find(({ facet }) => facet === name) ?? {}
      return options?.[values[place] - 1]?.input.value ?? ""
    }
    const country = said("country").replace("not-stated", "").toLowerCase()
    const name = id.replace(`${said("metal")}-`, "")
    const told = JSON.parse(way.dataset.rows ?? "{}")[id] ?? id.match(/^CID\d{6}/)?.[0]
    const page = told ?? [name, country].filter(Boolean).join("-")
    return way.href.replace(/(\/|\.html)$/, `/${page}$1`)
  }

  const detail = (row, at) => {
    const { cells } = row
    const parts = list.querySelector("template").content.firstElementChild.cloneNode(true)
    const add = (title, words) =>
      words && parts.append(make("div", {}, make("dt", {}, title), make("dd", {}, words)))
    for (const part of [...parts.children]) {
      const { put } = part.dataset
      const cell = [...cells].find(({ dataset }) => put in dataset)
      const words = cell ? cell.dataset[put] : put === "filed" && inCapitals(row)
      if (words) part.lastElementChild.textContent = words
      else part.remove()
    }
    const { status } = cells[0].dataset
    if (status) add("Status", statusTexts[status])
    add(meant, meaning(status))
    columns.forEach((column, place) => {
      if (column === "status") add(meant, meaning(cells[place].dataset.status))
      else if (!KNOWN.includes(column)) add(headings[place], text(cells[place]))
    })
    add("Row", `${format(at + 1)} of ${format(rows.length)} in the order of the list`)
    const metal = cells[columns.indexOf("metal")]?.textContent
    const what = [cells[0].textContent, metal].filter(Boolean).join(", ")
    const link = () => page() && `${page()}#${row.id}`
    const links = home === "" ? [] : [copying(link, "Copy link", row.id)]
    const buttons = make("p", {}, ...links, copying(() => citation(`${what}. `, link()), "Copy citation"))
    const href = smelterOf(row, at)
    if (href) buttons.append(make("a", { className: "fsd-button", href }, "All years"))
    const cell = make("td", { colSpan: cells.length }, parts, buttons)
    const made = make("tr", { className: "fsd-detail" }, cell)
    cell.setAttribute("role", "cell")
    cell.ariaColSpan = cells.length
    made.setAttribute("role", "row")
    return made
  }

  // ---- The row of the address

  let current

  const reveal = () => {
    const row = rows[rowInAddress()]
    if (current) current.ariaCurrent = null
    current = row
    if (!row) return leadsNowhere() && say("unknown")
    const isHidden = !rowsFound().hits.includes(rows.indexOf(row))
    if (isHidden) {
      reset()
      update()
      write("", location.hash)
    }
    addAll()
    row.ariaCurrent = "true"
    row.tabIndex = -1
    toggle(row, true)
    if (isHidden) say("cleared")
    focus()
    center(row)
    // Once the page has all its parts; never, where it has them by now.
    window.addEventListener("load", () => center(row))
  }

  const focus = () => current?.focus({ preventScroll: true })

  // Again in the next frames, because rows have their true height only once they are near the window.
  const center = (row, times = 3) => {
    if (row !== current) return
    row.scrollIntoView({ block: "center" })
    if (times) requestAnimationFrame(() => center(row, times - 1))
  }

  // ---- Marks on what was searched

  const marks = window.Highlight && new Highlight()
  if (marks) CSS.highlights.set("fsd-hit", marks)

  const mark = (row, searched, found) => {
    const name = row.firstElementChild
    const { alias } = name.dataset
    let isSeen = false
    for (const place of found.asked[0] ? searched : []) {
      const cell = row.cells[place]
      // A name in bold letters, and a status, stand in an element of their own.
      const node = cell.querySelector("strong, .fsd-status")?.firstChild ?? cell.firstChild
      for (const [startOffset, endOffset] of marksIn(node?.data ?? "", found)) {
        isSeen = true
        // Static, because browsers move other ranges along with every row that is moved.
        marks?.add(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }))
      }
    }
    name.classList.toggle("fsd-alias", !isSeen && !!marksIn(alias ?? "", found)[0])
  }

  // ---- What is asked for: chips, each to take it back, and in words

  const inWords = () => {
    const { typed } = rowsFound()
    const chosen = facets.flatMap((facet) => chosenIn(facet).map(({ text }) => `${facet.legend}: ${text}`))
    return typed ? [`“${typed}”`, ...chosen] : chosen
  }
  const { title } = document
  const one = (selector) => list.querySelector(selector)
  // A caption says how many of a table's rows are shown.
  const captions = [...list.querySelectorAll("caption")].map((caption) => caption.appendChild(make("span")))
  const chips = one(".fsd-chips")
  const tellChosen = () => {
    const { hits, said, typed } = rowsFound()
    const words = inWords().join(", ")
    document.title = words ? `${words}: ${title}` : title
    const isAll = hits.length === rows.length
    one(".fsd-finder__view").textContent = isAll ? "all rows" : "these rows"
    for (const part of captions) part.textContent = isAll ? "" : `\u00a0(shown: ${said})`
    const { length } = facets.flatMap(chosenIn)
    one(".fsd-finder__open").textContent = length ? `Filter (${length})` : "Filter"
    const chip = (label, undo) => {
      const onclick = ({ target }) => {
        const at = items.indexOf(target)
        undo()
        update("chosen")
        ;(chips.children[at] ?? box).focus()
      }
      return button("fsd-chip", label, { ariaLabel: `Remove ${label}`, onclick })
    }
    const items = facets.flatMap((facet) =>
      chosenIn(facet).map(({ input, text }) => chip(`${facet.legend}: ${text}`, () => (input.checked = false))),
    )
    if (typed) items.unshift(chip(`“${typed}”`, () => (box.value = "")))
    if (items[0]) items.push(button("fsd-clear", "Clear all", { onclick: clear }))
    chips.replaceChildren(...items)
  }

  // ---- What comes close, and the way out of an empty result, with what each step gives

  const NOTES = {
    1: "No word begins like that: these rows have it inside a word.",
    2: "No row has these words as they are typed: these come close.",
    unknown: "A part of this address is not in the list and was left out.",
    cleared: "The search was cleared, because it hid this row.",
  }
  const say = (key) => (note.textContent = NOTES[key])

  const near = (typed) => fsdRules.find(index, rows.length, typed, fsdNear.WAYS)
  const hits = (typed) => near(typed).rows
  const named = facets.map(({ options, values }) => ({
    values, options: options.map(({ text, input }) => ({ names: [text, IN_SHORT[input.value] ?? ""] })),
  }))
  const seek = (_index, _size, typed) => {
    const found = near(typed)
    if (found.rows.includes(1)) return { ...found, note: NOTES[found.way] }
    const meant = eitherOf(typed, named, hits)
    if (!meant) return found
    const asked = found.asked.filter((word) => !SMALL.test(word))
    return { asked, way: 0, rows: meant.rows, note: `No row has all of these words: these have ${meant.said}.` }
  }

  // Of a question the words that rows have, without those for what every row is. A "not" takes the word behind it along:
  // that cannot be asked by words.
  const askable = (typed) =>
    typed
      .replace(/(?<!\S)(?:not|no|without)\s+\S+/gi, " ")
      .split(/[\s?!,.;:]+/)
      .filter((word) => word && !SMALL.test(word) && hits(word).includes(1))
      .join(" ")
  const isChosen = (row) =>
    facets.every(({ options, values }) => !options.some(({ input }) => input.checked) || options[values[row] - 1]?.input.checked)

  const waysOut = (place, without, total) => {
    const ways = facets.map(({ legend, options }, at) => [
      legend, () => options.forEach(({ input }) => (input.checked = false)), without[at],
    ])
    ways.push([`“${box.value.trim()}”`, () => (box.value = ""), without[facets.length]])
    const plain = askable(box.value.slice(0, 200))
    const number = plain ? [...hits(plain)].filter((hit, row) => hit && isChosen(row)).length : 0
    const undoing = (undo) => () => {
      undo()
      update("chosen")
      box.focus()
    }
    const buttons = ways
      .filter(([, , number]) => number)
      .map(([what, undo, number]) =>
        button("fsd-button", `Without ${what}: ${inRows(number)}`, { onclick: undoing(undo) }),
      )
    if (number) {
      buttons.unshift(button("fsd-button", `Only “${plain}”: ${inRows(number)}`, { onclick: undoing(() => (box.value = plain)) }))
    }
    place.textContent = `No row matches ${inWords().join(", ")}.`
    place.append(make("p", {}, ...buttons, button("fsd-button", `Show all ${total}`, { onclick: clear })))
  }

  // ---- Menus: a line to cite, and columns to leave out

  const cite = one(".fsd-menu--cite")
  const line = cite.querySelector("p")
  cite.ontoggle = () => {
    const words = inWords().join("; ")
    line.textContent = citation(words && `${rowsFound().said} (${words}). `, here())
  }
  cite.ontoggle()
  line.after(copying(() => line.textContent, "Copy citation"))
  if (home !== "") line.nextSibling.after(copying(here, "Copy link to this view"))

  const menu = one(".fsd-menu--columns > div")
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets.push(sheet)
  const inputs = headings.slice(1).map((text, at) => make("input", { type: "checkbox", checked: true, value: columns[at + 1] }))
  menu?.append(...inputs.map((input, at) => make("label", { className: "fsd-choice" }, input, make("span", {}, headings[at + 1]))))
  const hideUnchecked = () => {
    const rules = inputs.map(({ checked }, at) => (checked ? "" : `.fsd-annex tr>:nth-child(${at + 2}){display:none!important}`))
    sheet.replaceSync(rules.join(""))
  }
  const hide = () => {
    const hidden = new URLSearchParams(location.search).getAll("hide")
    for (const input of inputs) input.checked = !hidden.includes(input.value)
    hideUnchecked()
  }
  if (menu) {
    menu.onchange = () => {
      hideUnchecked()
      write("chosen", location.hash, { hide: inputs.filter(({ checked }) => !checked).map(({ value }) => value) })
    }
  }

  // A menu closes when the reader goes on elsewhere.
  const menus = [...list.querySelectorAll(".fsd-menu")]
  document.addEventListener("click", ({ target }) => {
    for (const one of menus) if (!one.contains(target)) one.open = false
  })
  for (const one of menus) {
    one.onkeydown = ({ key }) => {
      if (key !== "Escape") return
      one.open = false
      one.firstElementChild.focus()
    }
  }

  // ---- Facets, keys

  for (const filter of form.querySelectorAll(".fsd-facet__find")) {
    filter.oninput = () => {
      const asked = fsdRules.fold(filter.value.trim())
      for (const label of filter.nextElementSibling.children) {
        label.hidden = !fsdRules.fold(label.children[1].textContent).includes(asked)
      }
    }
    // It may have been typed into before.
    filter.oninput()
  }
  box.onkeydown = (event) => {
    if (event.key !== "Escape" || !box.value) return
    event.preventDefault()
    box.value = ""
    update("chosen")
  }
  // On a phone the head of the table is out of sight, and so is its tab stop.
  const phone = matchMedia("(max-width: 44.984375em)")
  phone.onchange = () => heads.flat().forEach(({ firstChild }) => (firstChild.tabIndex = phone.matches ? -1 : 0))
  phone.onchange()
  list.addEventListener("keydown", ({ key, target }) => {
    const detail = target.closest(".fsd-detail")
    const row = detail?.previousElementSibling ?? target.closest("tbody tr[id]")
    if (key !== "Escape" || !row?.nextElementSibling?.matches(".fsd-detail")) return
    toggle(row, false)
    opening(row).focus()
  })
  for (const scroller of list.querySelectorAll(".fsd-scroll--large")) {
    const look = () =>
      scroller.parentElement.classList.toggle("fsd-more", scroller.scrollWidth - scroller.clientWidth - scroller.scrollLeft > 4)
    scroller.onscroll = look
    new ResizeObserver(look).observe(scroller)
  }

  // ---- Files

  const save = async ({ href, download }) => {
    const file = download || href
    const { hits, said } = rowsFound()
    const ids = hits.map((row) => rows[row].id)
    if (!ids[0]) return (note.textContent = "No row is listed, so that there is nothing to save.")
    const words = inWords()
    const view = { rows: said, filter: words.join("; ") || "no filter", address: here(), day: today() }
    try {
      const answer = await fetch(href)
      if (!answer.ok) throw answer
      const isCsv = file.endsWith(".csv")
      const made = (isCsv ? csvOf : jsonOf)(await answer.text(), ids, view)
      const link = make("a", {
        href: URL.createObjectURL(new Blob([made], { type: isCsv ? "text/csv" : "application/json" })),
        download: nameOf(file, words.join(" "), view.day),
      })
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60000)
    } catch {
      note.replaceChildren("From here only the file of all rows can be saved: ", make("a", { href, download, textContent: "save it" }), ".")
    }
  }
  // The whole file stands behind the link.
  for (const link of list.querySelectorAll("[data-save]")) {
    link.onclick = (event) => {
      const { hits, sorting } = rowsFound()
      if (hits.length === rows.length && !sorting) return
      event.preventDefault()
      save(link)
    }
  }
  return { write, toggle, reveal, focus, hide, seek, say, mark, unmark: () => marks?.clear(), tellChosen, waysOut }
}
