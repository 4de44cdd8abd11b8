// Where in a text the words of a search stand. Functions that touch no page; a table of cases tests them.
globalThis.fsdMarks = (() => {
  const { fold } = fsdRules
  const { WAYS } = fsdNear

  // Where in a text the words stand: pairs of begin and end.
  const marksIn = (text, { asked, way }) => {
    const marks = []
    const chunks = asked[0] ? text.matchAll(/(?:\p{L}\.){2,}\p{L}?|[\p{L}\p{N}\p{M}\p{S}\p{Cf}'’]+/gu) : []
    for (const { 0: chunk, index } of chunks) {
      const letters = [...chunk]
      const folded = letters.map((letter) => (letter === "." ? "" : fold(letter)))
      const word = folded.join("")
      for (const one of asked) {
        if (!word || !WAYS[way](one, word)) continue
        const from = word.indexOf(one)
        const [first, last] = from < 0 ? [0, word.length] : [from, from + one.length]
        let seen = 0
        let begin
        let end = index
        for (const [at, { length }] of folded.entries()) {
          if (seen <= first && seen + length > first) begin ??= end
          if (seen < last) seen += length
          else if (length) break
          end += letters[at].length
        }
        marks.push([begin, end])
      }
    }
    return marks
  }

  return { marksIn }
})()
