// What comes close to a word, for searches that find nothing by beginnings of words. Functions that touch no page; a table
// of cases tests them.
globalThis.fsdNear = (() => {
  const { begins } = fsdRules
  const isInside = (asked, word) => begins(asked, word) || (asked.length > 3 && word.includes(asked))

  // One letter too many, too few, another one, or two in each other's place.
  const isNear = (asked, word) => {
    if (isInside(asked, word)) return true
    if (asked.length < 6 || /\p{N}/u.test(asked)) return false
    let at = 0
    while (asked[at] === word[at]) at++
    const rest = asked.slice(at + 1)
    return (
      word.startsWith(rest, at + 1) ||
      word.startsWith(rest, at) ||
      word.startsWith(asked.slice(at), at + 1) ||
      (asked[at] === word[at + 1] && rest[0] === word[at] && word.startsWith(rest.slice(1), at + 2))
    )
  }

  // By beginnings of words; where that finds nothing by their middles too, then with one slip.
  const WAYS = [begins, isInside, isNear]

  return { WAYS }
})()
