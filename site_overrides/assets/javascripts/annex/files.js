// The rows that are found as a file: lines and records of the site's own files, so that columns, codes and dates are
// theirs. Functions that touch no page. A table of cases tests them (tests/site/test_annex_rules.py).
globalThis.fsdFiles = (() => {
  // A file's records as they stand there; a field in quotation marks may hold an end of line.
  const recordsIn = (csv) => csv.replace(/^\ufeff/, "").match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? []

  // The address of a row is its last field, and ends with the row's id.
  const idIn = (record) => record.slice(record.lastIndexOf("#") + 1).replace(/"$/, "")

  // The first line says what was asked for; the file of the site begins below it.
  const csvOf = (text, ids, { rows, filter, address, day }) => {
    const [head, ...records] = recordsIn(text)
    const own = new Map(records.map((record) => [idIn(record), record]))
    const line = `"# ${[rows, filter, address, day].filter(Boolean).join(" | ").replaceAll('"', '""')}"`
    return `\ufeff${[line, head, ...ids.map((id) => own.get(id))].join("\r\n")}\r\n`
  }

  // Counts and checksums of the whole list are not those of a part.
  const jsonOf = (text, ids, view) => {
    const { smelters, counts, checksums, stated_counts, ...head } = JSON.parse(text)
    const own = new Map(smelters.map((row) => [idIn(row.address), row]))
    return `${JSON.stringify({ ...head, view, smelters: ids.map((id) => own.get(id)) }, null, 2)}\n`
  }

  const inName = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60)

  const nameOf = (address, words, day) => {
    const [, name, kind] = address.match(/([^/]*)\.(\w+)$/)
    return `${[name, inName(words), day].filter(Boolean).join("-")}.${kind}`
  }

  // The line to cite for a view or a row, in the place of the address of the whole list.
  const cited = (line, what, address, day) =>
    what + (/\S+\/annex\/ /.test(line) ? line.replace(/\S+\/annex\/(?= )/, () => address) : `${line} ${address}`.trim()).replace("[date]", day)

  return { csvOf, jsonOf, nameOf, cited }
})()
