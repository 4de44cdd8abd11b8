// What is found by which words, how rows are counted and put in order, what an address asks for: functions that touch
// no page. A table of cases tests them (tests/site/test_annex_rules.py). Comments on lines of their own are not published.
globalThis.fsdRules = (() => {
  const LETTERS = { ß: "ss", æ: "ae", ø: "o", đ: "d", ł: "l", ı: "i" }
  const BETWEEN = /[\p{P}\p{Z}\p{Cc}\p{Sm}\p{Sc}\p{Sk}]+/u
  const INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu
  const FORMS = { co: "company", ltd: "limited", corp: "corporation", inc: "incorporated" }

  const fold = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[\p{M}\p{Cf}'’"“”]/gu, "")
      .replace(/[ß-ł]/g, (letter) => LETTERS[letter] ?? letter)

  const split = (text) => text.split(BETWEEN).filter(Boolean)

  // The words of a row. Initials are there one by one, and as one word: A.L.M.T. is found by ALMT.
  const wordsIn = (text) => {
    const words = split(fold(text))
    const joined = words.map((word) => (word[1] ? " " : word)).join("").match(/\p{L}{2,}/gu) ?? []
    return [...words, ...joined]
  }

  // What a reader asks for, each word once. Of a very long text 200 letters and twelve words count.
  const wordsAsked = (text) => {
    const folded = fold(text.slice(0, 200)).replace(INITIALS, (run) => `${run.replaceAll(".", "")} `)
    return [...new Set(split(folded))].slice(0, 12)
  }

  const begins = (asked, word) => word.startsWith(asked) || FORMS[asked] === word || FORMS[word] === asked

  // `index` is a Map of word to lists of rows, one for each text with that word; `texts` of a text to its list. Most texts
  // stand in many rows, and are taken apart once.
  const addTo = (index, texts, row, text) => {
    if (!texts.has(text)) {
      const rows = []
      texts.set(text, rows)
      for (const word of new Set(wordsIn(text))) {
        const lists = index.get(word)
        lists ? lists.push(rows) : index.set(word, [rows])
      }
    }
    texts.get(text).push(row)
  }

  // Which rows have all words, as an array of 0 and 1, and in which of the ways: the first that finds any.
  const find = (index, size, typed, ways = [begins]) => {
    const asked = wordsAsked(typed)
    const found = { asked, way: 0, rows: new Uint8Array(size).fill(1) }
    if (!asked[0]) return found
    for (const [way, fits] of ways.entries()) {
      const have = new Uint8Array(size)
      asked.forEach((one, at) => {
        for (const [word, lists] of index) {
          if (fits(one, word)) for (const rows of lists) for (const row of rows) if (have[row] === at) have[row]++
        }
      })
      const rows = have.map((number) => number === asked.length)
      if (rows.includes(1)) return { asked, way, rows }
    }
    return { ...found, rows: new Uint8Array(size) }
  }

  // One pass for the hits, and for what each option would give under the choices in the other facets. `values` has an
  // array a facet, with the number of a row's option from 1, or 0; a mask says of each number whether it is chosen.
  const tally = (order, matched, values, masks, sizes) => {
    const counts = sizes.map((size) => Array(size + 1).fill(0))
    const without = [...masks, 0].fill(0)
    const found = []
    for (const row of order) {
      let misses = matched[row] ? 0 : 1
      let missed = masks.length
      masks.forEach((mask, at) => {
        if (!mask || mask[values[at][row]]) return
        misses++
        missed = at
      })
      if (misses > 1) continue
      misses ? without[missed]++ : found.push(row)
      masks.forEach((_, at) => {
        if (!misses || at === missed) counts[at][values[at][row]]++
      })
    }
    return { found, counts, without }
  }

  // Of each text its place in the order, from 1; 0: there is none.
  const ranked = (texts, compare) => {
    const sorted = [...new Set(texts)].filter(Boolean).sort(compare)
    const places = new Map(sorted.map((text, at) => [text, at + 1]))
    return texts.map((text) => places.get(text) ?? 0)
  }

  const asksFor = (search, keys) => {
    const query = new URLSearchParams(search)
    return Object.fromEntries(keys.map((key) => [key, query.getAll(key)]))
  }

  return { begins, fold, wordsIn, wordsAsked, addTo, find, tally, ranked, asksFor }
})()
