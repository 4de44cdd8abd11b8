// Finds, filters and sorts the rows of the annex. It moves the rows of the finished tables and builds none from data:
// one table for each list, all with the same columns; a row stays in its list. annex.css lets the browser draw only
// those near the window, so what costs time is moving a screenful.
// No module, because browsers load none from a folder of files. Comments on lines of their own are not published.
"use strict"
{
  const src = document.currentScript.src.replace(/\.js$/, "-csv.js")
  const NOT_SEARCHED = ["metal", "status", "status_as_of", "recycled", "footnote", "list"]
  const LETTERS = { ß: "ss", æ: "ae", ø: "o", đ: "d", ł: "l", ı: "i" }

  const fold = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}'’"“”]/gu, "")
      .replace(/[ß-ł]/g, (letter) => LETTERS[letter] ?? letter)

  const idle = window.requestIdleCallback ?? setTimeout
  const { compare } = new Intl.Collator("en", { numeric: true })
  const { format } = new Intl.NumberFormat("en")
  const counted = (number) => `${format(number)} row${number === 1 ? "" : "s"}`

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
    // In the order of the page.
    const [form, box, count, chips, csv, note, live, ...tables] = list.querySelectorAll(
      "form, [type=search], .fsd-finder__count, .fsd-chips, .fsd-finder__csv, .fsd-finder__note, .fsd-finder__live, table",
    )
    const parts = list.querySelectorAll(".fsd-part")
    const rows = [...list.querySelectorAll("tbody > tr")]
    const homes = rows.map((row) => tables.indexOf(row.closest("table")))
    const heads = tables.map(({ tHead }) => [...tHead.rows[0].cells])
    const columns = heads[0].map(({ dataset }) => dataset.column)
    const nameAt = columns.indexOf("name")
    const searched = [...columns.keys()].filter((place) => !NOT_SEARCHED.includes(columns[place]))
    const asListed = [...rows.keys()]
    const matched = rows.map(() => true)
    const texts = []
    const ranks = {}
    let order = asListed
    let hits = asListed
    let next = rows.length
    let words = []
    let query = ""
    let sorting = ""
    let step, followTimer, addressTimer, liveTimer, current

    // A row's value in a facet is the number of an option from 1, or 0.
    const facets = [...list.querySelectorAll("[data-facet]")].map((element) => {
      const legend = element.ariaLabel ?? element.firstElementChild.textContent
      const facet = { element, legend, ...element.dataset, options: [], numbers: {}, values: [] }
      for (const label of element.querySelectorAll("label")) addOption(facet, label)
      return facet
    })
    const keys = ["find", "sort", ...facets.map(({ facet }) => facet)]

    function addOption({ options, numbers }, label) {
      const [input, text, count] = label.children
      options.push({ label, input, text: text.textContent, count })
      for (const key of input.dataset.keys?.split(" ") ?? [input.value]) numbers[key] = options.length
    }

    const chosenIn = ({ options }) => options.filter(({ input }) => input.checked)

    function grow(facet) {
      const cells = rows.map((row) => cellOf(row, facet.cell))
      const texts = new Map(cells.map((cell) => [cell.getAttribute(facet.of), cell.textContent]))
      const oninput = ({ target }) => {
        for (const { label, text } of facet.options) label.hidden = !fold(text).includes(fold(target.value.trim()))
      }
      const filter = make("input", { ariaLabel: `Find in ${facet.legend}`, placeholder: "Find", oninput })
      filter.setAttribute("form", "")
      facet.element.append(filter)
      if (texts.has("not-stated")) texts.set("not-stated", "Not stated")
      for (const [value, text] of [...texts].sort((a, b) => compare(a[1], b[1]))) {
        const input = make("input", { type: "checkbox", name: facet.facet, value })
        const label = make("label", { className: "fsd-choice" }, input, make("span", {}, text), make("span"))
        facet.element.append(label)
        addOption(facet, label)
      }
    }

    // ---- Reading: once, while the browser is idle

    function read(deadline) {
      if (!texts.length) facets.filter(({ options }) => !options[0]).forEach(grow)
      while (texts.length < rows.length) {
        if (deadline?.timeRemaining() < 1) return idle(read)
        const row = rows[texts.length]
        const cells = searched.map((place) => cellOf(row, place))
        const own = (name) => cells.map((cell) => cell.getAttribute(name))
        const others = ["data-alias", "data-also", "data-country"].flatMap(own)
        texts.push(fold([...cells.map((cell) => cell.textContent), ...others].join("\n")))
        for (const { cell, of, numbers, values } of facets) {
          values.push(numbers[cellOf(row, cell).getAttribute(of) ?? ""] ?? 0)
        }
      }
    }

    // ---- Finding

    // `cause` is what the reader did, "typed" or "chosen"; nothing where the address said so.
    function update(cause) {
      const focused = document.activeElement
      read()
      match(fold(box.value))
      look()
      // Who is moved loses the focus.
      if (document.activeElement !== focused) (focused.isConnected ? focused : box).focus({ preventScroll: true })
      clearTimeout(addressTimer)
      clearTimeout(liveTimer)
      if (cause) {
        note.textContent = ""
        addressTimer = setTimeout(write, 300, cause)
      }
      liveTimer = setTimeout(() => (live.textContent = count.textContent), 600)
    }

    function match(typed) {
      const narrows = typed.startsWith(query)
      query = typed
      words = query.split(/\s+/).filter(Boolean)
      for (const row of asListed) {
        if (!narrows || matched[row]) matched[row] = words.every((word) => texts[row].includes(word))
      }
    }

    // One pass for the hits, and for what each option would give under the choices in the other facets.
    function look() {
      const chosen = ({ options }) => [0, ...options.map(({ input }) => input.checked)]
      const masks = facets.map((facet) => chosenIn(facet)[0] && chosen(facet))
      const counts = facets.map(({ options }) => [0, ...options].fill(0))
      const without = [...masks, 0].fill(0)
      const found = []
      for (const row of order) {
        let misses = matched[row] ? 0 : 1
        let missed = masks.length
        facets.forEach(({ values }, at) => {
          if (!masks[at] || masks[at][values[row]]) return
          misses++
          missed = at
        })
        if (misses > 1) continue
        if (misses) without[missed]++
        else found.push(row)
        facets.forEach(({ values }, at) => {
          if (!misses || at === missed) counts[at][values[row]]++
        })
      }
      tell(found.length, counts, without)
      show(found)
    }

    // ---- Showing: a screenful in this frame, the rest in later ones

    function show(found) {
      if (found.length !== hits.length || found.some((row, at) => row !== hits[at])) {
        hits = found
        next = Math.ceil(innerHeight / 40)
        tables.forEach(({ tBodies }, at) => {
          const [first, ...others] = tBodies
          for (const body of others) body.remove()
          fill(first, rowsOf(at, hits.slice(0, next)))
        })
        parts.forEach((part, at) => (part.hidden = !hits.some((row) => homes[row] === at)))
        // After a pause, so that they do not compete with the next key.
        clearTimeout(followTimer)
        followTimer = setTimeout(follow, 200)
      }
      marks?.clear()
      // What it has seen and not yet told would mark rows a second time.
      sight.takeRecords()
      sight.disconnect()
      for (const body of list.querySelectorAll("tbody")) sight.observe(body)
    }

    const rowsOf = (at, hits) => hits.filter((row) => homes[row] === at).map((row) => rows[row])

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
        const body = make("tbody", { role: "rowgroup" }, ...own)
        table.append(body)
        sight.observe(body)
      })
    }

    function addAll() {
      while (next < hits.length) add(50)
    }

    // ---- What only rows near the window need: a button, and marks on what was searched

    const sight = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) {
          if (!isIntersecting) continue
          sight.unobserve(target)
          for (const row of target.rows) dress(row)
        }
      },
      { rootMargin: "10%" },
    )
    const marks = window.Highlight && new Highlight()
    if (marks) CSS.highlights.set("fsd-hit", marks)

    function dress(row) {
      const name = cellOf(row, nameAt)
      if (!name.querySelector(".fsd-copy")) {
        name.append(button("fsd-copy", "", { ariaLabel: `Copy link to ${name.textContent}` }))
      }
      const found = searched.map((place) => mark(cellOf(row, place))).join("\n")
      name.classList.toggle("fsd-alias", !!name.dataset.alias && words.some((word) => !found.includes(word)))
    }

    function mark(cell) {
      // A name in bold letters stands in an element of its own.
      const node = cell.querySelector("strong")?.firstChild ?? cell.firstChild
      const text = node?.data ?? ""
      const folded = fold(text)
      // Where in the text each letter of the folded text comes from.
      let places
      for (const word of words) {
        for (let at = -1; (at = folded.indexOf(word, at + 1)) >= 0; ) {
          places ??= [...text.matchAll(/./gsu)].flatMap(({ 0: letter, index }) => Array(fold(letter).length).fill(index))
          const startOffset = places[at]
          const endOffset = places[at + word.length] ?? text.length
          // Static, because browsers move other ranges along with every row that is moved.
          marks?.add(new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }))
        }
      }
      return folded
    }

    // ---- Telling

    function tell(number, counts, without) {
      const total = counted(rows.length)
      count.textContent = number < rows.length ? `${format(number)} of ${total}` : total
      if (!number) count.textContent = `No row matches. ${advice(without)}`
      facets.forEach(({ options }, at) =>
        options.forEach((option, place) => {
          const rows = counts[at][place + 1]
          if (rows === option.rows) return
          option.rows = rows
          option.count.textContent = format(rows)
          option.label.classList.toggle("fsd-choice--none", !rows)
        }),
      )
      tellChosen()
    }

    function advice(without) {
      const ways = [...facets.map(({ legend }) => `the choice in ${legend}`), `“${box.value.trim()}”`]
      const helpful = ways.map((way, at) => without[at] && `Without ${way}: ${counted(without[at])}.`).filter(Boolean)
      return helpful.join(" ") || "Remove more than one condition."
    }

    function tellChosen() {
      const items = facets.flatMap((facet) =>
        chosenIn(facet).map(({ input, text }) => {
          const label = `${facet.legend}: ${text}`
          const onclick = ({ target }) => {
            const at = items.indexOf(target)
            input.checked = false
            update("chosen")
            ;(chips.children[at] ?? box).focus()
          }
          return button("fsd-chip", label, { ariaLabel: `Remove ${label}`, onclick })
        }),
      )
      if (items[0] || words[0]) items.push(button("", "Clear all", { onclick: clear }))
      chips.replaceChildren(...items)
    }

    function clear() {
      form.reset()
      update("chosen")
      box.focus()
    }

    // ---- Sorting: by a column, with "-" before it downwards, else as listed; what has no text comes last

    columns.forEach((column, place) => {
      const text = heads[0][place].textContent
      const onclick = () => {
        sort({ [column]: `-${column}`, [`-${column}`]: "" }[sorting] ?? column)
        update("chosen")
      }
      list.style.setProperty(`--fsd-label-${place + 1}`, JSON.stringify(text))
      for (const head of heads) head[place].replaceChildren(button("fsd-sort", text, { onclick }))
    })

    function sort(by) {
      const isDown = by.startsWith("-")
      const place = columns.indexOf(by.slice(isDown))
      for (const heading of heads.flat()) heading.ariaSort = null
      sorting = place < 0 ? "" : by
      order = asListed
      if (!sorting) return
      for (const head of heads) head[place].ariaSort = isDown ? "descending" : "ascending"
      const rank = (ranks[place] ??= rankedBy(place))
      const key = (row) => rank[row] && (isDown ? -rank[row] : rank[row] - rows.length)
      order = [...asListed].sort((a, b) => homes[a] - homes[b] || key(a) - key(b) || a - b)
    }

    function rankedBy(place) {
      const own = rows.map((row) => cellOf(row, place).textContent)
      const byDate = (a, b) => Date.parse(a) - Date.parse(b)
      const sorted = [...new Set(own)].filter(Boolean).sort(columns[place] === "status_as_of" ? byDate : compare)
      const places = new Map(sorted.map((text, at) => [text, at + 1]))
      return own.map((text) => places.get(text) ?? 0)
    }

    // ---- The address: of what is found, and of a row

    function write(cause, hash = rowInAddress() < 0 ? location.hash : "") {
      if (!list.isConnected) return
      const address = new URL(location)
      const query = address.searchParams
      const put = (key, value) => value && query.append(key, value)
      for (const key of keys) query.delete(key)
      put("find", box.value.trim())
      for (const facet of facets) for (const { input } of chosenIn(facet)) put(facet.facet, input.value)
      put("sort", sorting)
      address.hash = hash
      // A word is one step back, not each of its letters.
      const method = cause && (cause !== "typed" || step !== cause) ? "pushState" : "replaceState"
      if (address.href !== location.href) history[method](history.state, "", address)
      step = cause
    }

    function restore() {
      const asked = new URLSearchParams(location.search)
      let unknown
      read()
      box.value = asked.get("find") ?? ""
      for (const { facet, options } of facets) {
        const values = new Set(asked.getAll(facet))
        for (const { input } of options) input.checked = values.delete(input.value)
        unknown ||= values.size
      }
      sort(asked.get("sort") ?? "")
      step = ""
      update()
      if (unknown) note.textContent = "A part of this address is not in the list and was left out."
    }

    function rowInAddress() {
      return location.hash ? rows.findIndex(({ id }) => `#${id}` === location.hash) : -1
    }

    function reveal() {
      const at = rowInAddress()
      const row = rows[at]
      if (current) current.ariaCurrent = null
      current = row
      if (!row) return
      if (!hits.includes(at)) {
        form.reset()
        update()
        write("", location.hash)
        note.textContent = "The search was cleared, because it hid this row."
      }
      addAll()
      row.ariaCurrent = "true"
      row.tabIndex = -1
      row.focus({ preventScroll: true })
      center(row)
      // Once the page has all its parts; never, where it has them by now.
      window.addEventListener("load", () => center(row))
    }

    // Again in the next frames, because rows have their true height only once they are near the window.
    function center(row, times = 3) {
      if (row !== current) return
      row.scrollIntoView({ block: "center" })
      if (times) requestAnimationFrame(() => center(row, times - 1))
    }

    async function copyAddress({ id }) {
      try {
        await navigator.clipboard.writeText(`${location.href.split(/[?#]/)[0]}#${id}`)
        note.textContent = "The link to the row is copied."
      } catch {
        location.hash = id
        note.textContent = "The address of this page now leads to the row."
      }
    }

    // ---- Start

    list.classList.add("fsd-list--live")
    csv.onclick = () => {
      addAll()
      document.head.append(make("script", { src }))
    }
    for (const table of tables) {
      table.onclick = ({ target }) => target.matches(".fsd-copy") && copyAddress(target.closest("tr"))
    }
    form.onsubmit = () => false
    form.onchange = ({ target }) => target.type === "checkbox" && update("chosen")
    box.oninput = () => update("typed")
    box.onkeydown = (event) => {
      if (event.key !== "Escape" || !box.value) return
      event.preventDefault()
      box.value = ""
      update("chosen")
    }
    window.onpopstate = () => list.isConnected && restore()
    window.onhashchange = () => list.isConnected && reveal()
    if (location.search) restore()
    else if (facets.flatMap(chosenIn)[0]) update("chosen")
    else show(hits)
    idle(read)
    reveal()
  }

  const start = () => document.querySelectorAll(".fsd-list:not(.fsd-list--live)").forEach(open)

  // Material announces each page that it shows, also those that it loads itself.
  window.document$ ? window.document$.subscribe(start) : start()
}
