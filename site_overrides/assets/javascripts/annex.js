// Finds, filters, sorts and opens the rows of the annex. It moves the rows of the finished tables and builds none from
// data: one table for each list, all with the same columns; a row stays in its list. annex.css lets the browser draw only
// those near the window, so what costs time is moving a screenful. What touches no page is in annex/rules.js, what few ask
// for in annex-more.js, which is loaded with the first touch of the list.
// No module, because browsers load none from a folder of files. Comments on lines of their own are not published.
"use strict"
// @import "annex/rules.js";
{
  const { addTo, find, tally, ranked, asksFor } = fsdRules
  const { src } = document.currentScript
  const asset = (name) => src.replace("javascripts/annex.js", name)
  const NOT_SEARCHED = ["status_as_of", "recycled", "footnote", "list"]
  // Of countries, what people type for them.
  const IN_SHORT = { US: "USA", AE: "UAE", GB: "UK", CD: "DRC" }

  const idle = window.requestIdleCallback ?? setTimeout
  const { compare } = new Intl.Collator("en", { numeric: true })
  const { format } = new Intl.NumberFormat("en")
  const counted = (number) => `${format(number)} row${number === 1 ? "" : "s"}`
  const { documentElement: root } = document

  // The address of the first row of a metal or a country is for readers without scripts.
  const isGroup = (hash) => /^#(metal|country)-/.test(hash)

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children)
    return element
  }

  const button = (className, text, properties) => make("button", { type: "button", className, ...properties }, text)

  const cellOf = (row, place) => {
    let cell = row.firstElementChild
    while (place--) cell = cell.nextElementSibling
    return cell
  }

  const open = (list) => {
    const one = (selector) => list.querySelector(selector)
    const form = one("form")
    const box = one("[type=search]")
    const finder = one(".fsd-finder")
    const [count, note, live] = ["count", "note", "live"].map((name) => one(`.fsd-finder__${name}`))
    const sorter = form.elements.sort
    const tables = [...list.querySelectorAll("table")]
    const parts = list.querySelectorAll(".fsd-part")
    const rows = [...list.querySelectorAll("tbody > tr")]
    const homes = rows.map((row) => tables.indexOf(row.closest("table")))
    const heads = tables.map(({ tHead }) => [...tHead.rows[0].cells])
    const columns = heads[0].map(({ dataset }) => dataset.column)
    const headings = heads[0].map(({ textContent }) => textContent)
    const searched = [...columns.keys()].filter((place) => !NOT_SEARCHED.includes(columns[place]))
    // What cells say beside what they show, as the detail of a row has it.
    const unseen = [...one("template").content.querySelectorAll("[data-put]")].map(({ dataset }) => `data-${dataset.put}`)
    unseen.push("data-metal")
    const asListed = [...rows.keys()]
    const index = new Map()
    const texts = new Map()
    const details = []
    const ranks = {}
    let order = asListed
    let hits = asListed
    let next = rows.length
    let found = { asked: [], way: 0, rows: [] }
    let sorting = ""
    let reading = 0
    let height, letter, line
    let followTimer, addressTimer, liveTimer, typed, extra, loading

    // A row's value in a facet is the number of an option from 1, or 0.
    const facets = [...form.querySelectorAll("[data-facet]")].map((element) => {
      const legend = element.ariaLabel ?? element.firstElementChild.textContent
      const facet = { legend, ...element.dataset, options: [], numbers: {}, named: {}, values: [] }
      for (const label of element.querySelectorAll("label")) {
        const [input, text, count] = label.children
        facet.options.push({ label, input, text: text.textContent, count })
        for (const key of input.dataset.keys?.split(" ") ?? [input.value]) facet.numbers[key] = facet.options.length
        facet.named[text.textContent] = facet.options.length
      }
      return facet
    })
    const keys = ["find", "sort", ...facets.map(({ facet }) => facet)]
    const chosenIn = ({ options }) => options.filter(({ input }) => input.checked)
    const isAsked = () => box.value || sorter.value || facets.flatMap(chosenIn)[0]

    // ---- Reading: once, while the browser is idle

    function read(deadline) {
      for (; reading < rows.length; reading++) {
        if (deadline?.timeRemaining() < 1) return idle(read)
        const row = rows[reading]
        const add = (text) => text && addTo(index, texts, reading, text)
        for (const place of searched) {
          const cell = cellOf(row, place)
          add(cell.textContent)
          for (const name of unseen) add(cell.getAttribute(name))
        }
        for (const { cell: place, of, numbers, named, values, facet, options } of facets) {
          const cell = cellOf(row, place)
          const said = cell.getAttribute(of)
          // A country is that which the cell shows, unless it says another one.
          const number = (facet === "country" && !said ? named[cell.textContent] : numbers[said ?? ""]) ?? 0
          values.push(number)
          const option = options[number - 1]
          if (facet === "country") add(IN_SHORT[option?.input.value])
          // Where only a sign at the name says it.
          if (facet === "status" && place < 1) add(option?.text)
        }
      }
    }

    // ---- Finding

    // `cause` is what the reader did, "typed" or "chosen"; nothing where the address said so.
    function update(cause) {
      const focused = document.activeElement
      read()
      typed = box.value.trim()
      found = (extra?.seek ?? find)(index, rows.length, typed)
      if (!extra && !found.rows.includes(1)) more().then(() => update(cause))
      const masks = facets.map((facet) => chosenIn(facet)[0] && [0, ...facet.options.map(({ input }) => input.checked)])
      const result = tally(order, found.rows, facets.map(({ values }) => values), masks, facets.map(({ options }) => options.length))
      tell(result)
      show(result.found)
      extra ? extra.tellChosen() : isAsked() && more()
      // Who is moved loses the focus.
      if (document.activeElement !== focused) (focused.isConnected ? focused : box).focus({ preventScroll: true })
      clearTimeout(addressTimer)
      clearTimeout(liveTimer)
      note.textContent = found.note ?? ""
      if (cause) addressTimer = setTimeout(async () => (await more()).write(cause), 300)
      liveTimer = setTimeout(() => (live.textContent = `${count.textContent} ${note.textContent}`.trim()), 600)
    }

    // ---- Showing: a screenful in this frame, the rest in later ones

    function show(wanted) {
      if (wanted.length !== hits.length || wanted.some((row, at) => row !== hits[at])) {
        hits = wanted
        next = Math.ceil(innerHeight / 38)
        tables.forEach(({ tBodies }, at) => {
          const [first, ...others] = tBodies
          for (const body of others) body.remove()
          fill(first, rowsOf(at, hits.slice(0, next)))
          // With them, so that the browser looks at them once.
          for (const row of first.rows) row.id && opening(row)
        })
        parts.forEach((part, at) => (part.hidden = !hits.some((row) => homes[row] === at)))
        // After a pause, so that they do not compete with the next key.
        clearTimeout(followTimer)
        followTimer = setTimeout(follow, 200)
      }
      look()
    }

    // A row, and the detail that is open below it.
    const rowsOf = (at, hits) =>
      hits.filter((row) => homes[row] === at).flatMap((row) => (details[row] ? [rows[row], details[row]] : rows[row]))

    // Rows that stay are not touched: each that is put in costs the browser as much as a new one.
    function fill(body, wanted) {
      const kept = new Set(wanted)
      for (const row of [...body.rows]) kept.has(row) || row.remove()
      wanted.forEach((row, at) => body.rows[at] === row || body.insertBefore(row, body.rows[at]))
    }

    function follow() {
      if (next >= hits.length) return
      followTimer = setTimeout(follow, 16)
      // Rows near the window are drawn at once.
      if (next < 100) return add(25)
      for (const end = performance.now() + 3; performance.now() < end; ) add(50)
    }

    function add(number) {
      if (next >= hits.length) return
      const following = hits.slice(next, (next += number))
      tables.forEach((table, at) => {
        const own = rowsOf(at, following)
        if (!own[0]) return
        // Where no one sees them they have no buttons: axe, which knows no rows out of sight, takes those for covered.
        for (const row of own) row.querySelector(".fsd-open")?.remove()
        const body = make("tbody", {}, ...own)
        body.setAttribute("role", "rowgroup")
        weigh(body)
        table.append(body)
        sight.observe(body)
      })
    }

    function addAll() {
      while (next < hits.length) add(50)
    }

    // How high a body is that is not drawn yet: by its rows and, where they are cards, its letters.
    const letters = (body, letter) => (letter ? letter * body.textContent.length : 0)
    const weigh = (body) =>
      (body.style.containIntrinsicBlockSize = `auto ${body.rows.length * line + letters(body, letter)}px`)

    // The page is asked before it is told, and told only what is new: else a browser looks at all rows again.
    function measure() {
      const [body] = tables[0].tBodies
      const { offsetHeight } = finder
      if (body.rows[9] && !details.some(Boolean)) {
        const [name, row] = [body.rows[0].firstElementChild, body.rows[0]].map(({ offsetWidth }) => offsetWidth)
        const now = name === row ? 200 / (name - 44) : 0
        const own = (body.offsetHeight - letters(body, now)) / body.rows.length
        if (now !== letter || Math.abs(own - line) > 2) {
          letter = now
          line = own
          list.querySelectorAll("tbody").forEach(weigh)
        }
      }
      if (height === offsetHeight) return
      height = offsetHeight
      for (const { style } of [root, ...list.querySelectorAll("thead, .fsd-scroll--large")]) {
        style.setProperty("--fsd-finder", `${height}px`)
      }
    }

    // ---- What only rows near the window need: a button, and marks on what was searched

    const sight = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) {
          if (!isIntersecting) continue
          sight.unobserve(target)
          for (const row of target.rows) {
            if (!row.id) continue
            opening(row)
            extra?.mark(row, searched, found)
          }
        }
      },
      { rootMargin: "10%" },
    )

    function look() {
      extra?.unmark()
      // What it has seen and not yet told would mark rows a second time.
      sight.takeRecords()
      sight.disconnect()
      for (const body of list.querySelectorAll("tbody")) sight.observe(body)
    }

    // ---- The detail of a row

    // The name of a row is that of its header cell, without the button's.
    function opening(row) {
      const name = row.firstElementChild
      if (name.lastElementChild?.matches(".fsd-open")) return name.lastElementChild
      const text = name.textContent
      const means = name.querySelector("strong")?.dataset.means
      name.ariaLabel = means ? `${text} (${means})` : text
      const ariaExpanded = `${!!row.nextElementSibling?.matches(".fsd-detail")}`
      const made = button("fsd-open", "", { ariaLabel: `Details of ${text}`, ariaExpanded })
      name.append(made)
      return made
    }

    // Made when somebody asks for it.
    const toggle = async (row, isOpen) => (await more()).toggle(row, isOpen)

    // ---- Telling: how many rows there are, and what each choice would give; annex-more.js tells of what was asked

    function tell({ found: { length }, counts, without }) {
      const total = counted(rows.length)
      count.textContent = length === rows.length ? total : `${format(length)} of ${total}`
      facets.forEach(({ options }, at) =>
        options.forEach((option, place) => {
          const number = counts[at][place + 1]
          if (number === option.rows) return
          option.rows = number
          option.count.firstChild.data = format(number)
          // No class: the theme has rules for which a browser would look at all that is in the label.
          option.label.toggleAttribute("data-none", !number)
        }),
      )
      one(".fsd-facets__show").textContent = `Show ${counted(length)}`
      const empty = one(".fsd-empty")
      empty.hidden = !!length
      for (const table of tables) table.parentElement.hidden = !length
      if (!length) more().then(({ waysOut }) => waysOut(empty, without, total))
    }

    // A sheet that is open keeps the focus.
    function clear(sheet) {
      reset()
      update("chosen")
      if (sheet !== form) box.focus()
    }

    function reset() {
      form.reset()
      sorter.value = sorting
      for (const label of form.querySelectorAll("label[hidden]")) label.hidden = false
    }

    // ---- Sorting: by a column, with "-" before it downwards, else as listed; what has no text comes last

    columns.forEach((column, place) => {
      const onclick = () => {
        sort({ [column]: `-${column}`, [`-${column}`]: "" }[sorting] ?? column)
        update("chosen")
      }
      for (const head of heads) head[place].replaceChildren(button("fsd-sort", headings[place], { onclick }))
    })

    function sort(by) {
      const isDown = by.startsWith("-")
      const place = columns.indexOf(by.slice(isDown))
      for (const heading of heads.flat()) heading.ariaSort = null
      sorting = place < 0 ? "" : by
      sorter.value = sorting
      order = asListed
      if (!sorting) return
      for (const head of heads) head[place].ariaSort = isDown ? "descending" : "ascending"
      const byDate = (a, b) => Date.parse(a) - Date.parse(b)
      const texts = () => rows.map((row) => cellOf(row, place).textContent)
      const rank = (ranks[place] ??= ranked(texts(), columns[place] === "status_as_of" ? byDate : compare))
      const key = (row) => rank[row] && (isDown ? -rank[row] : rank[row] - rows.length)
      order = [...asListed].sort((a, b) => homes[a] - homes[b] || key(a) - key(b) || a - b)
    }

    // ---- The address: of what is found, and of a row; annex-more.js writes it

    function restore() {
      const asked = asksFor(location.search, keys)
      let unknown
      read()
      box.value = asked.find[0] ?? ""
      for (const { facet, options } of facets) {
        const values = new Set(asked[facet])
        for (const { input } of options) input.checked = values.delete(input.value)
        unknown ||= values.size
      }
      sort(asked.sort[0] ?? "")
      if (location.search.includes("hide=")) more().then(({ hide }) => hide())
      update()
      if (unknown) more().then(({ say }) => say("unknown"))
    }

    function rowInAddress() {
      return location.hash ? rows.findIndex(({ id }) => `#${id}` === location.hash) : -1
    }

    // Of a row that another list has, or had.
    const leadsNowhere = () => location.hash && !document.querySelector(":target")

    const reveal = () => (extra || rowInAddress() >= 0 || leadsNowhere() ? more().then(({ reveal }) => reveal()) : loading)

    // ---- What few ask for

    const more = () => (loading ??= load())
    async function load() {
      const add = (tag, what) => new Promise((onload, onerror) => list.append(make(tag, { ...what, onload, onerror })))
      // The one file has all of it inside.
      if (src) await Promise.all([
        add("link", { rel: "stylesheet", href: asset("stylesheets/annex-more.css") }),
        globalThis.fsdMore ?? add("script", { src: asset("javascripts/annex-more.js") }),
      ])
      extra = fsdMore({
        list, form, box, rows, index, heads, columns, headings, facets, details, note, live, make, button, rowsFound, rowInAddress, leadsNowhere,
        addAll, opening, reset, clear, update, restore, isGroup, chosenIn, IN_SHORT,
      })
      look()
      extra.tellChosen()
      return extra
    }
    const rowsFound = () => ({ hits, said: count.textContent, typed, sorting })

    // ---- Start

    list.classList.add("fsd-list--live")
    for (const name of ["pointerover", "focusin"]) list.addEventListener(name, more)
    for (const table of tables) {
      table.onclick = ({ target }) => {
        const row = target.closest("tbody tr[id]")
        if (row && !target.closest("a") && !`${getSelection()}`) toggle(row)
      }
    }
    form.onsubmit = () => false
    form.onchange = ({ target }) => {
      if (target === sorter) sort(sorter.value)
      if (target === sorter || target.type === "checkbox") update("chosen")
    }
    box.oninput = () => update("typed")
    one(".fsd-facets__clear").onclick = () => {
      clear(form)
      return false
    }
    window.onhashchange = () => list.isConnected && reveal()
    const sizes = new ResizeObserver(measure)
    for (const part of [finder, tables[0].tBodies[0]]) sizes.observe(part)
    // What was typed or chosen before this script came counts; the browser itself puts nothing there.
    if (isAsked()) {
      sort(sorter.value)
      update("chosen")
    } else if (location.search) restore()
    else show(hits)
    idle(read)
    if (one(":focus, [open], .fsd-scroll--large") ?? list.matches(":hover")) more()
    // Once it is as the address asks for, with what that has loaded, it is shown; nothing hidden has the focus.
    const inFrames = (number, then) => (number ? requestAnimationFrame(() => inFrames(number - 1, then)) : then())
    const appear = () => {
      root.classList.remove("fsd-waits")
      extra?.focus()
    }
    Promise.resolve(loading).then(reveal).finally(() => inFrames(4, appear))
    if (isGroup(location.hash)) scrollTo(0, 0)
  }

  const start = () => document.querySelectorAll(".fsd-list:not(.fsd-list--live)").forEach(open)

  // Material announces each page that it shows, also those that it loads itself.
  window.document$ ? window.document$.subscribe(start) : start()
}
