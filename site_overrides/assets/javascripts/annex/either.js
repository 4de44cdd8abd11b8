// What is meant by a search that no row answers whole, because it names several metals or countries, or says "or".
// Functions that touch no page. A table of cases tests them (tests/site/test_annex_rules.py).
globalThis.fsdEither = (() => {
  const { wordsIn, wordsAsked } = fsdRules

  // Words of a question that ask for nothing, or for what every row is.
  const SMALL =
    /^(?:an?|all|and|are|by|from|has|in|is|of|or|the|that|to|what|where|which|who|with|smelters?|refiners?|refiner(?:y|ies)|works|list)$/i
  const either = (texts) => texts.join(" or ")

  // The rows as an array of 0 and 1, and what they have in words; nothing where there are none. `facets` have `options`
  // with their `names`, and of each row in `values` the number of its option from 1; `rowsOf` gives the rows that have all
  // words of a text. Two values of a facet are either of them; what is asked for beside them holds too. A "not" is left alone.
  const eitherOf = (typed, facets, rowsOf) => {
    if (/(?<!\S)(?:not|no|without)\s/i.test(typed)) return
    const asked = wordsAsked(typed).filter((word) => !SMALL.test(word))
    const used = new Set()
    const groups = facets.map(({ options }) =>
      options.flatMap(({ names }, at) => {
        const named = names.map(wordsIn).find((words) => words[0] && words.every((word) => asked.includes(word)))
        named?.forEach((word) => used.add(word))
        return named ? [at + 1] : []
      }),
    )
    if (groups.some(({ length }) => length > 1)) {
      const rest = asked.filter((word) => !used.has(word))
      const rows = rowsOf(rest.join(" ")).map(
        (hit, row) => hit && groups.every((group, at) => !group[0] || group.includes(facets[at].values[row])),
      )
      const said = groups.map((group, at) => either(group.map((number) => facets[at].options[number - 1].names[0])))
      if (rows.includes(1)) return { rows, said: [...said, ...rest.map((word) => `“${word}”`)].filter(Boolean).join(", and ") }
    }
    const parts = typed.slice(0, 200).split(/\s+or\s+/i)
    const found = parts.map((part) => [`“${part}”`, rowsOf(part)]).filter(([, rows]) => rows.includes(1))
    if (!parts[1] || !found[0]) return
    return { rows: found[0][1].map((_, row) => found.some(([, rows]) => rows[row])), said: either(found.map(([part]) => part)) }
  }

  return { SMALL, eitherOf }
})()
