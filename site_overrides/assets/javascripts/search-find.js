// What the search of the whole site finds, and in which order: functions that touch no page.
// A record is a row of a list (`of` is "row"), a page, or a section of a page. Title and text are HTML.
"use strict"
globalThis.fsdSearch = (() => {
  const LETTERS = { ß: "ss", æ: "ae", ø: "o", đ: "d", ł: "l", ı: "i", œ: "oe" }
  const BETWEEN = /[\p{P}\p{Z}\p{Cc}\p{Sm}\p{Sc}\p{Sk}]+/u
  const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu
  const SHOWN_WORD = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|[\p{L}\p{N}\p{M}'’]+/gu
  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#34": '"', "#x27": "'" }
  const LONGEST = 200
  const MOST_WORDS = 12
  const MOST_SHOWN = 5
  const BEFORE = 60
  const TEASER = 200

  const fold = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}'’"“”]/gu, "")
      .replace(/[ß-œ]/g, (letter) => LETTERS[letter] ?? letter)

  const split = (text) => text.split(BETWEEN).filter(Boolean)

  // Initials are there one by one and as one word: H.C. is found by HC.
  const wordsIn = (text) => {
    const words = split(fold(text))
    const runs = words.join(" ").match(/(?<!\S)\p{L}(?: \p{L}(?!\S))+/gu) ?? []
    return [...words, ...runs.map((run) => run.replaceAll(" ", ""))]
  }

  // Each word once. Of a very long text the beginning counts.
  const wordsAsked = (text) => {
    const folded = fold(text.slice(0, LONGEST)).replace(INITIALS, (run) => `${run.replaceAll(".", "")} `)
    return [...new Set(split(folded))].slice(0, MOST_WORDS)
  }

  const plain = (html) =>
    html
      .replace(/<[^>]*>/g, " ")
      .replace(/&(#?\w+);/g, (entity, name) => ENTITIES[name] ?? entity)
      .replace(/\s+/g, " ")
      .trim()

  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

  // Whether b is a with one letter more, less or another, or two of them changed round.
  const isNear = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false
    let at = 0
    while (at < a.length && a[at] === b[at]) at++
    const [restA, restB] = [a.slice(at), b.slice(at)]
    return (
      restA.slice(1) === restB.slice(1) ||
      restA === restB.slice(1) ||
      restA.slice(1) === restB ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    )
  }

  // How well a word fits what is asked, 0: not at all. Later ways are taken only where the ones before find nothing.
  const begins = (asked, word) => (word === asked ? 2 : word.startsWith(asked) ? 1 : 0)
  const inside = (asked, word) => begins(asked, word) || (asked.length > 3 && word.includes(asked) ? 1 : 0)
  const near = (asked, word) => {
    const isLike = () => [-1, 0, 1].some((more) => isNear(asked, word.slice(0, asked.length + more)))
    return inside(asked, word) || (asked.length > 5 && isLike() ? 1 : 0)
  }
  const WAYS = [begins, inside, near]

  const best = (asked, words, fits) => words.reduce((most, word) => Math.max(most, fits(asked, word)), 0)

  // A record with its words. `short` has short forms of names beside the names in full, both folded.
  const prepared = (record, short) => {
    const [title, text] = [plain(record.title), plain(record.text)]
    const folded = fold(text)
    const known = short.filter(([, name]) => folded.includes(name)).map(([form]) => form)
    return {
      record,
      title,
      text,
      page: record.location.split("#")[0],
      isRow: record.of === "row",
      inTitle: wordsIn(title),
      inText: [...wordsIn(text), ...wordsIn(record.also ?? ""), ...known],
    }
  }

  // Which of the words a record has, and how well: a word of the title counts for more than one of the text.
  const judged = (one, asked, fits) => {
    const points = asked.map((word) => {
      const inTitle = best(word, one.inTitle, fits)
      return inTitle ? inTitle + 2 : best(word, one.inText, fits)
    })
    const have = points.filter(Boolean).length
    const isTitle = have === asked.length && asked.join(" ") === split(fold(one.title)).join(" ")
    // Several words that stand in one row are a question for that row.
    const rowFirst = one.isRow && asked.length > 1 && have === asked.length
    // What a disclosure says stands before what the site says of all of them, where both fit as well.
    const isOfYear = /^\d{4}\//.test(one.page)
    const score = points.reduce((sum, point) => sum + point, 0) + 100 * rowFirst + 50 * isTitle + 0.5 * isOfYear
    return { one, points, have, score }
  }

  const found = (records, asked) => {
    for (const fits of WAYS) {
      const all = records.map((one) => judged(one, asked, fits)).filter(({ have }) => have === asked.length)
      if (all.length) return { fits, hits: all }
    }
    const some = records.map((one) => judged(one, asked, begins)).filter(({ have }) => have)
    const most = Math.max(0, ...some.map(({ have }) => have))
    return { fits: begins, hits: some.filter(({ have }) => have === most) }
  }

  const fitting = (shown, asked, fits) => asked.some((word) => wordsIn(shown).some((one) => fits(word, one)))

  // The text with the words that were found in `mark`, as HTML.
  const marked = (text, asked, fits) => {
    let html = ""
    let at = 0
    for (const { 0: shown, index } of text.matchAll(SHOWN_WORD)) {
      if (!fitting(shown, asked, fits)) continue
      html += `${escaped(text.slice(at, index))}<mark>${escaped(shown)}</mark>`
      at = index + shown.length
    }
    return html + escaped(text.slice(at))
  }

  // The part of a text around the first word that was found.
  const teaser = (text, asked, fits) => {
    if (text.length <= TEASER) return text
    const hit = [...text.matchAll(SHOWN_WORD)].find(([shown]) => fitting(shown, asked, fits))
    const begin = hit && hit.index > BEFORE ? text.indexOf(" ", hit.index - BEFORE) + 1 : 0
    const end = begin + TEASER < text.length ? text.lastIndexOf(" ", begin + TEASER) : text.length
    return `${begin ? "… " : ""}${text.slice(begin, end > begin ? end : begin + TEASER)}${end < text.length ? " …" : ""}`
  }

  // Words as they stand in the record, which the page that is opened marks; and words that the record lacks.
  const termsOf = ({ one, points }, asked, fits) => {
    const terms = {}
    for (const [shown] of `${one.title} ${one.text}`.matchAll(SHOWN_WORD)) {
      if (Object.keys(terms).length === MOST_WORDS) break
      if (fitting(shown, asked, fits)) terms[shown] = true
    }
    asked.forEach((word, at) => points[at] || (terms[word] = false))
    return terms
  }

  // As the theme shows it: of each page the page itself and what was found in it, the first few in sight.
  const grouped = (hits, asked, fits, pages) => {
    const groups = new Map()
    for (const hit of hits.sort((a, b) => b.score - a.score)) {
      const { one } = hit
      const group = groups.get(one.page) ?? groups.set(one.page, []).get(one.page)
      group.push({
        location: one.record.location,
        title: marked(one.title, asked, fits),
        text: marked(teaser(one.text, asked, fits), asked, fits),
        score: group.length < MOST_SHOWN ? 1 : 0.5,
        terms: termsOf(hit, asked, fits),
      })
    }
    for (const [page, group] of groups) {
      if (group.some(({ location }) => location === page)) continue
      group.push({ location: page, title: escaped(pages.get(page)?.title ?? page), text: "", score: 0, terms: {} })
    }
    return [...groups.values()]
  }

  // The last word as it would go on, for the search box to show.
  const completed = (typed, hits, asked) => {
    const last = typed.split(/[\s-]+/).at(-1)
    const beginning = fold(last)
    const words = hits[0] ? [...hits[0].one.inTitle, ...hits[0].one.inText] : []
    const word = beginning === asked.at(-1) && words.find((one) => one.startsWith(beginning))
    return word ? [last + word.slice(beginning.length)] : []
  }

  // A function from what is typed to what the theme shows. `short`: pairs of a short form and a name in full.
  const engineOf = ({ docs, short = [] }) => {
    const folded = short.map((pair) => pair.map(fold))
    const records = docs.map((record) => prepared(record, folded))
    const pages = new Map(records.filter(({ record, page }) => record.location === page).map((one) => [one.page, one]))
    return (typed) => {
      const asked = wordsAsked(typed)
      if (!asked[0]) return { items: [] }
      const { fits, hits } = found(records, asked)
      const items = grouped(hits, asked, fits, pages)
      return { items, suggest: completed(typed, hits, asked) }
    }
  }

  return { engineOf, fold, wordsIn, wordsAsked, plain, isNear }
})()
